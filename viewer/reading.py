"""What reads packs: the library, the clinic's settings and the words, each once and late."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Generator, Sequence
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.asking import request_of
from viewer.core.by_code import find_by_code
from viewer.core.catalogue import Catalogue
from viewer.core.installation import Installation
from viewer.core.language import first_language, with_language
from viewer.core.level import Level
from viewer.core.navigation import Navigator
from viewer.core.packs.clinic import Clinic, read_clinic, was_read
from viewer.core.packs.library import Library
from viewer.core.pages.answers import answer_sentence
from viewer.core.pages.builder import PageBuilder
from viewer.core.place import Asked, PageKind, Place
from viewer.core.problems import Problem, Severity
from viewer.core.titles import Titles
from viewer.core.wording import report_line
from viewer.core.words import ENGLISH, Words, read_words
from viewer.folders import Folders
from viewer.options import Options
from viewer.request import RequestError
from viewer.ui.desk import Desk, Finder
from viewer.ui.finder import SmallFinder
from viewer.ui.first_screen import clinic_text, fingerprint, listing
from viewer.ui.pictures import Pictures
from viewer.ui.presenter import Presenter
from viewer.ui.reader_settings import ReaderSettings

if TYPE_CHECKING:
    from viewer.core.accepted.content import Content
    from viewer.core.accepted.news import News, Waiting
    from viewer.core.requests import Request
    from viewer.handout.making import HandoutMaker
    from viewer.ui.large_finder import LargeFinder


class Reading:
    """Everything that a page is made from, opened as ``options`` ask."""

    def __init__(
        self,
        options: Options,
        installation: Installation,
        clinic_file: Path | None,
        report: Callable[[str], None],
        folders: Folders,
        wishes: Sequence[str] = (),
        system_languages: Sequence[str] = (),
    ) -> None:
        """``wishes`` are the languages that were asked for, the first that is not empty counts."""
        self._options = options
        self._installation = installation
        self._report = report
        self._cache = folders.cache
        self._words_of = cache(partial(read_words, installation.words))
        self._english = self._words_of(ENGLISH)
        self._fingerprints: dict[str, str] = {}
        self._pointer = ("", "")
        self._content = self._accepted(folders.state) if options.kiosk else None
        self.clinic_text = clinic_text(clinic_file)
        """The settings file as it was when it was read."""
        self.clinic = self._read_clinic(clinic_file)
        library = options.library or self.clinic.library or (installation.content,)
        self.listing = "" if options.kiosk else listing(str(folder) for folder in library)
        """The library's topics as they were when it was opened; a kiosk asks no network for it."""
        self.library = self._open_library(library)
        self._wishes = tuple(wishes), system_languages
        self.navigator = Navigator(self.library, self.language)
        self.titles, self.pictures = Titles(self.library, self._catalogue()), Pictures(self.library)
        self._maker: HandoutMaker | None = None
        self._small_finder: SmallFinder | None = None

    @property
    def language(self) -> str:
        """The language to begin in."""
        asked, of_system = self._wishes
        wishes = (*asked, *self.clinic.languages)
        return first_language(wishes, of_system, self.library.languages, ENGLISH)

    def desk(self, language: str) -> Desk:
        """What makes the screens for readers of a language."""
        words = self._words_of(language)
        given = (self.clinic, language, datetime.date.today, self._words_of)
        builder = PageBuilder(words, *given, lambda: self.library.limits.grace)
        presenter = self._presenter(builder, words, language)
        offered = with_language(self.clinic.languages or self.library.languages, language)
        return Desk(Navigator(self.library, language), presenter, self.finder, offered, self.maker)

    def _presenter(self, builder: PageBuilder, words: Words, language: str) -> Presenter:
        what = (self.library, builder, words, language, self.pictures, self.titles)
        if not self._options.kiosk:
            return Presenter(*what)
        from viewer.ui.kiosk.presenter import KioskPresenter

        return KioskPresenter(*what)

    def maker(self) -> HandoutMaker:
        """Makes handouts of the topics and with the settings that count now.

        Another one comes with each change of these: whoever holds the old one sees that.
        """
        if self._maker is None:
            from viewer.handout.making import HandoutMaker

            given = (self.library, self.clinic, self._words_of, self._installation)
            self._maker = HandoutMaker(*given, datetime.date.today)
        return self._maker

    def is_outdated(self, topic_id: str) -> bool:
        """Whether a topic's files are no longer those that were read, or cannot be compared."""
        if topic_id not in self.library:
            return False
        folder = str(self.library.path(topic_id))
        if folder not in self._fingerprints:  # nothing of it has been read
            return False
        now = fingerprint(folder)
        return not now or now != self._fingerprints[folder]

    def look_again(self) -> None:
        """Something in the library has changed: what was read of it counts no more."""
        self._maker = None
        self.library.look_again()
        if not self._options.kiosk:
            self.listing = listing(str(folder) for folder in self.library.folders)
        self.titles.use(self._catalogue())
        self.pictures.forget()
        if self._small_finder is not None:
            self._small_finder.look_again()

    def use_clinic(self, path: Path | None) -> None:
        """Take the clinic's settings as they are now; the library stays the one that is open."""
        self.clinic_text = clinic_text(path)
        self.clinic = read_clinic(path)[0] if path is not None else Clinic()
        self._maker = None  # it has the old numbers

    def take_up(self, changed: Callable[[], None]) -> Generator[None, None, tuple[News, ...]]:
        """Let new content and settings of a kiosk count, in steps; ``changed`` in the last."""
        if self._content is None:
            return ()
        news = yield from self._content.round()
        if clinic := self._content.clinic:
            self.clinic, self._maker = clinic, None
        if self._content.has_changed:
            self.look_again()
        if clinic or self._content.has_changed:
            changed()
        return news

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """What a kiosk has not taken up, and why."""
        return self._content.waiting if self._content else ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with a kiosk's library, and with its settings."""
        return self.library.problems + (self._content.problems if self._content else ())

    def words(self, language: str) -> Words:
        """The words outside the controls for readers of a language."""
        return self._words_of(language)

    def _catalogue(self) -> Catalogue:
        """What is known of many topics, as it is now; of a few nothing has to be."""
        if not self.library.is_large:
            return Catalogue()
        from viewer.core.search.store import POINTER, place_of, read_catalogue

        pointer = place_of(self._cache, self.library.folders) / POINTER
        self._pointer = str(pointer), fingerprint(str(pointer))  # before it is read
        return read_catalogue(self._cache, self.library.folders)

    @cached_property
    def finder(self) -> Finder:
        """Searches the library."""
        if self.large_finder is not None:
            return self.large_finder
        self._small_finder = SmallFinder(self.library, self.titles)
        return self._small_finder

    @cached_property
    def large_finder(self) -> LargeFinder | None:
        """Searches a library of many topics; None where there are few."""
        if not self.library.is_large:
            return None
        from viewer.ui.large_finder import LargeFinder

        return LargeFinder(self.library.folders, self._cache, self.titles)

    def made_from(self, place: Place) -> tuple[str, str]:
        """The folder of the place's topic, and its files' fingerprint when it was read.

        The list of many topics is made from their catalogue alone; for any other place of
        several topics both are empty.
        """
        if not place.topic:
            return self._pointer if place.kind is PageKind.HOME else ("", "")
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
        request = request_of(options)
        if options.plain is None and not settings.kind:  # nobody has chosen yet
            level = navigator.first_level(request.topic if request else "")
        if request:
            place = self.asked(request, level, navigator)
            if answer := self.answer(place, self.language):
                self._report(answer)
            return place
        if options.plain:
            return navigator.care()
        if settings.kind in list(PageKind):
            was = Level.PLAIN if settings.plain else Level.CLINICAL
            place = Place(PageKind(settings.kind), was, settings.topic, settings.section)
            if navigator.exists(place):
                return place if level is was else navigator.at_level(place, level)
        return navigator.home(level)

    def asked(self, request: Request, level: Level, navigator: Navigator) -> Place:
        """The page that is asked for; for a code that is not one topic's, the list of topics.

        Raises:
            RequestError: the topic or the section is not there.
        """
        ids = self.library.topic_ids
        if request.code:
            found = find_by_code(self.library, request.code.system, request.code.code)
            if len(found) != 1:  # to choose between several is for whoever asked, not for us
                return Place(PageKind.HOME, level, asked=Asked(request.code, found))
            request = request._replace(topic=found[0])
        topic_id = request.topic or (ids[0] if len(ids) == 1 else "")
        if not topic_id:
            raise RequestError(self._english("request.several_topics"))
        if topic_id not in self.library:
            some = ", ".join(ids[:10]) + (", …" if len(ids) > 10 else "")
            raise RequestError(self._english("request.no_topic", topic=topic_id, some=some))
        section_id = request.section
        if not section_id:
            return navigator.topic(topic_id, level)
        place = Place(PageKind.SECTION, level, topic_id, section_id)
        if not navigator.exists(place):
            some = ", ".join(self.library.topic(topic_id).section_ids())
            asked = {"section": section_id, "topic": topic_id, "some": some}
            raise RequestError(self._english("request.no_section", **asked))
        return place

    def answer(self, place: Place, language: str) -> str:
        """What the page says to whoever asked for it; empty where it is what they asked for."""
        return answer_sentence(place.asked, self._words_of(language)) if place.asked else ""

    def _read_clinic(self, path: Path | None) -> Clinic:
        content = self._content
        if path is None:
            return content.about_topic(Clinic()) if content else Clinic()
        clinic, problems = content.settings(path) if content else read_clinic(path)
        is_there = was_read(problems) or (content is not None and content.keeps_settings)
        if self._options.clinic and not is_there:
            raise RequestError(self._english("request.no_settings", file=str(path)))
        self._report_all(problems)
        return clinic

    def _accepted(self, state: Path) -> Content:
        from viewer.core.accepted.content import Content  # late: a laptop has none

        icons, topic = self._installation.icon_names, self._options.topic
        return Content(state / "kiosk", icons, topic=topic)

    def _note(self, folder: Path) -> None:
        """Before a topic is read: what is kept for the next start must be true of this text."""
        self._fingerprints[str(folder)] = fingerprint(str(folder))

    def _open_library(self, folders: Sequence[Path]) -> Library:
        look = self._content.open(folders) if self._content else None
        library = Library(folders, None if look else self._note, look)  # a kiosk keeps no screen
        if not library.topic_ids:
            raise RequestError("\n".join(report_line(p, self._english) for p in library.problems))
        self._report_all(library.problems)
        return library

    def _report_all(self, problems: tuple[Problem, ...]) -> None:
        for problem in problems:
            if problem.severity is not Severity.NOTE:
                self._report(report_line(problem, self._english))
