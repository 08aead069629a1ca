"""The sidebar: the topic's name, and under it the groups and their sections."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QIcon,
    QKeyEvent,
    QPixmap,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QSizePolicy,
    QTreeView,
    QVBoxLayout,
)

from viewer.ui import qt_numbers
from viewer.ui.button import Button
from viewer.ui.fonts import control_font
from viewer.ui.icons import Icons
from viewer.ui.metrics import INSET
from viewer.ui.screen import SidebarRow
from viewer.ui.theme import Theme

TARGET_ROLE = qt_numbers.USER_ROLE + 1
TARGET_HEIGHT = 44
"""Pixels that a row has at least, so that a finger hits it."""
_WRAP = qt_numbers.TEXT_WORD_WRAP | qt_numbers.ALIGN_V_CENTER | qt_numbers.ALIGN_LEADING
_OPENING_KEYS = (qt_numbers.KEY_RETURN, qt_numbers.KEY_ENTER, qt_numbers.KEY_SPACE)
WIDTH = 300
"""Pixels at 100 %."""


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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING_KEYS:
            if self.currentIndex().isValid():
                self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.width_changed.emit(event.size().width())
        bottom = self.visualRect(self.currentIndex()).bottom()
        if event.size().height() < bottom <= event.oldSize().height():
            self.scrollTo(self.currentIndex())  # a status line of two lines would hide it


class Sidebar(QFrame):
    """Says which page the reader asks for; knows rows, not packs."""

    page_requested = Signal(str)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self._icons = icons
        self._rows: tuple[SidebarRow, ...] = ()
        self._current: QStandardItem | None = None
        self._width = WIDTH
        self._pixels = 15
        self._help = self._help_title = ""
        self._model = QStandardItemModel(self)
        self._items: dict[str, QStandardItem] = {}
        self._title = QLabel()
        self._title.setObjectName("topicTitle")
        self._title.setProperty("textFormat", qt_numbers.PLAIN_TEXT)
        self._title.setWordWrap(True)
        self.view = SectionsView()
        self.view.setModel(self._model)
        self._selection = QItemSelectionModel(self._model, self)
        self.view.setSelectionModel(self._selection)
        self.view.clicked.connect(self._open)
        self.view.activated.connect(self._open)
        self.view.width_changed.connect(self._measure)
        self.help = Button()
        self.help.setObjectName("help")
        self.help.setProperty("focusPolicy", qt_numbers.STRONG_FOCUS)
        self.help.setProperty("toolButtonStyle", qt_numbers.TEXT_BESIDE_ICON)
        self.help.clicked.connect(lambda: self.page_requested.emit(self._help))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._title)
        layout.addWidget(self.view)
        layout.addWidget(self.help)
        self.setFocusProxy(self.view)

    def set_scale(self, theme: Theme, pixels: int, ratio: float) -> None:
        """Draw with this theme, and with a font of so many pixels."""
        self._theme, self._pixels, self._ratio = theme, pixels, ratio
        self._title.setFont(control_font(round(pixels * 1.2), bold=True))
        inset = round(pixels * INSET)
        self._title.setContentsMargins(inset, round(pixels * 1.1), inset, round(pixels * 0.7))
        self.view.setFont(control_font(pixels))
        icon = round(pixels * 1.45)
        self.help.setFont(control_font(pixels, bold=True))
        self.help.setIcon(self._icons.icon("help", theme.danger, icon, ratio))
        self.help.setIconSize(QSize(icon, icon))
        self.help.setMinimumHeight(max(TARGET_HEIGHT, round(pixels * 3)))
        self.help.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._wrap_help(self.width())
        self._fill()

    def retranslate(self) -> None:
        """Speak the window's language; the rows come with the next screen."""
        self.view.retranslate()

    def show_help(self, title: str, target: str) -> None:
        """Pin the page about getting help under the rows, where no scrolling hides it."""
        self._help, self._help_title = target, title
        self._wrap_help(self.width())
        self.help.setAccessibleName(title)
        self.help.setVisible(bool(target))

    def _wrap_help(self, width: int) -> None:
        beside = round(self._pixels * 4.2)
        self.help.set_wrapped(self._help_title, max(60, width - beside))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap_help(event.size().width())

    def show_rows(self, title: str, rows: tuple[SidebarRow, ...], current: str) -> None:
        """Show the rows of a topic, with the page that is shown marked."""
        self._title.setText(title)
        if rows != self._rows:
            self._rows = rows
            self._fill()
        self._mark(current)

    def _fill(self) -> None:
        shown = self._current.data(TARGET_ROLE) if self._current is not None else ""
        self._model.clear()
        self._items.clear()
        self._current = None
        self._set_icon_size()
        group: QStandardItem | None = None
        for row in self._rows:
            item = QStandardItem(row.text)
            item.setData(row.target, TARGET_ROLE)
            parent = group or self._model.invisibleRootItem()
            if row.target:
                self._items[row.target] = item
                item.setFont(control_font(self._pixels))
                item.setIcon(self._icon(row.icon))
            else:
                item.setSelectable(False)
                item.setFont(control_font(round(self._pixels * 0.94), bold=True))
                item.setData(QColor(self._theme.muted), qt_numbers.FOREGROUND_ROLE)
                parent, group = self._model.invisibleRootItem(), item
            parent.appendRow(item)
        self.view.expandAll()
        self._measure(self._width)
        self._mark(str(shown))

    def _measure(self, width: int) -> None:
        """Give each row the height that its words need in ``width`` pixels."""
        self._width = width
        for at in range(self._model.rowCount()):
            top = self._model.item(at)
            for item in (top, *(top.child(inner) for inner in range(top.rowCount()))):
                item.setSizeHint(QSize(width, self._height(item, width)))

    def _height(self, item: QStandardItem, width: int) -> int:
        is_group = not item.data(TARGET_ROLE)
        beside = round(self._pixels * INSET * 1.6)
        if not is_group:
            beside += self.view.iconSize().width() + round(self._pixels * 0.5)
        words = QRect(0, 0, max(40, width - beside), 10_000)
        needed = QFontMetrics(item.font()).boundingRect(words, _WRAP, item.text()).height()
        space = round(self._pixels * (0.9 if is_group else 1.2))
        return max(0 if is_group else TARGET_HEIGHT, needed + space)

    def _set_icon_size(self) -> None:
        """A list of groups has no icons; an empty one of this width indents its sections."""
        size = round(self._pixels * (1.45 if any(row.icon for row in self._rows) else 0.6))
        self.view.setIconSize(QSize(size, size))

    def _icon(self, name: str) -> QIcon:
        size = self.view.iconSize().height()
        pixmap = QPixmap(size, size)
        if name:
            pixmap = self._icons.pixmap(name, self._theme.accent, size, self._ratio)
        else:
            pixmap.fill(QColor(0, 0, 0, 0))
        icon = QIcon()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # or Qt tints the selected one
            icon.addPixmap(pixmap, mode)
        return icon

    def _mark(self, current: str) -> None:
        self._selection.clearSelection()
        item = self._items.get(current)
        if self._current is not None and self._current is not item:
            self._set_bold(self._current, False)
        self._current = item
        if item is not None:
            self._set_bold(item, True)
            flags = QItemSelectionModel.SelectionFlag
            self._selection.setCurrentIndex(item.index(), flags.ClearAndSelect)
            self.view.scrollTo(item.index())

    def _set_bold(self, item: QStandardItem, bold: bool) -> None:
        """The page that is shown is bold, for which its row may need another line."""
        item.setFont(control_font(self._pixels, bold=bold))
        item.setSizeHint(QSize(self._width, self._height(item, self._width)))

    def _open(self, index: QModelIndex) -> None:
        if target := str(index.data(TARGET_ROLE) or ""):
            self.page_requested.emit(target)
