"""Nobody there: what counts as use, the countdown, clocks that jump, computers that sleep."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.kiosk.locked import LEFT, SmallKiosk, finger, kiosk, tap
from viewer.ui.kiosk.idle import LONGEST_LISTENING, Idle, time_with_sleep

__all__ = ["finger", "kiosk"]

NOTHING = Qt.KeyboardModifier.NoModifier
SECOND = 5
"""Milliseconds of a second here."""


class Watched:
    """An Idle that waits for 4 short seconds and counts 3, on a clock of the test's own."""

    def __init__(self, window: SmallKiosk) -> None:
        self.clock = 1000.0
        self.ticking = True
        self.said: list[str] = []
        self.idle = Idle(window, 4, 3, second=SECOND, now=self.now)
        self.idle.idle.connect(lambda: self.said.append("idle"))
        self.idle.countdown.connect(lambda left: self.said.append(str(left)))
        self.idle.used.connect(lambda: self.said.append("used"))
        self.idle.ended.connect(lambda: self.said.append("ended"))

    def now(self) -> float:
        return self.clock


@pytest.fixture
def watched(kiosk: SmallKiosk) -> Iterator[Watched]:
    watched = Watched(kiosk)
    yield watched
    watched.idle.let_go()
    watched.idle.stop()


WHOLE = ["idle", "3", "2", "1", "ended"]


def test_idle_then_each_second_then_the_end(watched: Watched, qtbot: QtBot) -> None:
    watched.idle.start()
    qtbot.waitUntil(lambda: "ended" in watched.said)
    assert watched.said == WHOLE
    assert not watched.idle.is_started
    qtbot.wait(SECOND * 4)
    assert watched.said == WHOLE, "until it is started again"


def test_where_nobody_has_begun_nothing_is_counted(
    watched: Watched, kiosk: SmallKiosk, qtbot: QtBot
) -> None:
    kiosk.click(kiosk.button)
    qtbot.wait(SECOND * 8)
    assert watched.said == []
    watched.idle.start()
    watched.idle.stop()
    qtbot.wait(SECOND * 8)
    assert watched.said == []


@pytest.mark.parametrize("use", ["finger", "mouse", "key", "wheel", "speech"])
def test_use_puts_it_off(
    watched: Watched, kiosk: SmallKiosk, finger: QPointingDevice, use: str
) -> None:
    watched.idle.start()
    window = kiosk.system_window
    uses = {
        "finger": lambda: tap(kiosk, finger, QPoint(100, 100)),
        "mouse": lambda: kiosk.click(kiosk.page.viewport(), at=QPoint(5, 300)),
        "key": lambda: QTest.keyClick(window, Qt.Key.Key_Down),
        "wheel": lambda: QTest.wheelEvent(window, QPointF(99, 99), QPoint(0, -120)),
        "speech": watched.idle.note_listening,
    }
    watched.idle._timer.setInterval(60_000)  # no second ends here, however slow this computer is
    for _ in range(10):
        watched.idle._unused = 3  # as if it were about to be over
        uses[use]()
        assert watched.idle._unused == 0
        assert not watched.idle.is_counting
    assert "ended" not in watched.said


@pytest.mark.parametrize("what", ["pointer", "finger", "key", "hover"])
def test_what_trembles_is_stuck_or_hovers_is_no_use(
    watched: Watched, kiosk: SmallKiosk, finger: QPointingDevice, qtbot: QtBot, what: str
) -> None:
    window = kiosk.system_window
    touch = QTest.touchEvent(window, finger)
    if what == "finger":
        touch.press(0, QPoint(100, 100)).commit()
    elif what == "pointer":
        QTest.mousePress(window, LEFT, pos=QPoint(50, 50))
    watched.idle.start()
    turn = 0
    while not watched.said and turn < 1000:
        turn += 1
        if what == "finger":
            touch.move(0, QPoint(100 + turn % 3, 100)).commit()
        elif what == "key":
            stuck = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, NOTHING, "a", True)
            QCoreApplication.sendEvent(window, stuck)
        else:
            far = turn % 2 * (100 if what == "hover" else 1)
            QTest.mouseMove(window, QPoint(50 + far, 50))
        qtbot.wait(1)
    assert watched.said[:1] == ["idle"]
    if what == "finger":
        touch.release(0, QPoint(100, 100)).commit()
    elif what == "pointer":
        QTest.mouseRelease(window, LEFT, pos=QPoint(50, 50))


def test_a_drag_is_use(watched: Watched, kiosk: SmallKiosk) -> None:
    window = kiosk.system_window
    watched.idle.start()
    watched.idle._timer.setInterval(60_000)  # no second ends here
    QTest.mousePress(window, LEFT, pos=QPoint(50, 50))
    watched.idle._unused = 3
    QTest.mouseMove(window, QPoint(50, 54))
    assert watched.idle._unused >= 3
    QTest.mouseMove(window, QPoint(50, 90))
    assert watched.idle._unused == 0
    QTest.mouseRelease(window, LEFT, pos=QPoint(50, 90))


def test_somebody_who_answers_goes_on(watched: Watched, qtbot: QtBot) -> None:
    def answer(left: int) -> None:
        if left == 2 and "used" not in watched.said:
            watched.idle.note_use()
            assert not watched.idle.is_counting

    watched.idle.countdown.connect(answer)
    watched.idle.start()
    qtbot.waitUntil(lambda: "ended" in watched.said)
    assert watched.said == ["idle", "3", "2", "used", *WHOLE], "the next countdown is a whole one"


def test_the_touch_that_answers_is_the_overlays(
    watched: Watched, kiosk: SmallKiosk, qtbot: QtBot
) -> None:
    """Else the countdown would be off before the overlay knows, and the page be pressed."""
    watched.idle.start()
    qtbot.waitUntil(lambda: watched.idle.is_counting)
    kiosk.click(kiosk.button)
    assert "used" not in watched.said


def test_a_clock_that_jumps_a_little_never_skips_the_countdown(
    watched: Watched, qtbot: QtBot
) -> None:
    watched.idle.start()
    for _ in range(3):
        watched.clock += 3 * SECOND / 1000
        qtbot.wait(SECOND)
    watched.clock -= 50
    qtbot.waitUntil(lambda: "3" in watched.said)
    watched.clock += 5 * SECOND / 1000
    qtbot.waitUntil(lambda: "ended" in watched.said)
    assert watched.said == WHOLE


def test_after_a_long_sleep_the_page_is_wiped_and_not_asked_about(
    watched: Watched, qtbot: QtBot
) -> None:
    watched.idle.start()
    watched.clock += 8 * 3600
    qtbot.waitUntil(lambda: bool(watched.said))
    assert watched.said == ["ended"]


def test_the_touch_that_wakes_the_computer_reaches_nothing(
    watched: Watched, kiosk: SmallKiosk
) -> None:
    watched.idle.start()
    watched.clock += 8 * 3600
    kiosk.click(kiosk.button)
    assert watched.said == ["ended"]
    assert kiosk.pressed == []


def test_a_sleep_during_the_countdown_ends_it(watched: Watched, qtbot: QtBot) -> None:
    watched.idle.start()
    qtbot.waitUntil(lambda: "3" in watched.said)
    watched.clock += 3600
    watched.idle.note_use()
    assert watched.said[-1] == "ended"


def test_a_late_answer_from_a_slot_stops_it(watched: Watched, qtbot: QtBot) -> None:
    watched.idle.idle.connect(watched.idle.stop)
    watched.idle.start()
    qtbot.waitUntil(lambda: "idle" in watched.said)
    qtbot.wait(SECOND * 5)
    assert watched.said == ["idle"]


def test_the_clock_goes_on(qapp: QApplication) -> None:
    before = time_with_sleep()
    assert time_with_sleep() >= before


def test_a_page_that_is_read_aloud_for_ever_keeps_nobody_there(
    watched: Watched, kiosk: SmallKiosk, qtbot: QtBot
) -> None:
    watched.idle.start()
    watched.clock += LONGEST_LISTENING / 2
    watched.idle._last = watched.clock  # it has ticked all the while
    kiosk.click(kiosk.page.viewport(), at=QPoint(5, 300))
    for _ in range(2):
        watched.clock += LONGEST_LISTENING / 2
        watched.idle._last, watched.idle._unused = watched.clock, 3
        watched.idle.note_listening()
        assert watched.idle._unused == 0, "somebody has touched it not so long ago"
    watched.clock += 1
    watched.idle._last = watched.clock
    qtbot.waitUntil(lambda: bool(watched.said))
    while "ended" not in watched.said:
        watched.idle.note_listening()
        qtbot.wait(1)
    assert watched.said == WHOLE


def test_more_time_makes_every_later_wait_of_the_visit_longer(watched: Watched) -> None:
    idle = watched.idle
    idle.start()
    assert (idle.wait, idle.countdown_seconds) == (4, 3)
    idle.give_more_time()
    assert (idle.wait, idle.countdown_seconds) == (40, 9), "ten times, as WCAG 2.2.1 asks"
    idle.note_use()
    assert idle.wait == 40
    idle.stop()
    idle.start()
    assert (idle.wait, idle.countdown_seconds) == (4, 3), "the next visitor has not asked"


@pytest.mark.parametrize(("seconds", "longer"), [(90, 900), (600, 1_800), (3_600, 3_600)])
def test_more_time_is_half_an_hour_at_the_most_and_never_less(
    watched: Watched, seconds: int, longer: int
) -> None:
    watched.idle.use(seconds, 20)
    watched.idle.give_more_time()
    assert watched.idle.wait == longer


def test_whoever_explores_the_answers_has_the_whole_countdown_again(watched: Watched) -> None:
    idle = watched.idle
    idle.start()
    for _ in range(4):
        idle._tick()
    idle._tick()
    assert idle.is_counting
    idle.count_anew()
    assert watched.said[-1] == "3"
    idle.stop()
    idle.count_anew()
    assert not idle.is_counting
