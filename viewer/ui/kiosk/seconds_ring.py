"""A number that counts down in a ring."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from viewer.ui.fonts import control_font
from viewer.ui.theme import Theme


class SecondsRing(QWidget):
    """A number in a ring, which shrinks with it; the number alone where nothing may move."""

    def __init__(self) -> None:
        super().__init__()
        self._seconds = 0
        self._whole = 1
        self._shown = 1.0
        """The part of the ring that is painted."""
        self._theme: Theme | None = None
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(400)
        self._glide.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._glide.valueChanged.connect(self._show_part)

    def begin(self, seconds: int) -> None:
        """Start with a whole ring."""
        self._glide.stop()
        self._whole = max(1, seconds)
        self._seconds = seconds
        self._shown = 1.0
        self.update()

    def show_seconds(self, seconds: int, *, moves: bool) -> None:
        """Show how many are left."""
        self._seconds = seconds
        self._glide.stop()
        part = seconds / self._whole
        if moves:
            self._glide.setStartValue(self._shown)
            self._glide.setEndValue(part)
            self._glide.start()
        self._shown = self._shown if moves else part
        self.update()

    def wear(self, theme: Theme) -> None:
        """Draw in this theme's colours."""
        self._theme = theme
        self.update()

    def set_side(self, side: int) -> None:
        """Be so many pixels wide and high."""
        self.setFont(control_font(round(side * 0.4), bold=True))
        self.setFixedSize(side, side)

    def rest(self) -> None:
        """Move no more."""
        self._glide.stop()

    def _show_part(self, part: float) -> None:
        self._shown = part
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        if theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = self.width() / 16
        ring = QRectF(self.rect()).adjusted(stroke, stroke, -stroke, -stroke)
        painter.setPen(QPen(QColor(theme.line), stroke / 2))
        painter.drawEllipse(ring)
        pen = QPen(QColor(theme.accent), stroke)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(ring, 90 * 16, round(self._shown * 360 * 16))
        painter.setPen(QColor(theme.ink))
        painter.setFont(self.font())
        digits = str(self._seconds)
        # By the digits' own height, for the font's includes what hangs below a line.
        metrics = painter.fontMetrics()
        middle = QRectF(self.rect()).center()
        left = middle.x() - metrics.horizontalAdvance(digits) / 2
        painter.drawText(QPointF(left, middle.y() + metrics.capHeight() / 2), digits)
