"""The shipped topic on every sheet: no glyph leaves its page."""

from __future__ import annotations

import datetime
import functools
import re

import pytest

from tests.handout import pdf as found
from tests.handout.sample import INSTALLATION, words_of
from viewer.core.packs.clinic import Clinic
from viewer.core.packs.library import Library
from viewer.core.tree import plain_text
from viewer.handout.making import HandoutMaker
from viewer.handout.model import PartKind
from viewer.handout.order import Order, Paper, PrintSize


@functools.cache
def maker() -> HandoutMaker:
    library = Library([INSTALLATION.content])
    clinic = Clinic(clinic_name="Riverside", care_team_phone="555-0100")
    return HandoutMaker(
        library, clinic, words_of, INSTALLATION, lambda: datetime.date(2026, 11, 22)
    )


@pytest.mark.slow
@pytest.mark.parametrize("beside", ["", "es"])
@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("size", list(PrintSize))
def test_no_glyph_leaves_its_page(size: PrintSize, paper: Paper, beside: str) -> None:
    order = Order(topic="calciphylaxis", care=True, print_size=size, paper=paper, beside=beside)
    pdf = maker().pdf(order)
    assert not found.glyphs_outside(pdf, 40)
    assert all(len(text) > 200 for text in found.pages(pdf))


@pytest.mark.parametrize("beside", ["", "es"])
def test_a_long_handout_begins_with_its_contents(beside: str) -> None:
    order = Order(topic="calciphylaxis", beside=beside)
    pages = [re.sub(r"\s+", " ", page) for page in found.pages(maker().pdf(order))]
    for handout in maker().handouts(order):
        listed = [p for p in handout.parts if p.kind in (PartKind.SECTION, PartKind.HELP)]
        assert len(listed) == 16
        for part in listed:
            title = plain_text(part.title)
            entry = re.search(rf"{re.escape(title)}[ .]*([0-9]+)", " ".join(pages))
            assert entry
            assert title in pages[int(entry[1]) - 1]
            assert int(entry[1]) > 1


def test_a_short_handout_needs_no_contents() -> None:
    order = Order(topic="calciphylaxis", care=True)
    assert PartKind.CONTENTS not in {p.kind for p in maker().handouts(order)[0].parts}


def test_the_help_box_stands_whole_on_one_page() -> None:
    for paper in Paper:
        pages = found.pages(maker().pdf(Order(topic="calciphylaxis", care=True, paper=paper)))
        top, page = (page for page in pages if "When do I get help right away?" in page)
        assert "Most important" in top
        assert "A helper can make the call for you." in page
        assert "call too if you or they have" in page.lower()


def test_a_telephone_number_is_not_broken() -> None:
    phone = "+1 (555) 555-0100"
    clinic = Clinic(care_team_phone=phone)
    library = Library([INSTALLATION.content])
    made = HandoutMaker(library, clinic, words_of, INSTALLATION, lambda: datetime.date(2026, 1, 1))
    order = Order(topic="calciphylaxis", care=True, print_size=PrintSize.EXTRA)
    text = "".join(found.pages(made.pdf(order)))
    assert len(re.findall(r"\+1\s+\(555\)\s+555-\s*0100", text)) == text.count(phone) > 4


def test_words_explained_in_two_languages_lie_at_equal_heights() -> None:
    pdf = maker().pdf(Order(topic="calciphylaxis", care=True, beside="es"))
    pairs = (("antacid:", "antiácido:"), ("dialysis:", "diálisis:"), ("insulin:", "insulina:"))
    for ours, theirs in pairs:
        places = [found.places(pdf, word) for word in (ours, theirs)]
        assert places[0]
        assert places[0] == places[1]
