"""The spoken mode, for a visitor who cannot see: what they touch is said, a second touch chooses.

It is turned on without sight, by a finger that stays on the glass or by F4. It has no list of what
is shown: what is announced to a screen reader is said, and what lies under the finger.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from viewer.core.pages.said_again import as_said
from viewer.core.pages.spoken import Utterance
from viewer.ui.announcing import AnnouncingWindow
from viewer.ui.kiosk.explorer import Explorer
from viewer.ui.kiosk.front import Front
from viewer.ui.kiosk.listening import Listening
from viewer.ui.kiosk.page import KioskPageView
from viewer.ui.kiosk.pin_dots import PinDots
from viewer.ui.kiosk.still_there import StillThere
from viewer.ui.kiosk.under_finger import Target, UnderFinger
from viewer.ui.kiosk.visit import Visit
from viewer.ui.kiosk.voice import Voice
from viewer.ui.speech import Speech


class SpokenMode(QObject):
    """Is on for one visitor; the wipe ends it."""

    turned = Signal(bool)

    def __init__(
        self,
        window: AnnouncingWindow,
        visit: Visit,
        explorer: Explorer,
        voices: tuple[Voice, Speech],
        is_by_key: Callable[[], bool],
        listening: Listening,
    ) -> None:
        """``is_by_key``: whether the window was used by a keyboard last."""
        super().__init__(window)
        self._visit, self._explorer = visit, explorer
        self._voice, self._speech = voices
        self._under = UnderFinger(window, lambda: self._voice.page_language)
        self.is_on = self._is_asked = False
        self._listening = listening
        self._last: Target | None = None
        self._is_second = self._is_off_said = False
        self._lacking = ""
        """The language for which a voice has just been found to lack."""
        self._is_by_key = is_by_key
        self._focused: Target | None = None
        self._again: QPoint | None = None
        """Where something has been chosen, which may be different now."""
        self._shown: object = None
        self._soon: list[Utterance] = []
        self._flush = QTimer(self)
        self._flush.setSingleShot(True)
        self._flush.setInterval(0)
        self._flush.timeout.connect(self._say_all)
        explorer.came.connect(self._come)
        explorer.went.connect(self._choose)
        explorer.passes = self._under.is_secret
        explorer.is_busy = lambda: not self._voice.is_silent
        self._speech.changed.connect(self._begin)
        self._speech.lacks.connect(self._lack)
        self._speech.said.connect(self._look_whether_heard)
        for view in window.findChildren(KioskPageView):
            view.link_shown.connect(self._link_shown)
        visit.front_changed.connect(self._tell_how)
        visit.wiped.connect(self._end)
        window.announced.connect(self._hear)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    # --- on and off -------------------------------------------------------------------

    def toggle(self) -> None:
        """Turn it on, or off again."""
        if self.is_on:
            self._turn(on=False)
            self._voice.say(self._off)
            self._is_off_said = True
        else:
            self._visit.note_use()
            self._is_asked = True  # it is on once there is something to hear, and not before
            self._voice.say(self._introduction)

    @property
    def _introduction(self) -> tuple[Utterance, ...]:
        words = (
            self.tr("Spoken mode is on."),
            self._listening.headphones,
            self.tr("Touch the screen to hear what is under your finger."),
            self.tr("Touch the same thing again to choose it."),
            self.tr("On a keyboard, press Tab to move to the next thing, and Enter to choose it."),
            self.tr(
                "To turn spoken mode off, hold one finger still in the middle of the screen"
                " for 3 seconds, or press F4."
            ),
        )
        return self._voice.utterances_of(" ".join(words))

    @property
    def _off(self) -> tuple[Utterance, ...]:
        return self._voice.utterances_of(self.tr("Spoken mode is off."))

    def _begin(self) -> None:
        if self._is_asked and self._speech.current is not None:
            self._turn(on=True)

    def _turn(self, *, on: bool) -> None:
        self._is_asked, self._last, self._shown = False, None, self._now_shown
        self._focused = self._again = None
        self._is_second = False
        self._soon.clear()
        self._flush.stop()
        if self.is_on is not on:
            self.is_on = self._explorer.is_on = on
            self.turned.emit(on)

    def _lack(self, language: str) -> None:
        self._lacking = language

    def _look_whether_heard(self, why: str) -> None:
        """Something was not heard: if nothing is, the screen is used by sight, as before.

        Where a voice lacks for a language that is not that of the controls, it goes on in theirs.
        """
        lacking, self._lacking = self._lacking, ""
        goes_on = lacking not in ("", self._visit.language)
        QTimer.singleShot(0, self, lambda: self._tell_why(why) if goes_on else self._give_up())

    def _tell_why(self, why: str) -> None:
        if self.is_on and (not self._voice.is_reading or self._voice.is_paused):
            self._voice.say(self._voice.utterances_of(why))

    def _give_up(self) -> None:
        if not self._speech.is_speaking:
            self._turn(on=False)

    def _end(self) -> None:
        self._turn(on=False)

    def let_go(self) -> None:
        """The kiosk ends."""
        self._turn(on=False)

    # --- touching ---------------------------------------------------------------------

    def _come(self, point: QPoint, is_first: bool) -> None:
        target = self._under.at(point)
        is_same = _is_same(target, self._last)
        self._is_second = is_first and is_same
        if is_same:
            return
        self._last = target
        if target is not None:
            self._say_now(target)

    def _choose(self, point: QPoint) -> None:
        target = self._under.at(point)
        if target is None or not self._is_second or not _is_same(target, self._last):
            return
        if target.choose is None:
            self._say_now(target)
            return
        self._soon.clear()
        self._is_off_said = False
        target.choose()
        if not self.is_on:
            if not self._is_off_said:
                self._voice.say(self._off)
        elif not self._voice.is_reading or self._voice.is_paused:
            self._again = point
            self._flush.start()

    def _say_now(self, target: Target) -> None:
        self._soon.clear()
        self._flush.stop()
        self._voice.say(self._utterances(target))

    def _utterances(self, target: Target) -> tuple[Utterance, ...]:
        said: list[Utterance] = []
        page = self._voice.page_utterances
        for words, language in target.said:
            heard = self._voice.utterances_of(words, language)
            said += as_said(heard, page, is_heading=target.is_heading) if language else heard
        return tuple(said)

    # --- what changes -----------------------------------------------------------------

    @property
    def _now_shown(self) -> object:
        return self._visit.stop, self._visit.place

    def _hear(self, widget: QWidget, words: str) -> None:
        """What is announced to a screen reader; never how many digits of a PIN there are."""
        if self.is_on and not isinstance(widget, PinDots) and words != self._speech.problem:
            how = self.tr("To keep using this screen, touch it twice.")
            asks = isinstance(widget, StillThere)
            self._soon += self._voice.utterances_of(f"{words} {how}" if asks else words)
            self._flush.start()

    def _tell_how(self) -> None:
        """Another page: its title has been announced."""
        if not self.is_on or self._now_shown == self._shown:
            return
        self._shown, self._last = self._now_shown, None
        if self._visit.stop.front is Front.PAGE:
            words = self.tr("To hear this page, choose Listen. Or touch its words.")
            self._soon += self._voice.utterances_of(words)
            self._flush.start()

    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        if self.is_on and now is not None and self._is_by_key():
            link = self._under.link_of(now) if isinstance(now, KioskPageView) else None
            self._focused = link or self._under.of(now)
            self._flush.start()

    def _link_shown(self, address: str) -> None:
        """Tab goes from link to link of a page, which keeps the focus."""
        view = QApplication.focusWidget()
        if self.is_on and address and self._is_by_key() and isinstance(view, KioskPageView):
            self._focused = self._under.link_of(view)
            self._flush.start()

    def _say_all(self) -> None:
        """What has been announced in one turn, then where the focus is; else what was chosen."""
        said, focused, again = tuple(self._soon), self._focused, self._again
        self._soon.clear()
        self._focused = self._again = None
        if focused is not None:
            said += self._utterances(focused)
        target = self._under.at(again) if again is not None and not said else None
        if target is not None and _is_same(target, self._last):
            said = self._utterances(target)
        if said and self.is_on:
            self._voice.say(said)


def _is_same(one: Target | None, other: Target | None) -> bool:
    return one is not None and other is not None and one.what == other.what
