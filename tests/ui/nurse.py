"""What a nurse does in the handout dialog, and what she sees there."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QWidget,
)

from tests.ui.reader import LEFT, Reader
from viewer.ui.handout_dialog import HandoutDialog

W = TypeVar("W", bound=QWidget)
D = TypeVar("D", bound=QDialog)
TIME = 20_000
"""Milliseconds; the first handout loads typst, on a computer that may be busy."""


class Nurse:
    """Somebody in front of the dialog."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.qtbot = reader.qtbot

    @property
    def dialog(self) -> HandoutDialog:
        """The dialog that is open."""
        found = [d for d in self.reader.window.findChildren(HandoutDialog) if d.isVisible()]
        assert len(found) == 1
        return found[0]

    @property
    def has_dialog(self) -> bool:
        """Whether it is open."""
        return any(d.isVisible() for d in self.reader.window.findChildren(HandoutDialog))

    def open(self) -> None:
        """Press Handout, and wait for the pages."""
        self.reader.press("Handout")
        self.wait()

    def wait(self) -> None:
        """Wait for the pages of what is chosen, or for a sentence on why there are none."""
        dialog = self.dialog

        def is_done() -> bool:
            return dialog.drawing.is_current or dialog.choices.is_empty

        self.qtbot.waitUntil(is_done, timeout=TIME)

    # --- seeing -------------------------------------------------------------------

    @property
    def text(self) -> str:
        """The words of all pages of the preview."""
        preview = self.dialog.preview
        pages = (preview.document.getAllText(page).text() for page in range(preview.page_count))
        return " ".join(" ".join(pages).split())

    @property
    def status(self) -> str:
        """What the dialog says of saving and printing."""
        status = self.dialog.status
        return status.text() if status.isVisible() else ""

    @property
    def problem(self) -> str:
        """The sentence in the place of the pages."""
        problem = self.dialog.preview.problem
        return problem.text() if problem.isVisible() else ""

    def button(self, name: str) -> QAbstractButton:
        """The control with this name."""
        return self._one(QAbstractButton, name)

    def answers(self) -> list[str]:
        """What is chosen, of all that has pills."""
        every = self.dialog.choices.findChildren(QAbstractButton)
        return [b.accessibleName() for b in every if b.isChecked() and b.isVisible()]

    def field(self, name: str) -> QLineEdit:
        """The field with this label."""
        return self._one(QLineEdit, name)

    def picker(self, name: str) -> QComboBox:
        """The list that opens, with this name."""
        return self._one(QComboBox, name)

    def _one(self, kind: type[W], name: str) -> W:
        found = [w for w in self.dialog.findChildren(kind) if w.accessibleName() == name]
        shown = [w for w in found if w.isVisible()]
        assert len(shown) == 1, (name, len(found), len(shown))
        return shown[0]

    # --- doing --------------------------------------------------------------------

    def press(self, name: str) -> None:
        """Click a control, wherever it has to be scrolled to."""
        button = self.button(name)
        self.bring(button)
        QTest.mouseClick(button, LEFT, pos=button.rect().center())
        QApplication.processEvents()

    def choose(self, name: str) -> None:
        """Click an answer, and wait for its pages."""
        self.press(name)
        self.wait()

    def pick(self, name: str, words: str) -> None:
        """Choose from a list by keys, and wait for the pages."""
        picker = self.picker(name)
        self.bring(picker)
        picker.setFocus()
        for _ in range(picker.count()):
            QTest.keyClick(picker, Qt.Key.Key_Up)
        for _ in range(picker.findText(words)):
            QTest.keyClick(picker, Qt.Key.Key_Down)
        assert picker.currentText() == words
        self.wait()

    def fill(self, name: str, words: str) -> None:
        """Type into a field, and wait for the pages."""
        field = self.field(name)
        self.bring(field)
        QTest.mouseClick(field, LEFT)
        QTest.keyClicks(field, words)
        self.wait()

    def bring(self, widget: QWidget) -> None:
        """Scroll to it."""

        def is_seen() -> bool:
            self.dialog.body.bring(widget)
            return not widget.visibleRegion().isEmpty()

        self.qtbot.waitUntil(is_seen)
        top = widget.mapTo(self.dialog, QPoint())
        assert self.dialog.rect().contains(top)

    def system_dialog(self, kind: type[D]) -> D:
        """The dialog of this kind that is open above ours."""

        def shown() -> list[D]:
            tops = QApplication.topLevelWidgets()
            return [top for top in tops if isinstance(top, kind) and top.isVisible()]

        self.qtbot.waitUntil(lambda: len(shown()) == 1, timeout=TIME)
        return shown()[0]

    def save_as(self, path: Path) -> None:
        """Press Save as PDF…, and type where to."""
        self.press("Save as PDF…")
        asking = self.system_dialog(QFileDialog)
        name = asking.findChild(QLineEdit)
        assert isinstance(name, QLineEdit)
        name.setFocus()
        name.selectAll()
        QTest.keyClicks(name, str(path))
        box = asking.findChild(QDialogButtonBox)
        assert isinstance(box, QDialogButtonBox)
        QTest.mouseClick(box.button(QDialogButtonBox.StandardButton.Save), LEFT)
