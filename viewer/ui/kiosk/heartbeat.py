"""The kiosk's pulse: the service manager hears that the window lives, from its own event loop.

A loop that hangs beats no more, and the manager starts the kiosk afresh. So it does when the loop
goes round but the window is painted no more, as after ``setUpdatesEnabled(False)`` and a fault.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from viewer.service import Service

SHARE = 3
"""Beats to an interval of the manager's: one may be late, and one be missed."""
LONGEST_PAUSE = 10_000
"""Milliseconds; a manager with a long interval hears us more often than it asks."""


class Heartbeat(QObject):
    """Beats while the event loop goes round and ``window`` is painted."""

    def __init__(self, service: Service, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent or window)
        self._service = service
        self._window = window
        self._has_begun = False
        self._is_painted = True
        """Whether the window has been asked to paint itself since the last beat."""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)

    def begin(self) -> None:
        """The first page has been painted: say so, and beat from now on."""
        if self._has_begun:
            return
        self._has_begun = True
        self._service.ready()
        if self._service.watchdog is None:
            return
        self._window.installEventFilter(self)
        self._timer.start(pause(self._service.watchdog))
        self._beat()

    def stop(self) -> None:
        """The kiosk ends, by intention."""
        self._timer.stop()
        self._window.removeEventFilter(self)
        self._service.stopping()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:
            self._is_painted = True
        return False

    def _beat(self) -> None:
        if self._is_painted or self._is_unseen:
            self._service.alive()
        self._is_painted = False
        self._window.update(0, 0, 1, 1)

    @property
    def _is_unseen(self) -> bool:
        """Whether the screen takes no pictures of the window, as one that is switched off."""
        return self._window.isVisible() and not self._window.windowHandle().isExposed()


def pause(interval: float) -> int:
    """Milliseconds between beats, for a manager that waits for ``interval`` seconds."""
    return max(1, min(LONGEST_PAUSE, int(interval * 1000 / SHARE)))
