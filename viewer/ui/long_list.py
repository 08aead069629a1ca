"""Rows by the thousand: what one looks like is worked out when it is to be seen.

The base class answers in C++ how many rows there are and where each stands, for which Qt asks
once for every row of a list that it shows; a model of ours takes a hundred milliseconds to
answer that for 16,000 rows, this one takes eight.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    QStringListModel,
)
from PySide6.QtGui import QFontMetricsF

from viewer.ui import qt_numbers
from viewer.ui.screen import SidebarRow
from viewer.ui.sidebar_list import TARGET_ROLE, RowLook

Index = QModelIndex | QPersistentModelIndex


class LongList(QStringListModel):
    """A flat list of rows; nothing can be changed in it."""

    def __init__(self, look: RowLook, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: tuple[SidebarRow, ...] = ()
        self._places: dict[str, int] = {}
        self._bold = -1

    def show(self, rows: tuple[SidebarRow, ...]) -> None:
        """List these rows."""
        self._bold = -1
        if rows is self._rows:
            return  # the list is come back to
        self.remeasure()
        self._rows = rows
        self._places.clear()
        self.setStringList([row.text for row in rows])

    def place_of(self, target: str) -> QModelIndex:
        """Where the row with this target is; an invalid index where there is none."""
        if target and not self._places:
            self._places = {row.target: at for at, row in enumerate(self._rows)}
        at = self._places.get(target, -1)
        return self.index(at, 0) if at >= 0 else QModelIndex()

    def mark(self, index: QModelIndex) -> None:
        """Make one row bold, which may need another line for it."""
        before, self._bold = self._bold, index.row()
        for at in {before, self._bold} - {-1}:
            self.dataChanged.emit(self.index(at, 0), self.index(at, 0))

    def data(self, index: Index, role: int = qt_numbers.DISPLAY_ROLE) -> Any:
        row, look = self._rows[index.row()], self._look
        if role == qt_numbers.DISPLAY_ROLE:
            return row.text
        if role == TARGET_ROLE:
            return row.target
        if role == qt_numbers.DECORATION_ROLE:
            return look.icon(row.icon)
        if role == qt_numbers.FONT_ROLE:
            return self._fonts[index.row() == self._bold]
        if role == qt_numbers.SIZE_HINT_ROLE:
            return self._size(row.text, bold=index.row() == self._bold)
        return None

    def remeasure(self) -> None:
        """Theme, size or width have changed."""
        look = self._look
        self._fonts = look.font(bold=False), look.font(bold=True)
        self._metrics = QFontMetricsF(self._fonts[0])
        self._line = look.size("x", self._fonts[0], group=False)
        self._room = (
            look.room_of(group=False) * 0.98
        )  # a word that only just fits may be broken by rounding

    def _size(self, text: str, *, bold: bool) -> QSize:
        """Qt may ask for thousands on one key press: most rows are one line, and soon measured."""
        if not bold and "\n" not in text and self._metrics.horizontalAdvance(text) < self._room:
            return self._line
        return self._look.size(text, self._fonts[bold], group=False)

    def match(
        self, start: Index, role: int, value: Any, hits: int = 1, flags: Any = None
    ) -> list[QModelIndex]:
        """The next row that begins with what was typed; Qt would ask for one row after another."""
        begin, wanted = start.row(), str(value).casefold()
        count = len(self._rows)
        turns = (at % count for at in range(begin, begin + count))
        found = (at for at in turns if self._rows[at].text.casefold().startswith(wanted))
        at = next(found, -1)
        return [self.index(at, 0)] if at >= 0 else []
