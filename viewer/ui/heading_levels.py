"""Headings get the level that the page's writer left in their block; see ``Boxes.heading``."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from viewer.ui.block_state import NOTHING, state_of


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
        if (number := block.userState()) != NOTHING:
            state = state_of(number)
            if state.level:
                level = block.blockFormat()
                level.setHeadingLevel(state.level)
                QTextCursor(block).setBlockFormat(level)
            if state.has_terms:
                with_terms.append(block)
        block = block.next()
    whole.endEditBlock()
    return with_terms
