"""The spoken mode: a finger that stays turns it on, touch says what is there, twice chooses."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.ui.kiosk.conftest import OpenKiosk
from tests.ui.kiosk.ear import HINT, HOLD, MUTE, PIN, SILENT, Ear, ear, part
from tests.ui.kiosk.locked import finger
from viewer.ui.kiosk.attract import Attract
from viewer.ui.kiosk.corner import CornerHold
from viewer.ui.kiosk.idle import Idle
from viewer.ui.kiosk.spoken_mode import SpokenMode
from viewer.ui.kiosk.staff import StaffPanel
from viewer.ui.kiosk.still_there import StillThere

__all__ = ["ear", "finger"]

Held = Qt.KeyboardModifier


# --- on and off ---------------------------------------------------------------------------


def test_a_finger_that_stays_turns_it_on_and_presses_nothing(ear: Ear) -> None:
    ear.hold(ear.window.home.tiles[0])
    assert ear.mode.is_on
    assert ear.visitor.is_home, "the tile under the finger was not pressed"
    assert not ear.window.home.tiles[0].isDown()
    assert ear.last.startswith("Spoken mode is on.")
    assert "Use headphones if you have them." in ear.last
    sign = ear.window.bar.hearing.spoken_off
    assert sign.isVisible()
    ear.hold(ear.window.home.tiles[0], quiet=True)
    assert not ear.mode.is_on
    assert ear.last == "Spoken mode is off."
    assert not sign.isVisible()
    ear.tap(ear.window.home.tiles[0])
    assert ear.visitor.page, "one touch presses again"


def test_the_staffs_corner_is_theirs_whether_it_is_on_or_off(ear: Ear) -> None:
    corner = ear.window.findChild(CornerHold)
    assert isinstance(corner, CornerHold)
    corner._timer.setInterval(HOLD)
    for on in (False, True):
        if on:
            ear.turn_on()
        ear.hold(QPoint(10, 10))
        assert ear.mode.is_on is on, "three seconds there are no wish to hear"
        panel = part(ear, StaffPanel)
        assert panel.is_open
        panel.close_panel()


def test_the_first_touch_of_a_screen_that_rests_turns_it_on(ear: Ear) -> None:
    attract = part(ear, Attract)
    attract.begin()
    assert attract.is_open
    ear.hold(ear.window.rect().center())
    assert ear.mode.is_on
    assert not attract.is_open
    assert ear.tap(ear.window.home.tiles[0]).endswith(", button"), "no touch is lost"


def test_without_a_voice_nothing_changes_and_a_sentence_says_so(
    open_kiosk: OpenKiosk, finger: QPointingDevice
) -> None:
    visitor = open_kiosk(means=MUTE)
    mode, said = visitor.window.findChild(SpokenMode), visitor.window.said
    assert isinstance(mode, SpokenMode)
    QTest.keyClick(visitor.window.windowHandle(), Qt.Key.Key_F4)
    visitor.qtbot.waitUntil(said.isVisible, timeout=20_000)
    assert said.text() == "This screen cannot read aloud now. Please ask the staff."
    assert not mode.is_on
    visitor.touch("Move safely")
    assert visitor.page


# --- what is heard and chosen -------------------------------------------------------------


def test_a_touch_says_what_is_there_and_a_second_one_chooses_it(ear: Ear) -> None:
    ear.turn_on()
    tile = ear.window.home.tiles[0]
    assert ear.tap(tile) == f"{tile.accessibleName()}, button"
    assert ear.visitor.is_home
    ear.tap(ear.visitor.rect(tile).center() + QPoint(30, 10))
    assert ear.visitor.page
    assert ear.last == f"{ear.visitor.title} {HINT}"


def test_a_finger_that_goes_over_the_screen_hears_each_thing_and_presses_none(ear: Ear) -> None:
    ear.turn_on()
    first, second = ear.window.home.tiles[:2]
    start, end = (ear.visitor.rect(tile).center() for tile in (first, second))
    ear.press(start)
    assert ear.last.startswith(first.accessibleName())
    for step in range(1, 11):
        ear.move(start + (end - start) * step / 10)
    assert ear.last.startswith(second.accessibleName())
    ear.release(end)
    assert ear.visitor.is_home
    ear.tap(second)
    assert ear.visitor.page, "what was heard last is chosen by one touch"


def test_tab_says_where_the_focus_is_and_enter_chooses(ear: Ear) -> None:
    ear.turn_on()
    handle = ear.window.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_Tab)
    ear.visitor.look()
    focus = QApplication.focusWidget()
    assert isinstance(focus, QAbstractButton)
    assert ear.last == f"{focus.accessibleName()}, button"
    QTest.keyClick(handle, Qt.Key.Key_Return)
    ear.visitor.look()
    assert ear.visitor.page
    assert f"{ear.visitor.title} {HINT}" in ear.last


# --- who asks, and who must not be heard --------------------------------------------------


def test_are_you_still_there_is_said_and_two_touches_anywhere_go_on(ear: Ear) -> None:
    ear.visitor.touch("Move safely")
    ear.turn_on()
    idle, asks = ear.window.findChild(Idle), part(ear, StillThere)
    assert isinstance(idle, Idle)

    def ask() -> None:
        idle._unused = idle.wait
        idle._tick()
        ear.visitor.look()
        assert asks.is_open

    ask()
    assert ear.last.startswith("Are you still there?")
    assert asks.is_open, "what it says itself is no answer"
    idle._left = 1
    ear.tap(asks.question)
    assert ear.last.endswith("Touch again to go on.")
    assert asks.is_open
    assert idle._left == idle.countdown_seconds, "whoever explores has all the time again"
    ear.tap(QPoint(40, 300))
    assert not asks.is_open
    assert ear.mode.is_on
    ask()
    assert ear.tap(asks.more) == "I need more time, button"
    ear.tap(asks.more)
    assert not asks.is_open
    assert idle.wait == 900
    assert ear.last == "You have more time now. This screen will wait longer for you."


def test_no_digit_of_the_pin_is_ever_said(
    open_kiosk: OpenKiosk, clinic: Callable[[str], None], finger: QPointingDevice
) -> None:
    clinic(PIN)
    ear = Ear(open_kiosk(means=SILENT), finger)
    ear.turn_on()
    panel = part(ear, StaffPanel)
    panel.begin()
    ear.visitor.look()
    assert ear.last.startswith("Staff.")
    ear.be_quiet()
    ear.said.clear()
    for digit in "123":
        ear.tap(panel.pad.digits[digit])
    assert panel.dots.count == 3, "one touch types, as for everybody"
    for key in (Qt.Key.Key_4, Qt.Key.Key_Tab, Qt.Key.Key_Tab):
        QTest.keyClick(ear.window.windowHandle(), key)
        ear.visitor.look()
    assert panel.dots.count == 4
    assert ear.said == []
    assert ear.tap(panel.pad.close_key) == "Close, button"
    ear.tap(panel.pad.close_key)
    assert not panel.is_open
