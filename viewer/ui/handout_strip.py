"""A strip that says what is going on, with a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QProgressBar

from viewer.ui.announcing import announce_calmly
from viewer.ui.wrapping import Push

_ONE_ROW = 26
"""Ems from which all stands in one row."""


class HandoutStrip(QFrame):
    """Hidden while nothing goes on."""

    cancel_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.cancel = Push()
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.cancel_requested)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._pixels = 16
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.label, 1)
        self._row.addWidget(self.bar, 1)
        self._row.addWidget(self.cancel)
        self.name_controls()
        self.hide()

    def show_progress(self, words: str, done: int = 0, total: int = 0) -> None:
        """Say what goes on, and how far it is; no ``total``: nobody knows."""
        if self.isHidden():
            announce_calmly(self, words)  # and not each step
        self.label.setText(words)
        self.cancel.setAccessibleDescription(words)
        self.bar.setAccessibleName(words)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.show()

    def set_scale(self, pixels: int) -> None:
        """Use a font of so many pixels."""
        self._pixels = pixels
        self._row.setSpacing(round(pixels * 0.5))
        self._turn()
        self.bar.setFixedHeight(max(8, round(pixels * 0.6)))
        self.bar.setMinimumWidth(pixels * 2)

    def name_controls(self) -> None:
        """Name the button in the language that the window speaks now."""
        self.cancel.set_words(self.tr("Cancel"))

    def _turn(self) -> None:
        """Beside each other; or, where there is no room, one below the other."""
        narrow = self.width() < self._pixels * _ONE_ROW
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.name_controls()
