"""Buttons that stay pressed: what somebody does is told by ``toggled``, not by ``clicked``.

A screen reader may toggle such a button without a click. What the program shows by itself is no
such deed, and so is told to nobody.
"""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QAbstractButton


def show_checked(button: QAbstractButton, *, on: bool) -> None:
    """Show a button as pressed, or as not; nobody has pressed it."""
    blocker = QSignalBlocker(button)
    button.setChecked(on)
    blocker.unblock()
