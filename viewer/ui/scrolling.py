"""Where a page is scrolled to, and how it stays there while it is laid out or changes its looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QTextBrowser

if TYPE_CHECKING:
    from viewer.ui.same_place import Spot


class Mark(NamedTuple):
    """A place on a page that outlives its layout."""

    wanted: float | None
    """The part of the page, 0 to 1, that it still has to be scrolled to."""
    character: int
    """Else the character at the top of the window; 0 at the top of the page."""
    below: int
    """Pixels from the top edge of the window to that character's line."""


class Scrolling:
    """Scrolls a text browser; a page grows while it is laid out, so a place is kept until then."""

    def __init__(self, view: QTextBrowser) -> None:
        self._view = view
        self._wanted: float | None = None
        bar = view.verticalScrollBar()
        bar.rangeChanged.connect(self._keep)
        bar.actionTriggered.connect(self.settle)

    def position(self) -> float:
        """How far down the page the window is, from 0 to 1."""
        bar = self._view.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else self._wanted or 0.0

    def go_to(self, position: float) -> None:
        """Scroll to a part of the page, from 0 to 1, and stay there until the reader moves."""
        self._wanted = position
        self._keep()

    def settle(self) -> None:
        """The reader moves: from now on the page is where they put it."""
        self._wanted = None

    def mark(self) -> Mark:
        """Where the page is now."""
        from PySide6.QtCore import QPoint

        if self._wanted is not None or self._view.verticalScrollBar().value() == 0:
            return Mark(self._wanted, 0, 0)
        cursor = self._view.cursorForPosition(QPoint(self._view.width() // 2, 4))
        return Mark(None, cursor.position(), self._view.cursorRect(cursor).top())

    def spot(self) -> Spot | None:
        """Where the page is now, for the same page in another language; None at its top."""
        from PySide6.QtCore import QPoint

        from viewer.ui.same_place import spot_at

        if self._view.verticalScrollBar().value() == 0:
            return None
        cursor = self._view.cursorForPosition(QPoint(self._view.width() // 2, 4))
        return spot_at(self._view.document(), cursor.position())

    def go_to_spot(self, spot: Spot | None) -> None:
        """Scroll to the place that ``spot`` was in another language."""
        from viewer.ui.same_place import position_of

        character = 0 if spot is None else position_of(self._view.document(), spot)
        self.return_to(Mark(None, character, 0))

    def return_to(self, mark: Mark) -> None:
        """Scroll to where ``mark`` was made, in the same words."""
        from PySide6.QtGui import QTextCursor

        if mark.wanted is not None or not mark.character:
            self.go_to(mark.wanted or 0.0)
            return
        self._wanted = None
        document, bar = self._view.document(), self._view.verticalScrollBar()
        cursor = QTextCursor(document)
        cursor.setPosition(min(mark.character, document.characterCount() - 1))
        bar.setValue(bar.value() + self._view.cursorRect(cursor).top() - mark.below)

    def _keep(self) -> None:
        if self._wanted is not None:
            bar = self._view.verticalScrollBar()
            bar.setValue(round(self._wanted * bar.maximum()))
