"""After a result has been opened: the way back, the other level, and how marks go away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.conftest import OpenViewer
from tests.ui.packs import PackWriter, section
from tests.ui.reader import CONTROL, SHIFT, Reader

ESCAPE = Qt.Key.Key_Escape
FAR = "\n\n".join(f"Paragraph {number} of many." for number in range(60))


@pytest.fixture
def library(packs: PackWriter) -> Path:
    packs.topic(
        "gout",
        {
            "joint": section(
                "Joints", f"A tophus.\n\n{FAR}\n\nA tophus more.", f"A tophus is a lump. {FAR}"
            ),
            "other": section("Other", f"Nothing here.\n\n{FAR}"),
        },
    )
    terms = "".join(
        f'w{n}:\n  en: {{term: "word {n}", means: "Meaning {n}. {"On and on. " * 20}"}}\n'
        for n in range(10, 40)
    )
    (packs.folder / "gout" / "glossary.yaml").write_text(
        f'{terms}urate:\n  en: {{term: zurate, also: [crystals], means: "A salt of the blood."}}\n',
        "utf-8",
    )
    return packs.folder


@pytest.fixture
def reader(open_viewer: OpenViewer, library: Path) -> Reader:
    found = open_viewer("--clinical", "--section", "other", library=library, size=(1000, 600))
    assert found.title == "Other"
    return found


def open_best(reader: Reader, text: str) -> None:
    reader.look_for(text)
    reader.key(Qt.Key.Key_Return)


def test_back_and_forward_go_over_a_result(reader: Reader) -> None:
    reader.scroll_to(0.5)
    line = reader.line_at_top
    open_best(reader, "tophus")
    assert reader.title == "Joints"
    assert reader.marked == ["tophus", "tophus"]
    reader.press("Back")
    assert (reader.title, reader.line_at_top, reader.marked) == ("Other", line, [])
    assert not reader.button("Back").isEnabled()
    reader.press("Forward")
    assert (reader.title, reader.marked) == ("Joints", [])
    reader.press("Home")
    assert reader.marked == []


def test_the_same_result_twice_is_one_step_back(reader: Reader) -> None:
    open_best(reader, "tophus")
    open_best(reader, "tophus")
    assert reader.marked
    reader.press("Back")
    assert reader.title == "Other"


def test_the_other_level_of_a_result_is_the_same_section(reader: Reader) -> None:
    open_best(reader, "tophus")
    reader.press("Plain language")
    assert reader.title == "Joints"
    assert "A tophus is a lump." in reader.text
    assert reader.marked == []
    reader.press("Plain language")
    assert "A tophus more." in reader.text
    for title in ("Joints", "Joints"):  # each level is a place
        reader.press("Back")
        assert reader.title == title
    reader.press("Back")
    assert reader.title == "Other"


def test_a_result_of_the_glossary_opens_it_at_the_term(reader: Reader) -> None:
    reader.look_for("crystals")
    assert "Glossary" in reader.found[0]
    assert reader.found[0].startswith("zurate")
    reader.key(Qt.Key.Key_Return)
    assert reader.title == "Glossary"
    assert "zurate" in reader.words_in_sight
    assert reader.page.verticalScrollBar().value() > 0
    reader.press("Back")
    assert reader.title == "Other"


def test_f3_goes_from_hit_to_hit_and_round(reader: Reader) -> None:
    open_best(reader, "tophus")
    first, second = reader.marked_places
    assert reader.in_sight(first)
    assert not reader.in_sight(second)
    reader.key(Qt.Key.Key_F3)
    assert reader.in_sight(second)
    reader.key(Qt.Key.Key_F3)
    assert reader.in_sight(first)
    reader.key(Qt.Key.Key_F3, SHIFT)
    assert reader.in_sight(second)
    assert reader.window.tools is not None
    assert not reader.window.tools.finding.is_open


def test_escape_takes_away_what_came_last(reader: Reader) -> None:
    open_best(reader, "tophus")
    assert reader.marked
    reader.key(Qt.Key.Key_K, CONTROL)
    assert reader.search_panel.isVisible()
    reader.key(ESCAPE)
    assert not reader.search_panel.isVisible()
    assert reader.marked
    reader.key(ESCAPE)
    assert reader.page.hasFocus()
    assert reader.search.text() == ""
    assert reader.marked
    reader.key(ESCAPE)
    assert reader.marked == []
    assert reader.title == "Joints"


def test_escape_closes_the_find_bar_that_took_the_marks(reader: Reader) -> None:
    open_best(reader, "tophus")
    reader.key(Qt.Key.Key_F, CONTROL)
    reader.type("paragraph")
    assert len(reader.marked) > 10
    reader.key(ESCAPE)
    tools = reader.window.tools
    assert tools is not None
    assert not tools.finding.is_open
    assert reader.marked == []
    assert reader.page.hasFocus()


def test_a_result_takes_the_marks_of_the_find_bar(reader: Reader) -> None:
    reader.key(Qt.Key.Key_F, CONTROL)
    reader.type("paragraph")
    open_best(reader, "tophus")
    tools = reader.window.tools
    assert tools is not None
    assert not tools.finding.is_open
    assert reader.marked == ["tophus", "tophus"]


def test_a_result_opens_where_the_sidebar_had_the_pages_place(reader: Reader) -> None:
    reader.resize(420, 700)
    reader.press("Sections")
    assert not reader.page.isVisible()
    open_best(reader, "tophus")
    assert reader.page.isVisible()
    assert reader.page.hasFocus()
    assert reader.marked == ["tophus", "tophus"]


def test_an_open_list_follows_a_narrower_window(reader: Reader) -> None:
    reader.look_for("tophus")
    reader.resize(420, 600)
    assert reader.search_panel.isVisible()
    assert reader.window.rect().contains(reader.search_panel.geometry())
    assert (
        reader.search_panel.y()
        >= reader.search.mapTo(reader.window, reader.search.rect().bottomLeft()).y()
    )
