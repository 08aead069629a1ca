"""Where tiles stand: care in even rows, and under it getting help beside what else there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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


def rows_of(care: int, others: int, abreast: int, columns: int) -> Rows:
    """Rows of tiles: ``care`` of equal width, so many ``abreast``, and then the ``others``.

    Of the others, up to ``columns`` in a row, the first, getting help, is as wide as half of its
    row, or all of a narrow one.
    """
    rows = [_evenly(range(at, min(at + abreast, care))) for at in range(0, care, abreast)]
    rest = list(range(care + 1, care + others))
    if others and (columns < 4 or not rest):
        rows.append([(care, UNITS)])
    elif others:
        beside, rest = rest[: columns // 2], rest[columns // 2 :]
        half = UNITS // 2
        rows.append([(care, half), *((tile, half // len(beside)) for tile in beside)])
    rows += [_evenly(rest[at : at + columns]) for at in range(0, len(rest), columns)]
    return rows


def _evenly(tiles: Sequence[int]) -> list[tuple[int, int]]:
    return [(tile, UNITS // len(tiles)) for tile in tiles]


def place_tiles(
    rows: Rows, needed: NeededHeight, size: tuple[int, int], gap: int, favoured: Sequence[int] = ()
) -> tuple[dict[int, Box], int]:
    """Where each tile stands in ``size``, and the height of all.

    Rows share the height that there is to spare, the first in the shares that are ``favoured``,
    the others in one each; where it is too little, all are as high as they need be.
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
        heights = [h + spare * s // sum(shares) for h, s in zip(heights, shares, strict=True)]
    boxes: dict[int, Box] = {}
    y = 0
    for found, high in zip(spans, heights, strict=True):
        boxes |= {tile: Box(left, y, wide, high) for tile, (left, wide) in found.items()}
        y += high + gap
    return boxes, max(0, y - gap)
