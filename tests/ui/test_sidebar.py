"""The sidebar: what it lists at each level, and what it marks."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.conftest import OpenViewer
from tests.ui.packs import PackWriter, care_section, section
from tests.ui.reader import Reader
from tests.ui.shipped import Shipped, care_sections, sections, topic_file


def test_clinical_groups_and_titles(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis")
    expected = []
    for group in topic_file()["groups"]:
        expected += [group["title"]["en"], *(Shipped(s).title for s in group["sections"])]
    assert reader.rows == [*expected, "Glossary"]
    assert reader.topic_title == "Calciphylaxis"


def test_plain_rows_are_the_care_page_and_then_questions(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--plain")
    *rows, last = reader.rows
    assert last == "Words explained"
    assert rows[0] == "Caring for yourself"
    assert rows[1:5] == [section.question for section in care_sections()]
    assert rows[5] == "When do I get help right away?"
    plain = [section.question for section in sections() if section.plain]
    assert sorted(rows[1:]) == sorted(plain), "each section with plain text once, and no other"
    assert all(row.endswith("?") for row in rows[1:])
    assert "Differential diagnosis" not in rows


def test_every_clinical_row_opens_its_section(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis")
    for shown in sections():
        reader.open_row(shown.title)
        assert (reader.title, reader.row_shown) == (shown.title, shown.title)
        assert not reader.switch_is_on


def test_every_plain_row_opens_its_section(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--plain")
    for row in reader.rows[1:]:
        reader.open_row(row)
        assert (reader.title, reader.row_shown) == (row, row)
        assert reader.switch_is_on
    reader.open_row("Caring for yourself")
    assert reader.title == "Caring for yourself at home"


def test_a_group_heading_opens_nothing(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--section", "prognosis")
    reader.open_row("About the condition")
    assert reader.title == "Prognosis"
    assert reader.row_shown == "Prognosis"
    assert "About the condition" in reader.rows


def test_a_section_without_plain_text_leads_to_the_care_page_and_back(
    open_viewer: OpenViewer,
) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--section", "differential-diagnosis")
    assert reader.title == "Differential diagnosis"
    reader.press("Plain language")
    assert reader.title == "Caring for yourself at home"
    assert reader.row_shown == "Caring for yourself"
    reader.press("Plain language")
    assert reader.title == "Differential diagnosis"
    assert reader.row_shown == "Differential diagnosis"


def test_switching_back_from_another_page_does_not_return_to_the_first(
    open_viewer: OpenViewer,
) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--section", "differential-diagnosis")
    reader.press("Plain language")
    reader.open_row("What causes it?")
    reader.press("Plain language")
    assert reader.title == "Pathophysiology"


def test_back_undoes_the_switch(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--section", "differential-diagnosis")
    reader.press("Plain language")
    reader.press("Back")
    assert reader.title == "Differential diagnosis"
    assert not reader.switch_is_on
    assert "About the condition" in reader.rows
    reader.press("Forward")
    assert reader.title == "Caring for yourself at home"
    assert reader.switch_is_on


def test_a_link_to_a_section_without_plain_text_says_so(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    words = section("Here", "Clinical.", "See [there](section:there).", question="What here?")
    packs.topic("topic", {"here": words, "there": section("There", "For experts.")})
    reader = open_viewer("--topic", "topic", "--section", "here", "--plain", library=packs.folder)
    reader.click_link("there")
    assert reader.title == "There"
    assert "This page has no plain-language text yet" in reader.text
    assert "For experts." in reader.text


def test_a_section_in_plain_language_only_is_in_both_sidebars(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    packs.topic(
        "topic",
        {
            "a": section("Clinical only", "Words."),
            "b": section("Plain only", "", "Simple words.", question="What is plain?"),
        },
    )
    reader = open_viewer("--topic", "topic", library=packs.folder)
    assert reader.rows == ["All of it", "Clinical only", "Plain only"]
    reader.open_row("Plain only")
    assert "This page has plain-language text only" in reader.text
    assert "Simple words." in reader.text
    reader.press("Plain language")
    assert reader.title == "What is plain?"
    assert "plain-language text only" not in reader.text
    assert reader.rows == ["What is plain?"], "no care guidance, so no care row"


def test_a_section_in_no_group_comes_last(open_viewer: OpenViewer, packs: PackWriter) -> None:
    groups = [{"id": "g", "title": {"en": "Group"}, "sections": ["b", "gone"]}]
    packs.topic("topic", {"a": section("A", "x"), "b": section("B", "y")}, groups=groups)
    reader = open_viewer("--topic", "topic", library=packs.folder)
    assert reader.rows == ["Group", "B", "A"]
    reader.open_row("A")
    assert reader.title == "A"


def test_titles_are_words_and_never_markup(open_viewer: OpenViewer, packs: PackWriter) -> None:
    title = "Salt <b>& water</b> &amp; more"
    packs.topic("topic", {"a": section(title, "x")}, title={"en": "A <i>topic</i>"})
    reader = open_viewer("--topic", "topic", library=packs.folder)
    assert reader.rows == ["All of it", title]
    assert reader.title == title
    assert reader.topic_title == "A <i>topic</i>"


def test_a_long_row_wraps_and_is_never_cut(open_viewer: OpenViewer, packs: PackWriter) -> None:
    question = "What should somebody who lives alone and cannot get up do when help is far away?"
    packs.topic("topic", {"a": section("A", "x", "y", question=question), "b": care_section("k")})
    reader = open_viewer("--topic", "topic", "--plain", library=packs.folder)
    heights = [height_of(reader, row) for row in (question, reader.rows[0])]
    assert heights[0] >= 3 * 15 > heights[1] / 2
    assert heights[0] > heights[1]


def height_of(reader: Reader, row: str) -> int:
    index = next(index for index in reader.indexes() if index.data() == row)
    return reader.sections.visualRect(index).height()


def test_the_row_that_is_shown_is_always_in_sight(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis", size=(1280, 500))
    last = reader.rows[-1]
    reader.open_row(last)
    reader.press("Home")
    reader.press("Back")
    index = reader.sections.currentIndex()
    assert index.data(Qt.ItemDataRole.DisplayRole) == last
    viewport = reader.sections.viewport().rect()
    assert viewport.contains(reader.sections.visualRect(index).center())


def test_the_row_that_is_shown_is_not_cut_when_the_status_line_grows(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    """A second line of the status line, as Spanish needs it, makes the sidebar shorter."""
    packs.topic("topic", {f"s-{n:02}": section(f"Section {n:02}", "x") for n in range(40)})
    reader = open_viewer(library=packs.folder, size=(1280, 800))
    view = reader.sections
    inside = [i for i in reader.indexes() if view.visualRect(i).bottom() < view.viewport().height()]
    reader.click_index(inside[-1])
    reader.window.status.show_provenance("Source. " * 60, "Review. " * 20, "", "x", draft=True)
    reader.qtbot.waitUntil(lambda: view.viewport().height() < 620)
    row = view.visualRect(view.selectedIndexes()[0])
    assert row.bottom() <= view.viewport().height()
