"""A strip that says how far the search index is, with a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QProgressBar

from viewer.core.locales import format_number
from viewer.ui.button import Button
from viewer.ui.fonts import control_font

LEAST = 44
"""Pixels of a control each way, so that a finger hits it."""


_ONE_ROW = 40
"""Ems from which all stands in one row."""


class IndexBar(QFrame):
    """Hidden while there is nothing to say."""

    cancel_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("indexBar")
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.cancel = Button()
        self.cancel.clicked.connect(self.cancel_requested)
        self._language = "en"
        self._done: tuple[int, ...] = ()
        """Topics that are done, of how many; empty where another window counts them."""
        self._fails = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(20, 4, 20, 4)
        self._pixels = 15
        self._arrange()
        self._name_controls()
        self.hide()

    def set_language(self, language: str) -> None:
        """Write numbers as this language does."""
        self._language = language
        self._say()

    def set_scale(self, pixels: int) -> None:
        """Use a font of so many pixels."""
        self.cancel.setMinimumHeight(max(LEAST, round(pixels * 2.2)))
        for widget in (self.label, self.cancel):
            widget.setFont(control_font(round(pixels * 0.9)))
        self._widen()
        self.bar.setFixedHeight(max(8, round(pixels * 0.6)))
        self.bar.setMinimumWidth(pixels * 2)
        self._grid.setHorizontalSpacing(round(pixels * 0.7))
        self._pixels = pixels
        self._arrange()

    def show_progress(self, done: int, total: int) -> None:
        """Say how many topics are done; a glance at one or two changed topics is not worth it."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self._show((done, total))

    def show_waiting(self) -> None:
        """Say that another window is at it."""
        self.bar.setRange(0, 0)
        self._show(())

    def show_unavailable(self) -> None:
        """Say that only titles can be found."""
        self._show((), fails=True)

    def _show(self, done: tuple[int, ...], *, fails: bool = False) -> None:
        self._done, self._fails = done, fails
        self._say()
        self.bar.setVisible(not fails)
        self.cancel.setVisible(not fails)
        self.show()

    def _say(self) -> None:
        """Write the sentence for what is known, in the language that the window speaks now."""
        if self._fails:
            said = self.tr(
                "Search finds titles only on this computer. Ask the person who looks after it."
            )
        elif self._done:
            done, total = (format_number(number, self._language) for number in self._done)
            said = self.tr("Preparing search: {done} of {total} topics")
            said = said.format(done=done, total=total)
        else:
            said = self.tr("Preparing search: another window is at work on it")
        self.label.setText(said)

    def _name_controls(self) -> None:
        self.bar.setAccessibleName(self.tr("Preparing search"))
        self.cancel.setText(self.tr("Cancel"))
        self._widen()

    def _arrange(self) -> None:
        """All in one row; or, where there is no room, the sentence above the others."""
        narrow = int(self.width() < self._pixels * _ONE_ROW)
        self._grid.addWidget(self.label, 0, 0, 1, 1 + narrow)
        self._grid.addWidget(self.bar, narrow, 1 - narrow)
        self._grid.addWidget(self.cancel, narrow, 2 - narrow)
        for column, stretch in enumerate((1, 0, 0) if narrow else (2, 1, 0)):
            self._grid.setColumnStretch(column, stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _widen(self) -> None:
        """Keep the button's words whole, however long the sentence beside it is."""
        self.cancel.setMinimumWidth(0)
        self.cancel.setMinimumWidth(max(LEAST, self.cancel.sizeHint().width()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_controls()
            self._say()
