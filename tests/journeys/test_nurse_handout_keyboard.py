"""The nurse's way to a handout with the keyboard alone, each step told by what has the focus."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from tests.conftest import OpenViewer
from tests.journeys.test_nurse_handout import words_of
from tests.ui.nurse import TIME, Nurse
from tests.ui.reader import CONTROL, NO_MODIFIER, SHIFT
from tests.ui.spoken import spoken
from viewer.ui.clinic_page import ClinicPage

Key = Qt.Key
LIMIT = "1200 ml"
MOST = 60
"""Presses of Tab after which somebody gives up."""


class Hands:
    """Two hands on a keyboard."""

    def __init__(self, nurse: Nurse) -> None:
        self.nurse = nurse

    @property
    def at(self) -> QWidget:
        """What has the focus."""
        focused = self.nurse.dialog.focusWidget()
        assert focused is not None
        assert focused.isVisible()
        return focused

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.at, key, modifier)
        QApplication.processEvents()

    def bring(self, window: QWidget) -> None:
        """Let a window have the keys, which desktops do by themselves."""

        def is_in_front() -> bool:
            if not window.isActiveWindow():
                window.activateWindow()
            return window.isActiveWindow()

        self.nurse.qtbot.waitUntil(is_in_front, timeout=TIME)

    def tab_to(self, name: str) -> None:
        """Press Tab until this is said."""
        self._go(lambda: spoken(self.at).name == name, Key.Key_Tab, name)

    def tab_to_widget(self, widget: QWidget) -> None:
        """Press Tab until this has the focus."""
        self._go(lambda: self.at is widget, Key.Key_Tab, widget.accessibleName())

    def back_to(self, name: str) -> None:
        """The other way round."""
        self._go(lambda: spoken(self.at).name == name, Key.Key_Backtab, name)

    def tab_to_group(self, group: str) -> None:
        """Press Tab until a control of this group has the focus."""
        self._go(lambda: spoken(self.at).groups == (group,), Key.Key_Tab, group)

    def _go(self, is_there: Callable[[], bool], key: Qt.Key, name: str) -> None:
        met: list[str] = []
        while not is_there():
            met.append(spoken(self.at).name)
            assert len(met) < MOST, f"{name} is not among {met}"
            self.press(key, SHIFT if key == Key.Key_Backtab else NO_MODIFIER)


def test_a_handout_without_a_mouse(open_viewer: OpenViewer, tmp_path: Path) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--section", "hydration", "--plain")
    reader.key(Key.Key_P, CONTROL)
    nurse = Nurse(reader)
    nurse.wait()
    hands = Hands(nurse)
    choose(hands)
    hands.tab_to("Mi límite al día")
    assert spoken(hands.at).groups == ("Fill in",)
    QTest.keyClicks(hands.at, LIMIT)
    nurse.wait()
    look_at_the_pages(hands)
    hands.back_to("Mi límite al día")
    set_the_clinics_number(hands)
    assert spoken(hands.at).name == "Mi límite al día", "where it was"

    file = tmp_path / "plan.pdf"
    hands.press(Key.Key_S, CONTROL)
    asking = nurse.system_dialog(QFileDialog)
    name = asking.findChild(QLineEdit)
    assert isinstance(name, QLineEdit)
    name.selectAll()
    QTest.keyClicks(name, str(file))

    def is_saved() -> bool:
        """The first Enter may only close the system's list of names that begin so."""
        if asking.isVisible():
            QTest.keyClick(name, Key.Key_Return)
        return file.exists()

    nurse.qtbot.waitUntil(is_saved, timeout=TIME)
    assert str(file) in nurse.status
    words = words_of(file)
    assert words.count(LIMIT) == 2, "in both languages"
    assert "555-0199" in words

    hands.press(Key.Key_Escape)
    assert not nurse.has_dialog
    assert reader.window.focusWidget() is reader.page


def choose(hands: Hands) -> None:
    """Spanish with English beside it, in large print, on Letter."""
    assert spoken(hands.at).name == "This page"
    assert spoken(hands.at).groups == ("What to print",)
    hands.tab_to("Language")
    hands.press(Key.Key_Down)
    assert spoken(hands.at).value == "Español"
    hands.tab_to("Second language beside it")
    hands.press(Key.Key_Down)
    assert spoken(hands.at).value == "English"
    hands.tab_to_group("Print size")
    hands.press(Key.Key_Down)
    assert (spoken(hands.at).name, spoken(hands.at).checked) == ("Large, 18 pt", True)
    hands.tab_to_group("Paper")
    hands.press(Key.Key_Right)  # round the two of them
    assert (spoken(hands.at).name, spoken(hands.at).checked) == ("Letter", True)
    hands.nurse.wait()


def look_at_the_pages(hands: Hands) -> None:
    """Go into the preview, turn pages, and come out again."""
    preview = hands.nurse.dialog.preview
    hands.tab_to_widget(preview.paper)
    before = preview.page_number
    for _ in range(3):
        hands.press(Key.Key_PageUp)
    assert preview.page_number < before
    assert f"page {preview.page_number} of" in spoken(hands.at).name
    hands.press(Key.Key_Tab)
    assert spoken(hands.at).name == "Print…", "the preview lets go"


def set_the_clinics_number(hands: Hands) -> None:
    """Open the clinic's settings over the dialog, type a number, and save."""

    def opened() -> list[ClinicPage]:
        tops = QApplication.topLevelWidgets()
        return [top for top in tops if isinstance(top, ClinicPage) and top.isVisible()]

    def focused() -> QWidget:
        found = opened()[0].focusWidget()
        assert found is not None
        return found

    qtbot, dialog = hands.nurse.qtbot, hands.nurse.dialog
    hands.press(Key.Key_Comma, CONTROL)
    qtbot.waitUntil(lambda: bool(opened()))
    hands.bring(opened()[0])
    for _ in range(2):
        QTest.keyClick(focused(), Key.Key_Tab)
    assert spoken(focused()).name == "Care team's telephone"
    QTest.keyClicks(focused(), "555-0199")
    QTest.keyClick(focused(), Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: not opened())
    hands.bring(dialog)
    hands.nurse.wait()
