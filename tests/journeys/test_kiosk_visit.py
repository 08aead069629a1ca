"""A visitor reads, listens, searches and prints in Spanish, and walks away; the next one comes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.kiosk.conftest import OpenKiosk, open_kiosk
from tests.ui.kiosk.silent import VOICE
from tests.ui.kiosk.traces import files_with, words_of
from tests.ui.kiosk.visitor import Visitor
from tests.ui.test_handout_output import to_file
from viewer.folders import Folders
from viewer.kiosk_parts import Means
from viewer.ui.kiosk.idle import Idle
from viewer.ui.kiosk.printer import PrinterState
from viewer.ui.kiosk.still_there import StillThere
from viewer.ui.speech import Speech

__all__ = ["open_kiosk"]

TIME = 20_000
CLINIC = """
clinic_name: Riverside Kidney Care
emergency_number: "112"
care_team_phone: 555-0100
paper: a4
languages: [en, es]
kiosk: {idle_seconds: 3600, countdown_seconds: 20, printer: Front desk, prints_per_visitor: 1}
"""
TYPED = "hielo"
FIRST, ROW = "¿Qué es la calcifilaxis?", "¿A quién le puede dar?"
FOUND = "¿A qué temperatura debe estar mi cuarto?"
PAGES = ["background", "epidemiology", "temperature", "when-to-get-help", "calciphylaxis"]
"""The names of pages that were read, or could have been."""


class Stay:
    """A kiosk in a waiting room, and what its visitors leave there."""

    def __init__(self, visitor: Visitor, papers: Path, home: Path) -> None:
        self.visitor, self.papers, self.home = visitor, papers, home
        window = self.window = visitor.window
        self.qtbot = visitor.qtbot
        speech, still_there = window.findChild(Speech), window.findChild(StillThere)
        idle = window.findChild(Idle)
        assert isinstance(speech, Speech)
        assert isinstance(still_there, StillThere)
        assert isinstance(idle, Idle)
        self.speech, self.still_there, self.idle = speech, still_there, idle
        self.before = words_of(window) | {
            "Digits typed: 0"
        }  # which staff's panel says at all times
        self.looks = window.grab().toImage()
        self.disk = self.files()

    def files(self) -> dict[str, bytes]:
        return {str(p): p.read_bytes() for p in self.home.rglob("*") if p.is_file()}

    @property
    def said(self) -> str:
        """The sentence above the bar."""
        label = self.window.findChild(QLabel, "kioskSaid")
        assert isinstance(label, QLabel)
        return label.text()

    @property
    def field(self) -> QLineEdit:
        field = self.window.topics.findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        return field

    def hears(self) -> str:
        """A sentence, as it is read aloud."""
        self.qtbot.waitUntil(lambda: self.speech.current is not None, timeout=TIME)
        current = self.speech.current
        assert current is not None
        return current.language

    def waits_at_the_printer(self) -> None:
        assert self.said == "Imprimiendo. Espere junto a la impresora, por favor."
        self.qtbot.waitUntil(lambda: self.said.startswith("Su página se envió a la"), timeout=TIME)
        (paper,) = self.papers.glob("*.pdf")
        with pikepdf.open(paper) as pdf:
            assert len(pdf.pages) >= 1

    def walks_away(self) -> None:
        """Nobody touches anything any more; to wait less, the settings give them less time."""
        self.idle.use(60, 40)
        self.qtbot.waitUntil(self.still_there.isVisible, timeout=TIME)
        assert self.still_there.question.text() == "¿Sigue ahí?"
        self.qtbot.waitUntil(lambda: self.window.visit.is_fresh, timeout=TIME)
        self.idle.use(3_600, 20)  # whoever comes next may take their time
        QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
        QCoreApplication.processEvents()

    def is_as_it_was(self) -> None:
        """Home as the clinic has it, and nothing of the visitor anywhere."""
        visitor, window = self.visitor, self.window
        assert visitor.is_home
        assert visitor.title == "What would you like to know?"
        assert words_of(window) - self.before == set()
        assert window.grab().toImage() == self.looks, "size, colours and language are the clinic's"
        assert not self.still_there.isVisible()
        assert window.visit.place is None
        assert not self.speech.is_speaking
        for mode in QGuiApplication.clipboard().Mode:
            assert QGuiApplication.clipboard().text(mode) == ""
        assert self.files() == self.disk, "nothing is written about a visitor"
        assert files_with(self.home, [TYPED, *PAGES]) == []

    def meets_the_next(self) -> None:
        """Who finds no way back, an empty field, English words, and a page to be printed."""
        visitor = self.visitor
        assert "Back" not in visitor.names
        visitor.touch("All topics")
        assert visitor.title == "Calciphylaxis"
        assert self.field.text() == ""
        visitor.touch("Back")
        assert visitor.is_home
        visitor.touch("Move safely")
        assert visitor.title == "How can I move safely?"
        visitor.touch("Print")
        assert self.said == "Printing. Please wait at the printer."
        visitor.touch("Start over")
        assert self.said == ""


@pytest.fixture
def stay(
    open_kiosk: OpenKiosk,
    clinic: Callable[[str], None],
    folders: Folders,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Stay:
    monkeypatch.setattr("viewer.ui.handout_printing.MOST_DOTS", 40)  # nobody reads these
    clinic(CLINIC)
    papers = tmp_path / "papers"
    papers.mkdir()
    means = Means(
        second=10,
        voice=(sys.executable, "-c", VOICE),
        printer_of=lambda name, _: to_file(papers / f"{name}.pdf"),
        state_of=lambda _: PrinterState.READY,
    )
    return Stay(open_kiosk(means=means), papers, folders.config.parent)


def test_a_visitor_leaves_no_trace(stay: Stay) -> None:
    visitor = stay.visitor
    visitor.touch("Español")
    assert visitor.title == "¿Qué le gustaría saber?"
    visitor.touch(FIRST)
    assert visitor.title == FIRST
    visitor.touch("Letra más grande")
    visitor.touch("Contraste")
    visitor.touch("Escuchar")
    assert stay.hears() == "es"
    visitor.touch("Imprimir")
    stay.waits_at_the_printer()
    visitor.touch("Imprimir")
    assert stay.said.startswith("Ya imprimió todo lo que se puede aquí.")
    visitor.touch_row(ROW)
    assert visitor.title == ROW
    assert not stay.speech.is_speaking, "another page is not the one that is being read"
    visitor.touch("Atrás")
    assert visitor.title == FIRST

    visitor.touch("Inicio")
    visitor.touch("Todos los temas")
    visitor.touch_at(visitor.rect(stay.field).center())
    for letter in TYPED:
        visitor.touch(letter)
    assert stay.field.text() == TYPED
    stay.qtbot.waitUntil(lambda: FOUND in " ".join(visitor.names), timeout=TIME)
    visitor.touch(FOUND)
    assert visitor.title == FOUND
    visitor.touch("Atrás")
    assert stay.field.text() == TYPED
    visitor.touch("Escuchar")
    assert stay.speech.is_speaking

    stay.speech.stop()  # it has come to its end
    stay.walks_away()
    stay.is_as_it_was()
    stay.meets_the_next()


class Keys:
    """A visitor with a keyboard and no hand for the screen."""

    def __init__(self, stay: Stay, qtbot: QtBot) -> None:
        self.stay, self.visitor, self.qtbot = stay, stay.visitor, qtbot

    def go_to(self, name: str) -> None:
        """Press Tab until the focus is on a control."""
        for _ in range(60):
            widget = QGuiApplication.focusObject()
            if isinstance(widget, QAbstractButton | QLineEdit):
                words = (widget.accessibleName(), widget.property("text"))
                if any(isinstance(each, str) and each.startswith(name) for each in words):
                    return
            self.visitor.key(Qt.Key.Key_Tab)
        raise AssertionError(f"{name}: Tab does not lead there; there are {self.visitor.names}")

    def press(self, name: str) -> None:
        self.go_to(name)
        self.visitor.key(Qt.Key.Key_Space)

    def meet_the_next(self) -> None:
        """Who finds with keys what the next one with a finger finds."""
        visitor, stay = self.visitor, self.stay
        assert "Back" not in visitor.names
        self.press("All topics")
        assert visitor.title == "Calciphylaxis"
        assert stay.field.text() == ""
        self.press("Back")
        assert visitor.is_home
        self.press("Move safely")
        assert visitor.title == "How can I move safely?"
        self.press("Print")
        assert stay.said == "Printing. Please wait at the printer."
        self.press("Start over")
        assert stay.said == ""
        assert visitor.is_home

    def follow(self, words: str) -> None:
        """Press Tab until the focus is on a link of the page, and Enter."""
        view = self.visitor.window.view
        for _ in range(60):
            if view.hasFocus() and words in view.textCursor().selectedText():
                self.visitor.key(Qt.Key.Key_Return)
                return
            self.visitor.key(Qt.Key.Key_Tab)
        raise AssertionError(f"{words}: Tab does not lead there")


@pytest.mark.slow
def test_a_visitor_with_keys_alone_leaves_no_trace(stay: Stay, qtbot: QtBot) -> None:
    visitor, keys = stay.visitor, Keys(stay, qtbot)
    keys.press("Español")
    assert visitor.title == "¿Qué le gustaría saber?"
    keys.press(FIRST)
    assert visitor.title == FIRST
    keys.press("Letra más grande")
    keys.press("Contraste")
    keys.press("Escuchar")
    assert stay.hears() == "es"
    keys.press("Imprimir")
    stay.waits_at_the_printer()
    keys.follow(ROW)
    assert visitor.title == ROW
    keys.press("Atrás")
    assert visitor.title == FIRST

    keys.press("Inicio")
    keys.press("Todos los temas")
    keys.go_to("Buscar")
    for letter in TYPED:
        visitor.key(Qt.Key(ord(letter.upper())))
    assert stay.field.text() == TYPED
    visitor.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: FOUND in " ".join(visitor.names), timeout=TIME)
    keys.press(FOUND)
    assert visitor.title == FOUND

    stay.walks_away()
    stay.is_as_it_was()
    keys.meet_the_next()
