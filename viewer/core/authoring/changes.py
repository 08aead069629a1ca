"""What has changed between two versions of a topic, as data for a reviewer."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from viewer.core.authoring.aligning import Kind, Piece, pieces
from viewer.core.authoring.units import UnitKind
from viewer.core.model import Review
from viewer.core.problems import Problem


class What(StrEnum):
    """What a change is about, where it is not a unit of text."""

    TITLE = "title"
    PLAIN_TITLE = "plain-title"
    SHORT_TITLE = "short-title"
    MOST_IMPORTANT = "most-important"
    KEYWORDS = "keywords"
    CARE = "care"
    ICON = "icon"
    SOURCES = "sources"
    """The ids that a section names."""
    SECTION = "section"
    GROUP_OF_SECTION = "group-of-section"
    ORDER = "order"
    """Of the sections in a group, of the groups, or of the kinds of care."""
    LAYOUT = "layout"
    """Emphasis, levels, comments, spaces: no word has changed."""
    PICTURE = "picture"
    """The file of a picture; its words are text."""
    GROUP = "group"
    HELP = "help"
    CODES = "codes"
    SOURCE = "source"
    REVIEW = "review"
    TRANSLATION = "translation"
    SCORES = "scores"
    DATE = "date"
    LANGUAGE = "language"
    """The one to fall back to."""
    TERM = "glossary-term"
    NOTES = "notes"
    """A line of NOTES.md, where authors list what the reviewer must sign."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is not as it was."""

    what: What | UnitKind
    kind: Kind
    name: str = ""
    """What of its kind it is: a group, a source, a term, a picture."""
    section: str = ""
    language: str = ""
    level: str = ""
    under: str = ""
    """The heading that it stands under."""
    before: str = ""
    after: str = ""
    counted: tuple[str, ...] = ()
    """What it counted as: do, dont, teach-back, safety:<id>."""
    counts: tuple[str, ...] = ()
    """What it counts as now."""
    pieces: tuple[Piece, ...] | None = ()
    """The words that differ; None where the texts are too long for that."""
    figures: tuple[str, str] = ("", "")
    """The figures that only the text before had, and those that only the new one has."""
    values: tuple[str, str] = ("", "")
    """The same for the clinic's values and lines to write on."""

    @property
    def is_safety(self) -> bool:
        """Whether it touches safety text, as it was or as it is, or which page is the help."""
        marks = (*self.counted, *self.counts)
        return self.what is What.HELP or any(mark.startswith("safety:") for mark in marks)


@dataclass(frozen=True, slots=True)
class Version:
    """A topic's text in one language, before and after, and what its reviews are worth."""

    language: str
    before: str
    """Its version; empty where the topic was not in this language."""
    after: str
    lost: Review | None
    """The review that held before and holds no more."""
    holds: Review | None
    """The review that holds now."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A topic beside its other version."""

    topic: str
    versions: tuple[Version, ...] = ()
    changes: tuple[Change, ...] = ()
    """Those in safety text come first."""
    unread: tuple[Problem, ...] = field(default=())
    """What could not be read, so that a change in it may be missed."""
    kind: Kind = Kind.CHANGED
    """ADDED or REMOVED: only one of two libraries has this topic."""

    @property
    def is_same(self) -> bool:
        """Whether nothing has changed, as far as could be read."""
        return not self.changes and self.kind is Kind.CHANGED


def changed(
    what: What, before: str, after: str, name: str = "", *, section: str = "", language: str = ""
) -> Change:
    """A change of what is one text, before and after; one of the two may be empty."""
    kind = Kind.CHANGED if before and after else Kind.ADDED if after else Kind.REMOVED
    return Change(
        what=what,
        kind=kind,
        name=name,
        section=section,
        language=language,
        before=before,
        after=after,
        pieces=pieces(before, after) if kind is Kind.CHANGED else (),
    )
