"""A section's file: its front matter becomes typed values, its text stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.library import FRONT, findings, hands, section_of, write_hands
from tests.core.shelf import feet
from viewer.core.level import Level
from viewer.core.model import Section


def warmth_of(tmp_path: Path, text: str) -> Section:
    return section_of(hands(tmp_path, {"en/warmth.md": text}), "warmth")


def test_every_key_of_the_front_matter_is_read() -> None:
    section = section_of(feet(), "wash")
    assert section.title == "Washing feet"
    assert section.plain_title == "How do I wash my feet?"
    assert section.short_title == "Wash"
    assert section.care == "wash"
    assert section.icon == "hydration"
    assert section.keywords == ("soap", "water")
    assert section.sources == ("leaflet",)
    assert (section.id, section.language, section.path.name) == ("wash", "en", "wash.md")


def test_each_key_knows_its_line() -> None:
    lines = section_of(feet(), "wash").lines
    assert (lines["title"], lines["care"], lines["sources"]) == (2, 5, 8)


def test_only_title_and_sources_are_needed(tmp_path: Path) -> None:
    assert findings(write_hands(tmp_path, {"en/warmth.md": FRONT + "Text."})) == []


def test_the_reserved_source_needs_no_entry(tmp_path: Path) -> None:
    text = "---\ntitle: A\nsources: [book, unsourced]\n---\nText.\n"
    assert findings(write_hands(tmp_path, {"en/warmth.md": text})) == []


@pytest.mark.parametrize("word", ["on", "off", "yes", "no"])
def test_words_of_other_yaml_are_words(word: str, tmp_path: Path) -> None:
    section = warmth_of(
        tmp_path, f"---\ntitle: {word}\nsources: [book]\nkeywords: [{word}]\n---\nA."
    )
    assert (section.title, section.keywords) == (word, (word,))


@pytest.mark.parametrize(
    "text", ["\ufeff" + FRONT + "Text.\n", (FRONT + "Text.\n").replace("\n", "\r\n")]
)
def test_a_byte_order_mark_and_windows_line_ends_change_nothing(text: str, tmp_path: Path) -> None:
    section = warmth_of(tmp_path, text)
    assert (section.title, section.body, section.body_line) == ("Warmth", "Text.\n", 5)


def test_the_text_begins_on_the_line_that_is_told(tmp_path: Path) -> None:
    section = warmth_of(tmp_path, FRONT + "\n\nText.\n")
    assert (section.body, section.body_line) == ("Text.\n", 7)


def test_a_line_across_the_page_does_not_end_the_front_matter_twice(tmp_path: Path) -> None:
    section = warmth_of(tmp_path, FRONT + "One.\n\n---\n\nTwo.\n")
    assert section.body == "One.\n\n---\n\nTwo.\n"


def test_front_matter_may_end_with_spaces(tmp_path: Path) -> None:
    assert warmth_of(tmp_path, "---  \ntitle: A\nsources: [book]\n---  \nB.\n").title == "A"


def test_a_section_without_front_matter_has_its_text_and_its_id_as_title(tmp_path: Path) -> None:
    section = warmth_of(tmp_path, "Text.\n")
    assert (section.title, section.body) == ("warmth", "Text.\n")


def test_a_section_that_cannot_be_read_has_no_levels(tmp_path: Path) -> None:
    section = warmth_of(tmp_path, "")
    assert (section.title, section.levels) == ("warmth", frozenset())


def test_titles_follow_the_level() -> None:
    section = section_of(feet(), "wash")
    assert section.title_at(Level.CLINICAL) == "Washing feet"
    assert section.title_at(Level.PLAIN) == "How do I wash my feet?"
    assert section_of(feet(), "why").title_at(Level.PLAIN) == "Why feet matter"


def test_a_section_gives_the_level_that_it_has() -> None:
    assert section_of(feet(), "wash").level_for(Level.PLAIN) is Level.PLAIN
    assert section_of(feet(), "why").level_for(Level.PLAIN) is Level.CLINICAL
    assert section_of(feet(), "shoes").level_for(Level.CLINICAL) is Level.PLAIN


def test_space_inside_a_title_is_one_space(tmp_path: Path) -> None:
    assert warmth_of(tmp_path, "---\ntitle: >\n  A\n  b\nsources: [book]\n---\nC.").title == "A b"


def test_a_title_of_10_kb_is_cut_and_told(tmp_path: Path) -> None:
    text = f"---\ntitle: {'a ' * 5_000}\nsources: [book]\n---\nText.\n"
    library = write_hands(tmp_path, {"en/warmth.md": text})
    assert findings(library) == [("bad-value", "hands/en/warmth.md", 2)]
