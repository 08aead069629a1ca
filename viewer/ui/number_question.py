"""Asks whether another emergency number is the right one, and shows how it will read."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from viewer.ui.form import words
from viewer.ui.icons import Icons
from viewer.ui.switch import Switch
from viewer.ui.theme import Theme


class NumberQuestion(QFrame):
    """Stands under the field while its number is not the one that counts now."""

    answered = Signal()

    def __init__(self, icons: Icons, theme: Theme, pixels: int, ratio: float) -> None:
        super().__init__()
        self.setProperty("part", "caution")
        self._number: str | None = None
        self.text = words("", "", pixels)
        self.answer = Switch("", icons)
        self.answer.set_scale(theme, pixels, ratio, mirrored=self.isRightToLeft())
        self.answer.clicked.connect(self.answered)
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        line = QHBoxLayout()
        line.addWidget(self.answer)
        line.addStretch(1)
        column.addLayout(line)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether nobody has said yes to the number."""
        return self._number is not None and not self.answer.isChecked()

    def ask(self, number: str, *, asks: bool) -> None:
        """Ask about a number, or about having none; a yes counts for that one alone."""
        wanted = number if asks else None
        if wanted != self._number:
            self._number = wanted
            self.answer.setChecked(False)
        if number:
            self.text.setText(
                self.tr(
                    "Pages and handouts will say: “Call {} now”. People dial it when a life is in "
                    "danger. Is it the right number for this place?"
                ).format(number)
            )
            self.answer.setText(self.tr("Yes, {} is right here").format(number))
        else:
            self.text.setText(
                self.tr(
                    "Pages and handouts will name no number. They will say: “Call your local "
                    "emergency number now”. Is that right for this place?"
                )
            )
            self.answer.setText(self.tr("Yes, name no number"))
        self.answer.setAccessibleDescription(self.text.text())
        self.setVisible(asks)
