"""Libraries that are too large to be read for their list."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import OpenViewer
from tests.libraries.big_library import write_library
from tests.ui.reader import Reader
from viewer.core.packs import library as library_module
from viewer.core.search.building import Builder
from viewer.core.search.store import place_of
from viewer.folders import Folders
from viewer.ui.first_screen import KEPT_ROWS, read_first_screen, write_first_screen
from viewer.ui.presenter import HOME_CARDS

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
