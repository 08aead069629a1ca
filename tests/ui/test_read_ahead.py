"""Reading ahead follows the reader: to another topic, and into another language."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import cast

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from viewer.ui.read_ahead import ReadAhead
from viewer.ui.session import Session


class Reading(QObject):
    """A session in which only the topic and the language matter."""

    screen_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.read: list[tuple[str, str]] = []
        self.language = "en"
        self.history = SimpleNamespace(place=SimpleNamespace(topic="bone"))
        self.desk = SimpleNamespace(presenter=SimpleNamespace(read_ahead=self._note))

    def _note(self, topic: str) -> Iterator[None]:
        self.read.append((topic, self.language))
        return iter(())


def test_it_begins_anew_with_each_topic_and_each_language(qtbot: QtBot) -> None:
    reading = Reading()
    ReadAhead(cast("Session", reading)).begin()
    reading.screen_changed.emit(None)
    reading.language = "es"
    reading.screen_changed.emit(None)
    reading.history.place.topic = "calf"
    reading.screen_changed.emit(None)
    assert reading.read == [("bone", "en"), ("bone", "es"), ("calf", "es")]
