"""The window's keys, as ``key_list`` has them, and what each of them does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QShortcut

from viewer.ui.key_list import Where, installed_in

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
    finding = tools.finding
    slots: dict[str, Callable[[], object]] = {
        "back": session.back,
        "close": window.close,
        "find": finding.begin,
        "find next": finding.next,
        "find previous": finding.previous,
        "forward": session.forward,
        "handout": tools.toolbar.handout.click,
        "headings": tools.caret.show_headings,
        "help": tools.helping.begin,
        "home": session.home,
        "larger": session.larger,
        "next part": regions.next,
        "normal": session.normal,
        "part before": regions.previous,
        "search": tools.search.begin,
        "settings": settings_requested.emit,
        "smaller": session.smaller,
    }
    for deed, sequence in installed_in(Where.WINDOW):
        QShortcut(sequence, window, slots[deed])
