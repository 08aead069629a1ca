"""What stands on a handout of the topic that comes with the program."""

from __future__ import annotations

import dataclasses
import datetime
from itertools import pairwise

import pytest

from tests.core.library import TODAY
from tests.handout.orders import (
    blocks_of,
    composed,
    composer,
    kinds,
    part,
    safety_of,
    safety_on,
    shipped,
    terms_on,
    text_of,
    words_of,
    words_on,
)
from viewer.core.blocks import Definitions, Heading, ListBlock
from viewer.core.level import Level
from viewer.core.packs.clinic import Clinic
from viewer.core.pages.version import text_version
from viewer.core.tree import plain_text, walk
from viewer.handout.composing import Composer
from viewer.handout.lack import Lack, OrderError
from viewer.handout.model import Handout, PartKind
from viewer.handout.order import Order, Paper, PrintSize

IDS = shipped().section_ids()
ORDERS = [
    Order(topic="calciphylaxis"),
    Order(topic="calciphylaxis", care=True),
    Order(topic="calciphylaxis", level=Level.CLINICAL),
    Order(topic="calciphylaxis", care=True, level=Level.CLINICAL),
    *(Order(topic="calciphylaxis", sections=(one,)) for one in IDS),
    *(Order(topic="calciphylaxis", sections=(one,), level=Level.CLINICAL) for one in IDS),
    *(Order(topic="calciphylaxis", sections=pair) for pair in pairwise(IDS)),
    Order(topic="calciphylaxis", care=True, sections=("skin-and-pain", "when-to-get-help")),
]


def name(order: Order) -> str:
    return f"{'care ' if order.care else ''}{'+'.join(order.sections)} {order.level}"


every_order = pytest.mark.parametrize("order", ORDERS, ids=name)
each_language = pytest.mark.parametrize("language", ["en", "es", "ar"])


@every_order
@each_language
def test_every_safety_text_is_there_once(order: Order, language: str) -> None:
    found = safety_on(composed(shipped(), order, language))
    assert sorted(found) == sorted(safety_of(shipped()))
    assert len(found) == 11


@every_order
@each_language
def test_headings_begin_under_a_title_and_skip_no_level(order: Order, language: str) -> None:
    for one in composed(shipped(), order, language).parts:
        before = highest = 2 if one.title else 1
        for block in walk(one.blocks):
            if isinstance(block, Heading):
                assert highest + 1 <= block.level <= before + 1
                before = block.level


@every_order
@each_language
def test_each_handout_says_how_to_get_help_and_where_its_text_comes_from(
    order: Order, language: str
) -> None:
    handout = composed(shipped(), order, language)
    assert part(handout, PartKind.HELP).blocks
    assert kinds(handout)[-3:] == ["questions", "given", "about"]
    assert handout.words.review in text_of(part(handout, PartKind.ABOUT).blocks)
    assert len({(p.kind, p.id) for p in handout.parts}) == len(handout.parts)


@every_order
@each_language
def test_a_term_is_marked_once_and_just_those_are_explained(order: Order, language: str) -> None:
    handout = composed(shipped(), order, language)
    terms = terms_on(handout)
    assert len(set(terms)) == len(terms)
    explained = [
        item
        for p in handout.parts
        if p.kind is PartKind.GLOSSARY
        for block in p.blocks
        if isinstance(block, Definitions)
        for item in block.items
    ]
    assert len(explained) == len(terms)


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_whole_topic_has_its_parts_in_order(language: str) -> None:
    handout = composed(shipped(), language=language)
    assert kinds(handout) == [
        *("most-important", "contents", "help"),
        *["section"] * 15,
        *("glossary", "teach-back", "questions", "given", "about"),
    ]
    assert handout.title == shipped().title_in(language)
    assert handout.language == handout.title_language == language


def test_a_whole_topic_in_plain_language_leaves_out_what_has_none() -> None:
    ids = [p.id for p in composed(shipped()).parts if p.kind is PartKind.SECTION]
    assert "differential-diagnosis" not in ids
    assert "when-to-get-help" not in ids  # it is the box
    chosen = composed(shipped(), Order(topic="calciphylaxis", sections=("differential-diagnosis",)))
    assert "no plain-language text yet" in text_of(part(chosen, PartKind.SECTION).blocks)


def test_care_is_the_care_guidance_in_its_order() -> None:
    handout = composed(shipped(), Order(topic="calciphylaxis", care=True))
    assert handout.title == "Calciphylaxis: caring for yourself at home"
    ids = [p.id for p in handout.parts if p.kind is PartKind.SECTION]
    assert ids == ["temperature", "pressure", "mobility", "hydration"]
    assert kinds(handout).index("help") == 5  # of so few, after them
    safety = text_of(part(handout, PartKind.SAFETY).blocks)
    assert "Never start, stop or change a medicine on your own." in safety
    assert "Take only agreed pain medicine" in safety


@pytest.mark.parametrize("section_id", IDS)
def test_one_section_gives_the_handout_its_title(section_id: str) -> None:
    section = shipped().section(section_id, "en", Level.PLAIN)
    assert section is not None
    handout = composed(shipped(), Order(topic="calciphylaxis", sections=(section_id,)))
    title = section.title_at(section.level_for(Level.PLAIN))
    is_help = section_id == "when-to-get-help"
    assert handout.title == ("Calciphylaxis" if is_help else title)
    titles = [handout.title, *(plain_text(p.title) for p in handout.parts)]
    assert titles.count(title) == 1
    assert handout.words.running_title == "Calciphylaxis"


def test_getting_help_stands_once_in_plain_language() -> None:
    handout = composed(shipped(), Order(topic="calciphylaxis", sections=("when-to-get-help",)))
    assert "section" not in kinds(handout)
    assert part(handout, PartKind.HELP).id == "when-to-get-help"
    assert plain_text(part(handout, PartKind.HELP).title) == "When do I get help right away?"
    assert kinds(handout)[:3] == ["most-important", "contents", "help"]  # the box fills a page


def test_the_clinical_text_of_getting_help_is_printed_besides_the_box() -> None:
    order = Order(topic="calciphylaxis", sections=("when-to-get-help",), level=Level.CLINICAL)
    handout = composed(shipped(), order)
    assert "Sepsis" in text_of(part(handout, PartKind.SECTION).blocks)
    assert "confused" in text_of(part(handout, PartKind.HELP).blocks)


def test_clinical_text_in_a_language_that_lacks_it_is_remarked_on_once() -> None:
    order = Order(topic="calciphylaxis", level=Level.CLINICAL)
    handout = composed(shipped(), order, "es")
    notice = part(handout, PartKind.NOTICE)
    assert words_of("es")("handout.partly_untranslated") in text_of(notice.blocks)
    assert words_of("es")("page.untranslated") not in words_on(handout)
    assert "(en)" in handout.words.version
    assert "(es)" in handout.words.version  # the box


def test_a_language_that_nothing_is_in_is_remarked_on_once() -> None:
    handout = composed(shipped(), language="ar")
    assert text_of(part(handout, PartKind.NOTICE).blocks).count("not translated") == 1
    assert words_on(handout).count("not translated") == 1


def test_questions_are_taken_out_of_the_sections_into_one_list() -> None:
    handout = composed(shipped())
    teach_back = part(handout, PartKind.TEACH_BACK)
    (asked,) = teach_back.blocks
    assert isinstance(asked, ListBlock)
    assert len(asked.items) == 12
    headings = [b for b in blocks_of(handout) if isinstance(b, Heading)]
    assert not any("teach-back" in heading.markers for heading in headings)


def test_the_words_of_the_page_are_filled_in() -> None:
    clinic = Clinic(clinic_name="Riverside", emergency_number="112", care_team_phone="555-0100")
    made = Composer(clinic, words_of, lambda: TODAY)
    handout = made.compose(shipped(), Order(topic="calciphylaxis", care=True), "en")
    assert handout.words.questions_call == "Questions? Call 555-0100"
    assert handout.words.clinic_name == "Riverside"
    assert handout.words.logo_alternative == "Logo of Riverside"
    assert handout.words.page_of == "Page {page} of {pages}"
    assert "Call 112 now" in text_of(part(handout, PartKind.HELP).blocks)


def test_no_number_is_made_up() -> None:
    handout = composed(shipped(), Order(topic="calciphylaxis", care=True))
    assert handout.words.questions_call == ""
    assert "Call your local emergency number now" in words_on(handout)
    assert not any(number in words_on(handout) for number in ("911", "112", "999"))


def test_a_telephone_that_nobody_has_given_is_written_in() -> None:
    clinic, order = Clinic(care_team_phone="555-0100"), Order(topic="calciphylaxis", care=True)
    for language, line in [
        ("en", "Phone of your care team: ____"),
        ("es", "Teléfono de su equipo de atención: ____"),
    ]:
        unknown = composed(shipped(), order, language)
        assert line in text_of(part(unknown, PartKind.MOST_IMPORTANT).blocks)
        assert unknown.blanks[0].key == "given:phone"
        known = Composer(clinic, words_of, lambda: TODAY).compose(shipped(), order, language)
        assert line not in words_on(known)


def test_version_and_date_are_those_of_the_text() -> None:
    handout = composed(shipped(), language="es")
    version = text_version(shipped(), "es")
    assert handout.words.version == f"Texto {version}"
    assert handout.words.date == "22 de noviembre de 2026"
    about = text_of(part(handout, PartKind.ABOUT).blocks)
    assert f"Versión del texto: {version} (es)" in about
    assert "Fecha del texto: 22 de noviembre de 2026" in about
    assert "Traducción en borrador" in about


def test_the_foot_says_that_a_translation_is_a_draft() -> None:
    assert composed(shipped(), language="es").words.translation == "Traducción en borrador"
    assert composed(shipped()).words.translation == ""


def test_the_words_of_the_paper_know_their_language() -> None:
    assert composed(shipped(), language="es").words.languages == {}
    assert composed(shipped(), language="es-MX").words.languages == {}
    said = composed(shipped(), language="ar").words  # no words file, and no text
    assert set(said.languages.values()) == {"en"}
    assert {"questions_call", "source", "review", "page_of", "running_title"} <= set(said.languages)


def test_a_date_can_be_ordered() -> None:
    order = Order(topic="calciphylaxis", date=datetime.date(2027, 1, 2))
    handout = composed(shipped(), order)
    assert handout.words.date == "January 2, 2027"
    assert handout.date == datetime.date(2027, 1, 2)


def test_what_is_not_there_is_named_with_what_there_is() -> None:
    with pytest.raises(OrderError) as raised:
        composed(shipped(), Order(topic="calciphylaxis", sections=("temperature", "feet")))
    assert raised.value.lack is Lack.SECTION
    assert raised.value.wanted == "feet"
    assert "temperature" in raised.value.known
    said = raised.value.sentence(words_of("en"))
    assert said.startswith('There is no section "feet" in the topic "calciphylaxis". It has: back')


def test_another_size_is_the_same_text_and_another_day_is_not() -> None:
    days = [TODAY]
    made = Composer(Clinic(), words_of, lambda: days[0])
    order = Order(topic="calciphylaxis", care=True)
    handout = made.compose(shipped(), order, "en")
    large = dataclasses.replace(order, print_size=PrintSize.LARGE, paper=Paper.LETTER)
    assert made.compose(shipped(), large, "en") is handout
    filled = dataclasses.replace(order, blanks={"pressure:1": "2"})
    assert made.compose(shipped(), filled, "en").blanks[1].value == "2"
    days[0] += datetime.timedelta(days=1)  # a review may be due
    assert made.compose(shipped(), order, "en") is not handout


def lines_of_glossary(handout: Handout) -> list[str]:
    return [
        plain_text(term)
        for block in part(handout, PartKind.GLOSSARY).blocks
        if isinstance(block, Definitions)
        for terms, _ in block.items
        for term in terms
    ]


def test_side_by_side_both_glossaries_have_the_same_words_in_one_order() -> None:
    order = Order(topic="calciphylaxis", care=True, language="en", beside="es")
    left = lines_of_glossary(composer().compose(shipped(), order, "en"))
    right = lines_of_glossary(composer().compose(shipped(), order, "es"))
    english, spanish = (
        {name: term.id for term in shipped().terms_for(tag) for name in (term.term, *term.also)}
        for tag in ("en", "es")
    )
    assert [spanish[name] for name in right] == [english[name] for name in left]
    assert left == sorted(left, key=str.casefold)


def test_a_word_is_explained_under_the_name_that_the_text_gives_it() -> None:
    handout = composed(shipped(), Order(topic="calciphylaxis", care=True))
    lines = lines_of_glossary(handout)
    assert {"dead skin", "steroid", "bed sore", "binder"} <= set(lines)
    assert not {"necrosis", "corticosteroid", "pressure ulcer"} & set(lines)
    assert lines == sorted(lines, key=str.casefold)
    assert "Also: necrosis" in text_of(part(handout, PartKind.GLOSSARY).blocks)
    spanish = lines_of_glossary(composed(shipped(), Order(topic="calciphylaxis", care=True), "es"))
    assert {"esteroide", "escara", "quelante"} <= set(spanish)
