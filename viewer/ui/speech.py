"""Reads a page aloud, sentence by sentence, by a process of its own that may hang or crash."""

from __future__ import annotations

import json
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from viewer.core.pages.spoken import Utterance
from viewer.ui.python_process import RUN_MODULE, python_process

COMMAND = (*RUN_MODULE, "viewer.speaking")
STARTS_WITHIN = 12_000
"""Milliseconds; naming its voices takes the usual service two seconds."""
BEGINS_WITHIN = 5_000
"""Milliseconds from asking for a sentence to its first sound."""
ENDS_WITHIN, FOR_EACH_CHARACTER = 5_000, 150
"""Milliseconds; a slow voice says ten characters a second."""
STOPS_WITHIN = 1_000
FASTEST = 80
"""Characters a second, which no voice says: whatever is so fast makes no sound."""
TELLING = 20
"""Characters of a sentence long enough to be timed."""
UNHEARD = 3
"""Sentences without sound, one after the other, that are no chance."""
PATIENCE = 1_000
"""Milliseconds that the process has to fall silent and end."""
_ENDED = QProcess.ProcessState.NotRunning


class Speech(QObject):
    """One voice, which says one thing at a time."""

    changed = Signal()
    """It speaks, or is silent, or has come to another sentence."""
    said = Signal(str)
    """A sentence for the listener on why something is not heard."""

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
        self._command = (*command, *filter(None, [engine]))
        self._now = now
        self._process: QProcess | None = None
        self._is_ready = False
        self._may_retry = False
        """Whether a process that fails is worth another: it may have been idle for days."""
        self._waiting: deque[Utterance] = deque()
        self._current: Utterance | None = None
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
        """Whether something is being said, or soon will be."""
        return self._current is not None or bool(self._waiting)

    @property
    def current(self) -> Utterance | None:
        """What is being said."""
        return self._current

    @property
    def problem(self) -> str:
        """A sentence on why nothing could be heard the last time; empty: it could."""
        return self._problem

    def begin(self) -> None:
        """Start the process before it is needed, for that takes two seconds."""
        if self._process is None:
            self._start()

    def speak(self, utterances: Iterable[Utterance]) -> None:
        """Say these, one after the other, instead of whatever is being said."""
        self._forget()
        self._problem, self._was_heard, self._may_retry = "", False, True
        self._waiting.extend(utterances)
        if self._waiting:
            self._say_next()
        self.changed.emit()

    def stop(self) -> None:
        """Fall silent at once; nothing stays to be said."""
        was_speaking = self.is_speaking
        self._forget()
        if was_speaking:
            if self._is_ready:
                self._number += 1
                self._tell(stop=self._number)
                self._late.start(STOPS_WITHIN)
            self.changed.emit()

    def close(self) -> None:
        """Nobody listens any more."""
        self._forget()
        self._end()

    # --- what is said -------------------------------------------------------------

    def _forget(self) -> None:
        self._waiting.clear()
        self._current = None
        self._unheard = 0
        self._late.stop()

    def _say_next(self) -> None:
        if not self._is_ready:
            self.begin()
            self._late.start(STARTS_WITHIN)
            return
        self._current = self._waiting.popleft()
        self._number += 1
        self._late.start(BEGINS_WITHIN)
        one = self._current
        self._tell(say=self._number, language=one.language, text=one.text)

    def _go_on(self) -> None:
        """The next sentence, or the end."""
        self._late.stop()
        self._current = None
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
            if self._waiting:
                self._say_next()
                self.changed.emit()
        elif "failed" in answer:
            self._lose()
        elif self._number not in answer.values():
            return
        elif "stopped" in answer:
            self._late.stop()
        elif self._current is None:
            return
        elif "begun" in answer:
            self._began = self._now()
            length = len(self._current.text)
            self._late.start(ENDS_WITHIN + FOR_EACH_CHARACTER * length)
        elif "ended" in answer:
            self._end_sentence(len(self._current.text))
        elif "lacks" in answer:
            self._pass_over(self._current.language)

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
        self._waiting = deque(one for one in self._waiting if one.language != language)
        self._problem = self.tr("This screen has no voice for this language. Please ask the staff.")
        self.said.emit(self._problem)
        self._go_on()

    def _silence(self) -> str:
        return self.tr("There is no sound now. Please ask the staff.")

    def _fail(self, sentence: str) -> None:
        """Say no more, and why; the next press begins with another process."""
        self._forget()
        self._end(patience=0)
        self._problem = sentence
        self.changed.emit()
        self.said.emit(sentence)

    def _give_up(self) -> None:
        """The process has not answered in time."""
        if not self.is_speaking:  # it does not even fall silent
            self._end(patience=0)
        elif self._current is None:
            self._fail(self._broken())
        else:
            self._fail(self._silence())

    def _lose(self) -> None:
        """The process has ended."""
        could_speak = self._is_ready
        self._end(patience=0)
        if not self.is_speaking:
            self._problem = "" if could_speak else self._broken()
        elif could_speak and self._may_retry and self._current is not None:
            self._may_retry = False
            self._waiting.appendleft(self._current)
            self._current = None
            self._say_next()
        else:
            self._fail(self._broken())

    def _broken(self) -> str:
        return self.tr("This screen cannot read aloud now. Please ask the staff.")

    # --- the process --------------------------------------------------------------

    def _start(self) -> None:
        process = python_process(self)
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._lose)
        process.errorOccurred.connect(self._lose)
        self._process = process
        process.start(self._command[0], list(self._command[1:]))

    def _tell(self, **asked: Any) -> None:
        if self._process is not None:
            self._process.write(json.dumps(asked).encode() + b"\n")

    def _read(self) -> None:
        while self._process is not None and self._process.canReadLine():
            line = bytes(self._process.readLine().data())
            try:
                answer = json.loads(line)
            except ValueError:
                answer = None
            if isinstance(answer, dict):
                self._heed(answer)
            else:
                self._lose()  # something else than a voice speaks here

    def _end(self, patience: int = PATIENCE) -> None:
        """End the process, which falls silent if it can; the next request starts another."""
        process, self._process = self._process, None
        self._is_ready = False
        if process is None:
            return
        process.blockSignals(True)
        process.closeWriteChannel()
        if process.state() is not _ENDED and not (patience and process.waitForFinished(patience)):
            process.kill()
            process.waitForFinished(PATIENCE)
        process.deleteLater()
