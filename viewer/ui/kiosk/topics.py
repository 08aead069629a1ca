"""All topics, in large rows that page, with a search field and a keyboard of the window's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QMoveEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from viewer.core.locales import format_number
from viewer.ui.announcing import announce
from viewer.ui.fonts import control_font, load_letters
from viewer.ui.icons import Icons
from viewer.ui.kiosk.field import FieldBox
from viewer.ui.kiosk.keyboard import Keyboard
from viewer.ui.kiosk.lines import leading_side
from viewer.ui.kiosk.row import Row
from viewer.ui.kiosk.rows import Rows
from viewer.ui.kiosk.topics_places import Needs, aside, places
from viewer.ui.theme import Theme

PAUSE = 700
"""Milliseconds without a key before it is told what was found."""


class TopicsPanel(QWidget):
    """Knows rows and what is typed; whoever gives it rows also searches."""

    searched = Signal(str)
    """What stands in the field, with each change; to be answered by ``show_results``."""
    row_requested = Signal(str)
    typing_changed = Signal(bool)
    """Whether the keyboard is up, which needs all the room that there is."""

    def __init__(self, icons: Icons, keyboards: Path) -> None:
        super().__init__()
        self.setObjectName("topicsPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._pixels = 27
        self._language = "en"
        self._title, self._searches = "", True
        self._all: tuple[Row, ...] = ()
        self._found, self._own_words, self._more_soon = 0, True, False
        self._heading, self._said = QLabel(self), QLabel(self)
        for label in (self._heading, self._said):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._heading.setObjectName("topicsHeading")
        self._box, self._rows = FieldBox(icons), Rows(icons)
        self._keyboard = Keyboard(icons, keyboards)
        for part in (self._box, self._rows, self._keyboard):
            part.setParent(self)
        self._keyboard.hide()
        self._said.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._tell)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        field, keyboard, rows = self._box.field, self._keyboard, self._rows
        field.escaped.connect(self.hide_keyboard)
        self.typing_changed.connect(field.keep_escape)
        field.left.connect(self._go_to_rows)
        field.textChanged.connect(self._search)
        field.touched.connect(self._show_keyboard)
        keyboard.cleared.connect(field.empty)
        keyboard.deleted.connect(field.delete_one)
        keyboard.hidden.connect(self.hide_keyboard)
        keyboard.typed.connect(field.write)
        rows.row_requested.connect(self._choose)

    # --- what it shows ------------------------------------------------------------------

    def show_rows(self, title: str, rows: Sequence[Row], *, searches: bool = True) -> None:
        """Show a list under its heading; one that is short has no field that ``searches``.

        The same list again, as after Back, stays on its page. What has been typed stays too, and
        another list (as in another language) has it searched for again; ``forget`` wipes it.
        """
        given = tuple(rows)
        if (title, given, searches) == (self._title, self._all, self._searches):
            return
        self._title, self._all, self._searches = title, given, searches
        self._box.setVisible(searches)
        if not searches:
            self.hide_keyboard()
            self._say("")
        load_letters(title)
        self._heading.setText(title)
        self._rows.show_rows(self._all)
        self._arrange()
        self.search_again()

    def show_results(self, rows: Sequence[Row], said: str = "", *, more_soon: bool = False) -> None:
        """Show what was found for the text in the field, and a sentence that says so.

        Without a sentence the panel has one of its own: how many, or that there is nothing, which
        is not said where ``more_soon`` is found.
        """
        if not self._box.field.text().strip():
            return  # an answer that came after the field was emptied
        self._found, self._own_words, self._more_soon = len(rows), not said, more_soon
        self._rows.show_rows(rows)
        self._say(said or self._count())
        self._pause.start()

    def search_again(self) -> None:
        """More may be found than before."""
        if self._searches and self._box.field.text().strip():
            self.searched.emit(self._box.field.text())

    def _count(self) -> str:
        if not self._found and self._more_soon:
            return self.tr("Still looking…")
        if not self._found:
            return self.tr("Nothing found. Try fewer letters.")
        return self.tr("{} found").format(format_number(self._found, self._language))

    def forget(self) -> None:
        """Wipe what a visitor has left: the list, what was typed and found, the keyboard."""
        field = self._box.field
        field.blockSignals(True)
        field.empty()
        field.blockSignals(False)
        self._box.clear_button.hide()
        self._say("")
        self.hide_keyboard()
        field.clearFocus()
        self._pause.stop()
        self._title, self._all = "", ()
        self._heading.clear()
        self._rows.show_rows(())

    @property
    def typing_height(self) -> int:
        """How much of the panel's foot the keyboard takes, in pixels; 0 while it is away."""
        away = self._keyboard.isHidden() or not self.isVisible()
        return 0 if away else self.height() - self._keyboard.y()

    # --- how it looks -------------------------------------------------------------------

    def set_scale(self, theme: Theme, pixels: int, ratio: float) -> None:
        """Draw with this theme, and in letters of so many pixels."""
        self._pixels = pixels
        self.setStyleSheet(f"""
#topicsPanel {{ background: {theme.surface}; }}
#topicsPanel > QLabel {{ color: {theme.ink}; }}
#topicsPanel > #topicsHeading {{ color: {theme.accent}; }}""")
        self._heading.setFont(control_font(heading_pixels(pixels), bold=True))
        self._said.setFont(control_font(pixels))
        for part in (self._box, self._rows, self._keyboard):
            part.set_scale(theme, pixels, ratio)
        self._arrange()

    def set_language(self, language: str) -> None:
        """Have the keys, and numbers, of this language."""
        self._language = language
        self._keyboard.set_language(language)
        self._rows.set_language(language)
        self._say_again()
        self._arrange()

    def retranslate(self) -> None:
        """Name the parts in the language of the window."""
        for part in (self._box, self._rows, self._keyboard):
            part.retranslate()
        self.setAccessibleName(self.tr("All topics"))
        if not self._title:
            self._heading.setText(self.tr("All topics"))
        self._say_again()

    # --- the keyboard -------------------------------------------------------------------

    @property
    def title(self) -> str:
        """What the list is called."""
        return self._heading.text()

    @property
    def stops(self) -> list[QWidget]:
        """What Tab comes to, in the order of reading."""
        keys = [] if self._keyboard.isHidden() else self._keyboard.stops
        return [self._box.field, self._box.clear_button, *self._rows.stops, *keys]

    @property
    def first_row(self) -> QWidget | None:
        """The first row in sight."""
        return next(iter(self._rows.buttons), None)

    def turn(self, pages: int) -> None:
        """Go so many pages of rows on, or back where negative."""
        self._rows.turn(pages)

    # --- what a visitor does --------------------------------------------------------------

    def _search(self, text: str) -> None:
        if not text.strip():
            self._pause.stop()
            self._say("")
            self._rows.show_rows(self._all)
        self.searched.emit(text)

    def _choose(self, target: str) -> None:
        self.hide_keyboard()
        if target.startswith("topic:"):
            self._box.field.empty()  # it is found: its pages are shown whole
        self.row_requested.emit(target)

    def _go_to_rows(self) -> None:
        self.hide_keyboard()
        self._rows.focus_first()

    def _show_keyboard(self) -> None:
        if self._keyboard.isHidden():
            self._keyboard.begin()
            self._keyboard.show()
            self.typing_changed.emit(True)
            self._arrange()

    def hide_keyboard(self) -> None:
        """Put the keyboard away; the rows take its room."""
        if not self._keyboard.isHidden():
            self._keyboard.hide()
            self.typing_changed.emit(False)
            self._arrange()

    def _say(self, sentence: str) -> None:
        load_letters(sentence)
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        self._arrange()

    def _say_again(self) -> None:
        """In other words, if they are the panel's own."""
        if self._said.text() and self._own_words:
            self._say(self._count())

    def _tell(self) -> None:
        """Once typing pauses, a screen reader hears what there is."""
        announce(self._box.field, self._said.text())

    # --- where all stands -----------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever has left has typed enough: the bar has its room again."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.hide_keyboard()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._arrange()

    def _arrange(self) -> None:
        side = leading_side(from_right=self.isRightToLeft())
        for label in (self._heading, self._said):
            label.setAlignment(Qt.AlignmentFlag.AlignTop | side)
        window, width = self.window(), self.width()
        room = max(1, width - 2 * aside(width))
        up = not self._keyboard.isHidden()
        keys = self._keyboard.size_within(room + 4) if up else QSize()
        needs = Needs(
            self._heading.heightForWidth(room),
            self._said.heightForWidth(room) if self._said.text() else 0,
            self._box.sizeHint().height() if self._searches else 0,
            keys,
            round(self._pixels * 0.6),
        )
        controls_from = None
        if window.height() > window.width():
            controls_from = window.height() // 2 - self.mapTo(window, QPoint(0, 0)).y()
        found = places(QRect(QPoint(), self.size()), controls_from, needs)
        self._heading.setGeometry(found.title)
        self._said.setGeometry(found.said)
        self._box.setGeometry(found.field)
        self._keyboard.setGeometry(found.keyboard)
        self._rows.setGeometry(found.rows)


def heading_pixels(pixels: int) -> int:
    """The heading's size: about twice the text's, and at large sizes less than that."""
    return min(round(pixels * 1.9), round(pixels * 1.1 + 22))
