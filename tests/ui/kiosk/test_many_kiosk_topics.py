"""A kiosk with more topics than are read at once: its list, its search, its end."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from tests.ui.kiosk.conftest import OpenKiosk
from tests.ui.packs import PackWriter, section


def test_the_topics_of_a_large_library_come_once_they_are_known(
    open_kiosk: OpenKiosk, packs: PackWriter
) -> None:
    for number in range(45):
        text = section("What", "It.", "It swells.", question=f"What is number {number}?")
        packs.topic(f"topic-{number}", {"what": text})
    visitor = open_kiosk(library=packs.folder)
    assert visitor.tiles == ["All topics"]
    visitor.touch("All topics")
    visitor.qtbot.waitUntil(lambda: "Topic 1" in visitor.names, timeout=20_000)
    visitor.window.topics._show_keyboard()
    for letter in "swells":
        visitor.touch(letter)
    said = visitor.window.topics.findChildren(QLabel)
    visitor.qtbot.waitUntil(lambda: any("found" in label.text() for label in said), timeout=20_000)
    visitor.touch("What is number")
    assert "It swells." in visitor.page
