"""The screen that is kept for a quick start: shown again only while nothing has changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import OpenViewer, Remember
from tests.ui.packs import PackWriter, care_section, section
from tests.ui.reader import Reader
from viewer.folders import Folders
from viewer.ui.first_screen import FILE_NAME, read_first_screen, write_first_screen
from viewer.ui.reader_settings import read_settings

KEPT = "This is the kept screen."
LONG = "\n\nAnd a paragraph." * 60
TEXT = "Call {{emergency_number}} now." + LONG
WriteClinic = Callable[[str], None]
Start = Callable[..., Reader]


@pytest.fixture
def start(
    open_viewer: OpenViewer, packs: PackWriter, folders: Folders, clinic: WriteClinic
) -> Start:
    """A viewer that has been started and closed, and has kept its screen; starts it again."""
    packs.topic("topic", {"a": section("A", "First."), "b": section("B", TEXT)})
    clinic('emergency_number: "112"\n')

    def begin(*arguments: str, **choices: Any) -> Reader:
        return open_viewer(*arguments, library=packs.folder, **choices)

    first = begin()
    first.open_row("B")
    assert "Call 112 now." in first.text
    first.close()
    return begin


def mark(folders: Folders) -> None:
    """Write other words into the kept screen, as only its own writer does."""
    kept = read_first_screen(folders.cache)
    assert kept is not None
    screen = kept.screen._replace(html=f"<p>{KEPT}</p>")
    write_first_screen(folders.cache, kept._replace(screen=screen))


def test_the_kept_screen_is_shown_when_nothing_has_changed(start: Start, folders: Folders) -> None:
    mark(folders)
    reader = start(show=False)
    assert reader.page.toPlainText() == KEPT
    assert reader.row_shown == "B"
    assert "Draft: not yet reviewed by a clinician" in reader.window.status.review.text()


@pytest.mark.parametrize("way", ["larger", "dark", "narrow"])
def test_it_serves_readers_of_other_sizes_and_themes_too(
    start: Start, folders: Folders, way: str
) -> None:
    reader = start()
    if way == "larger":
        with reader.qtbot.waitSignal(reader.window.view.width_changed):
            reader.press("Larger text")
    elif way == "dark":
        reader.choose_theme("Dark")
    else:
        reader.resize(700, 700)
    reader.close()
    mark(folders)
    assert start(show=False).page.toPlainText() == KEPT


def test_the_kept_screen_is_the_same_as_a_new_one(start: Start, folders: Folders) -> None:
    kept = start()
    seen = (kept.text, kept.rows, kept.row_shown, kept.topic_title, kept.status_text, kept.links())
    picture = kept.window.grab().toImage()
    kept.close()
    (folders.cache / FILE_NAME).unlink()
    new = start()
    assert seen == (
        new.text,
        new.rows,
        new.row_shown,
        new.topic_title,
        new.status_text,
        new.links(),
    )
    assert new.window.grab().toImage() == picture


def test_everything_works_from_the_kept_screen(start: Start) -> None:
    reader = start()
    reader.open_row("A")
    assert "First." in reader.text
    reader.press("Back")
    assert "Call 112 now." in reader.text
    reader.press("Larger text")
    assert "Call 112 now." in reader.text


def new_number(packs: PackWriter, clinic: WriteClinic) -> None:
    clinic('emergency_number: "999"\n')


def no_number(packs: PackWriter, clinic: WriteClinic) -> None:
    clinic("clinic_name: Riverside\n")


def new_section(packs: PackWriter, clinic: WriteClinic) -> None:
    packs.section("topic", "b", section("B", "Call our nurse now." + LONG))


def new_title(packs: PackWriter, clinic: WriteClinic) -> None:
    file = packs.folder / "topic" / "topic.yaml"
    file.write_text(file.read_text("utf-8").replace('"Topic"', '"Another name"'), "utf-8")


def one_more_section(packs: PackWriter, clinic: WriteClinic) -> None:
    packs.section("topic", "c", section("C", "More."))


def one_more_topic(packs: PackWriter, clinic: WriteClinic) -> None:
    packs.topic("another", {"a": section("A", "More.")})


CHANGES: dict[str, tuple[Callable[[PackWriter, WriteClinic], None], str]] = {
    "the number": (new_number, "Call 999 now."),
    "no number": (no_number, "Call your local emergency number now."),
    "the section": (new_section, "Call our nurse now."),
    "topic.yaml": (new_title, "Call 112 now."),
    "a new section": (one_more_section, "Call 112 now."),
    "a new topic": (one_more_topic, "Call 112 now."),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_has_changed_is_shown(
    start: Start, folders: Folders, packs: PackWriter, clinic: WriteClinic, change: str
) -> None:
    make, expected = CHANGES[change]
    mark(folders)
    make(packs, clinic)
    reader = start()
    assert KEPT not in reader.text
    assert expected in reader.text
    if change == "topic.yaml":
        assert reader.topic_title == "Another name"
    if change == "a new section":
        assert reader.rows[-1] == "C"


@pytest.mark.parametrize(
    ("change", "way"),
    [
        pytest.param("the number", "scroll", marks=pytest.mark.slow),
        pytest.param("the number", "theme", marks=pytest.mark.slow),
        pytest.param("the number", "size", marks=pytest.mark.slow),
        ("the number", "page"),
        ("the section", "page"),
    ],
)
def test_what_changes_while_the_window_is_open_is_shown_by_the_next(
    start: Start, packs: PackWriter, clinic: WriteClinic, change: str, way: str
) -> None:
    make, expected = CHANGES[change]
    reader = start()
    reader.open_row("A")
    reader.press("Back")
    make(packs, clinic)
    if way == "scroll":
        reader.scroll_to(0.5)
    elif way == "theme":
        reader.choose_theme("Dark")
    elif way == "size":
        reader.press("Larger text")
    else:
        reader.open_row("A")
        reader.open_row("B")
        reader.scroll_to(0.5)
    reader.close()
    assert expected in start().text


@pytest.mark.parametrize("change", ["the number", "the section"])
def test_what_changes_in_the_first_moment_is_shown_by_the_next(
    start: Start, packs: PackWriter, clinic: WriteClinic, change: str
) -> None:
    """The kept screen is on show, and the packs have not been read yet."""
    make, expected = CHANGES[change]
    reader = start()
    make(packs, clinic)
    reader.qtbot.waitUntil(lambda: reader.has_settled)
    reader.close()
    assert expected in start().text


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "dark"),
        pytest.param("theme", "contrast", marks=pytest.mark.slow),
        ("text_percent", 150),
        ("line_spacing", 200),
        pytest.param("letter_spacing", 12, marks=pytest.mark.slow),
        pytest.param("word_spacing", 16, marks=pytest.mark.slow),
        pytest.param("paragraph_spacing", 200, marks=pytest.mark.slow),
        ("section", "a"),
    ],
)
def test_other_settings_make_another_screen(
    start: Start, folders: Folders, remember: Remember, name: str, value: object
) -> None:
    mark(folders)
    remember(**read_settings(folders.config)._replace(**{name: value})._asdict())  # type: ignore[arg-type]
    reader = start()
    assert KEPT not in reader.text
    assert reader.title == ("A" if name == "section" else "B")
    if name == "text_percent":
        assert reader.text_pixels == 28
    if name == "theme":
        assert reader.picture().pixelColor(3, 3).lightness() < 50


def test_other_arguments_make_another_screen(start: Start, folders: Folders) -> None:
    mark(folders)
    marked = (folders.cache / FILE_NAME).read_bytes()
    for arguments in (
        ("--theme", "dark"),
        ("--topic", "topic"),
        ("--topic", "topic", "--section", "a"),
        ("--plain",),
        ("--language", "es"),
    ):
        (folders.cache / FILE_NAME).write_bytes(marked)
        assert KEPT not in start(*arguments, show=False).page.toPlainText(), arguments


def test_another_width_makes_another_screen(
    start: Start, folders: Folders, remember: Remember
) -> None:
    start(size=(700, 600)).close()
    start().close()
    mark(folders)
    remember(**read_settings(folders.config)._replace(geometry="")._asdict())
    assert KEPT not in start().text


def test_a_window_that_is_closed_while_it_is_resized(
    open_viewer: OpenViewer, folders: Folders, packs: PackWriter
) -> None:
    """The page has not been written for its new width when it is closed."""
    kinds = ("one", "two", "three", "four")
    packs.topic("topic", {kind: care_section(kind) for kind in kinds})
    reader = open_viewer(library=packs.folder)
    reader.press("Plain language")
    reader.open_row("Caring for yourself")
    reader.window.resize(420, 700)
    reader.close()
    reader = open_viewer(library=packs.folder)
    reader.qtbot.waitUntil(lambda: reader.has_settled)
    assert reader.title == "Caring for yourself at home"
    assert reader.page.horizontalScrollBar().maximum() == 0
    lefts = {round(x.rect.left()) for x in reader.lines() if x.words.startswith("The message")}
    assert len(lefts) == 1, "one card in a row"


def test_another_library_of_the_same_names(
    start: Start, open_viewer: OpenViewer, folders: Folders, packs: PackWriter
) -> None:
    mark(folders)
    other = PackWriter(packs.folder.parent / "other")
    other.topic("topic", {"a": section("A", "x"), "b": section("B", "Another text.")})
    assert "Another text." in open_viewer(library=other.folder).text


def test_the_same_settings_file_in_another_place(
    open_viewer: OpenViewer, folders: Folders, tmp_path: Path
) -> None:
    """A relative ``library`` is beside its settings file."""
    for folder, words in ((folders.system_config, "System."), (folders.config, "User.")):
        PackWriter(folder / "packs").topic("topic", {"a": section("A", words)})
    for folder, words in ((folders.system_config, "System."), (folders.config, "User.")):
        (folder / "clinic.yaml").write_text("library: [packs]\n", "utf-8")
        for _ in range(3):
            reader = open_viewer()
            assert words in reader.text
            reader.close()


def test_the_cache_is_plain_json(start: Start, folders: Folders) -> None:
    assert json.loads((folders.cache / FILE_NAME).read_text("utf-8"))
