"""A visitor searches: what is found late comes too, and nothing stands over the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.kiosk.conftest import LANDSCAPE, PORTRAIT, OpenKiosk
from tests.ui.kiosk.visitor import Visitor
from tests.ui.packs import PackWriter, section
from viewer.ui.finder import SmallFinder
from viewer.ui.kiosk.key import Key


def begin_to_type(visitor: Visitor) -> QLineEdit:
    visitor.touch("All topics")
    field = visitor.window.topics.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    visitor.touch_at(visitor.rect(field).center())
    return field


@pytest.mark.slow
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


def test_a_topic_that_was_found_opens(
    open_kiosk: OpenKiosk, packs: PackWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its title, as long as there is no index."""
    for topic in ("apples", "pears"):
        first, second = (section(f"{word} {topic}", "Of it.", "Of it.") for word in ("On", "More"))
        packs.topic(topic, {"one": first, "two": second})
    monkeypatch.setattr(SmallFinder, "begin", lambda _: None)
    visitor = open_kiosk(library=packs.folder)
    field = begin_to_type(visitor)
    for letter in "pea":
        visitor.touch(letter)
    visitor.touch("Pears")
    assert field.text() == ""
    assert visitor.title == "Pears"
    assert "On pears" in visitor.names
    visitor.touch("More pears")
    assert visitor.title == "More pears"


def test_escape_puts_the_keyboard_away_and_then_leads_back(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    field = begin_to_type(visitor)
    field.setFocus()
    visitor.key(Qt.Key.Key_Escape)
    assert visitor.window.topics.typing_height == 0
    assert not visitor.is_home
    visitor.key(Qt.Key.Key_Escape)
    assert visitor.is_home


@pytest.mark.slow
@pytest.mark.parametrize(
    "held",
    [
        Qt.KeyboardModifier.GroupSwitchModifier,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    ],
    ids=["x11", "windows"],
)
def test_what_altgr_writes_is_written(open_kiosk: OpenKiosk, held: Qt.KeyboardModifier) -> None:
    field = begin_to_type(open_kiosk())
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Q, held, "@")
    QApplication.sendEvent(field, press)
    assert field.text() == "@"
