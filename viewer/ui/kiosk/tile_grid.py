"""Where tiles stand: care in even rows, and under it getting help beside what else there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

NeededHeight = Callable[[int, int], int]
"""The height that a tile needs: its index, and the width that it gets."""


class Box(NamedTuple):
    """Where a tile stands, in pixels."""

    x: int
    y: int
    width: int
    height: int


Rows = list[list[tuple[int, int]]]
"""Row by row each tile's index, and how many of ``UNITS`` it is wide."""

UNITS = 12
"""The width of every row: it can be shared by two, three and four."""


def rows_of(care: int, others: int, abreast: int, columns: int, *, helps: bool = True) -> Rows:
    """Rows of tiles: ``care`` of equal width, so many ``abreast``, and then the ``others``.

    Of the others, up to ``columns`` in a row, the first is as wide as half of its row, or all of
    a narrow one, where it ``helps``.
    """
    rows = [_evenly(share) for share in _shares(range(care), abreast)]
    rest = list(range(care + helps, care + others))
    if not helps:
        return rows + [_evenly(share) for share in _shares(rest, columns)]
    if others and (columns < 4 or not rest):
        rows.append([(care, UNITS)])
    elif others:
        beside, rest = rest[: columns // 2], rest[columns // 2 :]
        half = UNITS // 2
        rows.append([(care, half), *((tile, half // len(beside)) for tile in beside)])
    return rows + [_evenly(share) for share in _shares(rest, columns)]


def _shares(tiles: Sequence[int], most: int) -> list[Sequence[int]]:
    """Rows of at most so many, as even as may be: five are three and two, not four and one."""
    count = max(1, -(-len(tiles) // most))
    ends = [round(len(tiles) * row / count) for row in range(count + 1)]
    return [tiles[start:end] for start, end in pairwise(ends) if end > start]


def _evenly(tiles: Sequence[int]) -> list[tuple[int, int]]:
    return [(tile, UNITS // len(tiles)) for tile in tiles]


def place_tiles(
    rows: Rows,
    needed: NeededHeight,
    size: tuple[int, int],
    gap: int,
    favoured: Sequence[int] = (),
    most: int = 10_000,
) -> tuple[dict[int, Box], int]:
    """Where each tile stands in ``size``, and the height of all.

    Rows share the height that there is to spare, the first in the shares that are ``favoured``,
    the others in one each, up to ``most``; where it is too little, all are as high as they need be.
    """
    width, height = size
    unit = (width + gap) / UNITS

    def span(first: int, count: int) -> tuple[int, int]:
        left = round(first * unit)
        return left, round((first + count) * unit) - gap - left

    spans: list[dict[int, tuple[int, int]]] = []
    for row in rows:
        at, found = 0, {}
        for tile, count in row:
            found[tile] = span(at, count)
            at += count
        spans.append(found)
    heights = [max(needed(tile, wide) for tile, (_, wide) in row.items()) for row in spans]
    spare = height - sum(heights) - gap * (len(heights) - 1)
    if spare > 0 and heights:
        shares = [share for _, share in zip(rows, [*favoured, *[1] * len(rows)], strict=False)]
        heights = [
            max(h, min(h + spare * s // sum(shares), most))
            for h, s in zip(heights, shares, strict=True)
        ]
    boxes: dict[int, Box] = {}
    y = 0
    for found, high in zip(spans, heights, strict=True):
        boxes |= {tile: Box(left, y, wide, high) for tile, (left, wide) in found.items()}
        y += high + gap
    return boxes, max(0, y - gap)
