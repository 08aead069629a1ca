"""What Python knows of Qt's own interfaces, once Qt has ended them."""

from __future__ import annotations

import shiboken6
from PySide6.QtGui import QAccessibleInterface
from PySide6.QtWidgets import QLabel, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.spoken import Role, Text, interface
from viewer.ui.own_interfaces import give_interface
from viewer.ui.role_interface import RoleInterface


def given(widget: QWidget) -> tuple[RoleInterface, QAccessibleInterface]:
    """Our interface of a widget, and Qt's own behind it."""
    natives: list[QAccessibleInterface] = []

    def make(native: QAccessibleInterface) -> RoleInterface:
        natives.append(native)
        return RoleInterface(widget, Role.Grouping, native)

    give_interface(widget, make)
    ours = interface(widget)
    assert isinstance(ours, RoleInterface)
    return ours, natives[0]


def test_an_interface_is_never_taken_for_one_that_has_ended(qtbot: QtBot) -> None:
    """Memory is used again: else Python ends twice what it confuses, and the program crashes."""
    ended: list[QAccessibleInterface] = []
    for _ in range(100):
        widget = QTreeWidget()
        ended.append(given(widget)[1])
        shiboken6.delete(widget)
        label = QLabel("Words")
        found = interface(label)
        assert all(found is not one for one in ended)
        shiboken6.delete(label)


def test_of_a_widget_that_is_gone_nothing_is_told(qtbot: QtBot) -> None:
    widget = QTreeWidget()
    widget.setAccessibleName("A tree")
    ours, native = given(widget)
    assert ours.text(Text.Name) == "A tree"
    asked: list[tuple[bool, str, int, int]] = []
    widget.destroyed.connect(
        lambda: asked.append(
            (ours.isValid(), ours.text(Text.Name), ours.childCount(), ours.role().value)
        )
    )
    shiboken6.delete(widget)
    assert asked == [(False, "", 0, Role.Grouping.value)]
    assert not shiboken6.isValid(native)
