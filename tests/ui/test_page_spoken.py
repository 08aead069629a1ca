"""The page as a screen reader walks it: its parts in order, each with its level and language."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.conftest import OpenViewer
from tests.ui.packs import PackWriter, section
from tests.ui.reader import CONTROL, SHIFT, Reader
from tests.ui.spoken import Role, Text, interface
from tests.ui.test_images import red_square
from tests.ui.test_text_lines import pages
from viewer.ui.notices import notice
from viewer.ui.page_part import Part
from viewer.ui.page_part_accessible import PartInterface

GOOD = Path(__file__).parent.parent / "packs" / "good"
LONG = "\n\n".join(["Words of a long page, line after line."] * 60)


def parts(one: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """An interface and all in it; each knows where it stands."""
    yield one
    for at in range(one.childCount()):
        child = one.child(at)
        assert child.parent() is one
        assert one.indexOfChild(child) == at
        yield from parts(child)


def page(reader: Reader) -> QAccessibleInterface:
    return interface(reader.page)


def with_role(reader: Reader, role: Role) -> list[QAccessibleInterface]:
    return [part for part in parts(page(reader)) if part.role() is role]


def names(reader: Reader, role: Role) -> list[str]:
    return [part.text(Text.Name) for part in with_role(reader, role)]


def level(part: QAccessibleInterface) -> object:
    return part.attributesInterface().attributeValue(QAccessible.Attribute.Level)


def language(part: QAccessibleInterface) -> str:
    found = part.attributesInterface().attributeValue(QAccessible.Attribute.Locale)
    return str(found.name().split("_")[0])


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [("--clinical",), ("--plain",), ("--language", "es")])
def test_every_heading_and_every_word_of_the_shipped_pages_is_there(
    open_viewer: OpenViewer, arguments: tuple[str, ...]
) -> None:
    reader = open_viewer("--topic", "calciphylaxis", *arguments)
    for row in pages(reader):
        headings = with_role(reader, Role.Heading)
        told = [(level(part), part.text(Text.Name)) for part in headings]
        seen = [(at, " ".join(words.split())) for at, words in reader.headings()]
        assert told == seen, row
        text = "".join(
            part.text(Text.Name)
            for part in parts(page(reader))
            if part.role() in (Role.Heading, Role.Paragraph, Role.ListItem, Role.Cell)
            or part.role() is Role.ColumnHeader
        )
        told_letters = [letter for letter in text if letter.isalpha()]
        assert len(told_letters) >= len([letter for letter in reader.text if letter.isalpha()]), row
        links = [words for role in (Role.Link,) for words in names(reader, role)]
        assert all(links), row
        assert page(reader).text(Text.Description) == reader.title


def test_a_spanish_page_says_that_it_is_spanish_and_what_is_not(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    packs.topic("topic", {"a": section("Ay", "English words.\n\n- one\n")})
    reader = open_viewer("--topic", "topic", "--language", "es", library=packs.folder)
    spoken = {part.text(Text.Name): language(part) for part in parts(page(reader))}
    assert spoken["Página"] == "es"
    assert spoken["English words."] == "en"
    assert spoken["one"] == "en"
    assert spoken["De dónde viene este texto"] == "es"


def test_the_first_page_of_the_next_start_knows_its_languages_as_well(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    packs.topic("topic", {"a": section("Ay", "English words.")})
    arguments = ("--topic", "topic", "--section", "a", "--language", "es")
    for _ in range(2):
        reader = open_viewer(*arguments, library=packs.folder)
        found = {part.text(Text.Name): language(part) for part in parts(page(reader))}
        assert found["English words."] == "en"
        reader.qtbot.waitUntil(partial(getattr, reader, "has_settled"))
        reader.close()


def test_arabic_is_read_from_the_right(open_viewer: OpenViewer) -> None:
    arguments = ("--topic", "kidneys", "--language", "ar", "--plain")
    reader = open_viewer(*arguments, library=GOOD, size=(1280, 800))
    assert language(page(reader)) == "ar"
    groups = [part for part in with_role(reader, Role.Grouping) if part.rect().top() < 700]
    lefts = [part.rect().left() for part in groups]
    assert len(groups) >= 2
    assert lefts[0] > lefts[1], "the right card of a row comes first"


def test_tables_lists_boxes_and_pictures(open_viewer: OpenViewer, packs: PackWriter) -> None:
    text = (
        "## Lists\n\n- one\n- two\n    - deep\n- three\n\n3. third\n4. fourth\n\n"
        "## Numbers\n\n| Day | Cups |\n|---|---|\n| Monday | **one** |\n\n"
        '!!! warning "Mind"\n    Be careful.\n\n!!! note "Short"\n    Yes.\n\n'
        "> Somebody's words\n\n![A red square](pictures/red.png)\n\n---\n\nEnd."
    )
    topic = packs.topic("topic", {"a": section("Ay", text)})
    red_square(topic / "pictures" / "red.png")
    reader = open_viewer("--topic", "topic", library=packs.folder)
    lists = with_role(reader, Role.List)
    assert [part.childCount() for part in lists] == [3, 1, 2]
    assert names(reader, Role.ListItem) == ["one", "two", "deep", "three", "3. third", "4. fourth"]
    cell = with_role(reader, Role.Cell)[1]
    at = cell.tableCellInterface()
    assert (cell.text(Text.Name), at.rowIndex(), at.columnIndex()) == ("one", 1, 1)
    assert [head.text(Text.Name) for head in at.columnHeaderCells()] == ["Cups"]
    assert [head.text(Text.Name) for head in at.rowHeaderCells()] == ["Monday"]
    assert at.table().text(Text.Name) == "Numbers"
    assert names(reader, Role.Grouping) == ["Mind", "Short"]
    assert "Somebody's words" in names(reader, Role.Paragraph)
    assert names(reader, Role.Graphic) == ["A red square"]


def test_parts_are_where_they_are_seen_after_scrolling(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    packs.topic("topic", {"a": section("Ay", f"{LONG}\n\n## Last\n\nEnd.")})
    reader = open_viewer("--topic", "topic", library=packs.folder, size=(900, 500))
    last = next(p for p in with_role(reader, Role.Heading) if p.text(Text.Name) == "Last")
    assert last.state().offscreen
    reader.scroll_to(1.0)
    assert not last.state().offscreen
    assert with_role(reader, Role.Heading)[0].state().offscreen
    middle = last.rect().center()
    assert page(reader).childAt(middle.x(), middle.y()) is last


def test_a_link_is_pressed_as_by_a_click(open_viewer: OpenViewer, packs: PackWriter) -> None:
    packs.topic("topic", {"a": section("Ay", "See [bee](section:b)."), "b": section("Bee", "x")})
    reader = open_viewer("--topic", "topic", library=packs.folder)
    link = with_role(reader, Role.Link)[0]
    actions = link.actionInterface()
    assert actions.actionNames() == ["Press", "SetFocus"]
    actions.doAction("SetFocus")
    assert link.state().focused
    assert page(reader).focusChild() is link
    actions.doAction("Press")
    assert link.isValid(), "who asks gets an answer first"
    reader.qtbot.waitUntil(lambda: reader.title == "Bee")


def kept_parts() -> list[object]:
    """All parts of pages that are still there."""
    gc.collect()
    return [one for one in gc.get_objects() if isinstance(one, Part | PartInterface)]


@pytest.mark.parametrize("turns", [60, pytest.param(500, marks=pytest.mark.slow)])
def test_pages_that_were_walked_leave_nothing_behind(
    open_viewer: OpenViewer, packs: PackWriter, qapp: QApplication, turns: int
) -> None:
    rows = ["First", "Second", "Third"]
    text = "## In words\n\n- [go](section:first)"
    packs.topic("topic", {x.lower(): section(x, text) for x in rows})
    reader = open_viewer("--topic", "topic", library=packs.folder)
    numbers: set[int] = set()
    before = len(kept_parts())  # of windows that tests before this one have left
    part = page(reader).child(0)
    for turn in range(turns):
        found = list(parts(page(reader)))
        part = found[1]
        numbers |= {QAccessible.uniqueId(one) for one in found[1:]}
        del found
        reader.open_row(rows[turn % 3])
        assert not part.isValid()
        assert part.childCount() >= 0
        assert part.text(Text.Description) == ""
        qapp.processEvents()
        assert not shiboken6.isValid(part), "Qt has let go of it"
    del part
    assert len(kept_parts()) - before < 40, "those of the pages before are gone"
    now = {QAccessible.uniqueId(one) for one in parts(page(reader))}
    assert all(QAccessible.accessibleInterface(number) is None for number in numbers - now)
    assert names(reader, Role.Heading)[0] == rows[(turns - 1) % 3]


def test_notices_do_not_pile_up(open_viewer: OpenViewer) -> None:
    reader = open_viewer()
    said = [notice(reader.window, f"Words {number}") for number in range(30)]
    assert [shiboken6.isValid(one) for one in said].count(True) == 8
    assert said[-1].text(Text.Name) == "Words 29"
    assert said[-1].role() is Role.Notification
    assert said[-1].parent().object() is reader.window


# --- caret and headings --------------------------------------------------------------


@pytest.fixture
def reading(open_viewer: OpenViewer, packs: PackWriter) -> Reader:
    text = f"{LONG}\n\n## Two\n\nSee [bee](section:b).\n\n### Three\n\n{LONG}"
    packs.topic("topic", {"a": section("Ay", text), "b": section("Bee", "x")})
    reader = open_viewer("--topic", "topic", library=packs.folder, size=(900, 500))
    reader.page.setFocus()
    return reader


def test_h_goes_from_heading_to_heading(reading: Reader) -> None:
    reading.key(Qt.Key.Key_H)
    assert reading.line_at_top.startswith("Two")
    assert [p.text(Text.Name) for p in parts(page(reading)) if p.state().focused][1:] == ["Two"]
    reading.key(Qt.Key.Key_H)
    assert reading.page.textCursor().block().text() == "Three"
    reading.key(Qt.Key.Key_H, SHIFT)
    assert reading.page.textCursor().block().text() == "Two"
    reading.key(Qt.Key.Key_Tab)
    assert reading.page.textCursor().selectedText() == "bee", "the next link from there"


def test_arrows_scroll_until_f7_makes_a_caret(reading: Reader) -> None:
    reading.key(Qt.Key.Key_Down)
    assert reading.page.textCursor().position() == 0
    assert reading.page.verticalScrollBar().value() > 0
    reading.key(Qt.Key.Key_F7)
    before = reading.page.textCursor().position()
    reading.key(Qt.Key.Key_Down)
    assert reading.page.textCursor().position() > before
    at = reading.page.textCursor().position()
    reading.press("Larger text")
    assert reading.page.textCursor().position() == at, "the page is in other clothes"
    reading.key(Qt.Key.Key_F7)
    reading.key(Qt.Key.Key_Down)
    assert reading.page.textCursor().position() == at


@pytest.mark.parametrize("code", [0, 0x0424, 0x20AC], ids=["none", "cyrillic", "euro"])
def test_a_key_that_qt_has_no_name_for_does_no_harm(reading: Reader, code: int) -> None:
    at = reading.page.textCursor().position()
    event = QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, "x")
    QApplication.sendEvent(reading.page, event)
    assert reading.page.textCursor().position() == at


def test_enter_opens_the_link_that_the_caret_is_in(reading: Reader) -> None:
    reading.key(Qt.Key.Key_F7)
    reading.key(Qt.Key.Key_H)
    reading.key(Qt.Key.Key_Down)
    for _ in range(5):
        reading.key(Qt.Key.Key_Right)
    reading.key(Qt.Key.Key_Return)
    assert reading.title == "Bee"


def test_the_headings_are_listed_and_lead_to_their_place(reading: Reader) -> None:
    reading.key(Qt.Key.Key_O, CONTROL | SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    listed = [action.text() for action in menu.actions()]
    told = [words.strip().split("\t") for words in listed[:3]]
    assert told == [["Ay", "Level 1"], ["Two", "Level 2"], ["Three", "Level 3"]]
    indents = [len(words) - len(words.lstrip()) for words in listed[:3]]
    assert all(before < after for before, after in pairwise(indents))
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert reading.line_at_top.startswith("Two")
    assert reading.focus == "Page"
    reading.key(Qt.Key.Key_O, CONTROL | SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert reading.focus == "Page"
    assert reading.line_at_top.startswith("Two")
