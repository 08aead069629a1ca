"""Headings get the level that the page's writer left in their block; see ``Boxes.heading``."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextDocument


def set_heading_levels(document: QTextDocument) -> None:
    """Give each heading of a page its level, which screen readers and Qt's own keys know."""
    # Qt forgets to lay out the end of a page that is changed before it is laid out whole.
    document.documentLayout().frameBoundingRect(document.rootFrame())
    whole = QTextCursor(document)
    whole.beginEditBlock()  # or the page is laid out anew for each heading
    block = document.begin()
    while block.isValid():
        if block.userState() > 0:
            level = block.blockFormat()
            level.setHeadingLevel(block.userState())
            QTextCursor(block).setBlockFormat(level)
        block = block.next()
    whole.endEditBlock()
