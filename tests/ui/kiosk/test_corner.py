"""The staff's hidden gesture, with real presses and touches that go through the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from viewer.ui.kiosk.corner import HOLD, CornerHold

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
SIZE = (800, 600)
SHORT = 80
"""Milliseconds, in place of five seconds."""


class Screen:
    """A window with a button in its top left corner, and nothing in the right one."""

    def __init__(self, qtbot: QtBot) -> None:
        self.widget = QWidget()
        self.button = QPushButton("A", self.widget)
        self.button.setGeometry(0, 0, 200, 100)
        self.clicks = 0
        self.button.clicked.connect(self._clicked)
        self.hold = CornerHold(self.widget, SHORT)
        self.held = 0
        self.hold.held.connect(self._was_held)
        self.widget.resize(*SIZE)
        self.widget.show()
        qtbot.waitExposed(self.widget)
        self.window = self.widget.windowHandle()
        self.device = QTest.createTouchDevice()

    def _clicked(self) -> None:
        self.clicks += 1

    def _was_held(self) -> None:
        self.held += 1

    def press(self, kind: str, at: QPoint) -> None:
        if kind == "mouse":
            QTest.mousePress(self.window, LEFT, pos=at)
        else:
            QTest.touchEvent(self.window, self.device).press(0, at, self.window).commit()

    def move(self, kind: str, at: QPoint) -> None:
        if kind == "mouse":
            QTest.mouseMove(self.window, at)
        else:
            QTest.touchEvent(self.window, self.device).move(0, at, self.window).commit()
        QApplication.processEvents()

    def lift(self, kind: str, at: QPoint) -> None:
        if kind == "mouse":
            QTest.mouseRelease(self.window, LEFT, pos=at)
        else:
            QTest.touchEvent(self.window, self.device).release(0, at, self.window).commit()


@pytest.fixture
def screen(qapp: QApplication, qtbot: QtBot) -> Iterator[Screen]:
    made = Screen(qtbot)
    yield made
    made.widget.close()
    made.widget.deleteLater()
    qapp.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))


each_kind = pytest.mark.parametrize("kind", ["mouse", "finger"])
CORNERS = [QPoint(2, 2), QPoint(85, 85), QPoint(798, 2), QPoint(714, 87)]
ELSEWHERE = [QPoint(400, 2), QPoint(90, 2), QPoint(2, 90), QPoint(2, 598), QPoint(798, 598)]


def test_it_takes_five_seconds() -> None:
    assert HOLD == 5_000


@each_kind
@pytest.mark.parametrize("at", CORNERS)
def test_a_corner_that_is_held_is_noticed_once(
    screen: Screen, qtbot: QtBot, kind: str, at: QPoint
) -> None:
    screen.press(kind, at)
    assert screen.hold.is_pressed
    screen.move(kind, at + QPoint(1, 0) if at.x() < 400 else at - QPoint(1, 0))
    qtbot.waitUntil(lambda: screen.held == 1)
    screen.lift(kind, at)
    assert not screen.hold.is_pressed
    assert screen.held == 1


@each_kind
@pytest.mark.parametrize("at", ELSEWHERE)
def test_nowhere_else(screen: Screen, kind: str, at: QPoint) -> None:
    screen.press(kind, at)
    assert not screen.hold.is_pressed
    screen.move(kind, QPoint(2, 2))
    assert not screen.hold.is_pressed, "a finger that comes from elsewhere does not begin there"
    screen.lift(kind, QPoint(2, 2))


@each_kind
def test_lifting_ends_it_and_what_is_below_got_its_click(screen: Screen, kind: str) -> None:
    screen.press(kind, QPoint(20, 20))
    screen.lift(kind, QPoint(20, 20))
    assert not screen.hold.is_pressed
    assert screen.clicks == 1, "nothing is taken from the button"


@each_kind
def test_a_long_press_still_reaches_the_button(screen: Screen, qtbot: QtBot, kind: str) -> None:
    screen.press(kind, QPoint(20, 20))
    qtbot.waitUntil(lambda: screen.held == 1)
    screen.lift(kind, QPoint(20, 20))
    assert screen.clicks == 1


@each_kind
def test_moving_away_ends_it_for_good(screen: Screen, kind: str) -> None:
    screen.press(kind, QPoint(20, 20))
    screen.move(kind, QPoint(20, 200))
    assert not screen.hold.is_pressed
    screen.move(kind, QPoint(20, 20))
    assert not screen.hold.is_pressed
    screen.lift(kind, QPoint(20, 20))


def test_a_second_finger_elsewhere_ends_it(screen: Screen) -> None:
    screen.press("finger", QPoint(20, 20))
    both = QTest.touchEvent(screen.window, screen.device).stationary(0)
    both.press(1, QPoint(400, 400), screen.window).commit()
    assert not screen.hold.is_pressed
    both = QTest.touchEvent(screen.window, screen.device).release(0, QPoint(20, 20), screen.window)
    both.release(1, QPoint(400, 400), screen.window).commit()


def test_another_button_of_the_mouse_counts_for_nothing(screen: Screen) -> None:
    QTest.mousePress(screen.window, RIGHT, pos=QPoint(20, 20))
    assert not screen.hold.is_pressed
    QTest.mouseRelease(screen.window, RIGHT, pos=QPoint(20, 20))


def test_a_window_that_hides_ends_it_and_one_that_comes_again_is_watched(
    screen: Screen, qtbot: QtBot
) -> None:
    screen.press("mouse", QPoint(20, 20))
    screen.widget.hide()
    assert not screen.hold.is_pressed
    screen.widget.show()
    qtbot.waitExposed(screen.widget)
    screen.lift("mouse", QPoint(20, 20))
    screen.press("mouse", QPoint(20, 20))
    qtbot.waitUntil(lambda: screen.held == 1)
    screen.lift("mouse", QPoint(20, 20))
