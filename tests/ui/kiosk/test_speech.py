"""A page is read aloud, sentence by sentence; whatever the voice does, the window goes on."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import ROOT
from viewer.core.pages.spoken import Utterance
from viewer.speaking import Speaker
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
    process = ear.speech._process.process
    ear.speech.speak(ENGLISH[:1])
    ear.wait_for_silence()
    assert ear.speech._process.process is process, "it is kept"


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
    assert ear.speech._process.process is None


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
    assert ear.speech._process.process is None


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
    process = ear.speech._process.process
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
    qtbot.waitUntil(lambda: ear.speech._process.process is None, timeout=TIME)
    assert ear.said == []


def test_the_process_ends_with_whoever_asked() -> None:
    command = [sys.executable, "-m", "viewer.speaking", "mock"]
    pipe = subprocess.PIPE
    asked = '{"say": 1, "language": "en", "text": "One two three four five six seven."}\n'
    done = subprocess.run(
        command, cwd=ROOT, input=asked, stdout=pipe, stderr=pipe, text=True, timeout=30, check=True
    )
    assert done.stdout.splitlines() == ['{"ready": true}', '{"begun": 1}', '{"stopped": 0}']


# --- pause, and how it is said ------------------------------------------------------


def keeping(path: Path) -> str:
    """A voice that writes down what it is asked, and never comes to an end."""
    return f"open({str(path)!r}, 'a').write(line); tell(begun=n)"


def asked(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []


@pytest.mark.slow
def test_a_pause_is_silent_at_once_and_goes_on_with_the_same_sentence(
    make: Callable[..., Ear], qtbot: QtBot
) -> None:
    ear = make()
    ear.speech.speak(LONG)
    qtbot.waitUntil(lambda: len(ear.heard) == 2, timeout=TIME)
    ear.speech.pause()
    assert ear.speech.is_paused
    assert ear.speech.is_speaking, "there is something to stop"
    assert ear.speech.current == LONG[1]
    qtbot.wait(1_200)  # twice as long as the mock takes for a sentence
    assert len(ear.heard) == 2
    ear.speech.resume()
    assert not ear.speech.is_paused
    assert ear.speech.current == LONG[1]
    assert ear.speech.at == 1
    ear.wait_for_silence()
    assert ear.heard == [each.text for each in LONG]
    assert ear.said == []


def test_a_pause_while_the_voice_starts(make: Callable[..., Ear], qtbot: QtBot) -> None:
    ear = make()
    ear.speech.speak(ENGLISH)
    ear.speech.pause()
    qtbot.waitUntil(lambda: ear.speech._is_ready, timeout=TIME)
    assert ear.speech.is_paused
    assert ear.heard == []
    ear.speech.resume()
    ear.wait_for_silence()
    assert ear.heard == ["Keep warm.", "Rest well."]


def test_what_is_stopped_or_replaced_is_paused_no_more(make: Callable[..., Ear]) -> None:
    ear = make()
    ear.speech.pause()
    assert not ear.speech.is_paused, "nothing is said"
    for end in (ear.speech.stop, lambda: ear.speech.speak(ENGLISH)):
        ear.speech.speak(LONG)
        ear.speech.pause()
        end()
        assert not ear.speech.is_paused
    ear.wait_for_silence()
    assert ear.heard == ["Keep warm.", "Rest well."]


@pytest.mark.parametrize("says", ["time.sleep(60)", "sys.stdin.readline(); sys.exit()"])
def test_a_voice_that_a_pause_kills_is_started_again(
    make: Callable[..., Ear], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, says: str
) -> None:
    monkeypatch.setattr(speech, "STOPS_WITHIN", 100)
    ear = make(f"tell(begun=n); {says}")
    ear.speech.speak(ENGLISH)
    qtbot.waitUntil(lambda: bool(ear.heard), timeout=TIME)
    ear.speech.pause()
    qtbot.waitUntil(lambda: ear.speech._process.process is None, timeout=TIME)
    assert ear.said == []
    assert ear.speech.is_paused
    ear.speech.resume()
    qtbot.waitUntil(lambda: ear.speech.current == ENGLISH[0], timeout=TIME)
    assert ear.said == []


def test_another_rate_and_volume_begin_the_present_sentence_again(
    make: Callable[..., Ear], qtbot: QtBot, tmp_path: Path
) -> None:
    kept = tmp_path / "asked"
    ear = make(keeping(kept))
    ear.speech.set_volume(0.5)
    ear.speech.speak(ENGLISH)
    qtbot.waitUntil(lambda: len(asked(kept)) == 1, timeout=TIME)
    ear.speech.set_rate(0.25)
    ear.speech.set_rate(0.25)
    qtbot.waitUntil(lambda: len(asked(kept)) == 2, timeout=TIME)
    ear.speech.set_volume(7.0)
    qtbot.waitUntil(lambda: len(asked(kept)) == 3, timeout=TIME)
    first = ENGLISH[0].text
    how = [(each["text"], each.get("rate"), each["volume"]) for each in asked(kept)]
    assert how == [(first, None, 0.5), (first, 0.25, 0.5), (first, 0.25, 1.0)]
    ear.speech.pause()
    ear.speech.set_rate(-3.0)
    ear.speech.resume()
    qtbot.waitUntil(lambda: len(asked(kept)) == 4, timeout=TIME)
    assert asked(kept)[3]["rate"] == -1.0


def test_the_process_speaks_as_fast_and_as_loud_as_it_is_asked_to(
    qapp: QApplication, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    speaker = Speaker("mock")
    line = {"say": 1, "language": "en", "text": "One two three."}
    speaker.asked.emit(json.dumps(line))
    own = speaker._speech.rate(), speaker._speech.volume()
    speaker.asked.emit(json.dumps(line | {"say": 2, "rate": 0.5, "volume": 0.25}))
    qtbot.waitUntil(lambda: '{"ended": 2}' in capsys.readouterr().out, timeout=TIME)
    assert (speaker._speech.rate(), speaker._speech.volume()) == (0.5, 0.25)
    speaker.asked.emit(json.dumps(line | {"say": 3}))
    assert own == (speaker._speech.rate(), speaker._speech.volume()), "as it is set"
    qtbot.waitUntil(lambda: '{"ended": 3}' in capsys.readouterr().out, timeout=TIME)
