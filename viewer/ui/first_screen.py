"""The last first screen, kept so that the next start can paint before it reads any pack.

It is good only for the very same question: its digest covers every file that it
was made from (the topic, the clinic's settings), the program's version, the day,
and the sizes. Where anything differs, or is damaged, the screen is made anew.
"""

from __future__ import annotations

import contextlib
import json
import os
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from viewer.core.packs.languages import LOOKED_AT, languages_of
from viewer.ui.screen import Screen, SidebarRow

FILE_NAME = "first-screen.json"
KEPT_ROWS = 100
"""Rows of the sidebar that are kept; the others are read after the first paint."""
MAX_FILES = 400
MAX_SETTINGS = 262_144
"""Bytes of a settings file; no more of it is ever read."""
MAX_BYTES = 4_194_304
"""A topic of more files or bytes than this is read rather than digested."""


class FirstScreen(NamedTuple):
    """A screen, the place that it shows, and what it was made from."""

    digest: str
    kind: str
    topic: str
    section: str
    plain: bool
    language: str
    """The language that it was made for."""
    library: list[str]
    """The library's folders."""
    topic_folder: str
    screen: Screen


def clinic_text(file: Path | None) -> str:
    """The place and the text of the clinic's settings; empty where there are none."""
    if file is None or not os.path.isfile(file):
        return ""
    try:
        with open(file, "rb") as opened:
            return f"{file} {opened.read(MAX_SETTINGS)!r}"
    except OSError as error:
        return f"{file} {error.errno}"


def listing(library: Iterable[str]) -> str:
    """The topics that each of a library's folders holds now, or why it cannot be read.

    And the languages of the first of them, in which a reader who chose none may begin.
    """
    found: list[tuple[str, int | None, int, int]] = []
    tags: set[str] = set()
    for folder in library:
        try:
            # Names as bytes, and sums, which need no order: there may be thousands of them.
            names = os.listdir(os.fsencode(folder))
        except (OSError, ValueError) as error:
            found.append((folder, getattr(error, "errno", None), -1, -1))
        else:
            sums = sum(map(zlib.crc32, names)), sum(map(zlib.adler32, names))
            found.append((folder, len(names), *sums))
            first = sorted(names)[:LOOKED_AT] if len(names) <= LOOKED_AT else ()
            tags.update(languages_of(Path(folder, os.fsdecode(name)) for name in first))
    return repr((found, sorted(tags)))


def fingerprint(topic_folder: str) -> str:
    """Size and checksums of all of a topic's files, or of one file; empty where too many.

    Two checksums of different kinds, and the size: enough against every change but one that
    somebody makes on purpose, who could as well change the text.
    """
    found: list[str] = []
    size = 0
    try:
        for path in _files(topic_folder):
            if not path.is_file() or not _is_own(path, topic_folder):
                continue
            size += path.stat().st_size
            if len(found) >= MAX_FILES or size > MAX_BYTES:
                return ""
            data = path.read_bytes()
            found.append(f"{path} {len(data)} {zlib.crc32(data):x} {zlib.adler32(data):x}")
    except (OSError, ValueError):
        return ""
    return "\n".join(found)


def read_first_screen(folder: Path) -> FirstScreen | None:
    """The kept screen; None where there is none or it is damaged."""
    try:
        if not os.path.isfile(folder / FILE_NAME):  # a pipe would hang
            return None
        with open(folder / FILE_NAME, "rb") as file:
            data = json.loads(file.read(MAX_BYTES))
        if data.pop("checksum") != _checksum(data):
            return None
        screen = data.pop("screen")
        screen["rows"] = tuple(SidebarRow(*row) for row in screen["rows"])
        screen["cards"] = tuple(screen["cards"])
        screen["languages"] = tuple(screen["languages"])
        first = FirstScreen(screen=Screen(**screen), **data)
        texts = (*first[:4], first.language, first.topic_folder, *first.library, first.screen.html)
        return first if all(isinstance(text, str) for text in texts) else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def write_first_screen(folder: Path, first: FirstScreen) -> None:
    """Keep a screen for the next start; a disk that refuses costs only time."""
    from viewer.core.files import write_whole  # late: start-up only reads

    screen = first.screen._replace(rows=first.screen.rows[:KEPT_ROWS])
    data = first._asdict() | {"screen": screen._asdict()}
    data["checksum"] = _checksum(data)
    with contextlib.suppress(OSError):
        write_whole(folder / FILE_NAME, json.dumps(data).encode(), private=True)


def _checksum(data: dict[str, object]) -> int:
    """Tells a file that a disk has damaged, or that another program has written."""
    return zlib.crc32(json.dumps(data, sort_keys=True).encode())


def _is_own(path: Path, folder: str) -> bool:
    """Whether a file stands in the folder, and is no link to another place."""
    if not path.is_symlink() or str(path) == folder:
        return True
    from viewer.core.files import is_inside  # late: hardly any topic has links

    return is_inside(path, Path(folder))


def _files(folder: str) -> Iterable[Path]:
    if os.path.isfile(folder):
        yield Path(folder)
    for parent, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(parent, name) for name in sorted(names))
