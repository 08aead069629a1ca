"""How far a long job is: one line that changes on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import contextlib
import time
from typing import TextIO

ON_TERMINAL, ELSEWHERE = 0.1, 10.0
"""Seconds between two times that it is said."""


class Progress:
    """Says how far a job is, and whatever else comes up, without mixing the two."""

    def __init__(self, stream: TextIO | None) -> None:
        """``stream`` is None where it was closed before the program began."""
        self._stream = stream
        self._changes = stream is not None and stream.isatty()
        self._pause = ON_TERMINAL if self._changes else ELSEWHERE
        self._last = time.monotonic()
        self._shown = False

    def show(self, line: str) -> None:
        """How far it is, unless that has been said just now."""
        now = time.monotonic()
        if now - self._last < self._pause:
            return
        self._last = now
        if self._changes:
            self._shown = True
            self._write(f"\r\x1b[K{line}")
        else:
            self._write(f"{line}\n")

    def say(self, line: str) -> None:
        """Something that is to stay."""
        self.clear()
        self._write(f"{line}\n")

    def clear(self) -> None:
        """Take the changing line away."""
        if self._shown:
            self._shown = False
            self._write("\r\x1b[K")

    def _write(self, text: str) -> None:
        if self._stream is None:
            return
        encoding = getattr(self._stream, "encoding", None) or "utf-8"
        with contextlib.suppress(OSError):  # nobody reads it any more; the job goes on
            self._stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
            self._stream.flush()
