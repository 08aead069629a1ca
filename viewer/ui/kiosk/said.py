"""A sentence for the visitor above the bar, for as long as it takes to read it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QWidget

from viewer.ui.announcing import announce
from viewer.ui.fonts import control_font
from viewer.ui.theme import Theme

SHOWN_MS = 9_000
"""Twice as long as slow readers need for a dozen words."""
LETTER_MS = 150
"""A longer sentence stays so long for each letter."""
BESIDE = 32
"""Pixels beside it at the least."""


class Said(QLabel):
    """Comes up over the page's foot, and goes by itself or with a touch."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("kioskSaid")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()
        self._above, self._room = 0, QRect(parent.rect())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.forget)

    def say(self, words: str, *, good: bool) -> None:
        """Show a sentence."""
        self.setText(words)
        self.setProperty("good", "true" if good else "false")
        self.style().unpolish(self)
        self.style().polish(self)
        self.arrange()
        self.show()
        self.raise_()
        self._timer.start(max(SHOWN_MS, LETTER_MS * len(words)))
        announce(self, words)

    def forget(self) -> None:
        """Take it away."""
        self._timer.stop()
        self.clear()
        self.hide()

    def stand_over(self, room: QRect, above: int) -> None:
        """Stand so many pixels from the window's foot, between the sides of ``room``."""
        self._room, self._above = room, above
        self.arrange()

    def arrange(self) -> None:
        """In the middle, as wide as its words need and the room has."""
        room = self._room
        wide = min(room.width() - 2 * BESIDE, 1_000)
        high = self.heightForWidth(wide)
        top = self._over.height() - self._above - high - 24
        self.setGeometry(room.left() + (room.width() - wide) // 2, top, wide, high)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """It has been read: what it covers can be touched."""
        self.forget()

    def retranslate(self) -> None:
        """What is said stays as it was said."""

    def set_scale(self, theme: Theme, pixels: int, ratio: float) -> None:
        """Draw with a font of so many pixels; the colours come from the window."""
        self.setFont(control_font(pixels))
        self.arrange()
