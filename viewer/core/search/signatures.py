"""Whether a topic's files are still those that were indexed: by size and time, without reading."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

MAX_NAMES = 4_000
"""Files and folders of one topic; what has more is indexed anew each time."""


class Signature(NamedTuple):
    """A topic as its files were: their names, and one number for their sizes and times."""

    names: tuple[str, ...]
    """Files and folders inside the topic's folder, which itself is the empty name."""
    number: int


NONE = Signature((), 0)
"""Of a topic that cannot be read; no topic's files ever have it."""


def signature_of(folder: Path) -> Signature:
    """The signature of a topic, taken before its files are read."""
    names = [""]
    try:
        for parent, folders, files in os.walk(folder):
            within = os.path.relpath(parent, folder)
            start = "" if within == os.curdir else f"{within}/"
            names.extend(f"{start}{name}" for name in sorted((*folders, *files)))
            if len(names) > MAX_NAMES:
                return NONE
    except (OSError, ValueError):
        return NONE
    found = tuple(names)
    return Signature(found, number_of(f"{folder}/", found))


def number_of(start: str, names: Iterable[str]) -> int:
    """One number for sizes and times of files; 0 where one of them has gone.

    Python's own hash of numbers is the same in every process of one version.
    """
    facts: list[int] = []
    stat = os.stat
    try:
        for name in names:
            status = stat(start + name)
            facts += (status.st_size, status.st_mtime_ns)
    except OSError:
        return 0
    return hash(tuple(facts)) or 1


def changed(paths: Mapping[str, str], before: Mapping[str, Signature]) -> list[str]:
    """The ids of the topics, each in its folder, that are new or whose files have changed."""
    found = []
    for topic, path in paths.items():
        was = before.get(topic)
        if was is None or not was.number or number_of(f"{path}/", was.names) != was.number:
            found.append(topic)
    return found


def signature_data(signatures: Mapping[str, Signature]) -> dict[str, Any]:
    """Signatures as JSON can hold them; thousands of topics have the same names in them."""
    shapes: dict[tuple[str, ...], int] = {}
    shape_of = [shapes.setdefault(s.names, len(shapes)) for s in signatures.values()]
    return {
        "ids": list(signatures),
        "shapes": [list(names) for names in shapes],
        "shape_of": shape_of,
        "numbers": [signature.number for signature in signatures.values()],
    }


def signatures_from(data: Any) -> dict[str, Signature]:
    """What ``signature_data`` made into data.

    Raises:
        ValueError: it is something else.
    """
    try:
        shapes = [tuple(map(str, names)) for names in data["shapes"]]
        every = zip(data["ids"], data["shape_of"], data["numbers"], strict=True)
        return {str(topic): Signature(shapes[at], int(number)) for topic, at, number in every}
    except (KeyError, TypeError, IndexError, OverflowError) as error:
        raise ValueError("signatures") from error
