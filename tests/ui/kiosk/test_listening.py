"""While something is read aloud: louder, slower, a pause, and who else can hear it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.kiosk.conftest import PORTRAIT, OpenKiosk
from tests.ui.kiosk.ear import SILENT
from tests.ui.kiosk.visitor import Visitor
from viewer.ui.kiosk.bar import MOST_HIGH
from viewer.ui.kiosk.idle import Idle
from viewer.ui.kiosk.scale import TARGET
from viewer.ui.speech import Speech

pytestmark = pytest.mark.slow

HEADPHONES = "Use headphones if you have them. Others can hear the sound."
ROW = ["Listen", "Pause", "Quieter", "Louder", "Slower", "Faster"]


def listening(visitor: Visitor) -> Speech:
    speech = visitor.window.findChild(Speech)
    assert isinstance(speech, Speech)
    speech.begin()
    visitor.qtbot.waitUntil(lambda: speech._is_ready, timeout=20_000)
    visitor.touch("Keep your room mild")
    visitor.touch("Listen")
    return speech


def row(visitor: Visitor) -> list[str]:
    shown = [button for button in visitor.window.bar.hearing.controls if button.isVisible()]
    for button in shown:
        assert min(button.width(), button.height()) >= TARGET
    return [button.accessibleName() for button in shown]


def test_whoever_listens_can_change_it_and_knows_that_others_hear_it(
    open_kiosk: OpenKiosk,
) -> None:
    visitor = open_kiosk(means=SILENT)
    said = visitor.window.said
    speech = listening(visitor)
    assert said.text() == HEADPHONES
    assert row(visitor) == ROW
    assert visitor.names.count("Listen") == 1
    visitor.touch("Louder")
    assert said.text() == "Volume 4 of 5"
    visitor.touch("Louder")
    assert said.text() == "Volume 5 of 5"
    assert not visitor.button("Louder").isEnabled()
    for _ in range(2):
        visitor.touch("Slower")
    assert said.text() == "Speed 1 of 5"
    assert speech._how == {"volume": 1.0, "rate": -0.4}
    visitor.touch("Pause")
    assert speech.is_paused
    visitor.touch("Go on")
    assert not speech.is_paused
    assert speech.is_speaking
    visitor.touch("Listen")
    assert not speech.is_speaking
    assert row(visitor) == []
    visitor.touch("Listen")
    assert said.text() != HEADPHONES, "once is enough"
    visitor.window.visit.wipe()
    assert speech._how == {"volume": 0.6, "rate": 0.0}
    assert row(visitor) == []
    visitor.touch("Keep your room mild")
    visitor.touch("Listen")
    assert said.text() == HEADPHONES, "the next visitor does not know"


def test_the_focus_stays_with_listen_where_it_comes_and_goes(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk(means=SILENT)
    listening(visitor)
    handle, bar = visitor.window.windowHandle(), visitor.window.bar
    bar.hearing.listen.setFocus(Qt.FocusReason.TabFocusReason)
    for listen in (bar.listen, bar.hearing.listen):
        QTest.keyClick(handle, Qt.Key.Key_Return)
        visitor.look()
        assert QApplication.focusWidget() is listen
    bar.hearing.faster.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2):
        QTest.keyClick(handle, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is bar.hearing.slower, "faster it does not go"


def test_a_page_that_is_read_is_used_but_not_one_that_rests(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk(means=SILENT)
    speech = listening(visitor)
    idle = visitor.window.findChild(Idle)
    assert isinstance(idle, Idle)
    idle._unused = 50
    speech.changed.emit()  # another sentence
    assert idle._unused == 0
    visitor.touch("Pause")
    idle._unused = 50
    speech.changed.emit()
    assert idle._unused == 50


@pytest.mark.slow
@pytest.mark.parametrize("size", [(1920, 1080), PORTRAIT, (1280, 800)])
@pytest.mark.parametrize("percent", [100, 200, 300])
@pytest.mark.parametrize("language", ["English", "Español"])
def test_it_leaves_the_room_to_the_page_and_getting_help_stays(
    open_kiosk: OpenKiosk, size: tuple[int, int], percent: int, language: str
) -> None:
    visitor = open_kiosk(size=size, means=SILENT)
    visitor.touch(language)
    window, bar = visitor.window, visitor.window.bar
    while window._session.percent < percent:
        bar.larger.click()
    window.home.tiles[0].click()
    visitor.look()
    bar.listen.click()
    shown = [button for button in bar.controls if button.isVisible()]

    def has_room() -> bool:
        """Each layout tells the next one in a later turn of the loop."""
        return all(window.rect().contains(visitor.rect(button)) for button in shown)

    visitor.qtbot.waitUntil(has_room)
    assert len(row(visitor)) == 6
    assert bar.height() <= round(size[1] * MOST_HIGH) + 1
    assert bar.help in shown
    said = visitor.rect(window.said)
    for button in (*shown, window.side.up, window.side.down):
        assert not said.intersects(visitor.rect(button)), button.accessibleName()
    if size == PORTRAIT:
        assert visitor.rect(bar).top() >= size[1] // 2, "within reach from a wheelchair"
