"""Counts the tries at a PIN, so that nobody can try them all: not by a restart, nor by a kill.

Five tries are free. After the fifth each one costs a pause, twice as long as the last, up to an
hour. A try is written down before it is checked. The file holds a number and a time, and nothing
of what was typed.

Where a try cannot be written down, on a full or a read-only disk, a restart would give five more:
so none is free there, and each waits out its pause first.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from viewer.core.files import read_bytes, sync_folder, write_whole
from viewer.core.problems import Reporter

FILE_NAME = "pin-attempts.json"
FREE_TRIES = 5
FIRST_PAUSE, LONGEST_PAUSE = 60.0, 3_600.0
"""Seconds."""
_MOST_BYTES = 1_000
_MOST_TRIES = 1_000
"""More are not counted: the pause has its full length long before."""


class _Kept(NamedTuple):
    tries: int
    at: float
    """When the last one was, by the clock on the wall."""


class Attempts:
    """The tries since the last right one.

    While the program runs, a pause is measured by a clock that nobody can set (``steady``). By the
    clock on the wall (``now``) it is only known how much of it had passed before a start; where
    that clock has been set back since, the pause begins anew, and is no longer than it was.
    """

    def __init__(
        self,
        file: Path,
        now: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        self._file = file
        self._now = now
        self._steady = steady
        self.is_kept = True
        """False once a try could not be written down: then a restart forgets it."""
        kept = self._read()
        passed = now() - kept.at
        if passed < 0:
            passed = 0.0
            kept = _Kept(kept.tries, now())
            self._write(kept)
        self._tries = kept.tries
        self._ends = steady() + max(pause_after(kept.tries) - passed, 0.0)
        """When the pause is over, by the steady clock."""

    @property
    def left(self) -> int:
        """Tries until the next pause; one, once they all have a pause after them."""
        return max(FREE_TRIES - self._tries, 1)

    @property
    def wait(self) -> float:
        """Seconds until the next try; 0 where it may be at once."""
        return max(self._ends - self._steady(), 0.0)

    def begin(self) -> bool:
        """Count a try that is about to be checked; False where it must not be: wait first."""
        if self.wait > 0:
            return False
        was_kept = self.is_kept
        self._set(min(self._tries + 1, _MOST_TRIES))
        if self.is_kept or not was_kept:
            return True
        self._set(max(self._tries, FREE_TRIES))  # after this pause it is checked, kept or not
        return False

    def succeed(self) -> None:
        """The try was right: all are forgotten."""
        self._set(0)

    def _set(self, tries: int) -> None:
        self._tries = tries
        self._ends = self._steady() + pause_after(tries)
        self._write(_Kept(tries, self._now()))

    def _write(self, kept: _Kept) -> None:
        try:
            write_whole(self._file, json.dumps(kept._asdict()).encode() + b"\n", private=True)
            sync_folder(self._file.parent)  # or whoever pulls the plug takes the try back
        except OSError:  # a full disk must not keep the staff out: they are counted here at least
            self.is_kept = False
        else:
            self.is_kept = True

    def _read(self) -> _Kept:
        """What was written down; as if all free tries had been used, where that is unreadable."""
        try:
            self._file.lstat()
        except (FileNotFoundError, NotADirectoryError):
            return _Kept(0, self._now())
        except OSError:
            pass
        kept = _kept_in(read_bytes(self._file, Reporter(self._file, []), _MOST_BYTES))
        if kept is None:
            kept = _Kept(FREE_TRIES, self._now())
            self._write(kept)
        return kept


def pause_after(tries: int) -> float:
    """Seconds to wait after so many tries."""
    if tries < FREE_TRIES:
        return 0.0
    doublings = min(tries - FREE_TRIES, 10)
    return min(FIRST_PAUSE * 2.0**doublings, LONGEST_PAUSE)


def _kept_in(data: bytes | None) -> _Kept | None:
    """What a file says; None where that is not what is written there."""
    try:
        found = json.loads(data or b"")
        tries, at = found["tries"], found["at"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    if type(tries) is not int or type(at) not in (int, float):
        return None
    if not 0 <= tries <= _MOST_TRIES or not 0 <= at < 1e12:  # which no NaN is
        return None
    return _Kept(tries, float(at))
