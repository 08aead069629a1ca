"""A caregiver works by keys alone, and follows links from a record system into the open window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.conftest import OpenViewer
from tests.journeys.hands import KeyReader
from tests.ui.packs import PackWriter, care_section, section
from tests.ui.reader import ALT, CONTROL, Reader
from tests.ui.test_doorbell import Ring, asked, door, folders, pytestmark, ring
from viewer.core.codes import Code
from viewer.core.messages import Answer
from viewer.door import Door

__all__ = ["door", "folders", "pytestmark", "ring"]
Key = Qt.Key


@pytest.fixture
def reader_kind() -> type[Reader]:
    return KeyReader


@pytest.fixture
def reader(open_viewer: OpenViewer, packs: PackWriter, door: Door, qtbot: QtBot) -> Reader:
    """A window that listens for other starts of the program."""
    packs.topic(
        "bone",
        {"why": section("Why", "All about it. [More](section:rest)"), "rest": care_section("rest")},
        codes={"icd10cm": ["E83.59"]},
    )
    packs.topic("calf", {"why": section("Why", "The calf.")})
    reader = open_viewer(library=packs.folder)
    qtbot.waitUntil(lambda: len(door.names()) == 1)
    return reader


def test_keys_go_on_in_the_page_that_was_asked_for(reader: KeyReader, ring: Ring) -> None:
    reader.tab_to("Theme")
    assert asked(ring, "bone") == Answer(0)
    assert "All about it." in reader.text
    assert reader.focus == "Page", "which a screen reader reads, and keys scroll"
    reader.click_link("More")
    assert "Clinical rest." in reader.text
    assert asked(ring, code=Code("icd10cm", "E8359"), plain=True) == Answer(0)
    assert reader.switch_is_on
    assert reader.focus == "Page"
    for _ in range(3):
        reader.key(Key.Key_Left, ALT)
    assert reader.title == "Topics"
    reader.key(Key.Key_Right, ALT)
    assert "All about it." in reader.text


def test_a_request_while_somebody_searches_or_finds(reader: KeyReader, ring: Ring) -> None:
    reader.look_for("calf")
    assert reader.search_panel.isVisible()
    assert asked(ring, "bone") == Answer(0)
    assert not reader.search_panel.isVisible()
    assert reader.focus == "Page"
    reader.key(Key.Key_F, CONTROL)
    assert reader.focus == "Find"
    assert asked(ring, "calf") == Answer(0)
    assert reader.focus == "Page"
    reader.key(Key.Key_F6)
    assert reader.focus == "Find", "the bar is open, and the next part"
    reader.key(Key.Key_Escape)
    assert reader.focus == "Page"


def test_a_request_that_fails_leaves_the_focus(reader: KeyReader, ring: Ring) -> None:
    button = reader.tab_to("Larger text")
    assert asked(ring, "gone").status == 1
    assert button.hasFocus()
