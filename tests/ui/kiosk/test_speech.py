"""A page is read aloud, sentence by sentence; whatever the voice does, the window goes on."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.conftest import ROOT
from viewer.core.pages.spoken import Utterance
from viewer.ui import speech
from viewer.ui.speech import COMMAND, Speech

TIME = 20_000
NO_VOICE = "This screen has no voice for this language. Please ask the staff."
NO_SOUND = "There is no sound now. Please ask the staff."
BROKEN = "This screen cannot read aloud now. Please ask the staff."
ENGLISH = tuple(Utterance(text, "en", at) for at, text in enumerate(("Keep warm.", "Rest well.")))
SPANISH = Utterance("Descanse.", "es", 2)
LONG = tuple(Utterance(f"This is sentence number {number}.", "en", number) for number in range(9))
VOICE = """
import json, sys, time
def tell(**answer):
    print(json.dumps(answer), flush=True)
tell(ready=True)
for line in sys.stdin:
    asked = json.loads(line)
    if "stop" in asked:
        tell(stopped=asked["stop"])
        continue
    n = asked["say"]
    {says}
"""
"""A process that speaks as the program's does, without a sound."""

Make = Callable[..., Speech]


class Ear:
    """What a listener notices."""

    def __init__(self, speech: Speech, qtbot: QtBot) -> None:
        self.speech, self.qtbot = speech, qtbot
        self.heard: list[str] = []
        self.said: list[str] = []
        speech.changed.connect(self._note)
        speech.said.connect(self.said.append)

    def _note(self) -> None:
        current = self.speech.current
        if current is not None and [current.text] != self.heard[-1:]:
            self.heard.append(current.text)

    def wait_for_silence(self) -> None:
        self.qtbot.waitUntil(lambda: not self.speech.is_speaking, timeout=TIME)


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Callable[..., Ear]]:
    """A voice: the program's own with Qt's mock engine, or a script in its place."""
    made: list[Ear] = []

    def one(says: str = "", *, script: str = "") -> Ear:
        if says:
            script = textwrap.dedent(VOICE).format(says=says)
        command = (sys.executable, "-c", script) if script else COMMAND
        voice = Speech(engine="mock", command=command)
        made.append(Ear(voice, qtbot))
        return made[-1]

    yield one
    for each in made:
        each.speech.close()


def test_sentences_are_said_one_after_the_other(make: Callable[..., Ear], qtbot: QtBot) -> None:
    ear = make()
    assert not ear.speech.is_speaking
    ear.speech.speak(ENGLISH)
    assert ear.speech.is_speaking, "from the press on, so that a second one stops it"
    ear.wait_for_silence()
    assert ear.heard == ["Keep warm.", "Rest well."]
    assert ear.said == []
    assert ear.speech.problem == ""
    process = ear.speech._process
    ear.speech.speak(ENGLISH[:1])
    ear.wait_for_silence()
    assert ear.speech._process is process, "it is kept"


def test_stopping_leaves_nothing_to_be_said(make: Callable[..., Ear], qtbot: QtBot) -> None:
    ear = make()
    ear.speech.speak(LONG)
    qtbot.waitUntil(lambda: len(ear.heard) == 2, timeout=TIME)
    ear.speech.stop()
    assert not ear.speech.is_speaking
    assert ear.speech.current is None
    ear.speech.speak(ENGLISH)
    ear.wait_for_silence()
    assert ear.heard[2:] == ["Keep warm.", "Rest well."]


def test_a_stop_while_the_voice_starts_keeps_it_silent(
    make: Callable[..., Ear], qtbot: QtBot
) -> None:
    ear = make()
    ear.speech.speak(ENGLISH)
    ear.speech.stop()
    qtbot.waitUntil(lambda: ear.speech._is_ready, timeout=TIME)
    assert not ear.speech.is_speaking
    assert ear.heard == []


def test_no_text_is_read_by_the_voice_of_another_language(
    make: Callable[..., Ear], qtbot: QtBot
) -> None:
    ear = make()
    ear.speech.speak((SPANISH, *ENGLISH, SPANISH))
    ear.wait_for_silence()
    assert ear.said == [NO_VOICE], "once"
    assert ear.speech.problem == NO_VOICE
    assert ear.heard[-2:] == ["Keep warm.", "Rest well."], "what there is a voice for is read"


def test_another_page_takes_the_place_of_the_first(make: Callable[..., Ear], qtbot: QtBot) -> None:
    ear = make()
    ear.speech.speak(LONG)
    qtbot.waitUntil(lambda: bool(ear.heard), timeout=TIME)
    ear.speech.speak(ENGLISH)
    ear.wait_for_silence()
    assert ear.heard == [LONG[0].text, "Keep warm.", "Rest well."]


def test_a_visitor_who_presses_again_and_again_hears_the_last(
    make: Callable[..., Ear], qtbot: QtBot
) -> None:
    ear = make()
    ear.speech.begin()
    qtbot.waitUntil(lambda: ear.speech._is_ready, timeout=TIME)
    for press in range(60):
        ear.speech.speak(LONG)
        if press % 3:
            ear.speech.stop()
        if press % 7 == 0:
            qtbot.wait(5)
    ear.speech.speak(ENGLISH)
    ear.wait_for_silence()
    assert ear.heard[-2:] == ["Keep warm.", "Rest well."]
    assert ear.said == []


def test_nothing_to_say_is_silence(make: Callable[..., Ear]) -> None:
    ear = make()
    ear.speech.speak(())
    assert not ear.speech.is_speaking
    assert ear.speech._process is None


@pytest.mark.parametrize("count", [1, 9])
def test_a_voice_that_makes_no_sound_is_noticed(make: Callable[..., Ear], count: int) -> None:
    ear = make("tell(begun=n); tell(ended=n)")
    ear.speech.speak(LONG[:count])
    ear.wait_for_silence()
    assert ear.said == [NO_SOUND]
    assert len(ear.heard) == min(count, 3)


def test_a_clock_decides_what_makes_no_sound(make: Callable[..., Ear], qtbot: QtBot) -> None:
    ear = make("tell(begun=n); tell(ended=n)")
    times = iter(range(100))
    ear.speech._now = lambda: float(next(times))
    ear.speech.speak(LONG)
    ear.wait_for_silence()
    assert ear.said == []
    assert len(ear.heard) == 9


@pytest.mark.parametrize("says", ["pass", "tell(begun=n)", "tell(begun=n - 1); tell(ended=n - 1)"])
def test_a_voice_that_hangs_is_given_up(
    make: Callable[..., Ear], monkeypatch: pytest.MonkeyPatch, says: str
) -> None:
    for name in ("BEGINS_WITHIN", "ENDS_WITHIN"):
        monkeypatch.setattr(speech, name, 100)
    monkeypatch.setattr(speech, "FOR_EACH_CHARACTER", 1)
    ear = make(says)
    ear.speech.speak(ENGLISH)
    ear.wait_for_silence()
    assert ear.said == [NO_SOUND]
    assert ear.speech._process is None


def test_a_voice_that_never_starts_is_given_up(
    make: Callable[..., Ear], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speech, "STARTS_WITHIN", 100)
    ear = make(script="import time; time.sleep(60)")
    ear.speech.speak(ENGLISH)
    ear.wait_for_silence()
    assert ear.said == [BROKEN]


@pytest.mark.parametrize(
    "script",
    [
        "import sys; sys.exit(1)",
        'print(\'{"failed": "no engine"}\', flush=True)',
        "print('what?', flush=True); import time; time.sleep(60)",
        "print('[1]', flush=True); import time; time.sleep(60)",
    ],
)
def test_a_machine_without_a_voice_is_a_sentence(make: Callable[..., Ear], script: str) -> None:
    ear = make(script=script)
    ear.speech.speak(ENGLISH)
    ear.wait_for_silence()
    assert ear.said == [BROKEN]
    assert ear.speech.problem == BROKEN


def test_a_program_that_is_not_there_is_a_sentence(qtbot: QtBot) -> None:
    voice = Speech(command=("/no/such/program",))
    ear = Ear(voice, qtbot)
    voice.begin()
    qtbot.waitUntil(lambda: voice.problem == BROKEN, timeout=TIME)
    assert ear.said == [], "nobody has asked for anything yet"
    voice.speak(ENGLISH)
    ear.wait_for_silence()
    assert ear.said == [BROKEN]


def test_an_engine_that_qt_does_not_have_is_a_sentence(qtbot: QtBot) -> None:
    voice = Speech(engine="nosuch")
    ear = Ear(voice, qtbot)
    voice.speak(ENGLISH)
    ear.wait_for_silence()
    assert ear.said == [BROKEN]


def test_a_voice_that_was_idle_and_has_died_is_started_again(
    make: Callable[..., Ear], qtbot: QtBot
) -> None:
    ear = make()
    ear.speech.begin()
    qtbot.waitUntil(lambda: ear.speech._is_ready, timeout=TIME)
    process = ear.speech._process
    assert process is not None
    process.blockSignals(True)  # as when its end is noticed only by the next request
    process.kill()
    process.waitForFinished()
    process.blockSignals(False)
    ear.speech.speak(ENGLISH)
    ear.speech._lose()
    ear.wait_for_silence()
    assert ear.heard[-2:] == ["Keep warm.", "Rest well."]
    assert ear.said == []


def test_a_voice_that_dies_again_and_again_is_given_up(make: Callable[..., Ear]) -> None:
    ear = make("sys.exit(1)")
    ear.speech.speak(ENGLISH)
    ear.wait_for_silence()
    assert ear.said == [BROKEN]
    assert ear.heard == ["Keep warm."]


def test_a_voice_that_does_not_fall_silent_is_ended(
    make: Callable[..., Ear], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speech, "STOPS_WITHIN", 100)
    ear = make("tell(begun=n); time.sleep(60)")
    ear.speech.speak(ENGLISH)
    qtbot.waitUntil(lambda: bool(ear.heard), timeout=TIME)
    ear.speech.stop()
    qtbot.waitUntil(lambda: ear.speech._process is None, timeout=TIME)
    assert ear.said == []


def test_the_process_ends_with_whoever_asked() -> None:
    command = [sys.executable, "-m", "viewer.speaking", "mock"]
    pipe = subprocess.PIPE
    asked = '{"say": 1, "language": "en", "text": "One two three four five six seven."}\n'
    done = subprocess.run(
        command, cwd=ROOT, input=asked, stdout=pipe, stderr=pipe, text=True, timeout=30, check=True
    )
    assert done.stdout.splitlines() == ['{"ready": true}', '{"begun": 1}', '{"stopped": 0}']
