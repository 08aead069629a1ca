"""The page for a screen reader: a document of headings, paragraphs, lists, tables and links.

Qt's own interface of a text browser is one flat text. It stays, for reading by letter, word and
line, with the caret and the looks of the letters: ``PageInterface`` hands it out as its text, and
puts the parts of the page beside it. A binding for an own text interface lacks two of its methods.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow

from viewer.ui.interface_address import address_of
from viewer.ui.own_interfaces import give_interface, native_or_none
from viewer.ui.page_part import Part
from viewer.ui.page_part_accessible import PartAttributes, PartInterface, index_in
from viewer.ui.spoken_page import SpokenPage, let_go

if TYPE_CHECKING:
    from viewer.ui.page_view import PageView


class PageInterface(QAccessibleInterface):
    """The text browser as a document: its parts, and all of its text as Qt tells it."""

    def __init__(self, page: SpokenPage, native: QAccessibleInterface) -> None:
        super().__init__()
        self.page: SpokenPage | None = page
        """None: the view is gone."""
        self._of_qt = native
        self._attributes = PartAttributes("")

    @property
    def _native(self) -> QAccessibleInterface:
        return native_or_none(self._of_qt)

    def isValid(self) -> bool:
        return self.page is not None and shiboken6.isValid(self.page.view)

    def object(self) -> QObject:
        """The widget that it is of."""
        return self.page.view if self.page else None  # type: ignore[return-value]

    def window(self) -> QWindow:
        """The window that it is in."""
        return self._native.window()

    def parent(self) -> QAccessibleInterface:
        """What it stands in."""
        return self._native.parent()

    def child(self, index: int) -> QAccessibleInterface:
        """One of the parts in it."""
        children = self.page.page.children if self.page else []
        return self._interface(children[index] if 0 <= index < len(children) else None)

    def childCount(self) -> int:
        return len(self.page.page.children) if self.page else 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return index_in(self.page.page, child) if self.page else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return self._interface(self.page.part_at(self.page.page, x, y) if self.page else None)

    def focusChild(self) -> QAccessibleInterface:
        return self._interface(self.page.focused() if self.page else None)

    def rect(self) -> QRect:
        """Where it is on the screen."""
        return self._native.rect()

    def role(self) -> QAccessible.Role:
        """What it is."""
        return QAccessible.Role.WebDocument

    def state(self) -> QAccessible.State:
        """How it is now."""
        state = self._native.state()
        state.readOnly = False  # no document is written to, and readers would say it each time
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """Its name, or what is said of it."""
        if kind is QAccessible.Text.Description and self.page is not None:
            return self.page.page.name
        return self._native.text(kind)

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nobody writes on a page."""

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        """Where its other interface is in memory."""
        kinds = QAccessible.InterfaceType
        if kind in (kinds.TextInterface, kinds.ActionInterface):
            return self._native.interface_cast(kind)
        if kind is kinds.AttributesInterface and self.page is not None:
            if self._attributes.language != self.page.page.language:
                self._attributes = PartAttributes(self.page.page.language)
            return address_of(self._attributes)  # Qt keeps the address for as long as it asks
        return address_of()

    def _interface(self, part: Part | None) -> QAccessibleInterface:
        # None is C++'s null.
        return self.page.interface(part) if self.page and part else None  # type: ignore[return-value]


# --- lifetimes -----------------------------------------------------------------------


def speak(view: PageView) -> SpokenPage:
    """From now on whoever asks for the view's interface gets ours."""
    page, made = SpokenPage(view), list[PageInterface]()

    def make(native: QAccessibleInterface) -> PageInterface:
        made.append(PageInterface(page, native))
        return made[-1]

    give_interface(view, make)
    view.destroyed.connect(partial(_end, made, page.interfaces))
    return page


def _end(made: list[PageInterface], interfaces: dict[Part, PartInterface]) -> None:
    """The view is gone; Qt lets go of its own interface and of ours for the view."""
    for interface in made:
        interface.page = None
    old = list(interfaces.values())
    for part in old:
        part.page = None
    interfaces.clear()
    let_go(old)
