"""What the window asks before a reader leaves it. Nothing here waits: an answer is a signal."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def ask_about_web(parent: QWidget, address: str, opened: Callable[[str], None]) -> QMessageBox:
    """Show where a web link leads, and hand it on only if the reader says so."""
    box = _box(parent, _tr("Open a web page?"))
    box.setText(_tr("This link leaves Careleaf and goes to the internet:"))
    box.setInformativeText(address)
    go = box.addButton(_tr("Open in the browser"), QMessageBox.ButtonRole.AcceptRole)
    stay = box.addButton(_tr("Stay here"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.buttonClicked.connect(lambda button: opened(address) if button is go else None)
    box.open()
    return box


def show_telephone(parent: QWidget, number: str) -> QMessageBox:
    """Show a number in large print; a laptop does not dial."""
    box = _box(parent, _tr("Telephone number"))
    box.setText(_tr("Call this number:"))
    box.setInformativeText(number)
    box.addButton(_tr("Close"), QMessageBox.ButtonRole.RejectRole)
    box.open()
    return box


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


def _tr(words: str) -> str:
    return QCoreApplication.translate("Questions", words)
