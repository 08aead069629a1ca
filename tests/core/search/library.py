"""Small libraries that are searched in tests."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.core.library import write
from viewer.core.level import Level
from viewer.core.model import Topic
from viewer.core.packs.topic import read_topic
from viewer.core.search.engine import SearchEngine
from viewer.core.search.results import Result, Results, Segment
from viewer.core.search.small_index import SmallIndex


def engine_of(*topics: Topic) -> SearchEngine:
    """An engine that knows these topics."""
    building = SmallIndex(topics)
    for _ in building.steps():
        pass
    assert building.engine is not None
    return building.engine


def topic_of(folder: Path, topic_id: str, files: Mapping[str, str], **titles: str) -> Topic:
    """A topic with these files; its title is its id where none is given."""
    named = ", ".join(f'{tag}: "{title}"' for tag, title in (titles or {"en": topic_id}).items())
    front = f"format: 1\ntitle: {{{named}}}\nsources: [{{id: book, title: A book}}]\n"
    return read_topic(write(folder / topic_id, {"topic.yaml": front, **files}))


def section(title: str, body: str, **more: str) -> str:
    """A section's file."""
    front = "".join(f"{key}: {value}\n" for key, value in more.items())
    return f"---\ntitle: {title}\nsources: [book]\n{front}---\n{body}\n"


def plain(title: str, question: str, body: str, **more: str) -> str:
    """A section's file with plain text alone."""
    text = f"## In plain words {{: .plain }}\n\n{body}"
    return section(title, text, plain_title=f'"{question}"', **more)


def found(engine: SearchEngine, text: str, language: str = "en", level: str = "plain") -> list[str]:
    """What is found, in its order: sections by their id, terms as ``#term``."""
    results = engine.search(text, language, Level(level))
    return [one.section or f"#{one.anchor}" for one in all_of(results)]


def all_of(results: Results) -> list[Result]:
    """The results of all groups."""
    return [one for group in results.groups for one in group.results]


def best_of(results: Results) -> Result | None:
    """The best result; None where nothing was found."""
    return next(iter(all_of(results)), None)


def shown(segments: tuple[Segment, ...]) -> str:
    """A line as its reader sees it, with marks in brackets."""
    return "".join(f"[{s.text}]" if s.marked else s.text for s in segments)
