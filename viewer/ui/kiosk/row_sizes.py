"""How high rows are, by the words on them."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest

from PySide6.QtGui import QFont, QFontMetrics

from viewer.ui.fonts import control_font, load_letters
from viewer.ui.kiosk.lines import broken
from viewer.ui.kiosk.row import Row
from viewer.ui.kiosk.row_button import ABOVE, detail_pixels, words_width
from viewer.ui.kiosk.scale import TARGET

MOST_LINES, MOST_DETAIL_LINES = 3, 2
_MEASURED = 400
"""Rows that are measured one by one; of more, the longest stand for all others."""
_LONGEST = 12


class RowSizes:
    """Measures some rows, and each width and size of letters once."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._kept: dict[tuple[int, int], list[int]] = {}
        self.has_icon = any(row.icon for row in rows)
        self.headings = frozenset(at for at, row in enumerate(rows) if row.heading)

    def heights(self, width: int, pixels: int) -> list[int]:
        """The height of each row that is so wide, in letters of so many pixels."""
        key = (width, pixels)
        if key not in self._kept:
            self._kept[key] = self._measure(width, pixels)
        return self._kept[key]

    def _measure(self, width: int, pixels: int) -> list[int]:
        rows, words = self._rows, words_width(width, pixels, icon=self.has_icon)
        if len(rows) <= _MEASURED:
            load_letters(*(row.text for row in rows))
            return [_height(row.text, row.detail, words, pixels) for row in rows]
        texts = nlargest(_LONGEST, (row.text for row in rows), key=len)
        details = nlargest(_LONGEST, (row.detail for row in rows if row.detail), key=len)
        load_letters(*texts)
        details += [""] * (len(texts) - len(details))
        pairs = zip(texts, details, strict=True)
        return [max(_height(*pair, words, pixels) for pair in pairs)] * len(rows)


def _height(text: str, detail: str, width: int, pixels: int) -> int:
    high = 2 * round(pixels * ABOVE)
    high += _lines_height(text, control_font(pixels, bold=True), width, MOST_LINES)
    if detail:
        high += _lines_height(detail, control_font(detail_pixels(pixels)), width, MOST_DETAIL_LINES)
    return max(TARGET, high)


def _lines_height(text: str, font: QFont, width: int, most: int) -> int:
    metrics = QFontMetrics(font)
    fits = metrics.horizontalAdvance(text) <= width  # most do, and this is fast
    return metrics.lineSpacing() * (1 if fits else len(broken(text, font, width, most)))
