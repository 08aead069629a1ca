"""A library: folders of topics, each read when somebody wants it."""

from __future__ import annotations

import os
import re
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

_JUNCTIONS = os.name == "nt"
"""Windows has links that Python 3.11 cannot tell from folders, so each folder is followed there."""
_ALL_FIT = re.compile(r"[a-z0-9]+(?:[-\n][a-z0-9]+)*\Z")
"""As ``IDENTIFIER``, of any number of names on lines of their own."""
SMALL_LIBRARY = 40
"""A library of at most so many topics is read, topic by topic; of others a catalogue is kept."""
KEPT_TOPICS = SMALL_LIBRARY
"""Topics kept in memory: all of a small library, or the list of its titles reads all each time."""


class Library:
    """The topics of one or more folders. Where two share an id, the first folder's counts."""

    def __init__(
        self, folders: Sequence[Path], before_reading: Callable[[Path], None] | None = None
    ) -> None:
        """``before_reading`` is called with the folder of each topic that is about to be read."""
        self.folders = tuple(folders)
        self._before_reading = before_reading
        self.look_again()

    def look_again(self) -> None:
        """See which topics there are now, and forget what was read of them."""
        problems: list[Problem] = []
        self._folders: dict[str, Path] = {}
        """The library folder that each topic stands in."""
        self._topics: OrderedDict[str, Topic] = OrderedDict()
        for folder in self.folders:
            self._scan(folder, Reporter(folder, problems))
        self.topic_ids = tuple(sorted(self._folders))
        """The ids of all topics, A to Z."""
        self.problems: tuple[Problem, ...] = tuple(problems)
        """Faults of the library itself; each topic has its own."""

    @property
    def is_large(self) -> bool:
        """Whether the topics are too many to be read for a list."""
        return len(self.topic_ids) > SMALL_LIBRARY

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages that its topics have, as far as is cheap to know."""
        return languages_of(map(self.path, self.topic_ids))

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
        starts = {folder: f"{folder}/" for folder in self.folders}
        return {topic: starts[folder] + topic for topic, folder in self._folders.items()}

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
            names, links = _folders_in(folder)
        except OSError as error:
            reporter.report(Rule.UNREADABLE, reason=error.strerror or str(error))
            return
        if not names:
            reporter.report(Rule.EMPTY_LIBRARY, name=str(folder))
        lines = "\n".join(names)
        plain = not links and not self._folders and lines.count("\n") < len(names)
        if plain and _ALL_FIT.match(lines):
            self._folders = dict.fromkeys(names, folder)  # thousands at once, in half the time
            return
        for name in names:
            here = reporter.for_path(folder / name)
            if not IDENTIFIER.match(name):
                here.report(Rule.TOPIC_ID, name=name)
            elif name in links and not is_inside(folder / name, folder):
                here.report(Rule.OUTSIDE_PACK, name=name)
            elif name in self._folders:
                here.report(Rule.DOUBLED_TOPIC, name=name)
            else:
                self._folders[name] = folder


def _folders_in(folder: Path) -> tuple[list[str], set[str]]:
    """The names of the folders in a folder, A to Z, and those that are links.

    Only a link can lead out, so only links are followed: thousands of topics take one look each.
    """
    names, links = [], set()
    with os.scandir(folder) as entries:
        for entry in entries:
            if not _JUNCTIONS and entry.is_dir(follow_symlinks=False):
                names.append(entry.name)
            elif os.path.isdir(entry):
                names.append(entry.name)
                links.add(entry.name)
    names = sorted(name for name in names if name[0] != ".")
    if names and not os.path.isdir(folder / names[0]):  # the folder may be listed, not entered
        names = [name for name in names if os.path.isdir(folder / name)]
    return names, links
