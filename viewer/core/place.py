"""Where a reader is: small values that history, settings and links speak of."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from viewer.core.level import Level

if TYPE_CHECKING:
    from viewer.core.codes import Code


class PageKind(StrEnum):
    """The pages that there are."""

    HOME = "home"
    """The list of topics."""
    CARE = "care"
    """Caring for yourself at home: the care guidance of a topic, or of all."""
    SECTION = "section"
    GLOSSARY = "glossary"
    """All words that a topic explains, from A to Z."""
    ABOUT = "about"
    """Who has read a topic's text, and what has changed."""
    CARE_KIND = "care-kind"
    """One kind of care guidance of several topics; ``section`` is the kind. Of a kiosk."""
    HELP = "help"
    """When to get help, of several topics. Of a kiosk."""


class Asked(NamedTuple):
    """A code that somebody asked for, where it is not that of exactly one topic."""

    code: Code
    topics: tuple[str, ...]
    """The topics that have it: none, or several."""


class Place(NamedTuple):
    """A page at a level. ``topic`` is empty on pages of the whole library."""

    kind: PageKind
    level: Level
    topic: str = ""
    section: str = ""
    asked: Asked | None = None
    """Of the list of topics: what it answers."""
