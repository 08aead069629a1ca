"""The focus is seen on all that Tab comes to at a kiosk, in every theme that it has."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.focus_faults import is_ringed, name_of
from tests.ui.kiosk.conftest import OpenKiosk
from tests.ui.kiosk.visitor import Visitor
from tests.ui.measuring import rect_in

pytestmark = pytest.mark.slow
Key = Qt.Key


def unseen(visitor: Visitor) -> list[str]:
    """Press Tab until it comes round; the controls at which nothing shows it."""
    found: list[str] = []
    met: list[QWidget] = []
    visitor.look()
    for _ in range(90):
        before = visitor.window.grab().toImage()
        visitor.key(Key.Key_Tab)
        visitor.look()
        now = QApplication.focusWidget()
        assert now is not None
        if met and now is met[0] and now is not met[-1]:
            return found
        if now not in met:
            after = visitor.window.grab().toImage()
            if not is_ringed(before, after, rect_in(now, visitor.window)):
                found.append(name_of(now))
        met.append(now)
    raise AssertionError([name_of(widget) for widget in met])


@pytest.mark.parametrize("contrast", [False, True])
def test_home_a_list_a_page_and_the_keyboard_show_it(open_kiosk: OpenKiosk, contrast: bool) -> None:
    visitor = open_kiosk()
    if contrast:
        visitor.touch("Contrast")
    assert unseen(visitor) == []
    visitor.touch("All topics")
    assert unseen(visitor) == []
    visitor.touch_at(visitor.rect(visitor.field).center())
    assert "q" in visitor.names
    assert unseen(visitor) == []
    visitor.touch("Home")
    visitor.touch("Move safely")
    assert unseen(visitor) == []
