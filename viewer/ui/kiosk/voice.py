"""Listen: what fills the screen, read aloud, so loud and so fast as this visitor wants it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from viewer.core.locales import language_name
from viewer.core.packs.clinic import Clinic
from viewer.core.pages.spoken import TITLE, Utterance, said_of, utterances
from viewer.core.pages.values import WordsOf
from viewer.ui.kiosk.front import Front
from viewer.ui.kiosk.presenter import KioskPresenter
from viewer.ui.kiosk.visit import Visit
from viewer.ui.speech import Speech

STEPS = 5
"""Of loudness, and of speed."""
USUAL = 3
"""The step with which each visitor begins."""
_SPEED = 0.2
"""What a step of speed is of what a voice can do."""


class _Told(NamedTuple):
    """What the words of a page depend on."""

    shown: str
    numbers: tuple[str, str]
    presenter: KioskPresenter
    """Another one has other content, or other settings of the clinic."""

    def is_as(self, other: _Told) -> bool:
        """Whether they are the same words."""
        return self[:2] == other[:2] and self.presenter is other.presenter


class Voice(QObject):
    """Knows what is shown, and has it said."""

    changed = Signal()
    """It reads, rests or is silent, or is louder or faster than before."""

    def __init__(
        self, visit: Visit, speech: Speech, words_of: WordsOf, clinic: Callable[[], Clinic]
    ) -> None:
        super().__init__(visit)
        self._visit, self._speech = visit, speech
        self._words_of, self._clinic = words_of, clinic
        self._said = ""
        """Which page is being read; another one ends it."""
        self._reading: tuple[Utterance, ...] = ()
        self._at = 0
        """Which of them is being read."""
        self._first = 0
        """With which of them the voice has begun."""
        self._kept: tuple[_Told, tuple[str, tuple[Utterance, ...]]] | None = None
        """What is said of the page that was asked for last."""
        self._is_aside = False
        """Something else is being said, or was since; the reading waits."""
        self._volume = self._speed = USUAL
        self._tune()
        speech.changed.connect(self._heed)
        visit.front_changed.connect(self._front_changed)
        visit.wiped.connect(self._forget)

    # --- reading ----------------------------------------------------------------------

    @property
    def is_reading(self) -> bool:
        """Whether what is shown is being read, or waits to be read on."""
        return bool(self._reading)

    @property
    def is_paused(self) -> bool:
        """Whether the reading waits."""
        return self.is_reading and (self._is_aside or self._speech.is_paused)

    @property
    def is_silent(self) -> bool:
        """Whether nothing is to be heard now."""
        return not self._speech.is_speaking or self._speech.is_paused

    def toggle(self) -> None:
        """Read what is shown, or stop."""
        if self.is_reading:
            self.stop()
            return
        self._visit.note_use()
        self._said = self._shown
        self._reading = self._utterances()
        self._read_from(0)

    def stop(self) -> None:
        """Say no more."""
        self._reading, self._is_aside = (), False
        self._speech.stop()
        self.changed.emit()

    def pause_or_go_on(self) -> None:
        """Rest, or go on with the sentence in which the reading has stopped."""
        if self._is_aside:
            self._read_from(self._at)
        elif self._speech.is_paused:
            self._speech.resume()
        else:
            self._speech.pause()

    def say(self, said: Iterable[Utterance]) -> None:
        """Say something else now; a reading waits until it is asked to go on."""
        self._is_aside = True
        self._speech.speak(said)

    def utterances_of(self, words: str, language: str = "") -> tuple[Utterance, ...]:
        """Words as they are said, in a language, or in that of the controls."""
        return tuple(said_of((words,), language or self._visit.language, self._numbers))

    @property
    def page_utterances(self) -> tuple[Utterance, ...]:
        """All that is said of the page that is shown; empty where none is."""
        return self._kept_page[1] if self._visit.place is not None else ()

    @property
    def page_language(self) -> str:
        """Of the page that is shown: it may have no text in the language of the controls."""
        return self._kept_page[0] if self._visit.place is not None else self._visit.language

    @property
    def _kept_page(self) -> tuple[str, tuple[Utterance, ...]]:
        """Whoever touches word by word asks for it each time."""
        presenter, numbers = self._visit.presenter, self._numbers
        told = _Told(self._shown, numbers, presenter)
        if self._kept is None or not self._kept[0].is_as(told):
            place = self._visit.place
            assert place is not None
            page = presenter.heard(place)
            said = utterances(page, self._words_of, numbers, self._visit.language)
            self._kept = (told, (page.language, said))
        return self._kept[1]

    def _read_from(self, at: int) -> None:
        self._at, self._is_aside = at, False
        self._first = at
        self._speech.speak(self._reading[at:])

    def _heed(self) -> None:
        if not self._is_aside:
            if self._speech.at is not None:
                self._at = self._first + self._speech.at
            elif not self._speech.is_speaking:
                self._reading = ()
        self.changed.emit()

    def _front_changed(self) -> None:
        """Another page, or the same in another language, is not the one that is being read."""
        if self._reading and self._shown != self._said:
            self._reading = ()
            if not self._is_aside:
                self._speech.stop()
            self.changed.emit()

    def _forget(self) -> None:
        """The next visitor hears it as loud and as fast as the first one did."""
        self.stop()
        self._kept = None
        self._volume = self._speed = USUAL
        self._tune()

    # --- loudness and speed -----------------------------------------------------------

    @property
    def volume(self) -> int:
        """The step of loudness, from 1 to ``STEPS``."""
        return self._volume

    @property
    def speed(self) -> int:
        """The step of speed, from 1 to ``STEPS``."""
        return self._speed

    def make_louder(self, steps: int) -> None:
        """So many steps louder, or quieter where negative."""
        self._volume = min(max(self._volume + steps, 1), STEPS)
        self._tune()

    def make_faster(self, steps: int) -> None:
        """So many steps faster, or slower where negative."""
        self._speed = min(max(self._speed + steps, 1), STEPS)
        self._tune()

    def _tune(self) -> None:
        self._speech.set_volume(self._volume / STEPS)
        self._speech.set_rate((self._speed - USUAL) * _SPEED)
        self.changed.emit()

    # --- what is shown ----------------------------------------------------------------

    @property
    def _shown(self) -> str:
        return repr((self._visit.stop, self._visit.place, self._visit.language))

    @property
    def _numbers(self) -> tuple[str, str]:
        clinic = self._clinic()
        return clinic.emergency_number, clinic.care_team_phone

    def _utterances(self) -> tuple[Utterance, ...]:
        visit, numbers, language = self._visit, self._numbers, self._visit.language
        if visit.place is not None:
            return self.page_utterances
        if visit.stop.front is Front.LANGUAGES:  # each in its own voice
            return tuple(Utterance(language_name(tag), tag, TITLE) for tag in visit.languages)
        return tuple(said_of(visit.presenter.said(visit.stop), language, numbers))
