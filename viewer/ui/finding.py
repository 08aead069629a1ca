"""Find on this page: the bar, the marks on the page, and what is between them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget

from viewer.ui.announcing import announce
from viewer.ui.find_bar import FindBar
from viewer.ui.focus_back import put_away
from viewer.ui.icons import Icons
from viewer.ui.page_view import PageView
from viewer.ui.theme import Theme

MAX_PREFILLED = 100
"""Characters of a selection that are taken over; a whole page that is selected is not."""
AROUND = 120
"""Characters of a sentence before and after a hit that are told."""
PAUSE = 700
"""Milliseconds without a letter after which what was found is told, as in the search."""
_PARAGRAPH_ENDS = "\N{PARAGRAPH SEPARATOR}\N{LINE SEPARATOR}"


class Finding(QObject):
    """Opens the bar, follows what is typed into it, and goes from hit to hit."""

    page_wanted = Signal()
    """Something else stands where the page would be."""

    def __init__(self, view: PageView, icons: Icons, place: QBoxLayout) -> None:
        super().__init__(view)
        self._view = view
        self._before: QWidget | None = None
        """What had the focus before the bar."""
        self._begin = 0
        self._wrapped = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._say)
        self._said = ""
        self.bar = FindBar(icons)
        self.bar.hide()
        place.addWidget(self.bar)
        self.bar.text_changed.connect(self._look)
        self.bar.next_requested.connect(self.next)
        self.bar.previous_requested.connect(self.previous)
        self.bar.close_requested.connect(self.close)
        view.marks.changed.connect(self._show_found)

    @property
    def is_open(self) -> bool:
        """Whether the bar is to be seen."""
        return not self.bar.isHidden()

    def begin(self) -> None:
        """Open the bar with the words that are selected, and look for them."""
        if not self._view.isVisible():
            self.page_wanted.emit()
        focus = QApplication.focusWidget()
        if focus is not None and not self.bar.isAncestorOf(focus):
            self._before = focus
        selected = self._selected()
        selection = self._view.textCursor()
        self._begin = selection.selectionStart() if selected else self._top()
        was_open = self.is_open
        text_before = self.bar.field.text()
        self.bar.begin(selected)
        if self.bar.field.text() == text_before and not was_open:
            self._look(text_before)

    def next(self) -> None:
        """Go to the next hit, of a search too; opens the bar where nothing is marked."""
        self._go(self.tr("Back at the top"), self._view.marks.show_next)

    def previous(self) -> None:
        """Go to the hit before."""
        self._go(self.tr("Back at the end"), self._view.marks.show_previous)

    def close(self) -> None:
        """Close the bar; the hit stays in sight, selected, and the focus goes back."""
        if not self.is_open:
            return
        marks = self._view.marks
        hit = marks.shown_hit()
        self.give_way()
        marks.clear()
        if hit is not None:
            cursor = self._view.textCursor()
            cursor.setPosition(hit[0])
            cursor.setPosition(hit[1], QTextCursor.MoveMode.KeepAnchor)
            self._view.setTextCursor(cursor)

    def give_way(self) -> None:
        """Close the bar because the marks are another's now."""
        put_away(self.bar, self._before, self._view)

    def set_scale(self, theme: Theme, pixels: int, ratio: float) -> None:
        """Draw with this theme, and with a font of so many pixels."""
        self.bar.set_scale(theme, pixels, ratio)

    # --- looking ----------------------------------------------------------------

    def _look(self, text: str) -> None:
        if not self.is_open:
            return
        marks = self._view.marks
        self._pause.start()
        if not text.strip():
            marks.clear()
            return
        marks.mark_text(text, self._begin)

    def _go(self, wrapped: str, step: Callable[[], bool]) -> None:
        if not self._view.is_marked:
            self.begin()
            return
        # Not known before the step, and the step says that the hits have changed.
        self._pause.stop()
        self._wrapped = ""
        if step():
            self._wrapped = wrapped
            self._show_found()
            self._wrapped = ""
        if hit := self._view.marks.shown_hit():
            self._begin = hit[0]  # what is typed next is looked for from here on

    def _show_found(self) -> None:
        if self.is_open:
            shown, count = self._view.marks.found
            self._said = self.bar.show_found(shown, count, wrapped=self._wrapped)
            if not self._pause.isActive():
                self._say()

    def _say(self) -> None:
        """Tell a screen reader what was found: once typing pauses, at once after a step."""
        if self.is_open:
            announce(self.bar, ". ".join(filter(None, (self._said, self._line()))))

    def _line(self) -> str:
        """The words around the hit that is shown, for those who do not see it."""
        hit = self._view.marks.shown_hit()
        if hit is None:
            return ""
        block = self._view.document().findBlock(hit[0])
        start, end = hit[0] - block.position(), hit[1] - block.position()
        text = block.text()
        first = text.rfind(". ", 0, start) + 1
        last = text.find(". ", end)
        words = text[max(first, start - AROUND) : min(last + 1 or len(text), end + AROUND)]
        return " ".join(words.replace("\N{OBJECT REPLACEMENT CHARACTER}", " ").split())

    def _selected(self) -> str:
        """What is selected on the page, if it is a few words of one paragraph."""
        text = self._view.textCursor().selectedText()
        few = len(text) <= MAX_PREFILLED and not any(end in text for end in _PARAGRAPH_ENDS)
        return text.strip() if few else ""

    def _top(self) -> int:
        """The position of the first words in sight."""
        return int(self._view.cursorForPosition(QPoint(0, 0)).position())
