"""A large answer to a question that covers the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from viewer.ui.button import Button
from viewer.ui.fonts import control_font
from viewer.ui.kiosk.scale import TARGET
from viewer.ui.theme import Theme

_EDGE, _RING, _LINE = 3, 7, 3
"""Pixels of the edge, of the ring that shows the focus, and of the line inside it."""


class AnswerButton(Button):
    """Its name is what it says; the one that most people want is filled."""

    def __init__(self, parent: QWidget | None = None, *, filled: bool) -> None:
        super().__init__(parent)
        self._filled = filled
        self._theme: Theme | None = None

    def wear(self, theme: Theme) -> None:
        """Draw in this theme's colours."""
        self._theme = theme
        self.update()

    def fit(self, pixels: int, least: int, most: int, pad: int) -> int:
        """Be wide enough for its words in letters of so many pixels; gives its height."""
        self.setFont(control_font(pixels, bold=True))
        name, metrics = self.accessibleName(), self.fontMetrics()
        wide = min(max(metrics.horizontalAdvance(name) + pixels * 3, least), most)
        self.set_wrapped(name, wide - pixels)
        lines = self.text().count("\n") + 1
        self.setFixedSize(wide, max(TARGET, pad + metrics.lineSpacing() * lines))
        return self.height()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        if theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink = theme.paper, theme.accent
        if self._filled:
            ground, ink = theme.accent, theme.on_accent
        if self.isDown():
            ground, ink = theme.accent_soft, theme.accent
        self._draw_box(painter, theme.accent, ground, _EDGE, 0)
        if self.hasFocus():
            self._draw_box(painter, theme.focus, ground, _RING, 0)
            self._draw_box(painter, theme.paper if not self._filled else ink, "", _LINE, _RING)
        painter.setPen(QColor(ink))
        painter.setFont(self.font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def _draw_box(
        self, painter: QPainter, edge: str, ground: str, thick: int, inset: float
    ) -> None:
        painter.setPen(QPen(QColor(edge), thick))
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        inset += thick / 2
        box = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
        corner = max(1.0, self.font().pixelSize() / 3 - inset)
        painter.drawRoundedRect(box, corner, corner)
