"""Everything that the window shows at one time, as one plain value.

The presenter makes it from packs; the start-up cache keeps the last one, so
that the first page can be painted before any pack is read. It is kept free of
imports for that reason, and holds nothing that JSON cannot.
"""

from __future__ import annotations

from typing import NamedTuple


class SidebarRow(NamedTuple):
    """A row of the sidebar: a group's heading where ``target`` is empty, else a page."""

    text: str
    target: str = ""
    """What to open: a section id, ``CARE_ROW`` or ``GLOSSARY_ROW``."""
    icon: str = ""


CARE_ROW = "care:"
"""The target of the care page; no section id can hold a colon."""
GLOSSARY_ROW = "glossary:"
"""The target of the glossary's page."""


class Screen(NamedTuple):
    """A page with what stands around it."""

    title: str
    html: str
    languages: tuple[str, ...]
    """What the page's blocks are in, by the number that they have (see ``block_state``)."""
    cards: tuple[str, ...]
    """The addresses of the page's cards; with any, the page gets a wider column."""
    topic_title: str
    rows: tuple[SidebarRow, ...]
    current: str
    """The target of the row whose page is shown."""
    help: str
    """The section that is never more than one tap away; empty where the topic has none."""
    help_title: str
    plain: bool
    source: str
    review: str
    translation: str
    """What readers are told of a translation that is a draft; empty where it is none."""
    draft: bool
    """No review holds: the window makes it plain."""
    disclaimer: str
