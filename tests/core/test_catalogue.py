"""The catalogue: titles of topics that have not been read."""

from __future__ import annotations

import json
from typing import Any

import pytest

from viewer.core.catalogue import Catalogue, Entry, catalogue_data
from viewer.core.model import Title

ENTRIES = [
    Entry("gout", {"en": "Gout", "es": "Gota"}, ["en", "es"]),
    Entry("feet", {"en": "Your feet"}, ["en"]),
    Entry("eczema", {"en": "Éczema", "es": "Eccema"}, ["es", "en"]),
    Entry("nameless", {}, ["en"]),
]


def written(entries: list[Entry] = ENTRIES) -> Catalogue:
    return Catalogue(json.loads(json.dumps(catalogue_data(entries))))


def test_what_was_written_is_read() -> None:
    found = written()
    assert found.ids == ("eczema", "feet", "gout", "nameless")
    assert len(found) == 4
    assert "gout" in found
    assert "gone" not in found
    assert list(found) == sorted(ENTRIES)
    assert catalogue_data(found) == catalogue_data(ENTRIES)


@pytest.mark.parametrize(
    ("topic", "language", "text", "tag"),
    [
        ("gout", "es", "Gota", "es"),
        ("gout", "es-MX", "Gota", "es"),
        ("gout", "fr", "Gout", "en"),
        ("eczema", "fr", "Eccema", "es"),
        ("feet", "es", "Your feet", "en"),
        ("nameless", "es", "Nameless", "en"),
        ("acute-bronchitis", "es", "Acute bronchitis", "en"),
    ],
)
def test_a_title_in_the_nearest_language(topic: str, language: str, text: str, tag: str) -> None:
    assert written().title(topic, language) == Title(topic, text, tag)


@pytest.mark.parametrize("language", ["en", "es", "es-MX", "fr"])
def test_titles_stand_by_their_letters_without_accents(language: str) -> None:
    found = written()
    every = found.titles(found.ids, language)
    assert every == sorted(every, key=lambda title: title.text.replace("É", "E").lower())
    assert every == found.titles([*found.ids, "zzz"], language)[:-1]
    if language == "en":
        assert [title.text for title in every] == ["Éczema", "Gout", "Nameless", "Your feet"]


def test_nothing_is_known_of_any_topic_at_first() -> None:
    nothing = Catalogue()
    assert len(nothing) == 0
    assert [t.text for t in nothing.titles(["b-c", "a"], "en")] == ["A", "B c"]
    with pytest.raises(KeyError):
        nothing.entry("a")


@pytest.mark.parametrize(
    "data",
    [
        {"ids": 5},
        {"ids": ["a", "b"], "titles": {"en": ["A"]}},
        {"ids": ["a"], "titles": []},
        {"ids": ["a"], "set_of": [0, 0]},
        [],
        "x",
    ],
)
def test_anything_else_is_refused(data: Any) -> None:
    with pytest.raises(ValueError, match=r"catalogue|columns"):
        Catalogue(data)
