"""A visitor's way there and back, and what counts as having been there."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.kiosk.conftest import OpenKiosk
from tests.ui.kiosk.visitor import Visitor
from viewer.core.accepted import watch
from viewer.core.level import Level
from viewer.core.pages.spoken import Utterance
from viewer.core.place import PageKind, Place
from viewer.ui.kiosk.attract import Attract
from viewer.ui.kiosk.staff import StaffPanel
from viewer.ui.kiosk.upkeep import Upkeep
from viewer.ui.speech import Speech

MANY = "languages: [en, es, fr, de, pt]\n"
"""More than have buttons of their own: they are in a list."""


@pytest.fixture
def with_a_list(open_kiosk: OpenKiosk, tmp_path: Path) -> Visitor:
    clinic = tmp_path / "clinic.yaml"
    clinic.write_text(MANY, "utf-8")
    return open_kiosk("--clinic", str(clinic))


@pytest.mark.slow
def test_a_language_of_the_list_is_that_of_the_page_one_came_from(with_a_list: Visitor) -> None:
    visitor = with_a_list
    visitor.touch("Move safely")
    english = visitor.page
    visitor.touch("Language")
    visitor.touch("Español")
    assert visitor.title == "¿Cómo puedo moverme con seguridad?"
    assert visitor.page
    assert visitor.page != english


@pytest.mark.slow
def test_the_list_of_languages_comes_once_however_often_it_is_asked_for(
    with_a_list: Visitor,
) -> None:
    visitor = with_a_list
    visitor.touch("Language")
    visitor.touch("Language")
    visitor.touch("Español")
    assert visitor.is_home


@pytest.mark.slow
def test_getting_help_from_the_list_of_languages_leads_back_to_the_page(
    with_a_list: Visitor,
) -> None:
    visitor = with_a_list
    visitor.touch("Move safely")
    page = visitor.page
    visitor.touch("Language")
    visitor.touch("Get help")
    assert visitor.page != page
    visitor.touch("Back")
    assert visitor.page == page
    visitor.touch("Back")
    assert visitor.is_home


def test_a_page_that_has_gone_leads_to_home(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.touch("Move safely")
    session = visitor.window._session
    session.open_place(Place(PageKind.SECTION, Level.PLAIN, "gone", "gone"))
    assert visitor.is_home


@pytest.mark.slow
@pytest.mark.parametrize("way", ["Home", "Back"])
def test_a_page_that_was_left_is_not_made_again(open_kiosk: OpenKiosk, way: str) -> None:
    visitor = open_kiosk()
    visitor.touch("Move safely")
    visitor.touch(way)
    made: list[object] = []
    visitor.window._session.screen_changed.connect(made.append)
    visitor.touch("Larger text")
    visitor.touch("Contrast")
    visitor.touch("Español")
    assert made == []
    assert visitor.is_home


def test_whoever_only_scrolls_home_is_there_and_leaves_no_trace(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk(size=(1280, 800))
    for _ in range(3):
        visitor.touch("Larger text")
    visitor.window.visit.wipe()
    visit, bar = visitor.window.visit, visitor.window.home.scroll_bar
    assert visit.is_fresh
    assert bar.maximum() > 0, "there are more tiles than fit"
    bar.setValue(bar.maximum())  # as a finger would
    assert not visit.is_fresh
    visit.wipe()
    assert bar.value() == 0
    assert visit.is_fresh


def test_a_touch_takes_a_sentence_away(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.window.say("The printer needs a rest.", good=False)
    said = visitor.window.said
    assert said.isVisible()
    visitor.touch_at(visitor.rect(said).center())
    assert not said.isVisible()
    assert visitor.is_home


def test_the_languages_are_read_aloud_each_in_its_own(
    with_a_list: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = with_a_list
    visitor.touch("Language")
    said: list[Utterance] = []
    speech = visitor.window.findChild(Speech)
    assert isinstance(speech, Speech)
    monkeypatch.setattr(speech, "speak", said.extend)
    visitor.touch("Listen")
    assert [(u.text, u.language) for u in said[:2]] == [("English", "en"), ("Español", "es")]
    assert len(said) == 5


def test_it_comes_again_to_a_home_that_was_only_touched(
    open_kiosk: OpenKiosk, qtbot: QtBot
) -> None:
    """The touch that takes it away does nothing else: no visit begins that would end."""
    visitor = open_kiosk()
    attract = visitor.window.findChild(Attract)
    assert isinstance(attract, Attract)
    attract.begin()
    attract.touched.emit()
    assert visitor.window.visit.is_fresh
    attract._waiting.setInterval(20)  # of a wait that has begun; it begins none
    qtbot.waitUntil(lambda: attract.is_open)
    visitor.window.visit.note_use()
    assert not attract.is_open


def test_the_staff_see_what_is_wrong_until_it_is_mended(
    open_kiosk: OpenKiosk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "QUIET", 0.0)
    clinic = tmp_path / "clinic.yaml"
    clinic.write_text("clinik_name: Riverside\n", "utf-8")
    visitor = open_kiosk("--clinic", str(clinic))
    upkeep = visitor.window.visit.findChild(Upkeep)
    staff = visitor.window.findChild(StaffPanel)
    assert isinstance(upkeep, Upkeep)
    assert isinstance(staff, StaffPanel)
    assert "clinik_name" in dict(staff._status())["Problems"]
    clinic.write_text("clinic_name: Riverside\n", "utf-8")
    with qtbot.waitSignal(upkeep.looked, timeout=30_000):
        upkeep.look_now()
    assert dict(staff._status())["Problems"] == "none"
    assert visitor.window.home.clinic.text() == "Riverside"


def test_listen_does_not_stay_lit_for_the_next(
    open_kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What reads aloud failed before it had begun."""
    visitor = open_kiosk()
    bar = visitor.window.bar
    monkeypatch.setattr(Speech, "speak", lambda *_: None)
    visitor.touch("Move safely")
    visitor.touch("Listen")
    visitor.window.visit.wipe()
    assert not bar.listen.isChecked()
    visitor.touch("Move safely")
    assert not bar.listen.isChecked()


@pytest.mark.slow
def test_back_to_a_page_that_has_gone_leads_home(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.touch("Move safely")
    visitor.window.visit.open_help()
    visitor.window._session.history._places[0] = Place(PageKind.SECTION, Level.PLAIN, "gone", "x")
    visitor.touch("Back")
    assert visitor.is_home


def test_headings_have_their_levels(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.touch("Move safely")
    block, levels = visitor.window.view.document().begin(), []
    while block.isValid():
        levels.append(block.blockFormat().headingLevel())
        block = block.next()
    assert levels[0] == 1
    assert {2, 3} & set(levels)
    assert 6 not in levels


def test_staff_who_have_left_are_told_nothing(open_kiosk: OpenKiosk) -> None:
    staff = open_kiosk().window.findChild(StaffPanel)
    assert isinstance(staff, StaffPanel)
    staff.begin()
    before = staff.message.text()
    staff.say("All content is up to date.")
    assert staff.message.text() == before
