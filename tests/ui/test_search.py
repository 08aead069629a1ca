"""Search as somebody at the window meets it: typing, arrows, Enter, Escape, and the page after."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QFont, QTextLayout, QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.conftest import OpenViewer
from tests.ui.packs import PackWriter, care_section, section
from tests.ui.reader import CONTROL
from viewer.ui import search, search_row_painter

ODD_INPUT = (
    '"', "'", "*", "?", "AND", "OR NOT (", "title:sore", "sore~2", "sore^4", "[a TO z]", "\\", "{{",
    "{{emergency_number}}", "\x00", "a\x00b", "\ud800", "\N{RIGHT-TO-LEFT OVERRIDE}sore",
    "حصوات الكلى", "透析", "🩹🩹", "the", "  ", "-", "sore " * 2_000, "x" * 10_000, "<b>sore</b>",
)  # fmt: skip


def test_ctrl_k_goes_to_search_and_typing_lists_pages(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain")
    reader.look_for("how much")
    assert reader.search.hasFocus()
    reader.type(" water")
    assert reader.found[0].startswith("How much should I drink?")
    assert reader.search_panel.isVisible()


def test_enter_opens_the_best_and_marks_the_words(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain")
    reader.look_for("heating pads")
    reader.key(Qt.Key.Key_Return)
    assert reader.title == "How warm should my room be?"
    assert not reader.search_panel.isVisible()
    assert "heating" in [word.lower() for word in reader.marked]
    assert reader.page.hasFocus()


def test_the_page_is_scrolled_to_the_first_hit(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--clinical", size=(1000, 500))
    reader.look_for("ibuprofen")
    reader.key(Qt.Key.Key_Return)
    assert reader.page.verticalScrollBar().value() > 0
    assert reader.in_sight(reader.marked_places[0])


def test_arrows_move_and_a_click_opens(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain")
    reader.look_for("sore")
    assert len(reader.found) > 2
    assert reader.chosen == reader.found[0]
    reader.key(Qt.Key.Key_Down)
    assert reader.chosen == reader.found[1]
    assert reader.search.hasFocus()
    reader.key(Qt.Key.Key_Up)
    assert reader.chosen == reader.found[0]
    wanted = reader.found[1]
    reader.click_found(wanted)
    assert wanted.startswith(reader.title)


def test_escape_closes_the_list_and_then_gives_the_focus_back(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain")
    assert reader.page.hasFocus()
    title = reader.title
    reader.look_for("sore")
    reader.key(Qt.Key.Key_Escape)
    assert not reader.search_panel.isVisible()
    assert reader.search.text() == "sore"
    reader.key(Qt.Key.Key_Escape)
    assert reader.search.text() == ""
    assert reader.page.hasFocus()
    assert reader.title == title


def test_a_misspelt_word_gets_what_was_meant(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain")
    reader.look_for("calsiphylaxis")
    assert reader.search_message == "Showing results for calciphylaxis"
    assert reader.found


def test_a_word_that_no_page_has_leads_on_to_help_and_topics(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain")
    reader.look_for("xqzvkw")
    assert reader.search_message.startswith("No page has these words")
    assert reader.found == []
    reader.press("Get help", inside=reader.search_panel)
    assert reader.title == "When do I get help right away?"


def test_no_result_leads_on_to_the_list_of_topics(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    for topic in ("asthma", "gout"):
        packs.topic(topic, {"first": section("First", "Words.")})
    reader = open_viewer("--topic", "gout", library=packs.folder)
    reader.look_for("xqzvkw")
    reader.press("All topics", inside=reader.search_panel)
    assert reader.title == "Topics"


@pytest.mark.slow
@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Tab])
def test_without_a_result_keys_go_to_the_ways_on(open_viewer: OpenViewer, key: Qt.Key) -> None:
    reader = open_viewer("--plain")
    reader.look_for("xqzvkw")
    reader.key(key)
    assert reader.focus == "Get help"
    reader.key(key)
    assert reader.focus == "All topics"
    assert reader.search_panel.isVisible()
    reader.key(Qt.Key.Key_Return)
    assert reader.title == "Topics"
    assert not reader.search_panel.isVisible()
    assert reader.page.hasFocus()


@pytest.mark.slow
def test_arrows_and_escape_come_back_from_the_ways_on(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain")
    reader.look_for("xqzvkw")
    reader.key(Qt.Key.Key_Down)
    reader.key(Qt.Key.Key_Up)
    assert reader.search.hasFocus()
    assert reader.search_panel.isVisible()
    reader.key(Qt.Key.Key_Up)
    assert reader.focus == "All topics"
    reader.key(Qt.Key.Key_Escape)
    assert reader.search.hasFocus()
    assert not reader.search_panel.isVisible()


@pytest.mark.slow
def test_tab_goes_on_behind_the_ways_on(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain")
    reader.look_for("xqzvkw")
    for _ in range(3):
        reader.key(Qt.Key.Key_Tab)
    assert reader.focus == "Plain language"
    assert not reader.search_panel.isVisible()


@pytest.mark.slow
def test_enter_opens_the_first_way_on_once_it_is_seen(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain")
    title = reader.title
    reader.look_for("xqzvkw")
    reader.key(Qt.Key.Key_Escape)
    reader.key(Qt.Key.Key_Return)
    assert reader.title == title
    assert reader.search_panel.isVisible()
    reader.key(Qt.Key.Key_Return)
    assert reader.title == "When do I get help right away?"
    assert reader.page.hasFocus()


def test_enter_in_an_empty_field_opens_nothing(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain")
    title = reader.title
    reader.look_for("heat")
    for _ in "heat":
        reader.key(Qt.Key.Key_Backspace)
    reader.key(Qt.Key.Key_Return)
    assert reader.title == title


@pytest.mark.slow
def test_all_topics_clicked_gives_the_focus_to_the_page(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain")
    reader.look_for("xqzvkw")
    reader.press("All topics", inside=reader.search_panel)
    assert not reader.search_panel.isVisible()
    assert reader.page.hasFocus()


@pytest.mark.slow
def test_the_list_stays_while_the_same_page_is_written_anew(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain")
    reader.look_for("sore")
    found = reader.found
    reader.key(Qt.Key.Key_Down)
    high = reader.search_panel.height()
    reader.key(Qt.Key.Key_Plus, CONTROL)
    reader.resize(1000, 700)
    assert reader.search_panel.isVisible()
    assert (reader.found, reader.chosen) == (found, found[1])
    assert reader.search_panel.height() != high


@pytest.mark.slow
def test_a_row_is_laid_out_once(open_viewer: OpenViewer, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = open_viewer("--plain")
    reader.look_for("how do i")
    QApplication.processEvents()
    made: list[str] = []

    class Counted(QTextLayout):
        def __init__(self, text: str, font: QFont) -> None:
            super().__init__(text, font)
            made.append(text)

    monkeypatch.setattr(search_row_painter, "QTextLayout", Counted)
    reader.key(Qt.Key.Key_Backspace)
    QApplication.processEvents()
    assert len(reader.found) > 10
    assert len(made) == len(set(made))
    reader.type("i")
    QApplication.processEvents()
    assert len(made) == len(set(made))  # all rows were there before


@pytest.mark.slow
def test_escape_holds_when_the_focus_comes_back_by_itself(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain")
    reader.look_for("sore")
    reader.key(Qt.Key.Key_Escape)
    for reason in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
        QApplication.sendEvent(reader.search, QFocusEvent(QFocusEvent.Type.FocusIn, reason))
        assert not reader.search_panel.isVisible()
    reader.key(Qt.Key.Key_Tab)
    reader.key(Qt.Key.Key_Backtab)
    assert reader.search_panel.isVisible()


@pytest.mark.slow
def test_words_are_called_as_their_page_is(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain")
    reader.look_for("sepsis")
    assert any("Words explained" in row for row in reader.found)
    assert not any("Glossary" in row for row in reader.found)


def test_a_row_reads_in_the_direction_of_its_words(
    open_viewer: OpenViewer, packs: PackWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = packs.topic("school", {}, language="ar", title={"ar": "School"})
    (folder / "ar").mkdir()
    packs.section("school", "a", section("الصحة", "Water مدرسة الصحة."), "ar")
    packs.topic("hands", {"a": section("Hands", "Words.")})
    reader = open_viewer("--language", "en", library=packs.folder)
    ways: dict[str, Qt.LayoutDirection] = {}

    class Seen(QTextLayout):
        def setTextOption(self, option: QTextOption | Qt.AlignmentFlag) -> None:
            assert isinstance(option, QTextOption)
            ways[self.text()] = option.textDirection()
            super().setTextOption(option)

    monkeypatch.setattr(search_row_painter, "QTextLayout", Seen)
    reader.look_for("water")
    assert not reader.search_panel.isRightToLeft()
    assert ways["الصحة"] == ways["Water مدرسة الصحة."] == Qt.LayoutDirection.RightToLeft


def test_plain_text_ranks_first_in_plain_mode(open_viewer: OpenViewer, packs: PackWriter) -> None:
    packs.topic(
        "gout",
        {
            "clinic": section("Tophus", "A lump of urate."),
            "home": section("At home", "No such word.", "A tophus is a lump.", question="A lump?"),
        },
    )
    reader = open_viewer("--plain", library=packs.folder)
    reader.look_for("tophus")
    assert reader.found[0].startswith("A lump?")
    reader.search.clear()
    reader.press("Plain language")
    reader.look_for("tophus")
    assert reader.found[0].startswith("Tophus")


def test_a_hit_of_the_other_level_says_so_and_opens_there(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    text = section("At home", "Only urate here.", "A lump.", question="A lump?")
    packs.topic("gout", {"home": text})
    reader = open_viewer("--plain", library=packs.folder)
    reader.look_for("urate")
    assert "In the clinical text" in reader.found[0]
    reader.key(Qt.Key.Key_Return)
    assert reader.title == "At home"
    assert not reader.button("Plain language").isChecked()
    assert [word.lower() for word in reader.marked] == ["urate"]


def test_results_stand_under_their_topics(open_viewer: OpenViewer, packs: PackWriter) -> None:
    for topic in ("asthma", "gout"):
        packs.topic(topic, {"rest": care_section("rest")})
    reader = open_viewer("--plain", library=packs.folder)
    reader.look_for("rest")
    assert {"Asthma", "Gout"} <= set(reader.found_topics)


def test_the_clinics_number_stands_in_the_snippet(
    open_viewer: OpenViewer, packs: PackWriter, clinic: Callable[[str], None]
) -> None:
    clinic('emergency_number: "112"\n')
    text = section(
        "Falls", "Clinical.", "If you fall, call {{emergency_number}} now.", question="?"
    )
    packs.topic("falls", {"fall": text})
    reader = open_viewer("--plain", library=packs.folder)
    reader.look_for("fall call")
    assert "112" in reader.found[0]
    assert "{{" not in reader.found[0]


def test_marks_stay_when_the_text_grows_and_go_with_the_page(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain")
    reader.look_for("heating pads")
    reader.key(Qt.Key.Key_Return)
    marked = reader.marked
    reader.press("Larger text")
    assert reader.marked == marked
    reader.press("Home")
    assert reader.marked == []


@pytest.mark.slow
@pytest.mark.parametrize("text", ODD_INPUT, ids=[ascii(text[:12]) for text in ODD_INPUT])
def test_any_input_is_safe(open_viewer: OpenViewer, text: str) -> None:
    reader = open_viewer("--plain")
    reader.key(Qt.Key.Key_K, CONTROL)
    reader.search.setText(text)
    reader.search.textEdited.emit(text)
    reader.key(Qt.Key.Key_Return)
    reader.look_for("sore")
    assert reader.found


@pytest.mark.slow
def test_the_list_follows_the_window_and_closes_with_the_focus(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain")
    reader.look_for("sore")
    reader.resize(420, 600)
    assert reader.window.rect().contains(reader.search_panel.geometry())
    reader.press("Larger text")
    assert not reader.search_panel.isVisible()


def test_an_empty_field_shows_nothing(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain")
    reader.look_for("s")
    for _ in range(3):
        QTest.keyClick(reader.search, Qt.Key.Key_Backspace)
    assert not reader.search_panel.isVisible()
    reader.key(Qt.Key.Key_Return)
    assert not reader.search_panel.isVisible()


@pytest.mark.slow
def test_tab_goes_on_from_the_words_that_were_looked_for(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--clinical", size=(1000, 500))
    reader.look_for("ibuprofen")
    reader.key(Qt.Key.Key_Return)
    assert reader.page.textCursor().position() == reader.marked_places[0][0]


@pytest.mark.slow
def test_down_brings_back_a_list_that_escape_has_closed(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain")
    reader.look_for("sore")
    first = reader.chosen
    reader.key(Qt.Key.Key_Escape)
    reader.key(Qt.Key.Key_Down)
    assert reader.search_panel.isVisible()
    assert reader.chosen == first


def test_what_was_found_is_told_once_typing_pauses(
    open_viewer: OpenViewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(search, "announce", lambda _, words: said.append(words))
    reader = open_viewer("--plain")
    reader.look_for("calsiphylaxis")
    assert said == []
    reader.qtbot.waitUntil(lambda: bool(said))
    assert said[0].startswith("Showing results for calciphylaxis. Results: ")
    assert reader.chosen in said[0]
    reader.key(Qt.Key.Key_Down)
    assert said[1] == reader.chosen
