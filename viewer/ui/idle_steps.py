"""Work in small steps while a window idles: after each a frame can be painted, a key be heard."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

TURN = 0.008
"""Seconds after which a turn takes no further step."""


class IdleSteps(QObject):
    """Takes one step of a piece of work at a time, until it is done or other work begins."""

    finished = Signal()

    def __init__(self, parent: QObject, pause: int) -> None:
        """``pause`` is in milliseconds, between two steps."""
        super().__init__(parent)
        self._owner = parent  # or Python may take it, and with it this, in the midst of a step
        self._left: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(pause)
        self._timer.timeout.connect(self._step)

    @property
    def is_busy(self) -> bool:
        """Whether there is work left."""
        return self._timer.isActive()

    def begin(self, work: Iterator[None]) -> None:
        """Begin this work, in place of what was left of any other."""
        self._left = work
        self._timer.start()

    def stop(self) -> None:
        """Give up what is left."""
        self._left = iter(())
        self._timer.stop()

    def _step(self) -> None:
        """Go on for as long as nobody could notice."""
        enough = time.monotonic() + TURN
        while time.monotonic() < enough:
            if next(self._left, self) is self:
                self._timer.stop()
                self.finished.emit()
                return
