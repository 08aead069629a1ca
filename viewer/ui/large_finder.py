"""Searches a library of many topics by an index that another process makes.

Until it is there, and where it cannot be, topics are found by their titles.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from viewer.core.level import Level
from viewer.core.model import Title
from viewer.core.search.engine import SearchEngine
from viewer.core.search.index import IndexDamaged
from viewer.core.search.large import open_engine
from viewer.core.search.results import Results
from viewer.core.search.title_search import search_titles
from viewer.ui.indexing import Indexing


class LargeFinder(QObject):
    """Opens the index that there is, has it brought up to date, and takes up each new one."""

    changed = Signal()
    """More can be found than before, or other things."""
    renewed = Signal()
    """The catalogue of topics is another one."""
    _opened = Signal(object)

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
        self._opened.connect(self._use)

    @property
    def is_complete(self) -> bool:
        """Whether texts are searched too, and not yet titles alone."""
        return self._engine is not None

    def begin(self) -> None:
        """Open the index as it is, and have it brought up to date."""
        self._open()
        self.indexing.begin()

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
        if changed:
            self.renewed.emit()
        if changed or self._engine is None:
            self._open()

    def _open(self) -> None:
        """Open the index beside the window's own thread: its words take a moment to read."""
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        engine = open_engine(self._cache, self._library)
        for _ in engine.prepare() if engine is not None else ():
            pass
        self._opened.emit(engine)

    def _use(self, engine: SearchEngine | None) -> None:
        if engine is not None:
            self._engine = engine
            self.changed.emit()
