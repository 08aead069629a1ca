"""The window's keys, in one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from viewer.ui.regions import Regions
    from viewer.ui.search import Search
    from viewer.ui.session import Session


def add_shortcuts(window: QWidget, session: Session, regions: Regions, search: Search) -> None:
    """Let keys do what the controls do, wherever in the window the focus is."""
    keys = QKeySequence.StandardKey
    for key, slot in (
        (keys.Back, session.back),
        (keys.Forward, session.forward),
        (QKeySequence("Alt+Home"), session.home),
        (keys.ZoomIn, session.larger),
        (QKeySequence("Ctrl+="), session.larger),
        (keys.ZoomOut, session.smaller),
        (QKeySequence("Ctrl+0"), session.normal),
        (QKeySequence("Ctrl+K"), search.begin),
        (QKeySequence("F6"), regions.next),
        (QKeySequence("Shift+F6"), regions.previous),
        (keys.Quit, window.close),
        (keys.Close, window.close),
    ):
        sequences = [key] if isinstance(key, QKeySequence) else QKeySequence.keyBindings(key)
        for sequence in sequences:
            QShortcut(sequence, window, slot)
