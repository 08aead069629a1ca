"""Where keys are on a page: what shows it, what keeps it, and where Tab begins again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent

from viewer.ui.fragments import position_of

if TYPE_CHECKING:
    from viewer.ui.page_view import PageView

_Reason = Qt.FocusReason
_BY_KEY = (_Reason.TabFocusReason, _Reason.BacktabFocusReason, _Reason.ShortcutFocusReason)
_IN_PASSING = (_Reason.ActiveWindowFocusReason, _Reason.PopupFocusReason)
"""Another window, or a menu, comes or goes: in this one the focus is where it was."""


class PageFocus:
    """The frame of a page that keys have come to, and where they go on in it."""

    def __init__(self, view: PageView) -> None:
        self._view = view

    def come(self, event: QFocusEvent) -> None:
        """A frame shows the focus that came by the keyboard; a click needs none."""
        if event.reason() not in _IN_PASSING:
            self.frame(event.reason() in _BY_KEY)

    def leave(self, event: QFocusEvent) -> None:
        """Take away what showed the focus, unless it will be here again."""
        if event.reason() in _IN_PASSING:
            return
        self.frame(False)
        at_link = self._view.marks.shows_focus
        self._view.marks.show_focus(None)
        cursor = self._view.textCursor()
        if event.reason() in (_Reason.TabFocusReason, _Reason.BacktabFocusReason):
            self._wait_at(0)  # all links have been met: the next time begins with the first
        elif at_link and cursor.hasSelection():
            self._wait_at(cursor.selectionStart())  # the next Tab comes to this one again

    def frame(self, framed: bool) -> None:
        """Show by a frame that keys come here, or do not."""
        view = self._view
        if view.property("framed") is not framed:
            view.setProperty("framed", framed)
            view.style().unpolish(view)
            view.style().polish(view)

    def go_on_from(self, position: int) -> None:
        """Arrow keys, Tab and a screen reader go on from this place on the page."""
        cursor = self._view.textCursor()
        cursor.setPosition(position)
        self._view.setTextCursor(cursor)
        self._view.marks.show_focus(None)

    def go_on_from_anchor(self, anchor: str) -> None:
        """The same, from a heading that a link leads to."""
        if position := position_of(self._view.document(), anchor):
            self.go_on_from(position)

    def _wait_at(self, position: int) -> None:
        """Put the cursor where the next Tab is to begin; nothing on the screen changes."""
        bar = self._view.verticalScrollBar()
        at, blocked = bar.value(), bar.blockSignals(True)
        self.go_on_from(position)
        bar.setValue(at)
        bar.blockSignals(blocked)
