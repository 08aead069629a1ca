"""The sidebar: the topic's name, and under it the groups and their sections."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QTreeView, QVBoxLayout

from viewer.ui.fonts import control_font
from viewer.ui.icons import Icons
from viewer.ui.screen import SidebarRow
from viewer.ui.sidebar_delegate import ICON_ROLE, TARGET_ROLE, SidebarDelegate
from viewer.ui.theme import Theme

WIDTH = 300
"""Pixels at 100 %."""


class SectionsView(QTreeView):
    """A tree that is always open. Arrow keys move; Enter, Space or a click opens a page."""

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Sections"))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setItemsExpandable(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.delegate = SidebarDelegate(self, theme, icons)
        self.setItemDelegate(self.delegate)

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Nothing selects but the window: the selected row is the page that is shown."""
        return QItemSelectionModel.SelectionFlag.NoUpdate

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.currentIndex().isValid():
                self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class Sidebar(QFrame):
    """Says which page the reader asks for; knows rows, not packs."""

    page_requested = Signal(str)

    def __init__(self, theme: Theme, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self._rows: tuple[SidebarRow, ...] = ()
        self._model = QStandardItemModel(self)
        self._title = QLabel()
        self._title.setObjectName("topicTitle")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self.view = SectionsView(theme, icons)
        self.view.setModel(self._model)
        self.view.clicked.connect(self._open)
        self.view.activated.connect(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._title)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view)

    def set_scale(self, theme: Theme, pixels: int) -> None:
        """Draw with this theme, and with a font of so many pixels."""
        self._title.setFont(control_font(round(pixels * 1.2), bold=True))
        inset = round(pixels * 1.25)
        self._title.setContentsMargins(inset, round(pixels * 1.1), inset, round(pixels * 0.7))
        self.view.delegate.set_scale(theme, pixels)
        self.view.scheduleDelayedItemsLayout()
        self.view.viewport().update()

    def show_rows(self, title: str, rows: tuple[SidebarRow, ...], current: str) -> None:
        """Show the rows of a topic, with the page that is shown marked."""
        self._title.setText(title)
        if rows != self._rows:
            self._rows = rows
            self._fill(rows)
        self._mark(current)

    def _fill(self, rows: tuple[SidebarRow, ...]) -> None:
        self._model.clear()
        group: QStandardItem | None = None
        for row in rows:
            item = QStandardItem(row.text)
            item.setData(row.target, TARGET_ROLE)
            item.setData(row.icon, ICON_ROLE)
            if not row.target:
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)
                group = item
                self._model.appendRow(item)
            elif group is not None:
                group.appendRow(item)
            else:
                self._model.appendRow(item)
        self.view.expandAll()

    def _mark(self, current: str) -> None:
        selection = self.view.selectionModel()
        selection.clearSelection()
        found = self._model.match(
            self._model.index(0, 0),
            TARGET_ROLE,
            current,
            1,
            Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive,
        )
        if found and current:
            flags = QItemSelectionModel.SelectionFlag
            selection.setCurrentIndex(found[0], flags.ClearAndSelect)
            self.view.scrollTo(found[0])

    def _open(self, index: QModelIndex) -> None:
        if target := str(index.data(TARGET_ROLE) or ""):
            self.page_requested.emit(target)
