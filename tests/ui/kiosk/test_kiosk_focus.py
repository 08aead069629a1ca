"""A kiosk by the keyboard: where Tab goes, where the focus is, and what a screen reader is told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTextBrowser, QWidget

from tests.ui.kiosk.conftest import LANDSCAPE, PORTRAIT, OpenKiosk
from tests.ui.kiosk.visitor import Visitor
from viewer.ui.kiosk import by_key

Key = Qt.Key


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert isinstance(found, QWidget)
    return found


def name_of(widget: QWidget) -> str:
    return widget.accessibleName() or widget.objectName()


def tab_round(visitor: Visitor, key: Key = Key.Key_Tab) -> list[str]:
    """The names of all that Tab comes to until it comes round."""
    names: list[str] = []
    for _ in range(90):
        visitor.key(key)
        if names and name_of(focused()) == names[0] and not isinstance(focused(), QTextBrowser):
            return names
        names.append(name_of(focused()))
    raise AssertionError(names)


def tab_to(visitor: Visitor, name: str) -> QWidget:
    for _ in range(90):
        if name_of(focused()).startswith(name):
            return focused()
        visitor.key(Key.Key_Tab)
    raise AssertionError(name)


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_tab_goes_in_the_order_of_reading(open_kiosk: OpenKiosk, size: tuple[int, int]) -> None:
    visitor = open_kiosk(size=size)
    names = tab_round(visitor)
    tiles = [tile.accessibleName() for tile in visitor.window.home.tiles]
    bar = [b.accessibleName() for b in visitor.window.bar.controls if b.isVisible()]
    assert names == [*tiles, *(name for name in bar if name != "Smaller text")]
    assert tab_round(visitor, Key.Key_Backtab)[:2] == names[::-1][:2]


def test_a_list_is_read_from_its_field_to_the_bar(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    tab_to(visitor, "All topics")
    visitor.key(Key.Key_Return)
    assert name_of(focused()) == "What is calciphylaxis?", "the first row"
    visitor.key(Key.Key_Backtab)
    assert isinstance(focused(), QLineEdit)
    names = tab_round(visitor)
    order = ("What is calciphylaxis?", "More", "q", "Hide keyboard", "Home")
    places = [names.index(name) for name in order]
    assert places == sorted(places)


def test_the_keyboard_on_the_screen_is_for_a_switch_too(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    tab_to(visitor, "All topics")
    visitor.key(Key.Key_Space)
    visitor.key(Key.Key_Backtab)
    tab_to(visitor, "q")
    visitor.key(Key.Key_Return)
    tab_to(visitor, "w")
    visitor.key(Key.Key_Space)
    field = visitor.window.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    assert field.text() == "qw"
    tab_to(visitor, "Hide keyboard")
    visitor.key(Key.Key_Return)
    assert focused() is not None
    assert focused().isVisible()


@pytest.mark.slow
def test_home_has_its_whole_bar_after_somebody_typed(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.touch("All topics")
    field = visitor.window.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    visitor.touch_at(visitor.rect(field).center())
    assert "Hide keyboard" in visitor.names
    visitor.touch("Home")
    assert "Larger text" in visitor.names
    visitor.touch("All topics")
    assert "Hide keyboard" not in visitor.names


def test_the_focus_goes_to_the_page_and_comes_back(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    tab_to(visitor, "Move safely")
    visitor.key(Key.Key_Return)
    view = visitor.window.view
    assert focused() is view
    assert view.property("framed") is True
    tab_to(visitor, "Back")
    visitor.key(Key.Key_Return)
    assert visitor.is_home
    assert name_of(focused()).startswith("Move safely"), "where they were"
    visitor.key(Key.Key_Return)
    visitor.key(Key.Key_Escape)
    assert visitor.is_home, "Escape goes back"
    visitor.key(Key.Key_Escape)
    assert visitor.is_home


def test_keys_scroll_a_page_wherever_the_focus_is(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.touch("Move safely")
    bar = visitor.window.view.verticalScrollBar()

    def moved(key: Key) -> int:
        before = bar.value()
        visitor.key(key)
        return bar.value() - before

    assert moved(Key.Key_Down) > 0
    assert moved(Key.Key_PageDown) > moved(Key.Key_Up) * -1 > 0
    assert moved(Key.Key_End) > 0
    assert moved(Key.Key_PageUp) < 0
    tab_to(visitor, "Home")
    visitor.key(Key.Key_Home)
    assert bar.value() == 0
    assert moved(Key.Key_PageDown) > 0


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Space])
def test_rows_at_the_end_of_a_page_open(open_kiosk: OpenKiosk, key: Key) -> None:
    visitor = open_kiosk()
    tab_to(visitor, "What is calciphylaxis?")
    visitor.key(Key.Key_Return)
    view = visitor.window.view
    for _ in range(60):
        visitor.key(Key.Key_Tab)
        assert focused() is view, "the row was not reached"
        if view.textCursor().selectedText() == "Who can get it?":
            break
    at = view.cursorRect(view.textCursor())
    assert view.viewport().rect().intersects(at), "the row is in sight"
    visitor.key(key)
    assert visitor.title == "Who can get it?"
    assert focused() is view


def test_every_link_of_a_page_leads_somewhere(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    for name in ("Keep your room mild", "When do I get help", "What is calciphylaxis?"):
        visitor.touch(name)
        assert 'href="http' not in visitor.window.view.toHtml(), name
        visitor.touch("Home")


@pytest.mark.slow
def test_what_is_switched_off_hands_its_focus_on(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    larger = tab_to(visitor, "Larger text")
    while larger.isEnabled():
        visitor.key(Key.Key_Return)
    assert name_of(focused()) == "Smaller text"
    tab_to(visitor, "Move safely")
    visitor.key(Key.Key_Return)
    down = tab_to(visitor, "Down")
    while down.isEnabled():
        visitor.key(Key.Key_Space)
    assert name_of(focused()) == "Up"


def test_a_touch_shows_no_focus(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    tab_to(visitor, "Contrast")
    visitor.touch("Larger text")
    assert focused() is visitor.window
    visitor.touch("Move safely")
    assert focused() in (visitor.window, visitor.window.view)
    assert not visitor.window.view.property("framed")
    visitor.touch("Home")
    assert not any(button.hasFocus() for button in visitor.buttons)


@pytest.mark.slow
def test_a_look_that_is_changed_leaves_the_focus(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    tab_to(visitor, "Contrast")
    visitor.key(Key.Key_Space)
    assert name_of(focused()) == "Contrast"
    tab_to(visitor, "Español")
    visitor.key(Key.Key_Return)
    assert name_of(focused()) == "Español"


def test_arrows_go_on_as_tab_does(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    tiles = visitor.window.home.tiles
    tab_to(visitor, tiles[0].accessibleName())
    visitor.key(Key.Key_Right)
    assert focused() is tiles[1]
    visitor.key(Key.Key_Left)
    assert focused() is tiles[0]


def test_nothing_under_an_overlay_can_be_reached(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    tab_to(visitor, "Move safely")
    QTest.keyClick(
        focused(), Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    covered = (*visitor.window.home.tiles, *visitor.window.bar.controls)
    assert not any(button.isEnabled() for button in covered)
    for _ in range(30):
        visitor.key(Key.Key_Tab)
        assert not visitor.window.home.isAncestorOf(focused())
        assert not visitor.window.bar.isAncestorOf(focused())
    visitor.key(Key.Key_Escape)
    assert all(tile.isEnabled() for tile in visitor.window.home.tiles)
    assert not visitor.window.bar.smaller.isEnabled(), "what was off before stays off"
    assert name_of(focused()).startswith("Move safely")


def test_a_screen_reader_hears_where_it_has_come(
    open_kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(by_key, "announce", lambda _, words: said.append(words))
    visitor = open_kiosk()
    visitor.touch("Move safely")
    assert said[-1] == "How can I move safely?"
    visitor.touch("Larger text")
    count = len(said)
    assert said[-1] == "How can I move safely?"
    visitor.touch("Home")
    assert said[-1] == visitor.title
    assert len(said) == count + 1


def test_a_screen_reader_goes_in_the_order_of_the_screen(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    bar = visitor.window.bar
    buttons = [child for child in bar.children() if isinstance(child, QAbstractButton)]
    for parent in {button.parentWidget() for button in bar.controls}:
        inside = [c for c in (parent.children() if parent else ()) if c in bar.controls]
        assert inside == [c for c in bar.controls if c in inside]
    assert buttons == []
    for tag, button in bar.languages.items():
        assert button.accessibleDescription() == "Language", tag
