"""The pointer that hides, and the window that keeps to one screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QPointingDevice
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.kiosk.locked import SmallKiosk, finger, kiosk, tap
from viewer.ui.kiosk.one_screen import OneScreen
from viewer.ui.kiosk.pointer import Pointer

__all__ = ["finger", "kiosk"]


@pytest.fixture
def pointer(kiosk: SmallKiosk) -> Iterator[Pointer]:
    pointer = Pointer(kiosk, shown_for=30)
    yield pointer
    pointer.let_go()
    assert QGuiApplication.overrideCursor() is None


def cursor_is_hidden() -> bool:
    cursor = QGuiApplication.overrideCursor()
    return cursor is not None and cursor.shape() == Qt.CursorShape.BlankCursor


def test_the_pointer_shows_while_a_mouse_moves(
    pointer: Pointer, kiosk: SmallKiosk, qtbot: QtBot
) -> None:
    assert cursor_is_hidden()
    QTest.mouseMove(kiosk.system_window, QPoint(10, 10))
    QTest.mouseMove(kiosk.system_window, QPoint(30, 30))
    assert not cursor_is_hidden()
    qtbot.waitUntil(cursor_is_hidden)


def test_a_finger_shows_no_pointer(
    pointer: Pointer, kiosk: SmallKiosk, finger: QPointingDevice
) -> None:
    for place in (QPoint(10, 10), QPoint(200, 200)):
        tap(kiosk, finger, place)
        assert cursor_is_hidden()
    QTest.mouseMove(kiosk.system_window, QPoint(10, 10))
    QTest.mouseMove(kiosk.system_window, QPoint(30, 30))
    tap(kiosk, finger, QPoint(100, 100))
    assert cursor_is_hidden()


@pytest.fixture
def one_screen(kiosk: SmallKiosk) -> Iterator[OneScreen]:
    keeper = OneScreen(kiosk, soon=5, latest=40)
    keeper.fill()
    yield keeper
    keeper.let_go()


def test_the_window_fills_the_first_screen(
    one_screen: OneScreen, kiosk: SmallKiosk, qtbot: QtBot
) -> None:
    qtbot.waitUntil(one_screen.is_right)
    assert kiosk.geometry() == QGuiApplication.primaryScreen().geometry()
    assert kiosk.isFullScreen()


def test_it_comes_back(one_screen: OneScreen, kiosk: SmallKiosk, qtbot: QtBot) -> None:
    qtbot.waitUntil(one_screen.is_right)
    for leave in (
        kiosk.showMinimized,
        kiosk.showNormal,
        kiosk.showMaximized,
        lambda: kiosk.setGeometry(QRect(100, 100, 300, 300)),
    ):
        leave()
        qtbot.waitUntil(one_screen.is_right)


def test_a_window_that_was_hidden_is_shown(
    one_screen: OneScreen, kiosk: SmallKiosk, qtbot: QtBot
) -> None:
    kiosk.hide()
    qtbot.waitUntil(lambda: kiosk.isVisible() and kiosk.isFullScreen())


def test_a_screen_that_changes_is_filled_again(
    one_screen: OneScreen, kiosk: SmallKiosk, qtbot: QtBot
) -> None:
    qtbot.waitUntil(one_screen.is_right)
    kiosk.showNormal()
    kiosk.resize(300, 300)
    screen = QGuiApplication.primaryScreen()
    screen.geometryChanged.emit(screen.geometry())
    qtbot.waitUntil(one_screen.is_right)


def test_staff_who_leave_are_let_go(one_screen: OneScreen, kiosk: SmallKiosk, qtbot: QtBot) -> None:
    qtbot.waitUntil(one_screen.is_right)
    one_screen.let_go()
    kiosk.showNormal()
    qtbot.wait(60)
    assert not kiosk.isFullScreen()
