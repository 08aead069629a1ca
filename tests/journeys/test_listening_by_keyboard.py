"""Somebody has a page read to them, without a mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.conftest import OpenViewer
from tests.ui.reader import CONTROL, SHIFT, Reader
from tests.ui.spoken import Listener
from tests.ui.voices import Voice
from viewer.ui.listening_bar import ListeningBar

Key = Qt.Key
TIME = 20_000
PAUSE = CONTROL | SHIFT


def bar_of(reader: Reader) -> ListeningBar:
    return reader.window.findChildren(ListeningBar)[0]


def go_to(reader: Reader, name: str) -> None:
    """Press Tab until the focus is on a control of the strip."""
    for _ in range(5):
        if reader.focus == name:
            return
        reader.key(Key.Key_Tab)
    raise AssertionError(reader.focus)


def test_a_page_is_listened_to_by_keys_alone(
    open_viewer: OpenViewer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    voice = Voice(monkeypatch, tmp_path, ends=False)
    reader = open_viewer("--topic", "calciphylaxis", "--section", "hydration", "--plain")
    heard = Listener(monkeypatch)
    assert reader.focus == "Page"
    reader.key(Key.Key_L, CONTROL)
    reader.qtbot.waitUntil(lambda: len(voice.said) == 1, timeout=TIME)
    assert reader.marked == ["How much should I drink?"]
    assert reader.focus == "Page", "which can be scrolled meanwhile"

    reader.key(Key.Key_L, PAUSE)
    assert heard.said[-1] == "Paused at sentence 1 of 34"
    reader.key(Key.Key_L, PAUSE)
    reader.qtbot.waitUntil(lambda: len(voice.said) == 2, timeout=TIME)

    reader.key(Key.Key_F6)
    while reader.focus != "Pause":
        reader.key(Key.Key_F6)
    reader.key(Key.Key_Space)
    assert reader.focus == "Go on"
    reader.key(Key.Key_Return)
    assert reader.focus == "Pause"
    go_to(reader, "Faster")
    for _ in range(2):
        reader.key(Key.Key_Space)
    assert heard.said[-1] == "Very fast"
    assert reader.focus == "Slower", "the other has done all that it can"
    reader.key(Key.Key_Space)
    assert heard.said[-1] == "Fast"
    reader.key(Key.Key_Escape)
    assert not bar_of(reader).isVisible()
    assert reader.marked == []
    assert reader.window.focusWidget() is not None
    assert isinstance(reader.window.focusWidget(), QWidget)
    assert reader.window.focusWidget().isVisible()


def test_tab_comes_to_listen_before_handout_and_space_turns_it_on_and_off(
    open_viewer: OpenViewer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    Voice(monkeypatch, tmp_path, ends=False)
    reader = open_viewer("--topic", "calciphylaxis")
    reader.button("Language").setFocus(Qt.FocusReason.TabFocusReason)
    reader.key(Key.Key_Tab)
    assert reader.focus == "Listen"
    reader.key(Key.Key_Space)
    assert bar_of(reader).isVisible()
    assert reader.focus == "Listen"
    reader.key(Key.Key_Tab)
    assert reader.focus == "Handout"
    reader.key(Key.Key_Backtab, SHIFT)
    reader.key(Key.Key_Return)
    assert not bar_of(reader).isVisible()
    assert reader.focus == "Listen"


def test_the_strip_gives_the_focus_back_to_where_it_came_from(
    open_viewer: OpenViewer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    Voice(monkeypatch, tmp_path, ends=False)
    reader = open_viewer("--topic", "calciphylaxis")
    reader.button("Listen").setFocus(Qt.FocusReason.TabFocusReason)
    reader.key(Key.Key_Space)
    reader.key(Key.Key_F6, SHIFT)
    assert reader.focus == "Pause"
    go_to(reader, "Stop")
    reader.key(Key.Key_Space)
    assert reader.focus == "Listen"
