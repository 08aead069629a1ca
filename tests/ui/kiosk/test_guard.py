"""The ways out of a kiosk, each tried by the events with which a visitor would try it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QFileOpenEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QRasterWindow,
    QShortcut,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QMenu,
    QMessageBox,
    QToolTip,
    QWhatsThis,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.kiosk.locked import LEFT, SmallKiosk, kiosk, other_windows, send_key
from viewer.core.links import LinkKind, parse_link
from viewer.core.policy import LAPTOP, kiosk_policy
from viewer.ui.kiosk.guard import Guard
from viewer.ui.kiosk.keys import is_allowed_key, is_staff_key

__all__ = ["kiosk"]

Key, Held = Qt.Key, Qt.KeyboardModifier
NONE, SHIFT = Held.NoModifier, Held.ShiftModifier
CONTROL, ALT, META = Held.ControlModifier, Held.AltModifier, Held.MetaModifier


def together(parts: tuple[Qt.KeyboardModifier, ...]) -> Qt.KeyboardModifier:
    held = NONE
    for part in parts:
        held |= part
    return held


COMMANDS = [
    together(parts)
    for count in (1, 2, 3, 4)
    for parts in combinations((CONTROL, ALT, META, SHIFT), count)
    if parts != (SHIFT,)
]
"""Everything that can be held beside Shift alone."""
FREE = {
    *(Key.Key_Tab, Key.Key_Backtab, Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down),
    *(Key.Key_PageUp, Key.Key_PageDown, Key.Key_Home, Key.Key_End, Key.Key_Return),
    *(Key.Key_Enter, Key.Key_Escape, Key.Key_Backspace, Key.Key_Delete),
    *(Key.Key_Shift, Key.Key_CapsLock, Key.Key_AltGr),
}
"""The keys that write nothing and do something, written down a second time."""
FREE_WITH_SHIFT = {
    *(Key.Key_Tab, Key.Key_Backtab, Key.Key_Backspace),
    *(Key.Key_Shift, Key.Key_CapsLock, Key.Key_AltGr),
}


# --- keys -------------------------------------------------------------------------


def test_of_all_keys_only_those_listed_do_anything() -> None:
    for key in Key:
        dead = "_Dead_" in key.name
        writes = 0x20 <= key.value < 0x01000000
        assert is_allowed_key(key, NONE, "") is (key in FREE or dead or writes), key
        assert is_allowed_key(key, SHIFT, "") is (key in FREE_WITH_SHIFT or dead or writes), key
        for held in COMMANDS:
            assert not is_allowed_key(key, held, ""), (key, held)
            staff = key == Key.Key_S and held == CONTROL | ALT
            assert is_staff_key(key, held, "") is staff, (key, held)


@pytest.mark.parametrize("held", COMMANDS)
def test_a_letter_with_a_command_key_is_no_letter(held: Qt.KeyboardModifier) -> None:
    for letter in "acqvwxzACQVWXZ019":
        assert not is_allowed_key(ord(letter.upper()), held, letter)
        assert not is_allowed_key(ord(letter.upper()), held, chr(ord(letter) & 0x1F))


@pytest.mark.parametrize("text", ["@", "ñ", "€", "ا", "中", "\N{PILE OF POO}"])
def test_every_character_that_a_keyboard_writes_may_be_written(text: str) -> None:
    assert is_allowed_key(Key.Key_unknown, NONE, text)
    assert is_allowed_key(ord(text), SHIFT, text)
    assert is_allowed_key(ord(text), Held.GroupSwitchModifier, text), "AltGr on X11"
    assert is_allowed_key(Key.Key_Q, CONTROL | ALT, text), "AltGr on Windows"
    assert not is_allowed_key(Key.Key_Q, CONTROL, text)


def test_altgr_and_s_may_write_a_letter() -> None:
    assert is_staff_key(Key.Key_S, CONTROL | ALT, "\x13")
    assert is_staff_key(Key.Key_S, CONTROL | ALT, "s")
    assert not is_staff_key(Key.Key_S, CONTROL | ALT, "ś")
    assert is_allowed_key(Key.Key_S, CONTROL | ALT, "ś")


@pytest.mark.parametrize(
    "keys",
    [
        *("Ctrl+A", "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+Z", "Ctrl+Y", "Ctrl+Q", "Ctrl+W"),
        *("Ctrl+P", "Ctrl+F", "Ctrl+K", "Ctrl+O", "Ctrl+S", "Ctrl+N", "Ctrl+Tab", "Ctrl+Insert"),
        *("Shift+Insert", "Shift+Delete", "Shift+Left", "Shift+Home", "Ctrl+Shift+A"),
        *("Ctrl+Shift+I", "Alt+P", "Alt+Left", "Alt+F4", "Ctrl+Alt+T", "F1", "F5", "F6", "F10"),
        *("F11", "F12", "Shift+F10", "Menu", "Meta+L", "Meta+D", "Print", "Help", "Back"),
    ],
)
def test_no_shortcut_works(kiosk: SmallKiosk, keys: str) -> None:
    worked: list[str] = []
    shortcut = QShortcut(QKeySequence(keys), kiosk, context=Qt.ShortcutContext.ApplicationShortcut)
    shortcut.activated.connect(lambda: worked.append(keys))
    kiosk.field.setText("visitor's words")
    pressed = QKeySequence(keys)[0]  # type: ignore[index]
    QTest.keyClick(kiosk.system_window, pressed.key(), pressed.keyboardModifiers())
    QTest.keyClick(kiosk.field, pressed.key(), pressed.keyboardModifiers())
    assert worked == []
    assert kiosk.pressed == []
    assert kiosk.field.text() == "visitor's words"
    assert not kiosk.field.hasSelectedText()
    assert QGuiApplication.clipboard().text() == ""


def test_what_a_visitor_needs_works(kiosk: SmallKiosk, qtbot: QtBot) -> None:
    kiosk.field.clear()
    window = kiosk.system_window
    QTest.keyClicks(kiosk.field, "Heat ")
    send_key(kiosk.field, QKeyEvent.Type.KeyPress, Key.Key_Ntilde, text="ñ")
    assert kiosk.field.text() == "Heat ñ"
    QTest.keyClick(window, Key.Key_Backspace)
    assert kiosk.field.text() == "Heat "
    QTest.keyClick(window, Key.Key_Tab)
    assert kiosk.button.hasFocus()
    QTest.keyClick(window, Key.Key_Return)
    QTest.keyClick(window, Key.Key_Space)
    assert kiosk.pressed == ["button"] * 2
    QTest.keyClick(window, Key.Key_Tab, SHIFT)
    assert kiosk.field.hasFocus()
    kiosk.page.setFocus()
    QTest.keyClick(window, Key.Key_PageDown)
    qtbot.waitUntil(lambda: kiosk.page.verticalScrollBar().value() > 0)


def test_a_button_that_a_key_holds_down_comes_up(kiosk: SmallKiosk) -> None:
    kiosk.button.setFocus()
    QTest.keyPress(kiosk.system_window, Key.Key_Space)
    assert kiosk.button.isDown()
    QTest.keyRelease(kiosk.system_window, Key.Key_Space, CONTROL)
    assert not kiosk.button.isDown()


def test_staff_have_a_key_of_their_own(kiosk: SmallKiosk) -> None:
    asked: list[bool] = []
    kiosk.guard.staff_requested.connect(lambda: asked.append(True))
    QTest.keyClick(kiosk.system_window, Key.Key_S, CONTROL | ALT)
    assert asked == [True], "once"
    QTest.keyClick(kiosk.system_window, Key.Key_S, CONTROL | ALT | SHIFT)
    send_key(kiosk.field, QKeyEvent.Type.KeyPress, Key.Key_S, CONTROL | ALT, "\x13")
    assert asked == [True, True]
    assert kiosk.field.text() == "visitor's words"


# --- menus, drags and little windows ------------------------------------------------


@pytest.mark.parametrize("part", ["page", "field", "button"])
def test_there_are_no_context_menus(kiosk: SmallKiosk, part: str, qtbot: QtBot) -> None:
    widget: QWidget = getattr(kiosk, part)
    target = kiosk.page.viewport() if part == "page" else widget
    kiosk.click(target, Qt.MouseButton.RightButton)
    for reason in QContextMenuEvent.Reason:
        place = target.rect().center()
        event = QContextMenuEvent(reason, place, target.mapToGlobal(place))
        QCoreApplication.sendEvent(target, event)
        window = kiosk.system_window
        event = QContextMenuEvent(reason, kiosk.place_of(target), target.mapToGlobal(place))
        QCoreApplication.sendEvent(window, event)
    QTest.keyClick(target, Key.Key_Menu)
    QTest.keyClick(target, Key.Key_F10, SHIFT)
    qtbot.wait(1)
    assert other_windows(kiosk) == []
    assert QApplication.activePopupWidget() is None


def test_the_other_buttons_of_a_mouse_do_nothing(kiosk: SmallKiosk) -> None:
    kiosk.field.clear()
    link = kiosk.page.cursorRect().center() + QPoint(20, 0)
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
        kiosk.click(kiosk.field, button)
        kiosk.click(kiosk.button, button)
        kiosk.click(kiosk.page.viewport(), button, at=link)
    kiosk.click(kiosk.page.viewport(), Qt.MouseButton.BackButton)
    assert (kiosk.pressed, kiosk.followed, kiosk.field.text()) == ([], [], "")


def test_nothing_can_be_dropped(kiosk: SmallKiosk) -> None:
    data = QMimeData()
    data.setText("from elsewhere")
    data.setUrls([QUrl("file:///etc/passwd")])
    kiosk.field.clear()
    kiosk.page.setAcceptDrops(True)
    place, no_keys = QPoint(10, 10), NONE
    for target in (kiosk.field, kiosk.page.viewport(), kiosk.system_window):
        enter = QDragEnterEvent(place, Qt.DropAction.CopyAction, data, LEFT, no_keys)
        QCoreApplication.sendEvent(target, enter)
        assert not enter.isAccepted()
        drop = QDropEvent(QPointF(place), Qt.DropAction.CopyAction, data, LEFT, no_keys)
        QCoreApplication.sendEvent(target, drop)
    assert kiosk.field.text() == ""


def test_there_are_no_tips(kiosk: SmallKiosk, qtbot: QtBot) -> None:
    kiosk.button.setToolTip("A tip")
    kiosk.button.setWhatsThis("What this is")
    place = kiosk.button.mapToGlobal(QPoint(5, 5))
    for kind in (QEvent.Type.ToolTip, QEvent.Type.WhatsThis):
        QCoreApplication.sendEvent(kiosk.button, QHelpEvent(kind, QPoint(5, 5), place))
    QToolTip.showText(place, "A tip", kiosk.button)
    QWhatsThis.showText(place, "What this is", kiosk.button)
    qtbot.waitUntil(lambda: other_windows(kiosk) == [])


# --- other windows and the end --------------------------------------------------------


def a_dialog(parent: QWidget) -> None:
    QDialog(parent).exec()


def a_question(parent: QWidget) -> None:
    QMessageBox.information(parent, "A title", "Words")


def a_file_dialog(parent: QWidget) -> None:
    QFileDialog.getOpenFileName(parent)


def a_menu(parent: QWidget) -> None:
    menu = QMenu(parent)
    menu.addAction("Do")
    menu.exec(parent.mapToGlobal(QPoint(1, 1)))


def a_fields_menu(parent: QWidget) -> None:
    assert isinstance(parent, SmallKiosk)
    parent.field.createStandardContextMenu().exec()


def a_second_window(parent: QWidget) -> None:
    parent.setProperty("second", second := QWidget())
    second.show()


def a_popup(parent: QWidget) -> None:
    QWidget(parent, Qt.WindowType.Popup).show()


@pytest.mark.parametrize(
    "show",
    [
        a_dialog,
        a_question,
        a_file_dialog,
        a_menu,
        a_fields_menu,
        a_second_window,
        a_popup,
    ],
)
def test_a_second_window_is_closed_before_it_is_seen(
    kiosk: SmallKiosk, qtbot: QtBot, show: Callable[[QWidget], None]
) -> None:
    refused: list[str] = []
    seen: list[QWidget] = []
    kiosk.guard.refused.connect(refused.append)
    watch = QTimer()
    watch.timeout.connect(lambda: seen.extend(other_windows(kiosk)))
    watch.start(0)
    show(kiosk)  # a dialog and a menu come back, or this test never ends
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    visible = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not kiosk]
    qtbot.waitUntil(lambda: not any(widget.isVisible() for widget in visible))
    watch.stop()
    assert seen == []
    assert len(refused) == 1
    assert refused[0].startswith("Q"), "a kind of thing, and none of its words"
    kiosk.click(kiosk.button)
    assert kiosk.pressed == ["button"], "the window can be used as before"


def test_a_window_that_is_no_widget_is_closed_too(kiosk: SmallKiosk, qtbot: QtBot) -> None:
    refused: list[str] = []
    kiosk.guard.refused.connect(refused.append)
    window = QRasterWindow()
    window.show()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert refused


def test_the_window_does_not_close(kiosk: SmallKiosk, qtbot: QtBot) -> None:
    refused: list[str] = []
    kiosk.guard.refused.connect(refused.append)
    assert not kiosk.close()
    assert refused == ["Close"]
    QCoreApplication.sendEvent(kiosk.system_window, QCloseEvent())
    assert refused == ["Close", "Close"], "the window manager asks so"
    application = QApplication.instance()
    assert application is not None
    QCoreApplication.postEvent(application, QEvent(QEvent.Type.Quit))
    QTest.keyClick(kiosk.system_window, Key.Key_F4, ALT)
    QTest.keyClick(kiosk.system_window, Key.Key_Q, CONTROL)
    qtbot.waitUntil(lambda: "Quit" in refused)
    assert kiosk.isVisible()
    assert not kiosk.guard.may_close()
    kiosk.guard.let_go()
    assert kiosk.guard.may_close()
    assert kiosk.close()


def test_no_file_is_opened_from_outside(kiosk: SmallKiosk) -> None:
    event = QFileOpenEvent(QUrl("file:///etc/passwd"))
    application = QApplication.instance()
    assert application is not None
    assert QCoreApplication.sendEvent(application, event), "it has been taken"
    assert other_windows(kiosk) == []


@pytest.mark.parametrize(
    "address", ["https://example.org", "file:///etc/passwd", "mailto:a@example.org", "tel:112"]
)
def test_no_link_leads_out(address: str) -> None:
    kind = parse_link(address).kind
    assert not kiosk_policy(prints=True).allows_link(kind)
    assert kiosk_policy(prints=True).allows_link(LinkKind.SECTION)


# --- selection and the clipboard --------------------------------------------------------


def test_a_mouse_marks_nothing_on_the_page(kiosk: SmallKiosk, qtbot: QtBot) -> None:
    port, window = kiosk.page.viewport(), kiosk.system_window
    start, end = QPoint(20, 60), QPoint(300, 200)
    QTest.mousePress(window, LEFT, NONE, kiosk.place_of(port, start))
    QTest.mouseMove(window, kiosk.place_of(port, end))
    QTest.mouseRelease(window, LEFT, NONE, kiosk.place_of(port, end))
    QTest.mouseDClick(window, LEFT, NONE, kiosk.place_of(port, start))
    QTest.mouseClick(window, LEFT, NONE, kiosk.place_of(port, start))
    kiosk.click(port, held=SHIFT, at=end)
    assert not kiosk.page.textCursor().hasSelection()


def test_a_mouse_marks_nothing_in_a_field(kiosk: SmallKiosk) -> None:
    field, window = kiosk.field, kiosk.system_window
    start, end = QPoint(8, 10), QPoint(90, 10)
    QTest.mousePress(window, LEFT, NONE, kiosk.place_of(field, start))
    QTest.mouseMove(window, kiosk.place_of(field, end))
    QTest.mouseRelease(window, LEFT, NONE, kiosk.place_of(field, end))
    assert field.selectedText() == ""
    QTest.mouseDClick(window, LEFT, NONE, kiosk.place_of(field, start))
    QTest.mouseClick(window, LEFT, NONE, kiosk.place_of(field, start))
    kiosk.click(field, held=SHIFT, at=end)
    assert field.selectedText() == ""


def test_keys_mark_nothing(kiosk: SmallKiosk) -> None:
    for widget in (kiosk.field, kiosk.page):
        widget.setFocus()
        for key in (Key.Key_Left, Key.Key_Home, Key.Key_End, Key.Key_PageDown):
            QTest.keyClick(kiosk.system_window, key, SHIFT)
            QTest.keyClick(kiosk.system_window, key, SHIFT | CONTROL)
        QTest.keyClick(kiosk.system_window, Key.Key_A, CONTROL)
    assert kiosk.field.selectedText() == ""
    assert not kiosk.page.textCursor().hasSelection()


def test_whatever_is_copied_is_gone_at_once(kiosk: SmallKiosk, qtbot: QtBot) -> None:
    clipboard = QGuiApplication.clipboard()
    kiosk.field.selectAll()
    kiosk.field.copy()
    qtbot.waitUntil(lambda: clipboard.text() == "")


def test_the_clipboard_is_cleared(kiosk: SmallKiosk, qtbot: QtBot) -> None:
    clipboard = QGuiApplication.clipboard()
    kiosk.guard.let_go()
    clipboard.setText("the first visitor's")
    assert clipboard.text()
    kiosk.guard.clear_clipboard()
    assert clipboard.text() == ""


def test_a_wheel_scrolls_and_does_not_zoom(kiosk: SmallKiosk, qtbot: QtBot) -> None:
    bar, size = kiosk.page.verticalScrollBar(), kiosk.page.font().pointSize()
    port = kiosk.page.viewport()

    def turn(held: Qt.KeyboardModifier) -> None:
        place = QPointF(port.rect().center())
        event = QWheelEvent(
            place,
            QPointF(port.mapToGlobal(place)),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            held,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QCoreApplication.sendEvent(port, event)

    turn(CONTROL)
    assert (bar.value(), kiosk.page.font().pointSize()) == (0, size)
    turn(NONE)
    qtbot.waitUntil(lambda: bar.value() > 0)


# --- where the policy allows it -------------------------------------------------------------


def test_on_a_laptop_nothing_is_refused(qapp: QApplication, qtbot: QtBot) -> None:
    window = SmallKiosk()
    window.guard = Guard(LAPTOP, window)
    window.show()
    qtbot.waitExposed(window)
    refused: list[str] = []
    window.guard.refused.connect(refused.append)
    window.field.setFocus()
    QTest.keyClick(window.field, Key.Key_A, CONTROL)
    assert window.field.selectedText() == "visitor's words"
    dialog = QDialog(window)
    dialog.show()
    assert other_windows(window) == [dialog]
    dialog.close()
    assert window.close()
    assert refused == []
    window.guard.let_go()
    window.deleteLater()
