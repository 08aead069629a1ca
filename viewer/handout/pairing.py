"""Which blocks of two languages stand side by side."""

from __future__ import annotations

from itertools import zip_longest

from viewer.core.blocks import Block
from viewer.handout.model import Handout, Part

Blocks = tuple[Block, ...]


def pair(left: Part, right: Part) -> tuple[tuple[Blocks, Blocks], ...]:
    """The blocks of a part in two languages, row by row."""
    if [type(block) for block in left.blocks] == [type(block) for block in right.blocks]:
        return tuple(((a,), (b,)) for a, b in zip(left.blocks, right.blocks, strict=True))
    return ((left.blocks, right.blocks),)


def pair_parts(left: Handout, right: Handout) -> tuple[tuple[Part | None, Part | None], ...]:
    """The parts of two languages of a handout, those that belong together in one row."""
    ids = [(part.kind, part.id) for part in left.parts]
    if ids == [(part.kind, part.id) for part in right.parts]:
        return tuple(zip_longest(left.parts, right.parts))
    others = {(part.kind, part.id): part for part in right.parts}
    rows = [(part, others.pop((part.kind, part.id), None)) for part in left.parts]
    return (*rows, *((None, part) for part in others.values()))
