"""Where the index of a large library is kept: builds that never change, and one that counts.

In the user's cache folder each library has a place of its own. A build stands there in a
folder, and is never changed once it is published: a small file, ``current.json``, which is
written whole, points to it and names the size and checksum of each of its files. So whatever
happens to whoever writes the next build, the last one stays whole; and readers who still have
an older one open are not disturbed.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import stat
import tempfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from viewer.core.catalogue import Catalogue
from viewer.core.files import read_quietly, write_whole

FORMAT = 1
"""Of the files that are described here; raise it with any change."""
POINTER = "current.json"
CATALOGUE = "catalogue.json"
VOCABULARY = "vocabulary.json"
SIGNATURES = "signatures"
INDEX = "index"
"""The folder of a build that is tantivy's."""
MAX_POINTER = 1_048_576
_BLOCK = 1_048_576


MAX_FILE = 268_435_456
"""Bytes of a file that is read whole; a library of a hundred thousand topics needs a tenth."""
_NOT_OURS = (
    *(OSError, ValueError, KeyError, TypeError, AttributeError),
    *(OverflowError, RecursionError),  # numbers without an end, and lists in lists
)
"""What reading somebody else's data can come to."""


class StoreDamaged(Exception):  # noqa: N818 (a state of the disk, not a mistake of ours)
    """A file of a build is not as it was written."""


class Build(NamedTuple):
    """A published build."""

    folder: Path
    made_by: str
    """The versions of all that decides what is in it."""
    files: dict[str, tuple[int, int]]
    """Size and checksum of each file."""
    changes: int
    """Topics that were changed in it since it was first made."""

    @property
    def index_folder(self) -> Path:
        """The folder of its index."""
        return self.folder / INDEX


def place_of(cache: Path, library: Sequence[Path]) -> Path:
    """The folder for the index of a library, in a user's cache folder."""
    names = "\0".join(_names(library)).encode("utf-8", "surrogateescape")
    return cache / "search" / f"{zlib.crc32(names):08x}{zlib.adler32(names):08x}"


def read_build(place: Path, library: Sequence[Path]) -> Build | None:
    """The build that counts; None where there is none, or its pointer is damaged."""
    try:
        if not os.path.isfile(place / POINTER):  # a pipe would hang
            return None
        with open(place / POINTER, "rb") as file:
            data = json.loads(file.read(MAX_POINTER))
        if data["format"] != FORMAT or data["library"] != _names(library):
            return None
        name = str(data["build"])
        files = {str(k): (int(size), int(check)) for k, (size, check) in data["files"].items()}
        if (
            not name.startswith("build-")
            or Path(name).name != name
            or any(map(_leads_out, (name, *files)))
        ):
            return None
        return Build(place / name, str(data["made_by"]), files, int(data["changes"]))
    except _NOT_OURS:
        return None


def publish(place: Path, library: Sequence[Path], build: Build) -> None:
    """Make this build the one that counts.

    Raises:
        OSError: the disk refuses; the build before still counts.
    """
    data = {
        "format": FORMAT,
        "library": _names(library),
        "build": build.folder.name,
        "made_by": build.made_by,
        "changes": build.changes,
        "files": build.files,
    }
    write_whole(place / POINTER, json.dumps(data).encode())


def read_catalogue(cache: Path, library: Sequence[Path]) -> Catalogue:
    """What is known of a library's topics; an empty catalogue where nothing is."""
    build = read_build(place_of(cache, library), library)
    try:
        return Catalogue(read_json(build, CATALOGUE)) if build else Catalogue()
    except (StoreDamaged, ValueError):
        return Catalogue()


def read_file(build: Build, name: str) -> bytes:
    """A file of a build.

    Raises:
        StoreDamaged: it is not as it was written.
    """
    path = build.folder / name
    size, check = build.files.get(name, (-1, 0))
    if size > MAX_FILE or not _has_size(path, size):
        raise StoreDamaged(name)
    data = read_quietly(str(path), size)
    if (len(data), zlib.crc32(data)) != (size, check):
        raise StoreDamaged(name)
    return data


def read_json(build: Build, name: str) -> Any:
    """The data in a file of a build.

    Raises:
        StoreDamaged: the file is not as it was written.
    """
    try:
        return json.loads(read_file(build, name))
    except (ValueError, RecursionError) as error:
        raise StoreDamaged(name) from error


def is_intact(build: Build, *, thoroughly: bool) -> bool:
    """Whether all files of a build have their size; ``thoroughly``: and their checksum."""
    try:
        for name, (size, check) in build.files.items():
            path = build.folder / name
            if not _has_size(path, size) or (thoroughly and checksum(path) != check):
                return False
    except OSError:
        return False
    return True


def checksum(path: Path) -> int:
    """The checksum of a file.

    Raises:
        OSError: it cannot be read.
    """
    found = 0
    with open(path, "rb") as file:
        while block := file.read(_BLOCK):
            found = zlib.crc32(block, found)
    return found


def described(folder: Path, known: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """Size and checksum of all files in a new build; those of ``known`` have not changed.

    Raises:
        OSError: one cannot be read.
    """
    found: dict[str, tuple[int, int]] = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            path = Path(parent, name)
            relative = path.relative_to(folder).as_posix()
            if name.endswith(".lock"):
                continue
            size = path.stat().st_size
            before = known.get(relative)
            fresh = before is None or before[0] != size or _may_change(name)
            found[relative] = (size, checksum(path)) if fresh or before is None else before
    return found


def new_folder(place: Path) -> Path:
    """An empty folder for a build.

    Raises:
        OSError: the disk refuses.
    """
    place.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="build-", dir=place))
    (folder / INDEX).mkdir()
    return folder


def link_index(build: Build, folder: Path) -> None:
    """Give a new build the index files of an older one, without copying where the disk allows.

    tantivy never writes into a file of an index again; those that it replaces get a new file.

    Raises:
        OSError: the disk refuses, or the older build has gone.
    """
    for name in build.files:
        if name.startswith(f"{INDEX}/"):
            link_file(build, folder, name)


def link_file(build: Build, folder: Path, name: str) -> None:
    """Give a new build a file of an older one, as it is.

    Raises:
        OSError: the disk refuses, or the older build has gone.
    """
    try:
        os.link(build.folder / name, folder / name)
    except OSError:
        shutil.copyfile(build.folder / name, folder / name)


def clear(place: Path, keep: Sequence[Path]) -> None:
    """Take away builds that nobody needs any more; what is in use stays until the next time."""
    with contextlib.suppress(OSError):
        for entry in os.scandir(place):
            if entry.name.startswith("build-") and Path(entry.path) not in keep:
                shutil.rmtree(entry.path, ignore_errors=True)


def _may_change(name: str) -> bool:
    """Files of tantivy that are replaced under the same name."""
    return name.endswith(".json") or name == SIGNATURES


def _has_size(path: Path, size: int) -> bool:
    """Whether it is a file of this size: no pipe, which would hang, and no link."""
    try:
        status = os.lstat(path)
    except OSError:
        return False
    return stat.S_ISREG(status.st_mode) and status.st_size == size


def _leads_out(name: str) -> bool:
    """Whether a name is none of those that we give: plain ones, inside the build."""
    plain = name.isascii() and name.isprintable()
    return not plain or Path(name).is_absolute() or ".." in Path(name).parts


def _names(library: Sequence[Path]) -> list[str]:
    return [os.path.abspath(folder) for folder in library]
