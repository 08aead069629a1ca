"""Where in the viewer a finding is seen: the section, its language, and the nearest heading."""

from __future__ import annotations

from typing import NamedTuple

from viewer.core.blocks import Heading
from viewer.core.level import Level
from viewer.core.model import Section, Topic
from viewer.core.packs.library import Library
from viewer.core.pages.section_text import parse_section
from viewer.core.place import PageKind, Place
from viewer.core.problems import Problem, Rule


class Seen(NamedTuple):
    """A page, from a heading on, for readers of a language."""

    place: Place
    anchor: str
    language: str
    """Empty: the one that is shown."""


_OF_REVIEWS = frozenset(
    {
        Rule.NO_REVIEW,
        Rule.STALE_REVIEW,
        Rule.REVIEW_DUE,
        Rule.REVIEW_LAPSED,
        Rule.DRAFT_TRANSLATION,
    }
)


def place_of(problem: Problem, library: Library, level: Level) -> Seen | None:
    """Where a problem is seen; None where no page shows what it is of.

    That of a section is at the level that its line is of; where it is of none, at ``level``.
    """
    for topic_id in library.topic_ids:
        if not problem.path.is_relative_to(library.path(topic_id)):
            continue
        topic = library.topic(topic_id)
        for language, sections in topic.sections.items():
            for section in sections.values():
                if section.path == problem.path:
                    level, anchor = _heading(section, problem.line, level)
                    place = Place(PageKind.SECTION, level, topic_id, section.id)
                    return Seen(place, anchor, language)
        return _beside(problem, topic, level)
    return None


def _beside(problem: Problem, topic: Topic, level: Level) -> Seen | None:
    """The page of a topic that shows what stands beside its sections."""
    if problem.path == topic.path / "glossary.yaml":
        return Seen(Place(PageKind.GLOSSARY, level, topic.id), "", "")
    if problem.rule in _OF_REVIEWS:
        return Seen(Place(PageKind.ABOUT, level, topic.id), "", "")
    if problem.path == topic.path / "topic.yaml":
        return Seen(Place(PageKind.HOME, level), "", "")
    return None


def _heading(section: Section, line: int, level: Level) -> tuple[Level, str]:
    """The level that a line is of, and the heading under which it stands there."""
    headings = [b for b in parse_section(section).blocks or () if isinstance(b, Heading)]
    start = next((h.line for h in headings if "plain" in h.markers), 0)
    if line >= section.body_line:
        level = Level.PLAIN if start and line >= start else Level.CLINICAL
    before = [
        h.id
        for h in headings
        if h.line <= line and "plain" not in h.markers and (h.line >= start) == (line >= start)
    ]
    return section.level_for(level), before[-1] if before else ""
