"""Large rows, as many as there is room for, and pages of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from viewer.core.locales import format_number
from viewer.ui.announcing import announce
from viewer.ui.fonts import control_font
from viewer.ui.icons import Icons
from viewer.ui.kiosk.flick import Flick
from viewer.ui.kiosk.pager import Pager
from viewer.ui.kiosk.row import Row
from viewer.ui.kiosk.row_button import RowButton, RowHeading
from viewer.ui.kiosk.row_pages import RowPages, column_width, row_pages
from viewer.ui.kiosk.row_sizes import RowSizes
from viewer.ui.kiosk.scale import TARGET
from viewer.ui.theme import Theme

_TWO_COLUMNS = 52
"""Ems of width from which rows that do not all fit stand in two columns."""


class Rows(QWidget):
    """Has widgets for the rows in sight alone, so that 16,000 cost what ten do."""

    row_requested = Signal(str)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._theme: Theme | None = None
        self._pixels, self._ratio, self._language = 27, 1.0, "en"
        self._rows: tuple[Row, ...] = ()
        self._sizes = RowSizes(())
        self._first = 0
        """The first row in sight: it stays there when there is more or less room."""
        self._pages = RowPages()
        self._arranged: tuple[object, ...] = ()
        """What the pages were worked out for."""
        self._buttons: list[RowButton] = []
        self._headings: list[RowHeading] = []
        self._flick = Flick(self)
        self._flick.flicked.connect(self.turn)
        self._flick.watch(self)
        self.pager = Pager(self, icons)
        self.pager.turn_requested.connect(self.turn)
        self.pager.hide()
        self.retranslate()

    # --- what is shown ----------------------------------------------------------------

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows, from the first."""
        self._rows, self._first = tuple(rows), 0
        self._sizes = RowSizes(self._rows)
        self._arrange()

    def turn(self, pages: int) -> bool:
        """Go so many pages on, or back where negative; says whether there was a page to go to."""
        wanted = min(max(self.page + pages, 1), self.pages)
        if wanted == self.page:
            return False
        self._first = self._pages.pages[wanted - 1][0]
        self._fill()
        announce(self, self.pager.where.text())
        return True

    @property
    def page(self) -> int:
        """The page that is shown, counted from 1."""
        return self._pages.page_of(self._first) + 1

    @property
    def pages(self) -> int:
        """How many there are."""
        return len(self._pages.pages)

    @property
    def in_sight(self) -> tuple[Row, ...]:
        """The rows that are shown now."""
        page = self._pages.pages[self.page - 1]
        return self._rows[page[0] : page[-1]]

    # --- how it looks -----------------------------------------------------------------

    def set_scale(self, theme: Theme, pixels: int, ratio: float) -> None:
        """Draw with this theme, and in letters of so many pixels."""
        self._theme, self._pixels, self._ratio = theme, pixels, ratio
        self.setStyleSheet(f"QLabel {{ color: {theme.ink}; }}")
        self.pager.set_scale(theme, pixels, ratio)
        for button in self._buttons:
            button.set_scale(theme, pixels, ratio)
        for heading in self._headings:
            heading.setFont(control_font(pixels, bold=True))
        self._arrange()

    def set_language(self, language: str) -> None:
        """Write numbers as this language does."""
        self._language = language
        self.pager.set_language(language)
        self._fill()

    def retranslate(self) -> None:
        """Name the parts in the language of the window."""
        self.setAccessibleName(self.tr("Topics"))
        self.pager.retranslate()
        self._fill()

    def minimumSizeHint(self) -> QSize:
        return QSize(3 * TARGET, TARGET)

    # --- keys ---------------------------------------------------------------------------

    @property
    def buttons(self) -> list[QWidget]:
        """The rows in sight that can be pressed."""
        return [widget for widget in self._shown() if isinstance(widget, RowButton)]

    @property
    def stops(self) -> list[QWidget]:
        """What Tab comes to, in the order of reading."""
        return [*self.buttons, self.pager.previous, self.pager.more]

    def focus_first(self) -> None:
        """Give the focus to the first row that can be pressed."""
        self._focus(0, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of arrows and of pages, whichever row has the focus."""
        keys, key = Qt.Key, event.key()
        aside = -1 if self.isRightToLeft() else 1
        if key in (keys.Key_Up, keys.Key_Down):
            self._step(1 if key == keys.Key_Down else -1)
        elif key in (keys.Key_Left, keys.Key_Right):
            way = aside if key == keys.Key_Right else -aside
            self._focus(self._pages.beside(self.page - 1, self._at(), way), 1)
        elif key in (keys.Key_PageUp, keys.Key_PageDown):
            was_here = self._at() >= 0
            if self.turn(1 if key == keys.Key_PageDown else -1) and was_here:
                self.focus_first()
        else:
            super().keyPressEvent(event)

    def _step(self, way: int) -> None:
        """Go to the next row, or the one before; past the last one to the next page."""
        if not self._focus(self._at() + way, way) and self.turn(way):
            self._focus(0 if way > 0 else len(self.in_sight) - 1, way)

    def _at(self) -> int:
        """Where the row stands that has the focus; -1 where none has."""
        return next((i for i, widget in enumerate(self._shown()) if widget.hasFocus()), -1)

    def _focus(self, at: int, way: int) -> bool:
        """Focus the row there, or the next one that can be pressed."""
        shown = self._shown()
        while 0 <= at < len(shown):
            if isinstance(shown[at], RowButton):
                shown[at].setFocus(Qt.FocusReason.TabFocusReason)
                return True
            at += way
        return False

    # --- inside -------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._fill()

    def _arrange(self) -> None:
        """Work out how many rows there is room for, and show those from the first in sight."""
        most = 2 if self.width() >= self._pixels * _TWO_COLUMNS else 1
        pager = self.pager.sizeHint().height()
        arranged = (self._sizes, self.width(), self.height(), self._pixels, pager)
        if arranged != self._arranged:
            self._arranged = arranged
            for columns in range(1, most + 1):
                heights = self._sizes.heights(column_width(self.width(), columns), self._pixels)
                if columns > 1:  # beside each other, rows of one height look calmer
                    heights = [max(heights)] * len(heights)
                self._pages = row_pages(
                    heights, self.height(), pager, columns, self._sizes.headings
                )
                if len(self._pages.pages) == 1:
                    break  # one column holds them all
        self._first = self._pages.pages[self.page - 1][0]
        self._fill()

    def _fill(self) -> None:
        buttons, headings = iter(self._buttons.copy()), iter(self._headings.copy())
        named = sum(row.heading for row in self._rows)
        total = format_number(len(self._rows) - named, self._language)
        number = self._first - sum(row.heading for row in self._rows[: self._first])
        boxes = self._pages.boxes(self.page - 1, self.width(), mirrored=self.isRightToLeft())
        before: QWidget | None = None
        for row, box in zip(self.in_sight, boxes, strict=True):
            if row.heading:
                heading = next(headings, None) or self._new_heading()
                heading.setGeometry(box)
                heading.show_row(row)
                continue
            number += 1
            button = next(buttons, None) or self._new_button()
            button.setGeometry(box)
            said = self.tr("{} of {}").format(format_number(number, self._language), total)
            button.show_row(row, said, has_icon=self._sizes.has_icon)
            if before is not None:
                QWidget.setTabOrder(before, button)
            before = button
        for button in buttons:
            button.forget()
        for heading in headings:
            heading.forget()
        for widget in (*self._shown(), self.pager):
            widget.raise_()  # a screen reader goes by the order of the children
        self._place_pager(before)

    def _place_pager(self, before: QWidget | None) -> None:
        high = self.pager.sizeHint().height()
        self.pager.setGeometry(0, self.height() - high, self.width(), high)
        self.pager.setVisible(self._pages.pager)
        self.pager.show_page(self.page, self.pages)
        if before is not None:
            QWidget.setTabOrder(before, self.pager.previous)
            QWidget.setTabOrder(self.pager.previous, self.pager.more)

    def _shown(self) -> list[QWidget]:
        """The widgets of the rows in sight, in their order."""
        buttons, headings = iter(self._buttons), iter(self._headings)
        return [next(headings) if row.heading else next(buttons) for row in self.in_sight]

    def _new_button(self) -> RowButton:
        button = RowButton(self, self._icons)
        if self._theme is not None:
            button.set_scale(self._theme, self._pixels, self._ratio)
        button.clicked.connect(lambda: self.row_requested.emit(button.row.target))
        self._flick.watch(button)
        self._buttons.append(button)
        return button

    def _new_heading(self) -> RowHeading:
        heading = RowHeading(self)
        heading.setFont(control_font(self._pixels, bold=True))
        self._flick.watch(heading)
        self._headings.append(heading)
        return heading
