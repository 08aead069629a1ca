"""What reads packs: the library, the clinic's settings and the words, each once and late."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from functools import cache, cached_property, partial
from pathlib import Path

from viewer.core.installation import Installation
from viewer.core.level import Level
from viewer.core.navigation import Navigator
from viewer.core.packs.clinic import Clinic, read_clinic
from viewer.core.packs.library import Library
from viewer.core.pages.builder import PageBuilder
from viewer.core.place import PageKind, Place
from viewer.core.problems import Problem, Rule, Severity
from viewer.core.wording import report_line
from viewer.core.words import ENGLISH, read_words
from viewer.options import Options
from viewer.request import RequestError
from viewer.ui.finder import SmallFinder
from viewer.ui.first_screen import clinic_text, fingerprint, listing
from viewer.ui.pictures import Pictures
from viewer.ui.presenter import Presenter
from viewer.ui.reader_settings import ReaderSettings

_UNREAD = frozenset(
    {Rule.UNREADABLE, Rule.NOT_A_FILE, Rule.TOO_LARGE, Rule.ENCODING, Rule.EMPTY_FILE}
)
"""Findings that mean: nothing of the file is known."""


class Reading:
    """Everything that a page is made from, opened as ``options`` ask."""

    def __init__(
        self,
        options: Options,
        installation: Installation,
        clinic_file: Path | None,
        report: Callable[[str], None],
    ) -> None:
        self._options = options
        self._installation = installation
        self._report = report
        self._words_of = cache(partial(read_words, installation.words))
        self._english = self._words_of(ENGLISH)
        self._fingerprints: dict[str, str] = {}
        self.clinic_text = clinic_text(clinic_file)
        """The settings file as it was when it was read."""
        self.clinic = self._read_clinic(clinic_file)
        self.language = options.language or next(iter(self.clinic.languages), ENGLISH)
        folders = options.library or self.clinic.library or (installation.content,)
        self.listing = listing(str(folder) for folder in folders)
        """The library's topics as they were when it was opened."""
        self.library = self._open_library(folders)
        self.navigator = Navigator(self.library, self.language)
        self.pictures = Pictures(self.library)

    @cached_property
    def presenter(self) -> Presenter:
        """Makes the screens."""
        words = self._words_of(self.language)
        today = datetime.date.today
        builder = PageBuilder(words, self.clinic, self.language, today, self._words_of)
        return Presenter(self.library, builder, words, self.language, self.pictures)

    @cached_property
    def finder(self) -> SmallFinder:
        """Searches the library."""
        return SmallFinder(self.library)

    def made_from(self, place: Place) -> tuple[str, str]:
        """The folder of the place's topic, and its files' fingerprint when it was read.

        Both are empty for a place of several topics.
        """
        if not place.topic:
            return "", ""
        folder = str(self.library.topic(place.topic).path)
        return folder, self._fingerprints.get(folder, "")

    def start(self, settings: ReaderSettings) -> Place:
        """Where to begin: what was asked for, else where the reader was, else Home.

        Raises:
            RequestError: the topic or the section that was asked for is not there.
        """
        options, navigator = self._options, self.navigator
        level = Level.PLAIN if settings.plain else Level.CLINICAL
        if options.plain is not None:
            level = Level.PLAIN if options.plain else Level.CLINICAL
        if options.topic or options.section:
            return self._asked_for(level)
        if options.plain:
            return navigator.care()
        if settings.kind in list(PageKind):
            was = Level.PLAIN if settings.plain else Level.CLINICAL
            place = Place(PageKind(settings.kind), was, settings.topic, settings.section)
            if navigator.exists(place):
                return place if level is was else navigator.at_level(place, level)
        return navigator.home(level)

    def _asked_for(self, level: Level) -> Place:
        ids = self.library.topic_ids
        topic_id = self._options.topic or (ids[0] if len(ids) == 1 else "")
        if not topic_id:
            raise RequestError(self._english("request.several_topics"))
        if topic_id not in self.library:
            some = ", ".join(ids[:10]) + (", …" if len(ids) > 10 else "")
            raise RequestError(self._english("request.no_topic", topic=topic_id, some=some))
        section_id = self._options.section
        if section_id is None:
            return self.navigator.topic(topic_id, level)
        place = Place(PageKind.SECTION, level, topic_id, section_id)
        if not self.navigator.exists(place):
            some = ", ".join(self.library.topic(topic_id).section_ids())
            asked = {"section": section_id, "topic": topic_id, "some": some}
            raise RequestError(self._english("request.no_section", **asked))
        return place

    def _read_clinic(self, path: Path | None) -> Clinic:
        if path is None:
            return Clinic()
        clinic, problems = read_clinic(path)
        if self._options.clinic and any(p.rule in _UNREAD for p in problems):
            raise RequestError(self._english("request.no_settings", file=str(path)))
        self._report_all(problems)
        return clinic

    def _note(self, folder: Path) -> None:
        """Before a topic is read: what is kept for the next start must be true of this text."""
        self._fingerprints[str(folder)] = fingerprint(str(folder))

    def _open_library(self, folders: Sequence[Path]) -> Library:
        library = Library(folders, self._note)
        if not library.topic_ids:
            raise RequestError("\n".join(report_line(p, self._english) for p in library.problems))
        self._report_all(library.problems)
        return library

    def _report_all(self, problems: tuple[Problem, ...]) -> None:
        for problem in problems:
            if problem.severity is not Severity.NOTE:
                self._report(report_line(problem, self._english))
