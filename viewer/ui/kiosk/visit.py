"""What one visitor of a kiosk does, from the first touch until nothing of it is left."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject, Signal

from viewer.core.level import Level
from viewer.core.links import Link, LinkKind, parse_link
from viewer.core.place import PageKind, Place
from viewer.core.search.results import Results
from viewer.core.tile import Tile, TileKind
from viewer.ui.desk import Arrival, Choices, Finder
from viewer.ui.kiosk import scale
from viewer.ui.kiosk.front import Front, Stop
from viewer.ui.kiosk.presenter import KioskPresenter
from viewer.ui.kiosk.print_order import can_be_printed
from viewer.ui.session import Session

CONTRAST = "contrast"
"""The theme that the button Contrast gives."""


class Visit(QObject):
    """Says what is shown; the window shows it."""

    front_changed = Signal()
    """Another front, or the same one in other words or sizes."""
    page_coming = Signal()
    """A page is about to be written, for the room that it will have."""
    wiped = Signal()
    """Nothing of the last visitor is left here; the window wipes what it has."""
    used = Signal()
    """Somebody has begun: Home is not as the clinic left it any more."""

    more_found = Signal()
    """The same question may find more than before."""

    def __init__(
        self, session: Session, first: Callable[[], Choices], only_topic: Callable[[], str]
    ) -> None:
        """``first`` is how the clinic begins; ``only_topic`` the library's single one, or empty."""
        super().__init__()
        self._session, self._first, self._only_topic = session, first, only_topic
        self._trail: list[Stop] = []
        self._finder: Finder | None = None
        """The one that is heard."""
        self.is_fresh = True
        """Home as the clinic left it: nobody is there."""
        session.screen_changed.connect(self._page_shown)
        session.term_requested.connect(self._open_term)

    @property
    def stop(self) -> Stop:
        """Where the visitor is."""
        return self._trail[-1] if self._trail else Stop(Front.HOME)

    @property
    def presenter(self) -> KioskPresenter:
        """What reads packs for this visitor."""
        return cast("KioskPresenter", self._session.desk.presenter)

    @property
    def place(self) -> Place | None:
        """The page that is shown; None on Home and on lists."""
        return self._session.history.place if self.stop.front is Front.PAGE else None

    @property
    def can_be_printed(self) -> bool:
        """Whether what is shown is a page that somebody can take home."""
        return self.place is not None and can_be_printed(self.place)

    @property
    def language(self) -> str:
        """What this visitor reads."""
        return self._session.language

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that are offered."""
        return tuple(self._session.desk.languages)

    @property
    def high_contrast(self) -> bool:
        """Whether the visitor has asked for it."""
        return self._session.theme_name == CONTRAST

    # --- beginning and ending -----------------------------------------------------------

    def wipe(self) -> None:
        """Forget the visitor: page, way, size, colours and language are the clinic's again."""
        self._trail = []
        self._session.forget(self._first(), Place(PageKind.HOME, Level.PLAIN))
        self.wiped.emit()
        self.is_fresh = True  # only now: Home that is scrolled back to its top is no use of it
        self.front_changed.emit()

    def note_use(self) -> None:
        """Something has been touched that leaves a trace."""
        if self.is_fresh:
            self.is_fresh = False
            self.used.emit()

    # --- going --------------------------------------------------------------------------

    def open_tile(self, tile: Tile) -> None:
        """Follow a tile of Home."""
        if tile.kind is TileKind.TOPICS or tile.place is None:
            self.open_list(self._only_topic())
        else:
            self.open_page(tile.place)

    def open_list(self, topic: str = "") -> None:
        """Show all topics, or all pages of one; they can be searched."""
        self._prepare_search()
        self._go(Stop(Front.LIST, topic))

    def found(self, text: str) -> Results:
        """What this visitor finds."""
        return self._session.desk.finder.search(text, self.language, Level.PLAIN)

    @property
    def finds_more_soon(self) -> bool:
        """Whether the texts are not searched yet, but will be."""
        return self._session.desk.finder.is_preparing

    def _prepare_search(self) -> None:
        finder = self._session.desk.finder
        if finder is not self._finder:
            self._finder = finder
            finder.changed.connect(self.more_found)
        finder.begin()

    def open_languages(self) -> None:
        """Show all languages."""
        self._go(Stop(Front.LANGUAGES))

    def open_help(self) -> None:
        """Show when to get help: of this page's topic, else of all."""
        if place := self._help_place:
            self.open_page(place)

    @property
    def helps(self) -> bool:
        """Whether there is a page about getting help."""
        return self._help_place is not None

    @property
    def _help_place(self) -> Place | None:
        place, screen = self.place, self._session.screen
        if place is not None and place.topic and screen is not None and screen.help:
            return Place(PageKind.SECTION, Level.PLAIN, place.topic, screen.help)
        return self.presenter.help_place()

    def open_row(self, target: str) -> None:
        """Follow a row of a list."""
        kind, _, topic = target.partition(":")
        if kind == "glossary":
            self.open_page(Place(PageKind.GLOSSARY, Level.PLAIN, topic))
            return
        link = parse_link(target)
        if link.kind is LinkKind.TOPIC:
            self.open_list(link.target)
        elif link.kind is LinkKind.TERM:
            self._open_link_term(link)
        elif place := self._session.desk.navigator.link(link, self._session.history.place):
            self.open_page(place, link.anchor)

    def open_page(self, place: Place, anchor: str = "") -> None:
        """Show a page; from Home or a list a new way begins."""
        self.note_use()
        self._leave_languages()
        if self.stop.front is Front.PAGE:
            self._session.open_place(place, anchor)
            return
        self._trail.append(Stop(Front.PAGE))
        self.page_coming.emit()
        self._session.begin(place, None, Arrival(anchor))

    def back(self) -> None:
        """The page before, or the list or Home that it was opened from."""
        if self.stop.front is Front.PAGE and self._session.history.can_go_back:
            self._session.back()
        elif self._trail:
            if self._trail.pop().front is Front.PAGE:
                self._session.put_away()
            self.front_changed.emit()

    def home(self) -> None:
        """Home, in the words and sizes of this visitor."""
        self._trail = []
        self._session.put_away()
        self.front_changed.emit()

    # --- looking ------------------------------------------------------------------------

    def choose_language(self, tag: str) -> None:
        """The same front in another language; from the list of languages, the one before it."""
        self.note_use()
        self._leave_languages()
        if self.stop.front is Front.PAGE:
            self._session.choose_language(tag)
        else:
            self._session.set_language(tag)
        self.front_changed.emit()

    def larger(self) -> None:
        """One step larger text."""
        self._set_percent(scale.larger(self._session.percent))

    def smaller(self) -> None:
        """One step smaller text."""
        self._set_percent(scale.smaller(self._session.percent))

    def toggle_contrast(self) -> None:
        """High contrast, or the clinic's colours again."""
        self.note_use()
        self._session.choose_theme(self._first().theme if self.high_contrast else CONTRAST)
        self.front_changed.emit()

    def _set_percent(self, percent: int) -> None:
        self.note_use()
        self._session.set_percent(percent)
        self.front_changed.emit()

    def _go(self, stop: Stop) -> None:
        self.note_use()
        if stop != self.stop:
            self._trail.append(stop)
        self.front_changed.emit()

    def _leave_languages(self) -> None:
        """Nobody comes back to the list of languages, but to what they were at before."""
        if self.stop.front is Front.LANGUAGES:
            self._trail.pop()

    def _page_shown(self) -> None:
        """A link of a page, or Back, has led to another; where that has gone, to Home."""
        if self._session.history.place.kind is PageKind.HOME:
            self.home()
        else:
            self.front_changed.emit()

    def _open_term(self, address: str) -> None:
        self._open_link_term(parse_link(address))

    def _open_link_term(self, link: Link) -> None:
        """A word's meaning stands on the page of all words; nothing pops up on a kiosk."""
        self.open_page(Place(PageKind.GLOSSARY, Level.PLAIN, link.topic), link.target)
