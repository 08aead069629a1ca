"""What lies in a topic's folder now: names, sizes and times, looked at without reading."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from viewer.core.files import is_inside

MAX_NAMES = 4_000
"""Files and folders of one topic; more is a folder that is no pack."""
MAX_BYTES = 67_108_864
"""64 MiB of one topic: the texts of ten leaflets, and as many full-screen photographs."""
MAX_DEPTH = 6
"""Folders in folders; it also ends a ring of links."""
TAKEN = frozenset({".yaml", ".md", ".png", ".svg"})
"""All that readers are shown of a topic is in files with one of these endings."""


class TooMuchError(Exception):
    """A folder that is larger than any topic."""


class Look(NamedTuple):
    """A topic's folder as it was at a moment."""

    signature: str
    """Changes whenever a file does, be it one that is not taken."""
    newest: float
    """When anything in it was last written, by the clock of whoever wrote."""
    files: tuple[str, ...]
    """The files that are taken, by their paths inside the folder."""


def look_at(folder: Path) -> Look:
    """Look at a topic's folder.

    Raises:
        OSError: it, or a folder in it, cannot be listed.
        TooMuchError: it has more names or bytes than any topic.
    """
    facts = hashlib.sha256()
    newest, size, files = 0.0, 0, []
    for number, (name, status) in enumerate(_walk(folder)):
        size += status.st_size if stat.S_ISREG(status.st_mode) else 0
        if number > MAX_NAMES or size > MAX_BYTES:
            raise TooMuchError
        newest = max(newest, status.st_mtime, status.st_ctime)
        times = f"{status.st_mtime_ns} {status.st_ctime_ns}"
        facts.update(os.fsencode(name) + f"\0{status.st_mode} {status.st_size} {times}\0".encode())
        if _is_taken(name):
            files.append(name)
    return Look(facts.hexdigest(), newest, tuple(files))


def _is_taken(name: str) -> bool:
    ending = os.path.splitext(name)[1].lower()
    return ending in TAKEN and ("/" in name or ending != ".md")  # NOTES.md is its authors' own


def _walk(top: Path) -> Iterator[tuple[str, os.stat_result]]:
    """What is in a folder and the folders in it, always in one order; hidden files too.

    An editor or a program that copies writes into hidden files first: they tell that it is not
    done. A link that leads out is told as the link that it is.
    """
    yield "", os.stat(top)
    left = [("", 1)]
    while left:
        within, depth = left.pop()
        with os.scandir(top / within) as entries:
            names = sorted(entry.name for entry in entries)
        for name in names:
            inner = f"{within}/{name}" if within else name
            path = top / inner
            try:
                status = os.lstat(path)
                if stat.S_ISLNK(status.st_mode) and is_inside(path, top):
                    status = os.stat(path)
            except FileNotFoundError:  # it has just gone, or is a link to nothing
                continue
            if stat.S_ISDIR(status.st_mode) and depth < MAX_DEPTH and not name.startswith("."):
                left.append((inner, depth + 1))
            no_file = stat.S_ISDIR(status.st_mode) or name.startswith(".")
            yield (f"{inner}/" if no_file else inner), status
