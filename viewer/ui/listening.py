"""Listen: has the page read aloud, marks the sentence that is said, and keeps it in sight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from viewer.core.packs.clinic import Clinic
from viewer.core.pages.spoken import Utterance, utterances
from viewer.core.pages.values import WordsOf
from viewer.ui.announcing import announce
from viewer.ui.desk import Arrival
from viewer.ui.focus_back import put_away
from viewer.ui.heard_page import HeardPage, Sentence
from viewer.ui.listening_bar import ListeningBar
from viewer.ui.session import Session
from viewer.ui.speech import Speech
from viewer.ui.voice_speed import FASTEST, SLOWEST, VoiceSpeed
from viewer.ui.window import Window


class Listening(QObject):
    """Stands between the page, the voice and the strip."""

    def __init__(
        self,
        window: Window,
        session: Session,
        speech: Speech,
        speed: VoiceSpeed,
        words_of: WordsOf,
        clinic: Callable[[], Clinic],
    ) -> None:
        super().__init__(window)
        self._window, self._session, self._view = window, session, window.view
        self._speech, self._speed = speech, speed
        self._words_of, self._clinic = words_of, clinic
        self._reading: tuple[Sentence, ...] = ()
        """What has been given to the voice."""
        self._page: tuple[object, ...] = ()
        """Which page it is of."""
        self._said: tuple[Utterance, ...] = ()
        """All that the page says."""
        self._was_heard_out: tuple[object, ...] = ()
        """The page that was last read to its end."""
        self._before: QWidget | None = None
        """What had the focus before the strip."""
        self.bar = ListeningBar()
        self._put_in_window()
        self._connect()

    def _put_in_window(self) -> None:
        window = self._window
        if window.tools is not None:
            window.tools.put_under_page(self.bar, self.escape)
            window.tools.pause_requested.connect(self.pause)
        window.regions.add(self.bar, self.bar)
        window.installEventFilter(self)
        self.bar.set_language(self._session.language)
        self._dress()

    def _connect(self) -> None:
        bar, session, speech = self.bar, self._session, self._speech
        bar.pause_requested.connect(self.pause)
        bar.slower_requested.connect(self._speed.slower)
        bar.faster_requested.connect(self._speed.faster)
        bar.stop_requested.connect(self.stop)
        self._speed.changed.connect(self._change_speed)
        session.language_changed.connect(bar.set_language)
        session.screen_changed.connect(self._look)
        speech.changed.connect(self._show)
        speech.said.connect(self._tell)
        self._window.closing.connect(speech.close)
        QApplication.instance().focusChanged.connect(self._note_focus)  # type: ignore[union-attr]

    # --- asking -------------------------------------------------------------------

    def toggle(self) -> None:
        """Read what the reader means, or stop."""
        if self._speech.is_speaking:
            self.stop()
            return
        page = self._heard()
        is_again = self._was_heard_out == self._shown and page.selected_from is None
        self._begin(page, page.all if is_again else page.meant())

    def begin_at(self, position: int) -> None:
        """Read from the sentence on that stands there."""
        page = self._heard()
        self._begin(page, page.beginning_at(position))

    def pause(self) -> None:
        """Be silent until it is asked for again, or go on with the sentence."""
        if self._speech.is_paused:
            self._speech.resume()
        elif self._speech.is_speaking:
            self._speech.pause()
            announce(self.bar, self.bar.place.text())

    def stop(self) -> None:
        """Read no more, and put the strip away."""
        self._speech.stop()
        self._put_away()
        self._was_heard_out = ()

    def escape(self) -> bool:
        """The same, if something is read or said; whether it was."""
        is_there = not self.bar.isHidden()
        if is_there:
            self.stop()
        return is_there

    # --- reading ------------------------------------------------------------------

    @property
    def _shown(self) -> tuple[object, ...]:
        return (self._session.history.place, self._session.language)

    def _heard(self) -> HeardPage:
        """The page that is shown, as it is heard."""
        session, clinic = self._session, self._clinic()
        page = session.desk.presenter.page(session.history.place)
        numbers = (clinic.emergency_number, clinic.care_team_phone)
        said = utterances(page, self._words_of, numbers, session.language)
        return HeardPage(self._view, page, said)

    def _begin(self, page: HeardPage, sentences: tuple[Sentence, ...]) -> None:
        self._reading, self._page = sentences, self._shown
        self._said = tuple(each.said for each in page.all)
        self._was_heard_out = ()
        if (position := page.selected_from) is not None:
            self._view.focus.go_on_from(position)  # the mark takes the selection's place
        self.bar.begin()
        self._show_speed()
        self._speech.set_rate(self._speed.rate)
        self._speech.speak(each.said for each in sentences)

    def _look(self, arrival: Arrival) -> None:
        """Another page is not the one that is read; the same in other clothes is marked anew."""
        self._dress()
        if not self._speech.is_speaking:
            if not arrival.stay or arrival.translated:
                self._put_away()
        elif self._shown != self._page or not self._find_again():
            self.stop()
        else:
            self._mark()

    def _find_again(self) -> bool:
        """Where the sentences stand now; whether the page still says them."""
        every = self._heard().all
        if tuple(each.said for each in every) != self._said:
            return False
        self._reading = tuple(every[each.at] if each.at >= 0 else each for each in self._reading)
        return True

    def _show(self) -> None:
        """The voice has come to another sentence, has paused, or is silent."""
        speech = self._speech
        self._window.toolbar.show_listening(on=speech.is_speaking)
        if speech.is_speaking:
            at = 0 if speech.at is None else speech.at + 1
            self.bar.show_place(at, len(self._reading), paused=speech.is_paused)
            self._mark()
            return
        self._view.marks.show_spoken(())
        if speech.problem:
            self.bar.show_message(speech.problem)
            self.bar.show_end()
        elif not self.bar.isHidden():
            self._was_heard_out = self._page
            self._put_away()

    def _mark(self) -> None:
        at = self._speech.at
        self._view.marks.show_spoken(() if at is None else self._reading[at].parts)

    def _tell(self, words: str) -> None:
        self.bar.show_message(words)
        announce(self.bar, words)

    # --- the strip ------------------------------------------------------------------

    def _change_speed(self) -> None:
        self._speech.set_rate(self._speed.rate)
        announce(self.bar, self._show_speed())

    def _show_speed(self) -> str:
        step = self._speed.step
        return self.bar.show_speed(step, slower=step > SLOWEST, faster=step < FASTEST)

    def _note_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        bar = self.bar
        if now is not None and before is not None and bar.isAncestorOf(now):
            self._before = self._before if bar.isAncestorOf(before) else before

    def _put_away(self) -> None:
        """Hide the strip; its focus goes back to where it came from."""
        before, self._before = self._before, None
        put_away(self.bar, before, self._view)
        self._window.toolbar.show_listening(on=False)

    def _dress(self) -> None:
        self.bar.set_scale(self._window.scale[1])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A question or a dialog over the window takes the reader's mind: the voice waits."""
        if event.type() == QEvent.Type.WindowBlocked and not self._speech.is_paused:
            self._speech.pause()
        return super().eventFilter(watched, event)
