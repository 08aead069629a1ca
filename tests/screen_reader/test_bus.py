"""What a screen reader is given over the real bus, and what it is told when something changes."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tests.screen_reader.conftest import Part, ScreenReader, walk
from tests.ui.packs import PackWriter, section
from tests.ui.test_images import red_square

CONTROLS = (
    "push button",
    "check box",
    "radio button",
    "text",
    "tree",
    "list",
    "table",
    "combo box",
    "link",
    "heading",
    "document web",
    "image",
    "dialog",
    "menu item",
    "panel",
)
TEXT = """Warm *words* first, with [a way on](section:b).

## What to do

- Sit down.
- Drink:
    1. some water
    2. some tea

!!! danger "Call now"
    If you cannot breathe.

## In numbers

| Day | How much |
|---|---|
| Monday | one cup |
| Sunday | two cups |

![A cup on a table](pictures/cup.png)
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    packs = PackWriter(tmp_path_factory.mktemp("library"))
    topic = packs.topic(
        "topic", {"a": section("Ay", TEXT, "Plain words."), "b": section("Bee", "Words of b.")}
    )
    red_square(topic / "pictures" / "cup.png")
    return packs.folder


@pytest.fixture
def opened(screen_reader: ScreenReader, library: Path) -> ScreenReader:
    """The laptop's window on the page; a test that changes something puts it right again."""
    screen_reader.open("--library", str(library), "--topic", "topic", "--section", "a")
    screen_reader.page()
    return screen_reader


def test_no_control_is_without_a_name(opened: ScreenReader) -> None:
    nameless = [
        (part["role"], part["rect"])
        for part in opened.parts()
        if part["role"] in CONTROLS and "showing" in part["states"] and not part["name"].strip()
    ]
    assert nameless == []


def test_the_window_has_its_controls_with_their_roles_and_states(opened: ScreenReader) -> None:
    parts = {(part["role"], part["name"]): part["states"] for part in opened.parts()}
    for name in ("Back", "Home", "Larger text", "Theme", "Language", "Handout"):
        assert "focusable" in parts["push button", name], name
    assert "enabled" not in parts["push button", "Back"]
    assert "checked" not in parts["check box", "Plain language"]
    assert "editable" in parts["text", "Search"]
    assert "focusable" in parts["tree", "Sections"]
    page = parts["document web", "Page"]
    assert "focusable" in page
    assert "editable" not in page


def test_headings_have_their_levels(opened: ScreenReader) -> None:
    headings = [part for part in walk(opened.page()) if part["role"] == "heading"]
    assert [(part["attributes"], part["name"]) for part in headings] == [
        (["level:1"], "Ay"),
        (["level:2"], "What to do"),
        (["level:2"], "In numbers"),
        (["level:2"], "Where this text comes from"),
    ]


def test_lists_stand_inside_one_another(opened: ScreenReader) -> None:
    outer, inner = [part for part in walk(opened.page()) if part["role"] == "list"]
    assert [item["name"] for item in outer["children"]] == ["Sit down.", "Drink:"]
    assert outer["children"][1]["children"] == [inner]
    assert [item["name"] for item in inner["children"]] == ["1. some water", "2. some tea"]


def test_a_table_has_rows_and_each_cell_its_head(opened: ScreenReader) -> None:
    table = next(part for part in walk(opened.page()) if part["role"] == "table")
    assert table["name"] == "In numbers"
    head, *rows = table["children"]
    assert {cell["role"] for cell in head["children"]} == {"table column header"}
    assert [[cell["name"] for cell in row["children"]] for row in rows] == [
        ["Monday", "one cup"],
        ["Sunday", "two cups"],
    ]
    assert rows[1]["children"][1]["heads"] == ["How much"]


def test_pictures_have_their_words_and_boxes_their_titles(opened: ScreenReader) -> None:
    assert opened.named("image") == ["A cup on a table"]
    box = next(part for part in walk(opened.page()) if part["role"] == "panel")
    assert box["name"] == "Call now"
    assert [part["name"] for part in box["children"]] == ["Call now", "If you cannot breathe."]


def test_parts_are_where_they_are_seen(opened: ScreenReader) -> None:
    page = opened.page()
    left, _, width, _ = page["rect"]
    shown = [part for part in page["children"] if "showing" in part["states"]]
    tops = [part["rect"][1] for part in shown]
    assert len(shown) > 4
    assert tops == sorted(tops)
    for part in shown:
        assert left <= part["rect"][0] <= part["rect"][0] + part["rect"][2] <= left + width


def test_the_text_is_read_line_by_line(opened: ScreenReader) -> None:
    lines = opened.ask("lines")
    assert lines[0].strip() == "Ay"
    wanted = ("Warm words first, with a way on.", "Sit down.", "some water", "one cup")
    at = [lines.index(words) for words in wanted]
    assert all(before < after for before, after in pairwise(at))


def test_keys_tell_where_they_have_come_to(opened: ScreenReader) -> None:
    opened.wait(lambda: "focused" in opened.page()["states"])
    opened.ask("heard")
    opened.ask("key", "Down")
    opened.hears("object:text-caret-moved", role="document web")
    assert opened.ask("caret") > 0
    opened.ask("key", "h")
    opened.hears("object:state-changed:focused", on=1, role="heading", name="What to do")
    opened.ask("key", "Shift", "h")
    opened.hears("object:state-changed:focused", on=1, role="heading", name="Ay")
    opened.ask("key", "Down")
    opened.hears("object:text-caret-moved", role="document web")
    opened.ask("key", "Tab")
    opened.hears("object:state-changed:focused", on=1, role="link", name="a way on")
    focused = [part["name"] for part in opened.parts("link") if "focused" in part["states"]]
    assert focused == ["a way on"]


def test_the_sidebar_is_entered_at_the_page_that_is_open(
    screen_reader: ScreenReader, library: Path
) -> None:
    screen_reader.open("--library", str(library), "--topic", "topic", "--section", "b")
    screen_reader.page()
    screen_reader.wait(lambda: "focused" in screen_reader.page()["states"])
    screen_reader.ask("heard")
    screen_reader.ask("key", "F6")
    screen_reader.hears("object:state-changed:focused", on=1, name="Plain language")
    screen_reader.ask("key", "F6")
    screen_reader.hears("object:state-changed:focused", on=1, name="Bee")


def test_a_link_that_is_pressed_opens_its_page_and_that_is_told(opened: ScreenReader) -> None:
    opened.ask("heard")
    opened.ask("press", "link", "a way on")
    opened.wait(lambda: "Bee" in opened.named("heading"))
    opened.hears("object:state-changed:showing", on=1, role="notification", name="Bee")
    opened.ask("press", "push button", "Back")
    opened.hears("object:state-changed:showing", on=1, role="notification", name="Ay")


def test_the_switch_and_the_text_size_are_told(opened: ScreenReader) -> None:
    opened.ask("heard")
    opened.ask("press", "push button", "Larger text")
    opened.hears("object:state-changed:showing", on=1, role="notification", name="Text size 110 %")
    opened.ask("press", "check box", "Plain language")
    opened.wait(lambda: "Plain words." in opened.named("paragraph"))
    opened.wait(lambda: "checked" in switch(opened)["states"])
    opened.ask("press", "check box", "Plain language")
    opened.wait(lambda: "checked" not in switch(opened)["states"])
    opened.ask("press", "push button", "Smaller text")
    opened.wait(lambda: "In numbers" in opened.named("heading"))


def switch(opened: ScreenReader) -> Part:
    return next(part for part in opened.parts("check box") if part["name"] == "Plain language")


def test_what_is_in_another_language_says_so(screen_reader: ScreenReader, library: Path) -> None:
    screen_reader.open("--library", str(library), "--topic", "topic", "--language", "es")
    page = screen_reader.page()
    language = {part["name"]: part["language"][:2] for part in walk(page)}
    assert page["name"] == "Página"
    assert page["language"].startswith("es")
    assert language["Warm words first, with a way on."] == "en"
    assert language["De dónde viene este texto"] == "es"


@pytest.mark.slow
def test_a_kiosk_is_read_as_well(screen_reader: ScreenReader) -> None:
    screen_reader.open("--kiosk")
    screen_reader.wait(lambda: screen_reader.parts("push button"))
    nameless = [
        part["rect"]
        for part in screen_reader.parts("push button")
        if "showing" in part["states"] and not part["name"].strip()
    ]
    assert nameless == []
    tile = "How warm should my room be?"
    screen_reader.wait(
        lambda: any(tile in part["name"] for part in screen_reader.parts("push button"))
    )
    name = next(x["name"] for x in screen_reader.parts("push button") if tile in x["name"])
    screen_reader.ask("press", "push button", name)
    screen_reader.wait(lambda: tile in screen_reader.named("heading"))
    assert len(screen_reader.named("list item")) > 1
