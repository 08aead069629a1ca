"""A caregiver has the window open, and follows links from a record system: real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.conftest import ROOT, RunCareleaf
from tests.ui.packs import PackWriter, care_section, section
from viewer.ui.reader_settings import ReaderSettings, read_settings

pytestmark = [
    pytest.mark.slow,  # starts the program again and again
    pytest.mark.skipif(os.name == "nt", reason="named pipes are in no folder"),
]
PATIENCE = 20_000
"""Milliseconds for what takes one on a machine with nothing else to do."""
Start = Callable[..., "subprocess.Popen[str]"]


def sockets(folder: Path) -> set[Path]:
    """Those at which somebody listens or has listened, without what Qt makes them in."""
    return {path for path in folder.iterdir() if path.is_socket()}


@pytest.fixture
def runtime(their_environment: dict[str, str]) -> Iterator[Path]:
    """Where sockets are; their path must be short."""
    with tempfile.TemporaryDirectory() as folder:
        their_environment |= {"XDG_RUNTIME_DIR": folder, "QT_QPA_PLATFORM": "offscreen"}
        yield Path(folder)


@pytest.fixture
def library(packs: PackWriter) -> str:
    packs.topic(
        "bone",
        {"why": section("Why", "All about it."), "rest": care_section("rest")},
        codes={"icd10cm": ["E83.59"]},
    )
    packs.topic("calf", {"why": section("Why", "All about it.")})
    return str(packs.folder)


@pytest.fixture
def start(their_environment: dict[str, str], runtime: Path, qtbot: QtBot) -> Iterator[Start]:
    """Open a window in a process of its own, and wait until it listens."""
    running: list[subprocess.Popen[str]] = []

    def begin(*arguments: str) -> subprocess.Popen[str]:
        before = sockets(runtime)
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "main.py"), *arguments],
            env=their_environment,
            stderr=subprocess.PIPE,
            text=True,
        )
        running.append(process)

        def listens() -> bool:
            assert process.poll() is None, process.stderr and process.stderr.read()
            return bool(sockets(runtime) - before)

        qtbot.waitUntil(listens, timeout=PATIENCE)
        return process

    yield begin
    for process in running:
        if process.poll() is None:
            os.kill(process.pid, signal.SIGCONT)
            process.kill()
        process.communicate()


@pytest.fixture
def shown(their_environment: dict[str, str], qtbot: QtBot) -> Callable[..., None]:
    """Wait until the open window has written down that it shows a page."""

    def wait(**values: object) -> None:
        folder = Path(their_environment["XDG_CONFIG_HOME"]) / "careleaf"

        def is_shown() -> bool:
            return ReaderSettings._asdict(read_settings(folder)).items() >= values.items()

        qtbot.waitUntil(is_shown, timeout=PATIENCE)

    return wait


@pytest.mark.slow
def test_each_request_is_shown_by_the_window_that_is_open(
    start: Start, run_careleaf: RunCareleaf, shown: Callable[..., None], library: str
) -> None:
    window = start("--library", library)
    infobutton = (
        "https://records.example/?mainSearchCriteria.v.cs=2.16.840.1.113883.6.90"
        "&mainSearchCriteria.v.c=E83.59&informationRecipient.languageCode.c=en-US"
    )
    for arguments, page in (
        (["--topic", "calf"], {"kind": "section", "topic": "calf"}),
        (["--code", "icd10cm:e8359", "--plain"], {"kind": "care", "topic": "bone", "plain": True}),
        (["--open", "careleaf:topic/calf/why"], {"kind": "section", "topic": "calf"}),
        (["--open", infobutton, "--clinical"], {"topic": "bone", "plain": False}),
    ):
        done = run_careleaf("--library", library, *arguments)
        assert (done.returncode, done.stdout) == (0, ""), done.stderr
        shown(**page)
    assert window.poll() is None


def test_a_request_in_another_language_changes_the_open_window(
    start: Start, run_careleaf: RunCareleaf, shown: Callable[..., None], packs: PackWriter
) -> None:
    text = section("Why", "All about it.")
    packs.topic("bone", {"why": text}, codes={"icd10cm": ["E83.59"]}, title={"en": "B", "es": "H"})
    packs.section("bone", "why", section("Por qué", "Todo."), "es")
    library = str(packs.folder)
    window = start("--library", library)
    done = run_careleaf("--library", library, "--topic", "bone", "--language", "es")
    assert (done.returncode, done.stderr) == (0, "")
    shown(kind="section", topic="bone")
    answer = run_careleaf("--library", library, "--code", "icd10cm:Z99.2", "--language", "es")
    assert "Z99.2" in answer.stderr
    assert "biblioteca" in answer.stderr, "the open window answers in Spanish"
    assert window.poll() is None


def test_what_the_window_does_not_have_is_said_by_the_second_start(
    start: Start, run_careleaf: RunCareleaf, shown: Callable[..., None], library: str
) -> None:
    start("--library", library, "--topic", "calf")
    gone = run_careleaf("--library", library, "--topic", "gone")
    assert gone.returncode == 1
    assert gone.stderr.strip() == 'There is no topic "gone" in the library. It has: bone, calf.'
    unreadable = run_careleaf("--library", library, "--open", "careleaf:nonsense")
    assert unreadable.returncode == 1
    unknown = run_careleaf("--library", library, "--code", "icd10cm:Z99.2")
    assert unknown.returncode == 0
    assert "Z99.2 (ICD-10-CM)" in unknown.stderr
    shown(kind="home", topic="")


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [[], ["--plain"], ["--language", "es"]], ids=str)
def test_a_start_without_a_request_opens_a_window_of_its_own(
    start: Start, library: str, arguments: list[str]
) -> None:
    first = start("--library", library)
    second = start("--library", library, *arguments)
    assert (first.poll(), second.poll()) == (None, None)


@pytest.mark.slow
def test_another_library_opens_a_window_of_its_own(start: Start, library: str) -> None:
    start("--library", library)
    start("--topic", "calciphylaxis")


@pytest.mark.slow
def test_the_last_window_opened_takes_the_request_and_then_the_other(
    start: Start, run_careleaf: RunCareleaf, library: str
) -> None:
    first, second = start("--library", library), start("--library", library)
    second.kill()  # its socket stays
    second.wait()
    done = run_careleaf("--library", library, "--topic", "calf")
    assert (done.returncode, first.poll()) == (0, None)


@pytest.mark.slow
def test_a_socket_that_nobody_listens_at_is_cleared_away(
    start: Start, runtime: Path, library: str
) -> None:
    killed = start("--library", library)
    killed.kill()
    killed.wait()
    (left,) = runtime.iterdir()
    start("--library", library, "--topic", "calf")
    assert left not in runtime.iterdir()


@pytest.mark.slow
def test_a_window_that_hangs_is_left_alone(start: Start, library: str) -> None:
    hanging = start("--library", library)
    os.kill(hanging.pid, signal.SIGSTOP)
    start("--library", library, "--topic", "calf")
