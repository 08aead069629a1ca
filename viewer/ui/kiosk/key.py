"""One key of the keyboard on the screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEventPoint,
    QFontMetricsF,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QTouchEvent,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from viewer.ui.fonts import control_font
from viewer.ui.theme import Theme

_BORDER, _RING, _CORNER = 2, 6, 10
_REPEAT_AFTER, _REPEAT_EACH = 500, 90
"""Milliseconds."""
_TOUCHES = (
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
    QEvent.Type.TouchCancel,
)


class Key(QAbstractButton):
    """Takes touches itself: Qt makes one mouse of all fingers, and two thumbs would lose letters.

    A finger may miss it by a little: it is larger than its ``face``, so that keys leave no gaps.
    """

    struck = Signal()
    """Of a key that writes: as soon as it goes down. Of any other: when it is let go."""

    def __init__(self, parent: QWidget, *, at_once: bool, repeats: bool = False) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._picture = QPixmap()
        self.face = QRect()
        """The part that is painted."""
        self.lit = False
        """It waits for another key, and looks so."""
        self.is_accent = False
        """Its sign stands above a letter that is not there: so it is drawn larger, and lower."""
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        # A finger leaves the focus in the field; a switch comes here by Tab.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoRepeat(repeats)
        self.setAutoRepeatDelay(_REPEAT_AFTER)
        self.setAutoRepeatInterval(_REPEAT_EACH)
        (self.pressed if at_once else self.clicked).connect(self._strike)

    def set_look(self, theme: Theme, pixels: int, picture: QPixmap | None = None) -> None:
        """Draw with this theme, and in letters of so many pixels."""
        self._theme, self._picture = theme, picture or QPixmap()
        self.setFont(control_font(pixels, bold=True))
        self.update()

    def place(self, box: QRect, face: QRect) -> None:
        """Stand in ``box``, and be painted in ``face``; both in the keyboard's own numbers."""
        self.setGeometry(box)
        self.face = face.translated(-box.topLeft())
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() in _TOUCHES and isinstance(event, QTouchEvent):
            self._touch(event)
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it too; Qt's own buttons take Space alone."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.setDown(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        if theme is None:
            return
        strong = self.isDown() or self.lit
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge, thick = (theme.accent if strong else theme.outline), _BORDER
        if self.hasFocus():
            edge, thick = theme.focus, _RING
        painter.setPen(QPen(QColor(edge), thick))
        painter.setBrush(QColor(theme.accent_soft if strong else theme.paper))
        half = thick / 2
        box = self.face.toRectF().adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, _CORNER, _CORNER)
        painter.setPen(QColor(theme.accent if strong else theme.ink))
        if self.is_accent:
            self._draw_accent(painter)
        else:
            self._draw_words(painter)
        painter.end()

    def _draw_accent(self, painter: QPainter) -> None:
        font = self.font()
        font.setPixelSize(font.pixelSize() * 2)
        painter.setFont(font)
        ink = QFontMetricsF(font).tightBoundingRect(self.text())
        painter.drawText(self.face.toRectF().center() - ink.center(), self.text())

    def _draw_words(self, painter: QPainter) -> None:
        words = self.text()
        size = self._picture.deviceIndependentSize().toSize()
        gap = self.font().pixelSize() // 3 if words and not self._picture.isNull() else 0
        wide = painter.fontMetrics().horizontalAdvance(words)
        left = self.face.center().x() - (size.width() + gap + wide) // 2
        first, second = (left, left + size.width() + gap)
        if self.isRightToLeft():
            first, second = (left + wide + gap, left)
        if not self._picture.isNull():
            top = self.face.center().y() - size.height() // 2
            painter.drawPixmap(first, top, self._picture)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter
        box = QRect(second, self.face.top(), wide, self.face.height()).adjusted(-4, 0, 4, 0)
        painter.drawText(box, int(middle | Qt.TextFlag.TextSingleLine), words)

    def _strike(self) -> None:
        self.struck.emit()

    def _touch(self, event: QTouchEvent) -> None:
        """Each finger counts, also one that comes while another is still here."""
        if event.type() == QEvent.Type.TouchCancel:
            self.setDown(False)
            return
        states = [point.state() for point in event.points()]
        for point in event.points():
            if point.state() == QEventPoint.State.Pressed:
                self.setDown(True)
                self.pressed.emit()
            elif point.state() == QEventPoint.State.Released:
                inside = self.rect().contains(point.position().toPoint())
                was_down = self.isDown()
                if all(state == QEventPoint.State.Released for state in states):
                    self.setDown(False)
                self.released.emit()
                if inside and was_down:
                    self.clicked.emit()
