"""The levels of a handout's headings: its title is of level 1, its parts' titles of level 2."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from functools import partial

from viewer.core.blocks import Block, Heading
from viewer.core.transform import with_inner

HIGHEST = 3
"""The level of the highest headings inside a part."""
DEEPEST = 6

Blocks = tuple[Block, ...]


def outlined(blocks: Sequence[Block], highest: int = HIGHEST) -> Blocks:
    """The blocks with headings from level ``highest`` on, none of which skips a level.

    That holds for headings inside lists and boxes too: they stand under the one before.
    """
    found: list[Block] = []
    open_levels: list[int] = []
    for block in blocks:
        if isinstance(block, Heading):
            while open_levels and open_levels[-1] >= block.level:
                open_levels.pop()
            level = min(highest + len(open_levels), DEEPEST)
            open_levels.append(block.level)
            found.append(dataclasses.replace(block, level=level))
        else:
            inside = min(highest + len(open_levels), DEEPEST)
            found.append(with_inner(block, partial(outlined, highest=inside)))
    return tuple(found)
