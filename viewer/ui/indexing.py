"""Has the search index of a large library made by another process, and says how far that is."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal

from viewer.ui.python_process import RUN_MODULE, python_process

OLD = 60
"""Seconds after which the library is looked at again, when the window becomes active."""
PATIENCE = 2_000
"""Milliseconds that the process has to end by itself; it takes some ten."""
_ENDED = QProcess.ProcessState.NotRunning


class Indexing(QObject):
    """One library's index; asks for one process at a time."""

    progressed = Signal(int, int)
    """Topics that are done, of how many."""
    waiting = Signal()
    """Another viewer's process is making the same index."""
    ready = Signal(bool)
    """The index is up to date; carries whether it has changed."""
    failed = Signal(str)
    """There will be no index for now; carries the reason, in a programmer's words."""

    def __init__(self, library: Sequence[Path], cache: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._request = {"folders": [str(Path(f).absolute()) for f in library], "cache": str(cache)}
        self._process: QProcess | None = None
        self._checked = False
        self._cancelled = False
        self._closed = False
        self._swept = 0.0

    @property
    def is_running(self) -> bool:
        """Whether a process is at work."""
        return self._process is not None

    def begin(self, *, anew: bool = False) -> None:
        """Bring the index up to date; ``anew`` makes it whole again, as after damage."""
        if self._process is not None or self._closed:
            return
        self._cancelled = False
        request = self._request | {"thoroughly": not self._checked, "anew": anew}
        process = python_process(self)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._end)
        process.errorOccurred.connect(self._end)
        self._process = process
        program, *arguments = RUN_MODULE
        process.start(program, [*arguments, "viewer.indexer", json.dumps(request)])

    def look_again(self) -> None:
        """The window has become active: see what has changed, if the last look was long ago."""
        if not self._cancelled and time.monotonic() - self._swept > OLD:
            self.begin()

    def cancel(self) -> None:
        """Make no index for now; what was there before is still there."""
        self.stop()

    def close(self) -> None:
        """The window closes: end the process, and start none any more."""
        self._closed = True
        self.stop()

    def stop(self) -> None:
        """End the process, as when the window closes; only ``begin`` starts another."""
        self._process, self._cancelled = None, True
        for process in self.findChildren(QProcess):  # one may have said its last word, and no more
            process.blockSignals(True)
            process.closeWriteChannel()  # which is how it hears that nobody waits for it
            if process.state() is not _ENDED and not process.waitForFinished(PATIENCE):
                process.kill()
                process.waitForFinished(PATIENCE)
            process.deleteLater()

    def _read(self) -> None:
        while self._process is not None and self._process.canReadLine():
            try:
                said = json.loads(bytes(self._process.readLine().data()))
            except ValueError:
                continue
            self._heed(said)

    def _heed(self, said: dict[str, object]) -> None:
        match said.get("event"), said:
            case "progress", {"done": int(done), "total": int(total)}:
                self.progressed.emit(done, total)
            case "waiting", _:
                self.waiting.emit()
            case "ready", {"changed": bool(changed)}:
                self._checked = True
                self._finish()
                self.ready.emit(changed)
            case "unavailable", {"reason": str(reason)}:
                self._finish()
                self.failed.emit(reason)

    def _end(self) -> None:
        """The process has ended; without a last word something has ended it."""
        self._read()
        if self._process is not None:
            self._finish()
            self.failed.emit("ended")

    def _finish(self) -> None:
        self._swept = time.monotonic()
        process, self._process = self._process, None
        if process is not None:
            process.closeWriteChannel()
            process.finished.disconnect(self._end)
            process.errorOccurred.disconnect(self._end)
            process.finished.connect(process.deleteLater)
            if process.state() is _ENDED:
                process.deleteLater()
