"""Faults of the program, as a kiosk meets them: written down, and the visitor sees Home.

Never a dialog, never a traceback on the screen. A kiosk that goes from fault to fault ends itself,
so that the service manager starts it afresh.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Any, Protocol

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from viewer.kiosk_log import KioskLog
from viewer.service import Service

MOST, WITHIN = 5, 60.0
"""So many faults in so many seconds are borne; one more ends the process."""
GIVEN_UP, INTERRUPTED = 1, 130
"""Exit statuses: too many faults; Ctrl+C, as shells count it."""
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class _Raised(Protocol):
    """What Python tells of a fault that nobody could catch, in a thread or elsewhere."""

    @property
    def exc_type(self) -> type[BaseException]: ...
    @property
    def exc_value(self) -> BaseException | None: ...
    @property
    def exc_traceback(self) -> TracebackType | None: ...


class Faults(QObject):
    """Hears every fault that nobody has caught, from ``install`` on."""

    fault = Signal()
    """There has been one, or several; from the event loop, after whatever was going on."""
    _came = Signal()

    def __init__(
        self,
        log: KioskLog,
        service: Service,
        parent: QObject | None = None,
        *,
        end: Callable[[int], object] = os._exit,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._log, self._service, self._end, self._now = log, service, end, now
        self._times: deque[float] = deque(maxlen=MOST + 1)
        self._before: tuple[Any, Any, Any, Any] | None = None
        """Whoever heard faults before us."""
        self._waits = False
        """Whether the event loop has been told already."""
        self._came.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Hear all faults, instead of whoever did."""
        if self._before is not None:
            return
        others = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._heard
        threading.excepthook = self._heard_elsewhere
        sys.unraisablehook = self._heard_elsewhere
        self._before = (*others, qInstallMessageHandler(self._heard_qt))

    def uninstall(self) -> None:
        """Give all back to whoever heard them before."""
        if self._before is None:
            return
        sys.excepthook, threading.excepthook, sys.unraisablehook, messages = self._before
        qInstallMessageHandler(messages)
        self._before = None

    def _tell(self) -> None:
        self._waits = False
        self.fault.emit()

    def _heard(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Python's last word on an exception: nothing may leave this."""
        with suppress(BaseException):
            if issubclass(kind, KeyboardInterrupt):  # at a desk: no kiosk's visitor can do this
                self._leave("ended by Ctrl+C", INTERRUPTED)
                return
            with suppress(Exception):  # what is said badly is a fault all the same
                self._log.fault(kind, error, trace)
            self._count()
            if not self._waits:
                self._waits = True
                self._came.emit()

    def _heard_elsewhere(self, raised: _Raised) -> None:
        if not issubclass(raised.exc_type, SystemExit):  # a thread's way to end
            self._heard(raised.exc_type, raised.exc_value, raised.exc_traceback)

    def _heard_qt(self, kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
        with suppress(BaseException):
            category = getattr(context, "category", None) or "qt"
            self._log.message(_LEVELS.get(kind, logging.WARNING), str(category), message or "")

    def _count(self) -> None:
        now = self._now()
        self._times.append(now)
        if len(self._times) > MOST and now - self._times[0] <= WITHIN:
            self._leave(f"more than {MOST} faults within {WITHIN:.0f} s: starting afresh", GIVEN_UP)

    def _leave(self, why: str, status: int) -> None:
        """End at once: what is still to be cleaned up may be what is broken."""
        try:
            self._log.warning(why)
            self._service.stopping()
        finally:
            self._end(status)
