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
    Files,
    builder,
    findings,
    hands,
    problems_of,
    section_of,
    words,
    write,
    write_hands,
)
from tests.core.pages_of import callouts_on, words_on
from tests.core.shelf import feet
from viewer.core.level import Level
from viewer.core.packs.library import Library
from viewer.core.pages.foot import foot_blocks
from viewer.core.pages.page import Page
from viewer.core.problems import Rule
from viewer.core.tree import plain_text, runs, walk

SAFETY = "\n### No ice {: #no-ice .safety }\n\nNever ice.\n"
TRANSLATED = "---\ntitle: Calor\nplain_title: ¿Calor?\n---\nTexto.\n\n## X {: .plain }\n\nTexto.\n"


def said(topic_path: Path, section_id: str, language: str, level: Level) -> list[str]:
    """Every run of text on the page of a section, for readers of a language."""
    topic = Library([topic_path]).topic("hands")
    page = builder(language).section(topic, section_of(topic, section_id, language, level), level)
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


def test_over_foreign_text_safety_text_is_in_the_readers_own_language(tmp_path: Path) -> None:
    plain_alone = TRANSLATED.replace("Texto.\n\n## X", "## X")
    plain_alone += SAFETY.replace("Never ice.", "Nunca hielo.")
    clinical = "title: Warmth\nsources: [book]\n---\nClinical text.\n"
    original = f"---\nplain_title: How warm?\n{clinical}\n## Plain {{: .plain }}\n\nWarm.\n{SAFETY}"
    library = write_hands(tmp_path, {"en/warmth.md": original, "es/warmth.md": plain_alone})
    text = said(library, "warmth", "es", Level.CLINICAL)
    assert "Clinical text." in text
    assert "Nunca hielo." in text
    assert "Never ice." not in text


def test_titles_may_be_translated_before_the_text(tmp_path: Path) -> None:
    titles = "---\ntitle: Calor\nplain_title: ¿Cuánto calor?\n---\n"
    library = write_hands(tmp_path, {"es/warmth.md": titles})
    assert "no-text" not in [rule for rule, _, _ in findings(library)]
    topic = Library([library]).topic("hands")
    titled = topic.titled("warmth", "es", Level.CLINICAL)
    assert titled is not None
    assert titled.title == "Calor"
    text = said(library, "warmth", "es", Level.PLAIN)
    assert "Keep warm." in text
    assert words("es")("page.untranslated") in text


def test_titles_without_any_text_are_a_finding(tmp_path: Path) -> None:
    library = write_hands(tmp_path, {"es/drying.md": "---\ntitle: Secar\nsources: [book]\n---\n"})
    assert ("no-text", "hands/es/drying.md", 5) in findings(library)


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
    notice = words("es")("page.untranslated")
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


# --- text of one level only --------------------------------------------------------

BOTH = "---\ntitle: Warmth\nplain_title: How warm?\nsources: [book]\n---\nClinical words.\n"
BOTH += "\n## In plain words {: .plain }\n\nPlain words.\n"
PLAIN_ONLY = "---\ntitle: Calor\nplain_title: ¿Cuánto calor?\n---\n"
PLAIN_ONLY += "## En palabras sencillas {: .plain }\n\nPalabras sencillas.\n"


def page_at(tmp_path: Path, level: Level, language: str, files: Files) -> Page:
    topic = hands(tmp_path, {"en/warmth.md": BOTH, **files})
    section = section_of(topic, "warmth", language, level)
    return builder(language).section(topic, section, level)


@pytest.mark.parametrize("language", ["es", "es-MX", "es-419"])
def test_clinical_text_that_is_not_translated_is_shown_in_the_other_language(
    language: str, tmp_path: Path
) -> None:
    page = page_at(tmp_path, Level.CLINICAL, language, {"es/warmth.md": PLAIN_ONLY})
    text = words_on(page.blocks)
    assert "Clinical words." in text
    assert words("es")("page.untranslated") in text
    assert words("es")("page.no_clinical_text") not in text
    assert "Palabras sencillas." not in text
    assert (page.title, page.title_language, page.language) == ("Calor", "es", "en")


def test_plain_text_that_is_translated_needs_no_notice(tmp_path: Path) -> None:
    page = page_at(tmp_path, Level.PLAIN, "es", {"es/warmth.md": PLAIN_ONLY})
    assert words_on(page.blocks) == ["Palabras sencillas."]
    assert page.title == "¿Cuánto calor?"


def test_plain_text_that_is_not_translated_is_shown_in_the_other_language(tmp_path: Path) -> None:
    clinical_only = "---\ntitle: Calor\n---\nTexto clínico.\n"
    page = page_at(tmp_path, Level.PLAIN, "es", {"es/warmth.md": clinical_only})
    assert "Plain words." in words_on(page.blocks)
    assert words("es")("page.untranslated") in words_on(page.blocks)


def test_a_level_that_nobody_has_is_shown_in_the_readers_language(tmp_path: Path) -> None:
    files = {"en/washing.md": WASHING, "es/washing.md": WASHING.replace("Wash your", "Lave sus")}
    topic = hands(tmp_path, files)
    section = section_of(topic, "washing", "es", Level.CLINICAL)
    text = words_on(builder("es").section(topic, section, Level.CLINICAL).blocks)
    assert "Lave sus hands." in text
    assert words("es")("page.no_clinical_text") in text


@pytest.mark.parametrize("level", Level)
def test_readers_whose_language_the_topic_lacks_are_told(level: Level, tmp_path: Path) -> None:
    page = page_at(tmp_path, level, "fr", {})
    assert words("fr")("page.untranslated") in words_on(page.blocks)


def test_a_translation_that_cannot_be_read_gives_way_to_the_original(tmp_path: Path) -> None:
    page = page_at(tmp_path, Level.PLAIN, "es", {"es/warmth.md": b"\xff\xfe"})
    assert "Plain words." in words_on(page.blocks)
    assert page.title == "How warm?"


def test_care_in_another_language_says_so_once(tmp_path: Path) -> None:
    topic = feet()
    whole = builder("fr").care([topic], "feet")
    assert callouts_on(whole).count("Note") == 1
    assert words("fr")("page.untranslated") in words_on(whole.blocks)
    part = builder("es").care([topic], "feet")
    assert words("es")("page.partly_untranslated") in words_on(part.blocks)
    assert "not translated" not in str(builder("en").care([topic], "feet").blocks)


def test_a_draft_translation_says_so(tmp_path: Path) -> None:
    draft = "Traducción en borrador: ningún traductor la ha revisado todavía"
    page = page_at(tmp_path, Level.PLAIN, "es", {"es/warmth.md": PLAIN_ONLY})
    assert page.provenance is not None
    assert draft in words_on(foot_blocks(page.provenance, words("es")))


def test_a_reviewed_translation_and_the_original_are_no_drafts(tmp_path: Path) -> None:
    text = TOPIC + "translations: {es: reviewed}\n"
    files = {"es/warmth.md": PLAIN_ONLY, "topic.yaml": text}
    for language in ("es", "en"):
        page = page_at(tmp_path / language, Level.PLAIN, language, files)
        assert page.provenance is not None
        assert not page.provenance.draft_translation


def test_a_draft_translation_is_told_by_text_not_by_title(tmp_path: Path) -> None:
    page = page_at(tmp_path, Level.CLINICAL, "es", {"es/warmth.md": PLAIN_ONLY})
    assert page.provenance is not None
    assert not page.provenance.draft_translation


def test_the_checker_notes_text_of_one_level_that_is_not_translated(tmp_path: Path) -> None:
    files = {"en/warmth.md": BOTH, "es/warmth.md": PLAIN_ONLY, "es/washing.md": WASHING}
    found = problems_of([write_hands(tmp_path, files)])
    untranslated = [p for p in found if p.rule is Rule.UNTRANSLATED]
    assert [dict(p.details)["section"] for p in untranslated] == ["warmth"]
