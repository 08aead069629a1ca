"""What a visitor who presses Print gets: the page that is on the screen, in words of its size."""

from __future__ import annotations

from viewer.core.level import Level
from viewer.core.place import PageKind, Place
from viewer.handout.order import Order, Paper, PrintSize

_LARGE_FROM, _EXTRA_FROM = 150, 225
"""Percent of the usual size of text, on the screen."""


def can_be_printed(place: Place) -> bool:
    """Whether it is a page of one topic, which somebody can take home."""
    is_section = place.kind is PageKind.SECTION and bool(place.section)
    return bool(place.topic) and (is_section or place.kind is PageKind.CARE)


def order_for(place: Place, language: str, percent: int, paper: Paper) -> Order | None:
    """The order for a page; None for one that is no topic's, and so has nothing to take home.

    Who reads large words on the screen needs them on paper too.
    """
    if not can_be_printed(place):
        return None
    is_section = place.kind is PageKind.SECTION
    return Order(
        topic=place.topic,
        sections=(place.section,) if is_section else (),
        care=not is_section,
        level=Level.PLAIN,
        language=language,
        print_size=_size(percent),
        paper=paper,
    )


def _size(percent: int) -> PrintSize:
    if percent >= _EXTRA_FROM:
        return PrintSize.EXTRA
    return PrintSize.LARGE if percent >= _LARGE_FROM else PrintSize.STANDARD
