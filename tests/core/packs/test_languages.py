"""Packs in several languages: what falls back to what, and what a translation inherits."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.library import (
    FRONT,
    HANDS,
    TOPIC,
    WARMTH,
    WASHING,
    builder,
    findings,
    hands,
    section_of,
    write,
    write_hands,
)
from tests.core.shelf import feet
from viewer.core.level import Level
from viewer.core.packs.library import Library
from viewer.core.tree import plain_text, runs, walk

SAFETY = "\n### No ice {: #no-ice .safety }\n\nNever ice.\n"
TRANSLATED = "---\ntitle: Calor\nplain_title: ¿Calor?\n---\nTexto.\n\n## X {: .plain }\n\nTexto.\n"


def said(topic_path: Path, section_id: str, language: str, level: Level) -> list[str]:
    """Every run of text on the page of a section, for readers of a language."""
    topic = Library([topic_path]).topic("hands")
    page = builder(language).section(topic, section_of(topic, section_id, language), level)
    return [plain_text(run) for block in walk(page.blocks) for run in runs(block)]


@pytest.mark.parametrize(
    ("section", "wanted", "found"),
    [
        ("shoes", "es-MX", "es-MX"),
        ("wash", "es-MX", "es"),
        ("why", "es-MX", "en"),
        ("wash", "es", "es"),
        ("why", "es", "en"),
        ("wash", "es-419", "es"),
        ("wash", "fr", "en"),
        ("wash", "en-GB", "en"),
        ("wash", "", "en"),
    ],
)
def test_a_section_falls_back_to_the_nearest_language(
    section: str, wanted: str, found: str
) -> None:
    assert section_of(feet(), section, wanted).language == found


def test_the_fallback_language_comes_first() -> None:
    assert feet().languages == ("en", "es", "es-MX")


def test_without_a_language_the_first_folder_counts(tmp_path: Path) -> None:
    text = TOPIC.replace("language: en\n", "")
    topic = hands(tmp_path, {"topic.yaml": text, "de/warmth.md": WARMTH})
    assert topic.language == "de"


def test_the_language_of_topic_yaml_counts_before_the_first_folder(tmp_path: Path) -> None:
    assert hands(tmp_path, {"de/warmth.md": WARMTH}).language == "en"


def test_a_language_without_sections_is_a_finding_and_the_others_are_read(tmp_path: Path) -> None:
    text = TOPIC.replace("language: en", "language: fr")
    topic = hands(tmp_path, {"topic.yaml": text})
    assert topic.language == "en"
    assert section_of(topic, "washing", "fr").title == "Washing"


def test_a_section_that_only_a_translation_has_is_still_shown(tmp_path: Path) -> None:
    topic = hands(tmp_path, {"es/ice.md": WARMTH})
    assert section_of(topic, "ice", "en").language == "es"
    assert "ice" in topic.section_ids()


def test_a_translation_inherits_care_icon_and_sources() -> None:
    wash = section_of(feet(), "wash", "es")
    assert (wash.language, wash.care, wash.icon, wash.sources) == (
        "es",
        "wash",
        "hydration",
        ("leaflet",),
    )


def test_a_translation_may_have_its_own(tmp_path: Path) -> None:
    text = WASHING.replace("[book]", "[unsourced]").replace("title: W", "icon: home\ntitle: W", 1)
    washing = section_of(hands(tmp_path, {"es/washing.md": text}), "washing", "es")
    assert (washing.icon, washing.sources) == ("home", ("unsourced",))


def test_a_translation_needs_no_sources_but_the_original_does(tmp_path: Path) -> None:
    files = {"es/warmth.md": TRANSLATED, "en/warmth.md": WARMTH.replace("sources: [book]\n", "")}
    found = findings(write_hands(tmp_path, files))
    assert found == [("missing-key", "hands/en/warmth.md", 2)]


def test_what_is_inherited_is_no_second_finding(tmp_path: Path) -> None:
    text = WARMTH.replace("[book]", "[web]").replace("title: W", "icon: yeti\ntitle: W", 1)
    library = write_hands(tmp_path, {"en/warmth.md": text, "es/warmth.md": TRANSLATED})
    files = {file for _, file, _ in findings(library)}
    assert files == {"hands/en/warmth.md"}


@pytest.mark.parametrize("level", Level)
def test_safety_text_that_is_not_translated_is_shown_from_the_fallback(
    level: Level, tmp_path: Path
) -> None:
    files = {"en/warmth.md": WARMTH + SAFETY, "es/warmth.md": TRANSLATED}
    library = write_hands(tmp_path, files)
    assert "Never ice." in said(library, "warmth", "es", level)
    assert findings(library) == [("safety-missing", "hands/es/warmth.md", 1)]


def test_translated_safety_text_is_not_shown_twice(tmp_path: Path) -> None:
    translated = TRANSLATED + SAFETY.replace("Never ice.", "Nunca hielo.")
    library = write_hands(tmp_path, {"en/warmth.md": WARMTH + SAFETY, "es/warmth.md": translated})
    text = said(library, "warmth", "es", Level.CLINICAL)
    assert text.count("Nunca hielo.") == 1
    assert "Never ice." not in text
    assert findings(library) == []


def test_a_regional_text_takes_safety_text_from_its_own_language_first(tmp_path: Path) -> None:
    spanish = TRANSLATED + SAFETY.replace("Never ice.", "Nunca hielo.")
    files = {
        "en/warmth.md": WARMTH + SAFETY,
        "es/warmth.md": spanish,
        "es-MX/warmth.md": TRANSLATED,
    }
    text = said(write_hands(tmp_path, files), "warmth", "es-MX", Level.PLAIN)
    assert "Nunca hielo." in text
    assert "Never ice." not in text


def test_a_page_in_another_language_says_so(tmp_path: Path) -> None:
    library = write_hands(tmp_path, {"es/warmth.md": TRANSLATED})
    notice = "This page is not translated yet. You see it in another language."
    assert notice in said(library, "washing", "es", Level.PLAIN)
    assert notice not in said(library, "warmth", "es", Level.PLAIN)
    assert notice not in said(library, "washing", "en", Level.PLAIN)


def test_a_page_in_the_wider_language_needs_no_notice() -> None:
    topic = feet()
    page = builder("es-MX").section(topic, section_of(topic, "wash", "es-MX"), Level.PLAIN)
    assert page.language == "es"
    assert "not translated" not in str(page.blocks)


def test_every_block_knows_its_language() -> None:
    topic = feet()
    page = builder("es").section(topic, section_of(topic, "wash", "es"), Level.CLINICAL)
    assert {block.language for block in walk(page.blocks)} == {"es"}


@pytest.mark.parametrize("tag", ["zh-Hant", "es-419", "sr-Latn-RS", "haw"])
def test_folders_may_have_any_well_formed_tag(tag: str, tmp_path: Path) -> None:
    library = write_hands(tmp_path, {f"{tag}/warmth.md": WARMTH})
    assert findings(library) == []
    assert tag in Library([library]).topic("hands").languages


@pytest.mark.parametrize("tag", ["EN", "es_MX", "es-mx", "english", "e", "es-"])
def test_a_folder_with_any_other_name_is_a_finding(tag: str, tmp_path: Path) -> None:
    write(tmp_path / "hands", HANDS)
    write(tmp_path / "hands", {f"{tag}/warmth.md": FRONT + "Text."})
    assert findings(tmp_path) == [("language-tag", f"hands/{tag}", 1)]
