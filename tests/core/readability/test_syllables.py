"""Syllables: by the pronouncing dictionary, by the rules, and of numbers as they are said."""

from __future__ import annotations

import pytest

from viewer.core.readability import syllables
from viewer.core.readability.numbers import number_words
from viewer.core.readability.syllables import by_rule, english_syllables, spanish_syllables

ENGLISH = {
    "skin": 1,
    "sores": 1,
    "needed": 2,
    "helped": 1,
    "dialysis": 4,
    "temperature": 3,
    "calciphylaxis": 5,
    "team’s": 1,
    "nurses'": 2,
    "follow-up": 3,
    "CKD": 3,
    "WHO": 1,
    "16": 2,
    "1,000": 3,
    "3.5": 3,
}
SPANISH = {
    "piel": 1,
    "día": 2,
    "llaga": 2,
    "agua": 2,
    "guía": 2,
    "agüita": 3,
    "quelante": 3,
    "ciudad": 2,
    "buey": 1,
    "muy": 1,
    "leíais": 3,
    "aéreo": 4,
    "construir": 2,
    "calcifilaxis": 5,
    "y": 1,
    "yo": 1,
    "16": 3,
    "100": 1,
    "1.000": 1,
}


@pytest.mark.parametrize(("word", "expected"), ENGLISH.items())
def test_english(word: str, expected: int) -> None:
    assert english_syllables(word) == expected


@pytest.mark.parametrize(("word", "expected"), SPANISH.items())
def test_spanish_by_its_spelling(word: str, expected: int) -> None:
    assert spanish_syllables(word) == expected


def test_the_rule_is_right_for_nine_words_in_ten_of_the_dictionary() -> None:
    known = {word: count for word, count in syllables._dictionary().items() if "'" not in word}
    assert len(known) > 110_000
    right = sum(by_rule(word) == count for word, count in known.items())
    assert right / len(known) > 0.9


@pytest.mark.parametrize(
    ("number", "language", "expected"),
    [
        ("0", "en", "zero"),
        ("21", "en", "twenty one"),
        ("112", "en", "one hundred twelve"),
        ("2,026", "en", "two thousand twenty six"),
        ("3.5", "en", "three point five"),
        ("45%", "en", "forty five percent"),
        ("21", "es", "veintiuno"),
        ("45", "es", "cuarenta y cinco"),
        ("1.200", "es", "mil doscientos"),
        ("3,5", "es", "tres punto cinco"),
        ("9999999999", "en", " ".join(["nine"] * 10)),
    ],
)
def test_numbers_as_they_are_said(number: str, language: str, expected: str) -> None:
    assert " ".join(number_words(number, language)) == expected
