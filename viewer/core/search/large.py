"""The search engine of a large library, from the index that another process has made."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from viewer.core.search.engine import SearchEngine
from viewer.core.search.index import IndexDamaged, SearchIndex
from viewer.core.search.store import (
    VOCABULARY,
    StoreDamaged,
    is_intact,
    place_of,
    read_build,
    read_json,
)
from viewer.core.search.versions import MADE_BY
from viewer.core.search.vocabulary import Vocabulary


def open_engine(cache: Path, library: Sequence[Path]) -> SearchEngine | None:
    """The engine of a library; None while there is no index, or none that can be read.

    An index that is published while this one is open does not disturb it.
    """
    build = read_build(place_of(cache, library), library)
    if build is None or build.made_by != MADE_BY or not is_intact(build, thoroughly=False):
        return None
    try:
        index = SearchIndex.open(build.index_folder)
        return SearchEngine(index, Vocabulary.from_data(read_json(build, VOCABULARY)))
    except (StoreDamaged, IndexDamaged, ValueError):
        return None
