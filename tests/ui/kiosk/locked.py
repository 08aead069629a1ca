"""A small kiosk: a page, a field and a button in one window that is guarded."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QInputDevice, QKeyEvent, QPointingDevice, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextBrowser, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from viewer.core.policy import kiosk_policy
from viewer.ui.button import Button
from viewer.ui.kiosk.guard import Guard
from viewer.ui.kiosk.touch import scroll_by_finger

LINK_FIRST = '<p><a href="section:first">First link</a></p>'
LONG = LINK_FIRST + "".join(
    f"<p>Words that can be read, number {number}.</p>" for number in range(200)
)
LEFT = Qt.MouseButton.LeftButton


class SmallKiosk(QWidget):
    """What all of a kiosk's windows have in common."""

    guard: Guard

    def __init__(self) -> None:
        super().__init__()
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self.page.setHtml(LONG)
        self.followed: list[str] = []
        self.page.anchorClicked.connect(lambda url: self.followed.append(url.toString()))
        self.scroller = scroll_by_finger(self.page)
        self.field = QLineEdit("visitor's words")
        self.button = Button()
        self.button.setText("&Press")
        self.pressed: list[str] = []
        self.button.clicked.connect(lambda: self.pressed.append("button"))
        column = QVBoxLayout(self)
        for widget in (self.page, self.field, self.button):
            column.addWidget(widget)
        self.resize(600, 800)

    @property
    def system_window(self) -> QWindow:
        handle = self.windowHandle()
        assert handle is not None
        return handle

    def place_of(self, widget: QWidget, at: QPoint | None = None) -> QPoint:
        """A point of ``widget``, its middle, as the system would give it."""
        return widget.mapTo(self, at or widget.rect().center())

    def click(
        self,
        widget: QWidget,
        button: Qt.MouseButton = LEFT,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        at: QPoint | None = None,
    ) -> None:
        """Click as the system does: on the window."""
        QTest.mouseClick(self.system_window, button, held, self.place_of(widget, at))

    def closeEvent(self, event: object) -> None:
        event.setAccepted(self.guard.may_close())  # type: ignore[attr-defined]


@pytest.fixture
def kiosk(qapp: QApplication, qtbot: QtBot) -> Iterator[SmallKiosk]:
    window = SmallKiosk()
    window.guard = Guard(kiosk_policy(prints=False), window)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    window.field.setFocus()
    yield window
    window.guard.let_go()
    window.close()
    window.deleteLater()
    # Now: an overlay that is still open would take the next test's first touch.
    qapp.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))


@pytest.fixture(scope="session")
def finger(qapp: QApplication) -> QPointingDevice:
    return QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


def tap(window: QWidget, finger: QPointingDevice, place: QPoint) -> None:
    """Touch the screen, as the system tells it."""
    handle = window.windowHandle()
    assert handle is not None
    QTest.touchEvent(handle, finger).press(0, place).commit()
    QTest.touchEvent(handle, finger).release(0, place).commit()


def other_windows(window: QWidget) -> list[QWidget]:
    """All that a person could see beside ``window``."""
    unseen = Qt.WidgetAttribute.WA_DontShowOnScreen
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget is not window and widget.isVisible()
        if not widget.testAttribute(unseen) and widget.windowOpacity() > 0
    ]


def send_key(
    widget: QWidget,
    kind: QKeyEvent.Type,
    key: Qt.Key,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    text: str = "",
) -> None:
    """One key event with exactly these words, which QTest would choose itself."""
    QCoreApplication.sendEvent(widget, QKeyEvent(kind, key, held, text))
