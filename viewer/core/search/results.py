"""What a search gives: results grouped by topic, each with its hits marked."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from viewer.core.level import Level


class ResultKind(StrEnum):
    """What a result leads to."""

    SECTION = "section"
    GLOSSARY = "glossary"
    """A term; it stands at ``anchor`` on the glossary's page."""
    TOPIC = "topic"


class Segment(NamedTuple):
    """A piece of a line; ``{{placeholders}}`` in it are whole and not filled in yet."""

    text: str
    marked: bool = False


class Result(NamedTuple):
    """One line of the list."""

    topic: str
    section: str
    level: Level
    """The level at which the words were found, the reader's where they are on both."""
    title: tuple[Segment, ...]
    snippet: tuple[Segment, ...]
    kind: ResultKind = ResultKind.SECTION
    anchor: str = ""
    """The id of a glossary's term."""
    language: str = ""
    """The language of the snippet, which may differ from its reader's."""
    title_language: str = ""


class Group(NamedTuple):
    """A topic and what was found in it, the best first."""

    topic: str
    title: str
    results: tuple[Result, ...]
    language: str = ""
    """The language of the title."""


class Results(NamedTuple):
    """All that a search found."""

    groups: tuple[Group, ...] = ()
    corrected: str = ""
    """What was meant, where a misspelt word was taken for another; else empty."""
    words: tuple[str, ...] = ()
    """The words that were found, folded as ``analysis.fold`` does, to mark on the opened page."""
