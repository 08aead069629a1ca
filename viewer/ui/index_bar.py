"""A strip that says how far the search index is, with a way to stop it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar

from viewer.ui.button import Button
from viewer.ui.fonts import control_font

LEAST = 44
"""Pixels of a control each way, so that a finger hits it."""


class IndexBar(QFrame):
    """Hidden while there is nothing to say."""

    cancel_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("indexBar")
        self.label = QLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.cancel = Button()
        self.cancel.clicked.connect(self.cancel_requested)
        self._locale = QLocale("en")
        self._words: Callable[[], str] = str
        """Makes what it says, in the language of the window."""
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 4, 20, 4)
        layout.setSpacing(16)
        layout.addWidget(self.label)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.cancel)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Name the parts in the language that the window speaks now."""
        self.bar.setAccessibleName(self.tr("Preparing search"))
        self.cancel.setText(self.tr("Cancel"))
        self.label.setText(self._words())

    def set_language(self, language: str) -> None:
        """Write numbers as this language does."""
        self._locale = QLocale(language)
        self.retranslate()

    def set_scale(self, pixels: int) -> None:
        """Use a font of so many pixels."""
        self.cancel.setMinimumSize(LEAST, max(LEAST, round(pixels * 2.2)))
        for widget in (self.label, self.cancel):
            widget.setFont(control_font(round(pixels * 0.9)))
        self.bar.setFixedHeight(max(8, round(pixels * 0.6)))

    def show_progress(self, done: int, total: int) -> None:
        """Say how many topics are done; a glance at one or two changed topics is not worth it."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self._say(lambda: self._progress(done, total), working=True)

    def show_waiting(self) -> None:
        """Say that another window is at it."""
        self.bar.setRange(0, 0)
        self._say(
            lambda: self.tr("Preparing search: another window is at work on it"), working=True
        )

    def show_unavailable(self) -> None:
        """Say that only titles can be found."""
        self._say(
            lambda: self.tr("Search finds titles only: its index cannot be kept here."),
            working=False,
        )

    def _progress(self, done: int, total: int) -> str:
        numbers = {"done": self._locale.toString(done), "total": self._locale.toString(total)}
        return self.tr("Preparing search: {done} of {total} topics").format(**numbers)

    def _say(self, words: Callable[[], str], *, working: bool) -> None:
        self._words = words
        self.label.setText(words())
        self.bar.setVisible(working)
        self.cancel.setVisible(working)
        self.show()
