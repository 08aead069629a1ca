"""What the mouse does on a page beside what Qt lets it do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from viewer.ui.card_hits import card_at

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
    from PySide6.QtWidgets import QTextBrowser

    from viewer.ui.page_view import PageView


def zoom_of(event: QWheelEvent) -> int | None:
    """Which way a turn of the wheel changes the text size, 1, -1 or 0; None: it scrolls."""
    if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return None
    turned = event.angleDelta().y()
    return (turned > 0) - (turned < 0)


def show_hand(view: QTextBrowser, event: QMouseEvent, cards: frozenset[str]) -> None:
    """A hand over a card says that it can be opened."""
    if not event.buttons() and card_at(view, _point(event), cards):
        view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)


def card_clicked(view: QTextBrowser, event: QMouseEvent, cards: frozenset[str]) -> str:
    """The card that this click opens, for it opens wherever it is clicked; empty: none."""
    if event.button() != Qt.MouseButton.LeftButton or view.textCursor().hasSelection():
        return ""
    return "" if view.anchorAt(_point(event)) else card_at(view, _point(event), cards)


def show_menu(view: PageView, event: QContextMenuEvent) -> None:
    """Qt's own menu, to copy and to select all; and to be read to from this place on."""
    menu = view.createStandardContextMenu(event.pos())
    here = view.cursorForPosition(event.pos()).position()
    menu.addSeparator()
    listen = menu.addAction(QCoreApplication.translate("PageView", "Listen from here"))
    listen.triggered.connect(lambda: view.listen_from_requested.emit(here))
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(event.globalPos())


def _point(event: QMouseEvent) -> QPoint:
    return event.position().toPoint()
