"""Pages in the spoken mode: no "not" is lost, by finger or by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QButtonGroup

from tests.ui.kiosk.conftest import OpenKiosk
from tests.ui.kiosk.ear import SILENT, Ear, ear, words
from tests.ui.kiosk.locked import finger
from tests.ui.packs import PackWriter, section
from viewer.ui.group import Answer

pytestmark = pytest.mark.slow

__all__ = ["ear", "finger"]

TEXT = """
Read this first. Then see [the other page](section:b) as well. It is short.

### Never {: .dont }

- Take [ibuprofen](section:b)
- Buy pills at [a shop](https://example.org/pills)

!!! danger "Alcohol"
    - Drink [wine](section:b)
    - Swim
"""


@pytest.fixture
def reader(open_kiosk: OpenKiosk, packs: PackWriter, finger: QPointingDevice) -> Ear:
    sections = {
        "a": section("A", TEXT, TEXT, question="A?", care="temperature"),
        "b": section("B", "Bee.", "Bee.", question="B?"),
    }
    packs.topic("one", sections)
    ear = Ear(open_kiosk(library=packs.folder, means=SILENT), finger)
    ear.visitor.touch("A?")
    ear.turn_on()
    return ear


def test_no_not_is_lost_under_the_finger_or_by_keyboard(reader: Ear) -> None:
    ear = reader
    opens = "opens a page"
    assert ear.tap(words(ear, "ibuprofen")) == f"Do not: Take ibuprofen {opens}"
    assert ear.tap(words(ear, "Take")) == "Do not: Take ibuprofen"
    assert ear.tap(words(ear, "Buy pills")).startswith("Do not: Buy pills at a shop (")
    assert ear.tap(words(ear, "the other")) == f"Then see the other page as well. {opens}"
    box = f"Alcohol Do not: Drink wine Do not: Swim {opens}"
    assert ear.tap(words(ear, "wine")) == box

    view = ear.window.view
    view.verticalScrollBar().setValue(0)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    heard = []
    for _ in range(5):
        QTest.keyClick(ear.window.windowHandle(), Qt.Key.Key_Tab)
        ear.visitor.look()
        heard.append(ear.last)
    assert f"Then see the other page as well. {opens}" in heard
    assert f"Do not: Take ibuprofen {opens}" in heard
    assert box in heard


def test_a_language_without_a_voice_is_told_of_and_leaves_the_mode_on(reader: Ear) -> None:
    ear = reader
    ear.window.visit.choose_language("es")
    ear.visitor.look()
    assert ear.mode.is_on
    ear.tap(words(ear, "Buy pills"))
    assert [one.language for one in ear.said[-1]] == ["en"]
    ear.speech._heed({"lacks": ear.speech._number})
    ear.visitor.look()
    assert ear.mode.is_on
    assert [one.language for one in ear.said[-1]] == ["es", "es"]
    ear.speech._heed({"lacks": ear.speech._number})
    ear.visitor.look()
    assert not ear.mode.is_on, "there is nothing left that can be heard"


def test_a_page_that_is_made_anew_is_said_anew(
    reader: Ear, packs: PackWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    ear = reader
    voice = ear.mode._voice
    before = voice.page_utterances
    assert voice.page_utterances is before
    monkeypatch.setattr(type(voice), "_numbers", ("15", "555-0199"))
    other = voice.page_utterances
    assert other is not before
    ear.window.visit._session.renew()
    assert voice.page_utterances is not other
    assert voice.page_utterances == other


def test_its_end_is_said_once_and_nothing_of_a_visitor_stays(ear: Ear) -> None:
    ear.turn_on()
    ear.said.clear()
    ear.tap_twice(ear.window.bar.hearing.spoken_off)
    assert not ear.mode.is_on
    texts = [" ".join(one.text for one in said) for said in ear.said]
    assert texts.count("Spoken mode is off.") == 1
    mode = ear.mode
    mode._focused, mode._is_second = mode._under.of(ear.window.home.tiles[0]), True
    mode._again = ear.window.rect().center()
    mode._end()
    assert not any((mode._focused, mode._again, mode._is_second))


@pytest.mark.parametrize("key", [0x424, 0x20AC, 0])
def test_keys_that_have_no_name_do_nothing(ear: Ear, key: int) -> None:
    ends, topics = ear.window._ends, ear.window.topics
    assert not ends.press(key, topics)
    answer, group = Answer("Yes"), QButtonGroup()
    group.addButton(answer)
    answer.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "x"))
    assert not answer.isChecked()
