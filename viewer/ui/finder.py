"""Searches a library of a few topics: its index is made in memory while the window idles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer.core.level import Level
from viewer.core.packs.library import Library
from viewer.core.titles import Titles
from viewer.ui.idle_steps import IdleSteps

if TYPE_CHECKING:
    from viewer.core.search.results import Results
    from viewer.core.search.small_index import SmallIndex

PAUSE = 15
"""Milliseconds between two turns, in which the window does what there is to do."""


class SmallFinder(QObject):
    """Makes the index step by step; until it is there, topics are found by their titles."""

    changed = Signal()
    """More can be found than before."""

    def __init__(self, library: Library, titles: Titles) -> None:
        super().__init__()
        self._library = library
        self._titles = titles
        self._index: SmallIndex | None = None
        self._steps = IdleSteps(self, PAUSE)
        self._steps.finished.connect(self.changed)

    @property
    def is_complete(self) -> bool:
        """Whether texts are searched too, and not yet titles alone."""
        return self._index is not None and self._index.engine is not None

    @property
    def is_preparing(self) -> bool:
        """Whether more will be found than now."""
        return not self.is_complete

    def begin(self) -> None:
        """Make the index, some documents at a time."""
        from viewer.core.search.small_index import SmallIndex  # late: not for the first paint

        if self._index is None:
            self._index = SmallIndex(self._library.topics())
            self._steps.begin(self._index.steps())

    def look_again(self) -> None:
        """The library has changed: forget the index, and make another if one was wanted.

        Until it is there topics are found by their titles: an old one leads to what has gone.
        """
        was_wanted, self._index = self._index is not None, None
        self._steps.stop()
        if was_wanted:
            self.begin()

    def search(self, text: str, language: str, level: Level) -> Results:
        """What a reader of ``language`` and ``level`` finds."""
        if self._index is not None and self._index.engine is not None:
            return self._index.engine.search(text, language, level)
        from viewer.core.search.title_search import search_titles

        self.begin()
        return search_titles(self._titles.of(language), text, level)
