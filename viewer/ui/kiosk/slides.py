"""What the screen shows while nobody is there: every tile in every language, in turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from viewer.core.locales import is_right_to_left
from viewer.ui.kiosk.presenter import KioskPresenter
from viewer.ui.kiosk.slide_painting import Slide


def slides(presenters: Iterable[tuple[str, KioskPresenter]]) -> Iterator[Slide]:
    """The slides of each language's presenter: the languages take turns, tile by tile."""
    each = [
        (presenter.tiles, presenter.invitation, is_right_to_left(tag))
        for tag, presenter in presenters
    ]
    for at in range(max((len(tiles) for tiles, _, _ in each), default=0)):
        for tiles, invitation, rtl in each:
            if at < len(tiles):
                tile = tiles[at]
                yield Slide(tile.icon, tile.title, tile.question, invitation, rtl)
