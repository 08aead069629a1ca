"""Search, find bar and their words in another language, and from right to left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QWidget

from tests.conftest import OpenViewer
from tests.core.shelf import GOOD
from tests.ui.packs import PackWriter, section
from tests.ui.reader import CONTROL, Reader
from viewer.ui.index_bar import IndexBar
from viewer.ui.search_list import ROW_ROLE
from viewer.ui.search_row_painter import SearchRowPainter

Start = Callable[..., Reader]
RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft


@pytest.fixture
def library(packs: PackWriter) -> Path:
    """A topic of which one section has a Spanish text at the plain level alone."""
    english = {
        "rest": section("Rest", "Sleep and urate.", "Rest a lot.", question="How to rest?"),
        "walk": section("Walk", "Gait and urate.", "Walk a lot.", question="How to walk?"),
    }
    packs.topic("gout", english, title={"en": "Gout", "es": "Gota"})
    spanish = section("Descanso", "", "Descanse mucho.", question="¿Cómo descansar?")
    packs.section("gout", "rest", spanish, "es")
    return packs.folder


@pytest.fixture
def start(open_viewer: OpenViewer, library: Path) -> Start:
    return lambda *arguments, **choices: open_viewer(*arguments, library=library, **choices)


@pytest.fixture
def arabic(open_viewer: OpenViewer) -> Reader:
    return open_viewer("--topic", "kidneys", "--language", "ar", library=GOOD, size=(1280, 800))


def place(widget: QWidget, reader: Reader) -> QRect:
    return QRect(widget.mapTo(reader.window, QPoint(0, 0)), widget.size())


# --- a change -------------------------------------------------------------------------


def test_the_list_goes_with_its_language_and_comes_again_in_the_new_one(start: Start) -> None:
    reader = start("--plain")
    reader.look_for("rest")
    assert reader.found[0].startswith("How to rest?")
    reader.window._session.choose_language("es")  # as a request for Spanish from elsewhere does
    assert not reader.search_panel.isVisible()
    assert reader.search.accessibleName() == "Buscar"
    assert reader.search.placeholderText().startswith("Buscar")
    reader.key(Qt.Key.Key_K, CONTROL)
    reader.type("descans")
    assert reader.found[0].startswith("¿Cómo descansar?")
    reader.search.clear()
    reader.type("xqzvkw")
    assert reader.search_message.startswith("Ninguna página tiene estas palabras")
    reader.press("Todos los temas", inside=reader.search_panel)
    assert reader.title != "Topics"


def test_a_list_that_was_closed_speaks_the_new_language(start: Start) -> None:
    reader = start("--plain")
    reader.look_for("uratt")
    assert reader.search_message == "Showing results for urate"
    assert "In the clinical text" in reader.found[0]
    reader.key(Qt.Key.Key_Escape)
    reader.window._session.choose_language("es")
    reader.page.setFocus()
    reader.key(Qt.Key.Key_K, CONTROL)
    assert reader.search_message == "Se muestran resultados de urate"
    assert "En el texto clínico" in reader.found[0]
    assert reader.search_panel.accessibleName() == "Resultados de la búsqueda"


def test_the_find_bar_speaks_the_new_language_and_counts_on(start: Start) -> None:
    reader = start("--section", "rest", "--topic", "gout", "--plain")
    reader.key(Qt.Key.Key_F, CONTROL)
    reader.type("mucho")
    bar = reader.window.tools.finding.bar  # type: ignore[union-attr]
    assert bar.result.text() == "Not on this page"
    reader.window._session.choose_language("es")
    assert bar.isVisible()
    assert bar.result.text() == "1 de 1"
    assert bar.field.accessibleName() == "Buscar aquí"
    assert bar.next.toolTip() == "Buscar siguiente (F3)"
    reader.type("s")
    assert bar.result.text() == "No está en esta página"


def test_a_find_bar_with_no_hit_speaks_the_new_language(start: Start) -> None:
    reader = start("--section", "rest", "--topic", "gout", "--plain")
    reader.key(Qt.Key.Key_F, CONTROL)
    reader.type("xqzvkw")
    reader.window._session.choose_language("es")
    bar = reader.window.tools.finding.bar  # type: ignore[union-attr]
    assert bar.result.text() == "No está en esta página"


@pytest.mark.slow
def test_the_bar_of_the_index_speaks_the_new_language(
    open_viewer: OpenViewer, packs: PackWriter, tmp_path: Path
) -> None:
    for number in range(50):
        packs.topic(f"topic-{number}", {"a": section("A", "Text.")})
        packs.section(f"topic-{number}", "a", section("A", "Texto."), "es")
    reader = open_viewer(library=packs.folder)
    reader.qtbot.waitUntil(lambda: bool(reader.window.findChildren(IndexBar)))
    (bar,) = reader.window.findChildren(IndexBar)
    reader.qtbot.waitUntil(bar.isVisible, timeout=60_000)
    reader.window._session.choose_language("es")
    words = [x.text() for x in bar.findChildren(QLabel)]
    assert words[0].startswith("Preparando la búsqueda: ")
    assert bar.cancel.text() == "Cancelar"
    reader.press("Cancelar", inside=bar)
    assert bar.isHidden()


def test_the_meaning_of_a_word_goes_with_its_page(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--section", "background", "--plain")
    tools = reader.window.tools
    assert tools is not None
    reader.click_link(next(words for words, address in reader.links() if "term:" in address))
    assert tools.explaining.popup.isVisible()
    assert tools.explaining.popup.all.accessibleName() == "See all words"
    reader.window._session.choose_language("es")
    assert not tools.explaining.popup.isVisible()
    reader.click_link(next(words for words, address in reader.links() if "term:" in address))
    assert tools.explaining.popup.all.accessibleName() == "Ver todas las palabras"


def test_a_reader_of_spanish_finds_english_texts_and_opens_them(start: Start) -> None:
    reader = start("--clinical", "--language", "es")
    reader.look_for("gait")
    assert reader.found[0].startswith("Walk")
    reader.key(Qt.Key.Key_Return)
    assert "Gait and urate." in reader.text
    assert reader.marked == ["Gait"]
    reader.look_for("sleep")
    assert reader.found[0].startswith("Descanso")
    reader.key(Qt.Key.Key_Return)
    assert "Sleep and urate." in reader.text
    assert reader.marked == ["Sleep"]


def test_a_reader_of_spanish_finds_the_shipped_clinical_text(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--language", "es", "--clinical")
    reader.look_for("thiosulfate")
    assert reader.found
    reader.key(Qt.Key.Key_Return)
    assert "thiosulfate" in [word.lower() for word in reader.marked]


# --- from right to left -----------------------------------------------------------------


def test_the_list_stands_under_its_field_at_the_right(arabic: Reader) -> None:
    arabic.look_for("أشرب")
    panel, field = place(arabic.search_panel, arabic), place(arabic.search, arabic)
    assert panel.top() >= field.bottom()
    assert abs(panel.right() - field.right()) <= 8 or panel.left() == 8
    assert arabic.window.rect().contains(panel)
    assert arabic.search_panel.layoutDirection() is RIGHT_TO_LEFT


def test_the_words_of_a_row_begin_at_the_right(arabic: Reader) -> None:
    arabic.look_for("اشرب")
    index = arabic.found_list.currentIndex()
    rect = arabic.found_list.visualRect(index)
    image = arabic.found_list.viewport().grab().toImage()
    theme = arabic.window._session.theme
    y = rect.center().y()
    assert image.pixelColor(rect.right() - 1, y) == QColor(theme.accent)
    assert image.pixelColor(rect.left() + 1, y) == QColor(theme.accent_soft)
    first = range(rect.top() + 10, rect.top() + 24)
    inner = range(rect.left(), rect.right() - 8)
    soft = QColor(theme.accent_soft)
    inked = [x for x in inner for line in first if image.pixelColor(x, line) != soft]
    assert max(inked) > rect.right() - 40, "the title begins at the right"


def test_hits_are_marked_on_an_arabic_page_and_counted_in_its_find_bar(arabic: Reader) -> None:
    arabic.look_for("السوائل")
    arabic.key(Qt.Key.Key_Return)
    assert arabic.marked
    assert all("سوائل" in word for word in arabic.marked)
    arabic.key(Qt.Key.Key_F, CONTROL)
    arabic.type("السوائل")
    bar = arabic.window.tools.finding.bar  # type: ignore[union-attr]
    count = arabic.page.toPlainText().count("السوائل")
    assert count
    digits = bar.result.text().translate(str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789"))
    assert {int(word) for word in digits.split() if word.isdigit()} == {1, count}


def test_an_english_result_keeps_its_question_mark_at_its_end(arabic: Reader) -> None:
    arabic.look_for("walk")
    assert "Walk a little each day." in arabic.found[0]
    painter = arabic.found_list.itemDelegate()
    assert isinstance(painter, SearchRowPainter)
    row = arabic.found_list.currentIndex().data(ROW_ROLE)
    painter.set_width(600)
    *_, snippet = painter._parts(row, RIGHT_TO_LEFT)
    line = snippet.layout.lineForTextPosition(0)
    ends = (line.cursorToX(0), line.cursorToX(line.textLength()))
    xs: list[float] = [x[0] if isinstance(x, tuple) else x for x in ends]  # type: ignore[misc]
    first, last = xs
    assert first < last, "English words run from left to right"
    assert last == pytest.approx(600 - 2 * painter._inset, abs=40), "at the side of the others"
