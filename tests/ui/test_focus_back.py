"""Where the focus is after a panel has closed, or a page has changed: never nowhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from tests.conftest import OpenViewer, Remember
from tests.journeys.hands import KeyReader
from tests.ui.nurse import Nurse
from tests.ui.packs import PackWriter, section
from tests.ui.reader import ALT, CONTROL, SHIFT, Reader
from tests.ui.spoken import Listener, spoken
from tests.ui.test_clinic_page import opened
from viewer.ui.glossary_popup import GlossaryPopup

pytestmark = pytest.mark.slow

Key = Qt.Key
PLACES = ["Back", "Home", "Theme", "Plain language", "Sections", "Get help", "Page"]


@pytest.fixture
def reader_kind() -> type[Reader]:
    return KeyReader


@pytest.fixture
def reader(open_viewer: OpenViewer) -> KeyReader:
    """With a page to go back to."""
    reader = open_viewer("--topic", "calciphylaxis", size=(1280, 800))
    assert isinstance(reader, KeyReader)
    reader.open_row("Pathophysiology")
    return reader


def go_to(reader: KeyReader, name: str) -> None:
    """By keys alone."""
    if name in ("Page", "Sections"):
        reader._go_round_to(reader.page if name == "Page" else reader.sections)
    else:
        reader.tab_to(name)
    assert reader.focus == name


@pytest.mark.parametrize("place", PLACES)
def test_search_and_find_give_the_focus_back(reader: KeyReader, place: str) -> None:
    go_to(reader, place)
    reader.look_for("calcium")
    assert reader.search_panel.isVisible()
    reader.key(Key.Key_Escape)
    assert reader.focus == "Search", "the list goes, the words stay"
    reader.key(Key.Key_Escape)
    assert reader.focus == place
    reader.key(Key.Key_F, CONTROL)
    reader.type("a")
    reader.key(Key.Key_Tab)
    reader.key(Key.Key_Escape)
    assert reader.focus == place


def test_a_way_on_gives_the_focus_back_to_the_field(reader: KeyReader) -> None:
    reader.look_for("xyzzyq")
    reader.key(Key.Key_Down)
    assert reader.focus != "Search"
    reader.key(Key.Key_Escape)
    assert reader.focus == "Search"
    reader.key(Key.Key_Escape)
    assert reader.focus == "Sections", "where it was"


def test_a_result_and_a_way_on_lead_to_the_page(reader: KeyReader) -> None:
    go_to(reader, "Theme")
    reader.look_for("calcium")
    reader.key(Key.Key_Return)
    assert reader.focus == "Page"
    reader.look_for("xyzzyq")
    reader.key(Key.Key_Down)
    reader.key(Key.Key_Return)
    assert reader.focus == "Page"


def test_after_a_result_tab_goes_on_from_the_words_that_were_found(reader: KeyReader) -> None:
    reader.look_for("blood thinner")
    reader.key(Key.Key_Return)
    hit = reader.marked_places[0][0]
    reader.key(Key.Key_Tab)
    assert reader.focus == "Page"
    assert reader.page.textCursor().selectionStart() >= hit, "not from the page's beginning"


def term_at_focus(reader: KeyReader) -> str:
    """Go to a word that the glossary explains, and enter it."""
    starts = {term.start for term in reader.window.view.terms}
    go_to(reader, "Page")
    for _ in range(40):
        reader.key(Key.Key_Tab)
        if reader.page.textCursor().selectionStart() in starts:
            break
    words = reader.page.textCursor().selectedText()
    assert words
    reader.key(Key.Key_Return)
    assert box(reader).isVisible()
    return words


def box(reader: Reader) -> GlossaryPopup:
    """The box with the meaning of a word."""
    assert reader.window.tools is not None
    return reader.window.tools.explaining.popup


@pytest.mark.parametrize("inside", [False, True])
def test_the_meaning_of_a_word_closes_and_the_word_has_the_focus(
    reader: KeyReader, inside: bool
) -> None:
    words = term_at_focus(reader)
    if inside:
        reader.key(Key.Key_Tab)
        assert reader.focus == "See all words"
    reader.key(Key.Key_Escape)
    assert not box(reader).isVisible()
    assert reader.focus == "Page"
    assert reader.page.textCursor().selectedText() == words
    assert words in reader.marked, "and it is seen"


def test_another_panel_closes_the_meaning_of_a_word(reader: KeyReader) -> None:
    term_at_focus(reader)
    reader.key(Key.Key_F6)
    assert not box(reader).isVisible(), "it would lie over what has the focus"
    term_at_focus(reader)
    reader.key(Key.Key_Tab)
    reader.key(Key.Key_F6, SHIFT)
    assert reader.focus == "Sections", "the box is a part of the page"


def test_a_meaning_that_the_pointer_brought_goes_by_escape_from_anywhere(
    open_viewer: OpenViewer, reader: KeyReader
) -> None:
    """Dismissible, hoverable and persistent (WCAG 1.4.13)."""
    go_to(reader, "Theme")
    word = reader.window.view.terms[0]
    at = reader.page.textCursor()
    at.setPosition(word.start + 1)
    point = reader.page.cursorRect(at).center()
    QTest.mouseMove(reader.page.viewport(), point - QPoint(0, 60))
    QTest.mouseMove(reader.page.viewport(), point)
    reader.qtbot.waitUntil(box(reader).isVisible)
    reader.qtbot.wait(500)
    assert box(reader).isVisible(), "it stays as long as the pointer"
    reader.key(Key.Key_Escape)
    assert not box(reader).isVisible()
    assert reader.focus == "Theme"


def test_a_letter_of_the_glossary_leads_to_its_words(reader: KeyReader) -> None:
    reader.open_row("Glossary")
    reader.click_link("P")
    assert reader.line_at_top == "P"
    assert reader.focus == "Page"
    here = reader.page.textCursor()
    assert here.block().text() == "P", "a screen reader goes on from the heading"
    reader.key(Key.Key_Tab)
    after = reader.page.textCursor().selectionStart()
    assert reader.focus != "Page" or after > here.position(), "and Tab does, not to the next letter"


def test_larger_text_keeps_the_link_that_has_the_focus(reader: KeyReader) -> None:
    go_to(reader, "Page")
    for _ in range(3):
        reader.key(Key.Key_Tab)
    words, start = reader.page.textCursor().selectedText(), reader.page.textCursor().position()
    assert words
    reader.key(Key.Key_Plus, CONTROL)
    assert reader.page.textCursor().selectedText() == words
    assert reader.page.textCursor().position() == start
    assert words in reader.marked


@pytest.mark.parametrize("place", ["Theme", "Sections", "Get help", "Page", "Handout"])
def test_the_handout_and_the_settings_give_the_focus_back(reader: KeyReader, place: str) -> None:
    go_to(reader, place)
    reader.key(Key.Key_P, CONTROL)
    nurse = Nurse(reader)
    at = nurse.dialog.focusWidget()
    assert at is not None
    QTest.keyClick(at, Key.Key_Escape)
    reader.bring()
    assert reader.focus == place
    page = opened(reader)
    QTest.keyClick(page.name, Key.Key_Escape)
    reader.bring()
    assert reader.focus == place


def test_a_number_and_a_question_give_the_focus_back(reader: KeyReader) -> None:
    go_to(reader, "Page")
    reader.key(Key.Key_Tab)
    words = reader.page.textCursor().selectedText()
    for asking in (
        reader.window._session.telephone_requested,
        reader.window._session.web_requested,
    ):
        asking.emit("https://example.org")
        question = reader.question()
        assert question is not None
        reader.qtbot.waitUntil(question.isActiveWindow)
        QTest.keyClick(question, Key.Key_Escape)
        reader.bring()
        assert reader.focus == "Page"
        assert reader.page.textCursor().selectedText() == words
        assert words in reader.marked, "the link is seen to have it"


def test_the_folded_sidebar_gives_the_focus_back(
    open_viewer: OpenViewer, remember: Remember
) -> None:
    reader = open_viewer("--topic", "calciphylaxis", size=(640, 700))
    reader.press("Sections")
    assert reader.focus == "Sections"
    reader.key(Key.Key_Escape)
    assert QApplication.focusWidget() is reader.window.toolbar.at_hand(
        reader.window.toolbar.sections
    )
    reader.press("Sections")
    reader.key(Key.Key_Down)
    reader.key(Key.Key_Return)
    assert reader.focus == "Page"


def test_a_filter_that_goes_with_its_list_leaves_the_focus_in_the_sidebar(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    for number in range(20):
        packs.topic(f"topic-{number}", {"a": section("A", "Words.")})
    reader = open_viewer(library=packs.folder, size=(1280, 800))
    assert isinstance(reader, KeyReader)
    reader.tab_to("Filter topics")
    reader.type("topic 7")
    reader.key(Key.Key_Escape)
    assert reader.focus == "Filter topics", "empty, to be typed into again"
    reader.type("topic 7")
    reader.key(Key.Key_Return)
    assert reader.title == "A"
    assert reader.focus in ("Sections", "Page")


def test_a_find_bar_without_hits_on_the_next_page_loses_nothing(reader: KeyReader) -> None:
    reader.key(Key.Key_F, CONTROL)
    reader.type("vascular smooth")
    reader.key(Key.Key_Tab)
    for _ in range(2):
        reader.key(Key.Key_Left, ALT)
        assert reader.focus


def test_every_deed_leaves_the_focus_somewhere(reader: KeyReader) -> None:
    """``KeyReader.key`` looks after each key."""
    for key, modifier in (
        (Key.Key_Left, ALT),
        (Key.Key_Right, ALT),
        (Key.Key_Home, ALT),
        (Key.Key_Plus, CONTROL),
        (Key.Key_0, CONTROL),
        (Key.Key_F3, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    ):
        for place in ("Larger text", "Page", "Sections"):
            go_to(reader, place)
            reader.key(key, modifier)


def test_f6_goes_round_all_parts_that_are_there_and_names_them(
    reader: KeyReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    listener = Listener(monkeypatch)
    go_to(reader, "Page")
    reader.key(Key.Key_F, CONTROL)
    met = []
    for _ in range(4):
        reader.key(Key.Key_F6)
        met.append(reader.focus)
    assert met == ["Plain language", "Sections", "Page", "Find"]
    met = []
    for _ in range(4):
        reader.key(Key.Key_F6, SHIFT)
        met.append(reader.focus)
    assert met == ["Page", "Sections", "Plain language", "Find"]
    assert {"Toolbar", "Find on this page"} <= set(listener.said), "the others say their own names"
    reader.key(Key.Key_K, CONTROL)
    reader.type("xyzzyq")
    reader.key(Key.Key_Down)
    reader.key(Key.Key_F6)
    assert reader.focus == "Sections", "the results are a part of the toolbar"


def test_every_field_has_a_label(
    open_viewer: OpenViewer, clinic: Callable[[str], None], tmp_path: Path
) -> None:
    """Each label in sight belongs to its field; Enter and Escape have their buttons."""
    clinic("clinic_name: Riverside\nemergency_number: '112'\n")
    reader = open_viewer("--plain", size=(1280, 800))
    page = opened(reader)
    buddies = {label.buddy() for label in page.findChildren(QLabel)}
    for field in (page.name, page.emergency, page.phone):
        assert field in buddies
        assert spoken(field).name
    assert page.save.isDefault()
    QTest.keyClick(page.name, Key.Key_Escape)
    assert not page.isVisible()
    assert isinstance(reader, KeyReader)
    reader.bring()
    nurse = Nurse(reader)
    reader.key(Key.Key_P, CONTROL)
    nurse.wait()
    fields = [f for f in nurse.dialog.findChildren(QLineEdit) if f.isVisible()]
    buddies = {label.buddy() for label in nurse.dialog.findChildren(QLabel)}
    assert fields
    for field in fields:
        assert field in buddies or spoken(field).name, field.objectName()
