"""The window's keys, in one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from viewer.ui.page_tools import PageTools
    from viewer.ui.regions import Regions
    from viewer.ui.session import Session


def add_shortcuts(
    window: QWidget,
    session: Session,
    regions: Regions,
    tools: PageTools,
    settings_requested: SignalInstance,
) -> None:
    """Let keys do what the controls do, wherever in the window the focus is."""
    keys = QKeySequence.StandardKey
    finding = tools.finding
    for key, slot in (
        (keys.Back, session.back),
        (keys.Forward, session.forward),
        (QKeySequence("Alt+Home"), session.home),
        (keys.ZoomIn, session.larger),
        (QKeySequence("Ctrl+="), session.larger),
        (keys.ZoomOut, session.smaller),
        (QKeySequence("Ctrl+0"), session.normal),
        (QKeySequence("Ctrl+K"), tools.search.begin),
        (QKeySequence("Ctrl+F"), finding.begin),
        (QKeySequence("Ctrl+L"), tools.toolbar.listen.click),
        (QKeySequence("Ctrl+P"), tools.toolbar.handout.click),
        (QKeySequence("F3"), finding.next),
        (QKeySequence("Ctrl+G"), finding.next),
        (QKeySequence("Shift+F3"), finding.previous),
        (QKeySequence("Ctrl+Shift+G"), finding.previous),
        (QKeySequence("F6"), regions.next),
        (QKeySequence("Shift+F6"), regions.previous),
        (QKeySequence("Ctrl+,"), settings_requested.emit),
        (keys.Quit, window.close),
        (keys.Close, window.close),
    ):
        sequences = [key] if isinstance(key, QKeySequence) else QKeySequence.keyBindings(key)
        for sequence in sequences:
            QShortcut(sequence, window, slot)
