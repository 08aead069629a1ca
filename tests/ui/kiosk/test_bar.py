"""The kiosk's bar: it leaves the room to what is read, and nothing on it is cut."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics

from tests.ui.kiosk.conftest import LANDSCAPE, PORTRAIT, OpenKiosk
from tests.ui.kiosk.visitor import Visitor
from tests.ui.packs import PackWriter, care_section, section
from viewer.ui.kiosk.press import Press

HELP = section("Help", "Call.", "Call.", question="Get help?")


def shown(visitor: Visitor) -> list[Press]:
    return [button for button in visitor.window.bar.controls if button.isVisible()]


def rows_of(visitor: Visitor) -> int:
    return len({visitor.rect(button).center().y() for button in shown(visitor)})


def enlarge(visitor: Visitor, percent: int) -> None:
    while visitor.window._session.percent < percent:
        visitor.touch(visitor.window.bar.larger.accessibleName())


@pytest.mark.parametrize(
    ("size", "percent", "language", "home", "page"),
    [
        (PORTRAIT, 100, "Español", 1, 2),
        (PORTRAIT, 100, "English", 1, 2),
        (LANDSCAPE, 100, "Español", 1, 2),
        (LANDSCAPE, 300, "English", 1, 2),
        (PORTRAIT, 300, "English", 2, 4),
    ],
)
def test_it_takes_as_few_rows_as_can_be(
    open_kiosk: OpenKiosk, size: tuple[int, int], percent: int, language: str, home: int, page: int
) -> None:
    visitor = open_kiosk(size=size)
    visitor.touch(language)
    enlarge(visitor, percent)
    visitor.qtbot.wait(50)
    assert rows_of(visitor) == home
    visitor.window.home.tiles[0].click()
    visitor.qtbot.waitUntil(visitor.window.view.isVisible)
    visitor.qtbot.wait(50)
    assert rows_of(visitor) == page
    for button in shown(visitor):
        metrics = QFontMetrics(button.font())
        widest = max(map(metrics.horizontalAdvance, button.lines), default=0)
        assert button.width() > widest, button.accessibleName()
        assert button.height() > metrics.capHeight() * len(button.lines), button.accessibleName()


def test_controls_of_a_row_are_of_one_height(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk(size=PORTRAIT)
    visitor.touch("Español")
    enlarge(visitor, 300)
    assert len({button.height() for button in shown(visitor)}) == 1


def test_help_stands_beside_the_languages_where_home_has_no_room_for_its_tile(
    open_kiosk: OpenKiosk, packs: PackWriter
) -> None:
    many = {f"k{at}": care_section(f"kind-{at}") for at in range(16)}
    packs.topic("one", many | {"help": HELP}, help="help")
    visitor = open_kiosk(library=packs.folder)
    visitor.qtbot.waitUntil(visitor.window.bar.help.isVisible)
    visitor.qtbot.waitUntil(lambda: rows_of(visitor) == 1)
    visitor.touch("Get help")
    assert visitor.title == "Get help?"
