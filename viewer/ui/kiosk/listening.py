"""What the bar shows and asks while something is read aloud, and what a visitor is told of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from viewer.core.locales import format_number
from viewer.ui.kiosk.bar import KioskBar
from viewer.ui.kiosk.hearing_row import Heard
from viewer.ui.kiosk.visit import Visit
from viewer.ui.kiosk.voice import STEPS, Voice


class Listening(QObject):
    """Puts the bar and the voice together."""

    def __init__(
        self, visit: Visit, voice: Voice, bar: KioskBar, say: Callable[[str], None]
    ) -> None:
        """``say`` shows a sentence."""
        super().__init__(visit)
        self._visit, self._voice, self._bar, self._say = visit, voice, bar, say
        self._is_spoken = self._is_warned = False
        bar.listen_requested.connect(self._toggle)
        bar.hearing.pause_requested.connect(self._pause)
        bar.hearing.volume_requested.connect(self._make_louder)
        bar.hearing.speed_requested.connect(self._make_faster)
        voice.changed.connect(self._show)
        visit.wiped.connect(self._forget)

    @property
    def headphones(self) -> str:
        """What whoever listens in a waiting room has to know."""
        return self.tr("Use headphones if you have them. Others can hear the sound.")

    def show_spoken(self, on: bool) -> None:
        """Show what changes the sound as long as the spoken mode is on."""
        self._is_spoken = on
        self._show()

    def _toggle(self) -> None:
        self._voice.toggle()
        if self._voice.is_reading and not self._is_warned:
            self._is_warned = True
            if not self._is_spoken:  # which has said so at its beginning
                self._say(self.headphones)

    def _pause(self) -> None:
        self._visit.note_use()
        self._voice.pause_or_go_on()

    def _make_louder(self, steps: int) -> None:
        self._visit.note_use()
        self._voice.make_louder(steps)
        self._say(self._step(self.tr("Volume {} of {}"), self._voice.volume))

    def _make_faster(self, steps: int) -> None:
        self._visit.note_use()
        self._voice.make_faster(steps)
        self._say(self._step(self.tr("Speed {} of {}"), self._voice.speed))

    def _step(self, words: str, step: int) -> str:
        language = self._visit.language
        return words.format(format_number(step, language), format_number(STEPS, language))

    def _show(self) -> None:
        voice = self._voice
        self._bar.show_hearing(
            Heard(
                voice.is_reading,
                voice.is_paused,
                self._is_spoken,
                (voice.volume, STEPS),
                (voice.speed, STEPS),
            )
        )

    def _forget(self) -> None:
        self._is_warned = False
        self._show()
