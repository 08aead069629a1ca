"""The spoken mode in all its parts: what is said of each thing, and what turns it on or off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QScroller

from tests.ui.kiosk.conftest import OpenKiosk
from tests.ui.kiosk.ear import SILENT, Ear, ear, link, part, words
from tests.ui.kiosk.locked import finger
from tests.ui.packs import PackWriter, section
from viewer.ui.announcing import announce
from viewer.ui.kiosk.attract import Attract
from viewer.ui.kiosk.key import Key
from viewer.ui.kiosk.row_button import RowButton

__all__ = ["ear", "finger"]

pytestmark = pytest.mark.slow
Held = Qt.KeyboardModifier


def test_a_link_under_the_finger_is_not_followed_until_a_touch_counts_again(ear: Ear) -> None:
    ear.visitor.touch("Move safely")
    view, before = ear.window.view, ear.visitor.title
    ear.hold(link(ear))
    assert ear.mode.is_on
    assert ear.visitor.title == before
    state = QScroller.scroller(view.viewport()).state()
    assert state is QScroller.State.Inactive, "no finger is on the page for it"
    ear.mode.toggle()
    ear.tap(link(ear))
    assert ear.visitor.title != before


def test_a_mouse_that_is_held_turns_it_on_too(ear: Ear) -> None:
    handle, place = ear.window.windowHandle(), ear.visitor.rect(ear.window.home.tiles[1]).center()
    with ear.brief_hold():
        QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=place)
        ear.qtbot.waitUntil(lambda: ear.mode.is_on)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=place)
    assert ear.visitor.is_home


def test_a_finger_that_moves_turns_nothing_on(ear: Ear) -> None:
    place = ear.window.rect().center()
    with ear.brief_hold():
        ear.press(place)
        ear.move(place + QPoint(0, 40))
        assert not ear.is_holding
        ear.release(place + QPoint(0, 40))
    assert not ear.mode.is_on


def test_two_fingers_turn_nothing_on(ear: Ear) -> None:
    handle, place = ear.window.windowHandle(), ear.window.rect().center()
    ear.press(place)
    assert ear.is_holding
    QTest.touchEvent(handle, ear.finger).stationary(0).press(1, place + QPoint(200, 0)).commit()
    assert not ear.is_holding
    done = QTest.touchEvent(handle, ear.finger)
    done.release(0, place).release(1, place + QPoint(200, 0)).commit()
    assert not ear.mode.is_on


def test_a_finger_that_rests_while_somebody_listens_turns_nothing_off(ear: Ear) -> None:
    ear.turn_on()
    ear.hold(ear.window.home.tiles[0])  # and what is under it is being said all the time
    assert ear.mode.is_on


def test_the_key_wakes_a_screen_that_rests(ear: Ear) -> None:
    attract = part(ear, Attract)
    attract.begin()
    ear.turn_on()
    assert not attract.is_open


@pytest.mark.parametrize(
    "held", [Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier]
)
def test_only_the_bare_key_turns_it_on(ear: Ear, held: Held) -> None:
    QTest.keyClick(ear.window.windowHandle(), Qt.Key.Key_F4, held)
    assert ear.said == []
    assert not ear.mode.is_on


def test_the_next_visitor_finds_it_off_and_the_voice_as_usual(ear: Ear) -> None:
    ear.turn_on()
    ear.tap_twice(ear.window.bar.hearing.louder)
    ear.tap_twice(ear.window.bar.hearing.faster)
    assert ear.speech._how == {"volume": 0.8, "rate": 0.2}
    ear.window.visit.wipe()
    assert not ear.mode.is_on
    assert not ear.speech.is_speaking
    assert not ear.window.bar.hearing.isVisible()
    assert ear.speech._how == {"volume": 0.6, "rate": 0.0}


def test_a_voice_that_fails_later_gives_the_touches_back(ear: Ear) -> None:
    ear.turn_on()
    ear.speech._fail(ear.speech._broken(is_missing=False))
    ear.qtbot.waitUntil(lambda: not ear.mode.is_on)
    assert ear.window.said.text().startswith("This screen cannot read aloud now.")
    ear.tap(ear.window.home.tiles[0])
    assert ear.visitor.page


def test_the_words_of_a_page_are_heard_under_the_finger(ear: Ear) -> None:
    ear.visitor.touch("Keep your room mild")
    ear.turn_on()
    assert ear.tap(words(ear, "Keep your room not")).startswith("Keep your room not too hot")
    assert ear.tap(words(ear, "Wear soft layers")) == "Wear soft layers that you can take off."
    assert ear.tap(words(ear, "Do this")) == "Do this heading"
    before = ear.visitor.title
    ear.tap_twice(words(ear, "Wear soft layers"))
    assert ear.visitor.title == before


def test_what_not_to_do_is_heard_with_its_not(
    open_kiosk: OpenKiosk, packs: PackWriter, finger: QPointingDevice
) -> None:
    text = "### Do not {: .dont }\n\n- Use a heated blanket.\n"
    packs.topic("one", {"a": section("A", text, text, question="A?", care="temperature")})
    ear = Ear(open_kiosk(library=packs.folder, means=SILENT), finger)
    ear.visitor.touch("A?")
    ear.turn_on()
    assert ear.tap(words(ear, "Use a heated")) == "Do not: Use a heated blanket."


def test_a_link_is_named_and_opened_by_the_second_touch(ear: Ear) -> None:
    ear.visitor.touch("Move safely")
    ear.turn_on()
    before = ear.visitor.title
    assert ear.tap(link(ear)).endswith("opens a page")
    assert ear.visitor.title == before
    ear.tap(link(ear))
    assert ear.visitor.title != before


def test_languages_say_which_is_chosen_each_in_its_own(ear: Ear) -> None:
    ear.turn_on()
    english, spanish = ear.window.bar.languages["en"], ear.window.bar.languages["es"]
    assert ear.tap(english) == "English language, chosen"
    assert ear.tap(spanish) == "Español language"
    assert [one.language for one in ear.said[-1]] == ["es", "en"]
    ear.tap(spanish)
    assert ear.visitor.title == "¿Qué le gustaría saber?"
    ear.be_quiet()
    assert {one.language for one in ear.said[-1]} == {"es"}


def test_it_is_said_what_is_on_and_what_cannot_be_used(ear: Ear) -> None:
    ear.turn_on()
    bar = ear.window.bar
    assert ear.tap(bar.contrast) == "Contrast, button, switched off"
    ear.tap(bar.contrast)
    assert ear.last == "Contrast, button, switched on"
    assert ear.window.visit.high_contrast
    assert ear.tap(bar.smaller) == "Smaller text, button, cannot be used now"
    ear.tap(bar.smaller)
    assert ear.window._session.percent == 100


def test_topics_are_searched_with_the_keys_on_the_screen(ear: Ear) -> None:
    ear.turn_on()
    ear.tap_twice(ear.window.home.tiles[-1])
    assert ear.last.startswith(ear.visitor.title)
    field = ear.visitor.field
    assert ear.tap(field) == "Search, you can type here."
    ear.tap(field)
    key = next(k for k in ear.window.findChildren(Key) if k.isVisible() and k.text() == "z")
    assert ear.tap(key) == "z"
    assert field.text() == ""
    ear.tap(key)
    assert field.text() == "z"
    ear.qtbot.waitUntil(lambda: "Nothing found" in ear.last or "found" in ear.last)
    row = next((r for r in ear.window.findChildren(RowButton) if r.isVisible()), None)
    if row is not None:
        assert f"{row.accessibleName()}, button, 1 of" in ear.tap(row)


def test_listening_is_begun_paused_and_gone_on_with_by_touch(ear: Ear) -> None:
    ear.visitor.touch("Keep your room mild")
    ear.turn_on()
    hearing = ear.window.bar.hearing
    ear.tap_twice(hearing.listen)
    page = ear.said[-1]
    assert page[0].text == ear.visitor.title
    ear.speech._heed({"ended": ear.speech._number})  # on to the second sentence
    second = ear.speech.current
    assert second is page[1]
    assert hearing.pause.isVisible()
    ear.tap(words(ear, "Wear soft layers"))
    assert hearing.pause.accessibleName() == "Go on", "a touch has stopped it"
    ear.be_quiet()
    ear.tap_twice(hearing.pause)
    assert ear.speech.current is second, "from where it was"
    assert hearing.pause.accessibleName() == "Pause"


def test_every_control_and_label_in_sight_can_be_heard(ear: Ear) -> None:
    ear.turn_on()
    for tile in (0, -1):
        ear.visitor.touch(ear.window.home.tiles[tile].accessibleName())
        seen: list[QAbstractButton | QLabel] = [*ear.window.findChildren(QAbstractButton)]
        seen += ear.window.findChildren(QLabel)
        for widget in seen:
            if not widget.isVisible() or not (widget.accessibleName() or widget.text()):
                continue
            target = ear.mode._under.of(widget)
            assert target is not None, widget
            assert all(said.strip() for said, _ in target.said), widget
        ear.window.bar.home.click()


def test_one_mode_listens_at_a_time(open_kiosk: OpenKiosk, finger: QPointingDevice) -> None:
    """What a kiosk that has ended would have said is said by nobody."""
    first = Ear(open_kiosk(means=SILENT), finger)
    first.turn_on()
    second = Ear(open_kiosk(means=SILENT), finger)
    second.turn_on()
    said, heard = len(first.said), len(second.said)
    announce(second.window.bar, "A new page")
    second.qtbot.waitUntil(lambda: len(second.said) > heard)
    assert second.last == "A new page"
    assert len(first.said) == said
