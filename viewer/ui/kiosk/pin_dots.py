"""Shows how many digits have been typed, and never which."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.core.pin import LONGEST, SHORTEST
from viewer.ui.kiosk.scale import TARGET
from viewer.ui.theme import Theme

_BORDER, _RING = 2, 5
"""Pixels of the field's edge, and of the line that shows the focus."""
_ROUND = 10


class PinDots(QWidget):
    """A field with a dot for each digit; it is told their number alone."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self._theme: Theme | None = None
        self._pixels = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_scale(self, theme: Theme, pixels: int) -> None:
        """Paint in a theme's colours, beside words of so many pixels."""
        self._theme, self._pixels = theme, pixels
        self.updateGeometry()
        self.update()

    def show_count(self, count: int, words: str) -> None:
        """Show so many dots; ``words`` say the same to a screen reader."""
        self.count = count
        self.setAccessibleDescription(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._pixels * 16, max(TARGET, round(self._pixels * 2.6)))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        theme, width = self._theme, _RING if self.hasFocus() else _BORDER
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.focus if self.hasFocus() else theme.outline), width))
        painter.setBrush(QColor(theme.paper))
        inset = width / 2
        field = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(field, _ROUND, _ROUND)
        painter.setPen(QPen(QColor(theme.outline), _BORDER))
        for at, place in enumerate(self._places()):
            painter.setBrush(QColor(theme.ink if at < self.count else theme.paper))
            painter.drawEllipse(place)
        painter.end()

    def _places(self) -> list[QRectF]:
        """Where the dots are: as many as are typed, and the outlines of the least there must be."""
        step = min(self.width() / (LONGEST + 1), self._pixels * 1.2)
        size, number = step * 0.5, max(self.count, SHORTEST)
        first = (self.width() - step * (number - 1)) / 2
        middle = self.height() / 2
        return [
            QRectF(first + step * at - size / 2, middle - size / 2, size, size)
            for at in range(number)
        ]
