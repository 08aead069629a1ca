"""Searches a library of a few topics: its index is made in memory while the window idles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from viewer.core.level import Level
from viewer.core.packs.library import Library
from viewer.ui.idle_steps import IdleSteps

if TYPE_CHECKING:
    from viewer.core.search.results import Results
    from viewer.core.search.small_index import SmallIndex

PAUSE = 15
"""Milliseconds between two steps; each takes some two, in which a key may have to wait."""


class SmallFinder(QObject):
    """Makes the index step by step; a search that comes too early waits for the rest."""

    is_complete = True
    """A search looks at all texts, always."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._index: SmallIndex | None = None
        self._steps = IdleSteps(self, PAUSE)

    def begin(self) -> None:
        """Make the index, a document at a time."""
        self._made()

    def search(self, text: str, language: str, level: Level) -> Results:
        """What a reader of ``language`` and ``level`` finds."""
        index = self._made()
        self._steps.hurry()
        assert index.engine is not None
        return index.engine.search(text, language, level)

    def _made(self) -> SmallIndex:
        if self._index is None:
            from viewer.core.search.small_index import SmallIndex  # late: not for the first paint

            self._index = SmallIndex(self._library.topics())
            self._steps.begin(self._index.steps())
        return self._index
