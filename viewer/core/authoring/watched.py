"""Whether the files that an author writes have changed: looked at, and never touched."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

MOST_FILES = 5_000
"""Files that are looked at; who edits a topic has a library of some hundred."""
State = dict[str, tuple[int, int]]
"""When each file was last changed, in nanoseconds, and its size in bytes."""


class Watched:
    """Compares folders and files with how they were; whoever asks says when."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = tuple(map(str, paths))
        self._known = self._seen = self._state()

    def has_settled_anew(self) -> bool:
        """Whether something has changed and nothing is changing any more: true once a change.

        A file that is being written is there in part: it must look the same twice.
        """
        now, before = self._state(), self._seen
        self._seen = now
        if now != before or now == self._known:
            return False
        self._known = now
        return True

    def _state(self) -> State:
        found: State = {}
        for path in self._paths:
            _note(path, found)
            for folder, folders, files in os.walk(path):
                # Not what other programs keep there, as of a repository's thousands of files.
                folders[:] = sorted(name for name in folders if not name.startswith("."))
                for name in (*files, *folders):
                    _note(os.path.join(folder, name), found)
                if len(found) > MOST_FILES:
                    break
        return found


def _note(path: str, found: State) -> None:
    try:
        status = os.stat(path)  # of a link, what it leads to: that is what a save changes
    except OSError:
        try:
            status = os.lstat(path)
        except OSError:
            return
    found[path] = status.st_mtime_ns, status.st_size
