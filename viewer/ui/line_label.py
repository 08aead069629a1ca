"""A label for a flow of controls and sentences."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel

from viewer.ui import qt_numbers


class LineLabel(QLabel):
    """As wide as its words, in several lines only where there is no room for one."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("textFormat", qt_numbers.PLAIN_TEXT)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(self.text()) + 2
        return QSize(wide, max(metrics.height(), self.heightForWidth(wide)))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().height())
