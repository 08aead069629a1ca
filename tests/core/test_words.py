"""Words by key, in the reader's language, else in English."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.library import write
from viewer.core.words import Words, read_words

ENGLISH = "page:\n  draft: Draft\n  source: '{title}, {publisher}'\n  braces: 'like {{: #a }}'\n"
SPANISH = "page:\n  draft: Borrador\n"


def words_of(tmp_path: Path, language: str) -> Words:
    folder = write(tmp_path, {"en.yaml": ENGLISH, "es.yaml": SPANISH})
    return read_words(folder, language)


@pytest.mark.parametrize(
    ("language", "draft", "found"),
    [
        ("en", "Draft", "en"),
        ("es", "Borrador", "es"),
        ("es-MX", "Borrador", "es"),
        ("fr", "Draft", "en"),
    ],
)
def test_words_are_in_the_nearest_language(
    language: str, draft: str, found: str, tmp_path: Path
) -> None:
    words = words_of(tmp_path, language)
    assert words("page.draft") == draft
    assert words.language_of("page.draft") == found


def test_a_missing_word_is_english_and_says_so(tmp_path: Path) -> None:
    words = words_of(tmp_path, "es")
    assert words("page.source", title="A", publisher="B") == "A, B"
    assert words.language_of("page.source") == "en"


def test_a_word_may_be_filled_in_with_a_value_named_key(tmp_path: Path) -> None:
    words = read_words(write(tmp_path, {"en.yaml": "a: 'the {key}'\n"}), "en")
    assert words("a", key="b") == "the b"


def test_doubled_braces_are_braces(tmp_path: Path) -> None:
    assert words_of(tmp_path, "en")("page.braces") == "like {: #a }"


def test_a_key_that_nobody_has_is_a_fault_of_the_program(tmp_path: Path) -> None:
    words = words_of(tmp_path, "es")
    assert "page.draft" in words
    assert "page.nothing" not in words
    with pytest.raises(KeyError):
        words("page.nothing")
