"""The links of a page: their addresses as written, and the one at the focus made plain to see."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QTextCursor
    from PySide6.QtWidgets import QTextBrowser


def address_of(url: QUrl) -> str:
    """The address as it stands in the page; Qt would decode ``%20`` in a web address."""
    if url.scheme() in ("http", "https"):
        return bytes(url.toEncoded().data()).decode("ascii")
    return url.toString()


def show_link_focus(view: QTextBrowser, cursor: QTextCursor | None) -> None:
    """Show the link at the focus in colours turned round: Qt's own dotted line is too thin.

    ``cursor`` has selected the link; None takes the mark away.
    """
    if cursor is None:
        if view.extraSelections():
            view.setExtraSelections([])
        return
    from PySide6.QtWidgets import QTextEdit

    mark = QTextEdit.ExtraSelection()
    # The stub names no attributes, though the class has them.
    mark.cursor = cursor
    mark.format.setBackground(view.palette().text())
    mark.format.setForeground(view.palette().base())
    view.setExtraSelections([mark])
