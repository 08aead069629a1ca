"""Words that were searched for are marked on the page, and the page begins at the first of them."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextFormat

from tests.conftest import OpenViewer
from tests.ui.packs import PackWriter, section
from tests.ui.reader import Reader
from viewer.core.level import Level
from viewer.core.place import PageKind, Place

FILLING = "Nothing of interest stands in this line.\n\n" * 60
TEXT = (
    "## Kidneys {: #kidneys }\n\n"
    + FILLING
    + "A child with a Náusea, 😀 then nausea again, and nauseas.\n\n"
    + "| Sign | What |\n|---|---|\n| nausea | NAUSEA |\n\n"
    + '!!! tip "Nausea"\n    Rest.\n\n'
    + "## Later {: #later }\n\n"
    + FILLING
    + "One more nausea. [A link](section:b).\n"
)


def marked(reader: Reader) -> list[str]:
    """The words under the marks, in the order of the page."""
    marks: list[Any] = reader.page.extraSelections()  # its stub names no attributes
    words = [(mark.cursor.selectionStart(), mark.cursor.selectedText()) for mark in marks]
    return [text for _, text in sorted(words)]


def current(reader: Reader) -> str:
    """The line of the hit that is shown, which alone has a thick edge."""
    marks: list[Any] = reader.page.extraSelections()
    edge = QTextFormat.Property.OutlinePen
    thick = [m.cursor.block().text() for m in marks if m.format.penProperty(edge).width() > 2]
    assert len(thick) == 1
    return str(thick[0])


@pytest.fixture
def reader(open_viewer: OpenViewer, packs: PackWriter) -> Reader:
    packs.topic("topic", {"a": section("A", "First page."), "b": section("B", TEXT, "Plain b.")})
    return open_viewer("--topic", "topic", library=packs.folder)


def open_marked(reader: Reader, *words: str, anchor: str = "") -> None:
    """Open the second page as a result of a search would."""
    place = Place(PageKind.SECTION, Level.CLINICAL, "topic", "b")
    reader.window._session.open_place(place, anchor, words)


def test_a_page_opens_at_the_first_hit_with_all_hits_marked(reader: Reader) -> None:
    open_marked(reader, "nausea", "rest")
    words = ["Náusea", "nausea", "nausea", "NAUSEA", "Nausea", "Rest", "nausea"]
    assert marked(reader) == words
    assert reader.window.view.marks.found == (1, 7)
    assert "A child with a Náusea" in reader.words_in_sight
    assert current(reader).startswith("A child")


def test_a_hit_that_is_in_sight_leaves_the_page_at_its_top(reader: Reader) -> None:
    open_marked(reader, "kidneys")
    assert marked(reader) == ["Kidneys"]
    assert reader.line_at_top == "B"


def test_a_page_with_an_anchor_shows_the_first_hit_after_it(reader: Reader) -> None:
    open_marked(reader, "nausea", anchor="later")
    assert current(reader).startswith("One more")
    assert "One more nausea" in reader.words_in_sight


def test_words_that_are_not_there_mark_nothing(reader: Reader) -> None:
    open_marked(reader, "nause", "xyz", "", "(", "\0", "a" * 10_000)
    assert marked(reader) == []
    assert reader.window.view.marks.found == (0, 0)
    assert reader.line_at_top == "B"


def test_marks_stay_when_the_page_changes_its_clothes(reader: Reader) -> None:
    open_marked(reader, "nausea")
    before = marked(reader)
    reader.choose_theme("Dark")
    assert marked(reader) == before
    assert "A child with" in reader.words_in_sight
    reader.press("Larger text")
    assert marked(reader) == before
    reader.resize(700, 700)
    assert marked(reader) == before
    assert reader.window.view.marks.found == (1, 6)


def test_another_page_takes_the_marks_away(reader: Reader) -> None:
    open_marked(reader, "nausea")
    reader.press("Back")
    assert marked(reader) == []
    reader.press("Forward")
    assert marked(reader) == []


@pytest.mark.parametrize("focus", ["Page", "Sections", "Home"])
def test_escape_takes_the_marks_away(reader: Reader, focus: str) -> None:
    open_marked(reader, "nausea")
    widgets = {"Page": reader.page, "Sections": reader.sections, "Home": reader.button("Home")}
    widgets[focus].setFocus()
    reader.key(Qt.Key.Key_Escape)
    assert marked(reader) == []
    assert "A child with" in reader.words_in_sight, "the page stays where it is"


def test_the_link_at_the_focus_is_marked_beside_the_hits(reader: Reader) -> None:
    open_marked(reader, "nausea")
    before = marked(reader)
    reader.page.setFocus(Qt.FocusReason.TabFocusReason)
    reader.key(Qt.Key.Key_Tab)
    assert marked(reader) == [*before, "A link"]
    reader.page.clearFocus()
    assert marked(reader) == before
    reader.page.setFocus(Qt.FocusReason.TabFocusReason)
    reader.key(Qt.Key.Key_Tab)
    reader.key(Qt.Key.Key_Escape)
    assert marked(reader) == ["A link"]


def test_no_more_marks_are_painted_than_a_page_bears(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    packs.topic("topic", {"a": section("A", ("pain and more pain, " * 30 + "\n\n") * 100)})
    reader = open_viewer("--topic", "topic", library=packs.folder)
    marks = reader.window.view.marks
    assert marks.mark_words(["pain"]) == 6_000
    assert len(marked(reader)) == 1_000
    assert marks.show_previous(), "round the top to the last"
    assert marks.found == (6_000, 6_000)
    assert len(marked(reader)) == 1_000
    assert len([mark for mark in marked(reader) if mark == "pain"]) == 1_000
    assert marks.show_next()
    assert marks.found == (1, 6_000)
