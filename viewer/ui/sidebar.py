"""The sidebar: the topic's name, and under it the groups and their sections."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from viewer.ui import qt_numbers
from viewer.ui.button import Button
from viewer.ui.fonts import control_font
from viewer.ui.icons import Icons
from viewer.ui.metrics import INSET
from viewer.ui.screen import SidebarRow
from viewer.ui.sections_view import SectionsView
from viewer.ui.sidebar_list import TARGET_HEIGHT, TARGET_ROLE, RowLook, ShortList
from viewer.ui.theme import Theme

if TYPE_CHECKING:
    from viewer.ui.long_list import LongList
    from viewer.ui.topic_filter import TopicFilter

LONG = 40
"""A list without groups that has more rows than this is a long one: see ``long_list``."""
_TARGET = itemgetter(1)
FILTERED = 12
"""More topics than these have a filter; fewer are seen at a glance."""
WIDTH = 300
"""Pixels at 100 %."""


class Sidebar(QFrame):
    """Says which page the reader asks for; knows rows, not packs."""

    page_requested = Signal(str)
    controls_changed = Signal()
    """There is one more."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self._icons = icons
        self._rows: tuple[SidebarRow, ...] = ()
        self._current = ""
        self._pixels = 15
        self._help = self._help_title = ""
        self._look = RowLook(icons, WIDTH)
        self._short = ShortList(self._look, self)
        self._long: LongList | None = None
        self._filter: TopicFilter | None = None
        self._list: ShortList | LongList = self._short
        self._title = QLabel()
        self._title.setObjectName("topicTitle")
        self._title.setProperty("textFormat", qt_numbers.PLAIN_TEXT)
        self._title.setWordWrap(True)
        self.view = SectionsView()
        self._use(self._short)
        self.view.clicked.connect(self._open)
        self.view.activated.connect(self._open)
        self.view.width_changed.connect(self._measure)
        self.help = Button()
        self.help.setObjectName("help")
        self.help.setProperty("focusPolicy", qt_numbers.STRONG_FOCUS)
        self.help.setProperty("toolButtonStyle", qt_numbers.TEXT_BESIDE_ICON)
        self.help.clicked.connect(lambda: self.page_requested.emit(self._help))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._title)
        self._column.addWidget(self.view)
        self._column.addWidget(self.help)
        self.setFocusProxy(self.view)
        self.setAccessibleName(self.view.accessibleName())

    def set_scale(self, theme: Theme, pixels: int, ratio: float) -> None:
        """Draw with this theme, and with a font of so many pixels."""
        self._pixels = pixels
        self._look.set_scale(theme, pixels, ratio)
        self._title.setFont(control_font(round(pixels * 1.2), bold=True))
        inset = round(pixels * INSET)
        self._title.setContentsMargins(inset, round(pixels * 1.1), inset, round(pixels * 0.7))
        self.view.setFont(control_font(pixels))
        if self._filter is not None:
            self._filter.set_scale(pixels)
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
        self.setAccessibleName(self.view.accessibleName())
        if self._filter is not None:
            self._filter.retranslate()

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

    # --- rows -------------------------------------------------------------------

    def show_rows(self, title: str, rows: tuple[SidebarRow, ...], current: str) -> None:
        """Show the rows of a topic, or all topics, with the page that is shown marked."""
        self._title.setText(title)
        if rows != self._rows:
            more = self._rows == rows[: len(self._rows)]  # of a list that was shown in part
            at = self.view.verticalScrollBar().value() if more else 0
            self._rows = rows
            self._offer_filter()
            self._fill()
            if at:
                self.view.doItemsLayout()
                self.view.verticalScrollBar().setValue(at)
        self._mark(current)

    def _fill(self) -> None:
        rows = self._filter.chosen(self._rows) if self._filter is not None else self._rows
        self._look.set_icons(any(row.icon for row in self._rows[:LONG]))
        self.view.setIconSize(QSize(self._look.icon_size, self._look.icon_size))
        if len(self._rows) > LONG and all(map(_TARGET, self._rows)):
            self._use(self._long_list())
        else:
            self._use(self._short)
        self._list.show(rows)
        if self._list is self._short:
            self.view.expandAll()
        else:
            self._measure(self._look.width)
        self._mark(self._current)

    def _measure(self, width: int) -> None:
        """A row has another width now."""
        self._look.width = width
        if self._long is not None and self._list is self._long:
            self._long.remeasure()
            self.view.remeasure()
        else:
            self._short.measure()

    def _mark(self, current: str) -> None:
        self._current = current
        self._selection.clearSelection()
        place = self._list.place_of(current)
        if place.isValid() and self._list is not self._short:
            self.view.scrollTo(place)  # first: Qt measures every row between it and those in sight
        self._list.mark(place)
        if place.isValid():
            flags = QItemSelectionModel.SelectionFlag
            self._selection.setCurrentIndex(place, flags.ClearAndSelect)
            self.view.scrollTo(place)

    def _open(self, index: QModelIndex) -> None:
        if target := str(index.data(TARGET_ROLE) or ""):
            self.page_requested.emit(target)

    def _use(self, rows: ShortList | LongList) -> None:
        """Show the one or the other list."""
        if self._list is rows and self.view.model() is rows:
            return
        self._list = rows
        self.view.setModel(rows)
        made = self.view.selectionModel()
        self._selection = QItemSelectionModel(rows, rows)
        self.view.setSelectionModel(self._selection)
        made.deleteLater()
        modes = QAbstractItemView.ScrollMode
        short = rows is self._short  # a list that scrolls by rows need not measure them all
        self.view.setVerticalScrollMode(modes.ScrollPerPixel if short else modes.ScrollPerItem)

    def _long_list(self) -> LongList:
        if self._long is None:
            from viewer.ui.long_list import LongList  # late: most libraries have none

            self._long = LongList(self._look, self)
        return self._long

    # --- filter -----------------------------------------------------------------

    def _offer_filter(self) -> None:
        """Many topics have a field over them that shortens the list."""
        rows = self._rows  # of a list of topics each row is a topic
        many = len(rows) > FILTERED and rows[0].target.startswith("topic:")
        if self._filter is None and many:
            self._filter = self._make_filter()
            self.controls_changed.emit()
        if self._filter is not None:
            self._filter.offer(many)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """Every control, in the order in which they stand."""
        above = (self._filter.field,) if self._filter is not None else ()
        return (*above, self.view, self.help)

    def _make_filter(self) -> TopicFilter:
        from viewer.ui.topic_filter import TopicFilter  # late: most libraries need none

        field = TopicFilter(self.view)
        field.set_scale(self._pixels)
        field.text_changed.connect(self._narrow)
        field.first_requested.connect(self._open_first)
        self._column.insertLayout(1, field.layout)
        return field

    def _narrow(self) -> None:
        self._fill()
        self.view.scrollToTop()
        if self._filter is not None:
            self._filter.say_empty(self._list.rowCount() == 0)

    def _open_first(self) -> None:
        self._open(self._list.index(0, 0))
