"""The process that speaks, as the window holds it: lines of JSON go in, and others come out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QProcess, Signal

from viewer.ui.python_process import python_process

PATIENCE = 1_000
"""Milliseconds that the process has to fall silent and end."""
_ENDED = QProcess.ProcessState.NotRunning


class VoiceProcess(QObject):
    """At most one process at a time; what it says is in ``viewer.speaking``."""

    answered = Signal(object)
    """A line of it, as a dict."""
    lost = Signal()
    """It has ended, could not be started, or is something else than a voice."""

    def __init__(self, parent: QObject, command: Sequence[str]) -> None:
        super().__init__(parent)
        self._command = command
        self.process: QProcess | None = None

    def start(self) -> None:
        """Start it, unless it runs."""
        if self.process is not None:
            return
        process = python_process(self)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self.lost)
        process.errorOccurred.connect(self.lost)
        self.process = process
        process.start(self._command[0], list(self._command[1:]))

    def tell(self, **asked: Any) -> None:
        """Ask for something, if it runs."""
        if self.process is not None:
            self.process.write(json.dumps(asked).encode() + b"\n")

    def end(self, patience: int = PATIENCE) -> None:
        """End it; it falls silent by itself if it can within so many milliseconds."""
        process, self.process = self.process, None
        if process is None:
            return
        process.blockSignals(True)
        process.closeWriteChannel()
        if process.state() is not _ENDED and not (patience and process.waitForFinished(patience)):
            process.kill()
            process.waitForFinished(PATIENCE)
        process.deleteLater()

    def _read(self) -> None:
        while self.process is not None and self.process.canReadLine():
            line = bytes(self.process.readLine().data())
            try:
                answer = json.loads(line)
            except ValueError:
                answer = None
            if isinstance(answer, dict):
                self.answered.emit(answer)
            else:
                self.lost.emit()
