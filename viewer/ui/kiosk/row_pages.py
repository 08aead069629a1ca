"""Rows shared out to pages and columns, as many to each as there is room for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect

from viewer.ui.kiosk.scale import TARGET

GAP = 12
"""Pixels between rows, and above the pager."""
_MOST_STRETCH = 0.3


class RowPages(NamedTuple):
    """Where pages and columns begin, and how high rows are on them."""

    heights: Sequence[int] = ()
    room: int = TARGET
    pages: tuple[tuple[int, ...], ...] = ((0, 0),)
    """Of each page: where each of its columns begins, and where the last one ends."""
    pager: bool = False
    """There are several pages, and room for the pager too."""
    stretch: int = 0
    """Pixels that are left for each row of a full page."""

    def page_of(self, row: int) -> int:
        """The page that a row is on, counted from 0."""
        return max(0, bisect_right(self.pages, row, key=lambda page: page[0]) - 1)

    def beside(self, page: int, at: int, columns: int) -> int:
        """The row so many columns on from the one at ``at`` of a page; -1 where none is."""
        breaks = self.pages[page]
        row = breaks[0] + at
        here = bisect_right(breaks[:-1], row) - 1
        there = here + columns
        if at < 0 or not 0 <= there < len(breaks) - 1 or breaks[there] == breaks[there + 1]:
            return -1
        return min(breaks[there] + row - breaks[here], breaks[there + 1] - 1) - breaks[0]

    def boxes(self, page: int, width: int, *, mirrored: bool) -> list[QRect]:
        """The places of the rows of a page: down the first column, and then down the next."""
        breaks, boxes = self.pages[page], []
        columns = len(breaks) - 1
        wide = column_width(width, columns)
        for column in range(columns):
            rows, top = range(breaks[column], breaks[column + 1]), 0
            at = columns - 1 - column if mirrored else column
            used = sum(self.heights[row] + GAP for row in rows) - GAP
            more = min(self.stretch, max(0, self.room - used) // max(1, len(rows)))
            for row in rows:
                high = min(self.heights[row], max(self.room, TARGET)) + more
                boxes.append(QRect(at * (wide + GAP), top, wide, high))
                top += high + GAP
        return boxes


def column_width(width: int, columns: int) -> int:
    """How wide one of so many columns is."""
    return (width - GAP * (columns - 1)) // columns


def row_pages(
    heights: Sequence[int],
    room: int,
    pager: int,
    columns: int,
    headings: Collection[int] = frozenset(),
) -> RowPages:
    """Share out rows of these heights; a ``pager`` takes its own of ``room`` where not all fit.

    The ``headings`` among them stand above a row, never last in a column.

    Each page has a row at least. The pager gives way where the highest row needs its room: a
    flick and the keys turn pages too.
    """
    whole = _shared(heights, room, columns, headings)
    left = room - pager - GAP
    if len(whole) == 1 or left < max(heights):
        return RowPages(heights, room, whole)
    pages = _shared(heights, left, columns, headings)
    start, end = pages[0][:2]
    stretch = (left + GAP - sum(high + GAP for high in heights[start:end])) // max(1, end - start)
    most = round(min(heights) * _MOST_STRETCH)
    return RowPages(heights, left, pages, True, min(stretch, most))


def _shared(
    heights: Sequence[int], room: int, columns: int, headings: Collection[int]
) -> tuple[tuple[int, ...], ...]:
    starts, left = [0], room
    for row, high in enumerate(heights):
        if high > left and row > starts[-1]:
            start = row
            while start - 1 in headings and start - 1 > starts[-1]:
                start -= 1  # it goes with the row that it names
            starts.append(start)
            left = room - sum(above + GAP for above in heights[start:row])
        left -= high + GAP
    pages = []
    for first in range(0, len(starts), columns):
        breaks = [*starts[first : first + columns + 1], len(heights)][: columns + 1]
        pages.append((*breaks, *[len(heights)] * (columns + 1 - len(breaks))))
    return tuple(pages)
