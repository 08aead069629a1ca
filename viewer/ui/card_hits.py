"""Which card is at a point: a card opens wherever it is clicked, not only on its words."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QTextBlock, QTextTable, QTextTableCell
from PySide6.QtWidgets import QTextBrowser

from viewer.ui.fragments import fragments_of


def card_at(view: QTextBrowser, position: QPoint, cards: frozenset[str]) -> str:
    """The address of the card at a point of the viewport; empty where there is none.

    ``cards`` are the addresses of the cards on the page.
    """
    cursor = view.cursorForPosition(position)
    across, down = view.horizontalScrollBar().value(), view.verticalScrollBar().value()
    at = QPointF(position) + QPointF(across, down)
    layout = view.document().documentLayout()
    frame = cursor.currentFrame()
    while frame is not None:
        if isinstance(frame, QTextTable) and layout.frameBoundingRect(frame).contains(at):
            address = _card_in(frame.cellAt(cursor), cards)
            if address:
                return address
        frame = frame.parentFrame()
    return ""


def _card_in(cell: QTextTableCell, cards: frozenset[str]) -> str:
    block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
    while block.isValid() and block.blockNumber() <= last.blockNumber():
        if (address := _address_in(block)) in cards:
            return address
        block = block.next()
    return ""


def _address_in(block: QTextBlock) -> str:
    """The address of the first link in a block."""
    addresses = (run.charFormat().anchorHref() for run in fragments_of(block))
    return str(next(filter(None, addresses), ""))
