"""Topics found by their titles alone."""

from __future__ import annotations

import pytest

from viewer.core.level import Level
from viewer.core.model import Title
from viewer.core.search.title_search import search_titles


@pytest.mark.parametrize(
    ("title", "typed", "marked"),
    [
        ("مُدرسة الصحة", "مدرسة", "مُدرسة"),
        ("مدرسة الصحة", "مُدرسة", "مدرسة"),
        ("Low back pain", "bac", "back"),
        ("Low back pain", "ack", ""),
        ("مُدرسة", "درسة", ""),
    ],
)
def test_words_begin_as_typed_whatever_marks_stand_on_letters(
    title: str, typed: str, marked: str
) -> None:
    found = search_titles([Title("t", title, "ar")], typed, Level.PLAIN)
    segments = found.groups[0].results[0].title if found.groups else ()
    assert "".join(segment.text for segment in segments if segment.marked) == marked
