"""A finger that goes over the screen to hear what is there, or stays to turn that on and off."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPointingDevice, QTouchEvent
from PySide6.QtWidgets import QWidget

from viewer.ui.kiosk.corner import is_in_top_corner

_Kind = QEvent.Type
HOLD = 3_000
"""Milliseconds that one finger stays to turn the spoken mode on or off."""
STILL = 16.0
"""Pixels that a finger may tremble which stays."""
FAR = 48.0
"""Pixels from which a finger is drawn over the screen, and chooses nothing where it goes up."""
_NOWHERE = QPointF(-30_000, -30_000)
_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
_BEGINS = frozenset((_Kind.TouchBegin, _Kind.MouseButtonPress))
_MOVES = frozenset((_Kind.TouchUpdate, _Kind.MouseMove))
_ENDS = frozenset((_Kind.TouchEnd, _Kind.TouchCancel, _Kind.MouseButtonRelease))
POINTING = _BEGINS | _MOVES | _ENDS | {_Kind.MouseButtonDblClick}


class Explorer(QObject):
    """Is asked of each touch that the system sends to the window, before any widget gets it."""

    held = Signal()
    came = Signal(QPoint, bool)
    """The finger is over this point of the window; whether it has only just come down."""
    went = Signal(QPoint)
    """It has gone up again near where it came down."""

    def __init__(self, window: QWidget, *, hold: int = HOLD) -> None:
        super().__init__(window)
        self._window = window
        self.is_on = False
        """Touches are for the ear: no widget gets them."""
        self.passes: Callable[[QPoint], bool] = lambda _: False
        """What is for the widget there all the same."""
        self.is_busy: Callable[[], bool] = lambda: False
        """Somebody listens: a finger that stays meanwhile means nothing by it."""
        self._watchers: list[Callable[[QObject, QEvent], object]] = []
        self._from: QPointF | None = None
        self._screen: QPointingDevice | None = None
        self._by_touch = self._is_ours = self._is_drawn = self._sends = False
        self._timer = QTimer(self)
        self._timer.setInterval(hold)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._hold)

    def tell(self, look: Callable[[QObject, QEvent], object]) -> None:
        """Have ``look`` see what no widget gets."""
        self._watchers.append(look)

    def takes(self, watched: QObject, event: QEvent) -> bool:
        """Look at an event; whether it is kept from everybody else."""
        handle = self._window.windowHandle()
        if self._sends or watched is not handle:
            return False
        kind = event.type()
        taken = self._is_ours
        if kind in _BEGINS:
            taken = self._begin(event)
        elif kind in _MOVES:
            self._move(event)
        elif kind in _ENDS:
            self._end(event)
        if taken:
            event.accept()  # or Qt would make mouse events of a touch
            for look in self._watchers:
                look(watched, event)
        return taken

    def _begin(self, event: QEvent) -> bool:
        place = _place(event)
        if place is None or (isinstance(event, QMouseEvent) and event.button() is not _LEFT):
            return False
        by_touch = isinstance(event, QTouchEvent)
        if self._from is not None and self._by_touch and not by_touch:
            return self._is_ours  # the mouse that Qt makes of a finger
        self._by_touch, self._is_drawn = by_touch, False
        self._screen = event.pointingDevice() if isinstance(event, QTouchEvent) else None
        self._from, point = place, place.toPoint()
        self._is_ours = self.is_on and not self.passes(point)
        self._timer.stop()
        if not is_in_top_corner(place, self._window.width()):  # there staff hold
            self._timer.start()
        if self._is_ours:
            self.came.emit(point, True)
        return self._is_ours

    def _move(self, event: QEvent) -> None:
        place = _place(event)
        if place is None or self._from is None:
            return
        if isinstance(event, QTouchEvent) and event.pointCount() > 1:
            self._timer.stop()
            self._is_drawn = True
            return
        way = (place - self._from).manhattanLength()
        if way > STILL:
            self._timer.stop()
        if way > FAR:
            self._is_drawn = True
        if self._is_ours and self._is_drawn:
            self.came.emit(place.toPoint(), False)

    def _end(self, event: QEvent) -> None:
        if self._by_touch and not isinstance(event, QTouchEvent):
            return
        begun, place, was_ours = self._from, _place(event), self._is_ours
        self._timer.stop()
        self._from, self._is_ours = None, False
        if event.type() is _Kind.TouchCancel or begun is None or place is None:
            return
        if was_ours and self.is_on and not self._is_drawn:
            self.went.emit(place.toPoint())

    def _hold(self) -> None:
        """The finger has stayed: what it has pressed is let go, and is pressed no more."""
        if self._from is None:
            return
        if self.is_on and self.is_busy():
            self._timer.start()  # counted from the end of what is said
            return
        if not self._is_ours:
            self._let_go()
        self._is_ours = self._is_drawn = True
        self.held.emit()

    def _let_go(self) -> None:
        """Have the press end nowhere, for all who have seen it begin."""
        handle = self._window.windowHandle()
        if handle is None:
            return
        self._sends = True
        held = Qt.KeyboardModifier.NoModifier
        up = QMouseEvent(_Kind.MouseButtonRelease, _NOWHERE, _NOWHERE, _LEFT, _NONE, held)
        QCoreApplication.sendEvent(handle, up)
        if self._screen is not None:
            cancelled = QTouchEvent(_Kind.TouchCancel, self._screen, held, [])
            QCoreApplication.sendEvent(handle, cancelled)
        self._sends = False


def _place(event: QEvent) -> QPointF | None:
    """Where a finger or the mouse is in the window."""
    if isinstance(event, QMouseEvent):
        return event.position()
    if isinstance(event, QTouchEvent) and event.pointCount():
        return event.point(0).position()
    return None
