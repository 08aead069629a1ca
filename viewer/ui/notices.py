"""Notifications for screen readers: words that come up and are nowhere on the screen."""

from __future__ import annotations

from collections import deque

import shiboken6
from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from viewer.ui.interface_address import address_of

_MOST = 8
"""Notices that are kept: a reader may ask for one a moment after it was told of it."""
_kept: deque[Notice] = deque()


class Notice(QAccessibleInterface):
    """One sentence; a child of its window that the window does not list."""

    def __init__(self, window: QWidget, words: str) -> None:
        super().__init__()
        self._window = window
        self._words = words

    def isValid(self) -> bool:
        return shiboken6.isValid(self._window)

    def object(self) -> QObject:
        """The widget that it is of."""
        return None  # type: ignore[return-value]  # it is no widget

    def parent(self) -> QAccessibleInterface:
        """What it stands in."""
        return (
            QAccessible.queryAccessibleInterface(self._window)
            if shiboken6.isValid(self._window)
            else None  # type: ignore[return-value]  # C++'s null
        )

    def child(self, index: int) -> QAccessibleInterface:
        """One of the parts in it."""
        return None  # type: ignore[return-value]

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return None  # type: ignore[return-value]

    def rect(self) -> QRect:
        """Where it is on the screen."""
        return QRect()

    def role(self) -> QAccessible.Role:
        """What it is."""
        return QAccessible.Role.Notification

    def state(self) -> QAccessible.State:
        """How it is now."""
        return QAccessible.State()

    def text(self, kind: QAccessible.Text) -> str:
        """Its name, or what is said of it."""
        return self._words if kind is QAccessible.Text.Name else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nobody writes on a notice."""

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        """Where its other interface is in memory."""
        return address_of()


def notice(window: QWidget, words: str) -> Notice:
    """A notice with these words; the oldest goes."""
    _kept.append(Notice(window, words))
    while len(_kept) > _MOST:
        oldest = _kept.popleft()
        if shiboken6.isValid(oldest):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(oldest))
    return _kept[-1]
