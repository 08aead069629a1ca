"""A kiosk that runs takes up new settings while nobody is there, and shows what they say."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from tests.ui.kiosk.conftest import OpenKiosk
from tests.ui.kiosk.visitor import Visitor
from viewer import kiosk_care
from viewer.core import typefaces
from viewer.core.accepted import watch
from viewer.folders import CLINIC_FILE, Folders
from viewer.kiosk_care import NewDay
from viewer.ui import first_screen
from viewer.ui.kiosk import upkeep

EVERY, QUIET = 10, 0.02
"""Milliseconds between looks, and seconds in place of half a minute."""


@pytest.fixture(autouse=True)
def impatience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "QUIET", QUIET)
    monkeypatch.setattr(upkeep, "EVERY", EVERY)


def body_pixels(visitor: Visitor) -> int:
    visitor.window.visit.open_help()
    pixels = visitor.window.view.document().defaultFont().pixelSize()
    visitor.window.visit.wipe()
    return pixels


@pytest.mark.slow
def test_another_first_language_is_home_s(
    open_kiosk: OpenKiosk, clinic: Callable[[str], None]
) -> None:
    clinic("languages: [en, es]\n")
    visitor = open_kiosk()
    assert visitor.title == "What would you like to know?"
    clinic("languages: [es, en]\n")
    visitor.qtbot.waitUntil(lambda: visitor.title == "¿Qué le gustaría saber?")
    clinic("languages: [en]\n")
    visitor.qtbot.waitUntil(lambda: visitor.title == "What would you like to know?")
    assert [name for name in visitor.names if name == "Español"] == []


def test_people_who_stand_further_off_read_larger_text(
    open_kiosk: OpenKiosk, clinic: Callable[[str], None]
) -> None:
    clinic("clinic_name: North\n")
    visitor = open_kiosk()
    near = body_pixels(visitor)
    clinic("clinic_name: South\nkiosk: {viewing_distance_mm: 1200}\n")
    visitor.qtbot.waitUntil(lambda: visitor.window.clinic_name == "South")
    assert abs(body_pixels(visitor) - 2 * near) <= 1


def test_it_does_not_begin_in_the_language_of_somebody_s_own_window(
    open_kiosk: OpenKiosk, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of whoever has read at the same desk before."""

    class Kept:
        language = "es"

    monkeypatch.setattr(first_screen, "read_first_screen", lambda _: Kept())
    assert not (folders.config / CLINIC_FILE).exists()
    assert open_kiosk().title == "What would you like to know?"


def test_a_typeface_that_is_missing_is_told(
    open_kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(typefaces, "font_files", tuple)
    assert open_kiosk().is_home
    assert "typeface that comes with Careleaf is missing" in capsys.readouterr().err


def test_after_midnight_all_is_shown_anew_once() -> None:
    days = iter([1, 1, 2, 2])
    shown: list[str] = []
    new_day = NewDay(lambda: datetime.date(2026, 1, next(days)), lambda: shown.append("anew"))
    new_day.look()
    assert shown == []
    new_day.look()
    new_day.look()
    assert shown == ["anew"]


@pytest.mark.slow
def test_midnight_comes_to_a_kiosk_that_runs(
    open_kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Days:
        class date:  # noqa: N801 — as the module names it
            now = datetime.date(2026, 1, 1)

            @classmethod
            def today(cls) -> datetime.date:
                return cls.now

    monkeypatch.setattr(kiosk_care, "datetime", Days)
    visitor = open_kiosk()
    wiped: list[bool] = []
    visitor.window.visit.wiped.connect(lambda: wiped.append(True))
    rounds: list[bool] = []
    keeper = visitor.window.visit.findChild(upkeep.Upkeep)
    assert isinstance(keeper, upkeep.Upkeep)
    keeper.over.connect(lambda: rounds.append(True))
    visitor.qtbot.waitUntil(lambda: len(rounds) >= 2)
    wiped.clear()  # the first round takes up what there is
    rounds.clear()
    visitor.qtbot.waitUntil(lambda: len(rounds) >= 2)
    assert wiped == []
    Days.date.now = datetime.date(2026, 1, 2)
    visitor.qtbot.waitUntil(lambda: wiped == [True])


@pytest.mark.slow
def test_what_one_visitor_reads_is_not_offered_to_the_next(
    open_kiosk: OpenKiosk, clinic: Callable[[str], None]
) -> None:
    clinic("languages: [en, es]\n")
    visitor = open_kiosk()
    visitor.touch("Español")
    clinic("clinic_name: South\nlanguages: [en]\n")
    keeper = visitor.window.visit.findChild(upkeep.Upkeep)
    assert isinstance(keeper, upkeep.Upkeep)

    def is_taken_up() -> bool:
        with visitor.qtbot.waitSignal(keeper.looked, timeout=20_000):
            keeper.look_now()
        return visitor.window.clinic_name == "South"

    visitor.qtbot.waitUntil(is_taken_up, timeout=20_000)
    assert [tag for tag, _ in visitor.window.languages] == ["en"]
