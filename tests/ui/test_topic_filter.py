"""The field over a long list of topics."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from tests.conftest import OpenViewer
from tests.ui.packs import PackWriter, section
from tests.ui.reader import Reader

NAMES = [
    *("Acne", "Acute bronchitis", "Ankle sprain", "Asthma", "Back pain", "Back surgery"),
    *("Chronic kidney disease", "Éczema", "Gout", "Heart failure", "Kidney stones"),
    *("Low back pain", "Migraine", "Shingles", "مُدرسة"),
]


@pytest.fixture
def reader(open_viewer: OpenViewer, packs: PackWriter) -> Reader:
    for number, name in enumerate(NAMES):
        packs.topic(f"t{99 - number}", {"a": section(f"About {name}", "x")}, title={"en": name})
    return open_viewer(library=packs.folder)


def field(reader: Reader) -> QLineEdit:
    (found,) = (
        f for f in reader.window.findChildren(QLineEdit) if f.accessibleName() == "Filter topics"
    )
    return found


def type_in(reader: Reader, words: str) -> None:
    field(reader).setFocus()
    if words.isascii():
        QTest.keyClicks(field(reader), words)
    else:
        field(reader).insert(words)  # QTest has keys for ASCII alone


def says_nothing_is_found(reader: Reader) -> bool:
    labels = reader.window.sidebar.findChildren(QLabel)
    return any(x.isVisible() and x.text() == "No topic has this word." for x in labels)


def test_the_list_stands_by_titles_and_not_by_ids(reader: Reader) -> None:
    assert reader.rows == NAMES
    assert field(reader).isVisible()
    assert field(reader).height() >= 44


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("kid", ["Chronic kidney disease", "Kidney stones"]),
        ("BACK P", ["Back pain", "Low back pain"]),
        ("pain back", ["Back pain", "Low back pain"]),
        ("ecz", ["Éczema"]),
        ("éCZÉ", ["Éczema"]),
        ("مدرسة", ["مُدرسة"]),
        ("ney", []),
        ("  ", NAMES),
        ("(*\\ [", NAMES),
        ("a", ["Acne", "Acute bronchitis", "Ankle sprain", "Asthma"]),
    ],
)
def test_it_keeps_topics_with_words_that_begin_so(
    reader: Reader, words: str, found: list[str]
) -> None:
    type_in(reader, words)
    assert reader.rows == found
    assert says_nothing_is_found(reader) is (not found)


def test_enter_opens_the_first(reader: Reader) -> None:
    type_in(reader, "kid")
    reader.key(Qt.Key.Key_Return)
    assert reader.title == "About Chronic kidney disease"
    assert not field(reader).isVisible()


def test_enter_with_nothing_found_opens_nothing(reader: Reader) -> None:
    type_in(reader, "qqq")
    reader.key(Qt.Key.Key_Return)
    assert reader.title == "Topics"


def test_down_goes_to_the_list_and_enter_opens_there(reader: Reader) -> None:
    type_in(reader, "kid")
    reader.key(Qt.Key.Key_Down)
    assert reader.focus == "Sections"
    reader.key(Qt.Key.Key_Down)
    assert reader.row_at_keys == "Kidney stones"
    reader.key(Qt.Key.Key_Return)
    assert reader.title == "About Kidney stones"


def test_escape_clears(reader: Reader) -> None:
    type_in(reader, "qqq")
    assert says_nothing_is_found(reader)
    reader.key(Qt.Key.Key_Escape)
    assert reader.rows == NAMES
    assert not says_nothing_is_found(reader)


def test_it_is_empty_when_the_list_is_come_back_to(reader: Reader) -> None:
    type_in(reader, "gout")
    reader.open_row("Gout")
    assert reader.title == "About Gout"
    assert not field(reader).isVisible()
    reader.press("Home")
    assert field(reader).text() == ""
    assert reader.rows == NAMES


def test_tab_comes_by_between_the_toolbar_and_the_list(reader: Reader) -> None:
    reader.sections.setFocus()
    reader.key(Qt.Key.Key_Backtab)
    assert reader.focus == "Filter topics" or field(reader).hasFocus()
    reader.key(Qt.Key.Key_Tab)
    assert reader.focus == "Sections"


def test_a_filter_survives_a_change_of_size_and_theme(reader: Reader) -> None:
    type_in(reader, "kid")
    reader.press("Larger text")
    reader.choose_theme("Dark")
    assert reader.rows == ["Chronic kidney disease", "Kidney stones"]


def test_few_topics_have_none(open_viewer: OpenViewer, packs: PackWriter) -> None:
    for number in range(12):
        packs.topic(f"t{number}", {"a": section("A", "x")})
    reader = open_viewer("--clinical", library=packs.folder)
    assert len(reader.rows) == 12
    assert reader.window.sidebar.findChildren(QLineEdit) == []


def test_sections_have_none(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis")
    assert len(reader.rows) > 12
    assert reader.window.sidebar.findChildren(QLineEdit) == []


def test_tab_goes_from_the_toolbar_to_the_filter_the_list_and_the_page(reader: Reader) -> None:
    reader.button("Listen").setFocus(Qt.FocusReason.TabFocusReason)
    met = []
    for _ in range(3):
        reader.key(Qt.Key.Key_Tab)
        met.append(reader.focus)
    assert met == ["Filter topics", "Sections", "Page"]
