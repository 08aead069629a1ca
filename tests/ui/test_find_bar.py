"""Find on this page: Ctrl+F, the bar, the count, and the way from hit to hit."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from tests.conftest import OpenViewer, Remember
from tests.ui.measuring import contrast, rect_in
from tests.ui.packs import PackWriter, section
from tests.ui.reader import CONTROL, SHIFT, Reader
from tests.ui.spoken import Listener
from tests.ui.test_page_marks import current, marked
from tests.ui.test_themes import weakest

FILLING = "Nothing of interest stands in this line.\n\n" * 40
TEXT = (
    "Warfarin is first here.\n\n"
    + FILLING
    + "| Drug | Note |\n|---|---|\n| warfarin | WARFARIN tablets |\n\n"
    + '!!! danger "Wárfarin"\n    Ask first.\n\n'
    + FILLING
    + "- antiwarfarins. [A link](section:b)\n"
)
PLAIN = "Warfarin makes the blood thin."
F = Qt.Key.Key_F


@pytest.fixture
def reader(open_viewer: OpenViewer, packs: PackWriter) -> Reader:
    packs.topic(
        "topic",
        {"a": section("A", TEXT, PLAIN, question="What is a?"), "b": section("B", "Of warfarin.")},
    )
    arguments = ("--topic", "topic", "--section", "a", "--clinical")
    return open_viewer(*arguments, library=packs.folder)


def field(reader: Reader) -> QLineEdit:
    found = [f for f in reader.window.findChildren(QLineEdit) if f.accessibleName() == "Find"]
    assert len(found) == 1
    return found[0]


def is_open(reader: Reader) -> bool:
    return bool(reader.window.findChildren(QLineEdit)) and field(reader).isVisible()


def said(reader: Reader) -> str:
    """What the bar says of the hits."""
    label = reader.window.findChild(QLabel, "findResult")
    assert isinstance(label, QLabel)
    return label.text()


def find(reader: Reader, words: str) -> None:
    reader.key(F, CONTROL)
    assert reader.focus == "Find"
    QTest.keyClicks(field(reader), words)


def test_typing_marks_and_counts(reader: Reader) -> None:
    find(reader, "warf")
    assert said(reader) == "1 of 5"
    assert marked(reader) == ["Warf", "warf", "WARF", "Wárf", "warf"]
    QTest.keyClicks(field(reader), "arin t")
    assert said(reader) == "1 of 1"
    assert marked(reader) == ["WARFARIN t"]
    assert "WARFARIN tablets" in reader.words_in_sight
    QTest.keyClicks(field(reader), "zz")
    assert said(reader) == "Not on this page"
    assert not reader.button("Find next").isEnabled()
    field(reader).clear()
    assert said(reader) == ""
    assert marked(reader) == []


@pytest.mark.parametrize("way", ["Enter", "F3", "Ctrl+G", "button"])
def test_going_round_the_page_and_back(reader: Reader, way: str) -> None:
    def step(back: bool = False) -> None:
        shift = SHIFT if back else Qt.KeyboardModifier.NoModifier
        if way == "button":
            reader.press("Find previous" if back else "Find next")
        elif way == "Enter":
            reader.key(Qt.Key.Key_Return, shift)
        elif way == "F3":
            reader.key(Qt.Key.Key_F3, shift)
        else:
            reader.key(Qt.Key.Key_G, shift | CONTROL)

    find(reader, "warfarin")
    seen = []
    for _ in range(5):
        seen.append((said(reader), current(reader)))
        assert current(reader).strip() in reader.words_in_sight
        step()
    assert seen == [
        ("1 of 5", "Warfarin is first here."),
        ("2 of 5", "warfarin"),
        ("3 of 5", "WARFARIN tablets"),
        ("4 of 5", "Wárfarin"),
        ("5 of 5", "antiwarfarins. A link"),
    ]
    assert said(reader) == "1 of 5. Back at the top"
    step()
    assert said(reader) == "2 of 5"
    step(back=True)
    step(back=True)
    assert said(reader) == "5 of 5. Back at the end"


@pytest.mark.parametrize("name", ["Page", "Sections", "Home"])
@pytest.mark.parametrize("way", ["Escape", "button"])
def test_closing_gives_the_focus_back(reader: Reader, name: str, way: str) -> None:
    widgets = {"Page": reader.page, "Sections": reader.sections, "Home": reader.button("Home")}
    widgets[name].setFocus()
    find(reader, "antiwarf")
    if way == "Escape":
        reader.key(Qt.Key.Key_Escape)
    else:
        reader.press("Close find")
    assert not is_open(reader)
    assert reader.focus == name
    assert marked(reader) == []
    assert "antiwarfarins" in reader.words_in_sight
    assert reader.page.textCursor().selectedText() == "antiwarf"


def test_escape_on_the_page_closes_the_bar_too(reader: Reader) -> None:
    find(reader, "warf")
    reader.page.setFocus()
    reader.key(Qt.Key.Key_Escape)
    assert not is_open(reader)
    assert reader.focus == "Page"


def test_from_the_hit_tab_goes_on_to_the_next_link(reader: Reader) -> None:
    reader.page.setFocus(Qt.FocusReason.TabFocusReason)
    find(reader, "antiwarf")
    reader.key(Qt.Key.Key_Escape)
    reader.key(Qt.Key.Key_Tab)
    assert marked(reader) == ["A link"]


def test_what_is_selected_is_looked_for(reader: Reader) -> None:
    found = reader.page.document().find("tablets")
    reader.page.setTextCursor(found)
    reader.key(F, CONTROL)
    assert field(reader).text() == "tablets"
    assert said(reader) == "1 of 1"
    reader.key(Qt.Key.Key_Escape)
    cursor = reader.page.textCursor()
    cursor.select(QTextCursor.SelectionType.Document)
    reader.page.setTextCursor(cursor)
    reader.key(F, CONTROL)
    assert field(reader).text() == "tablets", "a whole page is nothing to look for"
    assert field(reader).selectedText() == "tablets"


def test_the_bar_opens_with_what_was_looked_for_last(reader: Reader) -> None:
    find(reader, "warf")
    reader.key(Qt.Key.Key_Escape)
    reader.page.moveCursor(QTextCursor.MoveOperation.Start)
    reader.key(Qt.Key.Key_F3)
    assert is_open(reader)
    assert said(reader) == "1 of 5"
    assert field(reader).selectedText() == "warf"


def test_finding_follows_the_page(reader: Reader) -> None:
    find(reader, "warf")
    reader.key(Qt.Key.Key_Return)
    for change in ("Larger text", "Larger text", "Smaller text"):
        reader.press(change)
        assert said(reader) == "2 of 5"
        assert "warfarin" in reader.words_in_sight
    reader.choose_theme("High contrast")
    assert said(reader) == "2 of 5"
    reader.resize(600, 700)
    assert said(reader) == "2 of 5"
    reader.press("Plain language")
    assert said(reader) == "1 of 1"
    assert marked(reader) == ["Warf"]
    reader.press("Plain language")
    assert said(reader) == "1 of 5"
    reader.resize(1200, 700)
    reader.open_row("B")
    assert said(reader) == "1 of 1"
    assert reader.line_at_top == "B"


def test_the_keys_go_through_the_hits_of_a_search_without_the_bar(reader: Reader) -> None:
    marks = reader.window.view.marks
    marks.mark_words(["warfarin"])
    reader.key(Qt.Key.Key_F3)
    assert marks.found == (2, 4)
    assert not is_open(reader)


def test_cards_and_the_help_box_are_searched(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain")
    find(reader, "care team")
    assert len(marked(reader)) > 2
    titles = [c.strip() for c in marked(reader)]
    assert {title.lower() for title in titles} == {"care team"}


def test_ctrl_f_brings_the_page_back_from_behind_the_sidebar(reader: Reader) -> None:
    reader.resize(500, 700)
    reader.press("Sections")
    assert not reader.page.isVisible()
    reader.key(F, CONTROL)
    assert reader.page.isVisible()
    assert reader.focus == "Find"


def test_f6_goes_to_the_bar_while_it_is_open(reader: Reader) -> None:
    find(reader, "warf")
    reader.page.setFocus()
    reader.key(Qt.Key.Key_F6)
    assert reader.focus == "Find"


@pytest.mark.parametrize("percent", [100, 200, 300])
def test_nothing_of_the_bar_is_cut_off(
    open_viewer: OpenViewer, remember: Remember, percent: int
) -> None:
    remember(text_percent=percent)
    reader = open_viewer("--topic", "calciphylaxis", "--clinical", size=(320, 1000))
    find(reader, "zzz")
    window = reader.window
    label = window.findChild(QLabel, "findResult")
    assert isinstance(label, QLabel)
    assert label.text() == "Not on this page"
    reader.qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))
    places = []
    for name in ("Find previous", "Find next", "Close find"):
        button = reader.button(name)
        assert button.width() >= 44, name
        assert button.height() >= 44, name
        places.append(rect_in(button, window))
    places += [rect_in(field(reader), window), rect_in(label, window)]
    for place in places:
        assert window.rect().contains(place)
        assert not any(place.intersects(other) for other in places if other is not place)
    assert field(reader).height() >= 44
    assert field(reader).width() >= 150


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_hits_can_be_read_in_every_theme(open_viewer: OpenViewer, theme: str) -> None:
    reader = open_viewer("--plain", "--theme", theme)
    find(reader, "skin")
    marks: list[Any] = reader.page.extraSelections()  # its stub names no attributes
    assert len(marks) > 3
    for mark in marks:
        look = mark.format
        pair = (look.foreground().color().name(), look.background().color().name())
        assert contrast(*pair) >= 7.0
    assert weakest(reader) == []


ODD = ["\0", "((", "[a", "*", "\\", "😀", "مرحبا", '"', " ", "\u2029", "'; --", "a" * 10_000]


def test_any_input_is_safe(reader: Reader) -> None:
    for words in ODD:
        reader.key(F, CONTROL)
        field(reader).setText(words)
        assert said(reader) in ("", "Not on this page"), words
        assert len(field(reader).text()) <= 500
        reader.key(Qt.Key.Key_Return)
        reader.key(Qt.Key.Key_Escape)
        assert reader.title == "A"


def test_emoji_before_a_hit_do_not_shift_it(open_viewer: OpenViewer, packs: PackWriter) -> None:
    packs.topic("topic", {"a": section("A", "😀😀 pain 😀 pain")})
    reader = open_viewer("--topic", "topic", library=packs.folder)
    find(reader, "pain")
    assert marked(reader) == ["pain", "pain"]


def test_a_huge_page_counts_all_its_hits(open_viewer: OpenViewer, packs: PackWriter) -> None:
    packs.topic("topic", {"a": section("A", ("Some plain words of text. " * 20 + "\n\n") * 400)})
    reader = open_viewer("--topic", "topic", library=packs.folder)
    find(reader, "s")
    assert said(reader) == "1 of 16,008", "the title and the foot are part of it"
    assert len(marked(reader)) == 1_000
    find(reader, "words of")
    assert said(reader) == "1 of 8,000"


def test_numbers_are_written_as_the_reader_writes_them(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    packs.topic("topic", {"a": section("A", "word " * 1_200)})
    reader = open_viewer("--language", "de", library=packs.folder)
    find(reader, "word")
    assert said(reader) == "1 of 1.200"


def test_the_count_is_told_once_typing_pauses(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.key(F, CONTROL)
    heard = Listener(monkeypatch)
    QTest.keyClicks(field(reader), "warf")
    assert said(reader) == "1 of 5", "the eye need not wait"
    assert heard.said == []
    heard.wait_for("1 of 5. Warfarin is first here", reader.qtbot)
    QTest.keyClick(field(reader), Qt.Key.Key_Return)
    assert [words[:6] for words in heard.said] == ["1 of 5", "2 of 5"], "a step is told at once"
