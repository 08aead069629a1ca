"""“Are you still there?”: one touch anywhere goes on, and does nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.kiosk.locked import SmallKiosk, finger, kiosk, send_key, tap
from tests.ui.kiosk.overlays import moves, picture, rests, theme
from viewer.ui.kiosk import still_there
from viewer.ui.kiosk.scale import TARGET
from viewer.ui.kiosk.still_there import StillThere

__all__ = ["finger", "kiosk"]
WIDE, UPRIGHT = (1920, 1080), (1080, 1920)


@pytest.fixture
def asked(kiosk: SmallKiosk) -> StillThere:
    overlay = StillThere(kiosk, motion=rests)
    overlay.set_scale(theme(), 28, 1.0)
    overlay.touched.connect(overlay.close_panel)
    return overlay


def test_it_covers_the_window_and_follows_it(asked: StillThere, kiosk: SmallKiosk) -> None:
    assert not asked.is_open
    asked.begin(20)
    assert asked.is_open
    assert asked.geometry() == kiosk.rect()
    kiosk.resize(700, 900)
    assert asked.geometry() == kiosk.rect()
    late = QWidget(kiosk)
    late.show()
    assert kiosk.children()[-1] is asked, "nothing comes up over it"
    assert kiosk.childAt(kiosk.place_of(kiosk.button)) is not kiosk.button


@pytest.mark.parametrize("place", [QPoint(3, 3), QPoint(300, 300), QPoint(300, 780)])
def test_a_touch_anywhere_goes_on_and_does_nothing_else(
    asked: StillThere, kiosk: SmallKiosk, finger: QPointingDevice, place: QPoint, qtbot: QtBot
) -> None:
    touched: list[bool] = []
    asked.touched.connect(lambda: touched.append(True))
    asked.begin(20)
    tap(kiosk, finger, place)
    qtbot.wait(1)
    assert touched == [True]
    assert not asked.is_open
    assert (kiosk.pressed, kiosk.followed) == ([], [])


def test_neither_a_click_nor_a_finger_presses_what_lies_under_it(
    asked: StillThere, kiosk: SmallKiosk, finger: QPointingDevice, qtbot: QtBot
) -> None:
    link = kiosk.page.cursorRect().center() + QPoint(20, 0)
    under = (kiosk.place_of(kiosk.page.viewport(), link), kiosk.place_of(kiosk.button))
    for place in under:
        asked.begin(20)
        QTest.mouseClick(kiosk.system_window, Qt.MouseButton.LeftButton, pos=place)
        assert not asked.is_open
        asked.begin(20)
        tap(kiosk, finger, place)
        assert not asked.is_open
    qtbot.wait(1)
    assert (kiosk.pressed, kiosk.followed) == ([], [])
    tap(kiosk, finger, kiosk.place_of(kiosk.button))
    assert kiosk.pressed == ["button"], "the next one does"


def test_a_quick_second_press_before_it_came_does_not_slip_through(
    asked: StillThere, kiosk: SmallKiosk
) -> None:
    """Qt tells of it twice: as a press, and as a double click."""
    kiosk.click(kiosk.button)
    asked.begin(20)
    kiosk.click(kiosk.button)
    assert not asked.is_open
    assert kiosk.pressed == ["button"]


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_A, Qt.Key.Key_F5, Qt.Key.Key_Escape]
)
def test_any_key_goes_on_and_does_nothing_else(
    asked: StillThere, kiosk: SmallKiosk, key: Qt.Key
) -> None:
    for focus in (kiosk.button, kiosk.field):
        focus.setFocus()
        asked.begin(20)
        assert asked.yes.hasFocus()
        QTest.keyClick(kiosk.system_window, key)
        assert not asked.is_open
        assert focus.hasFocus(), "back to where it was"
    assert kiosk.pressed == []
    assert kiosk.field.text() == "visitor's words"
    QTest.keyClick(kiosk.system_window, Qt.Key.Key_A)
    assert kiosk.field.text() == "visitor's wordsa"


def test_what_is_held_down_meanwhile_is_not_written_again(
    asked: StillThere, kiosk: SmallKiosk
) -> None:
    asked.begin(20)
    QTest.keyPress(kiosk.system_window, Qt.Key.Key_A)
    assert not asked.is_open
    QTest.keyRelease(kiosk.system_window, Qt.Key.Key_A)
    send_key(kiosk.field, QEvent.Type.KeyPress, Qt.Key.Key_B, text="b")
    assert kiosk.field.text() == "visitor's wordsb"


def test_a_release_that_was_lost_blocks_nothing(asked: StillThere, kiosk: SmallKiosk) -> None:
    asked.begin(20)
    QTest.mousePress(kiosk.system_window, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not asked.is_open
    kiosk.click(kiosk.button)
    assert kiosk.pressed == ["button"]


def test_a_screen_reader_can_press_the_button(asked: StillThere) -> None:
    asked.begin(20)
    asked.yes.click()
    assert not asked.is_open


def test_it_is_said_once_and_not_each_second(
    asked: StillThere, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(still_there, "announce", lambda _, words: said.append(words))
    asked.begin(20)
    names = [asked.accessibleName(), asked.yes.accessibleName()]
    for left in range(20, 0, -1):
        asked.show_seconds(left)
    assert len(said) == 1
    assert said[0].startswith("Are you still there?")
    assert [asked.accessibleName(), asked.yes.accessibleName()] == names


def test_the_number_changes_and_nothing_moves_where_motion_is_not_wanted(
    asked: StillThere, kiosk: SmallKiosk, qtbot: QtBot
) -> None:
    asked.begin(20)
    first = picture(asked)
    asked.show_seconds(13)
    second = picture(asked)
    assert first != second
    qtbot.wait(60)
    assert picture(asked) == second


def test_the_ring_shrinks_gently(kiosk: SmallKiosk, qtbot: QtBot) -> None:
    overlay = StillThere(kiosk, motion=moves)
    overlay.set_scale(theme(), 28, 1.0)
    overlay.begin(2)
    overlay.show_seconds(1)
    qtbot.waitUntil(lambda: 0.5 < overlay.ring._shown < 1.0)
    qtbot.waitUntil(lambda: overlay.ring._shown == 0.5)
    overlay.close_panel()


@pytest.mark.parametrize("size", [WIDE, UPRIGHT, (1280, 800), (800, 1280)])
@pytest.mark.parametrize("pixels", [24, 32, 64])
def test_all_of_it_has_room(kiosk: SmallKiosk, size: tuple[int, int], pixels: int) -> None:
    kiosk.resize(*size)
    overlay = StillThere(kiosk, motion=rests)
    overlay.set_scale(theme(), pixels, 1.0)
    overlay.begin(20)
    parts = [*overlay.findChildren(QLabel), overlay.ring, overlay.yes, overlay.more]
    places = [part.geometry() for part in parts]
    for number, place in enumerate(places):
        assert overlay.rect().contains(place), parts[number]
        assert not any(place.intersects(other) for other in places[number + 1 :])
    for label in overlay.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
    for button in (overlay.yes.geometry(), overlay.more.geometry()):
        assert button.height() >= TARGET
        assert button.width() >= size[0] // 3
        if size[1] > size[0]:
            lower = QRect(0, size[1] // 2, size[0], size[1] // 2)
            assert lower.contains(button), "within reach from a wheelchair"
    overlay.close_panel()


# --- more time ------------------------------------------------------------------------------


def test_more_time_is_asked_for_by_a_touch_and_is_not_a_yes(
    asked: StillThere, kiosk: SmallKiosk, finger: QPointingDevice
) -> None:
    said: list[str] = []
    asked.touched.connect(lambda: said.append("yes"))
    asked.more_time_requested.connect(lambda: said.append("more"))
    for _ in range(2):
        asked.begin(20)
        tap(kiosk, finger, kiosk.place_of(asked.more))
    kiosk.click(asked.more)
    assert said == ["more"] * 3
    tap(kiosk, finger, kiosk.place_of(asked.yes))
    assert said == ["more"] * 3 + ["yes"]
    assert (kiosk.pressed, kiosk.followed) == ([], [])


@pytest.mark.parametrize("step", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Down])
@pytest.mark.parametrize("choose", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_keys_reach_it_and_the_ring_is_seen_where_the_focus_is(
    asked: StillThere, kiosk: SmallKiosk, step: Qt.Key, choose: Qt.Key
) -> None:
    said: list[str] = []
    asked.stepped.connect(lambda: said.append("step"))
    asked.more_time_requested.connect(lambda: said.append("more"))
    asked.begin(20)
    resting = picture(asked.more)
    QTest.keyClick(kiosk.system_window, step)
    assert asked.is_open
    assert asked.more.hasFocus()
    edge = picture(asked.more).pixelColor(asked.more.width() // 2, 3)
    assert edge.name() == theme().focus.lower()
    assert picture(asked.more) != resting
    QTest.keyClick(kiosk.system_window, choose)
    assert said == ["step", "more"]
    QTest.keyClick(kiosk.system_window, step)
    assert asked.yes.hasFocus()
    edge = picture(asked.yes).pixelColor(asked.yes.width() // 2, 3)
    assert edge.name() == theme().focus.lower()
