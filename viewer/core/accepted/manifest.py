"""Which version of each topic counts, kept in one small file that is written whole."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from viewer.core.accepted.store import VERSION
from viewer.core.files import read_quietly, sync_folder, write_whole
from viewer.core.packs.fields import IDENTIFIER

FORMAT = 1
MAX_BYTES = 16_777_216
"""Of the file; forty topics, with a hundred errors each, take a twentieth."""
KEPT_LIBRARIES = 8
"""Folders whose topics are remembered, whether or not the settings name them just now."""

Error = tuple[str, str, str]
"""What tells one error from another, on whatever line it stands: rule, file, and its details."""


class Entry(NamedTuple):
    """The version of a topic that counts."""

    version: str
    signature: str
    """What its source looked like when it was copied."""
    errors: tuple[Error, ...] = ()
    """Those that it has itself, and that another version may have too."""


Entries = dict[str, Entry]
"""By topic."""
Manifest = dict[str, Entries]
"""By the library folder that the topics come from; the one that was named last comes first."""


def read_manifest(file: Path) -> Manifest:
    """What counts; nothing where the file is not there or damaged."""
    try:
        data = json.loads(read_quietly(str(file), MAX_BYTES))
        if data["format"] != FORMAT:
            return {}
        return {
            str(folder): {_id(topic): _entry(*entry) for topic, entry in topics.items()}
            for folder, topics in data["libraries"].items()
        }
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def write_manifest(file: Path, manifest: Manifest) -> None:
    """Let these versions count, from one moment to the next, and over a power cut too.

    Raises:
        OSError: it cannot be kept; what counted before counts on.
    """
    libraries = dict(list(manifest.items())[:KEPT_LIBRARIES])
    data = {"format": FORMAT, "libraries": libraries}
    write_whole(file, json.dumps(data, indent=1).encode())
    sync_folder(file.parent)


def versions_in(manifests: Iterable[Manifest]) -> frozenset[str]:
    """All versions that one of these names."""
    every = (topics.values() for manifest in manifests for topics in manifest.values())
    return frozenset(entry.version for entries in every for entry in entries)


def _id(topic: str) -> str:
    """A topic's id, which becomes a path: nobody else's file may name another place."""
    if not IDENTIFIER.match(topic):
        raise ValueError(topic)
    return topic


def _entry(version: Any, signature: Any, errors: Any) -> Entry:
    if not VERSION.match(version):
        raise ValueError(version)
    found = tuple((str(rule), str(file), str(what)) for rule, file, what in errors)
    return Entry(version, str(signature), found)
