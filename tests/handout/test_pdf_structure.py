"""Handouts read back: every word in order under the right tag, and nothing lost on paper.

Each variant is one handout of a set in which every size, paper and language or pair meets the
others; ``-m exhaustive`` runs the whole product.
"""

from __future__ import annotations

import functools
import itertools
import re
from pathlib import Path

import pytest

from tests.core.shelf import GOOD
from tests.handout.expected import languages, missing, normal
from tests.handout.handouts import SHIPPED, Made, make
from tests.handout.pdf_checks import faults, page_number
from tests.handout.pdf_glyphs import PdfGlyphs
from tests.handout.pdf_reader import HEADINGS, PdfReader
from viewer.core.level import Level
from viewer.core.tree import plain_text
from viewer.handout.model import PartKind
from viewer.handout.order import Order, Paper, PrintSize

STANDARD, LARGE, EXTRA = PrintSize
LETTER, A4 = Paper
TOPIC = "calciphylaxis"


def order(
    language: str,
    beside: str = "",
    size: PrintSize = STANDARD,
    paper: Paper = A4,
    *sections: str,
    care: bool = False,
    level: Level = Level.PLAIN,
    topic: str = TOPIC,
) -> Order:
    return Order(
        topic=topic,
        sections=sections,
        care=care,
        level=level,
        language=language,
        beside=beside,
        print_size=size,
        paper=paper,
    )


ORDERS = {
    "care-letter": order("en", "", STANDARD, LETTER, care=True),
    "whole-a4": order("en", "", STANDARD, A4),
    "spanish-large": order("es", "", LARGE, LETTER, "hydration", "skin-and-pain"),
    "spanish-extra": order("es", "", EXTRA, A4, "temperature"),
    "english-extra": order("en", "", EXTRA, LETTER, "phosphate-binders"),
    "beside-large": order("en", "es", LARGE, A4, "pressure"),
    "beside-standard": order("es", "en", STANDARD, LETTER, "mobility", "temperature"),
    "beside-extra": order("es", "en", EXTRA, A4, "hydration"),
    "clinical": order(
        "en", "", STANDARD, LETTER, "differential-diagnosis", "etiology", level=Level.CLINICAL
    ),
    "clinical-beside": order("en", "es", LARGE, LETTER, "background", level=Level.CLINICAL),
    "arabic": order("ar", topic="kidneys"),
    "arabic-extra": order("ar", "", EXTRA, LETTER, topic="kidneys"),
    "arabic-clinical": order("ar", "", LARGE, A4, "fluids", topic="kidneys", level=Level.CLINICAL),
    "arabic-beside": order("ar", "en", LARGE, A4, topic="kidneys"),
    "beside-arabic": order("en", "ar", STANDARD, LETTER, topic="kidneys"),
    "every-block": order("en", topic="feet", level=Level.CLINICAL),
}
USUAL = frozenset(
    {"care-letter", "spanish-large", "spanish-extra", "beside-standard", "clinical"}
    | {"arabic", "arabic-beside", "every-block"}
)
"""Of these some meet each size, sheet and language in every run; ``-m slow`` adds the others."""
each_handout = pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=() if name in USUAL else pytest.mark.slow) for name in ORDERS],
)


@functools.cache
def made(name: str) -> Made:
    return make(ORDERS[name], folder_of(ORDERS[name]))


@functools.cache
def read(name: str) -> PdfReader:
    return PdfReader(made(name).data)


def folder_of(order: Order) -> Path:
    return SHIPPED if order.topic == TOPIC else GOOD


# --- every handout --------------------------------------------------------------------


@each_handout
def test_nothing_is_wrong_with_it(name: str, tmp_path: Path) -> None:
    assert faults(made(name).data, tmp_path) == []


@each_handout
def test_every_word_stands_in_order_under_its_tag(name: str) -> None:
    for handout in made(name).handouts:
        assert missing(handout, read(name)) == []


@each_handout
def test_every_safety_text_of_the_topic_is_in_it(name: str) -> None:
    """By the files themselves, so that composing cannot lose what it does not know."""
    said = normal(" ".join(e.text for e in read(name).tree.all("P", "LBody", "H2", "H3", "H4")))
    for line in safety_lines(ORDERS[name]):
        for piece in line.split("{{")[0], line.rpartition("}}")[2]:
            assert normal(piece) in said, line


def safety_lines(order: Order) -> list[str]:
    """Each line under a heading marked ``.safety``, in the reader's language if that has it."""
    found: list[str] = []
    for language in (order.language, order.beside):
        if language:
            for path in sorted((folder_of(order) / order.topic / language).glob("*.md")):
                found += _safety_of(path.read_text("utf-8"))
    return found


def _safety_of(text: str) -> list[str]:
    found: list[str] = []
    level = 0
    for line in text.splitlines():
        heading = re.match(r"(#+) (.*?)(?:\{: *(.*?) *\})?$", line)
        if heading and (not level or len(heading[1]) <= level):
            level = len(heading[1]) if ".safety" in (heading[3] or "") else 0
        words = heading[2] if heading else line
        if level and not re.match(r"\s*(!!!|:::)", words):
            found.append(re.sub(r"^\s*(?:[-*+]|\d+\.)\s+|\*\*|\[|\]\([^)]*\)", "", words).strip())
    return [line for line in found if line]


@each_handout
def test_the_foot_counts_pages_and_says_what_text_it_is(name: str) -> None:
    reader = read(name)
    pages = len(reader.boxes)
    assert [page_number(reader, n) for n in range(pages)] == [(n + 1, pages) for n in range(pages)]
    for page in range(pages):
        foot = normal("".join(a.said for a in reader.artifacts if a.page == page))
        for handout in made(name).handouts:
            if handout.language != "ar":
                for said in (handout.words.review, handout.words.date):
                    assert normal(said).replace(" ", "") in foot.replace(" ", "")


@each_handout
def test_pages_have_the_size_that_was_ordered(name: str) -> None:
    wanted = {LETTER: (612, 792), A4: (595, 842)}[ORDERS[name].paper]
    assert {(round(w), round(h)) for w, h in read(name).boxes} == {wanted}


@each_handout
def test_the_bookmarks_are_the_headings(name: str) -> None:
    headings = [normal(heading.text) for heading in read(name).tree.all(*HEADINGS)]
    assert [normal(title) for title in read(name).outline()] == headings


@each_handout
def test_its_words_are_found_by_a_search(name: str) -> None:
    """An invisible break within a word hides it from a reader's search."""
    words = " ".join(element.text for element in read(name).tree.all("P", "LBody", *HEADINGS))
    assert "\u200b" not in words


@each_handout
def test_a_part_is_written_in_its_language(name: str) -> None:
    spoken = languages(read(name).tree)
    assert {handout.language for handout in made(name).handouts} <= spoken


# --- the box of getting help ------------------------------------------------------------


def pages_of_help(name: str) -> list[int]:
    """The pages that the box is on, from its title to the next part's."""
    help_part = next(p for p in made(name).handouts[0].parts if p.kind is PartKind.HELP)
    title = normal(plain_text(help_part.title))
    pages: set[int] = set()
    inside = False
    for element in read(name).tree.walk():
        if element.level == 2:
            inside = normal(element.text) == title
        if inside:
            pages |= set(element.pages)
    return sorted(pages)


def test_the_help_box_is_whole_where_a_page_can_hold_it() -> None:
    assert len(pages_of_help("every-block")) == 1


@pytest.mark.parametrize("name", ["care-letter", "whole-a4", "spanish-extra"])
def test_a_longer_help_box_says_its_title_on_each_page(name: str) -> None:
    first, *others = pages_of_help(name)
    words = made(name).handouts[0].words.continued
    for page in others:
        repeated = " ".join(a.said for a in read(name).artifacts if a.page == page)
        assert words in repeated
    assert words not in " ".join(a.said for a in read(name).artifacts if a.page == first)


# --- the file -----------------------------------------------------------------------------


def test_the_same_order_gives_the_same_bytes() -> None:
    wanted = ORDERS["care-letter"]
    assert make(wanted).data == make(wanted).data == made("care-letter").data


def test_a_filled_line_is_text_and_an_empty_one_says_what_it_is_for() -> None:
    empty = read("care-letter").tree.all("Figure")
    assert any("my limit a day" in (figure.alternative or "") for figure in empty)


def test_tables_have_headers_for_their_columns() -> None:
    cells = read("every-block").tree.all("TH")
    assert cells
    assert {cell.attributes["Scope"] for cell in cells} == {"Column"}


def test_icons_and_lines_say_nothing() -> None:
    for figure in read("whole-a4").tree.all("Figure"):
        assert figure.alternative not in ("temperature", "pressure", "help"), "an icon"


def test_two_languages_have_lists_of_their_own() -> None:
    beside, alone = read("beside-large").tree, made("beside-large").handouts
    assert len(alone) == 2
    for found in beside.all("L"):
        assert len({lang.split("-")[0] for lang in languages(found)}) == 1, found.text[:60]


def test_glyphs_are_searched_as_they_are_seen() -> None:
    glyphs = PdfGlyphs(made("care-letter").data)
    assert "Calciphylaxis" in glyphs.text(0)
    glyphs.close()


# --- the whole product ------------------------------------------------------------------


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    ("language", "beside", "size", "paper", "what"),
    [
        pytest.param(*languages_, size, paper, what, id="-".join([*languages_, size, paper, what]))
        for languages_, size, paper, what in itertools.product(
            [("en", ""), ("es", ""), ("en", "es"), ("es", "en")],
            PrintSize,
            Paper,
            ["care", "whole", "clinical"],
        )
    ],
)
def test_every_variant(
    language: str, beside: str, size: PrintSize, paper: Paper, what: str, tmp_path: Path
) -> None:
    level = Level.CLINICAL if what == "clinical" else Level.PLAIN
    result = make(order(language, beside, size, paper, care=what == "care", level=level))
    assert faults(result.data, tmp_path) == []
    reader = PdfReader(result.data)
    for handout in result.handouts:
        assert missing(handout, reader) == []
