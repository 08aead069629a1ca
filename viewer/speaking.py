"""The process that reads aloud, beside the window, which so survives whatever happens in it.

    python -m viewer.speaking [ENGINE]

It is a process because a speech service can keep whoever calls it waiting for ever: with no sound
device speech-dispatcher never says that a sentence has ended, and hangs when the next program
connects. It also needs two seconds to name its voices.

A line of JSON on standard input asks for a sentence: {"say": 7, "language": "es", "text": "…"}, or
for silence: {"stop": 8}. A sentence may have a "rate" from -1 to 1, as usual at 0, and a "volume"
from 0 to 1, full at 1; without them it is said as the service is set. There is no pause, for some
services never come back from one: whoever pauses stops, and asks for the sentence again.

The answers on standard output are lines too: {"ready": true} once, then
{"begun": 7} and {"ended": 7}; {"lacks": 7} where no voice speaks the language, {"failed": "why"},
after which nothing more comes, and {"stopped": 8}. A new sentence ends the one before. The process
goes on until standard input is closed, and then falls silent.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
import threading
from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtTextToSpeech import QTextToSpeech

from viewer.core.voices import nearest_voice

PREFERRED, MOCK = "speechd", "mock"
"""The engine to use, whatever Qt finds first; and one for tests, which makes no sound."""
PATIENCE = 15
"""Seconds that the speech service may take to answer."""
FALLS_SILENT = 2
"""Seconds that it may take to end a sentence that nobody wants any more."""
_State = QTextToSpeech.State


class Speaker(QObject):
    """Says one sentence at a time."""

    asked = Signal(str)
    """A line of standard input."""

    def __init__(self, engine: str) -> None:
        super().__init__()
        self.is_silent = threading.Event()
        """Set once somebody has asked for silence, and the service has taken it."""
        with _bounded():
            self._speech = QTextToSpeech(engine)
            locales = self._speech.availableLocales()
            self._own = self._how = (self._speech.rate(), self._speech.volume())
            """Rate and volume as the service is set, and as they are now."""
        self._voices = {locale.name().replace("_", "-"): locale for locale in locales}
        self._voice = ""
        self._saying: int | None = None
        self._has_begun = False
        self._next: Mapping[str, Any] | None = None
        """What to say once the sentence before has been cut off."""
        self._speech.stateChanged.connect(self._heed_state)
        self._speech.errorOccurred.connect(lambda _, why: self._fail(why))
        self.asked.connect(self._heed)

    @property
    def problem(self) -> str:
        """Why nothing can be said; empty: it can."""
        if self._speech.state() is _State.Error:
            return self._speech.errorString() or "the engine does not start"
        return "" if self._voices else "there are no voices"

    def _heed(self, line: str) -> None:
        asked = json.loads(line)
        with _bounded():
            if "stop" in asked:
                self._cut_off(None)
                tell(stopped=asked["stop"])
                self.is_silent.set()
            elif self._speech.state() is _State.Ready:
                self._say(asked)
            else:
                self._cut_off(asked)

    def _cut_off(self, following: Mapping[str, Any] | None) -> None:
        """Say no more of this sentence, and then perhaps another."""
        self._saying, self._next = None, following
        self._speech.stop()

    def _say(self, asked: Mapping[str, Any]) -> None:
        self._next = None
        voice = nearest_voice(asked["language"], self._voices)
        if not voice:
            tell(lacks=asked["say"])
            return
        if voice != self._voice:
            self._use(voice)
        rate, volume = self._own
        self._speak_like(float(asked.get("rate", rate)), float(asked.get("volume", volume)))
        self._saying, self._has_begun = asked["say"], False
        self._speech.say(asked["text"])

    def _use(self, voice: str) -> None:
        """Speak like this; of speechd's hundred voices the plain one has the shortest name."""
        self._voice = voice
        self._speech.setLocale(self._voices[voice])
        if self._speech.engine() == PREFERRED:
            voices = self._speech.availableVoices()
            if voices:
                self._speech.setVoice(min(voices, key=lambda v: (len(v.name()), v.name())))

    def _speak_like(self, rate: float, volume: float) -> None:
        """So fast and so loud; the service is not asked for what it does already."""
        if rate != self._how[0]:
            self._speech.setRate(rate)
        if volume != self._how[1]:
            self._speech.setVolume(volume)
        self._how = (rate, volume)

    def _heed_state(self, state: QTextToSpeech.State) -> None:
        if state is _State.Error:
            self._fail(self._speech.errorString())
        elif state is _State.Speaking and self._saying is not None and not self._has_begun:
            self._has_begun = True
            tell(begun=self._saying)
        elif state is _State.Ready:
            if self._saying is not None and self._has_begun:  # else it ends what was cut off
                number, self._saying = self._saying, None
                tell(ended=number)
            if self._next is not None:
                with _bounded():
                    self._say(self._next)

    def _fail(self, why: str) -> None:
        tell(failed=why or "the engine has stopped")


@contextlib.contextmanager
def _bounded() -> Iterator[None]:
    """End the process if the service hangs, even if Python cannot run meanwhile."""
    if not hasattr(signal, "alarm"):  # Windows: whoever started us ends us
        yield
        return
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)


def tell(**answer: Any) -> None:
    """One line to the window."""
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def chosen_engine(wanted: str) -> str:
    """The engine that is wanted, else speechd, else the first that makes a sound, else none."""
    engines = QTextToSpeech.availableEngines()
    if wanted or PREFERRED in engines:
        return wanted or PREFERRED
    return next((engine for engine in engines if engine != MOCK), "")


def main() -> int:
    """Speak until nobody asks any more; returns the exit status."""
    application = QCoreApplication(sys.argv[:1])
    engine = chosen_engine(sys.argv[1] if len(sys.argv) > 1 else "")
    speaker = Speaker(engine) if engine else None
    problem = speaker.problem if speaker is not None else "there is no engine"
    if speaker is None or problem:
        tell(failed=problem)
        return 1
    tell(ready=True)
    threading.Thread(target=_listen, args=(speaker,), daemon=True).start()
    return application.exec()


def _listen(speaker: Speaker) -> None:
    """The window holds the other end of standard input, and lets go of it when it ends."""
    for line in sys.stdin:
        speaker.asked.emit(line)
    speaker.is_silent.clear()
    speaker.asked.emit('{"stop": 0}')
    speaker.is_silent.wait(FALLS_SILENT)  # if the service still answers
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
