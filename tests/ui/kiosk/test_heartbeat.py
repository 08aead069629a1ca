"""A service manager hears the kiosk's pulse, and hears it stop when the window hangs."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.manager import Manager
from tests.ui.kiosk.watched import INTERVAL, watched
from viewer.service import Service
from viewer.ui.kiosk.heartbeat import LONGEST_PAUSE, Heartbeat, pause

pytestmark = pytest.mark.skipif(os.name == "nt", reason="systemd's protocol")


def test_a_kiosk_is_ready_once_and_beats_from_then_on() -> None:
    with watched("nothing") as kiosk:
        kiosk.said("STATUS=now")
        kiosk.beats_on()
        heard = kiosk.manager.heard
        assert heard[0] == "READY=1"
        assert heard.count("READY=1") == 1


def test_it_beats_at_less_than_half_of_the_interval() -> None:
    assert pause(30) == 10_000
    assert pause(INTERVAL) == INTERVAL * 1000 / 3
    assert pause(3_600) == LONGEST_PAUSE
    assert pause(0.000_001) == 1


@pytest.mark.parametrize("deed", ["hang", "freeze"])
def test_a_kiosk_that_hangs_or_shows_nothing_new_beats_no_more(deed: str) -> None:
    with watched(deed) as kiosk:
        kiosk.said("STATUS=now")
        assert kiosk.manager.beats() >= 2
        time.sleep(INTERVAL)  # the beat that was on its way
        before = kiosk.manager.beats()
        time.sleep(3 * INTERVAL)
        assert kiosk.manager.beats() == before


def test_one_that_is_closed_says_so() -> None:
    with watched("close") as kiosk:
        kiosk.said("STOPPING=1")
        assert kiosk.process.wait(20) == 0


def test_a_manager_that_waits_for_no_beats_hears_none() -> None:
    with watched("nothing", watchdog=False) as kiosk:
        kiosk.said("STATUS=now")
        assert kiosk.manager.heard == ["READY=1", "STATUS=now"]


def test_a_screen_that_is_switched_off_is_no_hang(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    manager = Manager(tmp_path)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    heartbeat = Heartbeat(Service(manager.address, 0.03), window)
    heartbeat.begin()
    heartbeat.begin()
    assert manager.listen().count("READY=1") == 1
    monkeypatch.setattr(type(window.windowHandle()), "isExposed", lambda _: False)
    window.setUpdatesEnabled(False)
    before = manager.beats()
    qtbot.waitUntil(lambda: manager.beats() > before + 5)
    heartbeat.stop()
    assert manager.listen()[-1] == "STOPPING=1"
    before = manager.beats()
    qtbot.wait(60)
    assert manager.beats() == before
    manager.close()


def test_a_window_that_has_gone_from_the_screen_beats_no_more(qtbot: QtBot, tmp_path: Path) -> None:
    manager = Manager(tmp_path)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    Heartbeat(Service(manager.address, 0.03), window).begin()
    qtbot.waitUntil(lambda: manager.beats() > 3)
    window.hide()
    qtbot.wait(30)
    before = manager.beats()
    qtbot.wait(60)
    assert manager.beats() == before
    window.show()
    qtbot.waitUntil(lambda: manager.beats() > before + 1)
    manager.close()
