"""A kiosk's panel in a window of its own, and the fingers of a visitor."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from viewer.core.installation import find_installation
from viewer.ui.fonts import load_fonts
from viewer.ui.icons import Icons
from viewer.ui.theme import Theme
from viewer.ui.themes import Themes

INSTALLATION = find_installation()
LYING, UPRIGHT = (1920, 1080), (1080, 1920)
BAR = 240
"""Pixels that the bar takes below a panel at most."""
_devices: list[QPointingDevice] = []


def icons() -> Icons:
    return Icons(INSTALLATION.icons)


def theme(name: str = "light") -> Theme:
    return Themes(INSTALLATION.themes)(name)


def stand(qtbot: QtBot, panel: QWidget, size: tuple[int, int], *, bar: int = 0) -> QWidget:
    """A window in which the panel stands, above a bar."""
    load_fonts()
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(panel, 1)
    if bar:
        below = QLabel()
        below.setFixedHeight(bar)
        column.addWidget(below)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    qtbot.waitUntil(window.isActiveWindow)
    return window


def screen() -> QPointingDevice:
    """The touch screen; it is kept, for Qt never forgets one."""
    if not _devices:
        _devices.append(QTest.createTouchDevice())
    return _devices[0]


class Finger:
    """One finger on the screen."""

    _number = 0

    def __init__(self, window: QWidget) -> None:
        Finger._number += 1
        self._window, self._id = window, Finger._number
        self._at = QPoint()

    def press(self, widget: QWidget, at: QPoint | None = None) -> None:
        self._at = self._point(widget, at)
        QTest.touchEvent(self._window, screen()).press(self._id, self._at, self._window).commit()

    def move(self, by: QPoint) -> None:
        self._at += by
        QTest.touchEvent(self._window, screen()).move(self._id, self._at, self._window).commit()

    def release(self) -> None:
        QTest.touchEvent(self._window, screen()).release(self._id, self._at, self._window).commit()
        QApplication.processEvents()

    def tap(self, widget: QWidget, at: QPoint | None = None) -> None:
        self.press(widget, at)
        self.release()

    def flick(self, widget: QWidget, by: int) -> None:
        """Draw over the widget, so many pixels down, or up where negative."""
        self.press(widget)
        for _ in range(6):
            self.move(QPoint(0, by // 6))
        self.release()

    def _point(self, widget: QWidget, at: QPoint | None) -> QPoint:
        return widget.mapTo(self._window, at or widget.rect().center())


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
