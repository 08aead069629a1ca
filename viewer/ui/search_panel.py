"""What a search has found, over the page: a line that says so, the list, and ways on."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QListView, QVBoxLayout, QWidget

from viewer.ui import qt_numbers
from viewer.ui.button import Button
from viewer.ui.fonts import control_font
from viewer.ui.search_list import SearchList, SearchRow
from viewer.ui.search_row_painter import SearchRowPainter
from viewer.ui.theme import Theme

WIDTH = 44.0
"""Ems that the panel is wide where there is room."""
MOST_HEIGHT = 0.8
"""Of the room below the field."""
_MARGIN = 2


class WayOn(Button):
    """Where to go when nothing is found; arrows go to the next, Escape back to the field."""

    step_requested = Signal(int)
    close_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (qt_numbers.KEY_DOWN, qt_numbers.KEY_UP):
            self.step_requested.emit(1 if event.key() == qt_numbers.KEY_DOWN else -1)
        elif event.key() == qt_numbers.KEY_ESCAPE:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)


class SearchPanel(QFrame):
    """Shows rows and sentences; says which row, or which way on, somebody chose."""

    result_requested = Signal(int)
    help_requested = Signal()
    topics_requested = Signal()
    field_requested = Signal()
    """The arrows have come back to the field."""
    close_requested = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("searchPanel")
        self._window = window
        self._pixels = 15
        self.message = QLabel()
        self.message.setObjectName("searchMessage")
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setWordWrap(True)
        self._model = SearchList()
        self._painter = SearchRowPainter(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._painter)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.clicked.connect(self._open)
        self.help = self._button(self.help_requested)
        self.topics = self._button(self.topics_requested)
        self._ways = (self.help, self.topics)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(0)
        for widget in (self.message, self.list, *self._ways):
            column.addWidget(widget)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Name the parts in the language of the window."""
        self.setAccessibleName(self.tr("Search results"))
        self.list.setAccessibleName(self.tr("Search results"))
        self.topics.setText(self.tr("All topics"))

    def set_scale(self, theme: Theme, pixels: int) -> None:
        """Draw with this theme, and with a font of so many pixels."""
        self._pixels = pixels
        self._painter.set_scale(theme, pixels)
        self.message.setFont(control_font(pixels))
        inset = round(pixels * 1.1)
        self.message.setContentsMargins(inset, round(pixels * 0.7), inset, round(pixels * 0.5))
        for button in self._ways:
            button.setFont(control_font(pixels, bold=True))
            button.setMinimumHeight(max(44, round(pixels * 2.6)))

    def show_results(self, rows: tuple[SearchRow, ...], message: str, help_title: str) -> None:
        """Show rows, with a sentence above them; without rows, where to go instead.

        ``help_title`` names the page about getting help; empty where the topic has none.
        """
        self._model.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.message.setText(message)
        self.message.setVisible(bool(message))
        self.help.setText(help_title)
        self.help.setVisible(not rows and bool(help_title))
        self.topics.setVisible(not rows)
        self.select(self._model.next_result(-1, 1))
        self.list.scrollToTop()

    def follow(self, field: QWidget) -> None:
        """Tab goes from the field to the ways on, where there are any, and then to what follows."""
        for before, after in pairwise((field, *self._ways)):
            QWidget.setTabOrder(before, after)

    @property
    def chosen(self) -> str:
        """The result that Enter opens, in all its words; empty where there is none."""
        return str(self.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) or "")

    def choose(self, steps: int) -> None:
        """Choose the result so many rows on; without results, a way on, which gets the focus."""
        if self._model.rowCount():
            self.select(self._model.next_result(self.list.currentIndex().row(), steps))
            return
        ways = [way for way in self._ways if not way.isHidden()]
        focused = next((at for at, way in enumerate(ways) if way.hasFocus()), -1)
        if focused < 0 and steps < 0:
            focused = len(ways)
        if focused + steps < 0:
            self.field_requested.emit()
        else:
            ways[min(focused + steps, len(ways) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def select(self, at: int) -> None:
        """Choose the row at an index."""
        index = self._model.index(at)
        self.list.setCurrentIndex(index)
        if index.isValid():
            self.list.scrollTo(index)

    def open_chosen(self) -> None:
        """Open the result that is chosen, as a click on it would; without any, the first way on."""
        if self._model.rowCount():
            self._open(self.list.currentIndex())
        else:
            next(way for way in self._ways if not way.isHidden()).click()

    def stand_below(self, field: QWidget) -> None:
        """Take the room below the field: as wide as it needs, as high as its rows are."""
        parent = self._window
        corner = field.mapTo(parent, QPoint(0, field.height() + 4))
        width = min(round(self._pixels * WIDTH), parent.width() - 16)
        left = corner.x()
        if self.isRightToLeft():
            left += field.width() - width
        left = min(max(8, left), parent.width() - 8 - width)
        room = parent.height() - corner.y() - 8
        for widget in (self, self.message, *self._ways):
            widget.ensurePolished()  # or the style sheet's sizes count from the second time on
        high = self._wanted_height(width, round(room * MOST_HEIGHT))
        self.setGeometry(QRect(left, corner.y(), width, high))

    def _wanted_height(self, width: int, most: int) -> int:
        around = 2 * (self.contentsMargins().left() + _MARGIN)
        inner, high = width - around, around
        self._painter.set_width(inner - self.list.verticalScrollBar().sizeHint().width())
        self.list.scheduleDelayedItemsLayout()
        if self.message.isVisibleTo(self):
            high += self.message.heightForWidth(inner)
        for button in self._ways:
            if button.isVisibleTo(self):
                high += max(button.minimumHeight(), button.sizeHint().height())
        for row in self._model.rows:
            if high >= most:
                break  # there is a scroll bar, and the list measures what it shows
            high += self._painter.height(row, self.layoutDirection())
        return min(high, most)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.LanguageChange:
            self.retranslate()

    def _open(self, index: QModelIndex) -> None:
        row = self._model.row(index.row())
        if row is not None and row.target is not None:
            self.result_requested.emit(row.target)

    def _button(self, signal: SignalInstance) -> WayOn:
        button = WayOn()
        button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
        button.clicked.connect(signal)
        button.step_requested.connect(self.choose)
        button.close_requested.connect(self.close_requested)
        return button
