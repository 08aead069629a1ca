"""Where the focus goes when what has it is put away, or can do no more."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def put_away(panel: QWidget, before: QWidget | None, otherwise: QWidget) -> None:
    """Hide a panel; its focus goes back to ``before`` if that is still there."""
    focus = QApplication.focusWidget()
    had_focus = focus is not None and panel.isAncestorOf(focus)
    panel.hide()
    if had_focus:
        there = before is not None and before.isVisible() and before.isEnabled()
        (before if before is not None and there else otherwise).setFocus()


def hand_over(button: QWidget, other: QWidget, *, usable: bool) -> None:
    """Give the focus of a button that is about to be switched off to its counterpart."""
    if button.hasFocus() and not usable:
        other.setEnabled(True)
        other.setFocus(Qt.FocusReason.TabFocusReason)
