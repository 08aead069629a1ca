"""Says to a screen reader what changes on the screen beside the focus."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLineEdit, QWidget


def announce(widget: QWidget, words: str) -> None:
    """Have ``words`` read out, once what is being read now has ended."""
    if words:
        _post(widget, words)


def announce_calmly(widget: QWidget, words: str) -> None:
    """The same, but somebody who types in this window is not talked over."""
    if not isinstance(widget.window().focusWidget(), QLineEdit):
        announce(widget, words)


def _post(widget: QWidget, words: str) -> None:
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
