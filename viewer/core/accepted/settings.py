"""The clinic's settings of a kiosk: the last that could be read and brought no new problem."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from viewer.core.accepted.news import Waiting, Why
from viewer.core.accepted.watch import Clocks, Watch
from viewer.core.files import MAX_TEXT_BYTES, read_bytes, read_quietly, write_whole
from viewer.core.packs.clinic import Clinic, clinic_of, was_read
from viewer.core.problems import Problem, Reporter, Severity

FILE = "settings.json"


class AcceptedSettings:
    """Which text of the settings file counts, over restarts too."""

    def __init__(self, folder: Path, clocks: Clocks | None = None) -> None:
        """``folder`` is the kiosk's own."""
        self._file = folder / FILE
        self._watch = Watch(clocks or Clocks())
        self._path: Path | None = None
        self._data = b""
        """The text that counts."""
        self._known: tuple[Problem, ...] = ()
        """Its problems."""
        self._waiting: tuple[Waiting, ...] = ()
        self._not_kept: tuple[Waiting, ...] = ()

    @property
    def keeps(self) -> bool:
        """Whether those that count are older than their file, which cannot be used."""
        return bool(self._waiting)

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """Why the file as it is now does not count, or cannot be kept for the next start."""
        return self._waiting + self._not_kept

    @property
    def name(self) -> str:
        """The file."""
        return str(self._path)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the settings that count; ``waiting`` has what others would bring."""
        return self._known

    def start(self, path: Path) -> tuple[Clinic, tuple[Problem, ...]]:
        """The settings to start with, and what is wrong with the file.

        The file as it is, or as it was last when there was less wrong with it.
        """
        self._path = path
        data, problems = _read(path)
        clinic, found = (Clinic(), problems) if data is None else clinic_of(data, path)
        kept = self._kept(path)
        known = clinic_of(kept, path)[1] if kept is not None else ()
        if kept is not None and (not was_read(found) or _new(found, known)):
            self._data, self._known = kept, known
            self._waiting = (Waiting(Why.SETTINGS_ERRORS, str(path), _new(found, known)),)
            return clinic_of(kept, path)[0], found
        if data is not None and was_read(found):
            self._take(data, found)
        return clinic, found

    def look(self) -> Clinic | None:
        """The settings that somebody has written since; None where those that count go on.

        What is still being written waits: half a file may be good YAML without a telephone number.
        """
        self._waiting = ()
        if self._path is None:
            return None
        data, problems = _read(self._path)
        if data == self._data:
            if self._not_kept and data is not None:
                self._keep(data)
            return None
        clinic, found = (Clinic(), problems) if data is None else clinic_of(data, self._path)
        looks = hashlib.sha256(data or b"").hexdigest()
        is_quiet = self._watch.is_quiet(str(self._path), looks)
        if not is_quiet:
            self._waiting = (Waiting(Why.SETTINGS_COPYING, str(self._path)),)
            return None
        new = _new(found, self._known)
        if data is None or not was_read(found) or new:
            self._waiting = (Waiting(Why.SETTINGS_ERRORS, str(self._path), new or found),)
            return None
        self._take(data, found)
        return clinic

    def _take(self, data: bytes, problems: tuple[Problem, ...]) -> None:
        self._data, self._known = data, problems
        self._keep(data)

    def _keep(self, data: bytes) -> None:
        text = data.decode("utf-8", "surrogateescape")
        kept = json.dumps({"path": str(self._path), "text": text}).encode()
        self._not_kept = ()
        try:
            if kept != read_quietly(str(self._file), len(kept) + 1):
                write_whole(self._file, kept, private=True)  # it may hold the staff's PIN, hashed
        except OSError as error:  # it counts for this start at least
            reason = error.strerror or str(error)
            self._not_kept = (Waiting(Why.NOT_KEPT, str(self._file.parent), (), reason),)

    def _kept(self, path: Path) -> bytes | None:
        """The text that counted last for this file; None where none is known."""
        try:
            data = json.loads(read_quietly(str(self._file), 8 * MAX_TEXT_BYTES))
            if data["path"] != str(path):
                return None
            return str(data["text"]).encode("utf-8", "surrogateescape")
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None


def _read(path: Path) -> tuple[bytes | None, tuple[Problem, ...]]:
    problems: list[Problem] = []
    return read_bytes(path, Reporter(path, problems), MAX_TEXT_BYTES), tuple(problems)


def _new(problems: Iterable[Problem], known: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that are more than those that are known, on whatever line they stand."""
    left = Counter((problem.rule, problem.details) for problem in known)
    new = []
    for problem in problems:
        left[problem.rule, problem.details] -= 1
        if left[problem.rule, problem.details] < 0 and problem.severity is not Severity.NOTE:
            new.append(problem)
    return tuple(new)
