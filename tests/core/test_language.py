"""Language tags: which are well formed, and which text a reader gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.library import write_hands
from tests.core.shelf import GOOD
from viewer.core.language import (
    best_language,
    first_language,
    is_language_tag,
    lookup,
    with_language,
)
from viewer.core.model import LocalText
from viewer.core.packs.library import Library


@pytest.mark.parametrize(
    "tag", ["en", "es-MX", "es-419", "zh-Hant", "zh-Hant-TW", "haw", "sr-Latn"]
)
def test_well_formed_tags_are_tags(tag: str) -> None:
    assert is_language_tag(tag)


@pytest.mark.parametrize(
    "text",
    ["", "e", "EN", "en_US", "en-us", "english", "en-", "-en", "en\n", "en/..", "e1", "zh-hant"],
)
def test_other_words_are_no_tags(text: str) -> None:
    assert not is_language_tag(text)


@pytest.mark.parametrize(
    ("wanted", "offered", "found"),
    [
        ("es", ["en", "es"], "es"),
        ("es-MX", ["en", "es"], "es"),
        ("es-MX", ["es", "es-MX"], "es-MX"),
        ("zh-Hant-TW", ["zh", "zh-Hant"], "zh-Hant"),
        ("zh-Hant-TW", ["zh"], "zh"),
        ("es", ["en", "es-MX"], "en"),
        ("fr", ["en", "es"], "en"),
        ("", ["en"], "en"),
        ("fr", [], "en"),
    ],
)
def test_the_nearest_language_is_found(wanted: str, offered: list[str], found: str) -> None:
    assert best_language(wanted, offered, "en") == found


def test_a_tag_falls_back_to_wider_ones() -> None:
    assert list(lookup("zh-Hant-TW")) == ["zh-Hant-TW", "zh-Hant", "zh"]
    assert list(lookup("")) == []


def test_a_text_falls_back_through_languages_to_the_first_there_is() -> None:
    text = LocalText({"de": "Hand", "es": "Mano"})
    assert text.get("es-MX", "en") == "Mano"
    assert text.get("fr", "es") == "Mano"
    assert text.get("fr", "en") in ("Hand", "Mano")
    assert LocalText({}).get("fr", "en") == ""


@pytest.mark.parametrize(
    ("wishes", "system", "offered", "first"),
    [
        (["es", "fr"], ["de"], ["en"], "es"),
        (["", "fr"], ["de"], ["en", "de"], "fr"),
        ([], ["de-AT", "es"], ["en", "es"], "es"),
        ([], ["es-MX"], ["en", "es"], "es-MX"),
        ([], ["C", "POSIX", "en_US"], ["en", "es"], "en"),
        ([], [], ["ar", "he"], "ar"),
        ([], [], ["en-GB", "es"], "en-GB"),
        ([], [], [], "en"),
    ],
)
def test_the_language_to_begin_in(
    wishes: list[str], system: list[str], offered: list[str], first: str
) -> None:
    assert first_language(wishes, system, offered, "en") == first


def test_the_language_that_is_used_can_be_chosen() -> None:
    assert with_language(["en", "es"], "es-MX") == ("en", "es")
    assert with_language(["en", "es"], "fr") == ("en", "es", "fr")


def test_the_languages_of_a_library_are_those_of_its_topics() -> None:
    assert Library([GOOD]).languages == ("ar", "en", "es", "es-MX")
    assert Library([GOOD / "nowhere"]).languages == ()


def test_a_folder_without_texts_is_no_language(tmp_path: Path) -> None:
    write_hands(tmp_path, {"es/note.txt": "", "images/a.md": "", "fr": "no folder"})
    assert Library([tmp_path]).languages == ("en",)
