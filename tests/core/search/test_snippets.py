"""The piece of a text that is shown with a result."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.search.library import best_of, engine_of, section, shown, topic_of
from viewer.core.level import Level
from viewer.core.search.query import Asked, Query
from viewer.core.search.snippets import LENGTH, Marker


def marker(*words: str) -> Marker:
    asked = tuple(Asked(((word, 1.0),), (word,)) for word in words)
    return Marker(Query(asked, (), "", ("en",)))


def test_a_snippet_shows_where_most_of_the_words_stand() -> None:
    text = (
        "A wound. " + "Nothing here at all. " * 20 + "The nurse dresses the wound. " + "End. " * 50
    )
    snippet = shown(marker("wound", "nurs").snippet(text))
    assert "[nurse] dresses the [wound]" in snippet
    assert snippet.startswith("… ")
    assert snippet.endswith(" …")


def test_a_text_without_hits_shows_its_beginning() -> None:
    assert shown(marker("zebra").snippet("First words. " * 40)).startswith("First words. First")
    assert shown(marker("zebra").snippet("")) == ""


def test_lines_are_parted_where_they_have_no_full_stop() -> None:
    text = "Do this\nKeep warm.\nA fan"
    assert shown(marker("fan").snippet(text)) == "Do this · Keep warm. A [fan]"


def test_marks_keep_case_and_accents_and_whole_words() -> None:
    assert shown(marker("cojin").marked("El COJÍN y el recojín")) == "El [COJÍN] y el recojín"
    assert shown(marker("fi").marked("Final ﬁn f")) == "[Final] ﬁn f"


@pytest.mark.parametrize("behind", [False, True])
@pytest.mark.parametrize("shift", range(0, 230, 7))
def test_placeholders_are_never_cut_or_marked(shift: int, behind: bool) -> None:
    value = "{{blank:call your nurse about a wound}}"
    space = " word" * (shift // 5) + " y" * (shift % 5)
    parts = f"wound{space} {value} " if behind else f"xxxxx{space} {value} wound "
    text = parts + "z " * 200
    snippet = marker("wound").snippet(text)
    whole = "".join(segment.text for segment in snippet)
    assert whole.count("{{") == whole.count("}}") == whole.count(value)
    assert not any(segment.marked and "{" in segment.text for segment in snippet)
    assert [s.text for s in snippet if s.marked] == ["wound"]


def test_a_snippet_is_two_lines_long(tmp_path: Path) -> None:
    text = "Nothing happens here. " * 30 + "A wound. " + "x" * 3_000 + " wound"
    engine = engine_of(topic_of(tmp_path, "t", {"en/a.md": section("One", text)}))
    result = best_of(engine.search("wound", "en", Level.CLINICAL))
    assert result is not None
    assert "[wound]" in shown(result.snippet)
    assert len(shown(result.snippet)) <= LENGTH + 20


def test_what_was_marked_is_told_once_in_folded_words() -> None:
    one = marker("ulcer", "wound")
    one.snippet("Ulcer, ULCER, ulcers")
    one.snippet("A wound")
    assert tuple(one.found) == ("ulcer", "ulcers", "wound")


def test_a_beginning_does_not_mark_the_words_that_all_texts_have() -> None:
    text = "The thing about thinners: they are there."
    assert shown(marker("th").marked(text)) == "The thing about [thinners]: they are there."
