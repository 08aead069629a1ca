"""From what was asked for, and what is remembered, to the first screen.

Two ways lead there. The short one shows the last first screen again, if nothing
that it was made from has changed; then no pack is read before the first paint.
The long one reads the library. Both end in the same place and the same screen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from viewer import __version__
from viewer.core.installation import Installation
from viewer.core.level import Level
from viewer.core.place import PageKind, Place
from viewer.folders import CLINIC_FILE, Folders
from viewer.ui import first_screen
from viewer.ui.desk import Arrival, Desk, Drawn
from viewer.ui.first_screen import KEPT_ROWS, FirstScreen, clinic_text, listing
from viewer.ui.reader_settings import ReaderSettings
from viewer.ui.session import Session

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from viewer.core.accepted.news import News
    from viewer.core.packs.clinic import Clinic
    from viewer.core.packs.clinic_store import ClinicFile
    from viewer.core.requests import Request
    from viewer.core.words import Words
    from viewer.options import Options
    from viewer.reading import Reading
    from viewer.ui.large_finder import LargeFinder
    from viewer.ui.screen import Screen

    Tell = Callable[[tuple[News, ...]], None]

Remembered = tuple[str, str, str, bool, str]
"""A place as the settings keep it: kind, topic, section, whether it is plain; and the language."""

MadeFrom = tuple[str, str, str]
"""The clinic's settings, the library's topics and the topic's files, as they were."""


class Opening:
    """Opens what was asked for, as early as needed and as late as possible."""

    def __init__(
        self,
        options: Options,
        settings: ReaderSettings,
        installation: Installation,
        folders: Folders,
        report: Callable[[str], None],
        *,
        remembers: bool,
        system_languages: tuple[str, ...] = (),
    ) -> None:
        """``remembers`` tells that the first screen may be kept on disk."""
        self._system_languages = system_languages
        self._options = options
        self._settings = settings
        self._installation = installation
        self._folders = folders
        self._report = report
        self._clinic_file = self._settings_file()
        self._read: Reading | None = None
        self._kept: Screen | None = None
        self._remembers = remembers

    def desk(self, language: str) -> Desk:
        """What reads packs, for the session."""
        return self._reading().desk(language)

    @property
    def language(self) -> str:
        """The language to begin in, told from the kept screen where nobody has asked for one.

        Raises:
            RequestError: nothing tells it but the library, and that is not there.
        """
        asked = self._options.language or self._settings.language
        kept = self._first.language if self._first and self._remembers else ""
        return asked or kept or self._reading().language

    @cached_property
    def _first(self) -> FirstScreen | None:
        return first_screen.read_first_screen(self._folders.cache)

    def picture(self, address: str) -> QImage | None:
        """The picture of a pack that is on the page."""
        return self._reading().pictures.resource(address)

    def begin(self, session: Session) -> None:
        """Show the first screen.

        Raises:
            RequestError: the library, topic, section or settings file is not there.
        """
        was = self._settings
        kept = self._first
        # Which topics have a code is not known without the library: it may have changed anywhere.
        if kept is not None and kept.kind in list(PageKind) and not self._options.code:
            remembered = (was.kind, was.topic, was.section, was.plain, was.language)
            print_now = first_screen.fingerprint(kept.topic_folder)
            made_from = (clinic_text(self._clinic_file), listing(kept.library), print_now)
            now = self._digest(session.drawing(), remembered, made_from)
            if print_now and now == kept.digest:
                self._kept = kept.screen
                place = Place(PageKind(kept.kind), _level(kept.plain), kept.topic, kept.section)
                session.begin(place, kept.screen, self._arrival(place))
                return
        session.set_language(self._reading().language)
        place = self._reading().start(was)
        session.begin(place, None, self._arrival(place))

    def asked(self, request: Request, level: Level, language: str) -> tuple[Place, str]:
        """The page for readers of ``language`` that another start asks for, and what to say to it.

        Raises:
            RequestError: it is not there.
        """
        place = self._reading().asked(request, level, self.desk(language).navigator)
        return place, self._reading().answer(place, language)

    def read(self) -> None:
        """Read what the next click needs."""
        self._reading()

    def keep(self, session: Session) -> None:
        """Keep the first screen for the next start, and show what was not kept of it."""
        if not session.moved:
            self._keep(session)
            kept = session.screen
            if kept is not None and kept is self._kept and len(kept.rows) == KEPT_ROWS:
                session.show_rows()  # there may be more, which were not kept
                self._kept = session.screen

    @property
    def large_finder(self) -> LargeFinder | None:
        """What searches a library of many topics; None of a few."""
        return self._reading().large_finder

    def look_again(self, session: Session) -> None:
        """The library has changed: show the page as its files are now."""
        self._reading().look_again()
        session.look_again()

    @property
    def clinic_file(self) -> Path | None:
        """The clinic's settings that count."""
        return self._clinic_file

    def clinic_settings(self) -> ClinicFile:
        """The clinic's settings as they are now, and where changes to them belong."""
        from viewer.core.packs.clinic_store import open_clinic_file

        named, folders = self._options.clinic, self._folders
        own, system = folders.config / CLINIC_FILE, folders.system_config / CLINIC_FILE
        return open_clinic_file(self._settings_file(), own, system, named=named is not None)

    def catch_up(self, session: Session) -> None:
        """Read anew what somebody has changed on disk: paper outlives the window that made it."""
        clinic, reading = self._settings_file(), self._reading()
        if self._options.kiosk:  # it takes up what is good, between visits
            return
        if clinic_text(clinic) != reading.clinic_text:
            self.use_clinic(session, clinic)
        if reading.is_outdated(session.handout_topic):
            self.look_again(session)

    def take_up(self, session: Session, tell: Tell, renewed: Callable[[], None]) -> Iterator[None]:
        """Let a kiosk's new content and settings count, in steps; ``tell`` is told what has.

        For when nobody is there: in the last step the page becomes another, and ``renewed`` is
        called, be it by what is no news. It may be given up after any step.
        """
        reading = self._reading()

        def show() -> None:
            session.look_again()
            session.renew()  # with other settings, and perhaps other languages
            renewed()

        news = yield from reading.take_up(show)
        if news:
            tell(news)

    @property
    def reading(self) -> Reading:
        """What has been read, and what waits to be."""
        return self._reading()

    def _settings_file(self) -> Path | None:
        """The clinic's settings that count; others may have come to be since the start."""
        return self._options.clinic or self._folders.clinic_file()

    def use_clinic(self, session: Session, path: Path | None) -> None:
        """The clinic's settings have changed: show every page with them from now on."""
        self._clinic_file = path
        self._reading().use_clinic(path)
        session.renew()
        self.remember(session)

    @property
    def library_languages(self) -> tuple[str, ...]:
        """The languages that the library's topics have."""
        return self._reading().library.languages

    @property
    def clinic(self) -> Clinic:
        """The clinic's settings that count now."""
        return self._reading().clinic

    def words(self, language: str) -> Words:
        """The words outside the controls for readers of a language."""
        return self._reading().words(language)

    def remember(self, session: Session) -> None:
        """The reader's place has been written down: keep its screen for the next start."""
        if not self._place_is_asked_for():
            self._keep(session)

    def _keep(self, session: Session) -> None:
        """Keep the screen that is shown, with what it was made from when it was made."""
        place, screen = session.history.place, session.screen
        drawn = session.drawn
        if screen is None or drawn is None or screen is self._kept or not self._remembers:
            return
        if self._options.code or place.asked:
            return
        reading = self._reading()
        topic_folder, print_then = reading.made_from(place)
        if not print_then:
            return
        plain = place.level is Level.PLAIN
        remembered = (str(place.kind), place.topic, place.section, plain, session.chosen_language)
        made_from = (reading.clinic_text, reading.listing, print_then)
        digest = self._digest(drawn, remembered, made_from)
        library = [str(folder) for folder in reading.library.folders]
        kept = (*remembered[:4], session.language)
        first = FirstScreen(digest, *kept, library, topic_folder, screen)
        first_screen.write_first_screen(self._folders.cache, first)
        self._kept = screen

    def _place_is_asked_for(self) -> bool:
        """Whether the options alone say where to begin."""
        asked = self._options
        return bool(asked.topic or asked.section or asked.code or asked.plain)

    def _reading(self) -> Reading:
        if self._read is None:
            from viewer.reading import Reading  # late: a third of the time that Qt takes

            wishes = (self._options.language or "", self._settings.language)
            self._read = Reading(
                self._options,
                self._installation,
                self._clinic_file,
                self._report,
                self._folders,
                wishes,
                self._system_languages,
            )
        return self._read

    def _arrival(self, place: Place) -> Arrival:
        was = self._settings
        same = (place.kind, place.topic, place.section, place.level is Level.PLAIN) == (
            was.kind,
            was.topic,
            was.section,
            was.plain,
        )
        return Arrival(scroll=was.scroll if same else 0.0)

    def _digest(self, drawn: Drawn, remembered: Remembered, made_from: MadeFrom) -> str:
        """All that the first screen of a start depends on, in words."""
        asked = self._options
        before: tuple[object, ...] | bool | None = remembered[:4]
        languages = (asked.language or remembered[4], self._system_languages)
        if asked.topic or asked.section:
            before = remembered[3] if asked.plain is None else None  # only the level counts
        elif asked.plain:
            before = None
        words = first_screen.fingerprint(str(self._installation.words))
        return repr((__version__, asked, before, languages, drawn, words, made_from))


def _level(plain: bool) -> Level:
    return Level.PLAIN if plain else Level.CLINICAL
