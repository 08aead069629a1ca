"""Takes up new content and settings while nobody is there, or when staff ask for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.ui.idle_steps import IdleSteps
from viewer.ui.kiosk.visit import Visit

EVERY = 30_000
"""Milliseconds between two looks."""
PAUSE = 20
"""Milliseconds between two steps of a look, in which the window does what there is to do."""


class Upkeep(QObject):
    """A look at the library in small steps; the first touch ends it, and no harm is done."""

    over = Signal()
    """A look is over."""
    looked = Signal()
    """A look that staff have asked for is over."""

    def __init__(self, visit: Visit, look: Callable[[], Iterator[None]]) -> None:
        """``look`` gives the steps of one look."""
        super().__init__(visit)
        self._visit, self._look = visit, look
        self._is_asked = self._is_whole = False
        self._steps = IdleSteps(self, PAUSE)
        self._steps.finished.connect(self._over)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._look_if_nobody_is_there)
        self._timer.start()
        visit.used.connect(self._give_way)

    def look_now(self) -> None:
        """Staff ask for it."""
        self._is_asked = True
        self._begin()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._steps.stop()

    def _look_if_nobody_is_there(self) -> None:
        if self._visit.is_fresh and not self._steps.is_busy:
            self._begin()

    def _begin(self) -> None:
        self._is_whole = False
        self._steps.begin(self._whole_look())

    def _whole_look(self) -> Iterator[None]:
        """A look, which may be broken off by a fault."""
        yield from self._look()
        self._is_whole = True

    def _give_way(self) -> None:
        if not self._is_asked:
            self._steps.stop()

    def _over(self) -> None:
        self.over.emit()
        if self._is_asked:
            self._is_asked = False
            if self._is_whole:
                self.looked.emit()
