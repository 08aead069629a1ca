"""The page's structure, as a screen reader and a careful eye meet it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect

from tests.conftest import OpenViewer
from tests.ui.measuring import colours_of
from tests.ui.packs import PackWriter, section
from tests.ui.reader import Reader
from tests.ui.sight import PICTURE
from tests.ui.test_text_lines import pages


def assert_outline(headings: list[tuple[int, str]], where: str) -> None:
    levels = [level for level, _ in headings]
    assert levels[0] == 1, where
    assert levels.count(1) == 1, where
    assert all(after <= before + 1 for before, after in pairwise(levels)), (where, headings)
    assert all(words for _, words in headings), where


@pytest.mark.parametrize("level", ["--clinical", "--plain"])
def test_no_level_of_headings_is_skipped(open_viewer: OpenViewer, level: str) -> None:
    reader = open_viewer("--topic", "calciphylaxis", level)
    for row in pages(reader):
        assert_outline(reader.headings(), row)


def test_headings_have_the_level_that_the_text_gives_them(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    text = "Words.\n\n## Two\n\nx\n\n### Three\n\nx\n\n#### Four\n\nx\n\n## Two again\n\nx"
    packs.topic("topic", {"a": section("Title", text)})
    reader = open_viewer("--topic", "topic", library=packs.folder)
    assert reader.headings() == [
        (1, "Title"),
        (2, "Two"),
        (3, "Three"),
        (4, "Four"),
        (2, "Two again"),
        (2, "Where this text comes from"),
    ]
    reader.press("Larger text")
    assert reader.headings()[0] == (1, "Title"), "after every change"


def test_an_outline_with_holes_is_closed(open_viewer: OpenViewer, packs: PackWriter) -> None:
    plain = "x\n\n##### Deep {: #deep .safety }\n\nx\n\n### Up\n\nx"
    text = section("Title", "x\n\n#### Four\n\nx\n\n# One\n\nx", plain, question="What?", care="k")
    packs.topic("topic", {"a": text}, help="a")
    reader = open_viewer("--topic", "topic", library=packs.folder)
    assert_outline(reader.headings(), "clinical")
    reader.open_row("Title")
    assert_outline(reader.headings(), "clinical")
    reader.press("Plain language")
    assert_outline(reader.headings(), "plain")
    reader.open_row("Caring for yourself")
    assert_outline(reader.headings(), "care")


def test_the_list_of_topics_has_an_outline(open_viewer: OpenViewer, packs: PackWriter) -> None:
    for topic in ("heart", "lungs"):
        packs.topic(topic, {"a": section("A", "x")})
    reader = open_viewer(library=packs.folder)
    assert reader.headings()[:3] == [(1, "Topics"), (2, "Heart"), (2, "Lungs")]
    assert_outline(reader.headings(), "home")


def test_lists_are_lists_and_tables_are_tables(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--section", "differential-diagnosis")
    items = [block.text() for block in reader.blocks() if block.textList() is not None]
    assert any(text.startswith("pain, and whether") for text in items)
    cursor = reader.page.document().find("Inflammation of small vessels")
    table = cursor.currentTable()
    assert table is not None
    assert table.columns() == 3
    assert table.rows() == 5


CALLOUTS = ["note", "tip", "warning", "danger"]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("kind", CALLOUTS)
def test_callouts_are_painted_without_gaps(
    open_viewer: OpenViewer, packs: PackWriter, kind: str, theme: str
) -> None:
    text = (
        f'Before.\n\n!!! {kind} "The title"\n    First paragraph of it.\n\n    Second.\n\n'
        "    - one\n    - two\n\n    ## A heading\n\n    The last words.\n\nAfter."
    )
    packs.topic("topic", {"a": section("A", text)})
    reader = open_viewer("--topic", "topic", "--theme", theme, library=packs.folder)
    assert_no_gaps(reader, "The title", "The last words.")


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_safety_boxes_are_painted_without_gaps(
    open_viewer: OpenViewer, packs: PackWriter, theme: str
) -> None:
    text = "Before.\n\n## The title {: #a .safety }\n\nFirst.\n\n- one\n- two\n\nThe last words."
    packs.topic("topic", {"a": section("A", text)})
    reader = open_viewer("--topic", "topic", "--theme", theme, library=packs.folder)
    assert_no_gaps(reader, "The title", "The last words.")


def assert_no_gaps(reader: Reader, first: str, last: str) -> None:
    """Beside the words of a box, from its first line to its last, there is only its ground."""
    reader.scroll_to(0)
    rects = {line.words.replace(PICTURE, "").strip(): line.rect for line in reader.lines()}
    top, bottom = rects[first], rects[last]
    left, height = int(bottom.left()), int(bottom.bottom() - top.top())
    picture = reader.picture()
    beside = QRect(left - 5, int(top.top()), 3, height)
    colours = colours_of(picture, beside)
    assert len(colours) == 1, colours
    after = QRect(reader.page.viewport().width() // 2, int(bottom.top()), 40, int(bottom.height()))
    assert colours_of(picture, after) == colours, "the ground goes right across"
    page = picture.pixelColor(3, 3).name()
    assert page not in colours or page == "#000000", "the high contrast theme has edges instead"
