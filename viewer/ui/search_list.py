"""The rows of a search: a topic's name, and under it what was found there, each with its words."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from viewer.core.search.results import Segment

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
_NO_PARENT = QModelIndex()


class SearchRow(NamedTuple):
    """One row. A topic's name has a title and no ``target``."""

    title: tuple[Segment, ...]
    snippet: tuple[Segment, ...] = ()
    tag: str = ""
    """What kind of page it is, where that is not the usual one."""
    target: int | None = None
    """Which of the results it opens."""
    title_rtl: bool | None = None
    """Whether its language is written from right to left; None: its letters tell."""
    snippet_rtl: bool | None = None

    @property
    def words(self) -> str:
        """The whole row as one would say it."""
        parts = (said(self.title), self.tag, said(self.snippet))
        return ". ".join(part for part in parts if part)


def said(segments: tuple[Segment, ...]) -> str:
    """The words of some segments."""
    return "".join(segment.text for segment in segments)


class SearchList(QAbstractListModel):
    """The rows, for a list view."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[SearchRow, ...] = ()

    def show_rows(self, rows: tuple[SearchRow, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row(self, at: int) -> SearchRow | None:
        """The row at an index; None where there is none."""
        return self.rows[at] if 0 <= at < len(self.rows) else None

    def next_result(self, at: int, steps: int) -> int:
        """The index of the result ``steps`` results on from ``at``; the ends hold."""
        results = [index for index, row in enumerate(self.rows) if row.target is not None]
        if not results:
            return -1
        if at not in results:
            return results[0] if steps > 0 else results[-1]
        return results[min(max(results.index(at) + steps, 0), len(results) - 1)]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        row = self.row(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return said(row.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.words
        return row if role == ROW_ROLE else None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """A topic's name cannot be chosen."""
        row = self.row(index.row())
        if row is None or row.target is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
