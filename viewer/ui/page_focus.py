"""Where keys are on a page: what shows it, what keeps it, and from where Tab goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QTextCursor, QTextDocument

if TYPE_CHECKING:
    from viewer.ui.page_view import PageView

_Reason = Qt.FocusReason
_BY_KEY = (_Reason.TabFocusReason, _Reason.BacktabFocusReason, _Reason.ShortcutFocusReason)
_IN_PASSING = (_Reason.ActiveWindowFocusReason, _Reason.PopupFocusReason)
"""Another window, or a menu, comes or goes: in this one the focus is where it was."""


class PageFocus:
    """The frame of a page that keys have come to, and the link that has the focus in it."""

    def __init__(self, view: PageView) -> None:
        self._view = view
        self._tab_from = 0
        """Where the next Tab begins; 0: at the link that has the focus, or at the first."""
        self._kept: tuple[int, int, str] | None = None
        """The link that had the focus before the page was written anew: where, and its words."""

    def come(self, event: QFocusEvent) -> None:
        """A frame shows the focus that came by the keyboard; a click needs none."""
        if event.reason() not in _IN_PASSING:
            self.frame(event.reason() in _BY_KEY)

    def leave(self, event: QFocusEvent) -> None:
        """Take away what showed the focus, unless it will be here again."""
        if event.reason() not in _IN_PASSING:
            self.frame(False)
            self.forget()

    def forget(self) -> None:
        """No link has the focus, and Tab begins at the first one."""
        self._tab_from = 0
        self._view.marks.show_focus(None)

    def frame(self, framed: bool) -> None:
        """Show by a frame that keys come here, or do not."""
        view = self._view
        if view.property("framed") is not framed:
            view.setProperty("framed", framed)
            view.style().unpolish(view)
            view.style().polish(view)

    def step(self) -> None:
        """Tab is about to look for the next link: let it begin where the reader is.

        Without a selection Qt begins at the page's first link, wherever its cursor is.
        """
        cursor, position = self._view.textCursor(), self._tab_from
        self._tab_from = 0
        if position and not cursor.hasSelection():
            cursor.setPosition(position - 1)
            cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            bar = self._view.verticalScrollBar()
            at = bar.value()
            self._view.setTextCursor(cursor)
            bar.setValue(at)

    def keep(self) -> None:
        """The page is about to be written anew, or to give way to another."""
        cursor = self._view.textCursor()
        at_link = cursor.hasSelection() and cursor.charFormat().isAnchor()
        where = cursor.selectionStart(), cursor.selectionEnd()
        self._kept = (*where, cursor.selectedText()) if at_link else None

    def return_to_link(self, *, same: bool) -> None:
        """Give the link its focus back, if the page is the ``same`` in other clothes."""
        kept, self._kept = self._kept, None
        if kept is None or not same:
            return
        cursor = self._view.textCursor()
        start, end, words = kept
        if end < self._view.document().characterCount():
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        if cursor.selectedText() == words:
            bar = self._view.verticalScrollBar()
            at = bar.value()
            self._view.setTextCursor(cursor)
            bar.setValue(at)
            self._view.marks.show_focus(cursor if self._view.hasFocus() else None)

    def go_on_from(self, position: int) -> None:
        """Arrow keys, Tab and a screen reader go on from this place on the page."""
        cursor = self._view.textCursor()
        cursor.setPosition(position)
        self._view.setTextCursor(cursor)
        self.forget()
        self._tab_from = position

    def go_on_from_anchor(self, anchor: str) -> None:
        """The same, from a heading."""
        if position := position_of(self._view.document(), anchor):
            self.go_on_from(position)


def position_of(document: QTextDocument, anchor: str) -> int:
    """The position at which an anchor stands; the page's beginning where there is none."""
    block = document.begin()
    while anchor and block.isValid():
        run = block.begin()
        while not run.atEnd():
            if anchor in run.fragment().charFormat().anchorNames():
                return run.fragment().position()
            run += 1
        block = block.next()
    return 0
