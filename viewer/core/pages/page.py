"""A page: what any writer needs in order to show, print, speak or search it."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.core.blocks import Block
from viewer.core.model import Source
from viewer.core.pages.review import ReviewStatus
from viewer.core.place import Place


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a page's text comes from, and who has read it."""

    sources: tuple[Source, ...]
    unsourced: bool
    """Parts of the text have no source yet."""
    review: ReviewStatus
    draft_translation: bool = False
    """Some of the text is a translation that nobody has called reviewed."""
    topic: str = ""
    """The topic that all of it is of; empty where there are several."""
    versions: tuple[tuple[str, str], ...] = ()
    """Of a single topic each language of the text, and the version of the topic's text in it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A title and a frozen tree of blocks, all values filled in, headings from level 2 on."""

    place: Place
    title: str
    language: str
    blocks: tuple[Block, ...]
    provenance: Provenance | None = None
    """None on pages that hold no text of a pack."""
    title_language: str = ""
    """Where it is another than ``language``: a title is translated before its text."""
