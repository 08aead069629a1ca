"""Buttons of a dialog, whose words stand in several lines where there is no room for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QPushButton, QSizePolicy

from viewer.ui.focus_ring import paint_ring
from viewer.ui.group import Answer
from viewer.ui.switch import Switch

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    Base = QAbstractButton
else:
    Base = object

LEAST = 44
"""Pixels of a control each way, so that a finger hits it."""
_BESIDE, _ABOVE = 0.75, 0.6
"""Ems between a button's edge and its words; the style sheet says the same."""
_BORDER = 2
_MARK = 2.0
"""Ems that the round mark and the space after it take; the style sheet says the same."""


class Ringed(Base):
    """Shows the focus inside what is filled: a border about it is too much like its ground."""

    def is_filled(self) -> bool:
        """Whether its ground is the accent now."""
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self.is_filled():
            paint_ring(self)


class FormSwitch(Switch):
    """A switch of a form."""


class Wrapping(Ringed):
    """What the buttons below have in common."""

    _words = ""

    def set_words(self, words: str) -> None:
        """Show these words, in as many lines as they need."""
        self._words = words
        preferred = QSizePolicy.Policy.Preferred  # it may be narrower, and then higher
        self.setSizePolicy(preferred, preferred)
        self.setAccessibleName(words)
        self._write()
        self.updateGeometry()

    @property
    def words(self) -> str:
        """What stands on it, in one line."""
        return self._words

    def sizeHint(self) -> QSize:
        self.ensurePolished()  # it has its font from the style sheet
        return self._size(self.fontMetrics().horizontalAdvance(self._words), 1)

    def minimumSizeHint(self) -> QSize:
        self.ensurePolished()
        metrics = self.fontMetrics()
        widest = max(map(metrics.horizontalAdvance, self._words.split()), default=0)
        return self._size(widest, 1)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self.ensurePolished()
        return self._size(0, len(self._lines(width))).height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._write()

    def _size(self, width: int, lines: int) -> QSize:
        high = lines * self.fontMetrics().lineSpacing() + 2 * (self._em(_ABOVE) + _BORDER)
        return QSize(max(LEAST, width + self._taken()), max(LEAST, high))

    def _em(self, ratio: float) -> int:
        return round(self.font().pixelSize() * ratio)

    def _taken(self) -> int:
        """Pixels of the width that are not the words'."""
        icon = 0 if self.icon().isNull() else self.iconSize().width() + self._em(0.4)
        return 2 * (self._em(_BESIDE) + _BORDER) + icon + 2

    def _lines(self, width: int) -> list[str]:
        lines, metrics = [""], self.fontMetrics()
        for word in self._words.split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and metrics.horizontalAdvance(longer) > width - self._taken():
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._write()
            self.updateGeometry()

    def _write(self) -> None:
        lines = self._lines(self.width()) if self.width() else [self._words]
        self.setText("\n".join(lines).replace("&", "&&"))


class Pill(Wrapping, Answer):
    """One of several choices, of which one is taken; looks like the window's switch."""

    def is_filled(self) -> bool:
        """Whether its ground is the accent now."""
        return self.isChecked()


class Round(Wrapping, Answer):
    """One of several choices, with a round mark before its words."""

    def _taken(self) -> int:
        return super()._taken() + self._em(_MARK)


class Tick(Wrapping, QCheckBox):
    """One of several, of which any number are taken."""

    def hitButton(self, pos: QPoint) -> bool:
        """All of it can be pressed: Qt's own takes the line of its words alone."""
        return self.rect().contains(pos)


class WrappingSwitch(Wrapping, FormSwitch):
    """A switch with a sentence on it."""


class Push(Wrapping, QPushButton):
    """Does something at once."""


class MainPush(Push):
    """Does what a dialog is for; the style sheet fills it."""

    def is_filled(self) -> bool:
        """Whether its ground is the accent now."""
        return self.isEnabled()


class DefaultPush(Ringed, QPushButton):
    """The same, where its words have room in one line; Enter presses it from every field."""

    def is_filled(self) -> bool:
        """Whether its ground is the accent now."""
        return self.isEnabled()
