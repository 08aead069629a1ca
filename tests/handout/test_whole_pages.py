"""The shipped topic on every sheet: no glyph leaves its page."""

from __future__ import annotations

import datetime
import functools

import pytest

from tests.handout import pdf as found
from tests.handout.sample import INSTALLATION, words_of
from viewer.core.packs.clinic import Clinic
from viewer.core.packs.library import Library
from viewer.handout.making import HandoutMaker
from viewer.handout.order import Order, Paper, PrintSize


@functools.cache
def maker() -> HandoutMaker:
    library = Library([INSTALLATION.content])
    clinic = Clinic(clinic_name="Riverside", care_team_phone="555-0100")
    return HandoutMaker(
        library, clinic, words_of, INSTALLATION, lambda: datetime.date(2026, 11, 22)
    )


@pytest.mark.parametrize("beside", ["", "es"])
@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("size", list(PrintSize))
def test_no_glyph_leaves_its_page(size: PrintSize, paper: Paper, beside: str) -> None:
    order = Order(topic="calciphylaxis", care=True, print_size=size, paper=paper, beside=beside)
    pdf = maker().pdf(order)
    assert not found.glyphs_outside(pdf, 40)
    assert all(len(text) > 200 for text in found.pages(pdf))
