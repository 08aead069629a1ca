"""A visitor searches: what is found late comes too, and nothing stands over the keyboard."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from tests.ui.kiosk.conftest import LANDSCAPE, PORTRAIT, OpenKiosk
from tests.ui.kiosk.visitor import Visitor
from viewer.ui.kiosk.key import Key


def begin_to_type(visitor: Visitor) -> QLineEdit:
    visitor.touch("All topics")
    field = visitor.window.topics.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    visitor.touch_at(visitor.rect(field).center())
    return field


def test_whoever_types_before_the_texts_are_read_finds_what_is_in_them(
    open_kiosk: OpenKiosk,
) -> None:
    visitor = open_kiosk()
    field = begin_to_type(visitor)
    finder = visitor.window._session.desk.finder
    assert finder.is_preparing
    for letter in "ice":
        visitor.touch(letter)
    assert field.text() == "ice"
    visitor.qtbot.waitUntil(lambda: not finder.is_preparing, timeout=20_000)
    assert "How warm should my room be?" in " ".join(visitor.names)


def test_a_sentence_takes_no_key_its_touches(open_kiosk: OpenKiosk) -> None:
    for size in (LANDSCAPE, PORTRAIT):
        visitor = open_kiosk(size=size)
        window = visitor.window
        window.say("Your page is at the printer. Please take it with you.", good=True)
        field = begin_to_type(visitor)
        window.say("Your page is at the printer. Please take it with you.", good=True)
        keys = [key.text() for key in window.findChildren(Key) if key.isVisible()]
        for letter in (key for key in keys if key.isalpha() and len(key) == 1):
            visitor.touch(letter)
            assert field.text().endswith(letter)


def test_a_sentence_goes_when_it_is_touched(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    said = visitor.window.said
    visitor.window.say("Your page is at the printer. Please take it with you.", good=True)
    assert said.isVisible()
    visitor.touch_at(visitor.rect(said).center())
    assert not said.isVisible()
    assert visitor.is_home, "the touch does nothing else"
