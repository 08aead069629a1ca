"""What the window asks before a reader leaves it. Nothing here waits: an answer is a signal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFont
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox, QWidget

from viewer.core.locales import isolated

_BESIDE = 20
"""Pixels on each side of the buttons."""
translate = QCoreApplication.translate


def ask_about_web(parent: QWidget, font: QFont, address: str) -> QMessageBox:
    """Show where a web link leads, and hand it on only if the reader says so."""
    box = _box(parent, translate("Questions", "Open a web page?"))
    box.setText(translate("Questions", "This link leaves Careleaf and goes to the internet:"))
    box.setInformativeText(_in_order(parent, address))
    go = box.addButton(
        translate("Questions", "Open in the browser"), QMessageBox.ButtonRole.AcceptRole
    )
    stay = box.addButton(translate("Questions", "Stay here"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.buttonClicked.connect(lambda button: _open(parent, font, address) if button is go else None)
    _open_box(box, font)
    return box


def _open(parent: QWidget, font: QFont, address: str) -> None:
    if QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode)):
        return
    box = _box(parent, translate("Questions", "No browser"))
    box.setText(translate("Questions", "This computer has no program that opens web pages."))
    box.setInformativeText(_in_order(parent, address))
    box.addButton(translate("Questions", "Close"), QMessageBox.ButtonRole.RejectRole)
    _open_box(box, font)


def ask_about_changes(parent: QWidget, font: QFont, discard: Callable[[], None]) -> QMessageBox:
    """Ask whether what was changed on a page is to be lost; if so, ``discard`` is called."""
    box = _box(parent, translate("Questions", "Close without saving?"))
    box.setText(translate("Questions", "Your changes are not saved yet."))
    lose = box.addButton(
        translate("Questions", "Discard changes"), QMessageBox.ButtonRole.DestructiveRole
    )
    stay = box.addButton(translate("Questions", "Keep editing"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.buttonClicked.connect(lambda button: discard() if button is lose else None)
    _open_box(box, font)
    return box


def show_telephone(parent: QWidget, font: QFont, number: str) -> QMessageBox:
    """Show a number in large print; a laptop does not dial."""
    box = _box(parent, translate("Questions", "Telephone number"))
    box.setText(translate("Questions", "Call this number:"))
    box.setInformativeText(_in_order(parent, number))
    box.addButton(translate("Questions", "Close"), QMessageBox.ButtonRole.RejectRole)
    _open_box(box, font)
    return box


def _in_order(parent: QWidget, text: str) -> str:
    """An address or a number, which runs from left to right in every language."""
    return isolated(text) if parent.isRightToLeft() else text


def _box(parent: QWidget, title: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return box


def _open_box(box: QMessageBox, font: QFont) -> None:
    """Show the question in the window's own font: a message box brings the system's."""
    box.setFont(font)
    for button in box.buttons():
        button.setFont(font)
    row, parent = box.findChild(QDialogButtonBox), box.parentWidget()
    room = parent.window().width() - 2 * _BESIDE if parent is not None else 0
    if isinstance(row, QDialogButtonBox) and row.sizeHint().width() > room:
        row.setOrientation(Qt.Orientation.Vertical)
    box.open()
