"""A handout as somebody hears it: nothing that is drawn is silent, and no words run together."""

from __future__ import annotations

import pytest

from tests.handout.pdf_reader import Element, PdfReader
from tests.handout.test_pdf_structure import read

ONE, BESIDE = "care-letter", "beside-standard"


def spoken(element: Element) -> str:
    """Its words, and those that stand for its pictures."""
    pictures = [figure.alternative or "" for figure in element.all("Figure")]
    return " ".join([element.text, *pictures]).strip()


def between(reader: PdfReader, title: str) -> list[Element]:
    """What stands between a heading of the second level and the next one."""
    found: list[Element] = []
    inside = False
    for element in reader.tree.walk():
        if element.level == 2:
            inside = element.text == title
        elif inside:
            found.append(element)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("name", [ONE, BESIDE, "whole-a4", "spanish-large", "every-block"])
def test_every_item_says_what_it_begins_with(name: str) -> None:
    """By its sign; a word explained beside its translation has none, and begins with itself."""
    items = [item for item in read(name).tree.all("LI") if not any(map(spoken, item.all("Lbl")))]
    assert [item.text for item in items if ": " not in item.text[:50]] == []
    assert not items or name == BESIDE


def test_a_box_to_tick_is_said_in_the_language_of_its_question() -> None:
    boxes = {
        (label.language, spoken(label)) for label in read(BESIDE).tree.all("Lbl") if label.children
    }
    assert {("en", "box to tick"), ("es", "casilla para marcar")} <= boxes


def test_the_end_of_a_line_parts_words() -> None:
    words = next(e for e in read(ONE).tree.all("P") if "Also: " in e.text)
    assert ". Also: " in words.text


@pytest.mark.parametrize(
    ("name", "title", "said"),
    [
        (ONE, "My questions", "lines to write on"),
        ("spanish-large", "Mis preguntas", "líneas para escribir"),
    ],
)
def test_room_for_questions_is_said_once(name: str, title: str, said: str) -> None:
    figures = [e.alternative for e in between(read(name), title) if e.tag == "Figure"]
    assert figures.count(said) == 1
    assert figures[0] == said


def test_who_gave_it_and_when_are_lines_with_names() -> None:
    given = next(e for e in read(ONE).tree.all("P") if e.text.startswith("Given by"))
    said = [figure.alternative for figure in given.all("Figure")]
    assert said == ["line to write on: name", "line to write on: date"]


def test_two_languages_are_said_row_by_row() -> None:
    headings = [(e.level, e.language) for e in read(BESIDE).tree.all("H2", "H3")]
    for (level, language), (other_level, other) in zip(headings[::2], headings[1::2], strict=True):
        assert (level, language) == (other_level, "es")
        assert other == "en"


def test_a_title_that_is_repeated_is_said_once() -> None:
    for name in (ONE, BESIDE, "whole-a4"):
        titles = [e.text for e in read(name).tree.all("H2")]
        assert len(titles) == len(set(titles)), name
        assert "(continued)" not in read(name).tree.text
