"""Has handouts typeset by another process, which can be ended when it takes too long."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from viewer.ui.python_process import RUN_MODULE, python_process

GIVES_WAY = 300
"""Milliseconds after which a handout that nobody wants any more is given up, process and all."""
SHOWN_AFTER = 400
"""Milliseconds of waiting of which nothing is said."""
LIMIT = 60_000
"""Milliseconds that a handout may take."""
PATIENCE = 2_000
"""Milliseconds that the process has to end by itself; it takes some ten."""
_ENDED = QProcess.ProcessState.NotRunning
COMMAND = (*RUN_MODULE, "viewer.typesetting")


class Fault(Enum):
    """Why there is no handout, where the typesetter itself does not say so."""

    ENDED = auto()
    """The process has crashed, or did not start."""
    TIME = auto()
    CANCELLED = auto()


class Typesetting(QObject):
    """One process, kept between handouts; the last that was asked for is the one that counts."""

    typeset = Signal(bytes)
    """The PDF of the last request."""
    refused = Signal(str)
    """The typesetter's sentence on why there is none."""
    failed = Signal(Fault)
    slow = Signal(bool)
    """Whether somebody has been waiting for a while."""

    def __init__(self, parent: QObject | None = None, command: Sequence[str] = COMMAND) -> None:
        super().__init__(parent)
        self._command = command
        self._process: QProcess | None = None
        self._read_bytes = bytearray()
        self._asked = 0
        """The number of the last request that the process has been sent."""
        self._busy = False
        self._next: Mapping[str, Any] | None = None
        """What to ask when the process is free."""
        self._gives_way = self._timer(GIVES_WAY, self._give_way)
        self._shown = self._timer(SHOWN_AFTER, lambda: self.slow.emit(True))
        self._limit = self._timer(LIMIT, lambda: self._fail(Fault.TIME))

    def _timer(self, pause: int, slot: Any) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(slot)
        return timer

    @property
    def is_busy(self) -> bool:
        """Whether somebody waits for a handout."""
        return self._busy or self._next is not None

    def begin(self) -> None:
        """Start the process before it is needed, for that takes longer than a handout."""
        if self._process is None:
            self._start()

    def ask(self, request: Mapping[str, Any]) -> None:
        """Have a handout typeset; what was asked before counts no more."""
        self._next = request
        if not self._shown.isActive():
            self._shown.start()
        if not self._busy:
            self._send()
        elif not self._gives_way.isActive():
            self._give_way()

    def cancel(self) -> None:
        """Wait no longer."""
        if self.is_busy:
            self._fail(Fault.CANCELLED)

    def close(self) -> None:
        """Nobody asks any more."""
        self.forget()
        self._end()

    def forget(self) -> None:
        """What was asked for is not wanted any more."""
        self._next, self._busy = None, False
        self._limit.stop()
        self._gives_way.stop()
        self._rest()

    # --- the process --------------------------------------------------------------

    def _start(self) -> None:
        process = python_process(self)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._ended)
        self._process = process
        self._read_bytes.clear()
        process.start(self._command[0], list(self._command[1:]))

    def _send(self) -> None:
        if self._process is None:
            self._start()
        request, self._next = self._next, None
        if request is None or self._process is None:  # it may have failed to start at once
            return
        self._asked += 1
        self._busy = True
        self._gives_way.start()
        self._limit.start()
        self._process.write(json.dumps({"id": self._asked, **request}).encode() + b"\n")

    def _give_way(self) -> None:
        """A handout that takes long stands in the way of the one that is wanted now."""
        if self._next is not None and self._busy:
            self._end()
            self._busy = False
            self._send()

    def _read(self) -> None:
        if self._process is None:
            return
        self._read_bytes += bytes(self._process.readAllStandardOutput().data())
        while (answer := self._answer()) is not None:
            self._heed(*answer)

    def _answer(self) -> tuple[dict[str, Any], bytes] | None:
        """The first whole answer of what has been read."""
        line, newline, rest = self._read_bytes.partition(b"\n")
        if not newline:
            return None
        try:
            header = json.loads(line)
            size = int(header.get("size", 0))
        except (ValueError, TypeError, AttributeError):
            self._fail(Fault.ENDED)  # something else than the typesetter speaks here
            return None
        if len(rest) < size:
            return None
        self._read_bytes = bytearray(rest[size:])
        return header, bytes(rest[:size])

    def _heed(self, header: Mapping[str, Any], pdf: bytes) -> None:
        if header.get("id") != self._asked or not self._busy:
            return
        self._busy = False
        self._limit.stop()
        self._gives_way.stop()
        if self._next is not None:
            self._send()
            return
        self._rest()
        if "problem" in header:
            self.refused.emit(str(header["problem"]))
        else:
            self.typeset.emit(pdf)

    def _ended(self) -> None:
        """The process has ended, or never was."""
        if self._process is not None:
            was_waited_for = self.is_busy
            self._end()
            if was_waited_for:
                self._fail(Fault.ENDED)

    def _fail(self, fault: Fault) -> None:
        self.forget()
        self._end()
        self.failed.emit(fault)

    def _rest(self) -> None:
        self._shown.stop()
        self.slow.emit(False)

    def _end(self) -> None:
        """End the process; the next request starts another."""
        process, self._process = self._process, None
        if process is None:
            return
        process.blockSignals(True)
        process.closeWriteChannel()
        if process.state() is not _ENDED:
            process.kill()
            process.waitForFinished(PATIENCE)
        process.deleteLater()
