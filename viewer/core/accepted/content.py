"""A kiosk's content and settings together: what counts now, and what may count next."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from viewer.core.accepted.accepted import Accepted
from viewer.core.accepted.news import News, Waiting, What
from viewer.core.accepted.settings import AcceptedSettings
from viewer.core.accepted.watch import Clocks
from viewer.core.checks.topic_check import findings
from viewer.core.model import Topic
from viewer.core.packs.clinic import Clinic
from viewer.core.packs.library import Library
from viewer.core.packs.shelf import Shelf
from viewer.core.problems import Problem


class Content:
    """Keeps the last good of everything, in a folder of the kiosk's own."""

    def __init__(
        self,
        folder: Path,
        icons: frozenset[str],
        clocks: Clocks | None = None,
        *,
        topic: str | None = None,
    ) -> None:
        """``icons`` are the names that a pack may give; ``topic`` comes before the settings'."""
        self._topic = topic
        self._folder = folder
        self._icons = icons
        self._clocks = clocks
        self._settings = AcceptedSettings(folder, clocks)
        self._topics: Accepted | None = None
        self.has_changed = False
        """Whether the last round has changed which topics there are, or what they say."""
        self.clinic: Clinic | None = None
        """The settings that the last round has taken up, if they changed."""

    def settings(self, path: Path) -> tuple[Clinic, tuple[Problem, ...]]:
        """The settings to start with, and what is wrong with the file as it is."""
        clinic, problems = self._settings.start(path)
        return self.about_topic(clinic), problems

    def about_topic(self, clinic: Clinic) -> Clinic:
        """The settings, with the tiles of the topic that was asked for at the start."""
        if self._topic is None:
            return clinic
        return replace(clinic, kiosk=replace(clinic.kiosk, topics=(self._topic,)))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the settings that count."""
        return self._settings.problems

    @property
    def keeps_settings(self) -> bool:
        """Whether those that count are older than their file, which cannot be used."""
        return self._settings.keeps

    def open(self, library: Sequence[Path]) -> Callable[[], Shelf]:
        """What tells where the topics stand that count, of those in a library's folders."""
        self._topics = Accepted(library, self._folder / "topics", self._check, self._clocks)
        return self._topics.shelf

    def round(self) -> Generator[None, None, tuple[News, ...]]:
        """Look for what is new and let it count, in steps; what has come to count."""
        self.clinic, self.has_changed = None, False
        if self._topics is None:
            return ()
        yield from self._topics.round()
        self.has_changed, news = self._topics.has_changed, self._topics.news
        clinic = self._settings.look()
        if clinic is not None:
            self.clinic = self.about_topic(clinic)
            news += (News(What.SETTINGS, self._settings.name),)
        return news

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """What does not count yet, and why."""
        return self._settings.waiting + (self._topics.waiting if self._topics else ())

    def _check(self, topic: Topic, library: Library) -> Iterator[Sequence[Problem]]:
        return findings(topic, library, self._icons, datetime.date.today())
