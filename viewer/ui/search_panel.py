"""What a search has found, over the page: a line that says so, the list, and ways on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QLabel, QListView, QVBoxLayout, QWidget

from viewer.ui.button import Button
from viewer.ui.fonts import control_font
from viewer.ui.search_list import SearchList, SearchRow
from viewer.ui.search_row_painter import SearchRowPainter
from viewer.ui.theme import Theme

WIDTH = 44.0
"""Ems that the panel is wide where there is room."""
EDGE = 4
"""Pixels at each side: the style sheet's border, and the margin within it."""
MOST_HEIGHT = 0.8
"""Of the room below the field."""


class SearchPanel(QFrame):
    """Shows rows and sentences; says which row, or which way on, somebody chose."""

    result_requested = Signal(int)
    help_requested = Signal()
    topics_requested = Signal()

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
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(0)
        for widget in (self.message, self.list, self.help, self.topics):
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
        for button in (self.help, self.topics):
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

    def move(self, steps: int) -> None:  # type: ignore[override]
        """Choose the result so many rows on."""
        self.select(self._model.next_result(self.list.currentIndex().row(), steps))

    def select(self, at: int) -> None:
        """Choose the row at an index."""
        index = self._model.index(at)
        self.list.setCurrentIndex(index)
        if index.isValid():
            self.list.scrollTo(index)

    def open_chosen(self) -> None:
        """Open the result that is chosen, as a click on it would."""
        self._open(self.list.currentIndex())

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
        for widget in (self, self.message, self.help, self.topics):
            widget.ensurePolished()  # or the style sheet's sizes count from the second time on
        self.setGeometry(QRect(left, corner.y(), width, room))
        wanted = self._wanted_height(width)
        self.setGeometry(QRect(left, corner.y(), width, min(wanted, round(room * MOST_HEIGHT))))

    def _wanted_height(self, width: int) -> int:
        inner = width - 2 * EDGE
        high = 2 * EDGE
        if self.message.isVisibleTo(self):
            high += self.message.heightForWidth(inner)
        for button in (self.help, self.topics):
            if button.isVisibleTo(self):
                high += max(button.minimumHeight(), button.sizeHint().height())
        if self.list.isVisibleTo(self):
            high += sum(self.list.sizeHintForRow(at) for at in range(self._model.rowCount()))
        return high

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.LanguageChange:
            self.retranslate()

    def _open(self, index: QModelIndex) -> None:
        row = self._model.row(index.row())
        if row is not None and row.target is not None:
            self.result_requested.emit(row.target)

    def _button(self, signal: SignalInstance) -> Button:
        button = Button()
        button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
        button.clicked.connect(signal)
        return button
