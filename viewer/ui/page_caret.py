"""A caret on the page, which arrows move and a screen reader follows; and the way by headings.

It is there with a screen reader, which reads the line that the caret comes to, and for whoever
asks for it by F7, as in browsers. Without it arrows scroll.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QMenu

from viewer.ui.announcing import announce
from viewer.ui.page_part import Part
from viewer.ui.page_view import PageView

_WIDTH = 3
"""Pixels of the caret; Qt's own is hard to find."""
_ABOVE = 12
"""Pixels of the page that stay in sight above a heading that was gone to."""
_ENDS: dict[int, QTextCursor.MoveOperation] = {
    Qt.Key.Key_Home: QTextCursor.MoveOperation.StartOfLine,
    Qt.Key.Key_End: QTextCursor.MoveOperation.EndOfLine,
}


class Caret(NamedTuple):
    """Where the caret was, or what was selected, before a page was written anew."""

    anchor: int
    position: int
    words: str
    """What was selected."""


class PageCaret(QObject):
    """Keys of the page for those who read by line and by heading."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self._view = view
        self._asked: bool | None = None
        """What F7 said last; None: as the screen reader needs it."""
        self._kept = Caret(0, 0, "")
        view.installEventFilter(self)

    @property
    def is_on(self) -> bool:
        """Whether arrows move a caret."""
        return bool(QAccessible.isActive()) if self._asked is None else self._asked

    def leave(self) -> None:
        """The page is about to be written anew."""
        cursor = self._view.textCursor()
        self._kept = Caret(cursor.anchor(), cursor.position(), cursor.selectedText())

    def come_back(self) -> None:
        """The same page is there again, in other clothes: so is the caret."""
        view, (anchor, position, words) = self._view, self._kept
        if not position or max(anchor, position) >= view.document().characterCount():
            return
        mark = view.scrolling.mark()
        cursor = QTextCursor(view.document())
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        if cursor.selectedText() != words:
            return  # in another language
        view.setTextCursor(cursor)
        if view.hasFocus() and cursor.hasSelection() and cursor.charFormat().isAnchor():
            view.marks.show_focus(cursor)
        view.scrolling.return_to(mark)

    def show_headings(self) -> None:
        """List the headings of the page; Enter goes to one, Escape back."""
        view, spoken = self._view, self._view.spoken
        headings = spoken.headings() if spoken is not None else []
        if not headings or not view.isVisible():
            return
        menu = QMenu(self.tr("Headings"), view.window())
        menu.setAccessibleName(menu.title())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        position = view.textCursor().position()
        for heading in headings:
            words = "    " * (heading.level - 1) + heading.name.replace("&", "&&")
            level = self.tr("Level {}").format(heading.level)
            action = QAction(f"{words}\t{level}", menu)
            action.triggered.connect(lambda _=False, heading=heading: self.go_to(heading))
            menu.addAction(action)
            if heading.start <= position or heading is headings[0]:
                menu.setActiveAction(action)
        view.written.connect(menu.close)  # another page has other headings
        menu.popup(view.mapToGlobal(QPoint(_ABOVE, _ABOVE)))

    def go_to(self, heading: Part) -> None:
        """Go on reading at a heading."""
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._go(heading.start)
        if self._view.spoken is not None:
            self._view.spoken.go_to(heading)

    def _go(self, position: int) -> None:
        view = self._view
        view.scrolling.settle()
        cursor = QTextCursor(view.document())
        cursor.setPosition(position)
        view.setTextCursor(cursor)
        view.marks.show_focus(None)
        bar = view.verticalScrollBar()
        bar.setValue(bar.value() + view.cursorRect(cursor).top() - _ABOVE)

    # --- keys ---------------------------------------------------------------------

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """See the page's keys first."""
        if event.type() == QEvent.Type.FocusIn:
            self._follow()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._follow()
            return self._key(event.key(), event.modifiers())
        return False

    def _key(self, key: int, held: Qt.KeyboardModifier) -> bool:
        """Whether a key has been used up."""
        shift = held == Qt.KeyboardModifier.ShiftModifier
        if key == Qt.Key.Key_H and (shift or not held):
            self._step(-1 if shift else 1)
        elif held:
            return False
        elif key == Qt.Key.Key_Tab:
            return self._tab()
        elif key == Qt.Key.Key_F7:
            self._switch()
        elif self.is_on and key in _ENDS:
            self._view.scrolling.settle()
            self._view.moveCursor(_ENDS[key])
        elif self.is_on and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._open()
        else:
            return False
        return True

    def _step(self, step: int) -> None:
        """Go to the next heading, or to the one before."""
        view, spoken = self._view, self._view.spoken
        if spoken is None:
            return
        at = view.textCursor().selectionStart()
        if not self.is_on and not view.viewport().rect().contains(view.cursorRect()):
            at = view.cursorForPosition(QPoint(view.width() // 2, _ABOVE)).position()
        starts = [heading.start for heading in spoken.headings()]
        later = [n for n, start in enumerate(starts) if start > at]
        earlier = [n for n, start in enumerate(starts) if start < at]
        if step > 0 and later:
            self.go_to(spoken.headings()[later[0]])
        elif step < 0 and earlier:
            self.go_to(spoken.headings()[earlier[-1]])
        else:
            announce(view, self.tr("No more headings") if step > 0 else self.tr("First heading"))

    def _tab(self) -> bool:
        """Go to the next link from where the caret is; Qt begins at the top without one."""
        view, cursor = self._view, self._view.textCursor()
        spoken = view.spoken
        if cursor.hasSelection() or cursor.atStart() or spoken is None:
            return False
        link = spoken.link_from(cursor.position())
        if link is not None:
            view.scrolling.settle()
            spoken.focus(link)
            return True
        return bool(QFrame.focusNextPrevChild(view, True))

    def _switch(self) -> None:
        self._asked = not self.is_on
        view = self._view
        if self._asked and not view.viewport().rect().contains(view.cursorRect()):
            view.setTextCursor(view.cursorForPosition(QPoint(view.width() // 2, _ABOVE)))
        self._follow()
        announce(view, self.tr("Text cursor on") if self._asked else self.tr("Text cursor off"))

    def _follow(self) -> None:
        """Let arrows move the caret, or scroll."""
        by_key = Qt.TextInteractionFlag.TextSelectableByKeyboard
        flags = self._view.textInteractionFlags()
        if bool(flags & by_key) is not self.is_on:
            self._view.setTextInteractionFlags(flags | by_key if self.is_on else flags & ~by_key)
            self._view.setCursorWidth(_WIDTH)

    def _open(self) -> bool:
        """Follow the link that the caret is in; one that is selected Qt follows."""
        cursor = self._view.textCursor()
        if cursor.hasSelection():
            return False
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        address = cursor.charFormat().anchorHref()
        if address:
            self._view.link_requested.emit(address)
        return bool(address)
