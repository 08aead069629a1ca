"""Words by their sound, and what was meant by a misspelt one."""

from __future__ import annotations

import json

import pytest

from viewer.core.level import Level
from viewer.core.search.documents import Document
from viewer.core.search.sounds import sound_key
from viewer.core.search.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "calcifilaxis", "calciphylaxis"),
        ("en", "kalsifylaxis", "calciphylaxis"),
        ("en", "hydrashun", "hydration"),
        ("en", "diallysis", "dialysis"),
        ("en", "presure", "pressure"),
        ("en", "warfrin", "warfarin"),
        ("en", "fosfate", "phosphate"),
        ("en", "sirgery", "surgery"),
        ("es", "yagas", "llagas"),
        ("es", "operasion", "operacion"),
        ("es", "ulsera", "ulcera"),
        ("es", "cirujia", "cirugia"),
        ("es", "erida", "herida"),
        ("es", "bentana", "ventana"),
        ("es", "desidratacion", "deshidratacion"),
    ],
)
def test_words_that_sound_alike_share_a_key(language: str, one: str, other: str) -> None:
    assert sound_key(one, language) == sound_key(other, language)


@pytest.mark.parametrize(("one", "other"), [("pain", "skin"), ("water", "walker"), ("bed", "bath")])
def test_words_that_do_not_have_their_own(one: str, other: str) -> None:
    assert sound_key(one) != sound_key(other)


def vocabulary(body: str, language: str = "en", **more: object) -> Vocabulary:
    values: dict[str, object] = {
        "topic": "skin",
        "section": "one",
        "level": Level.PLAIN,
        "reader": language,
        "everyone": True,
        "languages": (language,),
        "topic_title": "",
        "title": "",
        "language": language,
        "body_language": language,
        "body": body,
    }
    words = Vocabulary()
    words.add(Document(**{**values, **more}))  # type: ignore[arg-type]
    return words


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("calcifilaxis", "calciphylaxis"),
        ("calsifilaxis", "calciphylaxis"),
        ("osteoprotegrin", "osteoprotegerin"),
        ("calsifil", "calciphylaxis"),
        ("bloodthinner", "blood thinner"),
        ("thinnre", "thinner"),
        ("wondring", ""),
        ("mother", ""),
        ("blo", ""),
        ("911123", ""),
        ("thinners", ""),
    ],
)
def test_a_misspelt_word_gets_what_was_meant(word: str, meant: str) -> None:
    known = vocabulary("Calciphylaxis, osteoprotegerin, another blood thinner, wound, 911")
    assert known.correct(word, "en") == meant


def test_a_keyword_that_is_misspelt_on_purpose_is_never_what_was_meant() -> None:
    known = vocabulary("Keep a mild temperature.", keywords=("tempreture", "temprature"))
    assert known.correct("temperture", "en") == "temperature"
    assert known.correct("temprature", "en") == "temperature"
    assert known.correct("temperature", "en") == ""


def test_a_keyword_alone_is_what_was_meant_where_no_text_has_the_word() -> None:
    known = vocabulary("A pill.", keywords=("coumadin",))
    assert known.correct("cumadin", "en") == "coumadin"


def test_a_beginning_becomes_what_people_look_for_first() -> None:
    known = vocabulary("water watch watch watchful", title="Waterproof")
    assert known.complete("wat", 2, "en") == ("waterproof", "water")
    assert known.complete("zz", 2, "en") == ()
    assert known.complete("wat", 2, "fr") == ()


def test_corrections_are_written_with_their_accents() -> None:
    known = vocabulary("Una úlcera por presión", "es")
    assert known.correct("ulsera", "es") == "ulcera"
    assert known.written("ulcera presion", "es") == "úlcera presión"


def test_a_vocabulary_survives_json_and_merges() -> None:
    known = vocabulary("Una úlcera nueva", "es")
    known.merge(vocabulary("A new ulcer", "en"))
    again = Vocabulary.from_data(json.loads(json.dumps(known.to_data())))
    assert again.to_data() == known.to_data()
    assert again.languages_for("es-MX") == ("es", "en")
    assert again.languages_for("fr") == ("es", "en")
    assert again.correct("ulsera", "es") == "ulcera"
    again.merge(vocabulary("Otra úlcera", "es"))
    assert "otra" in again.of("es")
    assert again.complete("ot", 1, "es") == ("otra",)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"languages": []},
        {"languages": {"en": {}}, "fallbacks": {}},
        {"languages": {"en": {"words": [1], "counts": [1], "standings": [1], "keys": [""]}}},
        {"languages": {"en": {"words": ["a"], "counts": [], "standings": [1], "keys": [""]}}},
    ],
)
def test_what_is_no_vocabulary_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (any of its kinds)
        Vocabulary.from_data(data)
