"""Themes and icons for tests of what lies over the window."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from viewer.core.installation import find_installation
from viewer.ui.icons import Icons
from viewer.ui.theme import Theme
from viewer.ui.themes import Themes

INSTALLATION = find_installation()


def theme(name: str = "light") -> Theme:
    return Themes(INSTALLATION.themes)(name)


def icons() -> Icons:
    return Icons(INSTALLATION.icons)


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def moves() -> bool:
    return True


def rests() -> bool:
    return False
