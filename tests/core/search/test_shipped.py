"""What worried people type, against the shipped content."""

from __future__ import annotations

import pytest

from tests.core.search.library import shown
from tests.core.search.test_questions import engine, rows, topic
from viewer.core.analysis import words_of
from viewer.core.level import Level
from viewer.core.search.documents import texts
from viewer.core.search.results import ResultKind, Results


def asked(text: str, language: str) -> Results:
    return engine().search(text, language, Level.PLAIN)


def sections(text: str, language: str) -> list[str]:
    groups = asked(text, language).groups
    return [one.section or f"#{one.anchor}" for group in groups for one in group.results]


@pytest.mark.parametrize(
    ("text", "language", "meant"),
    [
        ("bleeds", "en", ""),
        ("he bleeds a lot", "en", ""),
        ("sleepy", "en", ""),
        ("poop", "en", ""),
        ("very slepy", "en", ""),
        ("blud", "en", "blood"),
        ("warfrin", "en", "warfarin"),
        ("respirar", "es", ""),
        ("no puede respirar", "es", ""),
        ("sangra", "es", ""),
        ("popo", "es", ""),
        ("callo", "es", "cayó"),
        ("se callo", "es", "se cayó"),
        ("ulsera", "es", "úlcera"),
    ],
)
def test_only_a_mistake_is_corrected(text: str, language: str, meant: str) -> None:
    assert asked(text, language).corrected == meant


@pytest.mark.parametrize(("text", "language"), [("poop", "en"), ("popo", "es")])
def test_nothing_is_better_than_a_wrong_word_that_frightens(text: str, language: str) -> None:
    assert asked(text, language) == Results()


@pytest.mark.parametrize(
    ("text", "language", "first", "marked"),
    [
        ("bleeds", "en", "when-to-get-help", "bleeding"),
        ("sleepy", "en", "skin-and-pain", "sleep"),
        ("no puede respirar", "es", "when-to-get-help", "respira"),
        ("sangra", "es", "when-to-get-help", "sangrado"),
        ("se callo", "es", "mobility", "cayó"),
    ],
)
def test_a_word_is_found_in_its_other_forms(
    text: str, language: str, first: str, marked: str
) -> None:
    result = asked(text, language).groups[0].results[0]
    assert result.section == first
    assert f"[{marked}]" in shown(result.snippet)


@pytest.mark.parametrize(
    ("text", "language", "term"),
    [
        ("necrosis", "en", "#necrosis"),
        ("warfarin", "en", "#warfarin"),
        ("Blood thinners", "en", "#blood-thinner"),
        ("albumin", "en", "#albumin"),
        ("necrosis", "es", "#necrosis"),
        ("warfarina", "es", "#warfarin"),
        ("albumina", "es", "#albumin"),
    ],
)
def test_a_terms_name_leads_to_the_term_at_once(text: str, language: str, term: str) -> None:
    assert term in sections(text, language)[:2]


@pytest.mark.parametrize(
    ("text", "language", "first", "never"),
    [
        ("le sale sangre", "es", "when-to-get-help", {"sal"}),
        ("sale", "es", None, {"sal"}),
        ("cuanta sal puedo comer", "es", None, {"sale", "salir"}),
        ("me voy a morir", "es", "prognosis", {"morado", "morada"}),
        ("racing heart", "en", "when-to-get-help", {"races", "race"}),
        ("my heart is racing", "en", "when-to-get-help", {"races", "race", "heartburn"}),
    ],
)
def test_words_that_only_look_alike_are_not_taken_for_each_other(
    text: str, language: str, first: str | None, never: set[str]
) -> None:
    results = asked(text, language)
    assert not never & set(results.words)
    assert first is None or results.groups[0].results[0].section == first


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("bleeding", "en"),
        ("he is breathing slowly", "en"),
        ("my mother is confused", "en"),
        ("shivering in bed", "en"),
        ("fever and pain", "en"),
        ("chest pain", "en"),
        ("sangra mucho la herida", "es"),
        ("respira muy despacio", "es"),
        ("mi madre esta confundida", "es"),
        ("tiembla en la cama", "es"),
        ("fiebre y dolor", "es"),
    ],
)
def test_help_comes_first_for_words_of_alarm(text: str, language: str) -> None:
    assert sections(text, language)[0] == "when-to-get-help"


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["question"])
def test_a_snippet_shows_a_word_wherever_its_text_has_one(row: dict[str, str]) -> None:
    results = engine().search(row["question"], row["language"], Level(row["level"]))
    first = results.groups[0].results[0]
    if first.kind is not ResultKind.SECTION or any(part.marked for part in first.snippet):
        return
    text = topic().section(first.section, first.language, first.level)
    assert text is not None
    assert not set(results.words) & set(words_of(texts(text).get(first.level, "")))
