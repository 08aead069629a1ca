"""A section at its two levels: safety text belongs to both, and no heading level is skipped."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.core.library import builder, section_of, warmth
from tests.core.pages_of import outline, skips, text_on, words_on
from tests.core.shelf import feet
from viewer.core.blocks import Heading, Image
from viewer.core.installation import find_installation
from viewer.core.level import Level
from viewer.core.packs.library import Library
from viewer.core.pages.page import Page
from viewer.core.pages.section_text import safety_ids
from viewer.core.tree import runs, walk, walk_inlines

BODY = """\
Clinical text.

## Dose {: #dose .safety }

Half the dose.

## In plain words {: .plain }

Plain text.

### Ice {: #ice .safety }

Never ice.

#### Snow

Nor snow.

### More

Other.
"""


def page_of(tmp_path: Path, body: str, level: Level) -> Page:
    topic, section = warmth(tmp_path, body, plain_title="Q?")
    return builder().section(topic, section, level)


def test_each_level_has_its_own_text(tmp_path: Path) -> None:
    clinical = text_on(page_of(tmp_path, BODY, Level.CLINICAL).blocks)
    plain = text_on(page_of(tmp_path, BODY, Level.PLAIN).blocks)
    assert "Clinical text." in clinical
    assert "Plain text." not in clinical
    assert "Plain text." in plain
    assert "Clinical text." not in plain


@pytest.mark.parametrize("level", Level)
def test_safety_text_is_on_both_levels_once(level: Level, tmp_path: Path) -> None:
    page = page_of(tmp_path, BODY, level)
    assert sorted(safety_ids(page.blocks)) == ["dose", "ice"]
    words = words_on(page.blocks)
    assert [words.count(text) for text in ("Half the dose.", "Never ice.", "Nor snow.")] == [1] * 3


def test_safety_text_ends_at_the_next_heading_of_its_level(tmp_path: Path) -> None:
    words = words_on(page_of(tmp_path, BODY, Level.CLINICAL).blocks)
    assert "Other." not in words


@pytest.mark.parametrize("level", Level)
def test_safety_text_with_one_id_at_both_levels_is_shown_once(level: Level, tmp_path: Path) -> None:
    body = BODY.replace("#dose", "#ice")
    assert safety_ids(page_of(tmp_path, body, level).blocks) == ("ice",)


@pytest.mark.parametrize("level", Level)
def test_safety_text_inside_safety_text_is_shown_once(level: Level, tmp_path: Path) -> None:
    body = BODY.replace("#### Snow", "#### Snow {: #snow .safety }")
    page = page_of(tmp_path, body, level)
    assert sorted(safety_ids(page.blocks)) == ["dose", "ice", "snow"]
    assert words_on(page.blocks).count("Nor snow.") == 1


def test_safety_text_without_an_id_is_shown_all_the_same(tmp_path: Path) -> None:
    page = page_of(tmp_path, BODY.replace("#ice ", ""), Level.CLINICAL)
    assert "Never ice." in words_on(page.blocks)


def test_the_plain_heading_itself_is_not_shown(tmp_path: Path) -> None:
    for level in Level:
        assert "In plain words" not in words_on(page_of(tmp_path, BODY, level).blocks)


def test_text_after_plain_text_is_clinical_again(tmp_path: Path) -> None:
    body = BODY + "\n## Back to work\n\nFor nurses.\n"
    assert "For nurses." in words_on(page_of(tmp_path, body, Level.CLINICAL).blocks)
    assert "For nurses." not in words_on(page_of(tmp_path, body, Level.PLAIN).blocks)


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize(
    "body",
    [
        BODY,
        "# A\n\n### B\n\n###### C\n\n## D\n",
        "###### A\n\n# B\n\n### C {: #c .safety }\n\n#### D {: .plain }\n\nE.\n",
        "A.\n\n## B {: .plain }\n\n### C\n\n#### D\n\n##### E {: #e .safety }\n\nF.\n",
        "#### A {: #a .safety }\n\nB.\n\n## C {: .plain }\n\nD.\n",
    ],
)
def test_no_heading_level_is_skipped(level: Level, body: str, tmp_path: Path) -> None:
    levels = outline(page_of(tmp_path, body, level))
    assert skips(levels) == []
    assert levels.count(1) == 1


@pytest.mark.parametrize("seed", range(40))
def test_no_heading_level_is_skipped_in_a_random_outline(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    markers = ["", "", "", "{: .plain }", "{: #sAT .safety }", "{: .do }", "{: .teach-back }"]
    body = "Text.\n\n"
    for at in range(12):
        marker = chance.choice(markers).replace("AT", str(at))
        body += f"{'#' * chance.randint(1, 6)} Heading {marker}\n\nText.\n\n"
    for level in Level:
        page = page_of(tmp_path, body, level)
        assert skips(outline(page)) == []
        assert len(safety_ids(page.blocks)) == len(set(safety_ids(page.blocks)))


def test_a_section_without_plain_text_shows_its_clinical_text_with_a_notice() -> None:
    topic = feet()
    page = builder().section(topic, section_of(topic, "why"), Level.PLAIN)
    assert words_on(page.blocks)[0] == "This page has no plain-language text yet"
    assert "A wound on a foot heals slowly" in text_on(page.blocks)
    assert page.place.level is Level.PLAIN


def test_a_section_without_clinical_text_shows_its_plain_text_with_a_notice() -> None:
    topic = feet()
    page = builder().section(topic, section_of(topic, "shoes"), Level.CLINICAL)
    assert words_on(page.blocks)[0] == "This page has plain-language text only"
    assert page.title == "Which shoes are right?"


def test_a_section_that_cannot_be_read_is_a_notice(tmp_path: Path) -> None:
    page = page_of(tmp_path, "[" * 10_000, Level.CLINICAL)
    assert words_on(page.blocks)[0] == "This page cannot be shown"
    assert len(page.blocks) == 1


def test_pictures_name_their_topic() -> None:
    topic = feet()
    page = builder().section(topic, section_of(topic, "why"), Level.CLINICAL)
    inlines = (i for b in walk(page.blocks) for run in runs(b) for i in walk_inlines(run))
    (image,) = (i for i in inlines if isinstance(i, Image))
    assert (image.source, image.alternative) == ("feet/images/foot.svg", "A foot from the side")


def test_every_shipped_section_opens_at_each_level_that_it_has() -> None:
    for topic in Library([find_installation().content]).topics():
        for language, sections in topic.sections.items():
            for section in sections.values():
                for level in section.levels:
                    page = builder(language).section(topic, section, level)
                    texts = [b for b in page.blocks if not isinstance(b, Heading)]
                    assert texts, f"{section.path} at {level}"
                    assert "cannot be shown" not in text_on(page.blocks)
                    assert skips(outline(page)) == []
