"""Where open windows listen for other starts of the program.

Windows of one user with the same library, clinic and settings stand behind one door. Each has
a socket of its own there, so that no two ever argue about one; the last one opened is asked first.
"""

from __future__ import annotations

import contextlib
import os
import stat
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from viewer.core.installation import Installation
from viewer.folders import Folders
from viewer.options import Options

LONGEST_PATH = 100
"""Bytes of a socket's path; some systems allow 104."""
_PIPES = "\\\\.\\pipe\\"


class Door(NamedTuple):
    """The windows that may take a request."""

    folder: str
    """Of their sockets; on Windows, where named pipes are."""
    prefix: str
    """What their names begin with."""

    def new_name(self) -> str:
        """A name for one more window; empty where the folder's own name is too long."""
        name = os.path.join(self.folder, f"{self.prefix}{os.getpid():x}{os.urandom(3).hex()}")
        return name if len(os.fsencode(name)) <= LONGEST_PATH else ""

    def names(self) -> list[str]:
        """The windows that have been opened here, the last first."""
        return [path for _, path in sorted(self._found(), reverse=True)]

    def _found(self) -> Iterator[tuple[int, str]]:
        with contextlib.suppress(OSError):
            for name in os.listdir(self.folder):
                path = os.path.join(self.folder, name)
                if name.startswith(self.prefix) and (age := _age(path)) is not None:
                    yield age, path


def door_of(options: Options, installation: Installation, folders: Folders) -> Door:
    """The door of the windows that show the same library to the same user."""
    library = [os.path.abspath(folder) for folder in options.library]
    clinic = options.clinic  # other settings follow from the folders, and may come to be
    user = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    facts = (
        user,
        library or str(installation.content),
        os.path.abspath(clinic) if clinic else "",
        str(folders.config),
    )
    data = repr(facts).encode()
    # Against accidents only: the folder is this user's own, and so is all that is in it.
    prefix = f"careleaf-{zlib.crc32(data):08x}{zlib.adler32(data):08x}-"
    return Door(_PIPES if os.name == "nt" else str(folders.runtime or folders.cache), prefix)


def _age(path: str) -> int | None:
    """When a socket was made; None for what is none, or is another user's: we tell them nothing."""
    if os.name == "nt":
        return 0
    try:
        status = os.lstat(path)
    except OSError:
        return None
    ours = stat.S_ISSOCK(status.st_mode) and status.st_uid == os.getuid()
    return status.st_mtime_ns if ours else None
