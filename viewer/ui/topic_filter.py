"""The field over many topics, which shortens their list while somebody types."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QVBoxLayout

from viewer.ui import qt_numbers
from viewer.ui.fonts import control_font
from viewer.ui.metrics import INSET
from viewer.ui.screen import SidebarRow
from viewer.ui.sidebar_list import TARGET_HEIGHT

MOST_LETTERS = 200
_NO_WORD = re.compile(r"[^\w\n]+")


class FilterField(QLineEdit):
    """Takes the beginnings of words; Down and Enter go on to the list, Escape clears."""

    down_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == qt_numbers.KEY_DOWN:
            self.down_pressed.emit()
        elif event.key() == qt_numbers.KEY_ESCAPE and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class TopicFilter(QObject):
    """The field, the sentence where nothing is found, and what is found."""

    text_changed = Signal()
    first_requested = Signal()
    """Enter: open the first topic of the list."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.field = FilterField()
        self.field.setObjectName("topicFilter")
        self.field.setMaxLength(MOST_LETTERS)
        self.nothing = QLabel()
        self.nothing.setObjectName("nothingFound")
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        self.layout = QVBoxLayout()
        self.layout.setSpacing(0)
        self.layout.addWidget(self.field)
        self.layout.addWidget(self.nothing)
        self._rows: tuple[SidebarRow, ...] = ()
        self._words: list[str] = []
        self._is_offered = False
        self.field.textChanged.connect(lambda _: self.text_changed.emit())
        self.field.returnPressed.connect(self.first_requested)
        self.field.down_pressed.connect(view.setFocus)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the parts in the language that the window speaks now."""
        self.field.setAccessibleName(self.tr("Filter topics"))
        self.field.setPlaceholderText(self.tr("Filter topics"))
        self.nothing.setText(self.tr("No topic has this word."))

    def set_scale(self, pixels: int) -> None:
        """Use a font of so many pixels."""
        inset = round(pixels * INSET)
        self.layout.setContentsMargins(inset - 8, 0, inset - 8, round(pixels * 0.6))
        self.field.setFont(control_font(pixels))
        self.field.setFixedHeight(max(TARGET_HEIGHT, round(pixels * 2.8)))
        self.nothing.setFont(control_font(pixels))
        self.nothing.setContentsMargins(8, round(pixels * 0.8), 8, 0)

    def offer(self, offered: bool) -> None:
        """Show the field, empty; or take it away."""
        if offered is self._is_offered:
            return  # more of the same list: what was typed stays
        self._is_offered = offered
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self.nothing.hide()
        self.field.setVisible(offered)

    def chosen(self, rows: tuple[SidebarRow, ...]) -> tuple[SidebarRow, ...]:
        """Those of ``rows`` in which each word that was typed begins a word, in their order."""
        typed = self.field.text()
        wanted = [f" {word}" for word in _words(typed).split()] if typed else []
        if not wanted:
            return rows
        if rows is not self._rows:
            self._rows = rows
            lines = "\n".join(row.text.replace("\n", " ") for row in rows)
            self._words = _words(lines).split("\n")  # one by one would take five times as long
        found = zip(rows, self._words, strict=True)
        return tuple(row for row, words in found if all(word in words for word in wanted))

    def say_empty(self, empty: bool) -> None:
        """Say that nothing is found, to eyes and to a screen reader."""
        self.nothing.setVisible(empty)
        self.field.setAccessibleDescription(self.nothing.text() if empty else "")


def _words(text: str) -> str:
    """The words of each line, folded, each after a space."""
    from viewer.core.analysis import MARK, fold  # late: 10 ms, and a first page is waiting

    return " " + _NO_WORD.sub(" ", fold(text).replace(MARK, "")).replace("\n", "\n ")
