"""Says to a screen reader what changes on the screen beside the focus."""

from __future__ import annotations

import sys

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class AnnouncingWindow(QWidget):
    """A window that tells its own parts too what is announced: it may be the only voice there."""

    announced = Signal(QWidget, str)
    """What the words are about, and the words."""


def announce(widget: QWidget, words: str) -> None:
    """Have ``words`` read out, once what is being read now has ended."""
    if words:
        window = widget.window()
        if isinstance(window, AnnouncingWindow):
            window.announced.emit(widget, words)
        _post(widget, words)


def announce_calmly(widget: QWidget, words: str) -> None:
    """The same, but somebody who types in this window is not talked over."""
    if not isinstance(widget.window().focusWidget(), QLineEdit):
        announce(widget, words)


def _post(widget: QWidget, words: str) -> None:
    if not QAccessible.isActive():
        return
    if sys.platform == "linux":
        # Orca passes over announcements before version 45, and says a notification in all.
        from viewer.ui.notices import notice

        event = QAccessibleEvent(notice(widget.window(), words), QAccessible.Event.ObjectShow)
        QAccessible.updateAccessibility(event)
    else:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
