"""Searches a library of a few topics: its index is made in memory while the window idles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.core.level import Level
from viewer.core.packs.library import Library

if TYPE_CHECKING:
    from viewer.core.search.results import Results
    from viewer.core.search.small_index import SmallIndex

PAUSE = 15
"""Milliseconds between two steps; each takes some two, in which a key may have to wait."""


class SmallFinder(QObject):
    """Makes the index step by step; a search that comes too early waits for the rest."""

    changed = Signal()
    """More can be found than before."""
    is_complete = True
    """A search looks at all texts, always."""
    is_preparing = False

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._index: SmallIndex | None = None
        self._left: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._step)

    def begin(self) -> None:
        """Make the index, a document at a time."""
        self._made()
        self._timer.start()

    def search(self, text: str, language: str, level: Level) -> Results:
        """What a reader of ``language`` and ``level`` finds."""
        index = self._made()
        while index.engine is None:
            next(self._left)
        return index.engine.search(text, language, level)

    def _made(self) -> SmallIndex:
        if self._index is None:
            from viewer.core.search.small_index import SmallIndex  # late: not for the first paint

            self._index = SmallIndex(self._library.topics())
            self._left = self._index.steps()
        return self._index

    def _step(self) -> None:
        if next(self._left, self) is self:
            self._timer.stop()
