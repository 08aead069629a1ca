"""The spoken mode: a finger that stays turns it on, touch says what is there, twice chooses."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPointingDevice

from tests.ui.kiosk.conftest import OpenKiosk
from tests.ui.kiosk.ear import SILENT, Ear
from tests.ui.kiosk.locked import finger

__all__ = ["finger"]


@pytest.fixture
def ear(open_kiosk: OpenKiosk, finger: QPointingDevice) -> Ear:
    return Ear(open_kiosk(means=SILENT), finger)


def test_a_finger_that_stays_turns_it_on_and_presses_nothing(ear: Ear) -> None:
    ear.hold(ear.window.home.tiles[0])
    assert ear.mode.is_on
    assert ear.visitor.is_home, "the tile under the finger was not pressed"
    assert ear.last.startswith("Spoken mode is on.")
    assert "headphones" in ear.last
    assert ear.window.bar.hearing.spoken_off.isVisible()


def test_a_touch_says_what_is_there_and_a_second_one_chooses_it(ear: Ear) -> None:
    ear.turn_on()
    tile = ear.window.home.tiles[0]
    assert ear.tap(tile) == f"{tile.accessibleName()}, button"
    assert ear.visitor.is_home
    ear.tap(tile)
    assert ear.visitor.page
    assert ear.last.startswith(ear.visitor.title)
    assert ear.last.endswith("To hear this page, choose Listen. Or touch its words.")
