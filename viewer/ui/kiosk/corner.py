"""The staff's hidden gesture: a finger that stays in a top corner of the window for a while."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QWidget

from viewer.ui.kiosk.scale import TARGET

HOLD = 5_000
"""Milliseconds."""

_TOUCHES = frozenset((QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate))
_MOVES = frozenset((QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove))
_STARTS = frozenset((QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress))
_LEFT = Qt.MouseButton.LeftButton
_ENDS = frozenset(
    (
        QEvent.Type.TouchEnd,
        QEvent.Type.TouchCancel,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.Hide,
    )
)


class CornerHold(QObject):
    """Watches what the system sends to a window, before any widget gets it; it takes nothing.

    It looks at the window's own events alone and not at those of all objects, of which there are a
    hundred times as many.
    """

    held = Signal()

    def __init__(self, window: QWidget, hold: int = HOLD) -> None:
        super().__init__(window)
        self._window = window
        self._watched: QObject | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(hold)
        self._timer.timeout.connect(self.held)
        window.installEventFilter(self)
        self._watch()

    @property
    def is_pressed(self) -> bool:
        """Whether a corner is being held now."""
        return self._timer.isActive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._window:
            if kind in (QEvent.Type.Show, QEvent.Type.WinIdChange):
                self._watch()
        elif kind in _ENDS:
            self._timer.stop()
        elif kind in _TOUCHES and isinstance(event, QTouchEvent):
            self._look([point.position() for point in event.points()], kind)
        elif kind in _MOVES and isinstance(event, QMouseEvent) and event.buttons() & _LEFT:
            self._look([event.position()], kind)
        return False

    def heed(self, watched: QObject, event: QEvent) -> None:
        """The same of an event that no other filter gets to see."""
        self.eventFilter(watched, event)

    def _look(self, points: list[QPointF], kind: QEvent.Type) -> None:
        """Begin, go on or give up, by where the fingers are."""
        if not points or not all(map(self._is_in_corner, points)):
            self._timer.stop()
        elif kind in _STARTS and not self._timer.isActive():
            self._timer.start()  # once: a touch that no widget took comes as a press as well

    def _is_in_corner(self, point: QPointF) -> bool:
        return is_in_top_corner(point, self._window.width())

    def _watch(self) -> None:
        """Watch the system's window, which there is once the widget is shown."""
        if not self._window.internalWinId():
            return
        handle = self._window.windowHandle()
        if handle is not self._watched:
            handle.installEventFilter(self)
            self._watched = handle


def is_in_top_corner(point: QPointF, width: int) -> bool:
    """Whether a point lies in a top corner of a window so wide, where staff hold a finger."""
    x, y = point.x(), point.y()
    return 0 <= y < TARGET and (0 <= x < TARGET or width - TARGET <= x < width)
