"""One finger on a page: it scrolls, with a flick; it opens a link once; it marks nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QPointingDevice
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.kiosk.locked import LEFT, SmallKiosk, finger, kiosk, other_windows, tap
from viewer.ui.kiosk.touch import stop_scrolling

__all__ = ["finger", "kiosk"]

Drag = Callable[[int, int], None]


@pytest.fixture(params=["mouse", "finger"])
def drag(
    kiosk: SmallKiosk, finger: QPointingDevice, qtbot: QtBot, request: pytest.FixtureRequest
) -> Drag:
    """Drag over the page from one height to another, as the system tells of it."""
    window, touch = kiosk.system_window, QTest.touchEvent(kiosk.system_window, finger)

    def by_mouse(start: int, end: int) -> None:
        QTest.mousePress(window, LEFT, pos=QPoint(200, start))
        for step in range(1, 11):
            qtbot.wait(4)
            QTest.mouseMove(window, QPoint(200, start + (end - start) * step // 10))
        QTest.mouseRelease(window, LEFT, pos=QPoint(200, end))

    def by_finger(start: int, end: int) -> None:
        touch.press(0, QPoint(200, start)).commit()
        for step in range(1, 11):
            qtbot.wait(4)
            touch.move(0, QPoint(200, start + (end - start) * step // 10)).commit()
        touch.release(0, QPoint(200, end)).commit()

    return by_mouse if request.param == "mouse" else by_finger


def position(kiosk: SmallKiosk) -> int:
    return kiosk.page.verticalScrollBar().value()


def at_link(kiosk: SmallKiosk) -> QPoint:
    return kiosk.place_of(kiosk.page.viewport(), kiosk.page.cursorRect().center() + QPoint(20, 0))


def test_a_drag_scrolls_and_a_flick_goes_on(kiosk: SmallKiosk, qtbot: QtBot, drag: Drag) -> None:
    drag(600, 200)
    left = position(kiosk)
    assert left > 100
    qtbot.waitUntil(lambda: position(kiosk) > left + 50)
    stop_scrolling(kiosk.page)
    assert not kiosk.page.textCursor().hasSelection()
    assert kiosk.followed == []


def test_a_flick_can_be_stopped(kiosk: SmallKiosk, qtbot: QtBot, drag: Drag) -> None:
    drag(600, 200)
    stop_scrolling(kiosk.page)
    stopped = position(kiosk)
    qtbot.wait(60)
    assert position(kiosk) == stopped


def test_a_flick_that_ends_on_a_link_opens_nothing(
    kiosk: SmallKiosk, qtbot: QtBot, drag: Drag
) -> None:
    drag(500, at_link(kiosk).y())
    stop_scrolling(kiosk.page)
    qtbot.wait(20)
    assert kiosk.followed == []


def test_a_tap_opens_a_link_once(kiosk: SmallKiosk, finger: QPointingDevice, qtbot: QtBot) -> None:
    tap(kiosk, finger, at_link(kiosk))
    qtbot.waitUntil(lambda: bool(kiosk.followed))
    tap(kiosk, finger, at_link(kiosk))  # two quick taps are a double click
    qtbot.wait(300)
    assert kiosk.followed == ["section:first"]
    # Qt marks the link that was followed, as Tab does; no other words can be marked.
    assert kiosk.page.textCursor().selectedText() in ("", "First link")
    assert QGuiApplication.clipboard().text() == ""


def test_a_hand_that_trembles_still_taps(kiosk: SmallKiosk, qtbot: QtBot) -> None:
    window, place = kiosk.system_window, at_link(kiosk)
    QTest.mousePress(window, LEFT, pos=place)
    QTest.mouseMove(window, place + QPoint(3, 4))
    QTest.mouseRelease(window, LEFT, pos=place + QPoint(3, 4))
    qtbot.waitUntil(lambda: kiosk.followed == ["section:first"])


def test_a_long_press_opens_nothing_odd(
    kiosk: SmallKiosk, finger: QPointingDevice, qtbot: QtBot
) -> None:
    window, place = kiosk.system_window, QPoint(200, 400)
    QTest.touchEvent(window, finger).press(0, place).commit()
    qtbot.wait(900)
    assert other_windows(kiosk) == []
    QTest.touchEvent(window, finger).release(0, place).commit()
    assert (kiosk.followed, other_windows(kiosk)) == ([], [])
    assert not kiosk.page.textCursor().hasSelection()


def test_keys_still_go_to_links(kiosk: SmallKiosk) -> None:
    kiosk.page.setFocus()
    QTest.keyClick(kiosk.system_window, Qt.Key.Key_Tab)
    QTest.keyClick(kiosk.system_window, Qt.Key.Key_Return)
    assert kiosk.followed == ["section:first"]
