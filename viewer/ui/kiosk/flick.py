"""A finger drawn up or down over something turns its page, and presses nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

FAR = 48
"""Pixels that make a flick of what was a press; a finger that presses trembles by some twenty."""


class Flick(QObject):
    """Watches widgets for it."""

    flicked = Signal(int)
    """1: on to what comes next, by a finger that goes up. -1: back."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._from: QPointF | None = None
        self._is_flick = False

    def watch(self, widget: QWidget) -> None:
        """Watch this widget too."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        kind = event.type()
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            self._from, self._is_flick = event.globalPosition(), False
        elif kind == QEvent.Type.MouseMove and self._from is not None:
            way = event.globalPosition() - self._from
            if not self._is_flick and abs(way.y()) > max(FAR, abs(way.x())):
                self._is_flick = True
                if isinstance(watched, QAbstractButton):
                    watched.setDown(False)  # so that its release is no click
            return self._is_flick  # or a button would go down again under the finger
        elif kind == QEvent.Type.MouseButtonRelease and self._from is not None:
            way, self._from = event.globalPosition() - self._from, None
            if self._is_flick and abs(way.y()) > FAR:
                self.flicked.emit(1 if way.y() < 0 else -1)
        return False
