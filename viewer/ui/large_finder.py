"""Searches a library of many topics by an index that another process makes.

Until it is there, and where it cannot be, topics are found by their titles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.core.level import Level
from viewer.core.model import Title
from viewer.core.search.engine import SearchEngine
from viewer.core.search.index import IndexDamaged
from viewer.core.search.large import LargeIndex, newest_build
from viewer.core.search.results import Results
from viewer.core.search.title_search import search_titles
from viewer.ui.indexing import Indexing

PAUSE = 15
"""Milliseconds between two steps; each takes some ten."""


class LargeFinder(QObject):
    """Opens the index that there is, has it brought up to date, and takes up each new one."""

    changed = Signal()
    """More can be found than before, or other things; or no more will be."""
    renewed = Signal()
    """The catalogue of topics is another one."""

    def __init__(
        self, library: Sequence[Path], cache: Path, titles: Callable[[str], Sequence[Title]]
    ) -> None:
        """``titles`` gives every topic's title for readers of a language."""
        super().__init__()
        self._library = tuple(library)
        self._cache = cache
        self._titles = titles
        self._engine: SearchEngine | None = None
        self.indexing = Indexing(library, cache, self)
        self.indexing.ready.connect(self._take_up)
        self.indexing.failed.connect(lambda _: self.changed.emit())
        self._has_begun = False
        self._opened: Path | None = None
        """The build that is searched."""
        self._index: LargeIndex | None = None
        self._left: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._step)

    @property
    def is_complete(self) -> bool:
        """Whether texts are searched too, and not yet titles alone."""
        return self._engine is not None

    @property
    def is_preparing(self) -> bool:
        """Whether texts will be searched too before long."""
        return not self._has_begun or self.indexing.is_running or self._timer.isActive()

    def begin(self) -> None:
        """Open the index as it is, and have it brought up to date."""
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
        return search_titles(self._titles(language), text, level)

    def _take_up(self, changed: bool) -> None:
        # Another viewer may have made it: then there was nothing to do, and yet it is another.
        newest = newest_build(self._cache, self._library)
        if changed or newest != self._opened:
            self.renewed.emit()
        if changed or newest != self._opened or self._engine is None:
            self._open()

    def _open(self) -> None:
        """Open the newest index, in steps that no frame has to wait for."""
        self._index = LargeIndex(self._cache, self._library)
        self._left = self._index.steps()
        self._timer.start()

    def _step(self) -> None:
        if next(self._left, self) is not self:
            return
        self._timer.stop()
        if self._index is not None and self._index.engine is not None:
            self._engine, self._opened = self._index.engine, self._index.build
            self.changed.emit()
