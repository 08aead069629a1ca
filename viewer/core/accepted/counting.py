"""Which versions count, told from the manifest, and which of them have gone from their library."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from viewer.core.accepted.manifest import Entry, Manifest
from viewer.core.accepted.store import Store
from viewer.core.accepted.survey import Survey
from viewer.core.accepted.watch import Watch


class Counting(NamedTuple):
    """The version of a topic that counts, and the library folder that it comes from."""

    library: Path
    entry: Entry


Topics = dict[str, Counting]
"""By their ids."""


def counting_of(manifest: Manifest, library: Iterable[Path], store: Store) -> Topics:
    """The topics that count, of those that stand there. The first folder's comes first."""
    found: Topics = {}
    for folder in library:
        for topic_id, entry in manifest.get(str(folder), {}).items():
            if topic_id not in found and store.has(entry.version, topic_id):
                found[topic_id] = Counting(folder, entry)
    return found


def places_of(topics: Topics, store: Store) -> dict[str, Path]:
    """The folder that each topic's own folder stands in."""
    return {topic_id: store.place(topic.entry.version) for topic_id, topic in topics.items()}


def damaged_of(topics: Topics, store: Store) -> set[str]:
    """The topics whose files are no longer those that were copied: disks age."""
    return {t for t, topic in topics.items() if not store.is_whole(topic.entry.version, t)}


def gone_of(
    counting: Topics, survey: Survey, library: Sequence[Path], watch: Watch
) -> tuple[set[str], set[str]]:
    """The topics that have been gone from where they came from for a while, and those just gone.

    Of a folder that cannot be listed, or is suddenly empty, none has gone.
    """
    gone: set[str] = set()
    just_gone: set[str] = set()
    for topic_id, (folder, _) in counting.items():
        found = survey.topics.get(topic_id)
        later = found is not None and library.index(found.library) > library.index(folder)
        if folder not in survey.faults and (found is None or later):
            is_quiet = watch.is_quiet(str(folder / topic_id), "gone")
            (gone if is_quiet else just_gone).add(topic_id)
    return gone, just_gone


def manifest_with(
    manifest: Manifest, library: Iterable[Path], dropped: Topics, new: Topics
) -> Manifest:
    """The manifest with some versions less and others more; ``library``'s folders come first."""
    changed = {str(folder): dict(manifest.get(str(folder), {})) for folder in library}
    for topic_id, (folder, _) in dropped.items():
        del changed[str(folder)][topic_id]
    for topic_id, (folder, entry) in new.items():
        changed[str(folder)][topic_id] = entry
    return changed | {name: e for name, e in manifest.items() if name not in changed}
