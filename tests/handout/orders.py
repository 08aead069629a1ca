"""Handouts composed for tests, and what stands on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, partial
from pathlib import Path

from tests.core.library import TODAY, Files, write
from viewer.core.blocks import Block, Heading, Term
from viewer.core.installation import find_installation
from viewer.core.model import Topic
from viewer.core.packs.clinic import Clinic
from viewer.core.packs.library import Library
from viewer.core.tree import plain_text, runs, walk, walk_inlines
from viewer.core.words import read_words
from viewer.handout.composing import Composer
from viewer.handout.model import Handout, Part, PartKind
from viewer.handout.order import Order

INSTALLATION = find_installation()
words_of = cache(partial(read_words, INSTALLATION.words))


@cache
def shipped() -> Topic:
    """The topic that comes with the program."""
    return Library([INSTALLATION.content]).topic("calciphylaxis")


@cache
def composer() -> Composer:
    """One without any settings of a clinic."""
    return Composer(Clinic(), words_of, lambda: TODAY)


def composed(topic: Topic, order: Order | None = None, language: str = "en") -> Handout:
    """The handout of an order; without one, of the whole topic."""
    return composer().compose(topic, order or Order(topic=topic.id), language)


def pack(folder: Path, sections: Files, more: str = "", ids: Iterable[str] = ()) -> Topic:
    """A topic of these sections; ``more`` are lines of its topic.yaml."""
    listed = ", ".join(ids or dict.fromkeys(Path(name).stem for name in sections))
    text = (
        "format: 1\nlanguage: en\ntitle: {en: Feet, es: Pies}\n"
        f"groups: [{{id: a, title: {{en: A}}, sections: [{listed}]}}]\n"
        f"sources: [{{id: book, title: A book}}]\n{more}"
    )
    write(folder / "feet", {"topic.yaml": text, **sections})
    return Library([folder]).topic("feet")


def section(title: str, text: str, front: str = "") -> str:
    """A section's file."""
    return f"---\ntitle: {title}\nplain_title: {title}?\nsources: [book]\n{front}---\n{text}"


def part(handout: Handout, kind: PartKind, part_id: str = "") -> Part:
    """The one part of a kind."""
    (found,) = (p for p in handout.parts if p.kind is kind and part_id in ("", p.id))
    return found


def kinds(handout: Handout) -> list[str]:
    """The parts' kinds, in order."""
    return [str(p.kind) for p in handout.parts]


def blocks_of(handout: Handout) -> Iterator[Block]:
    """Every block, in order."""
    return walk(block for p in handout.parts for block in p.blocks)


def text_of(blocks: Iterable[Block]) -> str:
    """Their words, a line for each run."""
    return "\n".join(plain_text(run) for block in walk(blocks) for run in runs(block))


def words_on(handout: Handout) -> str:
    """All words of a handout."""
    return "\n".join(f"{plain_text(p.title)}\n{text_of(p.blocks)}" for p in handout.parts)


def safety_on(handout: Handout) -> list[str]:
    """The ids of the safety texts, in order."""
    found = (b for b in blocks_of(handout) if isinstance(b, Heading))
    return [heading.id for heading in found if "safety" in heading.markers]


def safety_of(topic: Topic) -> set[str]:
    """The ids of the safety texts in a topic's files, found without the program's own reading."""
    return {
        line.partition("#")[2].lstrip("#").rpartition("{: #")[2].split()[0]
        for sections in topic.sections.values()
        for found in sections.values()
        for line in found.body.splitlines()
        if line.startswith("#") and ".safety" in line
    }


def terms_on(handout: Handout) -> list[str]:
    """The ids of the glossary's terms that are marked, in order."""
    return [
        inline.id
        for block in blocks_of(handout)
        for run in runs(block)
        for inline in walk_inlines(run)
        if isinstance(inline, Term)
    ]
