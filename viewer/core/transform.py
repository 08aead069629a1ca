"""New trees from old ones: blocks are frozen, so a change is a copy with every run mapped."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from viewer.core.blocks import (
    Block,
    Callout,
    Card,
    Definitions,
    Heading,
    HelpBox,
    Inline,
    Linked,
    ListBlock,
    Paragraph,
    Quote,
    Run,
    Styled,
    Table,
)

InlineMap = Callable[[Inline], Run]
BlockMap = Callable[[Block], Block]
BlocksMap = Callable[[tuple[Block, ...]], tuple[Block, ...]]


def map_blocks(blocks: tuple[Block, ...], change: BlockMap) -> tuple[Block, ...]:
    """The same tree with each block replaced by what ``change`` gives, innermost first."""

    def inside(inner: tuple[Block, ...]) -> tuple[Block, ...]:
        return map_blocks(inner, change)

    return tuple(change(with_inner(block, inside)) for block in blocks)


def map_inlines(blocks: tuple[Block, ...], change: InlineMap) -> tuple[Block, ...]:
    """The same tree with each inline replaced by what ``change`` gives, innermost first."""
    return map_blocks(blocks, lambda block: with_runs(block, change))


def map_run(run: Run, change: InlineMap) -> Run:
    """The same run with each inline replaced by what ``change`` gives, innermost first."""
    found: list[Inline] = []
    for inline in run:
        if isinstance(inline, Styled | Linked):
            inner = map_run(inline.children, change)
            found.extend(change(dataclasses.replace(inline, children=inner)))
        else:
            found.extend(change(inline))
    return tuple(found)


def with_inner(block: Block, change: BlocksMap) -> Block:
    """The same block with each row of blocks inside it replaced by what ``change`` gives."""
    match block:
        case Callout() | Card() | HelpBox() | Quote():
            return dataclasses.replace(block, blocks=change(block.blocks))
        case ListBlock():
            return dataclasses.replace(block, items=tuple(map(change, block.items)))
        case Definitions():
            items = tuple((terms, tuple(map(change, meanings))) for terms, meanings in block.items)
            return dataclasses.replace(block, items=items)
        case _:
            return block


def with_runs(block: Block, change: InlineMap) -> Block:
    """The same block with each inline of its own runs replaced; blocks inside it stay."""
    match block:
        case Heading() | Paragraph():
            return dataclasses.replace(block, children=map_run(block.children, change))
        case Callout() | Card() | HelpBox():
            return dataclasses.replace(block, title=map_run(block.title, change))
        case Definitions():
            pairs = tuple(
                (tuple(map_run(term, change) for term in terms), meanings)
                for terms, meanings in block.items
            )
            return dataclasses.replace(block, items=pairs)
        case Table():
            return dataclasses.replace(
                block,
                header=tuple(map_run(cell, change) for cell in block.header),
                rows=tuple(tuple(map_run(cell, change) for cell in row) for row in block.rows),
            )
        case _:
            return block
