"""Where the keys of a keyboard stand, and how large they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect

from viewer.ui.kiosk.scale import TARGET

GAPS = (8, 4)
"""Pixels between keys, and where their width is needed for the keys."""
_ROOMY = 104
"""Pixels of a key from which it can do with the wider gap."""
_WIDEST = 136


class Span(NamedTuple):
    """A part of a row, in columns."""

    start: float
    wide: float


class Board(NamedTuple):
    """The measures of a keyboard: columns of keys, and half a gap around each key."""

    columns: int
    cell: float
    gap: int

    @classmethod
    def within(cls, width: int, columns: int) -> Board:
        """The one that has room in so many pixels."""
        cell = min(width / columns, _WIDEST)
        gap = next((gap for gap in GAPS if cell - gap >= _ROOMY), GAPS[-1])
        return cls(columns, cell, gap)

    @property
    def width(self) -> int:
        """Pixels of all columns."""
        return round(self.columns * self.cell)

    @property
    def row_height(self) -> int:
        """Pixels of a row, and half a gap above and below."""
        return TARGET + self.gap

    def face(self, span: Span, row: int) -> QRect:
        """The painted part of a key."""
        half, left = self.gap // 2, round(span.start * self.cell)
        wide = round((span.start + span.wide) * self.cell) - left
        return QRect(left + half, row * self.row_height + half, wide - self.gap, TARGET)

    def boxes(self, faces: Sequence[QRect]) -> list[QRect]:
        """The parts that a finger may hit: those of a row leave nothing between them."""
        half = self.gap // 2
        around = [face.adjusted(-half, -half, half, half) for face in faces]
        around[0].setLeft(0)
        around[-1].setRight(self.width - 1)
        return around


def row_spans(letters: int, columns: int, *, delete: bool, wide: float = 1.0) -> list[Span]:
    """The places of a row: letters in the middle, and after them what is left for ``delete``."""
    start = (columns - letters * wide) / 2
    if delete and start < 1:
        start = max(0.0, columns - (letters + 1) * wide)
    spans = [Span(start + at * wide, wide) for at in range(letters)]
    end = start + letters * wide
    return [*spans, Span(end, columns - end)] if delete else spans


def last_row_spans(wanted: Sequence[float], columns: int, least: float) -> list[Span]:
    """The places of the keys beside the space bar, which is the second and takes the rest.

    ``wanted`` are the columns that their words need, ``least`` those of the space bar.
    """
    others = [max(1.0, wide) for at, wide in enumerate(wanted) if at != 1]
    space = columns - sum(others)
    if space < least:  # the words have to do with less
        others = [wide * (columns - least) / sum(others) for wide in others]
        space = least
    spans, at = [], 0.0
    for wide in (others[0], space, *others[1:]):
        spans.append(Span(at, wide))
        at += wide
    return spans
