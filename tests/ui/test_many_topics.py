"""Libraries that are too large to be read for their list."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.conftest import OpenViewer
from tests.libraries.big_library import write_library
from tests.ui.packs import PackWriter, section
from tests.ui.reader import Reader
from viewer.core.model import Topic
from viewer.core.packs import library as library_module
from viewer.core.packs.topic import read_topic
from viewer.core.search.building import Builder
from viewer.core.search.store import place_of
from viewer.folders import Folders
from viewer.ui.first_screen import KEPT_ROWS, read_first_screen, write_first_screen
from viewer.ui.large_finder import LargeFinder
from viewer.ui.presenter import HOME_CARDS

pytestmark = pytest.mark.slow

TOPICS = 130
KEPT = "This is the kept screen."


@pytest.fixture
def library(tmp_path: Path) -> Path:
    write_library(tmp_path / "library", TOPICS)
    (tmp_path / "library" / "acute-zebra" / "en").mkdir(parents=True)
    (tmp_path / "library" / "acute-zebra" / "topic.yaml").write_text(
        "format: 1\ntitle: {en: Ázimut, es: Cebra}\nsources: [{id: book, title: A book}]\n"
    )
    (tmp_path / "library" / "acute-zebra" / "en" / "a.md").write_text(
        "---\ntitle: About it\nsources: [book]\n---\nStripes.\n"
    )
    return tmp_path / "library"


def index(folders: Folders, library: Path) -> None:
    place = place_of(folders.cache, [library])
    Builder(place, [library], 1, lambda *_: None).run(thoroughly=False)


def settle(reader: Reader) -> Reader:
    reader.qtbot.waitUntil(lambda: reader.has_settled)
    return reader


def test_home_lists_titles_without_reading_topics(
    open_viewer: OpenViewer, folders: Folders, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index(folders, library)
    read: list[Path] = []
    monkeypatch.setattr(library_module, "read_topic", read.append)
    reader = settle(open_viewer(library=library))
    assert read == []
    assert reader.title == "Topics"
    assert "There are 131 topics. Use Search to find yours" in reader.text
    assert len(reader.rows) == TOPICS + 1
    assert "Ázimut" in reader.rows
    plain = [row.replace("Á", "A").lower() for row in reader.rows]
    assert plain == sorted(plain)
    headings = [words for level, words in reader.headings() if level > 1]
    assert headings == reader.rows[: len(headings)]
    assert len(headings) == HOME_CARDS


def test_before_there_is_an_index_titles_are_made_from_ids(
    open_viewer: OpenViewer, library: Path
) -> None:
    reader = settle(open_viewer(library=library))
    assert "Acute zebra" in reader.rows
    reader.open_row("Acute zebra")
    assert (reader.title, reader.topic_title) == ("About it", "Ázimut")


def test_titles_are_in_the_readers_language(
    open_viewer: OpenViewer, folders: Folders, library: Path
) -> None:
    index(folders, library)
    reader = settle(open_viewer("--language", "es-MX", library=library))
    assert "Cebra" in reader.rows
    assert "Ázimut" not in reader.rows


def test_the_shown_topic_is_opened_from_far_down_the_list(
    open_viewer: OpenViewer, folders: Folders, library: Path
) -> None:
    index(folders, library)
    reader = settle(open_viewer(library=library))
    last = reader.rows[-1]
    reader.open_row(last)
    assert reader.topic_title == last
    reader.press("Home")
    assert len(reader.rows) == TOPICS + 1


def keep(open_viewer: OpenViewer, folders: Folders, library: Path) -> None:
    """Two visits to Home, the second of which finds its screen kept; and a mark in it."""
    for _ in range(2):
        settle(open_viewer(library=library)).close()
    kept = read_first_screen(folders.cache)
    assert kept is not None
    assert len(kept.screen.rows) == KEPT_ROWS
    screen = kept.screen._replace(html=f"<p>{KEPT}</p>")
    write_first_screen(folders.cache, kept._replace(screen=screen))


def test_home_is_kept_and_its_other_rows_come_after_the_first_paint(
    open_viewer: OpenViewer, folders: Folders, library: Path
) -> None:
    index(folders, library)
    keep(open_viewer, folders, library)
    reader = open_viewer(library=library)
    assert reader.page.toPlainText() == KEPT
    settle(reader)
    assert len(reader.rows) == TOPICS + 1
    assert reader.page.toPlainText() == KEPT
    last = reader.rows[-1]
    reader.open_row(last)
    assert reader.topic_title == last


def test_a_new_topic_and_a_new_title_are_on_the_next_home(
    open_viewer: OpenViewer, folders: Folders, library: Path
) -> None:
    index(folders, library)
    keep(open_viewer, folders, library)
    file = library / "acute-zebra" / "topic.yaml"
    file.write_text(file.read_text().replace("Ázimut", "Aardvark"))
    index(folders, library)
    reader = settle(open_viewer(library=library))
    assert KEPT not in reader.text
    assert "Aardvark" in reader.text
    assert reader.rows[0] == "Aardvark"
    reader.close()

    keep(open_viewer, folders, library)
    (library / "new-topic").mkdir()
    reader = settle(open_viewer(library=library))
    assert KEPT not in reader.text
    assert len(reader.rows) == TOPICS + 2


def test_a_section_of_a_large_library_is_never_stale(
    open_viewer: OpenViewer, folders: Folders, library: Path
) -> None:
    index(folders, library)
    reader = settle(open_viewer("--topic", "acute-zebra", library=library))
    assert "Stripes." in reader.text
    reader.close()
    settle(open_viewer(library=library)).close()
    file = library / "acute-zebra" / "en" / "a.md"
    file.write_text(file.read_text().replace("Stripes.", "No stripes."))
    assert "No stripes." in settle(open_viewer(library=library)).text


def test_a_damaged_catalogue_costs_titles_and_no_more(
    open_viewer: OpenViewer, folders: Folders, library: Path
) -> None:
    index(folders, library)
    (catalogue,) = place_of(folders.cache, [library]).glob("build-*/catalogue.json")
    data = bytearray(catalogue.read_bytes())
    data[len(data) // 2] ^= 1
    catalogue.write_bytes(data)
    reader = settle(open_viewer(library=library))
    assert "Acute zebra" in reader.rows


def large_finder(reader: Reader) -> LargeFinder:
    finder = reader.window._session.desk.finder
    assert isinstance(finder, LargeFinder)
    return finder


def test_what_has_changed_on_disk_is_shown_once_the_index_has_seen_it(
    open_viewer: OpenViewer, folders: Folders, library: Path
) -> None:
    index(folders, library)
    reader = settle(open_viewer("--topic", "acute-zebra", "--section", "a", library=library))
    reader.qtbot.waitUntil(lambda: large_finder(reader).is_complete)
    reader.qtbot.waitUntil(lambda: not large_finder(reader).indexing.is_running, timeout=20_000)
    text = library / "acute-zebra" / "en" / "a.md"
    text.write_text(text.read_text().replace("Stripes.", "Zanzibarosis is it."))
    index(folders, library)  # as another viewer's process might
    large_finder(reader).indexing.begin()
    reader.qtbot.waitUntil(lambda: "Zanzibarosis is it." in reader.text, timeout=20_000)
    reader.qtbot.waitUntil(lambda: large_finder(reader).is_complete)
    reader.look_for("zanzibarosis")
    reader.qtbot.waitUntil(lambda: bool(reader.found), timeout=5_000)
    reader.key(Qt.Key.Key_Return)
    assert "Zanzibarosis is it." in reader.text


def test_a_topic_that_has_come_since_the_start_can_be_opened(
    open_viewer: OpenViewer, folders: Folders, library: Path
) -> None:
    index(folders, library)
    reader = settle(open_viewer(library=library))
    reader.qtbot.waitUntil(lambda: not large_finder(reader).indexing.is_running, timeout=20_000)
    shutil.copytree(library / "acute-zebra", library / "brand-new")
    index(folders, library)
    large_finder(reader).indexing.begin()
    reader.qtbot.waitUntil(lambda: len(reader.rows) == TOPICS + 2, timeout=20_000)
    reader.qtbot.waitUntil(lambda: not large_finder(reader).is_preparing, timeout=20_000)
    reader.look_for("stripes")
    reader.key(Qt.Key.Key_Down)
    reader.key(Qt.Key.Key_Return)
    assert "Stripes." in reader.text
    reader.press("Larger text")
    assert "Stripes." in reader.text


def test_a_topic_that_has_gone_gives_way_to_the_list(
    open_viewer: OpenViewer, folders: Folders, library: Path
) -> None:
    index(folders, library)
    reader = settle(open_viewer("--topic", "acute-zebra", library=library))
    reader.qtbot.waitUntil(lambda: not large_finder(reader).indexing.is_running, timeout=20_000)
    shutil.rmtree(library / "acute-zebra")
    index(folders, library)
    large_finder(reader).indexing.begin()
    reader.qtbot.waitUntil(lambda: reader.title == "Topics", timeout=20_000)


def test_each_topic_of_a_small_library_is_read_once(
    open_viewer: OpenViewer, packs: PackWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(30):
        packs.topic(f"topic-{number}", {"a": section("A", "Words.")})
    read: list[Path] = []
    real = read_topic

    def reading(folder: Path) -> Topic:
        read.append(folder)
        return real(folder)

    monkeypatch.setattr(library_module, "read_topic", reading)
    reader = settle(open_viewer(library=packs.folder))
    reader.press("Larger text")
    reader.press("Smaller text")
    assert len(read) == len(set(read)) == 30


@pytest.mark.parametrize("pause", [0, 20, 35])
def test_a_window_that_closes_at_once_begins_nothing(
    open_viewer: OpenViewer, library: Path, monkeypatch: pytest.MonkeyPatch, pause: int
) -> None:
    begun: list[bool] = []

    def begin(finder: LargeFinder) -> None:
        begun.append(not window.isVisible())

    monkeypatch.setattr(LargeFinder, "begin", begin)
    reader = open_viewer(library=library)
    window = reader.window
    reader.qtbot.wait(pause)
    window.close()
    reader.qtbot.wait(300)
    assert True not in begun
