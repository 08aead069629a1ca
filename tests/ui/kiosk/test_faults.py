"""Whatever goes wrong in a kiosk is written down, and never shown."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, QtMsgType, qInstallMessageHandler
from pytestqt.qtbot import QtBot

from tests.ui.kiosk.watched import watched
from viewer.kiosk_log import KioskLog
from viewer.service import Service
from viewer.ui.kiosk import faults as faults_module
from viewer.ui.kiosk.faults import Faults

pytestmark = pytest.mark.slow  # faults of a process

needs_sockets = pytest.mark.skipif(os.name == "nt", reason="systemd's protocol")


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


class Ended(list[int]):
    """The exit statuses with which a process would have ended."""


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def ended() -> Ended:
    return Ended()


@pytest.fixture
def faults(tmp_path: Path, clock: Clock, ended: Ended) -> Iterator[Faults]:
    log = KioskLog(tmp_path, clock)
    made = Faults(log, Service(), end=ended.append, now=clock)
    yield made
    made.uninstall()
    log.close()


def raise_it(error: BaseException) -> None:
    """As PySide does with what a slot raises."""
    try:
        raise error
    except BaseException as caught:
        sys.excepthook(type(caught), caught, caught.__traceback__)


@needs_sockets
@pytest.mark.parametrize("deed", ["slot", "event", "paint", "thread", "unraisable"])
def test_a_fault_leads_home_and_into_the_log_without_a_word_of_it(deed: str) -> None:
    with watched(deed) as kiosk:
        kiosk.said("STATUS=Home")
        line = kiosk.log()
        assert "ERROR ValueError at tests/ui/kiosk/little_kiosk.py:" in line
        assert "Maria" not in line
        kiosk.beats_on()
        assert kiosk.printed() == ""


@needs_sockets
def test_several_faults_at_once_lead_home_once() -> None:
    with watched("several") as kiosk:
        kiosk.said("STATUS=Home")
        kiosk.beats_on()
        assert kiosk.manager.heard.count("STATUS=Home") == 1


@needs_sockets
def test_one_that_goes_from_fault_to_fault_ends_itself_to_be_started_afresh() -> None:
    with watched("storm") as kiosk:
        kiosk.said("STOPPING=1")
        assert kiosk.process.wait(20) == faults_module.GIVEN_UP
        assert kiosk.log().endswith("more than 5 faults within 60 s: starting afresh\n")


@needs_sockets
def test_a_crash_leaves_its_place() -> None:
    with watched("crash") as kiosk:
        assert kiosk.process.wait(20) < 0
        assert "in crash" in (kiosk.folder / "crash.txt").read_text("utf-8")


@needs_sockets
def test_what_qt_says_is_written_without_what_it_says_it_of() -> None:
    with watched("message") as kiosk:
        kiosk.said("STATUS=now")
        kiosk.beats_on()
        assert kiosk.log().endswith("WARNING default: QThing: cannot do …\n")


def test_few_faults_are_borne_and_many_are_not(faults: Faults, clock: Clock, ended: Ended) -> None:
    faults.install()
    for _ in range(20):
        raise_it(ValueError())
        clock.now += 12.1
    clock.now += 60.1
    for _ in range(5):
        raise_it(ValueError())
    assert ended == []
    raise_it(ValueError())
    assert ended == [faults_module.GIVEN_UP]


def test_the_signal_comes_from_the_event_loop(faults: Faults, qtbot: QtBot) -> None:
    faults.install()
    heard: list[str] = []
    faults.fault.connect(lambda: heard.append(threading.current_thread().name))
    QTimer.singleShot(0, lambda: heard.append("still going on"))
    with qtbot.waitSignal(faults.fault):
        thread = threading.Thread(target=lambda: 1 / 0)
        thread.start()
        thread.join()
        assert heard == []
    assert heard == ["still going on", threading.main_thread().name]


def test_what_home_raises_in_its_turn_does_not_go_round_for_ever(
    faults: Faults, qtbot: QtBot, ended: Ended
) -> None:
    faults.install()

    def fail() -> None:
        if not ended:
            raise ValueError

    faults.fault.connect(fail)
    raise_it(ValueError())
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == [faults_module.GIVEN_UP]


def test_ctrl_c_ends_it_and_a_thread_that_leaves_is_no_fault(
    faults: Faults, ended: Ended, tmp_path: Path
) -> None:
    faults.install()
    thread = threading.Thread(target=sys.exit)
    thread.start()
    thread.join()
    assert not (tmp_path / "kiosk.log").exists()
    raise_it(KeyboardInterrupt())
    assert ended == [faults_module.INTERRUPTED]


def test_a_log_that_fails_is_no_second_fault(
    faults: Faults, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    faults.install()
    monkeypatch.setattr(KioskLog, "fault", fail)
    with qtbot.waitSignal(faults.fault):
        raise_it(ValueError())


def test_all_is_given_back(faults: Faults) -> None:
    def listen(kind: QtMsgType, context: object, message: str) -> None: ...

    others = qInstallMessageHandler(listen)
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    faults.install()
    faults.install()
    assert sys.excepthook is not before[0]
    faults.uninstall()
    faults.uninstall()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
    assert qInstallMessageHandler(others) is listen


def test_each_kind_of_message_has_its_level() -> None:
    levels = list(faults_module._LEVELS.values())
    assert sorted(set(levels)) == sorted(levels)
    assert set(faults_module._LEVELS) == set(QtMsgType)
    assert logging.CRITICAL in levels
