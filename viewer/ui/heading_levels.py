"""Headings get the level that the page's writer left in their block; see ``Boxes.heading``."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from viewer.ui.boxes import HAS_TERMS


def set_heading_levels(document: QTextDocument) -> list[QTextBlock]:
    """Give each heading of a page its level, which screen readers and Qt's own keys know.

    Gives the blocks in which there are words that the glossary explains.
    """
    with_terms: list[QTextBlock] = []
    # Qt forgets to lay out the end of a page that is changed before it is laid out whole.
    document.documentLayout().frameBoundingRect(QTextCursor(document).currentFrame())
    whole = QTextCursor(document)
    whole.beginEditBlock()  # or the page is laid out anew for each heading
    block = document.begin()
    while block.isValid():
        state = block.userState()
        if state > 0:
            level = block.blockFormat()
            level.setHeadingLevel(state)
            QTextCursor(block).setBlockFormat(level)
        elif state == HAS_TERMS:
            with_terms.append(block)
        block = block.next()
    whole.endEditBlock()
    return with_terms
