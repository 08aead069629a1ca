"""The typefaces, from their wheels: Atkinson Hyperlegible, and one for letters that it lacks."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

FAMILY = "Atkinson Hyperlegible"
_PACKAGE = "fontpkg_atkinson_hyperlegible"
_FACES = ("Regular", "Bold", "Italic", "BoldItalic")

ARABIC_FAMILY = "IBM Plex Sans Arabic"
_ARABIC_PACKAGE = "fontpkg_ibm_plex_sans_arabic"
_ARABIC_FACES = ("Regular", "Bold")
_ARABIC_LETTERS = re.compile("[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")


def font_files() -> tuple[Path, ...]:
    """The files of the typeface; found without importing the package, which is slow."""
    folder = _folder(_PACKAGE)
    files = (folder / f"AtkinsonHyperlegible-{face}.ttf" for face in _FACES)
    return tuple(path for path in files if path.is_file())


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
        for face in _ARABIC_FACES:
            path = _folder(_ARABIC_PACKAGE) / f"IBMPlexSansArabic-{face}.ttf"
            QFontDatabase.addApplicationFont(str(path))
        QFont.insertSubstitution(FAMILY, ARABIC_FAMILY)


def _folder(package: str) -> Path:
    spec = find_spec(package)
    return Path((spec.submodule_search_locations or [""])[0], "files") if spec else Path()


def control_font(pixels: int, *, bold: bool = False) -> QFont:
    """The font of a control."""
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font
