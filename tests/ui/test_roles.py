"""The roles that screen readers are told, where Qt would tell none."""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QWidget

from tests.conftest import OpenViewer
from tests.ui.kiosk.conftest import OpenKiosk, open_kiosk
from tests.ui.reader import CONTROL, SHIFT
from tests.ui.spoken import Role, Text, interface
from viewer.ui.kiosk.still_there import StillThere
from viewer.ui.role_interface import give_role

__all__ = ["open_kiosk"]


def test_the_window_is_one(open_viewer: OpenViewer) -> None:
    window = open_viewer("--topic", "calciphylaxis").window
    told = interface(window)
    assert told.role() is Role.Window
    assert told.text(Text.Name) == window.windowTitle()
    assert told.object() is window
    children = [told.child(at) for at in range(told.childCount())]
    assert interface(window.view) in children
    for at, child in enumerate(children):
        assert child.parent().object() is window
        assert told.indexOfChild(child) == at


def test_what_opens_a_menu_says_so(open_viewer: OpenViewer) -> None:
    toolbar = open_viewer("--topic", "calciphylaxis").window.toolbar
    for button in (toolbar.theme, toolbar.language):
        assert interface(button).role() is Role.ButtonMenu
        assert interface(button).state().hasPopup


def test_the_question_of_a_kiosk_is_a_dialog(open_kiosk: OpenKiosk) -> None:
    window = open_kiosk().window
    asks = window.findChild(StillThere)
    assert isinstance(asks, StillThere)
    assert interface(window).role() is Role.Window
    assert interface(asks).role() is Role.Dialog
    asks.begin(20)
    assert interface(asks).text(Text.Name) == asks.question.text()
    asks.close_panel()


def toggle(button: QWidget) -> None:
    """As assistive technology does it, without a click."""
    actions = interface(button).actionInterface()
    actions.doAction(QAccessibleActionInterface.toggleAction())


def test_a_button_that_stays_pressed_is_toggled_without_a_click(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis", size=(700, 700))
    toolbar, sidebar = reader.window.toolbar, reader.window.sidebar
    assert not sidebar.isVisible()
    for shown in (True, False):
        toggle(toolbar.sections)
        assert sidebar.isVisible() is shown
        assert toolbar.sections.isChecked() is shown


def test_so_are_those_of_a_kiosk(open_kiosk: OpenKiosk) -> None:
    window = open_kiosk().window
    theme = window._session.theme_name
    toggle(window.bar.contrast)
    assert window._session.theme_name == "contrast"
    assert window.bar.contrast.isChecked()
    toggle(window.bar.contrast)
    assert window._session.theme_name == theme
    assert not window.bar.contrast.isChecked()


def test_a_heading_is_listed_with_its_level(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--section", "mobility", "--plain")
    reader.key(Qt.Key.Key_O, CONTROL | SHIFT)
    (menu,) = [m for m in reader.window.findChildren(QMenu) if m.title() == "Headings"]
    told = interface(menu)
    names = [told.child(at).text(Text.Name) for at in range(told.childCount())]
    assert names[0].split("\t") == ["How can I move safely?", "Level 1"]
    assert all("\tLevel " in name for name in names)
    menu.close()


def test_a_widget_that_is_gone_takes_its_interface_with_it() -> None:
    for _ in range(50):
        widget = QWidget()
        give_role(widget, QAccessible.Role.Dialog)
        told = interface(widget)
        assert told.role() is Role.Dialog
        widget.deleteLater()
        del widget
        QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
        assert not told.isValid()
        gc.collect(0)
    QTest.qWait(10)
