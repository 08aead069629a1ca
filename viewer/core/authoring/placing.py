"""A new folder, written whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from viewer.core.files import sync_folder, write_whole

_HALF = ".careleaf-"
"""What the name of a folder begins with that is not whole yet; no library takes it for a topic."""


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a new folder with these files, by their paths inside it.

    Raises:
        FileExistsError: there is something of that name already; it is as it was.
        OSError: the folder above cannot be written, or the disk is full; nothing is left behind.
    """
    half = folder.parent / f"{_HALF}{os.urandom(8).hex()}"
    os.mkdir(half)
    try:
        for name, data in files.items():
            write_whole(half / name, data)
        if os.path.lexists(folder):  # some systems would put ours in the place of an empty one
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder))
        os.rename(half, folder)
    except BaseException:
        shutil.rmtree(half, ignore_errors=True)
        raise
    sync_folder(folder.parent)
