"""Reads a page aloud, sentence by sentence, by a process of its own that may hang or crash."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.core.pages.spoken import Utterance
from viewer.ui.python_process import RUN_MODULE
from viewer.ui.voice_process import PATIENCE, VoiceProcess

COMMAND = (*RUN_MODULE, "viewer.speaking")
STARTS_WITHIN = 12_000
"""Milliseconds; naming its voices takes the usual service two seconds."""
BEGINS_WITHIN = 5_000
"""Milliseconds from asking for a sentence to its first sound."""
ENDS_WITHIN, FOR_EACH_CHARACTER = 5_000, 150
"""Milliseconds; a slow voice says ten characters a second, at the slowest rate five."""
STOPS_WITHIN = 1_000
FASTEST = 80
"""Characters a second, which no voice says: whatever is so fast makes no sound."""
TELLING = 20
"""Characters of a sentence long enough to be timed."""
UNHEARD = 3
"""Sentences without sound, one after the other, that are no chance."""


class Speech(QObject):
    """One voice, which says one thing at a time."""

    changed = Signal()
    """It speaks, pauses, or is silent, or has come to another sentence."""
    said = Signal(str)
    """A sentence for the listener on why something is not heard."""
    lacks = Signal(str)
    """No voice speaks this language; others are heard. ``said`` follows."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        engine: str = "",
        command: Sequence[str] = COMMAND,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """``engine`` is Qt's name for the one to use; empty: the best that makes a sound."""
        super().__init__(parent)
        self._process = VoiceProcess(self, (*command, *filter(None, [engine])))
        self._process.answered.connect(self._heed)
        self._process.lost.connect(self._lose)
        self._now = now
        self._is_ready = False
        self._may_retry = False
        """Whether a process that fails is worth another: it may have been idle for days."""
        self._all: tuple[Utterance, ...] = ()
        """What is to be said; the others count in it."""
        self._waiting: deque[int] = deque()
        self._at: int | None = None
        """What is being said, or was when it paused."""
        self._is_paused = False
        self._how: dict[str, float] = {}
        """Rate and volume, once they have been chosen; until then they are the service's own."""
        self._number = 0
        """Of the last request; answers to others count no more."""
        self._began = 0.0
        self._unheard = 0
        """Sentences without a sound, one after the other."""
        self._was_heard = False
        self._problem = ""
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._give_up)

    @property
    def is_speaking(self) -> bool:
        """Whether something is being said, or soon will be, or waits while it is paused."""
        return self._at is not None or bool(self._waiting)

    @property
    def is_paused(self) -> bool:
        """Whether it is silent until ``resume``, and then goes on with the same sentence."""
        return self._is_paused

    @property
    def current(self) -> Utterance | None:
        """What is being said."""
        return None if self._at is None else self._all[self._at]

    @property
    def at(self) -> int | None:
        """Which of all that it was given that is, from 0."""
        return self._at

    @property
    def problem(self) -> str:
        """A sentence on why nothing could be heard the last time; empty: it could."""
        return self._problem

    def begin(self) -> None:
        """Start the process before it is needed, for that takes two seconds."""
        self._process.start()

    def speak(self, utterances: Iterable[Utterance]) -> None:
        """Say these, one after the other, instead of whatever is being said."""
        self._forget()
        self._problem, self._was_heard, self._may_retry = "", False, True
        self._all = tuple(utterances)
        self._waiting.extend(range(len(self._all)))
        if self._waiting:
            self._say_next()
        self.changed.emit()

    def stop(self) -> None:
        """Fall silent at once; nothing stays to be said."""
        was_speaking = self.is_speaking
        self._forget()
        if was_speaking:
            self._fall_silent()
            self.changed.emit()

    def pause(self) -> None:
        """Fall silent at once, until ``resume``. What speaks is stopped, for services hang at less.

        Nothing ends a pause but ``resume``, ``stop`` or another text: whoever pauses sees to it.
        """
        if self.is_speaking and not self._is_paused:
            self._is_paused = True
            self._fall_silent()
            self.changed.emit()

    def resume(self) -> None:
        """Go on, from the beginning of the sentence in which it paused."""
        if self._is_paused:
            self._is_paused, self._may_retry = False, True
            self._say_again()
            self.changed.emit()

    def set_rate(self, rate: float) -> None:
        """How fast, from -1 to 1, where 0 is as usual; the present sentence begins again."""
        self._speak_like(rate=min(1.0, max(-1.0, rate)))

    def set_volume(self, volume: float) -> None:
        """How loud, from 0 to 1; the present sentence begins again."""
        self._speak_like(volume=min(1.0, max(0.0, volume)))

    def close(self) -> None:
        """Nobody listens any more."""
        self._forget()
        self._end()

    # --- what is said -------------------------------------------------------------

    def _forget(self) -> None:
        self._waiting.clear()
        self._at, self._is_paused = None, False
        self._unheard = 0
        self._late.stop()

    def _end(self, patience: int = PATIENCE) -> None:
        """End the process; the next request starts another."""
        self._is_ready = False
        self._process.end(patience)

    def _fall_silent(self) -> None:
        self._late.stop()
        if self._is_ready:
            self._number += 1
            self._process.tell(stop=self._number)
            self._late.start(STOPS_WITHIN)

    def _speak_like(self, **how: float) -> None:
        if how.items() <= self._how.items():
            return
        self._how |= how
        if self._at is not None and not self._is_paused:
            self._say_again()

    def _say_again(self) -> None:
        """Begin the present sentence anew; or the first, if none has begun."""
        if self._at is not None:
            self._waiting.appendleft(self._at)
            self._at = None
        self._say_next()

    def _say_next(self) -> None:
        if not self._is_ready:
            self.begin()
            self._late.start(STARTS_WITHIN)
            return
        self._at = self._waiting.popleft()
        self._number += 1
        self._late.start(BEGINS_WITHIN)
        one = self._all[self._at]
        self._process.tell(say=self._number, language=one.language, text=one.text, **self._how)

    def _go_on(self) -> None:
        """The next sentence, or the end."""
        self._late.stop()
        self._at = None
        if self._waiting:
            self._say_next()
        elif self._unheard and not self._was_heard:  # of a page of one sentence
            self._fail(self._silence())
            return
        self.changed.emit()

    def _heed(self, answer: dict[str, Any]) -> None:
        """An answer of the process."""
        if "ready" in answer:
            self._is_ready = True
            self._late.stop()
            if self._waiting and not self._is_paused:
                self._say_next()
                self.changed.emit()
        elif "failed" in answer:
            self._lose()
        elif self._number not in answer.values():
            return
        elif "stopped" in answer:
            self._late.stop()
        elif self.current is None:
            return
        elif "begun" in answer:
            self._began = self._now()
            each = FOR_EACH_CHARACTER * (1 - min(self._how.get("rate", 0.0), 0.0))
            self._late.start(ENDS_WITHIN + round(each * len(self.current.text)))
        elif "ended" in answer:
            self._end_sentence(len(self.current.text))
        elif "lacks" in answer:
            self._pass_over(self.current.language)

    def _end_sentence(self, length: int) -> None:
        self._may_retry = False
        if length >= TELLING:
            is_heard = (self._now() - self._began) * FASTEST >= length
            self._was_heard |= is_heard
            self._unheard = 0 if is_heard else self._unheard + 1
        if self._unheard >= UNHEARD:
            self._fail(self._silence())
        else:
            self._go_on()

    def _pass_over(self, language: str) -> None:
        """No voice speaks this language, and one of another would only babble."""
        self._waiting = deque(at for at in self._waiting if self._all[at].language != language)
        self._problem = self._no_voice(language)
        self.lacks.emit(language)
        self.said.emit(self._problem)
        self._go_on()

    def _fail(self, sentence: str) -> None:
        """Say no more, and why; the next press begins with another process."""
        self._forget()
        self._end(patience=0)
        self._problem = sentence
        self.changed.emit()
        self.said.emit(sentence)

    def _give_up(self) -> None:
        """The process has not answered in time."""
        if not self.is_speaking or self._is_paused:  # it does not even fall silent
            self._end(patience=0)
        elif self._at is None:
            self._fail(self._broken(is_missing=False))
        else:
            self._fail(self._silence())

    def _lose(self) -> None:
        """The process has ended."""
        could_speak = self._is_ready
        self._end(patience=0)
        if self._is_paused:  # the one that ``resume`` starts says why, if it cannot speak either
            self._late.stop()
        elif not self.is_speaking:
            self._problem = "" if could_speak else self._broken(is_missing=True)
        elif could_speak and self._may_retry and self._at is not None:
            self._may_retry = False
            self._say_again()
        else:
            self._fail(self._broken(is_missing=not could_speak))

    # --- what a listener is told, in the words of a kiosk ----------------------------

    def _no_voice(self, language: str) -> str:
        return self.tr("This screen has no voice for this language. Please ask the staff.")

    def _silence(self) -> str:
        return self.tr("There is no sound now. Please ask the staff.")

    def _broken(self, *, is_missing: bool) -> str:
        """``is_missing``: what would speak is not there; else it hangs, or has stopped."""
        return self.tr("This screen cannot read aloud now. Please ask the staff.")
