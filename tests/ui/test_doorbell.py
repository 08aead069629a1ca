"""The window as other starts of the program meet it: rung at by friends and by strangers."""

from __future__ import annotations

import json
import os
import socket as sockets
import stat
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tests.conftest import OpenViewer
from tests.ui.packs import PackWriter, section
from tests.ui.reader import Reader
from viewer.core.codes import Code
from viewer.core.installation import Installation
from viewer.core.messages import MAX_MESSAGE, Answer, read_answer, write_request
from viewer.core.requests import Request
from viewer.door import Door, door_of
from viewer.folders import Folders
from viewer.options import parse_options
from viewer.ui import doorbell

pytestmark = pytest.mark.skipif(os.name == "nt", reason="named pipes are in no folder")
Ring = Callable[[bytes], list[bytes]]
"""Say a line at the door; gives back the lines of the answer, when the other side has hung up."""


@pytest.fixture
def folders(folders: Folders) -> Iterator[Folders]:
    """With a folder for sockets: the path of one must be short."""
    with tempfile.TemporaryDirectory() as runtime:
        yield folders._replace(runtime=Path(runtime))


@pytest.fixture
def reader(open_viewer: OpenViewer, packs: PackWriter, door: Door, qtbot: QtBot) -> Reader:
    """A window that has begun to listen."""
    packs.topic(
        "bone",
        {"a": section("A", "The first.", "Plain first.", question="A?"), "b": section("B", "Two.")},
        codes={"icd10cm": ["E83.59"]},
    )
    packs.topic("calf", {"a": section("A", "The calf." + "\n\nMore.[^](https://h)" * 3)})
    spanish = packs.folder / "bone" / "es"
    spanish.mkdir()
    (spanish / "a.md").write_text(section("A", "El primero."), "utf-8")
    reader = open_viewer(library=packs.folder)
    qtbot.waitUntil(lambda: len(door.names()) == 1)
    return reader


@pytest.fixture
def door(packs: PackWriter, installation: Installation, folders: Folders) -> Door:
    """Where the window listens."""
    return door_of(parse_options(["--library", str(packs.folder)]), installation, folders)


@pytest.fixture
def ring(door: Door, qtbot: QtBot) -> Ring:
    """Ring at the window, in this very process."""

    def say(data: bytes) -> list[bytes]:
        socket = QLocalSocket()
        socket.connectToServer(door.names()[0])
        assert socket.waitForConnected(1_000)
        socket.write(data)
        qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)
        return bytes(socket.readAll().data()).splitlines(keepends=True)

    return say


def asked(ring: Ring, *values: object, **named: object) -> Answer:
    """The last answer to a request, after the first that says it has been taken."""
    taken, last = ring(write_request(Request(*values, **named)))  # type: ignore[arg-type]
    assert json.loads(taken) == {"taken": 1}
    answer = read_answer(last)
    assert answer is not None
    return answer


def test_only_this_user_may_ring(reader: Reader, door: Door) -> None:
    status = os.stat(door.names()[0])
    assert stat.S_ISSOCK(status.st_mode)
    assert status.st_mode & 0o077 == 0


def test_a_topic_is_shown(reader: Reader, ring: Ring) -> None:
    assert asked(ring, "bone") == Answer(0)
    assert "The first." in reader.text
    reader.press("Back")
    assert "Calf" in reader.text


def test_a_section_a_code_and_a_level_are_shown(reader: Reader, ring: Ring) -> None:
    assert asked(ring, "bone", "b") == Answer(0)
    assert "Two." in reader.text
    assert asked(ring, code=Code("icd10cm", "E8359"), plain=True) == Answer(0)
    assert "Plain first." in reader.text
    assert asked(ring, "bone") == Answer(0)
    assert "Plain first." in reader.text  # the reader's own level is kept
    assert asked(ring, "bone", plain=False) == Answer(0)
    assert "The first." in reader.text


def test_a_request_brings_its_language(reader: Reader, ring: Ring) -> None:
    assert asked(ring, "bone", language="es") == Answer(0)
    assert "El primero." in reader.text
    assert asked(ring, "bone") == Answer(0)
    assert "El primero." in reader.text  # the reader's own language is kept
    assert asked(ring, "bone", language="en") == Answer(0)
    assert "The first." in reader.text


def test_its_language_is_that_of_the_controls_and_closes_an_open_list(
    reader: Reader, ring: Ring
) -> None:
    reader.look_for("calf")
    assert reader.search_panel.isVisible()
    assert asked(ring, "bone", language="es") == Answer(0)
    assert not reader.search_panel.isVisible()
    assert reader.button("Home").text() == "Inicio"
    assert reader.search.accessibleName() == "Buscar"
    assert reader.window.status.accessibleName() == "Estado"
    reader.search.clear()
    reader.look_for("primero")
    assert "El primero." in reader.found[0]


def test_what_is_not_there_is_said_and_nothing_changes(reader: Reader, ring: Ring) -> None:
    before = reader.text
    answer = asked(ring, "gone", language="es")
    assert answer.status == 1
    assert 'no topic "gone"' in answer.said
    assert reader.text == before
    assert asked(ring, "bone", "gone").status == 1


def test_the_language_is_changed_only_with_the_page(reader: Reader, ring: Ring) -> None:
    told: list[str] = []
    reader.window._session.language_changed.connect(told.append)
    assert asked(ring, "gone", language="es").status == 1
    assert told == []
    assert asked(ring, "bone", language="es") == Answer(0)
    assert told == ["es"]


@pytest.mark.parametrize("where", ["opening.Opening.asked", "ui.session.Session._show"])
def test_a_fault_of_ours_is_no_success_and_leaves_one_language(
    reader: Reader, ring: Ring, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    before = reader.text
    with monkeypatch.context() as broken, qtbot.captureExceptions() as faults:
        broken.setattr(f"viewer.{where}", fail)
        assert asked(ring, "bone", language="es").status == 1
    assert [kind for kind, *_ in faults] == [ZeroDivisionError]
    assert reader.text == before
    assert reader.window._session.language == "en"


def test_whoever_does_not_take_the_answer_is_sent_away(
    reader: Reader, door: Door, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doorbell, "PATIENCE", 50)
    monkeypatch.setattr(doorbell, "write_answer", lambda _: b"x" * 10_000_000)
    bell = reader.window.findChild(doorbell.Doorbell)
    assert bell is not None
    with sockets.socket(sockets.AF_UNIX) as silent:
        silent.connect(door.names()[0])
        silent.sendall(write_request(Request("bone")))
        qtbot.waitUntil(lambda: "The first." in reader.text)
        qtbot.waitUntil(lambda: not bell._visitors)


def test_an_unknown_code_is_shown_and_said(reader: Reader, ring: Ring) -> None:
    answer = asked(ring, code=Code("icd10cm", "Z99.2"))
    assert answer.status == 0
    assert "Z99.2 (ICD-10-CM)" in answer.said
    assert answer.said in reader.text


def test_a_window_that_is_hidden_away_comes_back(reader: Reader, ring: Ring) -> None:
    reader.window.showMinimized()
    assert reader.window.isMinimized()
    asked(ring, "bone")
    assert not reader.window.isMinimized()
    assert reader.window.isVisible()
    assert reader.window.isActiveWindow()


def test_a_question_that_is_open_stays_and_can_be_answered(
    reader: Reader, ring: Ring, packs: PackWriter
) -> None:
    reader.window._session.web_requested.emit("https://example.org/")
    box = reader.window.findChild(QMessageBox)
    assert box is not None
    assert box.isVisible()
    assert asked(ring, "bone") == Answer(0)
    assert "The first." in reader.text
    assert box.isVisible()
    box.reject()
    reader.press("Back")
    assert "Calf" in reader.text


@pytest.mark.parametrize(
    "data",
    [
        b"\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"{}\n",
        b"\0\xff\xfe\n",
        b"x" * (MAX_MESSAGE + 10),
        b"[" * 10_000 + b"\n",
        b'{"careleaf": 1, "topic": 5}\n',
    ],
    ids=lambda data: repr(data[:20]),
)
def test_strangers_are_sent_away_and_cost_nothing(
    reader: Reader, ring: Ring, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doorbell, "PATIENCE", 60_000)  # not because time is up
    before = reader.text
    assert ring(data) == []
    assert reader.text == before
    assert asked(ring, "bone") == Answer(0)


def test_whoever_says_nothing_is_sent_away(
    reader: Reader, ring: Ring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doorbell, "PATIENCE", 20)
    assert ring(b"") == []
    assert ring(b'{"careleaf": 1, "topic"') == []
    assert asked(ring, "bone") == Answer(0)


def test_a_crowd_is_not_let_in(reader: Reader, ring: Ring, door: Door, qtbot: QtBot) -> None:
    crowd = [QLocalSocket() for _ in range(doorbell.MOST_VISITORS + 5)]
    for socket in crowd:
        socket.connectToServer(door.names()[0])

    def inside() -> int:
        connected = QLocalSocket.LocalSocketState.ConnectedState
        return sum(socket.state() == connected for socket in crowd)

    qtbot.waitUntil(lambda: inside() == doorbell.MOST_VISITORS)
    for socket in crowd:
        socket.abort()
    bell = reader.window.findChild(doorbell.Doorbell)
    assert bell is not None
    qtbot.waitUntil(lambda: not bell._visitors)
    assert asked(ring, "bone") == Answer(0)


def test_whoever_has_gone_again_is_not_served(reader: Reader, door: Door, qtbot: QtBot) -> None:
    before = reader.text
    socket = QLocalSocket()
    socket.connectToServer(door.names()[0])
    assert socket.waitForConnected(1_000)
    socket.write(write_request(Request("bone")))
    socket.flush()
    socket.abort()
    bell = reader.window.findChild(doorbell.Doorbell)
    assert bell is not None
    qtbot.waitUntil(lambda: not bell._visitors)
    assert reader.text == before


def test_only_sockets_of_our_own_are_rung_at(door: Door, packs: PackWriter) -> None:
    folder = Path(door.folder)
    (folder / f"{door.prefix}file").write_text("", "utf-8")
    (folder / f"{door.prefix}folder").mkdir()
    (folder / f"{door.prefix}link").symlink_to("/dev/null")
    assert door.names() == []
    assert door._replace(folder="/no/such/folder").names() == []
    assert door._replace(folder="/" + "x" * 100).new_name() == ""


def test_a_closed_window_leaves_no_socket(reader: Reader, door: Door) -> None:
    reader.close()
    assert door.names() == []


def test_windows_of_another_library_or_clinic_have_another_door(
    packs: PackWriter, installation: Installation, folders: Folders
) -> None:
    doors = {
        door_of(parse_options(words), installation, folders).prefix
        for words in (
            [],
            ["--topic", "a", "--plain", "--language", "es"],
            ["--library", str(packs.folder)],
            ["--library", f"{packs.folder}/../{packs.folder.name}"],
            ["--library", str(packs.folder), "--library", "other"],
            ["--clinic", "a.yaml"],
        )
    }
    elsewhere = folders._replace(config=folders.config / "other")
    assert len(doors) == 4
    assert door_of(parse_options([]), installation, elsewhere).prefix not in doors
