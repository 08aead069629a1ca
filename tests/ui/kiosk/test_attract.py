"""The tiles that come while nobody uses the screen."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.kiosk.locked import SmallKiosk, finger, kiosk, tap
from tests.ui.kiosk.overlays import icons, moves, picture, rests, theme
from viewer.ui.kiosk.attract import Attract
from viewer.ui.kiosk.slide_painting import Slide, _fits, paint_slide

__all__ = ["finger", "kiosk"]

SLIDES = (
    Slide("temperature", "Room warmth", "How warm should my room be?", "Touch to begin"),
    Slide("pressure", "La presión", "¿Cómo protejo mi piel?", "Toque para empezar"),
    Slide("mobility", "الحركة", "كيف أتحرك بأمان؟", "المس للبدء", rtl=True),
)


@pytest.fixture
def attract(kiosk: SmallKiosk) -> Iterator[Attract]:
    overlay = Attract(kiosk, icons(), after=20, shown_for=60_000, motion=rests)
    overlay.set_scale(theme(), 24, 1.0)
    overlay.set_slides(SLIDES)
    yield overlay
    overlay.rest()


def frames(attract: Attract, turns: int) -> list[QImage]:
    """The window as it is while each tile is shown, for so many tiles."""
    attract.begin()
    seen = [picture(attract)]
    for _ in range(turns - 1):
        attract._show_next()
        seen.append(picture(attract))
    return seen


def test_it_comes_after_a_while_and_not_before(attract: Attract, qtbot: QtBot) -> None:
    assert not attract.is_open
    attract.wait()
    attract.rest()
    qtbot.wait(40)
    assert not attract.is_open, "somebody came"
    attract.wait()
    qtbot.waitUntil(lambda: attract.is_open)


def test_without_slides_it_stays_away(attract: Attract, kiosk: SmallKiosk) -> None:
    attract.set_slides(())
    attract.begin()
    assert not attract.is_open


@pytest.mark.parametrize("way", ["finger", "mouse", "key"])
def test_the_first_touch_only_closes_it(
    attract: Attract, kiosk: SmallKiosk, finger: QPointingDevice, qtbot: QtBot, way: str
) -> None:
    kiosk.button.setFocus()
    touched: list[bool] = []
    attract.touched.connect(lambda: touched.append(True))
    place = kiosk.place_of(kiosk.button)
    attract.begin()
    assert not kiosk.button.hasFocus()
    {
        "finger": lambda: tap(kiosk, finger, place),
        "mouse": lambda: kiosk.click(kiosk.button),
        "key": lambda: QTest.keyClick(kiosk.system_window, Qt.Key.Key_Return),
    }[way]()
    qtbot.wait(1)
    assert not attract.is_open
    assert touched == [True]
    assert kiosk.pressed == []
    assert kiosk.button.hasFocus()


def test_a_pointer_that_moves_does_not_close_it(attract: Attract, kiosk: SmallKiosk) -> None:
    attract.begin()
    QTest.mouseMove(kiosk.system_window, QPoint(10, 10))
    QTest.mouseMove(kiosk.system_window, QPoint(60, 60))
    assert attract.is_open


def test_each_slide_is_named_in_its_turn(attract: Attract) -> None:
    attract.begin()
    names = [attract.accessibleName()]
    for _ in range(3):
        attract._show_next()
        names.append(attract.accessibleName())
    first, second, third = (slide.invitation for slide in SLIDES)
    assert names == [first, second, third, first]


def ink(image: QImage, ground: QColor) -> set[tuple[int, int]]:
    """Where something is painted, looked at in steps of a few pixels."""
    return {
        (x, y)
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
        if image.pixelColor(x, y) != ground
    }


@pytest.mark.parametrize("size", [(960, 540), (540, 960)])
@pytest.mark.parametrize("slides", [1, 2, 3])
def test_no_pixel_of_ink_stays(
    attract: Attract, kiosk: SmallKiosk, size: tuple[int, int], slides: int
) -> None:
    kiosk.resize(*size)
    attract.set_slides(SLIDES[:slides])
    ground = QColor(theme().paper)
    painted = [ink(frame, ground) for frame in frames(attract, max(2, slides))]
    assert all(painted)
    assert set.intersection(*painted) == set()
    for before, after in pairwise(painted):
        assert not before & after, "nothing is at the same place twice in a row"


def test_tiles_wander(attract: Attract, kiosk: SmallKiosk) -> None:
    kiosk.resize(960, 540)
    attract.begin()
    places = set()
    for _ in range(9):
        attract._show_next()
        assert attract._now is not None
        assert attract.rect().contains(attract._now.place)
        places.add(attract._now.place.topLeft().toTuple())
    assert len(places) == 9


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_it_wears_the_theme(attract: Attract, kiosk: SmallKiosk, name: str) -> None:
    kiosk.resize(960, 540)
    attract.set_scale(theme(name), 24, 1.0)
    frame = frames(attract, 1)[0]
    assert frame.pixelColor(959, 0) == QColor(theme(name).paper)
    colours = {frame.pixelColor(x, y).name() for x in range(0, 480, 2) for y in range(0, 540, 2)}
    assert {theme(name).accent, theme(name).ink} <= colours


@pytest.mark.parametrize("pixels", [16, 32, 64])
@pytest.mark.parametrize("size", [QSize(800, 900), QSize(430, 300), QSize(900, 700)])
def test_words_shrink_until_they_have_room(pixels: int, size: QSize, qapp: QApplication) -> None:
    words = "Cuidado de las heridas y de la piel en casa"
    slide = Slide("wound", words, f"¿{words}, y también cuando viajo?", "Toque para empezar")
    painted = paint_slide(slide, icons(), theme(), pixels, size, 2.0)
    assert painted.deviceIndependentSize().toSize().height() <= size.height()
    assert any(_fits(slide, theme(), em, size) for em in range(10, 40))


def test_a_fade_is_calm_and_comes_to_its_end(kiosk: SmallKiosk, qtbot: QtBot) -> None:
    attract = Attract(kiosk, icons(), shown_for=60_000, fade_for=80, motion=moves)
    attract.set_scale(theme(), 24, 1.0)
    attract.set_slides(SLIDES)
    attract.begin()
    qtbot.waitUntil(lambda: attract._fade.state() == attract._fade.State.NotRunning)
    whole = picture(attract)
    attract._show_next()
    assert picture(attract) == whole, "the first picture of a fade is the one before"
    qtbot.waitUntil(lambda: attract._going is None)
    assert picture(attract) != whole
    attract.rest()
