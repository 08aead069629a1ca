"""Terms of the glossary are marked where they first stand on a page, and no word is changed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.core.library import builder, hands, section_of
from tests.core.pages_of import cards_on, text_on
from viewer.core.blocks import Card, Heading, Linked, Term
from viewer.core.installation import find_installation
from viewer.core.level import Level
from viewer.core.model import Topic
from viewer.core.packs.clinic import Clinic
from viewer.core.packs.library import Library
from viewer.core.pages.page import Page
from viewer.core.tree import runs, walk, walk_inlines

GLOSSARY = """\
artery: {en: {term: artery, also: [arteries], means: "A blood vessel."}}
calcium: {en: {term: calcium, means: "A mineral."}}
calcium-acetate: {en: {term: calcium acetate, means: "A phosphate binder."}}
edema: {en: {term: œdème, also: [Édema], means: "Swelling."}}
fetuin-a: {en: {term: fetuin-A, means: "A protein."}}
own: {en: {term: "body’s own", means: "Yours."}}
pth:
  en: {term: PTH, means: "A hormone."}
  es: {term: PTH, also: [hormona], means: "Una hormona."}
team: {en: {term: care team, means: "Those who care."}}
"""


def topic_with(tmp_path: Path, body: str, **files: str) -> Topic:
    text = f"---\ntitle: Warmth\nsources: [book]\n---\n{body}"
    more = {name.replace("__", "/") + ".md": text for name, text in files.items()}
    return hands(tmp_path, {"en/warmth.md": text, "glossary.yaml": GLOSSARY} | more)


def page_of(tmp_path: Path, body: str, level: Level = Level.CLINICAL) -> Page:
    topic = topic_with(tmp_path, body)
    return builder().section(topic, section_of(topic, "warmth"), level)


def terms_on(page: Page) -> list[tuple[str, str]]:
    """The words that are marked and the term's id, in reading order."""
    inlines = (i for b in walk(page.blocks) for run in runs(b) for i in walk_inlines(run))
    return [(inline.text, inline.id) for inline in inlines if isinstance(inline, Term)]


def test_thousands_of_names_that_begin_alike_take_no_longer_than_others() -> None:
    script = """
from pathlib import Path
from viewer.core.blocks import Paragraph, Text
from viewer.core.model import GlossaryTerm, LocalText, Topic
from viewer.core.pages.glossary_marks import mark_terms
for begun, text in (("a b", "a "), ("a", "a "), ("a c" + "d" * 90, "a c")):
    names = [f"{begun}{n}" for n in range(6_000)]
    terms = tuple(
        GlossaryTerm(id=f"t{n}", language="en", term=name, also=(), means="m")
        for n, name in enumerate(names)
    )
    topic = Topic(id="t", path=Path(), language="en", title=LocalText({}), glossary=terms)
    words = text * 40_000 + " ".join(names)
    mark_terms((Paragraph(language="en", children=(Text(words),)),), topic)
"""
    subprocess.run([sys.executable, "-c", script], check=True, timeout=30)


def test_only_the_first_occurrence_is_marked(tmp_path: Path) -> None:
    page = page_of(tmp_path, "An artery, two arteries.\n\n- PTH and pth\n\n> An Artery.\n")
    assert terms_on(page) == [("artery", "artery"), ("PTH", "pth")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ARTERIES harden", ["ARTERIES"]),
        ("the arteryless, an arter", []),
        ("CALCIUM ACETATE and calcium", ["CALCIUM ACETATE", "calcium"]),
        ("calcium acetates", ["calcium"]),
        ("(calcium).", ["calcium"]),
        ("EDEMA or édema", ["EDEMA"]),
        ("fetuin-a, fetuin alone", ["fetuin-a"]),
        ("the body's own, again", ["body's own"]),
        ("calcium, acetate", ["calcium"]),
        ("**calcium** there", ["calcium"]),
        ("**cal**cium", []),
        ("😀 calcium 😀", ["calcium"]),
    ],
)
def test_whole_words_without_case_or_accents_the_longest_first(
    tmp_path: Path, text: str, expected: list[str]
) -> None:
    page = page_of(tmp_path, text)
    assert [words for words, _ in terms_on(page)] == expected


def test_a_term_inside_a_longer_one_is_no_word_of_its_own(tmp_path: Path) -> None:
    page = page_of(tmp_path, "Calcium acetate, calcium acetate, then calcium.")
    assert terms_on(page) == [("Calcium acetate", "calcium-acetate"), ("calcium", "calcium")]


def test_headings_links_code_and_titles_are_left_alone(tmp_path: Path) -> None:
    body = (
        "## Artery\n\n[artery](section:washing) `artery`\n\n    artery in code\n\n"
        '!!! tip "Artery"\n    Rest.\n\n| artery | b |\n|---|---|\n| c | d |\n\n'
        "artery\n:   Its meaning.\n\nAn abbr.\n\n*[abbr]: artery\n"
    )
    assert terms_on(page_of(tmp_path, body)) == []


def test_callouts_cells_lists_and_definitions_are_marked(tmp_path: Path) -> None:
    body = (
        "!!! tip\n    An artery.\n\n| a | b |\n|---|---|\n| calcium | d |\n\n"
        "word\n:   Of PTH.\n\n1. One fetuin-A\n"
    )
    found = [term for _, term in terms_on(page_of(tmp_path, body))]
    assert found == ["artery", "calcium", "pth", "fetuin-a"]


def test_each_level_explains_a_word_where_it_first_uses_it(tmp_path: Path) -> None:
    body = "An artery.\n\n## In plain words {: .plain }\n\nYour artery, an artery.\n"
    assert terms_on(page_of(tmp_path, body)) == [("artery", "artery")]
    plain = page_of(tmp_path / "plain", body, Level.PLAIN)
    assert terms_on(plain) == [("artery", "artery")]
    assert text_on(plain.blocks) == "Your artery, an artery."


def test_the_clinics_values_are_not_marked(tmp_path: Path) -> None:
    page = page_of(tmp_path, "Call {{care_team_phone}}, your care team.")
    assert text_on(page.blocks) == "Call your care team, your care team."
    run = next(run for block in page.blocks for run in runs(block))
    assert [type(inline).__name__ for inline in run][-3:-1] == ["Text", "Term"]
    topic = topic_with(tmp_path / "b", "Call {{clinic_name}} at once.")
    clinic = Clinic(clinic_name="Artery Clinic")
    page = builder(clinic=clinic).section(topic, section_of(topic, "warmth"), Level.CLINICAL)
    assert terms_on(page) == []


def test_text_in_another_language_takes_that_languages_glossary(tmp_path: Path) -> None:
    spanish = "---\ntitle: Calor\nsources: [book]\n---\nLa hormona, artery, PTH.\n"
    topic = topic_with(tmp_path, "PTH.", es__warmth=spanish)
    page = builder("es").section(topic, section_of(topic, "warmth", "es"), Level.CLINICAL)
    assert terms_on(page) == [("hormona", "pth")]


def test_on_the_care_page_the_cards_are_marked_once_and_titles_never() -> None:
    topic = Library([find_installation().content]).topic("calciphylaxis")
    page = builder().care([topic], topic.id)
    found = [term for _, term in terms_on(page)]
    assert len(found) > 3
    assert len(found) == len(set(found))
    for card in cards_on(page):
        assert not any(isinstance(inline, Term) for inline in card.title)


@pytest.mark.parametrize("level", list(Level))
def test_no_word_of_the_shipped_topic_is_changed(level: Level) -> None:
    topic = Library([find_installation().content]).topic("calciphylaxis")
    bare = Library([find_installation().content]).topic("calciphylaxis")
    object.__setattr__(bare, "glossary", ())
    marked = 0
    for section_id in topic.section_ids():
        page = builder().section(topic, section_of(topic, section_id), level)
        before = builder().section(bare, section_of(bare, section_id), level)
        assert text_on(page.blocks) == text_on(before.blocks)
        found = [term for _, term in terms_on(page)]
        assert len(found) == len(set(found))
        marked += len(found)
        for block in walk(page.blocks):
            inlines = [i for run in runs(block) for i in walk_inlines(run)]
            links = [i for i in inlines if isinstance(i, Linked)]
            assert not any(isinstance(i, Term) for link in links for i in link.children)
            if isinstance(block, Heading | Card):
                assert not any(isinstance(i, Term) for i in inlines)
    assert marked > 80


def test_a_topic_without_a_glossary_is_left_as_it_is(tmp_path: Path) -> None:
    topic = hands(tmp_path)
    page = builder().section(topic, section_of(topic, "warmth"), Level.CLINICAL)
    assert terms_on(page) == []
