"""Asks whether another emergency number is the right one, and shows how it will read."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from viewer.ui.flow_layout import FlowLayout
from viewer.ui.form import words
from viewer.ui.icons import Icons
from viewer.ui.theme import Theme
from viewer.ui.wrapping import WrappingSwitch


class NumberQuestion(QFrame):
    """Stands under the field while its number is not the one that counts now."""

    answered = Signal()

    def __init__(self, icons: Icons, theme: Theme, pixels: int, ratio: float) -> None:
        super().__init__()
        self.setProperty("part", "caution")
        self._number: str | None = None
        self.text = words("", "", pixels)
        self.answer = WrappingSwitch("", icons)
        self.answer.set_scale(theme, pixels, ratio, mirrored=self.isRightToLeft())
        self.answer.clicked.connect(self.answered)
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        row = QWidget()
        FlowLayout(row, QMargins(), 0).addWidget(self.answer)
        column.addWidget(row)
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
            self.answer.set_words(self.tr("Yes, {} is right here").format(number))
        else:
            self.text.setText(
                self.tr(
                    "Pages and handouts will name no number. They will say: “Call your local "
                    "emergency number now”. Is that right for this place?"
                )
            )
            self.answer.set_words(self.tr("Yes, name no number"))
        self.answer.setAccessibleDescription(self.text.text())
        self.setVisible(asks)
