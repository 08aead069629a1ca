"""The frame around a part that the keyboard has come to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


def came_by_key(event: QFocusEvent) -> bool:
    """Whether the focus came by the keyboard."""
    return event.reason() in _BY_KEY


def frame_focus(widget: QWidget, framed: bool) -> None:
    """Let the style sheet draw the frame, or not."""
    if widget.property("framed") is not framed:
        widget.setProperty("framed", framed)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
