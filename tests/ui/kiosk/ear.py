"""Somebody who stands at a kiosk and cannot see: fingers, keys, and what is heard."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.kiosk.conftest import OpenKiosk
from tests.ui.kiosk.silent import VOICE
from tests.ui.kiosk.visitor import Visitor
from viewer.core.pages.spoken import Utterance
from viewer.kiosk_parts import Means
from viewer.ui.kiosk.explorer import Explorer
from viewer.ui.kiosk.spoken_mode import SpokenMode
from viewer.ui.speech import Speech

Part = TypeVar("Part", bound=QWidget)
HOLD = 60
"""Milliseconds of a hold in these tests."""
SILENT = Means(voice=(sys.executable, "-c", VOICE))
MUTE = Means(voice=(sys.executable, "-c", "import sys; sys.exit(1)"))
PIN = """
kiosk:
  pin: "scrypt$16384$8$1$_sRgmLpH4aefD1HJMx_ySQ$4klquvZlrItaAZo-1P34cDRAm33jSfAX6ab8l3p9Ng4"
"""
HINT = "To hear this page, choose Listen. Or touch its words."


class Ear:
    """Hears what a kiosk says, each time it begins to say something."""

    def __init__(self, visitor: Visitor, finger: QPointingDevice) -> None:
        self.visitor, self.window, self.qtbot = visitor, visitor.window, visitor.qtbot
        self.finger = finger
        speech = self.window.findChild(Speech)
        mode = self.window.findChild(SpokenMode)
        explorer = self.window.findChild(Explorer)
        assert isinstance(speech, Speech)
        assert isinstance(mode, SpokenMode)
        assert isinstance(explorer, Explorer)
        self.speech, self.mode = speech, mode
        self._hold = explorer._timer
        self.said: list[tuple[Utterance, ...]] = []
        speak = speech.speak

        def heard(utterances: Iterable[Utterance]) -> None:
            given = tuple(utterances)
            self.said.append(given)
            speak(given)

        speech.speak = heard  # type: ignore[method-assign]
        speech.begin()
        self.qtbot.waitUntil(lambda: speech._is_ready, timeout=20_000)

    @property
    def last(self) -> str:
        """What was begun last, in words."""
        return " ".join(one.text for one in self.said[-1]) if self.said else ""

    def press(self, place: QPoint) -> None:
        QTest.touchEvent(self.window.windowHandle(), self.finger).press(0, place).commit()

    def move(self, place: QPoint) -> None:
        QTest.touchEvent(self.window.windowHandle(), self.finger).move(0, place).commit()

    def release(self, place: QPoint) -> None:
        QTest.touchEvent(self.window.windowHandle(), self.finger).release(0, place).commit()
        self.visitor.look()

    def tap(self, where: QWidget | QPoint) -> str:
        """Touch the screen once, with a finger; gives what is heard."""
        self.visitor.look()
        place = where if isinstance(where, QPoint) else self.visitor.rect(where).center()
        self.press(place)
        self.release(place)
        return self.last

    def tap_twice(self, where: QWidget | QPoint) -> str:
        self.tap(where)
        return self.tap(where)

    def hold(self, where: QWidget | QPoint, *, quiet: bool = False) -> None:
        """Leave a finger where it is, until what it hears is over if all is to be ``quiet``."""
        place = where if isinstance(where, QPoint) else self.visitor.rect(where).center()
        with self.brief_hold():
            self.press(place)
            if quiet:
                self.be_quiet()
            self.qtbot.wait(HOLD * 3)
            self.release(place)

    @contextlib.contextmanager
    def brief_hold(self) -> Iterator[None]:
        """A finger need not stay for long; not at all times, or a slow touch would be a hold."""
        usual = self._hold.interval()
        self._hold.setInterval(HOLD)
        yield
        self._hold.setInterval(usual)

    @property
    def is_holding(self) -> bool:
        """Whether the finger that is down would turn it on or off if it stayed."""
        return self._hold.isActive()

    def turn_on(self) -> None:
        """By the key of a keypad."""
        QTest.keyClick(self.window.windowHandle(), Qt.Key.Key_F4)
        self.qtbot.waitUntil(lambda: self.mode.is_on)
        self.be_quiet()

    def be_quiet(self) -> None:
        """What is being said is over."""
        self.speech._forget()
        self.speech.changed.emit()


@pytest.fixture
def ear(open_kiosk: OpenKiosk, finger: QPointingDevice) -> Ear:
    return Ear(open_kiosk(means=SILENT), finger)


def part(ear: Ear, kind: type[Part]) -> Part:
    found = ear.window.findChild(kind)
    assert isinstance(found, kind)
    return found


def words(ear: Ear, text: str) -> QPoint:
    """Where words of the page stand, scrolled to."""
    view = ear.window.view
    found = view.document().find(text)
    assert not found.isNull(), text
    return spot(ear, found.selectionStart() + 2)


def spot(ear: Ear, position: int) -> QPoint:
    """Where a character of the page stands, scrolled to."""
    view = ear.window.view
    found = view.textCursor()
    found.setPosition(position)
    bar = view.verticalScrollBar()
    bar.setValue(view.cursorRect(found).top() + bar.value() - view.viewport().height() // 2)
    return view.viewport().mapTo(ear.window, view.cursorRect(found).center())


def link(ear: Ear) -> QPoint:
    """Where the first link of the page stands, scrolled to."""
    block = ear.window.view.document().begin()
    while block.isValid():
        fragments = block.begin()
        while not fragments.atEnd():
            if fragments.fragment().charFormat().anchorHref():
                return spot(ear, fragments.fragment().position() + 2)
            fragments += 1
        block = block.next()
    raise AssertionError("no link")
