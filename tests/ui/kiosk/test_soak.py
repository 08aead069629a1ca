"""Ten thousand touches and keys of people who mean nothing by them, and five thousand pages."""

from __future__ import annotations

import gc
import random
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.kiosk.conftest import OpenKiosk
from tests.ui.kiosk.locked import finger, other_windows
from tests.ui.kiosk.silent import VOICE
from tests.ui.kiosk.turning import turn_pages
from tests.ui.kiosk.visitor import Visitor
from tests.ui.test_handout_output import to_file
from viewer.folders import Folders
from viewer.kiosk_parts import Means
from viewer.ui.kiosk.attract import Attract
from viewer.ui.kiosk.idle import Idle
from viewer.ui.kiosk.printer import PrinterState
from viewer.ui.kiosk.staff import StaffPanel
from viewer.ui.kiosk.still_there import StillThere

__all__ = ["finger"]

DEEDS, SETTLED, LOOK_EACH = 10_000, 2_000, 250
PAGES = 5_000
GROWN = 40
"""Widgets more than there were when all had been seen once: rows for another list, and no more."""
CLINIC = """
clinic_name: Riverside Kidney Care
languages: [en, es]
kiosk:
  idle_seconds: 15
  countdown_seconds: 20
  printer: Front desk
  pin: "scrypt$16384$8$1$_sRgmLpH4aefD1HJMx_ySQ$4klquvZlrItaAZo-1P34cDRAm33jSfAX6ab8l3p9Ng4"
"""
KEYS = [
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageDown),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Backspace, Qt.Key.Key_Delete),
    *(Qt.Key.Key_A, Qt.Key.Key_E, Qt.Key.Key_S, Qt.Key.Key_Z, Qt.Key.Key_1, Qt.Key.Key_7),
    *(Qt.Key.Key_F1, Qt.Key.Key_F4, Qt.Key.Key_F10, Qt.Key.Key_Menu, Qt.Key.Key_Print),
]
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
HELD = [NONE] * 8 + [SHIFT, CONTROL, ALT, CONTROL | ALT]


class Crowd:
    """Does one thing after the other, the same in each run."""

    def __init__(self, visitor: Visitor, finger: QPointingDevice, seed: int) -> None:
        self.visitor, self.window, self.finger = visitor, visitor.window, finger
        self.random = random.Random(seed)
        self.seen: Counter[str] = Counter()
        handle = self.window.windowHandle()
        assert handle is not None
        self.handle = handle
        self.overlays = [
            overlay
            for kind in (Attract, StillThere, StaffPanel)
            if isinstance(overlay := self.window.findChild(kind), QWidget)
        ]
        idle = self.window.findChild(Idle)
        assert isinstance(idle, Idle)
        self.idle = idle

    def act(self) -> None:
        """Anything that hands can do."""
        deeds: list[tuple[int, Callable[[], None]]] = [
            (30, self.touch_a_button),
            (20, self.touch_anywhere),
            (10, self.click_anywhere),
            (30, self.press_a_key),
            (8, self.drag),
            (1, self.ask_for_staff),
            (2, self.walk_away),
            (4, self.open_all_topics),
            (2, self.wait),
        ]
        deed = self.random.choices([d for _, d in deeds], [weight for weight, _ in deeds])[0]
        deed()
        QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
        QCoreApplication.processEvents()
        self.seen[deed.__name__] += 1
        self.seen[self.window.visit.stop.front.name] += 1
        self.seen.update(type(overlay).__name__ for overlay in self.overlays if overlay.isVisible())

    def somewhere(self) -> QPoint:
        wide, high = self.window.width(), self.window.height()
        return QPoint(self.random.randrange(wide), self.random.randrange(high))

    def touch(self, place: QPoint) -> None:
        QTest.touchEvent(self.handle, self.finger).press(0, place).commit()
        QTest.touchEvent(self.handle, self.finger).release(0, place).commit()

    def touch_anywhere(self) -> None:
        self.touch(self.somewhere())

    def touch_a_button(self) -> None:
        buttons = self.visitor.buttons
        if buttons:
            self.touch(self.visitor.rect(self.random.choice(buttons)).center())

    def click_anywhere(self) -> None:
        button = self.random.choice([Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton])
        click = self.random.choice([QTest.mouseClick, QTest.mouseDClick])
        click(self.handle, button, NONE, self.somewhere())

    def press_a_key(self) -> None:
        QTest.keyClick(self.handle, self.random.choice(KEYS), self.random.choice(HELD))

    def drag(self) -> None:
        start, end = self.somewhere(), self.somewhere()
        QTest.touchEvent(self.handle, self.finger).press(0, start).commit()
        for step in range(1, 6):
            place = start + (end - start) * step / 5
            QTest.touchEvent(self.handle, self.finger).move(0, place).commit()
        QTest.touchEvent(self.handle, self.finger).release(0, end).commit()

    def ask_for_staff(self) -> None:
        QTest.keyClick(self.handle, Qt.Key.Key_S, CONTROL | ALT)

    def walk_away(self) -> None:
        """And stay away, until the tiles come by turns."""
        self.window.visit.wipe()
        self.overlays[0].begin()  # type: ignore[attr-defined]

    def open_all_topics(self) -> None:
        """Where Home is in sight: most touches miss it."""
        tiles = self.window.home.tiles
        if tiles and tiles[-1].isVisible():
            self.touch(self.visitor.rect(tiles[-1]).center())

    def wait(self) -> None:
        """Until the countdown comes, or nearly."""
        self.visitor.qtbot.wait(self.random.choice([20, 180, 350]))


def check(visitor: Visitor, folders: Folders) -> None:
    """What must be so at any time."""
    window = visitor.window
    assert window.isVisible()
    assert other_windows(window) == []
    assert QApplication.activeModalWidget() is None
    assert QApplication.activePopupWidget() is None
    shown = [each for each in QGuiApplication.topLevelWindows() if each.isVisible()]
    assert shown == [window.windowHandle()]
    log = folders.state / "log" / "kiosk.log"
    assert not log.exists() or " ERROR " not in log.read_text("utf-8")


def widgets(window: QWidget) -> int:
    gc.collect()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
    return len(window.findChildren(QWidget))


@pytest.mark.slow
def test_ten_thousand_deeds_and_five_thousand_pages(
    open_kiosk: OpenKiosk,
    clinic: Callable[[str], None],
    folders: Folders,
    finger: QPointingDevice,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("viewer.ui.handout_printing.MOST_DOTS", 40)  # nobody reads these
    clinic(CLINIC)
    means = Means(
        second=10,
        voice=(sys.executable, "-c", VOICE),
        printer_of=lambda name, _: to_file(tmp_path / f"{name}.pdf"),
        state_of=lambda _: PrinterState.READY,
    )
    visitor = open_kiosk(means=means, size=(1280, 800))
    window = visitor.window
    crowd, settled = Crowd(visitor, finger, 20261), 0
    for number in range(1, DEEDS + 1):
        crowd.act()
        if number == SETTLED:
            settled = widgets(window)
        if number % LOOK_EACH == 0:
            check(visitor, folders)
    assert settled
    print(f"\n{dict(crowd.seen)}; widgets: {settled}, then {widgets(window)}")
    for seen in ("HOME", "PAGE", "LIST", "Attract", "StillThere", "StaffPanel"):
        assert crowd.seen[seen] > 10, f"{seen} has hardly been there"
    assert widgets(window) <= settled + GROWN

    crowd.idle.use(3_600, 20)
    window.visit.wipe()
    before = widgets(window)
    for number in turn_pages(window):
        if number == PAGES:
            break
    check(visitor, folders)
    print(f"widgets after {PAGES} pages: {before}, then {widgets(window)}")
    assert widgets(window) <= before + GROWN

    visitor.touch("What is calciphylaxis?")
    assert visitor.page
    visitor.touch("Home")
    assert visitor.is_home
