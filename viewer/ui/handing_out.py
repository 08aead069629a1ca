"""Opens the handout dialog on what is on the screen, and remembers how it was left."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from viewer.core.language import best_language
from viewer.core.level import Level
from viewer.core.locales import language_name
from viewer.core.place import PageKind, Place
from viewer.core.policy import Action
from viewer.handout.order import Order, Paper, PrintSize
from viewer.ui.fonts import load_letters
from viewer.ui.handout_dialog import HandoutDialog
from viewer.ui.handout_memory import LastHandout, read_last, write_last
from viewer.ui.handout_offer import Named, Offer
from viewer.ui.icons import Icons
from viewer.ui.key_list import Where
from viewer.ui.session import Session
from viewer.ui.system_paper import paper_territory
from viewer.ui.window import Window


class HandingOut(QObject):
    """One dialog at a time."""

    clinic_settings_requested = Signal()

    def __init__(self, window: Window, session: Session, icons: Icons, folder: Path | None) -> None:
        """``folder`` is where to remember the last choices; None: nowhere."""
        super().__init__(window)
        self._window, self._session, self._icons = window, session, icons
        self._folder = folder
        self._last = read_last(folder) if folder is not None else LastHandout()
        self._answers_clinic = False
        self._began_with: Order | None = None
        self._came_from: QWidget | None = None
        """What had the focus before."""
        self.dialog: HandoutDialog | None = None
        session.screen_changed.connect(self._dress)
        window.closing.connect(self._leave)

    def offer_clinic_settings(self) -> None:
        """Somebody answers ``clinic_settings_requested``."""
        self._answers_clinic = True

    def begin(self) -> None:
        """Open the dialog, if this visitor may and there is a topic."""
        session = self._session
        topic = session.handout_topic or session.desk.navigator.only_topic
        if self.dialog is not None or not topic or not session.allows(Action.MAKE_HANDOUT):
            return
        offer = self._offer(topic)
        self._began_with = offer.first
        self._came_from = self._window.focusWidget()
        load_letters(*(name for _, name in offer.languages))
        maker = session.desk.maker()
        dialog = HandoutDialog(self._window, self._icons, offer, maker, session.language)
        self.dialog = dialog
        dialog.folder = self._last.folder
        dialog.chosen.connect(self._note)
        dialog.output.saved_in.connect(self._note_folder)
        dialog.clinic_settings_requested.connect(self.clinic_settings_requested)
        dialog.finished.connect(self._close)
        if self._answers_clinic:
            dialog.offer_clinic_settings()
        if self._window.tools is not None:
            self._window.tools.helping.serve(dialog, Where.HANDOUT)
        self._dress()
        dialog.begin()

    def _offer(self, topic: str) -> Offer:
        session = self._session
        presenter, place = session.desk.presenter, session.history.place
        in_section = place.kind is PageKind.SECTION and bool(place.topic)
        return Offer(
            title=presenter.topic_title(topic),
            sections=partial(presenter.section_titles, topic),
            page=place.section if in_section else "",
            has_care=presenter.has_care(topic),
            languages=self._languages(),
            first=self._first(topic, place),
            may_print=session.allows(Action.PRINT),
            may_save=session.allows(Action.SAVE_FILE),
        )

    def _languages(self) -> Named:
        return tuple((tag, language_name(tag)) for tag in self._session.desk.languages)

    def _first(self, topic: str, place: Place) -> Order:
        """What is on the screen, printed as the last time, in the words that patients are given."""
        last, offered = self._last, self._session.desk.languages
        language = best_language(self._session.language, offered, self._session.language)
        return Order(
            topic=topic,
            sections=(place.section,) if place.kind is PageKind.SECTION else (),
            care=place.kind is PageKind.CARE,
            level=Level.PLAIN,
            language=language,
            beside=last.beside if last.beside in offered and last.beside != language else "",
            print_size=PrintSize(last.print_size or PrintSize.STANDARD),
            paper=self._paper(),
        )

    def _paper(self) -> Paper:
        """The sheet that was chosen last, else the clinic's, else that of the country."""
        return Paper(self._last.paper or self._session.desk.maker().paper(paper_territory()))

    def _note(self, order: Order) -> None:
        """How it is printed comes back the next time; what is printed never does."""
        first, last = self._began_with, self._last
        has_chosen = bool(last.paper) or (first is not None and order.paper is not first.paper)
        self._last = last._replace(
            print_size=order.print_size,
            beside=order.beside,
            paper=order.paper if has_chosen else "",  # else it goes on to follow the system
        )

    def _note_folder(self, folder: str) -> None:
        self._last = self._last._replace(folder=folder)
        if self.dialog is not None:
            self.dialog.folder = folder

    def _leave(self) -> None:
        if self.dialog is not None:
            self.dialog.close()

    def _close(self) -> None:
        self.dialog = None
        if self._folder is not None:
            write_last(self._folder, self._last)
        came_from, self._came_from = self._came_from, None
        if came_from is None or not isValid(came_from) or not came_from.isVisible():
            came_from = self._window.toolbar.at_hand(self._window.toolbar.handout)
        came_from.setFocus()

    def _dress(self) -> None:
        """Give the dialog the theme, the size and the clinic's settings that the session has."""
        if self.dialog is not None:
            maker, paper = self._session.desk.maker(), self._paper()
            if self._began_with is not None:
                self._began_with = replace(self._began_with, paper=paper)
            self.dialog.use(maker, self._languages(), paper)
            self.dialog.set_scale(*self._window.scale)
