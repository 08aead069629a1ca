"""Every control of a kiosk has a name and a role, and is large enough for a finger."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from tests.ui.kiosk.conftest import OpenKiosk
from tests.ui.kiosk.ear import SILENT
from tests.ui.kiosk.visitor import Visitor
from viewer.ui.kiosk.key import Key
from viewer.ui.kiosk.scale import TARGET
from viewer.ui.kiosk.staff import StaffPanel
from viewer.ui.kiosk.still_there import StillThere

pytestmark = pytest.mark.slow

ROLES = (
    QAccessible.Role.PushButton,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.EditableText,
)


def look_at(visitor: Visitor) -> int:
    """Look at every control in sight; gives how many there are."""
    visitor.look()
    controls = [*visitor.buttons, *visitor.window.findChildren(QLineEdit)]
    shown = [control for control in controls if control.isVisible()]
    for control in shown:
        seen = QAccessible.queryAccessibleInterface(control)
        name = seen.text(QAccessible.Text.Name)
        assert name.strip(), control
        assert seen.role() in ROLES, name
        assert bool(seen.state().disabled) is not control.isEnabled(), name
        if isinstance(control, QAbstractButton) and control.isCheckable():
            assert bool(seen.state().checked) is control.isChecked(), name
        if not isinstance(control, Key | QLineEdit):  # keys are as wide as a row of ten leaves
            assert min(control.width(), control.height()) >= TARGET - 1, name
    return len(shown)


def test_no_control_is_nameless(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk(means=SILENT)
    window = visitor.window
    asks, staff = window.findChild(StillThere), window.findChild(StaffPanel)
    assert isinstance(asks, StillThere)
    assert isinstance(staff, StaffPanel)
    assert look_at(visitor) >= 10
    visitor.touch("Keep your room mild")
    visitor.touch("Listen")
    assert look_at(visitor) >= 15
    visitor.touch("Start over")
    visitor.touch("All topics")
    visitor.touch_at(visitor.rect(visitor.field).center())
    assert look_at(visitor) >= 30
    asks.begin(20)
    assert look_at(visitor) > 2
    asks.close_panel()
    staff.begin()
    assert look_at(visitor) > 2


def test_up_and_down_go_from_row_to_row_of_the_tiles(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    tiles, handle = visitor.window.home.tiles, visitor.window.windowHandle()
    rows = sorted({tile.y() for tile in tiles})
    assert len(rows) > 1
    tiles[1].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(handle, Qt.Key.Key_Down)
    below = QApplication.focusWidget()
    assert below in tiles
    assert below.y() == rows[1]
    QTest.keyClick(handle, Qt.Key.Key_Up)
    above = QApplication.focusWidget()
    assert above in tiles
    assert above.y() == rows[0]
