"""Every screen of a kiosk in every theme: words 7:1, parts 3:1, as they are painted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from tests.ui.kiosk.conftest import OpenKiosk
from tests.ui.kiosk.visitor import Visitor
from tests.ui.measuring import rect_in
from tests.ui.painted import Seen, picture_of, see, whole_page_seen
from tests.ui.painted_controls import (
    edges_seen,
    focus_seen,
    report,
    shown,
    states_seen,
    words_seen,
)
from viewer.ui.kiosk.attract import Attract
from viewer.ui.kiosk.staff import StaffPanel
from viewer.ui.kiosk.still_there import StillThere

pytestmark = pytest.mark.slow

INSET = 14
"""Pixels that the edge of a kiosk's control takes at most, with the space beside it."""
each_theme = pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
SETTINGS = "kiosk:\n  printer: Front desk\n"
Open = Callable[[str], Visitor]


@pytest.fixture
def open_one(open_kiosk: OpenKiosk, clinic: Callable[[str], None]) -> Open:
    """A kiosk in a theme, with all that a bar can have."""
    clinic(SETTINGS)
    return lambda theme: open_kiosk("--theme", theme)


def buttons(inside: QWidget) -> list[QWidget]:
    return [w for w in shown(inside) if isinstance(w, QAbstractButton) and w.accessibleName()]


def all_of(inside: QWidget, top: QWidget) -> list[Seen]:
    """Words and drawings at rest, under the pointer and held down; and the edges."""
    image = picture_of(top)
    # The cross in the field is a drawing without an edge.
    edged = [b for b in buttons(inside) if b.accessibleName() != "Clear the search"]
    return [
        *edges_seen(edged, image, top),  # before anything moves
        *words_seen(inside, image, top, INSET),
        *states_seen(inside, top, INSET),
    ]


@each_theme
def test_home_and_its_bar(open_one: Open, theme: str) -> None:
    window = open_one(theme).window
    report(theme, "kiosk home", all_of(window, window))
    report(theme, "kiosk home, focus", focus_seen(buttons(window), window, window))


@each_theme
def test_a_page(open_one: Open, theme: str) -> None:
    visitor = open_one(theme)
    visitor.touch("What is calciphylaxis?")
    window = visitor.window
    report(theme, "kiosk page", whole_page_seen(window.view))
    report(theme, "kiosk page's controls", all_of(window, window))
    report(theme, "kiosk page, focus", focus_seen(buttons(window), window, window))


@each_theme
def test_a_list_and_its_keyboard(open_one: Open, theme: str) -> None:
    visitor = open_one(theme)
    visitor.touch("All topics")
    window = visitor.window
    report(theme, "kiosk list", all_of(window, window))
    field = window.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    visitor.touch_at(visitor.rect(field).center())
    visitor.touch("q")
    report(theme, "kiosk keyboard", all_of(window, window))
    keys = [b for b in buttons(window) if b.accessibleName() in ("a", "Space", "Numbers")]
    report(theme, "kiosk keyboard, focus", focus_seen(keys, window, window))


@each_theme
def test_what_is_said_above_the_bar(open_one: Open, theme: str) -> None:
    window = open_one(theme).window
    for good in (True, False):
        window.say("Your page is printing.", good=good)
        image = picture_of(window)
        inner = rect_in(window.said, window).adjusted(9, 9, -9, -9)
        seen = see(image, inner, "what is said", letters=27)
        assert seen is not None
        report(theme, "kiosk said", [seen, *edges_seen([window.said], image, window)])


@each_theme
def test_the_question_whether_anybody_is_there(open_one: Open, theme: str) -> None:
    window = open_one(theme).window
    asks = window.findChild(StillThere)
    assert isinstance(asks, StillThere)
    asks.begin(20)
    report(theme, "kiosk countdown", all_of(asks, window))
    asks.close_panel()


@each_theme
def test_the_staffs_page(open_one: Open, theme: str) -> None:
    window = open_one(theme).window
    staff = window.findChild(StaffPanel)
    assert isinstance(staff, StaffPanel)
    staff.begin()
    report(theme, "kiosk staff", all_of(staff, window))
    report(theme, "kiosk staff, focus", focus_seen(buttons(staff), window, buttons(staff)[-1]))
    staff.close_panel()


@each_theme
def test_the_tiles_in_turn(open_one: Open, theme: str) -> None:
    """The tile itself, once it has come: its words, on its own ground."""
    window = open_one(theme).window
    attract = window.findChild(Attract)
    assert isinstance(attract, Attract)
    attract._motion = lambda: False
    attract.begin()
    assert attract._now is not None
    place = attract._now.place
    inner = place.adjusted(40, place.height() // 3, -40, -40)
    seen = see(picture_of(window), inner, "a tile", letters=60)
    assert seen is not None
    report(theme, "kiosk attract", [seen])
    attract.close_panel()
