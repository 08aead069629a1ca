"""A question of the dialog with its answers beside each other, each one press away."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from viewer.ui.flow_layout import FlowLayout
from viewer.ui.group import Group
from viewer.ui.wrapping import Pill


class Pills(Group):
    """One answer at a time; arrow keys go through the answers, Tab goes on to what comes next."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(lambda _: self.changed.emit())
        self._pills: dict[str, Pill] = {}
        self._row = QWidget()
        self._flow = FlowLayout(self._row, QMargins(), 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._row)

    def offer(self, answers: Iterable[tuple[str, str]], chosen: str, question: str) -> None:
        """Offer answers, each a value and its words; says nothing of a change."""
        for value, words in answers:
            pill = self._pills.get(value)
            if pill is None:
                pill = self._pills[value] = Pill()
                self._group.addButton(pill)
                self._flow.addWidget(pill)
            pill.set_words(words)
            pill.setChecked(value == chosen)
            pill.let_tab_in()
        self.setAccessibleName(question)

    @property
    def chosen(self) -> str:
        """The value of the answer that is taken."""
        return next((value for value, pill in self._pills.items() if pill.isChecked()), "")

    @property
    def pills(self) -> tuple[Pill, ...]:
        """The answers, in their order."""
        return tuple(self._pills.values())
