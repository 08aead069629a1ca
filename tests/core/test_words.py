"""Words by key, in the reader's language, else in English."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.core.library import words as shipped_words
from tests.core.library import write
from viewer.core.installation import find_installation
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


@pytest.mark.parametrize(
    ("language", "locale"), [("es", "es"), ("es-MX", "es-MX"), ("fr", "en"), ("en-GB", "en-GB")]
)
def test_dates_go_by_the_readers_own_tag_where_the_words_are_in_it(
    language: str, locale: str, tmp_path: Path
) -> None:
    assert words_of(tmp_path, language).locale_of("page.draft") == locale


def test_dates_among_words_that_are_missing_are_english(tmp_path: Path) -> None:
    assert words_of(tmp_path, "es-MX").locale_of("page.source") == "en"


# --- the files that come with the program -----------------------------------------

FOLDER = find_installation().words
_FIELD = re.compile(r"\{+\w*\}+")


def flat(entries: dict[str, Any], prefix: str = "") -> dict[str, str]:
    """Words by dotted key, read with another reader than the program's own."""
    found: dict[str, str] = {}
    for key, value in entries.items():
        name = f"{prefix}{key}"
        found |= flat(value, f"{name}.") if isinstance(value, dict) else {name: str(value)}
    return found


def shipped(tag: str) -> dict[str, str]:
    return flat(yaml.safe_load((FOLDER / f"{tag}.yaml").read_text("utf-8")))


@pytest.mark.parametrize("tag", [path.stem for path in FOLDER.glob("*.yaml")])
def test_every_language_has_every_word_with_the_same_fields(tag: str) -> None:
    english, other = shipped("en"), shipped(tag)
    assert other.keys() == english.keys()
    for key, words in english.items():
        assert other[key].strip(), key
        assert sorted(_FIELD.findall(other[key])) == sorted(_FIELD.findall(words)), key


@pytest.mark.parametrize("tag", ["es", "es-MX", "es-419"])
def test_spanish_of_any_country_is_spanish(tag: str) -> None:
    assert shipped_words(tag)("care.title") == "Cómo cuidarse en casa"
