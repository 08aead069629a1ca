"""A list that opens, drawn in the window's own colours."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView

from viewer.ui.icons import Icons
from viewer.ui.theme import Theme
from viewer.ui.wrapping import LEAST


class Picker(QComboBox):
    """Each entry has a value that nobody sees."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._arrow = QPixmap()
        self.setView(QListView())  # the style sheet reaches its rows
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def offer(self, entries: Iterable[tuple[str, str]], chosen: str) -> None:
        """Offer entries, each a value and its words; says nothing of a change."""
        blocked = self.blockSignals(True)
        self.clear()
        for value, words in entries:
            self.addItem(words, value)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.blockSignals(blocked)

    @property
    def chosen(self) -> str:
        """The value of the entry that is shown."""
        return str(self.currentData() or "")

    def set_scale(self, theme: Theme, pixels: int, ratio: float) -> None:
        """Draw with this theme, beside letters of so many pixels."""
        self._arrow = self._icons.pixmap("down", theme.accent, round(pixels * 1.2), ratio)
        self.setMinimumHeight(max(LEAST, round(pixels * 2.6)))

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST * 3, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        size = self._arrow.deviceIndependentSize().toSize()
        edge = size.width() // 2
        left = edge if self.isRightToLeft() else self.width() - edge - size.width()
        painter.drawPixmap(left, (self.height() - size.height()) // 2, self._arrow)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll what it stands in; a list that is closed does not change unseen."""
        event.ignore()
