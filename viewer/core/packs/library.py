"""A library: folders of topics, each read when somebody wants it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.core.model import Topic
from viewer.core.packs.languages import languages_of
from viewer.core.packs.shelf import Shelf, shelf_of
from viewer.core.packs.topic import read_topic

if TYPE_CHECKING:
    from viewer.core.packs.check_settings import Limits

SMALL_LIBRARY = 40
"""A library of at most so many topics is read, topic by topic; of others a catalogue is kept."""
KEPT_TOPICS = SMALL_LIBRARY
"""Topics kept in memory: all of a small library, or the list of its titles reads all each time."""


class Library:
    """The topics of one or more folders. Where two share an id, the first folder's counts."""

    def __init__(
        self,
        folders: Sequence[Path],
        before_reading: Callable[[Path], None] | None = None,
        look: Callable[[], Shelf] | None = None,
    ) -> None:
        """``before_reading`` is called with the folder of each topic that is about to be read.

        ``look`` tells where the topics stand, where that is not simply in ``folders``.
        """
        self.folders = tuple(folders)
        self._before_reading = before_reading
        self._look = look or partial(shelf_of, self.folders)
        self._topics: OrderedDict[str, Topic] = OrderedDict()
        self.look_again()

    def look_again(self) -> None:
        """See which topics there are now, and forget what was read of those that may change."""
        shelf, before = self._look(), self._topics
        self._folders = shelf.folders
        self._topics = OrderedDict()
        for topic_id, topic in shelf.unchanging.items():
            known = topic or before.get(topic_id)
            if known is not None and known.path == self.path(topic_id):
                self._topics[topic_id] = known
        self._languages: tuple[str, ...] | None = None
        self._limits: Limits | None = None
        self.topic_ids = tuple(sorted(self._folders))
        """The ids of all topics, A to Z."""
        self.problems = shelf.problems
        """Faults of the library itself; each topic has its own."""

    @property
    def is_large(self) -> bool:
        """Whether the topics are too many to be read for a list."""
        return len(self.topic_ids) > SMALL_LIBRARY

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that its topics have, as far as is cheap to know."""
        if self._languages is None:
            self._languages = languages_of(map(self.path, self.topic_ids))
        return self._languages

    @property
    def limits(self) -> Limits:
        """The bounds that its own ``check.yaml`` sets, else the usual ones."""
        if self._limits is None:
            from viewer.core.packs.check_settings import read_settings  # where a review is due

            self._limits = read_settings(self.folders)[0]
        return self._limits

    def __contains__(self, topic_id: object) -> bool:
        return topic_id in self._folders

    def topic(self, topic_id: str) -> Topic:
        """The topic with this id.

        Raises:
            KeyError: the library has no such topic.
        """
        topic = self._topics.pop(topic_id, None) or self._read(self.path(topic_id))
        self._topics[topic_id] = topic
        if len(self._topics) > KEPT_TOPICS:
            self._topics.popitem(last=False)
        return topic

    def path(self, topic_id: str) -> Path:
        """The folder of the topic with this id.

        Raises:
            KeyError: the library has no such topic.
        """
        return self._folders[topic_id] / topic_id

    def paths(self) -> dict[str, str]:
        """The folder of each topic by its id; of thousands, sooner than one after the other."""
        starts = {folder: f"{folder}/" for folder in set(self._folders.values())}
        return {topic: starts[folder] + topic for topic, folder in self._folders.items()}

    def topics(self) -> Iterable[Topic]:
        """Every topic, one after the other."""
        return map(self.topic, self.topic_ids)

    def _read(self, folder: Path) -> Topic:
        if self._before_reading is not None:
            self._before_reading(folder)
        return read_topic(folder)
