"""Makes the index of a large library, and keeps it up to date by what changed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import Any

from viewer.core.catalogue import Catalogue, Entry, catalogue_data
from viewer.core.packs.library import Library
from viewer.core.search.extraction import FEW, extracts
from viewer.core.search.index import IndexDamaged, SearchIndex
from viewer.core.search.signatures import Signature, changed, signature_data, signatures_from
from viewer.core.search.store import (
    CATALOGUE,
    INDEX,
    SIGNATURES,
    VOCABULARY,
    Build,
    StoreDamaged,
    clear,
    described,
    is_intact,
    link_file,
    link_index,
    new_folder,
    publish,
    read_build,
    read_json,
)
from viewer.core.search.versions import MADE_BY
from viewer.core.search.vocabulary import Vocabulary

WRITER_MEMORY = 120_000_000
MOST_CHANGED = 0.2
"""Of more changes than this part of a library a new index is made: quicker, and words that no
topic has any more leave the vocabulary."""

Progress = Callable[[int, int], None]
"""Is told how many topics are done, of how many."""


def serves(place: Path, folders: Sequence[Path]) -> bool:
    """Whether there is an index that can be read, be it up to date or not."""
    build = read_build(place, folders)
    if build is None or build.made_by != MADE_BY:
        return False
    return is_intact(build, thoroughly=True)


class Builder:
    """Works on one library's place; only one at a time may (see ``viewer.indexer``)."""

    def __init__(
        self, place: Path, folders: Sequence[Path], processes: int, progress: Progress
    ) -> None:
        self._place = place
        self._folders = folders
        self._processes = processes
        self._progress = progress

    def run(self, *, thoroughly: bool, anew: bool = False) -> bool:
        """Bring the index up to date; whether it was not.

        ``anew`` makes another one whatever there is. ``thoroughly`` reads every file of the
        index to see whether it is as it was written.

        Raises:
            OSError, IndexDamaged: the disk refuses; the build that was there still counts.
        """
        library = Library(self._folders)
        build = read_build(self._place, self._folders)
        if build is not None and build.made_by == MADE_BY and not anew:
            try:
                if is_intact(build, thoroughly=thoroughly):
                    return self._refresh(library, build)
            except (StoreDamaged, IndexDamaged, ValueError):
                pass  # it is made anew
        self._rebuild(library)
        return True

    def _rebuild(self, library: Library) -> None:
        folder = self._new_folder()
        try:
            index = SearchIndex.create(folder / INDEX)
            index.write_with(WRITER_MEMORY, 1)
            vocabulary, entries, signatures = self._read(library, library.topic_ids, index)
            index.commit()
            _write(folder / CATALOGUE, catalogue_data(entries))
            _write(folder / VOCABULARY, vocabulary.to_data())
            self._finish(folder, signatures, None, 0)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise

    def _refresh(self, library: Library, build: Build) -> bool:
        before = signatures_from(read_json(build, SIGNATURES))
        paths = library.paths()
        new = changed(paths, before)
        gone = before.keys() - paths.keys()
        if not new and not gone:
            return False
        changes = build.changes + len(new) + len(gone)
        if changes > max(100, len(paths) * MOST_CHANGED):
            self._rebuild(library)
            return True
        folder = self._new_folder()
        try:
            link_index(build, folder)
            index = SearchIndex.open(folder / INDEX)
            for topic in (*new, *gone):
                index.delete_topic(topic)
            vocabulary, entries, signatures = self._read(library, new, index)
            index.commit()
            _update_vocabulary(build, folder, vocabulary)
            _update_catalogue(build, folder, entries, gone)
            after = {t: s for t, s in (before | signatures).items() if t in paths}
            self._finish(folder, after, build, changes)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        return True

    def _read(
        self, library: Library, topics: Sequence[str], index: SearchIndex
    ) -> tuple[Vocabulary, list[Entry], dict[str, Signature]]:
        """Read topics into the index; all else that is known of them is given back."""
        vocabulary, entries = Vocabulary(), list[Entry]()
        signatures: dict[str, Signature] = {}
        folders = [(topic, library.path(topic)) for topic in topics]
        many = len(folders) > FEW  # the others are done sooner than a reader has read of them
        if many:
            self._progress(0, len(folders))
        for found in extracts(folders, self._processes, vocabulary):
            for fields in found.documents:
                index.add_fields(fields)
            entries.extend(found.entries)
            signatures.update(found.signatures)
            if many:
                self._progress(len(signatures), len(folders))
        return vocabulary, entries, signatures

    def _finish(
        self,
        folder: Path,
        signatures: dict[str, Signature],
        before: Build | None,
        changes: int,
    ) -> None:
        _write(folder / SIGNATURES, signature_data(signatures))
        files = described(folder, before.files if before else {})
        publish(self._place, self._folders, Build(folder, MADE_BY, files, changes))
        clear(self._place, [folder, *([before.folder] if before else [])])

    def _new_folder(self) -> Path:
        """A folder for a build, where those that were given up stand no more."""
        build = read_build(self._place, self._folders)
        clear(self._place, [build.folder] if build else [])
        return new_folder(self._place)


def _update_vocabulary(build: Build, folder: Path, more: Vocabulary) -> None:
    """The words that there were, and more; how often each stands is as it was, or nearly."""
    known = Vocabulary.from_data(read_json(build, VOCABULARY))
    if known.has_all_of(more):
        link_file(build, folder, VOCABULARY)
        return
    known.merge(more)
    _write(folder / VOCABULARY, known.to_data())


def _update_catalogue(
    build: Build, folder: Path, entries: Iterable[Entry], gone: Collection[str]
) -> None:
    """The entries that there were, and those that are new or other ones."""
    known = Catalogue(read_json(build, CATALOGUE))
    new = {entry.id: entry for entry in entries}
    if not gone and all(topic in known and known.entry(topic) == new[topic] for topic in new):
        link_file(build, folder, CATALOGUE)  # most changes are in a text
        return
    kept = {entry.id: entry for entry in known if entry.id not in gone}
    _write(folder / CATALOGUE, catalogue_data((kept | new).values()))


def _write(path: Path, data: Any) -> None:
    """Write a file of a build that nobody reads yet."""
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), "utf-8")
