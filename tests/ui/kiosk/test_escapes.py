"""The ways out of a kiosk, each tried on the whole of it, wherever a visitor may be.

The guard alone is tried in ``test_guard``; here it is the kiosk as it is built.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QClipboard,
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QFileOpenEvent,
    QGuiApplication,
    QHelpEvent,
    QKeySequence,
    QPointingDevice,
    QTextDocument,
    QWindow,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QTextEdit, QWidget

from tests.ui.kiosk.conftest import OpenKiosk
from tests.ui.kiosk.locked import finger, other_windows
from tests.ui.kiosk.visitor import Visitor
from tests.ui.packs import PackWriter, section
from viewer.ui.kiosk.idle import Idle
from viewer.ui.kiosk.staff import StaffPanel
from viewer.ui.kiosk.still_there import StillThere

__all__ = ["finger"]

Part = TypeVar("Part", bound=QWidget)
Held, Button = Qt.KeyboardModifier, Qt.MouseButton
CLINIC = """
kiosk:
  printer: Front desk
  pin: "scrypt$16384$8$1$_sRgmLpH4aefD1HJMx_ySQ$4klquvZlrItaAZo-1P34cDRAm33jSfAX6ab8l3p9Ng4"
"""
TYPED = "words of a visitor"
LINKS = (
    "[a site](https://example.org/a) [a file](file:///etc/passwd) [a letter](mailto:a@example.org) "
    "[a number](tel:555-0100) [a script](javascript:alert) "
) + "Words that can be read. " * 900
SHORTCUTS = (
    *("Alt+F4", "Ctrl+Q", "Ctrl+W", "Ctrl+F4", "Alt+Space", "Alt+Tab", "Ctrl+Esc", "F11", "Meta+D"),
    *("F1", "Shift+F1", "F10", "Menu", "Shift+F10", "Ctrl+P", "Ctrl+S", "Ctrl+O", "Ctrl+N"),
    *("Ctrl+A", "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+Insert", "Shift+Insert", "Shift+Delete"),
    *("Shift+Left", "Shift+End", "Ctrl+Shift+Home", "Ctrl+Z", "Ctrl+F", "Ctrl+K", "Ctrl+L"),
    *("Ctrl++", "Ctrl+-", "Alt+Left", "Back", "Forward", "Print", "Ctrl+Alt+Del"),
    *("Ctrl+Alt+T", "Ctrl+Shift+I", "Ctrl+Backspace", "Launch Mail", "Search", "Help"),
)


class Kiosk:
    """The window, where its visitor is, and the finger with which they try."""

    def __init__(self, visitor: Visitor, finger: QPointingDevice) -> None:
        self.visitor, self.window, self.finger = visitor, visitor.window, finger
        handle = self.window.windowHandle()
        assert handle is not None
        self.handle: QWindow = handle

    @property
    def targets(self) -> list[QWidget]:
        """What a visitor could aim at: the page, the field, the bar, the window, the middle."""
        window = self.window
        inside = window.rect().center()
        seen = [window, window.view.viewport(), window.bar, window.childAt(inside), self.focus]
        fields = window.findChildren(QLineEdit)
        return [each for each in (*seen, *fields) if each is not None and each.isVisible()]

    @property
    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    def middle(self, widget: QWidget) -> QPoint:
        return widget.mapTo(self.window, widget.rect().center())

    def state(self) -> tuple[object, ...]:
        """What no way out may change: the front, what was typed, and that nothing is marked."""
        window = self.window
        marked = [e.textCursor().selectedText() for e in window.findChildren(QTextEdit)]
        marked += [field.selectedText() for field in window.findChildren(QLineEdit)]
        typed = [field.text() for field in window.findChildren(QLineEdit)]
        open_ones = [w for w in (StillThere, StaffPanel) if self.is_open(w)]
        return window.visit.stop, window.visit.place, typed, [m for m in marked if m], open_ones

    def is_open(self, kind: type[QWidget]) -> bool:
        panel = window_part(self.window, kind)
        return panel.isVisible()


def window_part(window: QWidget, kind: type[Part]) -> Part:
    found = window.findChild(kind)
    assert isinstance(found, kind)
    return found


def application() -> QCoreApplication:
    found = QApplication.instance()
    assert found is not None
    return found


# --- where a visitor is -------------------------------------------------------------------


def on_home(kiosk: Kiosk) -> None:
    assert kiosk.visitor.is_home


def on_a_page(kiosk: Kiosk) -> None:
    kiosk.visitor.touch("First?")
    kiosk.window.view.setFocus()
    assert kiosk.visitor.page


def in_the_field(kiosk: Kiosk) -> None:
    kiosk.visitor.touch("All topics")
    field = window_part(kiosk.window.topics, QLineEdit)
    kiosk.visitor.touch_at(kiosk.visitor.rect(field).center())
    QTest.keyClicks(field, TYPED)
    assert field.text() == TYPED
    assert field.hasFocus()


def under_the_staff_panel(kiosk: Kiosk) -> None:
    on_a_page(kiosk)
    QTest.keyClick(kiosk.handle, Qt.Key.Key_S, Held.ControlModifier | Held.AltModifier)
    assert kiosk.is_open(StaffPanel)


def during_the_countdown(kiosk: Kiosk) -> None:
    on_a_page(kiosk)
    idle = kiosk.window.findChild(Idle)
    assert isinstance(idle, Idle)
    idle.idle.emit()  # as after ninety seconds
    assert kiosk.is_open(StillThere)


PLACES = (on_home, on_a_page, in_the_field, under_the_staff_panel, during_the_countdown)

# --- the ways out -------------------------------------------------------------------------


def press_every_shortcut(kiosk: Kiosk) -> None:
    for keys in SHORTCUTS:
        pressed = QKeySequence(keys)[0]  # type: ignore[index]
        QTest.keyClick(kiosk.handle, pressed.key(), pressed.keyboardModifiers())
        QTest.keyClick(kiosk.focus, pressed.key(), pressed.keyboardModifiers())


def click_right(kiosk: Kiosk) -> None:
    for widget in kiosk.targets:
        QTest.mouseClick(kiosk.handle, Button.RightButton, pos=kiosk.middle(widget))


def ask_for_a_context_menu(kiosk: Kiosk) -> None:
    for widget in kiosk.targets:
        place = widget.rect().center()
        for reason in QContextMenuEvent.Reason:
            event = QContextMenuEvent(reason, place, widget.mapToGlobal(place))
            QCoreApplication.sendEvent(widget, event)


def paste_with_the_middle_button(kiosk: Kiosk) -> None:
    QGuiApplication.clipboard().setText("pasted")
    for widget in kiosk.targets:
        QTest.mouseClick(kiosk.handle, Button.MiddleButton, pos=kiosk.middle(widget))


def go_back_with_the_mouse(kiosk: Kiosk) -> None:
    for button in (Button.BackButton, Button.ForwardButton, Button.TaskButton):
        for widget in kiosk.targets:
            QTest.mouseClick(kiosk.handle, button, pos=kiosk.middle(widget))


def mark_by_dragging(kiosk: Kiosk) -> None:
    for widget in kiosk.targets:
        start = kiosk.middle(widget) - QPoint(30, 0)
        QTest.mousePress(kiosk.handle, Button.LeftButton, pos=start)
        for step in range(1, 5):
            QTest.mouseMove(kiosk.handle, start + QPoint(step * 15, 2))
        QTest.mouseRelease(kiosk.handle, Button.LeftButton, pos=start + QPoint(60, 2))


def mark_with_a_finger(kiosk: Kiosk) -> None:
    start = kiosk.window.rect().center()
    QTest.touchEvent(kiosk.handle, kiosk.finger).press(0, start).commit()
    for step in range(1, 5):
        place = start + QPoint(step * 30, step)
        QTest.touchEvent(kiosk.handle, kiosk.finger).move(0, place).commit()
    QTest.touchEvent(kiosk.handle, kiosk.finger).release(0, start + QPoint(120, 4)).commit()


def drop_a_file(kiosk: Kiosk) -> None:
    data = QMimeData()
    data.setUrls([QUrl("file:///etc/passwd")])
    data.setText("dropped")
    copy, left = Qt.DropAction.CopyAction, Button.LeftButton
    for widget in kiosk.targets:
        place = widget.rect().center()
        entered = QDragEnterEvent(place, copy, data, left, Held.NoModifier)
        entered.ignore()
        QCoreApplication.sendEvent(widget, entered)
        dropped = QDropEvent(QPointF(place), copy, data, left, Held.NoModifier)
        QCoreApplication.sendEvent(widget, dropped)
        assert not entered.isAccepted()


def open_a_file_from_the_desktop(kiosk: Kiosk) -> None:
    QCoreApplication.sendEvent(application(), QFileOpenEvent("/etc/passwd"))


def ask_for_help(kiosk: Kiosk) -> None:
    for kind in (QEvent.Type.ToolTip, QEvent.Type.WhatsThis):
        for widget in kiosk.targets:
            place = widget.rect().center()
            event = QHelpEvent(kind, place, widget.mapToGlobal(place))
            QCoreApplication.sendEvent(widget, event)


def close_it(kiosk: Kiosk) -> None:
    kiosk.window.close()
    kiosk.handle.close()
    for receiver in (kiosk.window, kiosk.handle):
        QCoreApplication.sendEvent(receiver, QCloseEvent())
    QCoreApplication.sendEvent(application(), QEvent(QEvent.Type.Quit))
    QApplication.closeAllWindows()


def open_a_dialog(kiosk: Kiosk) -> None:
    dialog, menu = QDialog(kiosk.window), QMenu("menu", kiosk.window)
    dialog.open()
    menu.popup(QPoint(5, 5))
    QTest.qWait(20)
    dialog.deleteLater()
    menu.deleteLater()


def read_the_disk(kiosk: Kiosk) -> None:
    view = kiosk.window.view
    for address in ("file:///etc/passwd", "/etc/passwd", "https://example.org", "qrc:/", "data:,a"):
        for kind in QTextDocument.ResourceType:
            assert not isinstance(view.loadResource(kind.value, QUrl(address)), str | bytes)
        view.anchorClicked.emit(QUrl(address))


WAYS = (
    press_every_shortcut,
    click_right,
    ask_for_a_context_menu,
    paste_with_the_middle_button,
    go_back_with_the_mouse,
    mark_by_dragging,
    mark_with_a_finger,
    drop_a_file,
    open_a_file_from_the_desktop,
    ask_for_help,
    close_it,
    open_a_dialog,
    read_the_disk,
)


def name(function: Callable[..., None]) -> str:
    return function.__name__.replace("_", " ")


@pytest.fixture
def kiosk(
    open_kiosk: OpenKiosk,
    clinic: Callable[[str], None],
    packs: PackWriter,
    finger: QPointingDevice,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Kiosk]:
    opened: list[object] = []
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", opened.append)
    clinic(CLINIC)
    packs.topic("topic", {"first": section("First", "", LINKS, question="First?")})
    yield Kiosk(open_kiosk(library=packs.folder), finger)
    assert opened == [], "nothing is handed to the system"


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS, ids=name)
def test_no_way_out(kiosk: Kiosk, way: Callable[[Kiosk], None]) -> None:
    for place in PLACES:
        kiosk.window.visit.wipe()
        place(kiosk)
        before = kiosk.state()
        way(kiosk)
        QCoreApplication.processEvents()
        where = name(place)
        assert kiosk.window.isVisible(), where
        assert other_windows(kiosk.window) == [], where
        assert QApplication.activeModalWidget() is None, where
        assert QApplication.activePopupWidget() is None, where
        for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
            assert QGuiApplication.clipboard().text(mode) == "", where
        assert kiosk.state() == before, where
