"""The process that typesets: it may crash, hang or lie, and the window goes on."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.conftest import ROOT, OpenViewer
from tests.handout.sample import data_of, handout, part
from tests.ui.nurse import TIME, Nurse
from viewer.core.installation import find_installation
from viewer.handout.typesetter import Typesetter
from viewer.typesetting import Setter
from viewer.ui import typesetting
from viewer.ui.typesetting import Fault, Typesetting

pytestmark = pytest.mark.slow  # processes that are stopped and killed

Make = Callable[[str], Typesetting]
ECHO = """
import json, sys, time
for line in sys.stdin.buffer:
    asked = json.loads(line)
    data = asked["data"]
    time.sleep(data.get("wait", 0))
    if data.get("crash"):
        sys.exit(1)
    if data.get("lie"):
        print("what?", flush=True)
        continue
    pdf = data["text"].encode()
    answer = json.dumps({"id": asked["id"], "size": len(pdf)}).encode() + b"\\n" + pdf
    for at in range(0, len(answer), 7):
        sys.stdout.buffer.write(answer[at:at + 7])
        sys.stdout.flush()
"""


@pytest.fixture
def make(qtbot: QtBot) -> Iterator[Make]:
    """A typesetter that runs a script instead of the real one."""
    made: list[Typesetting] = []

    def one(script: str) -> Typesetting:
        made.append(Typesetting(command=(sys.executable, "-c", textwrap.dedent(script))))
        return made[-1]

    yield one
    for each in made:
        each.close()


def texts_of(setter: Typesetting) -> list[bytes]:
    found: list[bytes] = []
    setter.typeset.connect(found.append)
    return found


def faults_of(setter: Typesetting) -> list[Fault]:
    found: list[Fault] = []
    setter.failed.connect(found.append)
    return found


def test_one_process_answers_one_request_after_the_other(make: Make, qtbot: QtBot) -> None:
    setter = make(ECHO)
    setter.begin()
    process = setter._process
    found = texts_of(setter)
    for text in ("one", "two\nlines " * 500):
        with qtbot.waitSignal(setter.typeset, timeout=TIME):
            setter.ask({"data": {"text": text}})
        assert found[-1] == text.encode()
    assert setter._process is process
    assert not setter.is_busy


def test_only_the_last_request_counts(make: Make, qtbot: QtBot) -> None:
    setter = make(ECHO)
    found = texts_of(setter)
    for text in ("one", "two", "three"):
        setter.ask({"data": {"text": text}})
    qtbot.waitUntil(lambda: found == [b"three"], timeout=TIME)
    qtbot.wait(50)
    assert found == [b"three"]


def test_a_long_one_gives_way_to_the_next(make: Make, qtbot: QtBot) -> None:
    setter = make(ECHO)
    found = texts_of(setter)
    setter.ask({"data": {"text": "long", "wait": 60}})
    setter.ask({"data": {"text": "short"}})
    qtbot.waitUntil(lambda: found == [b"short"], timeout=TIME)


def test_a_crash_is_said_and_the_next_request_starts_anew(make: Make, qtbot: QtBot) -> None:
    setter = make(ECHO)
    found, faults = texts_of(setter), faults_of(setter)
    setter.ask({"data": {"crash": True}})
    qtbot.waitUntil(lambda: faults == [Fault.ENDED], timeout=TIME)
    setter.ask({"data": {"text": "again"}})
    qtbot.waitUntil(lambda: found == [b"again"], timeout=TIME)


def test_what_is_no_answer_is_a_crash(make: Make, qtbot: QtBot) -> None:
    setter = make(ECHO)
    faults = faults_of(setter)
    setter.ask({"data": {"lie": True}})
    qtbot.waitUntil(lambda: faults == [Fault.ENDED], timeout=TIME)


def test_a_program_that_is_not_there_is_a_crash(qtbot: QtBot) -> None:
    setter = Typesetting(command=("/no/such/program",))
    faults = faults_of(setter)
    setter.ask({"data": {}})
    qtbot.waitUntil(lambda: faults == [Fault.ENDED], timeout=TIME)
    setter.close()


def test_a_long_wait_is_shown_and_can_be_cancelled(make: Make, qtbot: QtBot) -> None:
    setter = make(ECHO)
    faults = faults_of(setter)
    with qtbot.waitSignal(setter.slow, check_params_cb=bool, timeout=TIME):
        setter.ask({"data": {"text": "long", "wait": 60}})
    setter.cancel()
    assert faults == [Fault.CANCELLED]
    assert not setter.is_busy


def test_nothing_takes_longer_than_the_limit(
    make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typesetting, "LIMIT", 200)
    setter = make(ECHO)
    faults = faults_of(setter)
    setter.ask({"data": {"text": "long", "wait": 60}})
    qtbot.waitUntil(lambda: faults == [Fault.TIME], timeout=TIME)


def test_a_file_in_the_folder_of_the_start_is_not_pythons(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "queue.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    setter = Typesetting()
    data = data_of(handout(part("A title", "A text.")))
    with qtbot.waitSignal(setter.typeset, timeout=TIME):
        setter.ask({"language": "en", "data": data})
    setter.close()


def test_the_process_ends_with_the_dialog(open_viewer: OpenViewer) -> None:
    nurse = Nurse(open_viewer("--plain"))
    nurse.open()
    process = nurse.dialog.typesetting._process
    assert process is not None
    ended: list[bool] = []
    process.destroyed.connect(lambda: ended.append(True))
    nurse.press("Close")
    nurse.qtbot.waitUntil(lambda: bool(ended))


def test_a_crash_is_a_sentence_and_a_press_starts_anew(
    open_viewer: OpenViewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    nurse = Nurse(open_viewer("--plain"))
    nurse.open()
    dialog = nurse.dialog
    real = dialog.typesetting._command
    dialog.typesetting._end()
    dialog.typesetting._command = (sys.executable, "-c", "")
    nurse.choose("Letter")
    assert nurse.problem.startswith("The part of Careleaf that makes handouts has stopped.")
    assert not nurse.button("Print…").isEnabled()
    assert not nurse.button("Save as PDF…").isEnabled()
    dialog.typesetting._command = real
    nurse.choose("Try again")
    assert nurse.problem == ""
    assert "caring for yourself" in nurse.text
    assert nurse.button("Print…").isEnabled()


def test_a_long_wait_shows_a_strip_and_keeps_the_pages(open_viewer: OpenViewer) -> None:
    nurse = Nurse(open_viewer("--plain"))
    nurse.open()
    dialog = nurse.dialog
    dialog.typesetting._end()
    dialog.typesetting._command = (sys.executable, "-c", "import time; time.sleep(60)")
    nurse.press("Letter")
    assert dialog.preview.updating.text() == "Updating"
    nurse.qtbot.waitUntil(dialog.strip.isVisible, timeout=TIME)
    assert dialog.strip.label.text() == "Making the pages"
    assert "caring for yourself" in nurse.text, "the pages that there were"
    nurse.press("Cancel")
    assert nurse.problem.startswith("You stopped this handout.")
    assert not dialog.strip.isVisible()


def test_a_character_that_no_typeface_has_is_named(open_viewer: OpenViewer) -> None:
    nurse = Nurse(open_viewer("--plain"))
    nurse.open()
    field = nurse.dialog.choices.blanks.fields[0]
    field.setText("\N{CUNEIFORM SIGN A}")
    nurse.wait()
    assert "\N{CUNEIFORM SIGN A} (U+12000)" in nurse.problem
    assert not nurse.button("Print…").isEnabled()
    field.setText("2")
    nurse.wait()
    assert nurse.problem == ""


class Child:
    """The real process, spoken to as the window does."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "viewer.typesetting"]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe)

    def ask(self, line: bytes) -> tuple[dict[str, object], bytes]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()
        header = json.loads(self.process.stdout.readline())
        return header, self.process.stdout.read(int(header.get("size", 0)))


def test_typst_and_the_typefaces_are_loaded_before_anybody_asks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    setter = Setter(find_installation())
    setter.get_ready()

    def again(_: Typesetter) -> None:
        raise AssertionError

    monkeypatch.setattr(Typesetter, "_prepared", again)
    data = data_of(handout(part("A title", "A text.")))
    header, pdf = setter.answer(json.dumps({"id": 1, "data": data}).encode())
    assert header == {"id": 1, "size": len(pdf)}


def test_a_machine_without_the_typeface_is_told_with_the_first_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("viewer.handout.typesetter.font_folders", tuple)
    setter = Setter(find_installation())
    setter.get_ready()
    data = data_of(handout(part("A title", "A text.")))
    header, pdf = setter.answer(json.dumps({"id": 1, "language": "en", "data": data}).encode())
    assert str(header["problem"]).startswith("The typeface of handouts is not installed")
    assert pdf == b""


def test_the_real_process_goes_on_after_nonsense(tmp_path: Path) -> None:
    child = Child()
    header, pdf = child.ask(b"{")
    assert "Careleaf" in str(header["problem"])
    assert pdf == b""
    data = data_of(handout(part("A title", "A text.")))
    header, pdf = child.ask(json.dumps({"id": 3, "language": "en", "data": data}).encode())
    assert header == {"id": 3, "size": len(pdf)}
    assert pdf.startswith(b"%PDF")
    assert child.process.stdin is not None
    child.process.stdin.close()
    assert child.process.wait(timeout=20) == 0
    assert child.process.stdout is not None
    child.process.stdout.close()
