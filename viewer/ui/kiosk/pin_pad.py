"""The keys that a PIN is typed with on a touch screen, as telephones have them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from viewer.ui.button import Button
from viewer.ui.fonts import control_font
from viewer.ui.kiosk.scale import TARGET

_DIGITS = "123456789"
_HIGH = 3.8
"""The height of a key in the height of its letters, where there is room."""
_LARGER = 1.4
"""Digits beside words."""
_TALLEST = 0.7
"""A digit's letters at most, in the height of its key."""
_INSIDE = 0.8
"""What a key's edges and its room inside take of its width, in the height of its letters."""


class PinPad(QWidget):
    """Tells which key was pressed, and keeps nothing."""

    digit_pressed = Signal(str)
    delete_pressed = Signal()
    ok_pressed = Signal()
    close_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.digits = {digit: Button() for digit in (*_DIGITS, "0")}
        self.delete, self.ok, self.close_key = Button(), Button(), Button()
        self.ok.setProperty("part", "main")
        self._pixels = 0
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as telephones do in every script
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for at, digit in enumerate(_DIGITS):
            self._grid.addWidget(self.digits[digit], at // 3, at % 3)
        for at, key in enumerate((self.delete, self.digits["0"], self.ok)):
            self._grid.addWidget(key, 3, at)
        self._grid.addWidget(self.close_key, 4, 0, 1, 3)
        for column in range(3):
            self._grid.setColumnStretch(column, 1)
        for digit, key in self.digits.items():
            key.setText(digit)
            key.setAccessibleName(digit)
            key.clicked.connect(partial(self.digit_pressed.emit, digit))
        self.delete.clicked.connect(self.delete_pressed)
        self.ok.clicked.connect(self.ok_pressed)
        self.close_key.clicked.connect(self.close_pressed)
        self.retranslate()

    @property
    def keys(self) -> list[Button]:
        """All but Close."""
        return [*self.digits.values(), self.delete, self.ok]

    def set_usable(self, *, usable: bool, complete: bool) -> None:
        """Let keys be pressed, and OK once there is enough to check."""
        for key in self.keys:
            key.setEnabled(usable)
        self.ok.setEnabled(usable and complete)

    def set_scale(self, pixels: int) -> None:
        """Letters of so many pixels; digits are larger."""
        self._pixels = pixels
        gap, high = round(pixels * 0.5), max(TARGET, round(pixels * _HIGH))
        self._grid.setSpacing(gap)
        for key in (*self.keys, self.close_key):
            key.setMinimumSize(TARGET, TARGET)
            key.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setMaximumSize(pixels * 18, 5 * high + 4 * gap)
        self._fit_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_words()

    def _fit_words(self) -> None:
        """Make the words on keys as large as fits: a word that is cut off is none."""
        high = (self.height() - 4 * self._grid.spacing()) / 5
        for key in self.digits.values():
            size = min(self._pixels * _LARGER, max(high, TARGET) * _TALLEST)
            key.setFont(control_font(max(round(size), 1), bold=True))
        room = (self.width() - 2 * self._grid.spacing()) // 3 - round(self._pixels * _INSIDE)
        for key in (self.delete, self.ok):
            font = control_font(self._pixels or 1, bold=True)
            wide = QFontMetrics(font).horizontalAdvance(key.text())
            if wide > room > 0:
                font.setPixelSize(max(self._pixels * room // wide, 1))
            key.setFont(font)
        self.close_key.setFont(control_font(self._pixels or 1, bold=True))

    def retranslate(self) -> None:
        """Take the words from the language that is spoken now."""
        for key, words in (
            (self.delete, self.tr("Delete")),
            (self.ok, self.tr("OK")),
            (self.close_key, self.tr("Close")),
        ):
            key.setText(words)
            key.setAccessibleName(words)
        self._fit_words()
