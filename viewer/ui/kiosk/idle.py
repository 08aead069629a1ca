"""Notices that nobody is there: first idle, then a countdown, then the end of the visit."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTouchEvent

from viewer.ui.kiosk.watching import Watcher

_Kind = QEvent.Type

JITTER = 10.0
"""Pixels that a finger which only rests, or a pointer that trembles, may move."""
LONGEST_LISTENING = 1_800.0
"""Seconds after the last touch in which reading aloud is use. No page of a pack takes half as long;
one that did would keep what its visitor has left on the screen, and read it to an empty room."""
MORE, MORE_TO_ANSWER = 10, 3
"""So many times as long are the waits, and the countdowns, of a visitor who needs more time: WCAG
2.2.1 asks for ten."""
LONGEST_WAIT = 1_800
"""Seconds of a longer wait at the most: somebody may have left what they read on the screen."""
_USES = frozenset(
    {
        _Kind.TouchBegin,
        _Kind.TouchEnd,
        _Kind.MouseButtonPress,
        _Kind.MouseButtonRelease,
        _Kind.MouseButtonDblClick,
        _Kind.Wheel,
        _Kind.InputMethod,
    }
)


def time_with_sleep() -> float:
    """Seconds that have passed, those included in which the computer slept.

    No clock that somebody can set: a correction of the time must not end a visit.
    """
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


class Idle(Watcher):
    """Counts seconds by ticks, so that one that comes late never skips the countdown.

    Only a pause longer than the wait and the countdown together ends a visit without
    asking: the computer has slept, and whoever wakes it is somebody else.
    """

    idle = Signal()
    """Nobody has done anything for so long; the countdown begins."""
    countdown = Signal(int)
    """Seconds that are left, from all of them down to 1."""
    used = Signal()
    """Somebody is there after all: the countdown is off."""
    ended = Signal()
    """The visit is over. Nothing more is counted until ``start``."""

    def __init__(
        self,
        parent: QObject,
        idle_seconds: int,
        countdown_seconds: int,
        *,
        second: int = 1000,
        now: Callable[[], float] = time_with_sleep,
    ) -> None:
        """``second``: how many milliseconds one lasts; ``now``: a clock, in real seconds."""
        super().__init__(parent)
        self._wait, self._countdown = idle_seconds, countdown_seconds
        self._needs_more = False
        self._second = second
        self._now = now
        self._last = self._touched = now()
        self._unused = 0
        self._left = 0
        self._place: QPointF | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.setInterval(second)
        self._timer.timeout.connect(self._tick)
        self.watch()

    def use(self, idle_seconds: int, countdown_seconds: int) -> None:
        """Count to these from the next use on."""
        self._wait, self._countdown = idle_seconds, countdown_seconds

    @property
    def wait(self) -> int:
        """Seconds without use until the countdown."""
        longer = max(self._wait, min(self._wait * MORE, LONGEST_WAIT))
        return longer if self._needs_more else self._wait

    @property
    def countdown_seconds(self) -> int:
        """Seconds that the next countdown lasts."""
        return self._countdown * (MORE_TO_ANSWER if self._needs_more else 1)

    def give_more_time(self) -> None:
        """Wait longer until this visit is over."""
        self._needs_more = True

    def count_anew(self) -> None:
        """Somebody is there who has not answered yet: the countdown begins again."""
        if self.is_counting and not self._has_slept():
            self._touched = self._last = self._now()
            self._left = self.countdown_seconds
            self._timer.start()
            self.countdown.emit(self._left)

    @property
    def is_counting(self) -> bool:
        """Whether the countdown runs."""
        return self._left > 0

    @property
    def is_started(self) -> bool:
        """Whether there is a visit that can come to its end."""
        return self._timer.isActive()

    def start(self) -> None:
        """A visit begins."""
        self._left = 0
        self._touched = self._now()
        self._begin_anew()

    def stop(self) -> None:
        """There is no visit: nothing is counted, and the next one has the usual time."""
        self._left = 0
        self._needs_more = False
        self._timer.stop()

    def note_use(self) -> None:
        """Somebody is there: they touch, type or scroll."""
        self._touched = self._now()
        self._go_on()

    def note_listening(self) -> None:
        """Something is being read aloud, to whoever touched the screen not too long ago."""
        if self._now() - self._touched <= LONGEST_LISTENING:
            self._go_on()

    # --- counting -------------------------------------------------------------------

    def _go_on(self) -> None:
        if not self.is_started or self._has_slept():
            return
        was_counting = self.is_counting
        self._left = 0
        self._begin_anew()
        if was_counting:
            self.used.emit()

    def _begin_anew(self) -> None:
        self._unused = 0
        self._last = self._now()
        self._timer.start()

    def _tick(self) -> None:
        if self._has_slept():
            return
        late = int((self._now() - self._last) * 1000 / self._second) - 1
        self._last = self._now()
        if self.is_counting:
            self._left -= 1
            if self._left:
                self.countdown.emit(self._left)
            else:
                self._end()
            return
        self._unused += 1 + max(0, late)
        if self._unused >= self.wait:
            self._left = max(1, self.countdown_seconds)
            self.idle.emit()
            if self.is_counting:  # nobody has stopped it meanwhile
                self.countdown.emit(self._left)

    def _has_slept(self) -> bool:
        """End the visit if nobody can have been there for the whole of a wait and a countdown."""
        away = (self._now() - self._last) * 1000 / self._second
        if away <= self.wait + self.countdown_seconds:
            return False
        self._end()
        return True

    def _end(self) -> None:
        self.stop()
        self.ended.emit()

    # --- what Qt asks ---------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See what a visitor does; during the countdown the overlay takes it, and says so."""
        if not self._timer.isActive() or self._left or not self._is_use(event):
            return False
        self.note_use()
        # The touch that wakes a computer is no answer to what the last visitor left there.
        return not self.is_started

    def _is_use(self, event: QEvent) -> bool:
        kind = event.type()
        if kind in _USES:
            self._place = _place_of(event)
            return True
        if kind is _Kind.KeyPress:
            assert isinstance(event, QKeyEvent)
            return not event.isAutoRepeat()  # a book may lie on the keyboard
        if kind is _Kind.MouseMove:
            assert isinstance(event, QMouseEvent)
            return bool(event.buttons()) and self._has_moved(event)
        return kind is _Kind.TouchUpdate and self._has_moved(event)

    def _has_moved(self, event: QEvent) -> bool:
        place = _place_of(event)
        if place is None or self._place is None:
            self._place = place
            return False
        if (place - self._place).manhattanLength() < JITTER:
            return False
        self._place = place
        return True


def _place_of(event: QEvent) -> QPointF | None:
    """Where a finger or the mouse is on the screen."""
    if isinstance(event, QMouseEvent):
        return event.globalPosition()
    if isinstance(event, QTouchEvent) and event.pointCount():
        return event.point(0).globalPosition()
    return None
