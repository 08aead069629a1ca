"""The pieces of a block of text, each in one look."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextDocument, QTextFragment


def fragments_of(block: QTextBlock) -> Iterator[QTextFragment]:
    """They come in the order of reading."""
    runs = block.begin()
    while not runs.atEnd():
        yield runs.fragment()
        runs += 1


def position_of(document: QTextDocument, anchor: str) -> int:
    """The position at which an anchor stands; the page's beginning where there is none."""
    block = document.begin()
    while anchor and block.isValid():
        for run in fragments_of(block):
            if anchor in run.charFormat().anchorNames():
                return run.position()
        block = block.next()
    return 0
