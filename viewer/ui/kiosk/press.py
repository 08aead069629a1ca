"""A large button of the kiosk's bar: an icon beside its words, never smaller than a finger."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QStyle, QStyleOptionToolButton, QWidget

from viewer.ui import qt_numbers
from viewer.ui.fonts import control_font
from viewer.ui.icons import Icons
from viewer.ui.kiosk.scale import TARGET
from viewer.ui.theme import Theme

_PAD, _PAD_TIGHT = 0.75, 0.45
"""Ems beside what stands on it."""
_BESIDE = 0.4
"""Ems between the icon and the words."""
_CENTRED = Qt.AlignmentFlag.AlignCenter
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_EDGE, _LINE = 6, 3
"""Pixels of the ring that shows the focus, as the style sheet draws it, and of the line in it."""


class Press(QAbstractButton):
    """Its box is painted by the kiosk's style sheet, which knows it by its class.

    No tool button: to a screen reader one of several of those is never one of several to choose.
    """

    def __init__(self, icons: Icons, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons, self._icon = icons, icon
        self._role = "accent"
        self._words, self._tight = "", False
        self._scale: tuple[Theme, int, float] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def make_choice(self) -> None:
        """Be one of those beside it, of which one is chosen: a radio button to a screen reader."""
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it too; an arrow goes to the choice beside it, and chooses nothing."""
        key = event.key()
        if key in (qt_numbers.KEY_RETURN, qt_numbers.KEY_ENTER):
            self.click()
        elif self.autoExclusive() and key in _ARROWS and self._step(self._way(key)):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _way(self, key: int) -> int:
        """1: on, in the order of reading. -1: back."""
        back = (Qt.Key.Key_Up, Qt.Key.Key_Right if self.isRightToLeft() else Qt.Key.Key_Left)
        return -1 if key in back else 1

    def _step(self, way: int) -> bool:
        """Go to the choice beside this one, and round."""
        parent = self.parentWidget()
        beside = parent.findChildren(Press) if parent is not None else []
        choices = [it for it in beside if it.autoExclusive() and it.isVisible()]
        reasons = Qt.FocusReason
        reason = reasons.TabFocusReason if way > 0 else reasons.BacktabFocusReason
        choices[(choices.index(self) + way) % len(choices)].setFocus(reason)
        return True

    def set_role(self, role: str) -> None:
        """Draw it in another role of the theme: ``danger`` for getting help."""
        self._role = role
        self.setProperty("role", role)

    def say(self, words: str, name: str = "") -> None:
        """Show words, and be called by them, or by another name where they are a sign."""
        self._words = words
        self.setText(words)
        self.setAccessibleName(name or words)
        self.updateGeometry()

    def set_tight(self, *, tight: bool) -> None:
        """Take as little width as may be: several words stand in two lines."""
        if tight is not self._tight:
            self._tight = tight
            self.updateGeometry()
            self.update()

    def set_scale(self, theme: Theme, pixels: int, ratio: float, *, wide: float = 1.0) -> None:
        """Draw with this theme, and with a font of so many pixels; ``wide`` enlarges the words."""
        self._scale = (theme, pixels, ratio)
        self.setFont(control_font(round(pixels * wide), bold=True))
        self.setMinimumSize(TARGET, max(TARGET, round(pixels * 2.6)))
        self.updateGeometry()
        self.update()

    @property
    def _pixels(self) -> int:
        return self._scale[1] if self._scale else 27

    @property
    def lines(self) -> tuple[str, ...]:
        """Its words as they stand: where it is tight, in two lines as even as may be."""
        words = self._words.split(" ")
        if not self._tight or len(words) < 2:
            return (self._words,) if self._words else ()
        breaks = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
        metrics = QFontMetrics(self.font())
        return min(breaks, key=lambda lines: max(map(metrics.horizontalAdvance, lines)))

    def sizeHint(self) -> QSize:
        least = self.minimumSize()
        metrics = QFontMetrics(self.font())
        words = max(map(metrics.horizontalAdvance, self.lines), default=0)
        pad = round(self._pixels * (_PAD_TIGHT if self._tight else _PAD))
        # All that are tight are as high as those with two lines: a row is even.
        line = QFontMetrics(control_font(self._pixels, bold=True)).lineSpacing()
        high = 2 * line + 2 * _EDGE if self._tight else 0
        return QSize(self._before_words + words + 2 * pad, high).expandedTo(least)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @property
    def _icon_pixels(self) -> int:
        return round(self._pixels * 1.25) if self._icon else 0

    @property
    def _before_words(self) -> int:
        """The icon, and the space after it."""
        beside = round(self._pixels * _BESIDE) if self._icon and self._words else 0
        return self._icon_pixels + beside

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box of the style, and in its middle the icon and the words."""
        option = QStyleOptionToolButton()
        option.initFrom(self)
        states, parts = QStyle.StateFlag, QStyle.SubControl
        option.subControls = parts.SC_ToolButton
        state = states.State_Sunken if self.isDown() else states.State_Raised
        option.state |= states.State_On if self.isChecked() else state
        painter = QPainter(self)
        self.style().drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option, painter, self)
        if self._scale is None:
            return
        colour = self._colour(self._scale[0])
        metrics, lines = QFontMetrics(self.font()), self.lines
        words = max(map(metrics.horizontalAdvance, lines), default=0)
        left = (self.width() - self._before_words - words) // 2
        rtl = self.isRightToLeft()
        if self._icon:
            at = self.width() - left - self._icon_pixels if rtl else left
            top = (self.height() - self._icon_pixels) // 2
            turned = self._icon in ("back", "forward") and rtl
            painter.drawPixmap(QPoint(at, top), self._drawn(colour, mirrored=turned))
        painter.setPen(QColor(colour))
        painter.setFont(self.font())
        high = metrics.lineSpacing()
        box = QRect(left if rtl else left + self._before_words, 0, words, high)
        box.moveTop((self.height() - high * len(lines)) // 2)
        for line in lines:
            painter.drawText(box, _CENTRED | Qt.TextFlag.TextDontClip, line)
            box.translate(0, high)
        if self.hasFocus() and self.isChecked():
            self._paint_line(painter, self._scale[0])

    def _paint_line(self, painter: QPainter, theme: Theme) -> None:
        """One that is on is filled: there the ring of the focus needs a line inside it."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.on_accent), _LINE))
        inset = _EDGE + _LINE / 2
        box = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, _EDGE, _EDGE)

    def _colour(self, theme: Theme) -> str:
        if not self.isEnabled():
            return theme.disabled
        if self.isCheckable() and self.isChecked():
            return theme.on_accent
        return str(getattr(theme, self._role))

    def _drawn(self, colour: str, *, mirrored: bool) -> QPixmap:
        assert self._scale is not None
        _, _, ratio = self._scale
        return self._icons.pixmap(self._icon, colour, self._icon_pixels, ratio, mirrored=mirrored)
