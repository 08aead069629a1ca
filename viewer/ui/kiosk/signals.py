"""The system's own words to a kiosk: SIGTERM, SIGHUP, and Ctrl+C at a desk, heard at once.

Python hears a signal only when it runs next, and a kiosk that nobody touches seldom does: a socket
that the signal writes to wakes the event loop. A loop that hangs hears nothing, and is killed.
"""

from __future__ import annotations

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal

NAMES = ("SIGTERM", "SIGHUP", "SIGINT", "SIGBREAK")
"""Those that ask for the end; no system has them all."""
BASE = 128
"""Added to the signal's number: the exit status that shells give."""


class Signals(QObject):
    """Hears the signals that ask for the end, from ``listen`` on."""

    asked = Signal(str, int)
    """The signal's name, and the exit status that tells of it. From the event loop."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before: dict[int, object] = {}
        self._wakeup = -1
        self._ear, self._mouth = socket.socketpair()
        self._ear.setblocking(False)
        self._mouth.setblocking(False)
        self._notifier = QSocketNotifier(self._ear.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)

    def listen(self) -> None:
        """Hear them instead of whoever did."""
        self._wakeup = signal.set_wakeup_fd(self._mouth.fileno(), warn_on_full_buffer=False)
        for number in (getattr(signal, name, None) for name in NAMES):
            if number is not None:
                # What Python does when it runs next; the byte in the socket says the rest.
                self._before[number] = signal.signal(number, lambda _number, _frame: None)

    def let_go(self) -> None:
        """Give them back."""
        for number, before in self._before.items():
            signal.signal(number, before)  # type: ignore[arg-type]  # what signal() gave
        if self._before:
            signal.set_wakeup_fd(self._wakeup)
        self._before = {}
        self._notifier.setEnabled(False)
        self._ear.close()
        self._mouth.close()

    def _hear(self) -> None:
        try:
            heard = self._ear.recv(64)
        except OSError:
            return
        for number in heard:
            if number in self._before:
                self.asked.emit(signal.Signals(number).name, BASE + number)
                return
