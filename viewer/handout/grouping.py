"""Rows that belong together: one frame round a safety text, whether in one language or two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from viewer.handout.blocks_data import mark_lead
from viewer.handout.languages_data import Node

Cells = list[list[Node]]
"""A row: the blocks of each column."""


def grouped(rows: Sequence[Cells]) -> list[Any]:
    """The rows, those of one safety text in a box of their own: ``{"k": "safety", "rows": …}``.

    Two languages come row by row, so that the heading of a safety text and each of its blocks
    are rows of their own; the frame goes round them all.
    """
    for before, after in pairwise(rows):
        for above, below in zip(before, after, strict=True):
            if above and below:
                mark_lead(above[-1], below[0])
    if not rows or len(rows[0]) == 1:
        return list(rows)
    found: list[Any] = []
    box: list[Cells] | None = None
    level = 0
    for row in rows:
        starts, own = _heading(row)
        if own and (box is None or own <= level):
            box = None
        if starts and box is None:
            box, level = [], own
            found.append({"k": "safety", "rows": box})
        (found if box is None else box).append(_opened(row) if starts else row)
    return found


def inner_rows(rows: Iterable[Any]) -> Iterator[Cells]:
    """All rows in reading order, those in boxes too."""
    for row in rows:
        if isinstance(row, dict):
            yield from row["rows"]
        else:
            yield row


def _heading(row: Cells) -> tuple[bool, int]:
    """Whether a row begins with a safety text, and the level of the heading it begins with."""
    for cell in row:
        for node in cell[:1]:
            if node["k"] == "safety":
                return True, node["blocks"][0]["level"]
            if node["k"] == "heading":
                return False, node["level"]
    return False, 0


def _opened(row: Cells) -> Cells:
    """The row without a box of its own in each column."""
    return [
        [inner for node in cell for inner in (node["blocks"] if node["k"] == "safety" else [node])]
        for cell in row
    ]
