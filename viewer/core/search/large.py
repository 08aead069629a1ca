"""The search engine of a large library, from the index that another process has made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.core.search.store import (
    VOCABULARY,
    StoreDamaged,
    is_intact,
    place_of,
    read_build,
    read_json,
)

if TYPE_CHECKING:
    from viewer.core.search.engine import SearchEngine

_HEAVY = ("tantivy", "snowballstemmer", "rapidfuzz.distance", "rapidfuzz.process")
"""Imported one at a time: together they would keep a frame waiting."""


class LargeIndex:
    """An engine that is opened in small steps while a window idles, as ``SmallIndex`` is made.

    An index that is published while this one is open does not disturb it.
    """

    def __init__(self, cache: Path, library: Sequence[Path]) -> None:
        self._cache = cache
        self._library = library
        self.engine: SearchEngine | None = None
        """After the last step; None while there is no index, or none that can be read."""
        self.build: Path | None = None
        """The folder that it was opened from."""

    def steps(self) -> Iterator[None]:
        """Each step takes some ten milliseconds."""
        for name in _HEAVY:
            import_module(name)
            yield
        from viewer.core.search.index import IndexDamaged, SearchIndex

        yield
        from viewer.core.search.engine import SearchEngine
        from viewer.core.search.versions import MADE_BY
        from viewer.core.search.vocabulary import Vocabulary

        yield
        build = read_build(place_of(self._cache, self._library), self._library)
        if build is None or build.made_by != MADE_BY or not is_intact(build, thoroughly=False):
            return
        self.build = build.folder
        try:
            index = SearchIndex.open(build.index_folder)
            yield
            words = Vocabulary.from_data(read_json(build, VOCABULARY))
            yield
            engine = SearchEngine(index, words)
            yield from engine.prepare()
            self.engine = engine
        except (StoreDamaged, IndexDamaged, ValueError):
            return


def newest_build(cache: Path, library: Sequence[Path]) -> Path | None:
    """The folder of the index that counts now; None where there is none."""
    build = read_build(place_of(cache, library), library)
    return build.folder if build is not None else None


def open_engine(cache: Path, library: Sequence[Path]) -> SearchEngine | None:
    """The engine of a library, opened at once."""
    large = LargeIndex(cache, library)
    for _ in large.steps():
        pass
    return large.engine
