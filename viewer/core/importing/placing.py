"""Packs put into a library: each folder whole or not at all, and nobody's work overwritten.

Beside a topic's files stands a hidden file with their hash, as they were imported. Only a folder
that is still as it was imported is ever replaced: whoever has changed a word of it keeps it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from enum import StrEnum
from pathlib import Path

from viewer.core.files import sync_folder, write_whole
from viewer.core.importing.pack_files import Pack, mark_of

MARK_FILE = ".imported"
"""Readers of packs pass over names that begin with a point."""
_NEW, _OLD = ".careleaf-new-", ".careleaf-old-"
_MOST_FILES = 2_000
"""Files of a folder that is compared; one that was imported has some ten."""
_MOST_BYTES = 33_554_432


class Placed(StrEnum):
    """What became of a pack."""

    WRITTEN = "written"
    REPLACED = "replaced"
    SAME = "same"
    """It stands there already, with the same files."""
    THERE = "there"
    """A folder of its name is there, and was left alone."""
    CHANGED = "changed"
    """It was to be replaced, but somebody has worked on it, or it was never imported."""


def place(pack: Pack, library: Path, *, replace: bool) -> Placed:
    """Write a pack into the folder ``library``.

    Raises:
        OSError: it cannot be written; what was there before still is.
    """
    folder = library / pack.id
    state = state_of(pack, library, replace=replace)
    if state not in (Placed.WRITTEN, Placed.REPLACED):
        return state
    new = library / f"{_NEW}{os.urandom(8).hex()}"
    try:
        for name, data in {**pack.files, MARK_FILE: pack.mark.encode()}.items():
            write_whole(new / name, data)
        if state is Placed.REPLACED:
            os.rename(folder, library / f"{_OLD}{pack.id}")
        os.rename(new, folder)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        _mend(library, pack.id)
        raise
    _mend(library, pack.id)
    sync_folder(library)
    return state


def state_of(pack: Pack, library: Path, *, replace: bool) -> Placed:
    """What ``place`` would do."""
    folder = library / pack.id
    if not os.path.lexists(folder):
        return Placed.WRITTEN
    mark = _imported_mark(folder)
    if mark == pack.mark:
        return Placed.SAME
    if not replace:
        return Placed.THERE
    return Placed.REPLACED if mark else Placed.CHANGED


def tidy(library: Path) -> None:
    """Bring back and take away what an import left that was killed; see ``place``."""
    with contextlib.suppress(OSError), os.scandir(library) as entries:
        for entry in entries:
            if entry.name.startswith(_OLD) and entry.is_dir(follow_symlinks=False):
                _mend(library, entry.name.removeprefix(_OLD))
            elif entry.name.startswith(_NEW) and entry.is_dir(follow_symlinks=False):
                with contextlib.suppress(OSError):
                    if entry.stat(follow_symlinks=False).st_mtime < time.time() - 3_600:
                        shutil.rmtree(entry.path, ignore_errors=True)


def _mend(library: Path, topic: str) -> None:
    """A topic that was moved aside goes, or comes back where no other has taken its place."""
    old = library / f"{_OLD}{topic}"
    if not os.path.lexists(old):
        return
    if os.path.lexists(library / topic):
        shutil.rmtree(old, ignore_errors=True)
    else:
        os.rename(old, library / topic)


def _imported_mark(folder: Path) -> str:
    """The hash of a folder that is as it was imported; empty for any other."""
    if folder.is_symlink():
        return ""
    files: dict[str, bytes] = {}
    size = 0
    try:
        mark = (folder / MARK_FILE).read_bytes()[:200].decode("ascii", "replace")
        for path in folder.rglob("*"):
            if path.is_symlink():
                return ""
            if path.is_dir() or path.name == MARK_FILE:
                continue
            size += path.stat().st_size
            if len(files) >= _MOST_FILES or size > _MOST_BYTES:
                return ""
            files[path.relative_to(folder).as_posix()] = path.read_bytes()
    except OSError:
        return ""
    return mark if mark_of(files) == mark else ""
