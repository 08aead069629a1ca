"""The rows of a search as they are painted: any letters, any length, either direction."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFont, QTextLayout

from tests.conftest import OpenViewer
from tests.ui.packs import PackWriter, section
from tests.ui.reader import CONTROL, Reader
from viewer.core.search.results import Segment
from viewer.ui.search_list import ROW_ROLE, SearchRow
from viewer.ui.search_row_painter import LINES, SearchRowPainter

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


def painter_of(reader: Reader) -> SearchRowPainter:
    painter = reader.found_list.itemDelegate()
    assert isinstance(painter, SearchRowPainter)
    return painter


def layouts(
    reader: Reader, row: SearchRow, width: int, direction: Qt.LayoutDirection = LTR
) -> list[QTextLayout]:
    painter = painter_of(reader)
    painter.set_width(width)
    return [part.layout for part in painter._parts(row, direction)]


def marked(layout: QTextLayout) -> list[str]:
    """The words that Qt draws as hits, told by its own count of letters."""
    units = layout.text().encode("utf-16-le")
    found = []
    for mark in layout.formats():
        assert mark.format.fontWeight() == QFont.Weight.Bold
        found.append(units[2 * mark.start : 2 * (mark.start + mark.length)].decode("utf-16-le"))
    return found


@pytest.fixture
def reader(open_viewer: OpenViewer, packs: PackWriter) -> Reader:
    long = "Kidney " + "and_the_longest_word_of_all" * 40
    packs.topic(
        "gout",
        {
            "bold": section("<b>Joint</b> & <i>bone</i> &amp; more", "A joint <b> & it."),
            "long": section(long, "A kidney " + "x" * 5_000 + " kidney."),
            "emoji": section("FACE Plaster", "\U0001f9b4 Plaster \U0001f9b4 on it.").replace(
                "FACE", "\U0001fa79\U0001fa79"
            ),
            "arabic": section("حصوات", "حصوات في الكلى. Stone here."),
        },
        title={"en": "Gout & <b>more</b>"},
    )
    found = open_viewer("--clinical", library=packs.folder)
    found.look_for("joint")
    return found


def test_a_title_is_shown_as_it_is_written(reader: Reader) -> None:
    assert reader.found[0].startswith("<b>Joint</b> & <i>bone</i>")
    (layout, *_) = layouts(reader, reader.found_list.currentIndex().data(ROW_ROLE), 600)
    assert layout.text().startswith("<b>Joint</b> & <i>bone</i>")
    assert marked(layout) == ["Joint"]
    reader.key(Qt.Key.Key_Return)
    assert reader.title.startswith("<b>Joint</b>")
    reader.key(Qt.Key.Key_K, CONTROL)
    assert reader.search_panel.isVisible()
    reader.search.clear()
    reader.type("xqzvkw")
    assert reader.search_message.startswith("No page")


def test_a_misspelt_word_with_marks_of_html_is_said_as_text(reader: Reader) -> None:
    reader.search.clear()
    reader.type("<b>jiont")
    assert reader.search_message == "Showing results for <b>joint"


def test_a_long_title_and_snippet_stay_within_the_list(reader: Reader) -> None:
    reader.search.clear()
    reader.look_for("kidney")
    width = reader.found_list.viewport().width()
    rows = [i.data(ROW_ROLE) for i in reader.found_rows()]
    for row in rows:
        for layout in layouts(reader, row, width):
            assert layout.lineCount() <= LINES
            assert layout.boundingRect().width() <= width
    assert reader.window.rect().contains(reader.search_panel.geometry())
    assert reader.found_list.horizontalScrollBar().maximum() == 0


def test_marks_stand_on_their_words_after_letters_of_two_units(reader: Reader) -> None:
    reader.search.clear()
    reader.look_for("plaster")
    row = reader.found_list.currentIndex().data(ROW_ROLE)
    title, snippet = layouts(reader, row, 600)
    assert title.text() == "\U0001fa79\U0001fa79 Plaster"
    assert marked(title) == ["Plaster"]
    assert marked(snippet) == ["Plaster"]
    reader.key(Qt.Key.Key_Return)
    cursor = reader.page.textCursor()
    words = []
    for start, end in reader.marked_places:
        cursor.setPosition(start)
        cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
        words.append(cursor.selectedText())
    assert words == ["Plaster", "Plaster"]


def test_half_a_letter_does_not_end_the_window(reader: Reader) -> None:
    row = SearchRow((Segment("a\ud800b"), Segment("hit", True), Segment("\udc00")), target=0)
    (layout,) = layouts(reader, row, 600)
    assert len(layout.formats()) == 1


@pytest.mark.slow
@pytest.mark.parametrize("direction", [LTR, RTL])
@pytest.mark.parametrize("text", ["About gout?", "ما هي الحصوات؟", "حصوات and stone"])
def test_each_text_runs_its_own_way_at_the_lists_own_side(
    reader: Reader, text: str, direction: Qt.LayoutDirection
) -> None:
    (layout,) = layouts(reader, SearchRow((Segment(text),), target=0), 600, direction)
    line = layout.lineAt(0)
    ends = (line.cursorToX(0), line.cursorToX(line.textLength()))
    xs: list[float] = [x[0] if isinstance(x, tuple) else x for x in ends]  # type: ignore[misc]
    first, last = xs
    assert (first < last) is text.isascii()
    rect = line.naturalTextRect()
    room = 600 - 2 * painter_of(reader)._inset
    assert (rect.left() if direction is LTR else room - rect.right()) == pytest.approx(0, abs=2)


def test_a_list_of_few_rows_needs_no_scroll_bar(reader: Reader) -> None:
    assert reader.found_list.verticalScrollBar().maximum() == 0
    last = list(reader.found_rows())[-1]
    assert reader.found_list.visualRect(last).bottom() <= reader.found_list.viewport().height()


def test_rows_grow_with_the_text_while_the_list_is_open(reader: Reader) -> None:
    index = reader.found_list.currentIndex()
    before = reader.found_list.visualRect(index).height()
    for _ in range(4):
        reader.key(Qt.Key.Key_Equal, CONTROL)
    assert reader.search_panel.isVisible()
    reader.found_list.doItemsLayout()
    assert reader.found_list.visualRect(reader.found_list.currentIndex()).height() > before
    corner = reader.search.mapTo(reader.window, QPoint(0, reader.search.height()))
    assert reader.search_panel.y() >= corner.y()


def test_the_chosen_row_is_marked_at_its_edge(reader: Reader) -> None:
    rect = reader.found_list.visualRect(reader.found_list.currentIndex())
    image = reader.found_list.viewport().grab().toImage()
    accent = QColor(reader.window._session.theme.accent)
    assert image.pixelColor(rect.left() + 1, rect.center().y()) == accent
