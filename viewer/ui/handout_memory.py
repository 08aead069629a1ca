"""What the next handout begins with: how it was printed last, never what was on it."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import NamedTuple

from viewer.core.files import read_quietly, write_whole
from viewer.core.language import is_language_tag
from viewer.handout.order import Paper, PrintSize

FILE_NAME = "handout.json"
MAX_BYTES = 8_192


class LastHandout(NamedTuple):
    """In JSON's own types; what is empty has not been chosen."""

    print_size: str = ""
    paper: str = ""
    beside: str = ""
    folder: str = ""
    """Where the last one was saved."""


def read_last(folder: Path) -> LastHandout:
    """What ``folder`` keeps; a damaged file, or value, costs itself and no more."""
    try:
        data = json.loads(read_quietly(str(folder / FILE_NAME), MAX_BYTES) or b"{}")
    except (ValueError, RecursionError):
        return LastHandout()
    if not isinstance(data, dict):
        return LastHandout()
    size, paper, beside, saved = (data.get(name) for name in LastHandout._fields)
    return LastHandout(
        size if size in list(PrintSize) else "",
        paper if paper in list(Paper) else "",
        beside if isinstance(beside, str) and is_language_tag(beside) else "",
        saved if isinstance(saved, str) and _is_folder(saved) else "",
    )


def write_last(folder: Path, last: LastHandout) -> None:
    """Write it whole; a disk that refuses costs only that."""
    try:
        data = json.dumps(last._asdict(), indent=1).encode()
        write_whole(folder / FILE_NAME, data, private=True)
    except OSError:
        return


def _is_folder(path: str) -> bool:
    try:
        return os.path.isdir(path)
    except ValueError:  # a null character
        return False
