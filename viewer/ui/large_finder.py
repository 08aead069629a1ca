"""Searches a library of many topics by an index that another process makes.

Until it is there, and where it cannot be, topics are found by their titles.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from viewer.core.level import Level
from viewer.core.search.engine import SearchEngine
from viewer.core.search.index import IndexDamaged
from viewer.core.search.large import LargeIndex, newest_build
from viewer.core.search.results import Results
from viewer.core.search.title_search import search_titles
from viewer.core.titles import Titles
from viewer.ui.idle_steps import IdleSteps
from viewer.ui.indexing import Indexing

PAUSE = 15
"""Milliseconds between two steps; each takes some ten."""


class LargeFinder(QObject):
    """Opens the index that there is, has it brought up to date, and takes up each new one."""

    changed = Signal()
    """More can be found than before, or other things; or no more will be."""
    renewed = Signal()
    """The library is another one than when its catalogue was read."""

    def __init__(self, library: Sequence[Path], cache: Path, titles: Titles) -> None:
        super().__init__()
        self._library = tuple(library)
        self._cache = cache
        self._titles = titles
        self._engine: SearchEngine | None = None
        self._known = newest_build(cache, library)
        """The index whose catalogue the titles come from."""
        self.indexing = Indexing(library, cache, self)
        self.indexing.ready.connect(self._take_up)
        self.indexing.failed.connect(lambda _: self.changed.emit())
        self._has_begun = False
        self._index: LargeIndex | None = None
        self._steps = IdleSteps(self, PAUSE)
        self._steps.finished.connect(self._use)

    @property
    def is_complete(self) -> bool:
        """Whether texts are searched too, and not yet titles alone."""
        return self._engine is not None

    @property
    def is_preparing(self) -> bool:
        """Whether texts will be searched too before long."""
        return not self._has_begun or self.indexing.is_running or self._steps.is_busy

    def begin(self) -> None:
        """Open the index as it is, and have it brought up to date."""
        if self._has_begun:
            return
        self._has_begun = True
        self._open()
        self.indexing.begin()

    def cancel(self) -> None:
        """Have no index made for now."""
        self.indexing.cancel()
        self.changed.emit()

    def search(self, text: str, language: str, level: Level) -> Results:
        """What a reader of ``language`` and ``level`` finds."""
        if self._engine is not None:
            try:
                return self._engine.search(text, language, level)
            except IndexDamaged:
                self._engine = None
                self.indexing.begin(anew=True)
        return search_titles(self._titles.of(language), text, level)

    def _take_up(self) -> None:
        # Another viewer may have made it: then there was nothing to do, and yet it is another.
        newest = newest_build(self._cache, self._library)
        if newest != self._known:
            self._known = newest
            self.renewed.emit()
            self._open()
        elif self._engine is None:
            self._open()

    def _open(self) -> None:
        """Open the newest index, in steps that no frame has to wait for."""
        self._index = LargeIndex(self._cache, self._library)
        self._steps.begin(self._index.steps())

    def _use(self) -> None:
        if self._index is not None and self._index.engine is not None:
            self._engine = self._index.engine
            self.changed.emit()
