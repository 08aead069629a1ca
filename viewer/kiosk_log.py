"""What a kiosk writes down of itself, in a few small files; never anything about a visitor.

A fault is told by its kind and by the places in the program, never by its words or values: those
may be what somebody typed. A log that cannot be written falls silent, and nothing else happens.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from traceback import walk_tb
from types import TracebackType

FILE, CRASH_FILE, CRASH_BEFORE = "kiosk.log", "crash.txt", "crash-before.txt"
FILES, BYTES = 5, 200_000
"""So many files in all, each of so many bytes at most."""
LONGEST_LINE = 600
PER_MINUTE, OF_OTHERS = 60, 40
"""Lines, and those of them that libraries may take; more are counted, not written."""
TELL_REPEATS = 3_600
"""Seconds after which a line that goes on being said is counted up in the log."""
FRAMES = 15
LONGEST_MESSAGE = 160
_ROOT = Path(__file__).resolve().parents[1]
_QUOTED = re.compile(r"\"[^\"]*\"?|'[^']*'?|‘[^’]*’?|“[^”]*”?|«[^»]*»?|`[^`]*`?")
_PLACE = re.compile(r"\S*[/\\@]\S*")
_UNCOMMON = re.compile(r"[^\x20-\x7e]+|\S*\d{4}\S*")
"""Letters that Qt's own English does not have, and numbers long enough to be somebody's."""


class KioskLog:
    """Lines with their time in UTC, in ``folder``; the newest file is ``kiosk.log``."""

    def __init__(self, folder: Path, now: Callable[[], float] = time.monotonic) -> None:
        self.folder = folder
        self._handler = _Files(folder)
        self._now = now
        self._minute, self._lines, self._dropped = now(), 0, 0
        self._last, self._repeats = "", 0
        """The last line, and how often it has been said again since."""
        self._told = now()
        """When that was written down last, in seconds."""
        self._crashes: TextIOWrapper | None = None

    def info(self, what: str) -> None:
        """What is as it should be."""
        self._write(logging.INFO, what)

    def warning(self, what: str) -> None:
        """What somebody should see to."""
        self._write(logging.WARNING, what)

    def fault(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """A fault of the program."""
        kinds = " after ".join(_kinds(kind, error))
        self._write(logging.ERROR, f"{kinds} {_places(trace)}")

    def message(self, level: int, category: str, text: str) -> None:
        """What a library says, without what it says it of."""
        self._write(level, f"{category}: {without_values(text)}", OF_OTHERS)

    def watch_for_crashes(self) -> None:
        """Have Python write down where it was, should the process be killed by its own fault."""
        try:
            self._handler.make_folder()
            if _moved(self.folder / CRASH_FILE, self.folder / CRASH_BEFORE):
                self.warning(f"the last run crashed, or hung and was ended: see {CRASH_BEFORE}")
            self._crashes = open(  # noqa: SIM115 — for as long as the process lives
                self.folder / CRASH_FILE, "w", encoding="utf-8", opener=_for_us_alone
            )
            faulthandler.enable(self._crashes)
        except (OSError, ValueError):
            return

    def close(self) -> None:
        """Nothing more will be said."""
        self._tell_repeats()
        if self._crashes is not None:
            faulthandler.disable()
            self._crashes.close()
            self._crashes = None
        with suppress(OSError, ValueError):
            self._handler.close()

    def _write(self, level: int, what: str, most: int = PER_MINUTE) -> None:
        line = " ".join(what.split())[:LONGEST_LINE]
        if line == self._last:
            self._repeats += 1
            if self._now() - self._told >= TELL_REPEATS:  # a lasting fault is seen to last
                self._tell_repeats()
            return
        self._tell_repeats()
        self._last = line
        now = self._now()
        if not 0 <= now - self._minute < 60:
            dropped, self._dropped = self._dropped, 0
            self._minute, self._lines = now, 0
            if dropped:
                self._put(logging.WARNING, f"{dropped} more lines in that minute")
        self._put(level, line, most)

    def _tell_repeats(self) -> None:
        repeats, self._repeats, self._told = self._repeats, 0, self._now()
        if repeats:
            self._put(logging.WARNING, f"the same {repeats} more times")

    def _put(self, level: int, line: str, most: int = PER_MINUTE) -> None:
        if self._lines >= most:
            self._dropped += 1
            return
        self._lines += 1
        self._handler.handle(logging.LogRecord("careleaf", level, "", 0, line, None, None))


class _Files(RotatingFileHandler):
    """Files that only their owner reads; what goes wrong with them is nobody's business."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        super().__init__(
            folder / FILE, maxBytes=BYTES, backupCount=FILES - 1, encoding="utf-8", delay=True
        )
        form = logging.Formatter("%(asctime)sZ %(levelname)s %(message)s", "%Y-%m-%dT%H:%M:%S")
        form.converter = time.gmtime
        self.setFormatter(form)

    def make_folder(self) -> None:
        """Make the folder, for its owner alone."""
        os.makedirs(self._folder, mode=0o700, exist_ok=True)

    def _open(self) -> TextIOWrapper:
        self.make_folder()
        return open(
            self.baseFilename, "a", encoding="utf-8", errors="replace", opener=_for_us_alone
        )

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line; one whose file has been taken away begins another."""
        with suppress(OSError, ValueError):
            if self.stream is not None and os.fstat(self.stream.fileno()).st_nlink == 0:
                stream, self.stream = self.stream, None
                stream.close()
        super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:
        """A disk that is full, or a folder that is closed to us."""


def without_values(text: str) -> str:
    """A library's message without what it quotes, and all else that may be somebody's."""
    first = text.strip().partition("\n")[0]
    for values in (_QUOTED, _PLACE, _UNCOMMON):
        first = values.sub("…", first)
    return first[:LONGEST_MESSAGE]


def _kinds(kind: type[BaseException], error: BaseException | None) -> Iterator[str]:
    """What kind of fault it is, and of what kinds those are that led to it."""
    yield kind.__qualname__
    for _ in range(3):
        before = error.__cause__ or error.__context__ if error is not None else None
        if before is None:
            return
        yield type(before).__qualname__
        error = before


def _places(trace: TracebackType | None) -> str:
    """Where it happened, the innermost place first."""
    places = [
        f"{_file(frame.f_code.co_filename)}:{line}:{frame.f_code.co_qualname}"
        for frame, line in walk_tb(trace)
    ]
    return "at " + " < ".join(reversed(places[-FRAMES:])) if places else "at no place of ours"


def _file(name: str) -> str:
    """A file of ours as its path in the program; another by its name alone."""
    path = Path(name)
    return path.relative_to(_ROOT).as_posix() if path.is_relative_to(_ROOT) else path.name


def _moved(path: Path, place: Path) -> bool:
    """Whether there was anything in ``path``, which is now in ``place``."""
    if not path.exists() or path.stat().st_size == 0:
        return False
    os.replace(path, place)
    return True


def _for_us_alone(path: str, flags: int) -> int:
    if sys.platform != "win32":
        flags |= os.O_NOFOLLOW
    return os.open(path, flags, 0o600)
