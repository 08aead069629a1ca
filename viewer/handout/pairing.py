"""Two languages side by side: what stands on one row, so that two people can point at one line.

A translation has its original's structure, so blocks are paired one by one. Where the
structures differ, they meet again at the next headings that belong together, and what has no
partner stands in one cell. Each column keeps all of its blocks, in their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from viewer.core.blocks import Block, Heading
from viewer.handout.model import Handout, Part

Blocks = tuple[Block, ...]
Row = tuple[Blocks, Blocks]
PartPair = tuple[Part | None, Part | None]

MOST_COMPARED = 1_000_000
"""Pairs of headings that are weighed; of a longer text they are paired by their place."""


class _Stretch(NamedTuple):
    """A heading and the blocks up to the next one; the first may have no heading."""

    heading: Heading | None
    body: Blocks

    @property
    def blocks(self) -> Blocks:
        return (self.heading, *self.body) if self.heading else self.body


def pair_parts(left: Handout, right: Handout) -> tuple[PartPair, ...]:
    """The parts of two handouts, each with its translation, in the order of the left.

    A part that only the right has comes behind the one that it follows there.
    """
    keys = {(part.kind, part.id) for part in left.parts}
    partners = {(part.kind, part.id): part for part in right.parts}
    followers: dict[tuple[str, str] | None, list[Part]] = {}
    before: tuple[str, str] | None = None
    for part in right.parts:
        if (part.kind, part.id) in keys:
            before = (part.kind, part.id)
        else:
            followers.setdefault(before, []).append(part)
    found: list[PartPair] = [(None, part) for part in followers.get(None, ())]
    for part in left.parts:
        key = (part.kind, part.id)
        found.append((part, partners.get(key)))
        found.extend((None, other) for other in followers.get(key, ()))
    return tuple(found)


def pair(left: Part, right: Part) -> tuple[Row, ...]:
    """The rows of one part."""
    return pair_blocks(left.blocks, right.blocks)


def pair_blocks(left: Blocks, right: Blocks) -> tuple[Row, ...]:
    """Rows of two texts; a row has one block of each, or what is left over of one or both."""
    ones, others = _stretches(left), _stretches(right)
    rows: list[Row] = []
    at_one = at_other = 0
    for one, other in (*_partners(ones, others), (len(ones), len(others))):
        rest = _all(ones[at_one:one]), _all(others[at_other:other])
        rows.extend((rest,) if any(rest) else ())
        if one < len(ones):
            rows.extend(_rows(ones[one], others[other]))
        at_one, at_other = one + 1, other + 1
    return tuple(rows)


def _stretches(blocks: Blocks) -> list[_Stretch]:
    found: list[_Stretch] = []
    heading: Heading | None = None
    body: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            found.append(_Stretch(heading, tuple(body)))
            heading, body = block, []
        else:
            body.append(block)
    return [*found, _Stretch(heading, tuple(body))]


def _all(stretches: Sequence[_Stretch]) -> Blocks:
    return tuple(block for stretch in stretches for block in stretch.blocks)


def _rows(one: _Stretch, other: _Stretch) -> Iterator[Row]:
    """Block by block from the top and from the end, and in one row what differs between."""
    if one.heading and other.heading:
        yield (one.heading,), (other.heading,)
    left, right = one.body, other.body
    least = min(len(left), len(right))
    top = 0
    while top < least and type(left[top]) is type(right[top]):
        top += 1
    end = 0
    while end < least - top and type(left[-1 - end]) is type(right[-1 - end]):
        end += 1
    for at in range(top):
        yield (left[at],), (right[at],)
    rest = left[top : len(left) - end], right[top : len(right) - end]
    if any(rest):
        yield rest
    for at in range(end, 0, -1):
        yield (left[-at],), (right[-at],)


def _partners(ones: list[_Stretch], others: list[_Stretch]) -> list[tuple[int, int]]:
    """Which stretches belong together: the best choice that keeps both orders."""
    if len(ones) * len(others) > MOST_COMPARED:
        return [(at, at) for at in range(min(len(ones), len(others)))]
    best = [[0] * (len(others) + 1) for _ in range(len(ones) + 1)]
    for i in range(len(ones) - 1, -1, -1):
        for j in range(len(others) - 1, -1, -1):
            likeness = _likeness(ones[i], others[j])
            together = best[i + 1][j + 1] + likeness if likeness else 0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    found: list[tuple[int, int]] = []
    i = j = 0
    while i < len(ones) and j < len(others):
        likeness = _likeness(ones[i], others[j])
        if likeness and best[i][j] == best[i + 1][j + 1] + likeness:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _likeness(one: _Stretch, other: _Stretch) -> int:
    """How surely two stretches are one another's translation; 0: they are not."""
    if one.heading is None or other.heading is None:
        return 100 if one.heading is other.heading else 0
    left, right = one.heading, other.heading
    if left.own_id and right.own_id:
        return 100 if left.id == right.id else 0
    if left.own_id != right.own_id or left.markers != right.markers:
        return 0
    alike = [type(block) for block in one.body] == [type(block) for block in other.body]
    return (20 if left.markers else 10) + (5 if alike else 0) + (left.level == right.level)
