"""The window's side of making an index: progress, cancelling, failing, and being up to date."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.libraries.big_library import write_library
from viewer.core.installation import Installation
from viewer.core.level import Level
from viewer.core.search.large import open_engine
from viewer.ui.index_bar import IndexBar
from viewer.ui.indexing import OLD, Indexing
from viewer.ui.interface_language import use_language


@pytest.fixture(autouse=True)
def in_english(qapp: QApplication, installation: Installation) -> None:
    """Whatever language a test before has left the controls in."""
    use_language(installation.translations, "en")


pytestmark = pytest.mark.slow  # an index of many topics


@pytest.fixture
def library(tmp_path: Path) -> Path:
    write_library(tmp_path / "library", 60)
    return tmp_path / "library"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def job(qtbot: QtBot, library: Path, cache: Path) -> Iterator[Indexing]:
    found = Indexing([library], cache)
    yield found
    found.stop()


def run(qtbot: QtBot, job: Indexing, *, anew: bool = False) -> bool:
    with qtbot.waitSignal(job.ready, timeout=60_000) as ready:
        job.begin(anew=anew)
    return bool(ready.args[0])


def test_it_says_how_far_it_is_and_then_the_index_is_there(
    qtbot: QtBot, job: Indexing, library: Path, cache: Path
) -> None:
    told: list[tuple[int, int]] = []
    job.progressed.connect(lambda done, total: told.append((done, total)))
    assert run(qtbot, job)
    assert told[0] == (0, 60)
    assert told[-1] == (60, 60)
    assert not job.is_running
    engine = open_engine(cache, [library])
    assert engine is not None
    topic = min(library.iterdir()).name
    results = engine.search(topic.replace("-", " "), "en", Level.PLAIN)
    assert results.groups[0].topic == topic


def test_a_second_look_finds_nothing_to_do(qtbot: QtBot, job: Indexing) -> None:
    assert run(qtbot, job)
    assert not run(qtbot, job)
    assert run(qtbot, job, anew=True)


def test_it_is_looked_again_when_the_last_look_was_long_ago(
    qtbot: QtBot, job: Indexing, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(qtbot, job)
    job.look_again()
    assert not job.is_running
    later = time.monotonic() + OLD + 1
    monkeypatch.setattr("viewer.ui.indexing.time.monotonic", lambda: later)
    with qtbot.waitSignal(job.ready, timeout=60_000):
        job.look_again()
        assert job.is_running


def test_cancelling_ends_it_and_it_is_not_taken_up_by_itself(
    qtbot: QtBot, job: Indexing, library: Path, cache: Path
) -> None:
    with qtbot.waitSignal(job.progressed, timeout=60_000):
        job.begin()
    job.cancel()
    assert not job.is_running
    job.look_again()
    assert not job.is_running
    assert open_engine(cache, [library]) is None
    assert run(qtbot, job)


def test_a_cache_that_cannot_be_written_is_said(qtbot: QtBot, job: Indexing, cache: Path) -> None:
    cache.write_text("a file")
    with qtbot.waitSignal(job.failed, timeout=60_000) as failed:
        job.begin()
    assert failed.args[0]
    assert not job.is_running


def test_stopping_ends_a_process_that_has_said_its_last_word(qtbot: QtBot, job: Indexing) -> None:
    assert run(qtbot, job)
    process = job.findChildren(QProcess)[0]
    job.stop()
    assert process.state() is QProcess.ProcessState.NotRunning


def test_a_process_that_dies_is_said(qtbot: QtBot, job: Indexing) -> None:
    with qtbot.waitSignal(job.progressed, timeout=60_000):
        job.begin()
    process = job.findChildren(QProcess)[0]
    with qtbot.waitSignal(job.failed, timeout=60_000):
        process.kill()
    assert run(qtbot, job)


def test_the_bar_says_it_in_words(qtbot: QtBot) -> None:
    bar = IndexBar()
    qtbot.addWidget(bar)
    assert bar.isHidden()
    bar.set_language("en")
    bar.show_progress(4_120, 16_000)
    assert words_of(bar) == ["Preparing search: 4,120 of 16,000 topics"]
    with qtbot.waitSignal(bar.cancel_requested):
        bar.cancel.click()
    bar.show_unavailable()
    assert words_of(bar) == [
        "Search finds titles only on this computer. Ask the person who looks after it."
    ]
    assert bar.cancel.isHidden()


def test_the_bar_says_it_anew_in_another_language(qtbot: QtBot, installation: Installation) -> None:
    bar = IndexBar()
    qtbot.addWidget(bar)
    bar.set_language("en")
    bar.show_progress(4_120, 16_000)
    try:
        use_language(installation.translations, "es")
        bar.set_language("es")
        qtbot.waitUntil(lambda: "Preparing" not in words_of(bar)[0])
        assert "16.000" in words_of(bar)[0].replace("\N{NO-BREAK SPACE}", ".")
        assert bar.cancel.text() == "Cancelar"
    finally:
        use_language(installation.translations, "en")
    qtbot.waitUntil(lambda: "Preparing" in words_of(bar)[0])


def words_of(bar: IndexBar) -> list[str]:
    return [label.text() for label in bar.findChildren(QLabel)]


def test_nothing_is_begun_once_the_window_has_closed(qtbot: QtBot, job: Indexing) -> None:
    job.close()
    job.begin()
    job.look_again()
    assert not job.is_running
