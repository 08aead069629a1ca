"""At every size of screen and text: nothing is cut or covered, and a finger hits each control."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QToolButton, QWidget

from tests.core.shelf import GOOD
from tests.ui.kiosk.conftest import LANDSCAPE, PORTRAIT, OpenKiosk
from tests.ui.kiosk.visitor import Visitor
from tests.ui.measuring import rect_in
from viewer.ui.kiosk.hearing_row import Heard
from viewer.ui.kiosk.press import Press
from viewer.ui.kiosk.scale import TARGET
from viewer.ui.kiosk.staff import StaffPanel
from viewer.ui.kiosk.still_there import StillThere
from viewer.ui.kiosk.tile import TileButton

pytestmark = pytest.mark.slow

LAPTOP = (1280, 800)
SETTLED = 10
"""Looks, 30 ms apart, within which all has its place."""
SETTINGS = "clinic_name: Riverside Kidney Care\nkiosk:\n  printer: Front desk\n"


def parts(inside: QWidget) -> Iterator[QWidget]:
    """Every control and label in sight."""
    for kind in (QAbstractButton, QLabel, QLineEdit):
        for widget in inside.findChildren(kind):
            if widget.isVisible() and (widget.accessibleName() or isinstance(widget, QLabel)):
                yield widget


def faults(inside: QWidget, visitor: Visitor) -> list[str]:
    """What is cut, too small for a finger, outside the window, or covered."""
    window = visitor.window
    home = window.home
    found: list[str] = []
    boxes: list[tuple[str, QRect]] = []
    for widget in parts(inside):
        words = getattr(widget, "text", lambda: "")() or widget.accessibleName()
        name = f"{type(widget).__name__} {words!r}"
        box = rect_in(widget, window)
        is_label = isinstance(widget, QLabel)
        if is_label and not words:
            continue
        is_pressed = not is_label and not isinstance(widget, QLineEdit)
        if is_pressed and min(box.width(), box.height()) < TARGET - 4:
            found.append(f"{name} is small: {box.width()} x {box.height()}")
        scrolls = isinstance(widget, TileButton) and home.overflows
        if not scrolls:
            if not window.rect().contains(box):
                found.append(f"{name} is outside: {box}")
            if not isinstance(widget, QLineEdit):
                seen = widget.visibleRegion().boundingRect()
                boxes.append((name, seen.translated(box.topLeft())))
        found += cut(widget, name)
    for (one, first), (other, second) in combinations(boxes, 2):
        common = first & second
        if min(common.width(), common.height()) > 2:
            found.append(f"{one} and {other} overlap by {common.width()} x {common.height()}")
    return found


def cut(widget: QWidget, name: str) -> list[str]:
    """Whether its words have too little room."""
    wide = needed = 0
    if isinstance(widget, QLabel):
        needed = widget.heightForWidth(widget.width()) if widget.wordWrap() else 0
        wide = max(
            (widget.fontMetrics().horizontalAdvance(word) for word in widget.text().split()),
            default=0,
        )
        is_cut = needed > widget.height() + 1 or wide > widget.width() + 1
    elif isinstance(widget, TileButton):
        needed = widget.needed_height(widget.width(), upright=widget.is_upright)
        wide = widget.needed_width() - 2  # it asks for two more, for rounding
        is_cut = needed > widget.height() or wide > widget.width()
    elif isinstance(widget, Press | QToolButton):
        lines = widget.lines if isinstance(widget, Press) else widget.text().split("\n")
        wide = max((widget.fontMetrics().horizontalAdvance(line) for line in lines), default=0)
        needed = widget.fontMetrics().lineSpacing() * len(lines)
        icon = 0 if widget.icon().isNull() else widget.iconSize().width()
        is_cut = wide + icon > widget.width() - 12 or needed > widget.height() - 8
    else:
        is_cut = False
    room = f"{widget.width()} x {widget.height()}, wants {wide} x {needed}"
    return [f"{name} is cut: {room}"] if is_cut else []


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT, LAPTOP], ids=["lying", "upright", "small"])
@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_all_has_room(
    open_kiosk: OpenKiosk, clinic: Callable[[str], None], size: tuple[int, int], language: str
) -> None:
    clinic(SETTINGS)
    library = GOOD if language == "ar" else None
    visitor = open_kiosk("--language", language, library=library, size=size)
    window = visitor.window
    overlays = (window.findChild(StaffPanel), window.findChild(StillThere))
    found: list[str] = []

    percent = 100

    def look(front: str, inside: QWidget = window) -> None:
        seen: list[str] = []
        for _ in range(SETTLED):  # each layout tells the next one in a later turn of the loop
            visitor.qtbot.wait(30)
            seen = faults(inside, visitor)
            if not seen:
                break
        found.extend(f"{percent} %, {front}: {fault}" for fault in seen)

    while True:
        look("home")
        window.home.tiles[0].click()
        look("page", window.bar)
        look("page", window.side)
        for heard in (Heard(reads=True), Heard(reads=True, rests=True, spoken=True)):
            window.bar.show_hearing(heard)
            look("listening", window.bar)
        window.bar.home.click()
        look("spoken home")
        window.bar.show_hearing(Heard())
        window.home.tiles[-1].click()
        look("list")
        field = window.findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        visitor.touch_at(visitor.rect(field).center())
        look("typing")
        window.bar.home.click()
        staff, asks = overlays
        assert isinstance(staff, StaffPanel)
        assert isinstance(asks, StillThere)
        staff.begin()
        look("staff", staff)
        staff.close_panel()
        asks.begin(20)
        look("countdown", asks)
        asks.close_panel()
        if percent == 300:
            break
        percent += 100
        for _ in range(3):
            window.bar.larger.click()
    assert not found, "\n".join(found)
