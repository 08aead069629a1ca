"""Search in a large library as somebody meets it: before the index is there, then, and after."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar

from tests.conftest import OpenViewer
from tests.libraries.big_library import write_library
from tests.ui.reader import Reader
from viewer.core.search.building import Builder
from viewer.core.search.store import place_of
from viewer.folders import Folders
from viewer.ui.index_bar import IndexBar
from viewer.ui.indexing import OLD

pytestmark = pytest.mark.slow  # an index of many topics

TOPICS = 60
PATIENCE = 60_000
PREPARING = "Search is being prepared. So far it looks at titles only."
ONLY_TITLES = "Search looks at titles only."
ZEBRA = "format: 1\ntitle: {en: Azimut, es: Cebra}\nsources: [{id: book, title: A book}]\n"
STRIPES = "---\ntitle: About it\nsources: [book]\n---\nQuaggas have stripes.\n"
Start = Callable[..., Reader]


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    write_library(folder, TOPICS)
    (folder / "acute-zebra" / "en").mkdir(parents=True)
    (folder / "acute-zebra" / "topic.yaml").write_text(ZEBRA, "utf-8")
    (folder / "acute-zebra" / "en" / "a.md").write_text(STRIPES, "utf-8")
    return folder


@pytest.fixture
def start(open_viewer: OpenViewer, library: Path) -> Start:
    """Opens the library, and waits until the window has come to rest."""

    def begin(*arguments: str) -> Reader:
        reader = open_viewer(*arguments, library=library)
        reader.qtbot.waitUntil(lambda: reader.has_settled)
        return reader

    return begin


@pytest.fixture
def indexed(folders: Folders, library: Path) -> Path:
    """The library, with an index of it."""
    Builder(place_of(folders.cache, [library]), [library], 1, lambda *_: None).run(thoroughly=False)
    return library


def bar(reader: Reader) -> IndexBar:
    found = reader.window.findChildren(IndexBar)
    assert len(found) == 1
    return found[0]


def said(reader: Reader) -> str:
    """What the bar under the page says; empty while it is not there."""
    return " ".join(x.text() for x in bar(reader).findChildren(QLabel) if x.isVisible())


def use(reader: Reader) -> None:
    """Click on the window, which may be under another."""
    reader.window.activateWindow()
    reader.qtbot.waitUntil(reader.window.isActiveWindow)


def finds_texts(reader: Reader) -> bool:
    """Whether a word that stands in a text alone is found by whoever types it now."""
    use(reader)
    reader.search.clear()
    reader.look_for("quagga")
    return any("Quaggas have stripes" in row for row in reader.found)


def until_texts_are_found(reader: Reader) -> None:
    reader.qtbot.waitUntil(lambda: finds_texts(reader), timeout=PATIENCE)


def children() -> set[int]:
    """The processes that this one has started, and theirs."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
        except (OSError, ValueError):
            continue
        if fields and fields[0] != "Z" and entry.name.isdigit():
            parents[int(entry.name)] = int(fields[1])
    found = {os.getpid()}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {os.getpid()}


def are_gone(processes: set[int]) -> bool:
    def ended(pid: int) -> bool:
        try:
            return ") Z " in Path(f"/proc/{pid}/stat").read_text()
        except OSError:
            return True

    return all(ended(pid) for pid in processes)


# --- while it is made -----------------------------------------------------------------


def test_titles_are_found_while_the_texts_are_prepared(start: Start) -> None:
    reader = start()
    reader.look_for("zebra")
    assert reader.found == ["Acute zebra"]
    assert reader.search_message == PREPARING
    reader.key(Qt.Key.Key_Return)
    assert (reader.title, reader.topic_title) == ("About it", "Azimut")


def test_the_bar_says_how_far_it_is_and_goes(start: Start) -> None:
    reader = start()
    reader.qtbot.waitUntil(lambda: bool(said(reader)), timeout=PATIENCE)
    assert said(reader) == f"Preparing search: 0 of {TOPICS + 1} topics"
    reader.qtbot.waitUntil(lambda: bar(reader).isHidden(), timeout=PATIENCE)
    until_texts_are_found(reader)
    assert reader.search_message == ""


@pytest.mark.parametrize("page", ["home", "topic"])
def test_a_list_that_is_open_is_made_anew_when_the_texts_are_there(start: Start, page: str) -> None:
    reader = start(*([] if page == "home" else ["--topic", "acute-zebra"]))
    reader.look_for("stripes")
    assert reader.found == []
    assert PREPARING in reader.search_message
    reader.qtbot.waitUntil(lambda: bool(reader.found), timeout=PATIENCE)
    assert reader.search_panel.isVisible()
    assert "Quaggas have stripes" in reader.found[0]
    assert reader.search_message == ""
    assert reader.search.hasFocus()


def test_titles_from_the_topics_come_into_the_sidebar_and_on_the_page(start: Start) -> None:
    reader = start()
    assert "Acute zebra" in reader.rows
    reader.qtbot.waitUntil(lambda: "Azimut" in reader.rows, timeout=PATIENCE)
    assert "Acute zebra" not in reader.rows
    assert "Acute zebra" not in reader.text


# --- cancelled ------------------------------------------------------------------------


def cancel_by_click(reader: Reader) -> None:
    reader.press("Cancel", inside=bar(reader))


def cancel_by_keys(reader: Reader) -> None:
    for _ in range(60):
        if reader.focus == "Cancel":
            break
        reader.key(Qt.Key.Key_Tab)
    assert reader.focus == "Cancel"
    reader.key(Qt.Key.Key_Return)


@pytest.mark.parametrize("cancel", [cancel_by_click, cancel_by_keys])
def test_it_can_be_cancelled_and_the_window_goes_on(
    start: Start, folders: Folders, library: Path, cancel: Callable[[Reader], None]
) -> None:
    before = children()
    reader = start()
    reader.qtbot.waitUntil(lambda: bar(reader).isVisible(), timeout=PATIENCE)
    at_work = children() - before
    assert at_work
    cancel(reader)
    assert bar(reader).isHidden()
    reader.qtbot.waitUntil(lambda: are_gone(at_work), timeout=PATIENCE)
    assert reader.page.hasFocus()
    reader.look_for("zebra")
    assert reader.found == ["Acute zebra"]
    assert reader.search_message == ONLY_TITLES
    reader.key(Qt.Key.Key_Return)
    assert reader.title == "About it"
    assert not list(place_of(folders.cache, [library]).glob("current.json"))


def test_closing_the_window_ends_the_process(start: Start) -> None:
    before = children()
    reader = start()
    reader.qtbot.waitUntil(lambda: bool(said(reader)), timeout=PATIENCE)
    at_work = children() - before
    assert at_work
    reader.close()
    reader.qtbot.waitUntil(lambda: are_gone(at_work), timeout=PATIENCE)
    reader.window.activateWindow()
    assert children() - before == set()


def test_a_window_that_is_closed_at_once_starts_no_process(
    open_viewer: OpenViewer, library: Path
) -> None:
    before = children()
    reader = open_viewer(library=library)
    reader.close()
    reader.qtbot.waitUntil(lambda: reader.has_settled)
    assert children() - before == set()
    assert reader.window.findChildren(IndexBar) == [], "it has not even begun"


# --- made before ----------------------------------------------------------------------


def test_the_second_start_opens_what_was_made(start: Start, indexed: Path) -> None:
    reader = start()
    progress = bar(reader).findChildren(QProgressBar)[0]
    told: list[int] = []
    progress.valueChanged.connect(told.append)
    until_texts_are_found(reader)
    indexing = reader.window.tools._watch._finder.indexing  # type: ignore[union-attr]
    reader.qtbot.waitUntil(lambda: not indexing.is_running, timeout=PATIENCE)
    assert (told, bar(reader).isHidden()) == ([], True)


def test_a_changed_topic_is_found_once_the_window_is_used_again(
    start: Start, indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = start()
    until_texts_are_found(reader)
    indexing = reader.window.tools._watch._finder.indexing  # type: ignore[union-attr]
    reader.qtbot.waitUntil(lambda: not indexing.is_running, timeout=PATIENCE)
    reader.key(Qt.Key.Key_Escape)
    file = indexed / "acute-zebra" / "en" / "a.md"
    file.write_text(STRIPES.replace("Quaggas", "Okapis, not horses,"), "utf-8")
    later = time.monotonic() + OLD + 1
    monkeypatch.setattr("viewer.ui.indexing.time.monotonic", lambda: later)
    start("--topic", "acute-zebra")  # which makes the index before this window looks

    def okapis() -> bool:
        use(reader)
        reader.search.clear()
        reader.look_for("okapis")
        return any("Okapis, not horses" in row for row in reader.found)

    reader.qtbot.waitUntil(okapis, timeout=PATIENCE)


def damage(folders: Folders, library: Path, ending: str) -> None:
    """Write over files of the index where they stand, as a failing disk does."""
    for file in place_of(folders.cache, [library]).glob(f"build-*/index/*{ending}"):
        with open(file, "r+b") as opened:
            opened.write(bytes(file.stat().st_size))


@pytest.mark.slow
@pytest.mark.parametrize("ending", [".fast", ".store"])
def test_damage_while_the_window_is_open_is_mended(
    start: Start, folders: Folders, indexed: Path, ending: str
) -> None:
    reader = start()
    until_texts_are_found(reader)
    indexing = reader.window.tools._watch._finder.indexing  # type: ignore[union-attr]
    reader.qtbot.waitUntil(lambda: not indexing.is_running, timeout=PATIENCE)
    damage(folders, indexed, ending)
    reader.search.clear()
    reader.look_for("azimut")
    assert reader.found == ["Azimut"]
    assert reader.search_message == PREPARING
    until_texts_are_found(reader)
    reader.close()
    reader = start()
    until_texts_are_found(reader)


# --- where it cannot be ---------------------------------------------------------------


def test_a_cache_that_cannot_be_is_said_and_titles_are_found(
    start: Start, folders: Folders, capfd: pytest.CaptureFixture[str]
) -> None:
    folders.cache.parent.mkdir(parents=True, exist_ok=True)
    folders.cache.write_text("This is a file.", "utf-8")
    reader = start()
    only_titles = "Search finds titles only on this computer. Ask the person who looks after it."
    reader.qtbot.waitUntil(lambda: said(reader) == only_titles, timeout=PATIENCE)
    reader.look_for("zebra")
    assert reader.found == ["Acute zebra"]
    assert reader.search_message == ONLY_TITLES
    reader.close()
    assert folders.cache.read_text("utf-8") == "This is a file."
    assert "Traceback" not in capfd.readouterr().err


def test_two_windows_on_one_library_both_search_its_texts(start: Start) -> None:
    first, second = start(), start()
    until_texts_are_found(first)
    until_texts_are_found(second)
    assert (said(first), said(second)) == ("", "")
