"""The menus of the toolbar: choices of which one is ticked, and what it has no room for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QMenu, QToolButton, QWidget

translate = QCoreApplication.translate


def menu_under(button: QToolButton) -> QMenu:
    """An empty menu that a button opens."""
    menu = QMenu(button)
    menu.setFont(button.font())
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    return menu


def add_choices(menu: QMenu, choices: Iterable[tuple[str, str]]) -> Iterator[tuple[QAction, str]]:
    """An entry of the menu for each choice, of which one is ticked."""
    group = QActionGroup(menu)
    for value, words in choices:
        action = menu.addAction(words)
        action.setCheckable(True)
        group.addAction(action)
        yield action, value


def theme_names() -> dict[str, str]:
    """What the themes are called, in the language that the window speaks now."""
    return {
        "system": translate("Toolbar", "As the system"),
        "light": translate("Toolbar", "Light"),
        "dark": translate("Toolbar", "Dark"),
        "contrast": translate("Toolbar", "High contrast"),
    }


def say_key(button: QToolButton, key: str | QKeySequence.StandardKey, why: str = "") -> None:
    """Tell a button's key, as this system writes it; or ``why`` it cannot be pressed."""
    sequence = QKeySequence(key)
    written = sequence.toString(sequence.SequenceFormat.NativeText)
    button.setToolTip(why or f"{button.accessibleName()} ({written})")


def list_controls(menu: QMenu, controls: Iterable[QWidget]) -> None:
    """An entry for each control, which says and does what the control would."""
    menu.clear()
    for control in controls:
        if isinstance(control, QToolButton) and control.menu() is not None:
            control.menu().setTitle(control.accessibleName())
            menu.addMenu(control.menu())
        elif isinstance(control, QAbstractButton):
            name = control.accessibleName() or control.text()
            action = menu.addAction(name.replace("\n", " ").replace("&", "&&"))
            action.setEnabled(control.isEnabled())
            action.setCheckable(control.isCheckable())
            action.setChecked(control.isChecked())
            action.triggered.connect(control.click)
