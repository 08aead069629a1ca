"""Reading and writing files within bounds: nothing hangs, leads out, or is half written."""

from __future__ import annotations

import contextlib
import os
import re
import stat
import time
from pathlib import Path

from viewer.core.problems import Reporter, Rule

MAX_TEXT_BYTES = 262_144
"""A section of 256 KiB is some 40,000 words, ten times a long leaflet."""
MAX_IMAGE_BYTES = 4_194_304
"""An image of 4 MiB is a full-screen photograph."""

_HALF = ".careleaf-"
"""What the name of a file begins with that is not whole yet."""
_A_HALF = re.compile(re.escape(_HALF) + r"[0-9a-f]{16}\Z")

_READ_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def read_bytes(path: Path, reporter: Reporter, limit: int) -> bytes | None:
    """The whole of a regular file of at most ``limit`` bytes; else None and a problem."""
    try:
        descriptor = _opened(path)
        if descriptor is None:
            reporter.report(Rule.NOT_A_FILE)
            return None
        with open(descriptor, "rb") as file:
            large = os.fstat(descriptor).st_size > limit
            data = b"x" * (limit + 1) if large else file.read(limit + 1)
    except OSError as error:
        reporter.report(Rule.UNREADABLE, reason=error.strerror or str(error))
        return None
    if len(data) > limit:
        reporter.report(Rule.TOO_LARGE, limit=f"{limit // 1024} KiB")
        return None
    return data


def _opened(path: Path | str) -> int | None:
    """A descriptor of a regular file; None where something else is there.

    What is no file is not even opened: that would wake whoever writes to a pipe, and rewind a
    tape. It may change between the two looks, so the second counts too.

    Raises:
        OSError: there is nothing, or it cannot be read.
    """
    if not stat.S_ISREG(os.stat(path).st_mode):
        return None
    descriptor = os.open(path, _READ_FLAGS)  # non-blocking: a FIFO must not hang us
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return descriptor
    os.close(descriptor)
    return None


def read_quietly(path: str, limit: int, inside: str = "") -> bytes:
    """At most ``limit`` bytes of a regular file; none where it cannot be read. Costs little.

    With ``inside``, a folder that it stands in, nor is a link read that leads out of that.
    """
    try:
        if inside and os.path.islink(path) and not is_inside(Path(path), Path(inside)):
            return b""
        descriptor = _opened(path)
    except OSError:
        return b""
    if descriptor is None:
        return b""
    try:
        size = os.fstat(descriptor).st_size
        return os.read(descriptor, min(limit, size))  # to offer more room takes thrice
    except OSError:
        return b""
    finally:
        os.close(descriptor)


def read_text(path: Path, reporter: Reporter) -> str | None:
    """The text of a UTF-8 file, byte-order mark and Windows line ends mended; else None."""
    data = read_bytes(path, reporter, MAX_TEXT_BYTES)
    return None if data is None else text_of(data, reporter)


def text_of(data: bytes, reporter: Reporter) -> str | None:
    """The text of a file that holds ``data``; see ``read_text``."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reporter.report(Rule.ENCODING, data[: error.start].count(b"\n") + 1)
        return None
    if not text.strip():
        reporter.report(Rule.EMPTY_FILE)
        return None
    return without_controls(text.replace("\r\n", "\n").replace("\r", "\n"), reporter)


CONTROLS = dict.fromkeys(
    [
        *(code for code in range(0x20) if chr(code) not in "\t\n\r"),
        *range(0x7F, 0xA0),
        *range(0x202A, 0x202F),  # directional overrides, which can hide or turn text
        *range(0x2066, 0x206A),
        0xFEFF,
        *(0x115F, 0x180E, 0x2062, 0x2063, 0x2064, 0x2800, 0x3164),  # no shape
        *range(0xE000, 0xF900),  # private use: no meaning to a reader
    ]
)
"""Characters that no reader sees and that can turn a sentence round."""


_A_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ue000-\uf8ff"
    "\u115f\u180e\u2062-\u2064\u2800\u3164]"
)
"""One of them; written as ranges, which is ten times as quick to compile."""


def without_controls(text: str, reporter: Reporter, first_line: int = 1) -> str:
    """The text, which begins on ``first_line``, without the characters of ``CONTROLS``."""
    first = _A_CONTROL.search(text)
    if first is None:
        return text
    line = text.count("\n", 0, first.start()) + first_line
    reporter.report(Rule.CONTROL_CHARACTER, line, character=f"U+{ord(first[0]):04X}")
    return text.translate(CONTROLS)


def is_inside(path: Path, folder: Path) -> bool:
    """Whether ``path``, with every symbolic link followed, stays in ``folder``."""
    if os.name != "nt" and _is_plainly_inside(path, folder):
        return True  # thousands of files are read so, in a fifth of the time
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # RuntimeError: links that go round in a ring
        return False


def _is_plainly_inside(path: Path, folder: Path) -> bool:
    """Whether no name between ``folder`` and ``path`` is a link, or leads up."""
    try:
        names = path.relative_to(folder).parts
    except ValueError:
        return False
    here = str(folder)
    for name in names:
        here = f"{here}/{name}"
        if name == ".." or os.path.islink(here):
            return False
    return True


def can_write(path: Path) -> bool:
    """Whether this user may replace the file at ``path``, or make it, with the folders above."""
    folder = path.parent
    while not os.path.lexists(folder) and folder != folder.parent:
        folder = folder.parent
    may = os.path.isdir(folder) and os.access(folder, os.W_OK | os.X_OK)
    return may and (not os.path.lexists(path) or os.access(path, os.W_OK))


def write_whole(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write ``data`` to ``path`` wholly or not at all.

    A file that is there keeps its mode, so that whoever could read it still can; a new one gets
    the usual mode of this user's files, or is this user's alone where it is ``private``.

    Raises:
        OSError: the folder cannot be written or the disk is full; ``path`` is as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    # A name of our own: as long as a name may be, it must not grow by being written.
    name = path.parent / f"{_HALF}{os.urandom(8).hex()}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    flags |= getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(name, flags, 0o600 if private else 0o666)  # less the umask
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        _dress_like(name, path)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise


def sync_folder(folder: Path) -> None:
    """Have the disk keep which names a folder has, so that a power cut cannot take them back.

    Where a system or a network folder cannot do that, nothing is lost but this certainty.
    """
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def sweep(folder: Path) -> None:
    """Take away what ``write_whole`` left in a folder when its process was killed.

    A file that is an hour old is not being written any more.
    """
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if not _A_HALF.match(entry.name):
                continue
            with contextlib.suppress(OSError):
                status = entry.stat(follow_symlinks=False)
                if stat.S_ISREG(status.st_mode) and status.st_mtime < time.time() - 3_600:
                    os.unlink(entry.path)


def _dress_like(new: Path, old: Path) -> None:
    """Give a file the mode, and where that is allowed the owner, of the one it replaces."""
    try:
        status = os.stat(old)
    except OSError:
        return
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(new, status.st_uid, status.st_gid)
    with contextlib.suppress(OSError):
        os.chmod(new, stat.S_IMODE(status.st_mode))


def write_changed(path: Path, data: bytes) -> bool:
    """Write ``data`` as ``write_whole`` does; whether it was not there already.

    A file that holds just this is left alone: what copies folders goes by a file's time.

    Raises:
        OSError: as for ``write_whole``.
    """
    with contextlib.suppress(OSError):
        if os.path.getsize(path) == len(data) and path.read_bytes() == data:
            return False
    write_whole(path, data)
    return True
