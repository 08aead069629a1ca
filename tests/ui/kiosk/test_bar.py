"""The kiosk's bar: it leaves the room to what is read, and nothing on it is cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.kiosk.conftest import LANDSCAPE, PORTRAIT, OpenKiosk
from tests.ui.kiosk.visitor import Visitor
from tests.ui.packs import PackWriter, care_section, section
from viewer.ui.kiosk.press import Press

pytestmark = pytest.mark.slow

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
        pytest.param(LANDSCAPE, 300, "English", 1, 2, marks=pytest.mark.slow),
        pytest.param(PORTRAIT, 300, "English", 2, 4, marks=pytest.mark.slow),
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


# --- languages: one of several ----------------------------------------------------------------


def test_languages_are_one_of_several_to_a_screen_reader(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    bar = visitor.window.bar
    for tag, button in bar.languages.items():
        seen = QAccessible.queryAccessibleInterface(button)
        assert seen.role() is QAccessible.Role.RadioButton
        assert seen.text(QAccessible.Text.Description) == "Language"
        assert bool(seen.state().checked) is (tag == "en")
        assert seen.state().focusable
    visitor.touch("Español")
    assert [button.isChecked() for button in bar.languages.values()] == [False, True]
    visitor.touch("Español")
    assert bar.languages["es"].isChecked(), "a press on the one that is on leaves it on"
    contrast = QAccessible.queryAccessibleInterface(bar.contrast)
    assert contrast.role() is QAccessible.Role.CheckBox


@pytest.mark.parametrize("right_to_left", [False, True])
def test_arrows_go_from_language_to_language_in_the_order_of_reading(
    open_kiosk: OpenKiosk, right_to_left: bool
) -> None:
    visitor = open_kiosk()
    window = visitor.window
    english, spanish = window.bar.languages.values()
    keys = Qt.Key
    on, back = keys.Key_Right, keys.Key_Left
    if right_to_left:
        window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        visitor.look()
        on, back = back, on
        assert visitor.rect(english).left() > visitor.rect(spanish).left()
    english.setFocus(Qt.FocusReason.TabFocusReason)
    for key, there in ((on, spanish), (back, english), (keys.Key_Down, spanish)):
        QTest.keyClick(window.windowHandle(), key)
        assert QApplication.focusWidget() is there
        assert english.isChecked(), "nothing is chosen yet"
    resting = english.grab().toImage().pixelColor(english.width() // 2, 3)
    assert spanish.grab().toImage().pixelColor(spanish.width() // 2, 3) != resting
    QTest.keyClick(window.windowHandle(), keys.Key_Return)
    assert visitor.title == "¿Qué le gustaría saber?"
