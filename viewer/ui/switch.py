"""A switch: a check box that looks like what it is on a phone."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from viewer.ui.theme import Theme


class Switch(QCheckBox):
    """Its words, and a track with a knob; the whole of it can be pressed."""

    def __init__(self, text: str, theme: Theme) -> None:
        super().__init__(text)
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours from now on."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        text = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(text + self._track().width() + 3 * self._padding() + 2, self._height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, on = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.setBrush(QColor(theme.accent if on else theme.paper))
        painter.drawRoundedRect(frame, 9, 9)
        self._paint_text(painter, on)
        self._paint_track(painter, on)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.on_accent if on else theme.focus), 2))
            painter.drawRoundedRect(frame.adjusted(4, 4, -4, -4), 6, 6)

    def _paint_text(self, painter: QPainter, on: bool) -> None:
        painter.setPen(QColor(self._theme.on_accent if on else self._theme.accent))
        pad = self._padding()
        words = self.rect().adjusted(pad, 0, -pad, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(words, int(flags), self.text())

    def _paint_track(self, painter: QPainter, on: bool) -> None:
        theme, size, pad = self._theme, self._track(), self._padding()
        x = pad if self.isRightToLeft() else self.width() - pad - size.width()
        track = QRectF(x, (self.height() - size.height()) / 2, size.width(), size.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.on_accent if on else theme.track))
        painter.drawRoundedRect(track, size.height() / 2, size.height() / 2)
        knob = size.height() - 6
        at_end = on is not self.isRightToLeft()
        knob_x = track.right() - knob - 3 if at_end else track.left() + 3
        painter.setBrush(QColor(theme.accent if on else theme.paper))
        painter.drawEllipse(QRectF(knob_x, track.top() + 3, knob, knob))

    def _track(self) -> QSize:
        height = round(self.fontMetrics().height() * 1.15)
        return QSize(round(height * 1.85), height)

    def _padding(self) -> int:
        return round(self.fontMetrics().height() * 0.75)

    def _height(self) -> int:
        return max(44, round(self.fontMetrics().height() * 2.1))
