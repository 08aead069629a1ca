"""The same place on a page in two languages.

Their texts differ in every word and in length, but a translation has the headings of its
original. So a place is a heading, and how many blocks of text stand between it and the place; where
the number of those differs, the same part of them.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextDocument

from viewer.ui.block_state import state_of


class Spot(NamedTuple):
    """A place by what stands before it. Counts of all are what two pages are compared by."""

    heading: int
    headings: int
    block: int
    """Blocks after the heading."""
    blocks: int
    part: float
    """The part of the block's characters that is before the place."""


def spot_at(document: QTextDocument, position: int) -> Spot:
    """The place of a character."""
    starts = _headings(document)
    block = document.findBlock(position)
    number = block.blockNumber()
    heading = max((at for at, start in enumerate(starts) if start <= number), default=0)
    length = max(1, block.length())
    return Spot(
        heading,
        len(starts),
        number - starts[heading],
        _end(document, starts, heading) - starts[heading],
        (position - block.position()) / length,
    )


def position_of(document: QTextDocument, spot: Spot) -> int:
    """The character at a place of another page."""
    starts = _headings(document)
    if len(starts) == spot.headings:
        heading = spot.heading
    else:
        heading = round(spot.heading * (len(starts) - 1) / max(1, spot.headings - 1))
    blocks = _end(document, starts, heading) - starts[heading]
    at = spot.block if blocks == spot.blocks else spot.block * blocks // max(1, spot.blocks)
    block = document.findBlockByNumber(starts[heading] + min(at, blocks - 1))
    return block.position() + int(spot.part * max(1, block.length()))


def _headings(document: QTextDocument) -> list[int]:
    """The numbers of the blocks that are headings; the first block counts as one."""
    found = [0]
    block: QTextBlock = document.begin()
    while block.isValid():
        if state_of(block.userState()).level and block.blockNumber():
            found.append(block.blockNumber())
        block = block.next()
    return found


def _end(document: QTextDocument, starts: list[int], heading: int) -> int:
    """The number of the first block after what stands under a heading."""
    return starts[heading + 1] if heading + 1 < len(starts) else document.blockCount()
