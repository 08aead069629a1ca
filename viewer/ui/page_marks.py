"""What is marked on the page beside its own text: hits, the link at the focus, what is read aloud.

Qt keeps one list of such marks for a text browser. This is the only place that
writes it, so that no mark wipes another.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QBrush, QColor, QPen, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from viewer.ui.fragments import position_of
from viewer.ui.page_hits import Hit, PageText

if TYPE_CHECKING:
    from viewer.ui.scrolling import Scrolling
    from viewer.ui.theme import Theme

MOST_MARKED = 1_000
"""Hits that are painted at one time, those nearest to the one shown; all of them are counted."""
NONE = -1


class Found(NamedTuple):
    """Which hit is shown, counted from 1 (0: none), and how many there are."""

    shown: int
    of: int


class PageMarks(QObject):
    """Marks words on a page, goes from hit to hit, and shows which link has the focus."""

    changed = Signal()

    def __init__(self, view: QTextBrowser, scrolling: Scrolling) -> None:
        super().__init__(view)
        self._view = view
        self._scrolling = scrolling
        self._look: Callable[[PageText], list[Hit]] | None = None
        """Finds the hits on whatever page is shown; None: nothing is marked."""
        self._text: PageText | None = None
        self._hits: list[Hit] = []
        self._shown = NONE
        self._marks: list[Any] = []  # Qt's stub names none of a mark's attributes
        self._first = 0
        """Which hit the first mark is of."""
        self._focus: QTextCursor | None = None
        self._spoken: tuple[Hit, ...] = ()
        self._plain, self._current, self._aloud = (QTextCharFormat() for _ in range(3))

    @property
    def found(self) -> Found:
        """The hits now."""
        return Found(self._shown + 1, len(self._hits))

    @property
    def are_there(self) -> bool:
        """Whether something is looked for, found or not."""
        return self._look is not None

    def wear(self, theme: Theme) -> None:
        """Mark in the colours of a theme."""
        for look, ink, ground, edge, width in (
            (self._plain, theme.on_hit, theme.hit, theme.hit_edge, 1),
            (self._current, theme.on_hit, theme.hit_now, theme.ink, 3),
            (self._aloud, theme.ink, theme.selection, theme.accent, 2),
        ):
            look.setForeground(QBrush(QColor(ink)))
            look.setBackground(QBrush(QColor(ground)))
            look.setProperty(QTextFormat.Property.OutlinePen, QPen(QColor(edge), width))
        self._mark_all()

    def mark_words(self, words: Sequence[str], anchor: str = "") -> int:
        """Mark these words wherever they stand whole; counts them.

        The page is scrolled to the first of them, or to the first after a heading.
        """
        begin = position_of(self._view.document(), anchor)
        self._seek(lambda page: page.words(words), begin)
        return len(self._hits)

    def mark_text(self, text: str, begin: int = 0) -> int:
        """Mark this text wherever it stands, and show its first place from ``begin`` on."""
        self._seek(lambda page: page.text(text), begin)
        return len(self._hits)

    def show_next(self) -> bool:
        """Go to the next hit; whether that was round the end of the page."""
        return self._step(1)

    def show_previous(self) -> bool:
        """Go to the hit before; whether that was round the top of the page."""
        return self._step(-1)

    def shown_hit(self) -> Hit | None:
        """Where the hit that is shown begins and ends, as positions of the page."""
        return self._hits[self._shown] if self._hits else None

    def clear(self) -> None:
        """Take the hits away."""
        self._look = None
        self._hits, self._shown = [], NONE
        self._mark_all()
        self.changed.emit()

    def show_focus(self, link: QTextCursor | None) -> None:
        """Show which link has the focus: ``link`` has selected it; None takes the mark away."""
        if link is not None or self._focus is not None:
            self._focus = link
            self._paint()

    def show_spoken(self, parts: Sequence[Hit]) -> None:
        """Mark what is read aloud, in place of what was, and scroll to it if it is out of sight."""
        self._spoken = tuple(parts)
        self._paint()
        if parts:
            self._bring_into_view(parts[0][0], parts[-1][1])

    @property
    def shows_focus(self) -> bool:
        """Whether a link has the focus; else a selection is the reader's own."""
        return self._focus is not None

    def page_written(self) -> None:
        """The page has been written anew: what was marked on it is gone."""
        self._text = None
        self._focus, self._spoken = None, ()
        self._hits, self._marks = [], []

    def keep(self, *, same: bool, in_sight: bool = False) -> None:
        """Mark the page that was written: the ``same`` in other clothes, or another.

        Of another page the first hit is the one shown. The page is scrolled only to keep the
        hit ``in_sight``.
        """
        if self._look is not None:
            before = self._shown if same else 0
            self._hits = self._look(self._page())
            self._shown = min(max(before, 0), len(self._hits) - 1)
            self._mark_all()
            if in_sight:
                self._bring_hit_into_view()
            self.changed.emit()

    # --- looking ----------------------------------------------------------------

    def _page(self) -> PageText:
        if self._text is None:
            self._text = PageText(self._view.document().toRawText())
        return self._text

    def _seek(self, look: Callable[[PageText], list[Hit]], begin: int) -> None:
        self._look = look
        self._hits = look(self._page())
        after = (at for at, (start, _) in enumerate(self._hits) if start >= begin)
        self._shown = next(after, 0) if self._hits else NONE
        self._mark_all()
        self._bring_hit_into_view()
        self.changed.emit()

    def _step(self, step: int) -> bool:
        if not self._hits:
            return False
        before, to = self._shown, self._shown + step
        self._shown = to % len(self._hits)
        self._mark_step(before)
        self._bring_hit_into_view()
        self.changed.emit()
        return to != self._shown

    def _bring_hit_into_view(self) -> None:
        if hit := self.shown_hit():
            self._bring_into_view(hit[0], hit[0])

    def _bring_into_view(self, start: int, end: int) -> None:
        """Scroll to a part of the page, with some lines above it, unless all of it is in sight."""
        self._scrolling.settle()
        first = self._view.cursorRect(self._cursor(start, start))
        last = self._view.cursorRect(self._cursor(end, end))
        room = self._view.viewport().height()
        margin = min(first.height(), room // 4)
        if first.top() < margin or last.bottom() > room - margin:
            above = min(room // 3, max(margin, room - margin - (last.bottom() - first.top())))
            bar = self._view.verticalScrollBar()
            bar.setValue(bar.value() + first.top() - above)

    # --- painting ---------------------------------------------------------------

    def _mark_all(self) -> None:
        """Mark the hits around the one shown, in their looks as they are now."""
        first = max(0, min(self._shown - MOST_MARKED // 2, len(self._hits) - MOST_MARKED))
        self._first = first
        self._marks = [
            _mark(self._cursor(*hit), self._current if at == self._shown else self._plain)
            for at, hit in enumerate(self._hits[first : first + MOST_MARKED], first)
        ]
        self._paint()

    def _mark_step(self, before: int) -> None:
        """Another hit is shown: change two marks; making all takes half a blink on a large page."""
        last = self._first + len(self._marks) - 1
        if not self._first <= self._shown <= last:
            self._mark_all()
            return
        for at, look in ((before, self._plain), (self._shown, self._current)):
            self._marks[at - self._first].format = look
        self._paint()

    def _paint(self) -> None:
        marks = [_mark(self._cursor(*part), self._aloud) for part in self._spoken]
        marks += self._marks
        if self._focus is not None:
            # Colours turned round: Qt's own dotted line is too thin.
            turned = QTextCharFormat()
            turned.setBackground(self._view.palette().text())
            turned.setForeground(self._view.palette().base())
            marks.append(_mark(self._focus, turned))
        if marks or self._view.extraSelections():
            self._view.setExtraSelections(marks)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self._view.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _mark(cursor: QTextCursor, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    # The stub names no attributes, though the class has them.
    mark.cursor = cursor
    mark.format = look
    return mark
