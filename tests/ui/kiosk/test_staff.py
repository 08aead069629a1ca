"""The staff's page, with real clicks, touches and keys: the PIN, the pause, the status."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.spoken import Listener, spoken
from viewer.core.attempts import Attempts
from viewer.core.installation import find_installation
from viewer.core.pin_lock import PinLock
from viewer.ui.fonts import load_fonts
from viewer.ui.interface_language import use_language
from viewer.ui.kiosk.staff import StaffPanel
from viewer.ui.kiosk.staff_view import Stage
from viewer.ui.kiosk.status import Facts, status_rows
from viewer.ui.themes import Themes

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
KEPT = "scrypt$16384$8$1$_sRgmLpH4aefD1HJMx_ySQ$4klquvZlrItaAZo-1P34cDRAm33jSfAX6ab8l3p9Ng4"
"""Of 4711."""
ROWS = (("Version", "1.2"), ("Memory", "80 MB"))


class Member:
    """Somebody of the staff, in front of a window that has a field and a key of its own."""

    def __init__(self, qtbot: QtBot, file: Path, kept: str, size: tuple[int, int]) -> None:
        self.qtbot = qtbot
        self.wall = 1_800_000_000.0
        self.asked_status = 0
        self.rows: tuple[tuple[str, str], ...] = ROWS
        self.window = QWidget()
        self.below = QLineEdit()
        QVBoxLayout(self.window).addWidget(self.below)
        self.went_back = QShortcut(QKeySequence(Qt.Key.Key_Backspace), self.window)
        self.attempts = Attempts(file, lambda: self.wall, lambda: self.wall)
        self.panel = StaffPanel(self.window, PinLock(kept, self.attempts), self.status, calm=0)
        self.themes = Themes(find_installation().themes)
        self.panel.set_scale(self.themes("light"), 28, 1.0)
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitExposed(self.window)
        self.window.resize(*size)

    def status(self) -> tuple[tuple[str, str], ...]:
        self.asked_status += 1
        return self.rows

    def begin(self) -> None:
        self.panel.begin()
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    def button(self, name: str) -> QAbstractButton:
        buttons = self.panel.findChildren(QAbstractButton)
        return next(b for b in buttons if b.accessibleName() == name and b.isVisible())

    def taps(self, *names: str) -> None:
        for name in names:
            button = self.button(name)
            QTest.mouseClick(button, LEFT, pos=button.rect().center())

    def types(self, keys: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, keys)

    def key(self, key: Qt.Key) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)

    @property
    def words(self) -> str:
        """Everything that can be read."""
        labels = self.panel.findChildren(QLabel)
        return " ".join(label.text() for label in labels if label.isVisible())

    @property
    def buttons(self) -> list[str]:
        found = self.panel.findChildren(QAbstractButton)
        return sorted(button.accessibleName() for button in found if button.isVisible())

    def shows(self, stage: Stage) -> bool:
        return self.panel.stage is stage

    def said(self) -> str:
        """All names and descriptions that a screen reader could read."""
        every = [self.panel, *self.panel.findChildren(QWidget)]
        every = [w for w in every if not isinstance(w, QAbstractButton)]
        return " ".join(f"{w.accessibleName()} {w.accessibleDescription()}" for w in every)


@pytest.fixture
def meet(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Member]]:
    load_fonts()
    met: list[Member] = []

    def one(kept: str = KEPT, size: tuple[int, int] = (1920, 1080)) -> Member:
        met.append(Member(qtbot, tmp_path / "state" / "tries.json", kept, size))
        return met[-1]

    yield one
    use_language(find_installation().translations, "en")
    for member in met:
        member.window.close()
        member.window.deleteLater()
    qapp.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))


def test_taps_on_the_pad_open_it(meet: Callable[..., Member]) -> None:
    member = meet()
    member.begin()
    assert member.panel.geometry() == member.window.rect()
    assert member.panel.accessibleName() == "Staff"
    assert not member.button("OK").isEnabled()
    member.taps("4", "7", "1")
    assert not member.button("OK").isEnabled(), "three digits are no PIN"
    member.taps("1", "OK")
    assert "1.2" in member.words
    assert member.buttons == ["Close", "Leave kiosk", "Reload content"]
    assert member.attempts.left == 5


def test_a_hardware_keyboard_counts_too(meet: Callable[..., Member]) -> None:
    member = meet()
    member.begin()
    member.types("47abc 9")
    member.key(Qt.Key.Key_Backspace)
    member.types("11")
    assert member.panel.dots.count == 4
    member.key(Qt.Key.Key_Return)
    assert member.shows(Stage.OPEN)


def test_fingers_open_it(meet: Callable[..., Member], qtbot: QtBot) -> None:
    member = meet()
    member.begin()
    device = QTest.createTouchDevice()
    window = member.window.windowHandle()
    for name in ("4", "7", "1", "1", "OK"):
        button = member.button(name)
        at = button.mapTo(member.window, button.rect().center())
        QTest.touchEvent(window, device).press(0, at, window).commit()
        QTest.touchEvent(window, device).release(0, at, window).commit()
    qtbot.waitUntil(lambda: member.shows(Stage.OPEN))


def test_the_keys_of_the_pad_can_be_reached_and_pressed_with_tab_and_space(
    meet: Callable[..., Member],
) -> None:
    member = meet()
    member.begin()
    seen = []
    for _ in range(13):
        member.key(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus.accessibleName())
        if focus.accessibleName() == "7":
            member.key(Qt.Key.Key_Space)
    assert seen == [*"1234567890", "Delete", "Close", "PIN"], "and it goes round inside"
    assert member.panel.dots.count == 1
    QTest.keyClick(member.panel.dots, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is member.button("Close")


def test_neither_screen_nor_screen_reader_learns_the_digits(
    meet: Callable[..., Member], monkeypatch: pytest.MonkeyPatch
) -> None:
    listener = Listener(monkeypatch)
    member = meet()
    member.begin()
    member.taps("4", "7")
    member.types("8")
    assert listener.said[-3:] == [f"Digits typed: {count}" for count in (1, 2, 3)]
    assert spoken(member.panel.dots).name == "PIN"
    assert spoken(member.panel.dots).description == "Digits typed: 3"
    assert not re.search(r"[0-9]", member.words + member.said().replace("typed: 3", ""))
    before = member.panel.dots.grab().toImage()
    member.key(Qt.Key.Key_Backspace)
    member.types("9")
    assert member.panel.dots.grab().toImage() == before
    member.types("99")
    member.key(Qt.Key.Key_Return)
    assert listener.said[-1] == "That PIN is wrong. Tries left: 4"


def test_a_wrong_pin_says_so_and_how_many_tries_are_left(meet: Callable[..., Member]) -> None:
    member = meet()
    member.begin()
    member.types("4712")
    member.key(Qt.Key.Key_Return)
    assert "That PIN is wrong. Tries left: 4" in member.words
    assert member.panel.dots.count == 0
    assert QApplication.focusWidget() is member.panel.dots
    member.key(Qt.Key.Key_Return)
    assert member.attempts.left == 4, "an empty try is none"
    assert member.panel.is_open
    assert member.asked_status == 0, "nothing of the status was asked for before the PIN"


def test_after_five_it_counts_down_and_then_lets_try_again(
    meet: Callable[..., Member], qtbot: QtBot
) -> None:
    member = meet()
    member.begin()
    for _ in range(5):
        member.types("4712")
        member.key(Qt.Key.Key_Return)
    assert "You can try again in 1:00." in member.words
    assert not any(member.button(digit).isEnabled() for digit in "0123456789")
    member.types("4711")
    member.key(Qt.Key.Key_Return)
    assert member.shows(Stage.ASKING)
    assert member.panel.dots.count == 0
    member.wall += 1.5
    qtbot.waitUntil(lambda: "again in 0:59." in member.words)
    member.taps("Close")
    member.begin()
    assert "again in 0:59." in member.words, "closing helps nothing"
    member.wall += 60
    qtbot.waitUntil(lambda: "You can try again now." in member.words)
    member.types("4711")
    member.key(Qt.Key.Key_Return)
    assert member.shows(Stage.OPEN)


@pytest.mark.parametrize("way", ["tap", "escape", "outside"])
def test_closing_forgets_what_was_typed(
    meet: Callable[..., Member], qtbot: QtBot, way: str
) -> None:
    member = meet()
    member.begin()
    member.types("471")
    with qtbot.waitSignal(member.panel.closed):
        if way == "tap":
            member.taps("Close")
        elif way == "escape":
            member.key(Qt.Key.Key_Escape)
        else:
            member.panel.close_panel()
    assert not member.panel.isVisible()
    assert not member.panel.is_open
    member.begin()
    assert member.panel.dots.count == 0
    member.types("1")
    member.key(Qt.Key.Key_Return)
    assert member.attempts.left == 5


def test_an_open_panel_asks_for_the_pin_again_once_it_was_closed(
    meet: Callable[..., Member],
) -> None:
    member = meet()
    member.begin()
    member.types("4711")
    member.key(Qt.Key.Key_Return)
    member.begin()
    assert member.shows(Stage.OPEN), "the gesture closes nothing"
    member.taps("Close")
    member.begin()
    assert member.shows(Stage.ASKING)
    assert "1.2" not in member.words


def test_what_can_be_done_is_asked_of_the_window(meet: Callable[..., Member], qtbot: QtBot) -> None:
    member = meet()
    member.begin()
    member.types("4711")
    member.key(Qt.Key.Key_Return)
    with qtbot.waitSignal(member.panel.reload_requested):
        member.taps("Reload content")
    member.panel.say("2 topics are new.")
    assert "2 topics are new." in member.words
    with qtbot.waitSignal(member.panel.leave_requested):
        member.taps("Leave kiosk")


def test_the_status_goes_on(meet: Callable[..., Member], qtbot: QtBot) -> None:
    member = meet()
    member.begin()
    member.types("4711")
    member.key(Qt.Key.Key_Return)
    member.panel._tick.setInterval(20)
    member.rows = (("Version", "1.2"), ("Memory", "90 MB"))
    qtbot.waitUntil(lambda: "90 MB" in member.words)
    member.rows = (("Problems", "none"),)
    qtbot.waitUntil(lambda: "Problems none" in member.words)
    assert "Version" not in member.words


def test_a_second_tap_on_ok_presses_nothing_that_came_in_its_place(
    meet: Callable[..., Member], qtbot: QtBot
) -> None:
    member = meet()
    member.panel._calm = 200
    left = []
    member.panel.leave_requested.connect(lambda: left.append(1))
    member.begin()
    member.types("4711")
    member.key(Qt.Key.Key_Return)
    member.taps("Leave kiosk", "Close")
    assert (left, member.panel.is_open) == ([], True)
    qtbot.waitUntil(lambda: member.panel._since.elapsed() > 200)
    member.taps("Leave kiosk")
    assert left == [1]


@pytest.mark.parametrize("kept", ["", "4711"])
def test_without_a_pin_it_says_how_to_set_one(meet: Callable[..., Member], kept: str) -> None:
    member = meet(kept=kept)
    member.begin()
    assert "No PIN has been set" in member.words
    assert "careleaf pin" in member.words
    assert member.buttons == ["Close"]
    member.types("4711")
    member.key(Qt.Key.Key_Escape)
    assert not member.panel.is_open
    assert member.asked_status == 0


def test_nothing_below_is_touched_or_typed_into(meet: Callable[..., Member]) -> None:
    member = meet()
    back = []
    member.went_back.activated.connect(lambda: back.append(1))
    member.below.setFocus()
    member.begin()
    member.types("47")
    member.key(Qt.Key.Key_Backspace)
    QTest.mouseClick(member.panel, LEFT, pos=QPoint(20, 20))
    QTest.keyClick(member.panel.dots, Qt.Key.Key_1, CONTROL)
    assert (member.below.text(), back, member.panel.dots.count) == ("", [], 1)


def test_it_is_no_window_of_its_own_and_follows_its_window(
    meet: Callable[..., Member], qtbot: QtBot
) -> None:
    member = meet()
    member.begin()
    member.types("4711")
    member.key(Qt.Key.Key_Return)
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    assert shown == [member.window]
    member.window.resize(1080, 1920)
    qtbot.waitUntil(lambda: member.panel.size() == member.window.size())


@pytest.mark.slow
@pytest.mark.parametrize("pixels", [24, 32, 64])
@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080), (1280, 720)])
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_key_is_large_enough_whole_and_within_reach(
    meet: Callable[..., Member], pixels: int, size: tuple[int, int], language: str
) -> None:
    member = meet(size=size)
    use_language(find_installation().translations, language)
    member.panel.retranslate()
    member.panel.set_scale(member.themes("contrast"), pixels, 1.0)
    member.begin()
    for stage in (Stage.ASKING, Stage.OPEN):
        QApplication.processEvents()
        assert member.shows(stage)
        places = []
        for button in member.panel.findChildren(QAbstractButton):
            if not button.isVisible():
                continue
            place = button.rect().translated(button.mapTo(member.window, QPoint()))
            places.append(place)
            assert min(place.width(), place.height()) >= 88, button.text()
            assert member.window.rect().contains(place), button.text()
            lines, metrics = button.text().split("\n"), button.fontMetrics()
            assert max(map(metrics.horizontalAdvance, lines)) < place.width() - 10, lines
            assert len(lines) * metrics.height() < place.height(), lines
            if size[1] > size[0]:
                assert place.top() >= size[1] // 2, button.text()
        overlaps = [(a, b) for a in places for b in places if a != b and a.intersects(b)]
        assert overlaps == []
        member.types("4711")
        member.key(Qt.Key.Key_Return)


def test_it_speaks_the_language_of_the_screen(meet: Callable[..., Member]) -> None:
    member = meet()
    use_language(find_installation().translations, "es")
    member.panel.retranslate()
    member.begin()
    assert member.panel.accessibleName() == "Personal"
    assert "Escriba el PIN del personal." in member.words
    assert {"Borrar", "Aceptar", "Cerrar"} <= set(member.buttons)


def test_status_rows_are_words() -> None:
    facts = Facts("1.2", [], [], "", 90_000, None)
    assert dict(status_rows(facts, "en")) == {
        "Version": "1.2",
        "Content": "none",
        "Problems": "none",
        "Printer": "none",
        "Running for": "1 day, 1 hour",
        "Memory": "not known",
    }
    many = [f"topic-{at}" for at in range(1_200)]
    rows = dict(status_rows(Facts("1.2", many, ["One."], "Front desk", 5, 82_400_000), "en"))
    assert rows["Content"].splitlines()[-2:] == ["topic-9", "and 1,190 more"]
    assert (rows["Problems"], rows["Running for"], rows["Memory"]) == ("One.", "1 minute", "82 MB")
