"""What the screen shows while nobody is there: the tiles in each language, in turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from viewer.core.locales import is_right_to_left
from viewer.ui.kiosk.presenter import KioskPresenter
from viewer.ui.kiosk.slide_painting import Slide

MOST_LANGUAGES, MOST_TILES = 12, 24
"""So many of each take turns: with a slide for every one of hundreds, no kiosk would ever start."""


def slides(presenters: Iterable[tuple[str, KioskPresenter]]) -> Iterator[Slide]:
    """The slides of each language's presenter: the languages take turns, tile by tile."""
    each = [
        (presenter.tiles[:MOST_TILES], presenter.invitation, is_right_to_left(tag))
        for tag, presenter in islice(presenters, MOST_LANGUAGES)
    ]
    for at in range(max((len(tiles) for tiles, _, _ in each), default=0)):
        for tiles, invitation, rtl in each:
            if at < len(tiles):
                tile = tiles[at]
                yield Slide(tile.icon, tile.title, tile.question, invitation, rtl)
