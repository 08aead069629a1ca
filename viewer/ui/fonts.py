"""The one typeface, Atkinson Hyperlegible, from its wheel."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

FAMILY = "Atkinson Hyperlegible"
_PACKAGE = "fontpkg_atkinson_hyperlegible"
_FACES = ("Regular", "Bold", "Italic", "BoldItalic")


def font_files() -> tuple[Path, ...]:
    """The files of the typeface; found without importing the package, which is slow."""
    spec = find_spec(_PACKAGE)
    folder = Path((spec.submodule_search_locations or [""])[0]) if spec else Path()
    files = (folder / "files" / f"AtkinsonHyperlegible-{face}.ttf" for face in _FACES)
    return tuple(path for path in files if path.is_file())


def load_fonts() -> None:
    """Make the typeface known to Qt; without it the system's own font is used."""
    for path in font_files():
        QFontDatabase.addApplicationFont(str(path))


def control_font(pixels: int, *, bold: bool = False) -> QFont:
    """The font of a control."""
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font
