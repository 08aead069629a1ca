"""A library: folders of topics, each read when somebody wants it."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path

from viewer.core.files import is_inside
from viewer.core.model import Topic
from viewer.core.packs.fields import IDENTIFIER
from viewer.core.packs.languages import languages_of
from viewer.core.packs.topic import read_topic
from viewer.core.problems import Problem, Reporter, Rule

KEPT_TOPICS = 16
"""Topics kept in memory; a reader goes back and forth between a few."""


class Library:
    """The topics of one or more folders. Where two share an id, the first folder's counts."""

    def __init__(
        self, folders: Sequence[Path], before_reading: Callable[[Path], None] | None = None
    ) -> None:
        """``before_reading`` is called with the folder of each topic that is about to be read."""
        problems: list[Problem] = []
        self.folders = tuple(folders)
        self._before_reading = before_reading
        self._paths: dict[str, Path] = {}
        self._topics: OrderedDict[str, Topic] = OrderedDict()
        for folder in folders:
            self._scan(folder, Reporter(folder, problems))
        self.problems: tuple[Problem, ...] = tuple(problems)
        """Faults of the library itself; each topic has its own."""

    @property
    def topic_ids(self) -> tuple[str, ...]:
        """The ids of all topics, A to Z."""
        return tuple(sorted(self._paths))

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages that its topics have, as far as is cheap to know."""
        return languages_of(self._paths[topic_id] for topic_id in self.topic_ids)

    def __contains__(self, topic_id: object) -> bool:
        return topic_id in self._paths

    def topic(self, topic_id: str) -> Topic:
        """The topic with this id.

        Raises:
            KeyError: the library has no such topic.
        """
        topic = self._topics.pop(topic_id, None) or self._read(self._paths[topic_id])
        self._topics[topic_id] = topic
        if len(self._topics) > KEPT_TOPICS:
            self._topics.popitem(last=False)
        return topic

    def topics(self) -> Iterable[Topic]:
        """Every topic, one after the other."""
        return map(self.topic, self.topic_ids)

    def _read(self, folder: Path) -> Topic:
        if self._before_reading is not None:
            self._before_reading(folder)
        return read_topic(folder)

    def _scan(self, folder: Path, reporter: Reporter) -> None:
        if not os.path.isdir(folder):  # unlike Path.is_dir, it raises nothing
            reporter.report(Rule.MISSING_LIBRARY, name=str(folder))
            return
        if os.path.isfile(folder / "topic.yaml"):
            reporter.report(Rule.LIBRARY_IS_TOPIC, name=str(folder))
            return
        try:
            entries = sorted(e for e in folder.iterdir() if not e.name.startswith("."))
        except OSError as error:
            reporter.report(Rule.UNREADABLE, reason=error.strerror or str(error))
            return
        found = [e for e in entries if os.path.isdir(e)]
        if not found:
            reporter.report(Rule.EMPTY_LIBRARY, name=str(folder))
        for entry in found:
            here = reporter.for_path(entry)
            if not IDENTIFIER.match(entry.name):
                here.report(Rule.TOPIC_ID, name=entry.name)
            elif not is_inside(entry, folder):
                here.report(Rule.OUTSIDE_PACK, name=entry.name)
            elif entry.name in self._paths:
                here.report(Rule.DOUBLED_TOPIC, name=entry.name)
            else:
                self._paths[entry.name] = entry
