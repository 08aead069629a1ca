"""The column of a page: Qt knows no greatest width, so the root frame's margins make it."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextBrowser


class PageColumn:
    """Keeps the text of a browser in a column at the side where its lines begin."""

    def __init__(self, view: QTextBrowser) -> None:
        self._view = view
        self.width = 0
        """Pixels that the column may have."""
        self.above = 0
        """Pixels that are left free above the page."""
        self.centred = False
        """Whether it stands in the middle of the window, and not where lines begin."""

    def margin(self) -> int:
        """Space beside the column when there is room, in pixels."""
        return max(16, min(64, self._view.width() // 18))

    def available_width(self) -> int:
        """Width that a column can have."""
        scroll_bar = self._view.verticalScrollBar().sizeHint().width()
        return max(120, self._view.width() - scroll_bar - 2 * self.margin())

    def fit(self) -> None:
        """Make the column, in the room that there is now."""
        # rootFrame() would be kept by the document's Python side, one for each page there was.
        frame = QTextCursor(self._view.document()).currentFrame()
        shape = frame.frameFormat()
        start = self._start()
        rest = max(0, self._inner_width() - start - self.width)
        left, right = (rest, start) if self._view.isRightToLeft() else (start, rest)
        top = self.margin() * 0.55 + self.above
        if (shape.leftMargin(), shape.rightMargin(), shape.topMargin()) != (left, right, top):
            shape.setLeftMargin(left)
            shape.setRightMargin(right)
            shape.setTopMargin(top)
            shape.setBottomMargin(self.margin())
            frame.setFrameFormat(shape)

    def _start(self) -> int:
        """Space before the column."""
        start = self.margin()
        if self.centred:
            middle = (self._view.window().width() - self.width) // 2
            start = max(start, min(middle, self._inner_width() - start - self.width))
        return start

    def _inner_width(self) -> int:
        """The viewport's width; asking for the viewport itself would load every kind of widget."""
        bar = self._view.verticalScrollBar()
        return self._view.contentsRect().width() - (0 if bar.isHidden() else bar.sizeHint().width())
