"""Handouts of packs with faults: whatever is wrong, no safety text is lost, and paper comes out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.core.library import TODAY
from tests.handout.orders import (
    blocks_of,
    composed,
    kinds,
    pack,
    part,
    safety_on,
    section,
    text_of,
    words_on,
)
from viewer.core.blocks import Heading
from viewer.core.level import Level
from viewer.core.tree import plain_text
from viewer.handout.chosen import Lack, OrderError
from viewer.handout.model import PartKind
from viewer.handout.order import Order
from viewer.handout.text_date import text_date

RULE = "### The rule {: #rule .safety }\n\nNever walk barefoot.\n"
REGLA = "### La regla {: #rule .safety }\n\nNunca ande descalzo.\n"
PLAIN = "## Plain {: .plain }\n\nLook at your feet.\n\n"
SENCILLO = "## Sencillo {: .plain }\n\nMire sus pies.\n\n"
HELP = "## Plain {: .plain }\n\nCall us.\n\n"

ORDERS = {
    "all": Order(topic="feet"),
    "clinical": Order(topic="feet", level=Level.CLINICAL),
    "wash": Order(topic="feet", sections=("wash",)),
    "other": Order(topic="feet", sections=("other",)),
    "wash for health workers": Order(topic="feet", sections=("wash",), level=Level.CLINICAL),
    "other for health workers": Order(topic="feet", sections=("other",), level=Level.CLINICAL),
}
every_order = pytest.mark.parametrize("order", ORDERS.values(), ids=list(ORDERS))
OTHER = {"en/other.md": section("Other", f"Text.\n\n{PLAIN}")}


@every_order
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    "text",
    [
        f"{PLAIN}{RULE}",
        f"Clinical.\n\n{RULE.replace('###', '##')}\n{PLAIN}",
        f"{PLAIN}### Ask {{: .teach-back }}\n\n- What?\n\n#{RULE}",
        f"{PLAIN}### Do {{: .do }}\n\n- Look.\n\n#{RULE}",
        f"{PLAIN}### Do not {{: .dont }}\n\n- Hurry.\n\n#{RULE}",
        "Clinical.\n\n## The rule {: #rule .plain .safety }\n\nNever walk barefoot.\n",
        f"Clinical.\n\n### Deep {{: .teach-back }}\n\n#{RULE}\n{PLAIN}",
    ],
    ids=["plain", "clinical", "teach-back", "do", "dont", "itself", "clinical teach-back"],
)
def test_safety_text_is_there_whatever_heading_it_stands_under(
    tmp_path: Path, text: str, order: Order, language: str
) -> None:
    topic = pack(tmp_path, {"en/wash.md": section("Wash", text), **OTHER})
    handout = composed(topic, order, language)
    assert safety_on(handout) == ["rule"]
    assert words_on(handout).count("Never walk barefoot.") == 1


@every_order
@pytest.mark.parametrize(
    "spanish",
    [
        section("Lavar", SENCILLO),
        section("Lavar", f"{SENCILLO}### La regla {{: #rule .safety }}\n"),
        section("Lavar", "[" * 9_000 + f"\n\n{SENCILLO}{REGLA}"),
        section("Lavar", ""),
        "no front matter",
        "---\ntitle: [\n---\n",
    ],
    ids=["without it", "empty", "too complex", "no text", "no front matter", "no yaml"],
)
def test_a_translation_without_it_prints_the_original(
    tmp_path: Path, spanish: str, order: Order
) -> None:
    files = {"en/wash.md": section("Wash", f"{PLAIN}{RULE}"), "es/wash.md": spanish, **OTHER}
    handout = composed(pack(tmp_path, files), order, "es")
    assert safety_on(handout) == ["rule"]
    (heading,) = (b for b in blocks_of(handout) if isinstance(b, Heading) and b.id == "rule")
    assert heading.language == "en"
    assert words_on(handout).count("Never walk barefoot.") == 1


@pytest.mark.parametrize("level", list(Level))
def test_a_translation_of_the_titles_alone_prints_the_original_text(
    tmp_path: Path, level: Level
) -> None:
    files = {"en/wash.md": section("Wash", "Clinical."), "es/wash.md": section("Lavar", "")}
    topic = pack(tmp_path, files | OTHER)
    handout = composed(topic, Order(topic="feet", sections=("wash",), level=level), "es")
    assert handout.title.startswith("Lavar")
    words = words_on(handout)
    assert "Clinical." in words
    assert "Esta página aún no está traducida." in words
    assert "No se puede mostrar esta página" not in words


@every_order
def test_an_original_that_is_broken_prints_the_translation(tmp_path: Path, order: Order) -> None:
    broken = section("Wash", "[" * 9_000 + f"\n\n{PLAIN}{RULE}")
    files = {"en/wash.md": broken, "es/wash.md": section("L", f"{SENCILLO}{REGLA}"), **OTHER}
    assert words_on(composed(pack(tmp_path, files), order, "es")).count("Nunca ande descalzo.") == 1


@every_order
@pytest.mark.parametrize("section_id", ["wash", "aid"])
def test_a_rule_that_only_another_language_has_is_printed_in_that(
    tmp_path: Path, order: Order, section_id: str
) -> None:
    broken = section("Wash", "[" * 9_000 + f"\n\n{PLAIN}{RULE}")
    spanish = section("L", f"{SENCILLO}{REGLA}")
    files = {f"en/{section_id}.md": broken, f"es/{section_id}.md": spanish, **OTHER}
    topic = pack(tmp_path, {"en/wash.md": section("W", PLAIN)} | files, "help: aid\n")
    handout = composed(topic, order)
    assert words_on(handout).count("Nunca ande descalzo.") == 1
    assert "(es)" in handout.words.version
    if section_id == "aid":
        box = text_of(part(handout, PartKind.HELP).blocks)
        assert "Call your local emergency number." in box
        assert "descalzo" in box


@every_order
def test_a_rule_of_two_sections_is_printed_once(tmp_path: Path, order: Order) -> None:
    rule = RULE.replace("Never", "{{care_team_phone}}: {{blank:me}} *Never*")
    both = {
        "en/wash.md": section("Wash", f"{PLAIN}{rule}"),
        "en/other.md": section("Other", f"{PLAIN}#{rule}"),
    }
    handout = composed(pack(tmp_path, both), order)
    assert safety_on(handout) == ["rule"]
    assert words_on(handout).count("walk barefoot.") == 1


@every_order
@pytest.mark.parametrize("lacking", ["wash", "other"])
def test_a_rule_of_two_sections_is_not_printed_in_two_languages(
    tmp_path: Path, order: Order, lacking: str
) -> None:
    files = {
        "en/wash.md": section("Wash", f"{PLAIN}{RULE}"),
        "en/other.md": section("Other", f"{PLAIN}{RULE}"),
        "es/wash.md": section("Lavar", f"{SENCILLO}{REGLA}"),
        "es/other.md": section("Otro", f"{SENCILLO}{REGLA}"),
        f"es/{lacking}.md": section("Falta", SENCILLO),
    }
    words = words_on(composed(pack(tmp_path, files), order, "es"))
    assert words.count("Nunca ande descalzo.") == 1
    assert "barefoot" not in words


@every_order
def test_another_rule_of_one_id_is_printed_in_the_language_that_has_it(
    tmp_path: Path, order: Order
) -> None:
    files = {
        "en/wash.md": section("Wash", f"{PLAIN}{RULE}"),
        "en/other.md": section("Other", f"{PLAIN}{RULE.replace('barefoot', 'alone')}"),
        "es/wash.md": section("Lavar", f"{SENCILLO}{REGLA}"),
        "es/other.md": section("Otro", SENCILLO),
    }
    words = words_on(composed(pack(tmp_path, files), order, "es"))
    assert words.count("Nunca ande descalzo.") == 1
    assert words.count("Never walk alone.") == 1


@every_order
def test_getting_help_in_another_language_keeps_its_rules(tmp_path: Path, order: Order) -> None:
    files = {
        "en/aid.md": section("Aid", f"Text.\n\n{PLAIN}{RULE}"),
        "es/aid.md": section("Ayuda", f"Texto.\n\n{REGLA.replace('###', '##')}"),
        "en/wash.md": section("Wash", f"Text.\n\n{PLAIN}"),
        **OTHER,
    }
    handout = composed(pack(tmp_path, files, "help: aid\n"), order, "es")
    assert "rule" in safety_on(handout)


@every_order
def test_one_id_with_two_texts_is_printed_twice(tmp_path: Path, order: Order) -> None:
    both = {
        "en/wash.md": section("Wash", f"{PLAIN}{RULE}"),
        "en/other.md": section("Other", f"{PLAIN}{RULE.replace('barefoot', 'alone')}"),
    }
    words = words_on(composed(pack(tmp_path, both), order))
    assert words.count("Never walk barefoot.") == 1
    assert words.count("Never walk alone.") == 1


@every_order
def test_safety_text_inside_safety_text_is_printed_once(tmp_path: Path, order: Order) -> None:
    inner = "#### Inner {: #inner .safety }\n\nSlowly.\n\n#### More\n\nWith care.\n"
    topic = pack(tmp_path, {"en/wash.md": section("Wash", f"{PLAIN}{RULE}\n{inner}"), **OTHER})
    handout = composed(topic, order)
    assert safety_on(handout) == ["rule", "inner"]
    words = words_on(handout)
    assert [words.count(one) for one in ("barefoot", "Slowly", "With care")] == [1, 1, 1]


@every_order
def test_without_a_help_section_the_box_still_says_whom_to_call(
    tmp_path: Path, order: Order
) -> None:
    topic = pack(tmp_path, {"en/wash.md": section("Wash", PLAIN), **OTHER})
    box = part(composed(topic, order), PartKind.HELP)
    assert plain_text(box.title) == "When to get help"
    assert "Call your local emergency number." in text_of(box.blocks)


@pytest.mark.parametrize("text", ["", "[" * 9_000, f"{'[' * 9_000}\n\n{HELP}"])
def test_a_broken_help_section_still_says_whom_to_call(tmp_path: Path, text: str) -> None:
    files = {"en/wash.md": section("Wash", PLAIN), "en/aid.md": section("Aid", text)}
    handout = composed(pack(tmp_path, files, "help: aid\n"), Order(topic="feet"))
    assert "Call your local emergency number." in text_of(part(handout, PartKind.HELP).blocks)


def test_a_topic_without_plain_text_prints_its_clinical_text_and_says_so(tmp_path: Path) -> None:
    files = {"en/wash.md": section("Wash", "Soap."), "en/other.md": section("Other", "Water.")}
    handout = composed(pack(tmp_path, files))
    assert kinds(handout)[:3] == ["notice", "section", "section"]
    assert "no plain-language text yet" in text_of(part(handout, PartKind.NOTICE).blocks)
    assert words_on(handout).count("no plain-language text yet") == 1


def test_a_topic_without_care_guidance_has_none_to_print(tmp_path: Path) -> None:
    topic = pack(tmp_path, {"en/wash.md": section("Wash", PLAIN)})
    with pytest.raises(OrderError) as raised:
        composed(topic, Order(topic="feet", care=True))
    assert raised.value.lack is Lack.CARE


def test_a_topic_without_sections_gives_paper(tmp_path: Path) -> None:
    handout = composed(pack(tmp_path, {}, ids=("gone",)))
    assert kinds(handout) == ["help", "questions", "given", "about"]


def test_questions_in_two_languages_are_two_lists(tmp_path: Path) -> None:
    ask = "### {} {{: .teach-back }}\n\n- {}\n"
    files = {
        "en/wash.md": section("Wash", PLAIN + ask.format("Ask", "What?")),
        "en/other.md": section("Other", PLAIN + ask.format("Ask", "When?") + "\nWhere?\n"),
        "es/wash.md": section("Lavar", SENCILLO + ask.format("Pregunte", "¿Qué?")),
    }
    handout = composed(pack(tmp_path, files), language="es")
    blocks = part(handout, PartKind.TEACH_BACK).blocks
    assert [(block.language, text_of((block,)).split()) for block in blocks] == [
        ("es", ["¿Qué?"]),
        ("en", ["When?", "Where?"]),
    ]


def test_a_notice_of_one_section_stands_there(tmp_path: Path) -> None:
    files = {
        "en/wash.md": section("Wash", PLAIN),
        "en/other.md": section("Other", PLAIN),
        "es/wash.md": section("Lavar", SENCILLO),
    }
    handout = composed(pack(tmp_path, files), language="es")
    assert "notice" not in kinds(handout)
    assert "no está traducida" in text_of(part(handout, PartKind.SECTION, "other").blocks)


def test_headings_inside_boxes_skip_no_level(tmp_path: Path) -> None:
    text = PLAIN + "> ###### Said\n>\n> Words.\n\n###### Deep\n\nWords.\n\n### Back\n\nWords.\n"
    handout = composed(pack(tmp_path, {"en/wash.md": section("Wash", text)}))
    headings = [b for b in blocks_of(handout) if isinstance(b, Heading)]
    assert [(b.level, plain_text(b.children)) for b in headings] == [
        (3, "Said"),
        (3, "Deep"),
        (3, "Back"),
    ]


def test_without_a_date_of_its_own_the_newest_file_of_the_language_counts(tmp_path: Path) -> None:
    files = {"en/wash.md": section("W", PLAIN), "es/wash.md": section("L", SENCILLO)}
    topic = pack(tmp_path, files)
    for language, seconds in (("en", 1_700_000_000), ("es", 1_800_000_000)):
        os.utime(topic.sections[language]["wash"].path, (seconds, seconds))
    assert text_date(topic, ("en",), None, TODAY).isoformat() == "2023-11-14"
    assert text_date(topic, ("en", "es"), None, TODAY).isoformat() == "2027-01-15"
    assert composed(topic).words.date == "November 14, 2023"


def test_the_topics_own_date_comes_before_that_of_its_files(tmp_path: Path) -> None:
    topic = pack(tmp_path, {"en/wash.md": section("W", PLAIN)}, "date: 2020-02-29\n")
    assert composed(topic).words.date == "February 29, 2020"
