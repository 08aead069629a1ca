"""The list of the sidebar: a tree that is always open."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView

from viewer.ui import qt_numbers

_OPENING_KEYS = (qt_numbers.KEY_RETURN, qt_numbers.KEY_ENTER, qt_numbers.KEY_SPACE)


class SectionsView(QTreeView):
    """A tree that is always open. Arrow keys move; Enter, Space or a click opens a page."""

    width_changed = Signal(int)
    """Pixels that a row has."""

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setItemsExpandable(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setProperty("horizontalScrollBarPolicy", qt_numbers.SCROLL_BAR_ALWAYS_OFF)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.retranslate()

    def retranslate(self) -> None:
        """Say its name in the language that the window speaks now."""
        self.setAccessibleName(self.tr("Sections"))

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Nothing selects but the window: the selected row is the page that is shown."""
        return QItemSelectionModel.SelectionFlag.NoUpdate

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell a screen reader the row that has it: Qt tells the list, and counts rows wrong."""
        super().focusInEvent(event)
        if QAccessible.isActive() and self.currentIndex().isValid():
            self.currentChanged(self.currentIndex(), QModelIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING_KEYS:
            if self.currentIndex().isValid():
                self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def remeasure(self) -> None:
        """The rows' heights have changed: ask for those that are in sight."""
        self.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.width_changed.emit(event.size().width())
        bottom = self.visualRect(self.currentIndex()).bottom()
        if event.size().height() < bottom <= event.oldSize().height():
            self.scrollTo(self.currentIndex())  # a status line of two lines would hide it
