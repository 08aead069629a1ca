"""Safety text, sources and the draft line: nobody can read a page without them."""

from __future__ import annotations

import pytest

from tests.conftest import OpenViewer
from tests.ui.packs import PackWriter, section
from tests.ui.reader import Reader
from tests.ui.shipped import sections

DRAFT = "Draft: not yet reviewed by a clinician"
DISCLAIMER = "For education. It does not replace your care team."
SAFE = [shown for shown in sections() if shown.safety]


@pytest.mark.parametrize("level", ["--clinical", "--plain"])
def test_safety_text_is_on_every_level(open_viewer: OpenViewer, level: str) -> None:
    reader = open_viewer("--topic", "calciphylaxis", level)
    assert len(SAFE) > 10
    for shown in SAFE:
        title = shown.question if level == "--plain" and shown.plain else shown.title
        reader.open_row(title)
        assert reader.title == title
        for words in shown.safety:
            assert words in reader.text, (title, words)


def test_safety_text_of_both_levels_is_on_both(open_viewer: OpenViewer, packs: PackWriter) -> None:
    clinical = "Expert words.\n\n## Dose {: #dose .safety }\n\nNever double the dose."
    plain = "Simple words.\n\n### Fall {: #fall .safety }\n\nNever walk alone."
    packs.topic("topic", {"a": section("A", clinical, plain, question="What is a?")})
    reader = open_viewer("--topic", "topic", library=packs.folder)
    for _ in range(2):
        assert "Never double the dose." in reader.text
        assert "Never walk alone." in reader.text
        reader.press("Plain language")


def foot_in_sight(reader: Reader) -> str:
    """What is to be read at the very end of the page."""
    reader.scroll_to(1.0)
    return reader.words_in_sight


@pytest.mark.parametrize("level", ["--clinical", "--plain"])
def test_every_page_ends_with_source_draft_line_and_disclaimer(
    open_viewer: OpenViewer, level: str
) -> None:
    reader = open_viewer("--topic", "calciphylaxis", level, size=(1280, 800))
    for row in reader.rows:
        reader.open_row(row)
        foot = foot_in_sight(reader)
        for words in ("Where this text comes from", "medtigo", DRAFT, DISCLAIMER):
            assert words in foot, (row, words)


def test_the_status_line_always_says_so(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--section", "background")
    assert reader.status_text == f"Source: medtigo | {DRAFT} | {DISCLAIMER}"
    reader.press("Plain language")
    assert reader.status_text == f"Source: medtigo | {DRAFT} | {DISCLAIMER}"
    reader.open_row("When do I get help right away?")
    source, draft, disclaimer = reader.status_text.split(" | ")
    assert source.startswith("Sources: medtigo, ")
    assert (draft, disclaimer) == (DRAFT, DISCLAIMER)


def test_the_list_of_topics_says_what_it_is_not_and_nothing_wrong(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    packs.topic("a", {"a": section("A", "x")})
    packs.topic("b", {"b": section("B", "x")})
    reader = open_viewer(library=packs.folder)
    assert DISCLAIMER in reader.status_text
    assert "names no source" not in reader.status_text, "the topics do name theirs"
    reader.open_row("A")
    assert reader.status_text == f"Source: A publisher | {DRAFT} | {DISCLAIMER}"


def test_text_without_a_source_says_so(open_viewer: OpenViewer, packs: PackWriter) -> None:
    text = section("A", "Words.").replace("sources: [book]", "sources: [unsourced]")
    packs.topic("topic", {"a": text})
    reader = open_viewer("--topic", "topic", library=packs.folder)
    assert "Parts of this text have no source yet." in reader.status_text
    assert "Parts of this text have no source yet." in foot_in_sight(reader)


NOTICE = "This page cannot be shown"
BROKEN: dict[str, bytes] = {
    "empty": b"",
    "blank": b"\n \n\t\n",
    "not text": b"\x00\x01\x02\x03",
    "not UTF-8": b"---\ntitle: A\nsources: [book]\n---\n\xff\xfe\xfd words",
    "no text": b"---\ntitle: A\nsources: [book]\n---\n",
    "a monstrous word": b"---\ntitle: A\nsources: [book]\n---\n" + b"x" * 30_000,
    "ten thousand brackets": b"---\ntitle: A\nsources: [book]\n---\n" + b"[" * 10_000,
    "too deep": b"---\ntitle: A\nsources: [book]\n---\n" + b"> " * 200 + b"deep",
    "too large": b"---\ntitle: A\nsources: [book]\n---\n" + b"word " * 200_000,
}


@pytest.mark.parametrize("damage", BROKEN)
def test_a_broken_section_costs_only_itself(
    open_viewer: OpenViewer, packs: PackWriter, damage: str
) -> None:
    sound = section("Sound", "Words of it.", "Simple words.", question="What is sound?")
    folder = packs.topic("topic", {"a": section("A", "x"), "b": sound})
    (folder / "en" / "a.md").write_bytes(BROKEN[damage])
    reader = open_viewer("--topic", "topic", library=packs.folder)
    assert NOTICE in reader.text
    assert "The other pages work as usual." in reader.text
    assert DISCLAIMER in reader.status_text
    reader.open_row("Sound")
    assert "Words of it." in reader.text
    assert NOTICE not in reader.text
    reader.press("Back")
    assert NOTICE in reader.text


BROKEN_FRONT: dict[str, str] = {
    "none": "Words of it.",
    "not closed": "---\ntitle: A\nWords of it.",
    "not YAML": "---\ntitle: [\nsources: {\n---\nWords of it.",
    "a list": "---\n- title\n- sources\n---\nWords of it.",
    "wrong types": "---\ntitle: [A]\nsources: book\nkeywords: 3\n---\nWords of it.",
    "unknown keys": "---\ntitle: A\nsources: [gone]\ncolour: red\n---\nWords of it.",
}


@pytest.mark.parametrize("damage", BROKEN_FRONT)
def test_broken_front_matter_does_not_hide_the_text(
    open_viewer: OpenViewer, packs: PackWriter, damage: str
) -> None:
    packs.topic("topic", {"a": BROKEN_FRONT[damage], "b": section("B", "x")})
    reader = open_viewer("--topic", "topic", library=packs.folder)
    assert "Words of it." in reader.text
    reader.open_row("B")
    assert reader.title == "B"


@pytest.mark.parametrize("name", ["folder.md", "gone.md", "ring.md"])
def test_a_section_that_is_no_file_costs_only_itself(
    open_viewer: OpenViewer, packs: PackWriter, name: str
) -> None:
    folder = packs.topic("topic", {"b": section("B", "Words of it.")})
    place = folder / "en" / name
    if name == "folder.md":
        place.mkdir()
    else:
        place.symlink_to(place if name == "ring.md" else folder / "nowhere")
    reader = open_viewer("--topic", "topic", library=packs.folder)
    assert "Words of it." in reader.text
    for row in [row for row in reader.rows if row != "All of it"]:
        reader.open_row(row)
        assert NOTICE in reader.text or "Words of it." in reader.text
