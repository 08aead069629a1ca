"""Copies of topics that are whole: each stands in a folder of its own, and never changes.

A version is made in a temporary place and renamed to where it counts, so that whatever
happens to whoever makes it, what stands there is whole. Its name is the hash of its files.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from viewer.core.accepted.source import Look, TooMuchError, look_at
from viewer.core.files import MAX_IMAGE_BYTES, MAX_TEXT_BYTES, is_inside, read_bytes, sync_folder
from viewer.core.problems import Problem, Reporter, Rule

VERSION = re.compile(r"[0-9a-f]{32}\Z")
"""The name of a version: half of its SHA-256, which is plenty, and short enough for any path."""


class Fetched(NamedTuple):
    """A version that has been copied whole."""

    version: str
    problems: tuple[Problem, ...]
    """Faults of files that could not be taken, at their source."""


class Store:
    """The versions in one folder."""

    def __init__(self, folder: Path) -> None:
        self._whole = folder / "store"
        self._half = folder / "half"

    def place(self, version: str) -> Path:
        """The folder that the topic's own folder stands in."""
        return self._whole / version

    def has(self, version: str, topic_id: str) -> bool:
        """Whether the version stands there, as far as one look can tell."""
        return os.path.isdir(self.place(version) / topic_id)

    def is_whole(self, version: str, topic_id: str) -> bool:
        """Whether the version's files are still those that were copied: disks age."""
        folder, unused = self.place(version) / topic_id, list[Problem]()
        try:
            files = look_at(folder).files
        except (OSError, TooMuchError):
            return False
        return _version_of(topic_id, _read(folder, files, unused)) == version

    def fetch(self, source: Path, look: Look) -> Fetched | None:
        """Copy a topic as it was looked at; None where it has changed since.

        Raises:
            OSError: the copy cannot be kept, such as on a full disk.
        """
        problems: list[Problem] = []
        half = self._half / os.urandom(8).hex()
        folder = half / source.name
        folder.mkdir(parents=True)
        try:
            version = _version_of(source.name, _copied(source, look, folder, problems))
            if not _is_still(source, look):
                return None
            for parent, _folders, _names in os.walk(half):
                sync_folder(Path(parent))
            self._publish(half, version, source.name)
        finally:
            shutil.rmtree(half, ignore_errors=True)
        return Fetched(version, tuple(problems))

    def _publish(self, half: Path, version: str, topic_id: str) -> None:
        place = self.place(version)
        if self.is_whole(version, topic_id):
            return
        self._whole.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileNotFoundError):  # one that a disk has damaged
            os.rename(place, self._half / os.urandom(8).hex())
        os.rename(half, place)
        sync_folder(self._whole)

    def sweep(self, kept: Collection[str]) -> None:
        """Take away all versions but those that are kept, and what a kill has left half made."""
        for folder in (self._half, self._whole):
            with contextlib.suppress(OSError):
                for name in os.listdir(folder):
                    if folder == self._half or name not in kept:
                        shutil.rmtree(folder / name, ignore_errors=True)


def _is_still(source: Path, look: Look) -> bool:
    try:
        return look_at(source) == look
    except (OSError, TooMuchError):
        return False


def _read(
    folder: Path, files: tuple[str, ...], problems: list[Problem]
) -> Iterator[tuple[str, bytes]]:
    """The bytes of each file that can be taken.

    A text that cannot is taken as an empty one, so that its page says that it is broken.
    """
    for name in files:
        reporter = Reporter(folder / name, problems)
        text = name.lower().endswith((".md", ".yaml"))
        data: bytes | None = None
        if is_inside(folder / name, folder):
            data = read_bytes(folder / name, reporter, MAX_TEXT_BYTES if text else MAX_IMAGE_BYTES)
        else:
            reporter.report(Rule.OUTSIDE_PACK, name=name)
        if data is not None or text:
            yield name, data or b""


def _copied(
    source: Path, look: Look, folder: Path, problems: list[Problem]
) -> Iterator[tuple[str, bytes]]:
    """The files of ``source``, each written into ``folder`` as it is read, with its time."""
    for name, data in _read(source, look.files, problems):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(OSError, OverflowError):  # a handout tells the newest text's day
            status = os.stat(source / name)
            os.utime(path, ns=(status.st_mtime_ns, status.st_mtime_ns))
        yield name, data


def _version_of(topic_id: str, files: Iterator[tuple[str, bytes]]) -> str:
    facts = hashlib.sha256(f"1\0{topic_id}\0".encode())
    for name, data in files:
        facts.update(os.fsencode(name) + f"\0{len(data)}\0".encode() + data)
    return facts.hexdigest()[:32]
