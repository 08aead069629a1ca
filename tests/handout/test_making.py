"""Lines to write on, files and sheets: what the window and the command ask the maker for."""

from __future__ import annotations

import dataclasses
import json

import pytest

from tests.core.library import TODAY
from tests.handout.orders import INSTALLATION, blocks_of, composed, shipped, words_of
from viewer.core.blocks import Blank
from viewer.core.packs.clinic import Clinic
from viewer.core.packs.library import Library
from viewer.core.tree import runs, walk_inlines
from viewer.handout.blanks import written, written_values
from viewer.handout.chosen import OrderError
from viewer.handout.making import HandoutMaker
from viewer.handout.model import Handout
from viewer.handout.order import Order, Paper

CARE = Order(topic="calciphylaxis", care=True, language="en", beside="es")


def keys_on(handout: Handout) -> list[str]:
    return [
        inline.key
        for block in blocks_of(handout)
        for run in runs(block)
        for inline in walk_inlines(run)
        if isinstance(inline, Blank)
    ]


def maker() -> HandoutMaker:
    library = Library([INSTALLATION.content])
    return HandoutMaker(library, Clinic(), words_of, INSTALLATION, lambda: TODAY)


def test_a_blank_has_one_name_in_every_language() -> None:
    english, spanish = composed(shipped(), CARE), composed(shipped(), CARE, "es")
    assert keys_on(english) == keys_on(spanish)
    assert keys_on(english) == [
        *("given:phone", "pressure:1", "pressure:2", "hydration:1", "given:by", "given:on")
    ]


def test_a_blank_keeps_its_name_where_only_the_safety_text_is_printed() -> None:
    order = Order(topic="calciphylaxis", sections=("mobility",))
    assert set(keys_on(composed(shipped(), order))) == set(keys_on(composed(shipped(), CARE)))


def test_the_nurse_sees_the_line_that_each_stands_in() -> None:
    phone, every, chair, limit, by, on = maker().blanks(CARE)
    assert phone.label == "Phone of the care team"
    assert phone.sentence == "Phone of your care team: ____"
    assert every.sentence == "In bed: every ____ hours."
    assert chair.sentence == "In a chair: every ____."
    assert (limit.label, limit.sentence) == ("my limit a day", "Write yours here: ____")
    assert (by.label, on.label) == ("Given by (your name)", "Given on (date)")
    assert by.sentence == on.sentence == "Given by ____ on ____"


def test_what_is_filled_in_is_told_with_the_blank() -> None:
    order = Order(topic="calciphylaxis", care=True, blanks={"pressure:1": " 2\n"})
    assert [blank.value for blank in composed(shipped(), order, "es").blanks][:3] == ["", "2", ""]


def test_what_is_filled_in_stands_in_both_languages() -> None:
    order = dataclasses.replace(CARE, blanks={"pressure:1": "2", "given:by": "Ana"})
    data = json.dumps(maker().data(order))
    assert data.count('{"k": "filled", "text": "2"}') == 2
    assert data.count('{"k": "filled", "text": "Ana"}') == 2


def test_the_same_order_gives_the_same_bytes() -> None:
    pdf = maker().pdf(CARE)
    assert pdf.startswith(b"%PDF")
    assert maker().pdf(CARE) == pdf


def test_a_topic_that_is_not_there_is_named() -> None:
    with pytest.raises(OrderError) as raised:
        maker().pdf(Order(topic="feet"))
    said = raised.value.sentence(words_of("en"))
    assert said == 'There is no topic "feet" in the library. It has: calciphylaxis.'


def test_what_was_typed_is_one_line_that_shows_all_that_it_holds() -> None:
    assert written(" one\n two\t\u202ethree\x00 ") == "one two three"
    assert len(written("x" * 5_000)) == 200
    assert written_values({"a": " ", "b": "2"}) == {"b": "2"}


def test_a_number_that_was_filled_in_says_of_what_it_is() -> None:
    order = dataclasses.replace(CARE, blanks={"hydration:1": "1200 ml"})
    data = json.dumps(maker().data(order), ensure_ascii=False)
    assert '{"k": "filled", "text": "1200 ml"}, "\u00a0(my limit a day)"' in data
    assert '{"k": "filled", "text": "1200 ml"}, "\u00a0(mi límite al día)"' in data


def test_a_file_that_somebody_saves_is_named_by_its_title() -> None:
    name = "Calciphylaxis - caring for yourself at home (en, es, 14 pt).pdf"
    assert maker().file_name(CARE) == name


@pytest.mark.parametrize(
    ("clinic", "territories", "paper"),
    [
        ("a4", ("US",), Paper.A4),
        ("", ("US",), Paper.LETTER),
        ("", ("", "MX"), Paper.LETTER),
        ("", ("ES", "US"), Paper.A4),
        ("", (), Paper.A4),
    ],
)
def test_the_clinics_sheet_comes_before_the_countrys(
    clinic: str, territories: tuple[str, ...], paper: Paper
) -> None:
    library = Library([INSTALLATION.content])
    made = HandoutMaker(library, Clinic(paper=clinic), words_of, INSTALLATION, lambda: TODAY)
    assert made.paper(*territories) is paper
