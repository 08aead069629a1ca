"""The spoken mode: a finger that stays turns it on, touch says what is there, twice chooses."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScroller, QWidget

from tests.ui.kiosk.conftest import OpenKiosk
from tests.ui.kiosk.ear import HOLD, SILENT, Ear
from tests.ui.kiosk.locked import finger
from tests.ui.packs import PackWriter, section
from viewer.kiosk_parts import Means
from viewer.ui import announcing
from viewer.ui.kiosk.attract import Attract
from viewer.ui.kiosk.corner import CornerHold
from viewer.ui.kiosk.idle import Idle
from viewer.ui.kiosk.key import Key
from viewer.ui.kiosk.row_button import RowButton
from viewer.ui.kiosk.spoken_mode import SpokenMode
from viewer.ui.kiosk.staff import StaffPanel
from viewer.ui.kiosk.still_there import StillThere
from viewer.ui.speech import Speech

__all__ = ["finger"]

Part = TypeVar("Part", bound=QWidget)
MUTE = Means(voice=(sys.executable, "-c", "import sys; sys.exit(1)"))
PIN = """
kiosk:
  pin: "scrypt$16384$8$1$_sRgmLpH4aefD1HJMx_ySQ$4klquvZlrItaAZo-1P34cDRAm33jSfAX6ab8l3p9Ng4"
"""
Held = Qt.KeyboardModifier
HINT = "To hear this page, choose Listen. Or touch its words."


@pytest.fixture
def ear(open_kiosk: OpenKiosk, finger: QPointingDevice) -> Ear:
    return Ear(open_kiosk(means=SILENT), finger)


def part(ear: Ear, kind: type[Part]) -> Part:
    found = ear.window.findChild(kind)
    assert isinstance(found, kind)
    return found


def words(ear: Ear, text: str) -> QPoint:
    """Where words of the page stand, scrolled to."""
    view = ear.window.view
    found = view.document().find(text)
    assert not found.isNull(), text
    return spot(ear, found.selectionStart() + 2)


def spot(ear: Ear, position: int) -> QPoint:
    """Where a character of the page stands, scrolled to."""
    view = ear.window.view
    found = view.textCursor()
    found.setPosition(position)
    bar = view.verticalScrollBar()
    bar.setValue(view.cursorRect(found).top() + bar.value() - view.viewport().height() // 2)
    return view.viewport().mapTo(ear.window, view.cursorRect(found).center())


def link(ear: Ear) -> QPoint:
    """Where the first link of the page stands, scrolled to."""
    block = ear.window.view.document().begin()
    while block.isValid():
        fragments = block.begin()
        while not fragments.atEnd():
            if fragments.fragment().charFormat().anchorHref():
                return spot(ear, fragments.fragment().position() + 2)
            fragments += 1
        block = block.next()
    raise AssertionError("no link")


# --- on and off ---------------------------------------------------------------------------


def test_a_finger_that_stays_turns_it_on_and_presses_nothing(ear: Ear) -> None:
    ear.hold(ear.window.home.tiles[0])
    assert ear.mode.is_on
    assert ear.visitor.is_home, "the tile under the finger was not pressed"
    assert not ear.window.home.tiles[0].isDown()
    assert ear.last.startswith("Spoken mode is on.")
    assert "Use headphones if you have them." in ear.last
    sign = ear.window.bar.hearing.spoken_off
    assert sign.isVisible()
    ear.hold(ear.window.home.tiles[0], quiet=True)
    assert not ear.mode.is_on
    assert ear.last == "Spoken mode is off."
    assert not sign.isVisible()
    ear.tap(ear.window.home.tiles[0])
    assert ear.visitor.page, "one touch presses again"


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
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=place)
    ear.qtbot.waitUntil(lambda: ear.mode.is_on)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=place)
    assert ear.visitor.is_home


def test_a_finger_that_moves_or_a_second_one_turns_nothing_on(ear: Ear) -> None:
    place = ear.window.rect().center()
    ear.press(place)
    ear.move(place + QPoint(0, 40))
    ear.qtbot.wait(HOLD * 3)
    ear.release(place + QPoint(0, 40))
    assert not ear.mode.is_on
    handle = ear.window.windowHandle()
    both = QTest.touchEvent(handle, ear.finger)
    both.press(0, place).press(1, place + QPoint(200, 0)).commit()
    QTest.touchEvent(handle, ear.finger).stationary(0).move(1, place + QPoint(210, 0)).commit()
    ear.qtbot.wait(HOLD * 3)
    done = QTest.touchEvent(handle, ear.finger)
    done.release(0, place).release(1, place + QPoint(210, 0)).commit()
    assert not ear.mode.is_on


def test_the_staffs_corner_is_theirs_whether_it_is_on_or_off(ear: Ear) -> None:
    corner = ear.window.findChild(CornerHold)
    assert isinstance(corner, CornerHold)
    corner._timer.setInterval(HOLD)
    for on in (False, True):
        if on:
            ear.turn_on()
        ear.hold(QPoint(10, 10))
        assert ear.mode.is_on is on, "three seconds there are no wish to hear"
        panel = part(ear, StaffPanel)
        assert panel.is_open
        panel.close_panel()


def test_a_finger_that_rests_while_somebody_listens_turns_nothing_off(ear: Ear) -> None:
    ear.turn_on()
    ear.hold(ear.window.home.tiles[0])  # and what is under it is being said all the time
    assert ear.mode.is_on


def test_the_first_touch_of_a_screen_that_rests_turns_it_on(ear: Ear) -> None:
    attract = part(ear, Attract)
    attract.begin()
    assert attract.is_open
    ear.hold(ear.window.rect().center())
    assert ear.mode.is_on
    assert not attract.is_open
    assert ear.tap(ear.window.home.tiles[0]).endswith(", button"), "no touch is lost"


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


def test_without_a_voice_nothing_changes_and_a_sentence_says_so(
    open_kiosk: OpenKiosk, finger: QPointingDevice
) -> None:
    visitor = open_kiosk(means=MUTE)
    mode, said = visitor.window.findChild(SpokenMode), visitor.window.said
    assert isinstance(mode, SpokenMode)
    QTest.keyClick(visitor.window.windowHandle(), Qt.Key.Key_F4)
    visitor.qtbot.waitUntil(said.isVisible, timeout=20_000)
    assert said.text() == "This screen cannot read aloud now. Please ask the staff."
    assert not mode.is_on
    visitor.touch("Move safely")
    assert visitor.page


def test_a_voice_that_fails_later_gives_the_touches_back(ear: Ear) -> None:
    ear.turn_on()
    ear.speech._fail(ear.speech._broken())
    ear.qtbot.waitUntil(lambda: not ear.mode.is_on)
    assert ear.window.said.text().startswith("This screen cannot read aloud now.")
    ear.tap(ear.window.home.tiles[0])
    assert ear.visitor.page


# --- what is heard and chosen -------------------------------------------------------------


def test_a_touch_says_what_is_there_and_a_second_one_chooses_it(ear: Ear) -> None:
    ear.turn_on()
    tile = ear.window.home.tiles[0]
    assert ear.tap(tile) == f"{tile.accessibleName()}, button"
    assert ear.visitor.is_home
    ear.tap(ear.visitor.rect(tile).center() + QPoint(30, 10))
    assert ear.visitor.page
    assert ear.last == f"{ear.visitor.title} {HINT}"


def test_a_finger_that_goes_over_the_screen_hears_each_thing_and_presses_none(ear: Ear) -> None:
    ear.turn_on()
    first, second = ear.window.home.tiles[:2]
    start, end = (ear.visitor.rect(tile).center() for tile in (first, second))
    ear.press(start)
    assert ear.last.startswith(first.accessibleName())
    for step in range(1, 11):
        ear.move(start + (end - start) * step / 10)
    assert ear.last.startswith(second.accessibleName())
    ear.release(end)
    assert ear.visitor.is_home
    ear.tap(second)
    assert ear.visitor.page, "what was heard last is chosen by one touch"


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
    text = "## Do not\n\n- Use a heated blanket.\n"
    packs.topic("one", {"a": section("A", text, text, question="A?", care="temperature")})
    ear = Ear(open_kiosk(library=packs.folder, means=SILENT), finger)
    ear.visitor.touch("A?")
    ear.turn_on()
    said = ear.tap(words(ear, "Use a heated"))
    page = [one.text for one in ear.mode._voice.page_utterances]
    assert said in page, "as where the whole page is read"


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


def test_tab_says_where_the_focus_is_and_enter_chooses(ear: Ear) -> None:
    ear.turn_on()
    handle = ear.window.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_Tab)
    ear.visitor.look()
    focus = QApplication.focusWidget()
    assert isinstance(focus, QAbstractButton)
    assert ear.last == f"{focus.accessibleName()}, button"
    QTest.keyClick(handle, Qt.Key.Key_Return)
    ear.visitor.look()
    assert ear.visitor.page
    assert f"{ear.visitor.title} {HINT}" in ear.last


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


# --- who asks, and who must not be heard --------------------------------------------------


def test_are_you_still_there_is_said_and_two_touches_anywhere_go_on(ear: Ear) -> None:
    ear.visitor.touch("Move safely")
    ear.turn_on()
    idle, asks = ear.window.findChild(Idle), part(ear, StillThere)
    assert isinstance(idle, Idle)

    def ask() -> None:
        idle._unused = idle.wait
        idle._tick()
        ear.visitor.look()
        assert asks.is_open

    ask()
    assert ear.last.startswith("Are you still there?")
    assert asks.is_open, "what it says itself is no answer"
    idle._left = 1
    ear.tap(asks.question)
    assert ear.last.endswith("Touch again to go on.")
    assert asks.is_open
    assert idle._left == idle.countdown_seconds, "whoever explores has all the time again"
    ear.tap(QPoint(40, 300))
    assert not asks.is_open
    assert ear.mode.is_on
    ask()
    assert ear.tap(asks.more) == "I need more time, button"
    ear.tap(asks.more)
    assert not asks.is_open
    assert idle.wait == 900
    assert ear.last == "You have more time now. This screen will wait longer for you."


def test_no_digit_of_the_pin_is_ever_said(
    open_kiosk: OpenKiosk, clinic: Callable[[str], None], finger: QPointingDevice
) -> None:
    clinic(PIN)
    ear = Ear(open_kiosk(means=SILENT), finger)
    ear.turn_on()
    panel = part(ear, StaffPanel)
    panel.begin()
    ear.visitor.look()
    assert ear.last.startswith("Staff.")
    ear.be_quiet()
    ear.said.clear()
    for digit in "123":
        ear.tap(panel.pad.digits[digit])
    assert panel.dots.count == 3, "one touch types, as for everybody"
    for key in (Qt.Key.Key_4, Qt.Key.Key_Tab, Qt.Key.Key_Tab):
        QTest.keyClick(ear.window.windowHandle(), key)
        ear.visitor.look()
    assert panel.dots.count == 4
    assert ear.said == []
    assert ear.tap(panel.pad.close_key) == "Close, button"
    ear.tap(panel.pad.close_key)
    assert not panel.is_open


def test_every_control_and_label_in_sight_can_be_heard(ear: Ear) -> None:
    ear.turn_on()
    for way in (lambda: None, ear.window.home.tiles[-1].click, ear.window.bar.back.click):
        way()
        ear.visitor.look()
        seen = [*ear.window.findChildren(QAbstractButton), *ear.window.findChildren(QLabel)]
        for widget in seen:
            if not widget.isVisible() or not (widget.accessibleName() or widget.text()):
                continue
            target = ear.mode._under.of(widget)
            assert target is not None, widget
            assert all(said.strip() for said, _ in target.said), widget


def test_one_mode_listens_at_a_time(open_kiosk: OpenKiosk, finger: QPointingDevice) -> None:
    """What a kiosk that has ended would have said is said by nobody."""
    first = Ear(open_kiosk(means=SILENT), finger)
    first.turn_on()
    before = len(announcing._hearers)
    open_kiosk()
    assert len(announcing._hearers) == before
    assert isinstance(first.window.findChild(Speech), Speech)
