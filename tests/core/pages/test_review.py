"""What readers are told of sources and reviews, and what makes a new version of a text."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.core.library import (
    FRONT,
    HANDS,
    TODAY,
    TOPIC,
    WARMTH,
    WASHING,
    Files,
    builder,
    hands,
    problems_of,
    section_of,
    words,
)
from tests.core.pages_of import words_on
from tests.core.shelf import feet
from viewer.core.level import Level
from viewer.core.links import LinkKind
from viewer.core.model import Topic
from viewer.core.pages.foot import foot_blocks, review_line, source_line
from viewer.core.pages.page import Page
from viewer.core.pages.review import ReviewState, review_status
from viewer.core.pages.version import text_version
from viewer.core.problems import Rule
from viewer.core.tree import runs, walk, walk_inlines

DRAFT = "Draft: not yet reviewed by a clinician"
GLOSSARY = (
    "cold:\n  en: {term: cold, also: [chilly], means: Not warm.}\n  es: {term: frío, means: X.}\n"
)
ORIGINAL: Files = {**HANDS, "glossary.yaml": GLOSSARY, "es/warmth.md": WARMTH}


def reviewed(tmp_path: Path, at: str, due: str | None = None, text: str | None = None) -> Topic:
    """The hands, reviewed in English."""
    version = text or text_version(hands(tmp_path / "before"), "en")
    review = f"reviews:\n  en: {{by: Dr. A, at: {at}, text: {version}"
    review += f", due: {due}}}\n" if due else "}\n"
    return hands(tmp_path / "after", {"topic.yaml": TOPIC + review})


def page_of(topic: Topic, section_id: str = "warmth", language: str = "en") -> Page:
    section = section_of(topic, section_id, language)
    return builder(language).section(topic, section, Level.PLAIN)


def told(page: Page) -> str:
    """What the page says of its review."""
    assert page.provenance is not None
    return review_line(page.provenance.review, words())


def rules_of(topic: Topic) -> set[Rule]:
    return {problem.rule for problem in problems_of([topic.path.parent])}


def test_a_text_without_a_review_is_a_draft(tmp_path: Path) -> None:
    topic = hands(tmp_path)
    assert told(page_of(topic)) == DRAFT
    assert Rule.NO_REVIEW in rules_of(topic)


def test_a_review_of_this_text_holds(tmp_path: Path) -> None:
    topic = reviewed(tmp_path, "2026-01-02")
    assert told(page_of(topic)) == "Reviewed by Dr. A on January 2, 2026"
    assert not rules_of(topic)


def test_a_review_of_another_text_is_a_draft_again(tmp_path: Path) -> None:
    topic = reviewed(tmp_path, "2026-01-02", text="00000000")
    assert told(page_of(topic)) == DRAFT
    assert Rule.STALE_REVIEW in rules_of(topic)


def test_a_review_that_is_due_again_says_so(tmp_path: Path) -> None:
    topic = reviewed(tmp_path, "2025-01-02", due="2026-11-21")
    assert told(page_of(topic)) == (
        "Reviewed by Dr. A on January 2, 2025. A new review was due on November 21, 2026."
    )
    assert Rule.REVIEW_DUE in rules_of(topic)


@pytest.mark.parametrize(("days", "state"), [(0, ReviewState.REVIEWED), (1, ReviewState.DUE)])
def test_a_review_holds_on_the_day_that_it_is_due(
    days: int, state: ReviewState, tmp_path: Path
) -> None:
    topic = reviewed(tmp_path, "2025-01-02", due=TODAY.isoformat())
    later = TODAY + datetime.timedelta(days)
    assert review_status(topic, "en", later).state is state


def test_a_review_holds_for_its_own_language_alone() -> None:
    assert told(page_of(feet(), "wash", "en")).startswith(
        "Reviewed by A nurse, RN on January 15, 2026"
    )
    assert told(page_of(feet(), "wash", "es")) == DRAFT


def test_a_page_in_two_languages_is_told_of_as_the_one_reviewed_least() -> None:
    assert told(builder("en").care([feet()], "feet")).startswith("Reviewed")
    assert told(builder("es").care([feet()], "feet")) == DRAFT


def test_one_card_in_a_language_without_a_review_makes_a_draft_of_the_page(tmp_path: Path) -> None:
    text = TOPIC.replace("[hygiene]", "[hygiene, warm]")
    warm = WARMTH.replace("sources:", "care: warm\nsources:")
    files: Files = {"topic.yaml": text, "en/warmth.md": warm, "es/warmth.md": WARMTH}
    version = text_version(hands(tmp_path / "before", files), "en")
    review = f"reviews: {{en: {{by: Dr. A, at: 2026-01-02, text: {version}}}}}\n"
    topic = hands(tmp_path / "after", {**files, "topic.yaml": text + review})
    assert told(builder("en").care([topic], "hands")).startswith("Reviewed")
    assert told(builder("es").care([topic], "hands")) == DRAFT


@pytest.mark.parametrize(
    ("name", "file", "old", "new"),
    [
        ("a word of a text", "en/warmth.md", "Keep warm.", "Keep cool."),
        ("a stop", "en/warmth.md", "Keep warm.", "Keep warm!"),
        ("a marker", "en/warmth.md", ".plain", ".do"),
        ("a title", "en/washing.md", "title: Washing", "title: Soap"),
        ("a question", "en/warmth.md", "How warm?", "How cold?"),
        ("a topic's title", "topic.yaml", "Hand care", "Hands"),
        ("a group's title", "topic.yaml", "{en: Care}", "{en: Cure}"),
        ("a meaning", "glossary.yaml", "Not warm.", "Not hot."),
        ("another word for a term", "glossary.yaml", "chilly", "icy"),
    ],
)
def test_every_word_makes_a_new_version(
    name: str, file: str, old: str, new: str, tmp_path: Path
) -> None:
    text = str(ORIGINAL[file])
    assert old in text, name
    before = hands(tmp_path / "before", ORIGINAL)
    after = hands(tmp_path / "after", {**ORIGINAL, file: text.replace(old, new, 1)})
    assert text_version(before, "en") != text_version(after, "en")


@pytest.mark.parametrize(
    ("name", "file", "old", "new"),
    [
        ("keywords", "en/warmth.md", "sources:", "keywords: [heat]\nsources:"),
        ("an icon", "en/warmth.md", "sources:", "icon: home\nsources:"),
        ("sources", "en/warmth.md", "[book]", "[book, unsourced]"),
        ("Windows line ends", "en/warmth.md", "\n", "\r\n"),
        ("a byte-order mark", "en/warmth.md", "---\n", "\ufeff---\n"),
        ("empty lines at the end", "en/warmth.md", "Keep warm.\n", "Keep warm.\n\n\n"),
        ("another language", "es/warmth.md", "Keep warm.", "Abrígate."),
        ("a term in another language", "glossary.yaml", "frío", "helado"),
        ("a code", "topic.yaml", "care:", "codes: {icd10cm: [Z00]}\ncare:"),
    ],
)
def test_nothing_else_makes_a_new_version(
    name: str, file: str, old: str, new: str, tmp_path: Path
) -> None:
    text = str(ORIGINAL[file])
    assert old in text, name
    changed = text.replace(old, new) if name.startswith("Windows") else text.replace(old, new, 1)
    before = hands(tmp_path / "before", ORIGINAL)
    after = hands(tmp_path / "after", {**ORIGINAL, file: changed})
    assert text_version(before, "en") == text_version(after, "en")


def test_words_cannot_move_from_one_place_to_another_unseen(tmp_path: Path) -> None:
    one = hands(tmp_path / "one", {"en/ice.md": FRONT.replace("Warmth", "AB") + "C."})
    two = hands(tmp_path / "two", {"en/ice.md": FRONT.replace("Warmth", "A") + "BC."})
    assert text_version(one, "en") != text_version(two, "en")


def test_a_version_is_short_and_the_same_on_every_machine() -> None:
    assert text_version(feet(), "en") == "e97b6246"
    assert len(text_version(feet(), "es")) == 8


def test_the_foot_names_sources_review_and_disclaimer() -> None:
    page = page_of(feet(), "why")
    assert page.provenance is not None
    foot = foot_blocks(page.provenance, words())
    assert words_on(foot) == [
        "Where this text comes from",
        "The foot book, A publisher",
        "Parts of this text have no source yet.",
        "Reviewed by A nurse, RN on January 15, 2026",
        "Version of the text: e97b6246 (en)",
        "For education. It does not replace your care team.",
    ]
    links = [
        i for b in walk(foot) for run in runs(b) for i in walk_inlines(run) if hasattr(i, "link")
    ]
    assert [link.link.kind for link in links] == [LinkKind.WEB]
    assert source_line(page.provenance, words()) == "Source: A publisher"


def test_a_page_of_two_sources_names_both() -> None:
    page = builder().care([feet()], "feet")
    assert page.provenance is not None
    assert [source.id for source in page.provenance.sources] == ["leaflet", "book"]
    assert source_line(page.provenance, words()) == "Sources: A leaflet, A publisher"


def test_a_text_without_any_source_says_so(tmp_path: Path) -> None:
    text = WASHING.replace("[book]", "[unsourced]")
    page = page_of(hands(tmp_path / "a", {"en/washing.md": text}), "washing")
    assert page.provenance is not None
    assert source_line(page.provenance, words()) == "Parts of this text have no source yet."
    no_sources = {"topic.yaml": TOPIC.partition("sources:")[0], "en/washing.md": ""}
    broken = page_of(hands(tmp_path / "b", no_sources), "washing")
    assert broken.provenance is not None
    assert source_line(broken.provenance, words()) == "This text names no source."
