"""A page as it is heard: all of its words, in order, and nothing that is only for the eye."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from tests.core.library import TODAY, builder, section_of, warmth, words
from viewer.core.blocks import Block, Heading, ListBlock, Paragraph, Text
from viewer.core.installation import find_installation
from viewer.core.level import Level
from viewer.core.locales import isolated
from viewer.core.packs.clinic import Clinic
from viewer.core.packs.library import Library
from viewer.core.pages.builder import PageBuilder
from viewer.core.pages.page import Page
from viewer.core.pages.spoken import FOOT, TITLE, Utterance, utterances
from viewer.core.place import PageKind, Place
from viewer.core.sentences import MAX_CHARACTERS
from viewer.core.tree import walk

DISCLAIMER = "For education. It does not replace your care team."
CLINIC = Clinic(emergency_number="15", care_team_phone="555-0100")


def heard(tmp_path: Path, markdown: str, clinic: Clinic | None = None) -> list[str]:
    """What is said of a section between its title and the foot."""
    said = utterances(page_of(tmp_path, markdown, clinic), words)
    return [each.text for each in said if each.block >= 0]


def page_of(tmp_path: Path, markdown: str, clinic: Clinic | None = None) -> Page:
    topic, section = warmth(tmp_path, f"## In short {{: .plain }}\n\n{markdown}", plain_title="Q?")
    return builder("en", clinic).section(topic, section, Level.PLAIN)


def shipped(language: str, kind: PageKind, section: str = "") -> tuple[Page, list[Utterance]]:
    topic = Library([find_installation().content]).topic("calciphylaxis")
    pages = PageBuilder(words(language), CLINIC, language, lambda: TODAY, words)
    if kind is PageKind.CARE:
        page = pages.care([topic], topic.id)
    else:
        page = pages.section(topic, section_of(topic, section, language), Level.PLAIN)
    return page, list(utterances(page, words, ("15", "555-0100"), language))


def test_the_title_comes_first_and_the_foot_says_what_the_page_is_not(tmp_path: Path) -> None:
    said = utterances(page_of(tmp_path, "Keep warm. Rest."), words)
    assert [(each.text, each.block) for each in said] == [
        ("Q?", TITLE),
        ("Keep warm.", 0),
        ("Rest.", 0),
        ("Draft: not yet reviewed by a clinician", FOOT),
        ("For education.", FOOT),
        ("It does not replace your care team.", FOOT),
    ]
    assert {each.language for each in said} == {"en"}


def test_markup_and_addresses_are_not_read(tmp_path: Path) -> None:
    text = "Keep **warm** and [call us](tel:15), or see [a page](https://example.org/x).\n\n---"
    assert heard(tmp_path, text) == ["Keep warm and call us, or see a page."]


def test_lists_are_read_item_by_item_and_steps_with_their_numbers(tmp_path: Path) -> None:
    text = "- Rest.\n- Drink. Slowly.\n\n    More.\n\nThen:\n\n3. Wash\n4. Dry. Well.\n"
    assert heard(tmp_path, text) == [
        *("Rest.", "Drink.", "Slowly.", "More.", "Then:"),
        *("3: Wash", "4: Dry.", "Well."),
    ]


def test_what_not_to_do_says_so_item_by_item(tmp_path: Path) -> None:
    text = (
        "### Do this {: .do }\n\n- Rest.\n\n"
        "### Ice and heat {: .dont }\n\n- Put ice on. It harms.\n- Do not rub.\n"
        "- Don’t scrub.\n- Stop your pills.\n- Nothing hot:\n    - a bottle\n\n"
        "#### Why\n\n1. Burns.\n\n### More\n\n- Walk."
    )
    assert heard(tmp_path, text) == [
        *("Do this", "Rest.", "Ice and heat", "Do not: Put ice on.", "It harms."),
        *("Do not rub.", "Don’t scrub.", "Do not: Stop your pills.", "Do not: Nothing hot:"),
        *("Do not: a bottle", "Why", "1: Do not: Burns.", "More", "Walk."),
    ]


def test_what_not_to_do_says_so_in_the_language_of_its_text() -> None:
    def items(language: str, *texts: str) -> tuple[Block, ...]:
        title = (Text("Hielo"),)
        paragraphs = [(Paragraph(language=language, children=(Text(t),)),) for t in texts]
        heading = Heading(language=language, level=2, id="a", children=title)
        heading = dataclasses.replace(heading, markers=frozenset({"dont"}))
        return (heading, ListBlock(language=language, items=tuple(paragraphs)))

    said = utterances(made(items("es", "Ponga hielo.", "No beba.", "Nota."), "es"), words)
    assert [each.text for each in said[2:]] == [
        *("No haga esto: Ponga hielo.", "No beba.", "No haga esto: Nota."),
    ]


def test_a_box_is_read_with_its_title(tmp_path: Path) -> None:
    text = (
        '!!! danger "Call {{emergency_number}} now"\n    One sign is enough.\n\n!!! tip\n    Rest.'
    )
    assert heard(tmp_path, text, CLINIC) == [
        *("Call 15 now", "One sign is enough.", "Tip", "Rest."),
    ]


def test_a_table_is_read_row_by_row_with_its_headers(tmp_path: Path) -> None:
    text = (
        "| Sign | What to do |\n|---|---|\n| Fever | Call 911. Do not wait. |\n| Rash | |\n"
        "\n| | Day |\n|---|---|\n| Bath | Monday |\n"
    )
    assert heard(tmp_path, text) == [
        "Sign: Fever; What to do: Call 9 1 1.",
        "Do not wait.",
        "Sign: Rash",
        "Bath; Day: Monday",
    ]


def test_lines_to_write_on_quotes_and_terms_are_read(tmp_path: Path) -> None:
    text = "Weight: {{blank}}\n\n> Go slow.\n\nSalt\n:   Much of it.\n\nMy {{blank: goal}}"
    assert heard(tmp_path, text) == [
        "Weight: line to write on",
        *("Go slow.", "Salt", "Much of it."),
        "My line to write on: goal",
    ]


def test_a_picture_is_read_by_its_words(tmp_path: Path) -> None:
    assert heard(tmp_path, "![A warm hand](images/hand.svg)") == ["A warm hand"]


def test_values_that_are_not_given_have_words(tmp_path: Path) -> None:
    assert heard(tmp_path, "Call {{emergency_number}}.") == ["Call your local emergency number."]


def test_numbers_to_dial_are_spelled(tmp_path: Path) -> None:
    page = page_of(tmp_path, "Call {{emergency_number}}, or {{care_team_phone}}.", CLINIC)
    said = utterances(page, words, ("15", "555-0100"))
    assert said[1].text == "Call 1 5, or 5 5 5, 0 1 0 0."


def test_characters_that_only_arrange_others_are_not_read() -> None:
    text = Text(f"اتصل على {isolated('555-0100')} اليوم.")
    blocks = (Paragraph(language="ar", children=(text,)),)
    said = utterances(made(blocks, "ar"), words)
    assert said[1].text == "اتصل على 5 5 5, 0 1 0 0 اليوم."
    assert said[1].language == "ar"


def test_each_knows_the_block_that_it_stands_in() -> None:
    def paragraph(words_in: str) -> Paragraph:
        return Paragraph(language="en", children=(Text(words_in),))

    same = paragraph("Same.")
    items = ((paragraph("One."),), (paragraph("Two."), paragraph("Same.")))
    blocks: tuple[Block, ...] = (
        Heading(language="es", level=2, id="a", children=(Text("Título"),)),
        ListBlock(language="en", items=items),
        same,
        paragraph("..."),
    )
    said = utterances(made(blocks), words)
    assert [(each.text, each.block) for each in said] == [
        ("A page", TITLE),
        ("Título", 0),
        ("One.", 2),
        ("Two.", 3),
        ("Same.", 4),
        ("Same.", 5),
    ]
    assert said[1].language == "es"


def made(blocks: tuple[Block, ...], language: str = "en") -> Page:
    place = Place(PageKind.SECTION, Level.PLAIN, "t", "s")
    return Page(place=place, title="A page", language=language, blocks=blocks)


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_shipped_page_can_be_heard(language: str) -> None:
    folder = find_installation().content / "calciphylaxis" / language
    ids = [file.stem for file in folder.glob("*.md")]
    pages = [shipped(language, PageKind.SECTION, each) for each in ids]
    pages.append(shipped(language, PageKind.CARE))
    for page, said in pages:
        assert said[0].text
        assert all(0 < len(each.text) <= MAX_CHARACTERS for each in said)
        assert not [each for each in said if set("{}*_[]<>|#\u2068\u2069") & set(each.text)]
        assert {each.language for each in said} == {language}
        count = sum(1 for _ in walk(page.blocks))
        assert [each.block for each in said if each.block >= count] == []


def test_the_help_page_says_the_numbers_in_both_languages() -> None:
    for language, now in (("en", "Call 1 5 now"), ("es", "Llame al 1 5 ahora")):
        for kind in (PageKind.SECTION, PageKind.CARE):
            _, said = shipped(language, kind, "when-to-get-help")
            texts = [each.text for each in said]
            assert now in texts
            assert any("5 5 5, 0 1 0 0" in text for text in texts)


def test_the_foot_speaks_the_readers_language(tmp_path: Path) -> None:
    said = utterances(page_of(tmp_path, "Rest."), words, reader="es")
    assert said[-1].language == "es"
    assert said[-1].text != said[0].text
