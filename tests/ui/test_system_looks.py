"""The system's own wishes: high contrast, larger text, less that moves."""

from __future__ import annotations

import json
import sys
from enum import Enum

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QGuiApplication

from tests.conftest import OpenViewer, Remember
from tests.ui.reader import Reader
from viewer.folders import Folders
from viewer.ui import system_looks, system_text
from viewer.ui.reader_settings import FILE_NAME

BLACK, WHITE = "#000000", "#ffffff"
NORMAL = 19
"""Pixels of body text at 100 %."""


class Preference(Enum):
    NoPreference = 0
    HighContrast = 1
    ReducedMotion = 2


class Hints(QObject):
    """As Qt's own object: what the system says, and that it says another thing."""

    contrastPreferenceChanged = Signal(object)  # noqa: N815 - Qt's name

    def __init__(self) -> None:
        super().__init__()
        self.contrast = self.motion = Preference.NoPreference

    def contrastPreference(self) -> Preference:
        return self.contrast

    def motionPreference(self) -> Preference:
        return self.motion

    def say(self, contrast: Preference) -> None:
        self.contrast = contrast
        self.contrastPreferenceChanged.emit(contrast)


@pytest.fixture
def hints(monkeypatch: pytest.MonkeyPatch) -> Hints:
    made = Hints()
    monkeypatch.setattr(system_looks, "_hints", lambda: made)
    return made


def ground(reader: Reader) -> str:
    return str(reader.picture().pixelColor(3, 3).name())


# --- contrast -------------------------------------------------------------------------------


def test_the_window_follows_the_systems_contrast_while_it_runs(
    open_viewer: OpenViewer, hints: Hints
) -> None:
    reader = open_viewer("--theme", "system")
    reader.qtbot.waitUntil(lambda: reader.has_settled)
    assert ground(reader) != BLACK
    hints.say(Preference.HighContrast)
    reader.qtbot.waitUntil(lambda: ground(reader) == BLACK)
    hints.say(Preference.NoPreference)
    reader.qtbot.waitUntil(lambda: ground(reader) != BLACK)


def test_the_next_start_begins_in_it(open_viewer: OpenViewer, hints: Hints) -> None:
    """Before Qt is asked, which has to wait for the first paint."""
    hints.contrast = Preference.HighContrast
    reader = open_viewer("--theme", "system")
    reader.qtbot.waitUntil(lambda: ground(reader) == BLACK)
    reader.close()
    again = open_viewer("--theme", "system", show=False)
    assert again.window._session.theme.paper == BLACK


def test_a_theme_that_was_chosen_stays(open_viewer: OpenViewer, hints: Hints) -> None:
    hints.contrast = Preference.HighContrast
    reader = open_viewer("--theme", "light")
    reader.qtbot.waitUntil(lambda: reader.has_settled)
    assert ground(reader) == WHITE
    reader.choose_theme("As the system")
    assert ground(reader) == BLACK


def test_qts_own_hints_answer(qapp: QGuiApplication) -> None:
    """None of the names has changed, and the object lives while it is asked."""
    assert system_looks.wants_contrast() is False
    hints = system_looks._hints()
    if hints is not None:  # from Qt 6.10 on
        assert "NoPreference" in str(hints.contrastPreference())


# --- motion ---------------------------------------------------------------------------------


def test_less_that_moves(qapp: QGuiApplication, hints: Hints) -> None:
    assert system_looks.wants_motion() is True
    hints.motion = Preference.ReducedMotion
    assert system_looks.wants_motion() is False


# --- the size of text -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("points", "percent"),
    [(-1.0, 100), (8.0, 100), (9.0, 100), (11.0, 100), (13.0, 120), (16.5, 150), (50.0, 300)],
)
def test_a_larger_font_of_the_system_is_a_step_of_ours(
    qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch, points: float, percent: int
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    _use(monkeypatch, points)
    assert system_text.text_percent() == percent


def _use(monkeypatch: pytest.MonkeyPatch, points: float) -> None:
    font = QFont()
    font.setPixelSize(20)
    if points > 0:
        font.setPointSizeF(points)
    monkeypatch.setattr(QGuiApplication, "font", lambda: font)


def test_the_first_start_follows_it_until_the_reader_chooses(
    open_viewer: OpenViewer, monkeypatch: pytest.MonkeyPatch, folders: Folders
) -> None:
    _use(monkeypatch, 22.0)
    reader = open_viewer()
    assert reader.text_pixels == 2 * NORMAL - 1
    reader.open_row("Treatment approach") if reader.sections.isVisible() else None
    reader.close()
    kept = json.loads((folders.config / FILE_NAME).read_text("utf-8"))
    assert kept["text_percent"] == 0, "nobody has chosen"
    _use(monkeypatch, 11.0)
    reader = open_viewer()
    assert reader.text_pixels == NORMAL, "and it follows the system's next change"
    reader.press("Larger text")
    reader.close()
    _use(monkeypatch, 22.0)
    assert open_viewer(show=False).text_pixels == 21, "110 per cent, which was chosen"


def test_dots_are_not_counted_twice(
    open_viewer: OpenViewer, monkeypatch: pytest.MonkeyPatch, remember: Remember
) -> None:
    """A denser screen has its font in as many points: only the dots make it larger."""
    _use(monkeypatch, 11.0)
    reader = open_viewer()
    points = reader.text_pixels * 72 / reader.page.logicalDpiY()
    assert points == pytest.approx(14, abs=0.4)
