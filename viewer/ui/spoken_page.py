"""What a screen reader is told of the page that is shown: its parts, where they are, the focus."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleStateChangeEvent,
    QTextCursor,
    QTextDocument,
)

from viewer.ui.page_part import Kind, Part
from viewer.ui.page_part_accessible import PartInterface
from viewer.ui.page_tree import read_page
from viewer.ui.term_lines import Term, rects_of

if TYPE_CHECKING:
    from viewer.ui.page_view import PageView


class SpokenPage(QObject):
    """Reads the page's structure when it is asked for, and tells what the focus does on it."""

    def __init__(self, view: PageView) -> None:
        super().__init__(view)
        self.view = view
        self.interfaces: dict[Part, PartInterface] = {}
        self._page: Part | None = None
        self._focused: Part | None = None
        self._heading: Part | None = None
        """The one that was gone to last."""
        view.written.connect(self._forget)
        view.link_shown.connect(self.follow_focus)
        view.cursorPositionChanged.connect(self.follow_focus)

    # --- what is there -------------------------------------------------------------

    @property
    def page(self) -> Part:
        """The page that is shown."""
        if self._page is None:
            document = self.view.document()
            title = document.metaInformation(QTextDocument.MetaInformation.DocumentTitle)
            self._page = read_page(document, self.view.languages, title, self.tr("(blank)"))
        return self._page

    def interface(self, part: Part) -> QAccessibleInterface | None:
        """The interface of a part; the same each time, until the page is written anew."""
        if part.kind is Kind.PAGE:
            return QAccessible.queryAccessibleInterface(self.view)
        if part not in self.interfaces:
            self.interfaces[part] = PartInterface(self, part)
        return self.interfaces[part]

    def description(self, part: Part) -> str:
        """What is said of a part beside its name."""
        return self.tr("Explained in the glossary") if part.kind is Kind.TERM else ""

    def rect(self, part: Part) -> QRect:
        """Where a part is on the screen, in sight or not."""
        corner = self.view.viewport().mapToGlobal(QPoint(0, 0))
        return self._rect(part).translated(corner)

    def part_at(self, part: Part, x: int, y: int) -> Part | None:
        """The part in ``part`` that is at a point of the screen."""
        viewport = self.view.viewport()
        at = viewport.mapFromGlobal(QPoint(x, y))
        if not viewport.rect().contains(at):
            return None
        return next((child for child in part.children if self._rect(child).contains(at)), None)

    @property
    def is_visible(self) -> bool:
        """Whether the page can be seen at all."""
        return bool(self.view.isVisible())

    def is_in_sight(self, part: Part) -> bool:
        """Whether some of a part can be seen without scrolling."""
        return bool(self.view.viewport().rect().intersects(self._rect(part)))

    def _rect(self, part: Part) -> QRect:
        """Where a part is in the viewport."""
        view, document = self.view, self.view.document()
        if part.kind in (Kind.LINK, Kind.TERM, Kind.IMAGE):
            found = QRect()
            for rect in rects_of(view, Term("", part.start, part.end)):
                found = found.united(rect)
            return found
        layout = document.documentLayout()
        first, last = document.findBlock(part.start), document.findBlock(part.end)
        around = layout.blockBoundingRect(first).united(layout.blockBoundingRect(last))
        scrolled = view.horizontalScrollBar().value(), view.verticalScrollBar().value()
        return around.translated(-scrolled[0], -scrolled[1]).toAlignedRect()

    # --- what is done --------------------------------------------------------------

    def go_to(self, heading: Part) -> None:
        """Tell that the caret has been brought to a heading of this page."""
        if heading not in self.headings():
            return
        self._heading, self._focused = heading, None
        self.follow_focus()

    def headings(self) -> list[Part]:
        """The headings of the page, in their order."""
        return [part for part in self.page.walk() if part.kind is Kind.HEADING]

    def press(self, link: Part) -> None:
        """Follow a link as a click does; not before whoever asks for it has the answer."""
        page = self._page

        def follow() -> None:
            if self._page is page:  # and no other page has come meanwhile
                self.view.link_requested.emit(link.address)

        QTimer.singleShot(0, self, follow)

    def link_from(self, position: int) -> Part | None:
        """The first link after a character."""
        links = (part for part in self.page.walk() if part.kind in (Kind.LINK, Kind.TERM))
        return next((link for link in links if link.start >= position), None)

    def focus(self, link: Part) -> None:
        """Give a link the focus, as Tab does."""
        cursor = QTextCursor(self.view.document())
        cursor.setPosition(link.start)
        cursor.setPosition(link.end, QTextCursor.MoveMode.KeepAnchor)
        self.view.setFocus()
        self.view.setTextCursor(cursor)
        self.view.marks.show_focus(cursor)
        self.view.link_shown.emit(link.address)

    def focused(self) -> Part | None:
        """The link that has the focus, or the heading that was gone to."""
        cursor = self.view.textCursor()
        if not self.view.hasFocus():
            return None
        if not cursor.hasSelection():
            at = self._heading
            return at if at is not None and cursor.position() == at.start else None
        start = cursor.selectionStart()
        links = (p for p in self.page.walk() if p.kind in (Kind.LINK, Kind.TERM))
        found = next((link for link in links if link.start <= start < link.end), None)
        return found if found is not None and cursor.selectionEnd() <= found.end else None

    def follow_focus(self) -> None:
        """Tell that Tab has come to a link; Qt does not.

        When the caret leaves it Qt tells that, which brings a reader back to the page.
        """
        if not QAccessible.isActive():
            return
        now = self.focused()
        if now is not self._focused:
            before, self._focused = self._focused, now
            for part in filter(None, (before, now)):
                self._tell(part)

    def _tell(self, part: Part) -> None:
        """Tell that a part has the focus now, or has it no more."""
        interface = self.interface(part)
        if interface is None:
            return
        if sys.platform == "linux":
            # Its focus event would tell that the page has the focus no more, and no reader would
            # listen to the caret.
            changed = QAccessible.State()
            changed.focused = True
            QAccessible.updateAccessibility(QAccessibleStateChangeEvent(interface, changed))
        elif part is self._focused:
            event = QAccessibleEvent(interface, QAccessible.Event.Focus)
            QAccessible.updateAccessibility(event)

    def _forget(self) -> None:
        """The page has been written anew: no part of it is there any more."""
        old = list(self.interfaces.values())
        for interface in old:
            interface.page = None
        self.interfaces.clear()
        self._page = self._focused = self._heading = None
        if old:  # somebody may be asking one of them at this very moment
            QTimer.singleShot(0, partial(let_go, old))
        if QAccessible.isActive():
            kinds = QAccessible.Event
            for kind in (kinds.ObjectReorder, kinds.DescriptionChanged):  # which has the title
                QAccessible.updateAccessibility(QAccessibleEvent(self.view, kind))


def let_go(interfaces: Iterable[PartInterface]) -> None:
    """Have Qt end these: it holds them by their numbers, and must not find them ended."""
    for interface in interfaces:
        if shiboken6.isValid(interface):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(interface))
