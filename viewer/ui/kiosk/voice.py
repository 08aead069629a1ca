"""Listen: what fills the screen, read aloud; pressed again, it falls silent."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from viewer.core.locales import language_name
from viewer.core.packs.clinic import Clinic
from viewer.core.pages.spoken import TITLE, Utterance, utterances
from viewer.core.pages.values import WordsOf
from viewer.ui.kiosk.front import Front
from viewer.ui.kiosk.visit import Visit
from viewer.ui.speech import Speech


class Voice(QObject):
    """Knows what is shown, and has it said."""

    def __init__(
        self, visit: Visit, speech: Speech, words_of: WordsOf, clinic: Callable[[], Clinic]
    ) -> None:
        super().__init__(visit)
        self._visit, self._speech = visit, speech
        self._words_of, self._clinic = words_of, clinic
        self._said = ""
        """Which page is being read; another one ends it."""
        visit.front_changed.connect(self._front_changed)
        visit.wiped.connect(speech.stop)

    def toggle(self) -> None:
        """Read what is shown, or stop."""
        if self._speech.is_speaking:
            self._speech.stop()
            return
        self._visit.note_use()
        self._said = self._shown
        self._speech.speak(self._utterances())

    def _front_changed(self) -> None:
        """Another page, or the same in another language, is not the one that is being read."""
        if self._speech.is_speaking and self._shown != self._said:
            self._speech.stop()

    @property
    def _shown(self) -> str:
        return repr((self._visit.stop, self._visit.place, self._visit.language))

    def _utterances(self) -> tuple[Utterance, ...]:
        visit, clinic, language = self._visit, self._clinic(), self._visit.language
        if visit.place is not None:
            page = visit.presenter.page(visit.place)
            numbers = (clinic.emergency_number, clinic.care_team_phone)
            return utterances(page, self._words_of, numbers, language)
        if visit.stop.front is Front.LANGUAGES:
            return tuple(Utterance(language_name(tag), tag, TITLE) for tag in visit.languages)
        return tuple(Utterance(text, language, TITLE) for text in visit.presenter.said(visit.stop))
