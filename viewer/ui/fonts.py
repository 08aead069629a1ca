"""The typefaces made known to Qt: Atkinson Hyperlegible, and one for letters that it lacks."""

from __future__ import annotations

import re

from PySide6.QtGui import QFont, QFontDatabase

from viewer.core.typefaces import ARABIC_FAMILY, FAMILY, arabic_font_files, font_files

_ARABIC_LETTERS = re.compile("[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")


def load_fonts() -> None:
    """Make the typeface known to Qt; without it the system's own font is used."""
    for path in font_files():
        QFontDatabase.addApplicationFont(str(path))


def load_letters(*texts: str) -> None:
    """Make the typeface of Arabic letters known to Qt as soon as a text has one.

    Else Qt would take them from whatever else this computer has, or draw empty boxes.
    """
    if ARABIC_FAMILY in QFont.substitutes(FAMILY):
        return
    if any(map(_ARABIC_LETTERS.search, texts)):
        for path in arabic_font_files():
            QFontDatabase.addApplicationFont(str(path))
        QFont.insertSubstitution(FAMILY, ARABIC_FAMILY)


def control_font(pixels: int, *, bold: bool = False) -> QFont:
    """The font of a control."""
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font
