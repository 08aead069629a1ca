"""From what was asked for, and what is remembered, to the first screen.

Two ways lead there. The short one shows the last first screen again, if nothing
that it was made from has changed; then no pack is read before the first paint.
The long one reads the library. Both end in the same place and the same screen.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from viewer import __version__
from viewer.core.installation import Installation
from viewer.core.level import Level
from viewer.core.place import PageKind, Place
from viewer.folders import Folders
from viewer.ui import first_screen
from viewer.ui.first_screen import FirstScreen, clinic_text, listing
from viewer.ui.reader_settings import ReaderSettings
from viewer.ui.session import Arrival, Desk, Drawn, Session

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from viewer.options import Options
    from viewer.reading import Reading
    from viewer.ui.screen import Screen


Remembered = tuple[str, str, str, bool]
"""A place as the settings keep it: kind, topic, section, and whether it is plain."""


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
    ) -> None:
        """``remembers`` tells that the first screen may be kept on disk."""
        self._options = options
        self._settings = settings
        self._installation = installation
        self._folders = folders
        self._report = report
        self._clinic_file = options.clinic or folders.clinic_file()
        self._read: Reading | None = None
        self._kept: Screen | None = None
        self._remembers = remembers

    def desk(self) -> Desk:
        """What reads packs, for the session."""
        reading = self._reading()
        return Desk(reading.navigator, reading.presenter, reading.finder)

    def picture(self, address: str) -> QImage | None:
        """The picture of a pack that is on the page."""
        return self._reading().pictures.resource(address)

    def begin(self, session: Session) -> None:
        """Show the first screen.

        Raises:
            RequestError: the library, topic, section or settings file is not there.
        """
        was = self._settings
        kept = first_screen.read_first_screen(self._folders.cache)
        if kept is not None and kept.kind in list(PageKind):
            remembered = (was.kind, was.topic, was.section, was.plain)
            print_now = first_screen.fingerprint(kept.topic_folder)
            made_from = (clinic_text(self._clinic_file), listing(kept.library), print_now)
            now = self._digest(session.drawing(), remembered, made_from)
            if print_now and now == kept.digest:
                self._kept = kept.screen
                place = Place(PageKind(kept.kind), _level(kept.plain), kept.topic, kept.section)
                session.begin(place, kept.screen, self._arrival(place))
                return
        place = self._reading().start(was)
        session.begin(place, None, self._arrival(place))

    def prepare(self, session: Session) -> None:
        """After the first paint: read what the next click needs, and keep this screen."""
        session.desk.finder.begin()
        if not session.moved:
            self._keep(session)

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
        reading = self._reading()
        topic_folder, print_then = reading.made_from(place)
        if not print_then:
            return
        remembered = (str(place.kind), place.topic, place.section, place.level is Level.PLAIN)
        made_from = (reading.clinic_text, reading.listing, print_then)
        digest = self._digest(drawn, remembered, made_from)
        library = [str(folder) for folder in reading.library.folders]
        first = FirstScreen(digest, *remembered, library, topic_folder, screen)
        first_screen.write_first_screen(self._folders.cache, first)
        self._kept = screen

    def _place_is_asked_for(self) -> bool:
        """Whether the options alone say where to begin."""
        asked = self._options
        return bool(asked.topic or asked.section or asked.plain)

    def _reading(self) -> Reading:
        if self._read is None:
            from viewer.reading import Reading  # late: a third of the time that Qt takes

            self._read = Reading(self._options, self._installation, self._clinic_file, self._report)
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
        before: Remembered | bool | None = remembered
        if asked.topic or asked.section:
            before = remembered[3] if asked.plain is None else None  # only the level counts
        elif asked.plain:
            before = None
        words = first_screen.fingerprint(str(self._installation.words))
        facts = (__version__, asked, before, drawn, words, made_from)
        return repr(facts)


def _level(plain: bool) -> Level:
    return Level.PLAIN if plain else Level.CLINICAL
