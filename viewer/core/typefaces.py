"""Where the files of our typefaces lie: in wheels, found without importing these.

Importing a font's package reads every installed package's metadata, which is slow.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

FAMILY = "Atkinson Hyperlegible"
ARABIC_FAMILY = "IBM Plex Sans Arabic"

_PACKAGE = "fontpkg_atkinson_hyperlegible"
_FACES = ("Regular", "Bold", "Italic", "BoldItalic")
_ARABIC_PACKAGE = "fontpkg_ibm_plex_sans_arabic"
_ARABIC_FACES = ("Regular", "Bold")
_OTHER_SCRIPTS = "fontpkg_noto_sans_*"


def font_files() -> tuple[Path, ...]:
    """The files of the typeface."""
    folder = _folder(_PACKAGE)
    files = (folder / f"AtkinsonHyperlegible-{face}.ttf" for face in _FACES)
    return tuple(path for path in files if path.is_file())


def arabic_font_files() -> tuple[Path, ...]:
    """The files of the typeface of Arabic letters."""
    folder = _folder(_ARABIC_PACKAGE)
    files = (folder / f"IBMPlexSansArabic-{face}.ttf" for face in _ARABIC_FACES)
    return tuple(path for path in files if path.is_file())


def font_folders() -> tuple[Path, ...]:
    """Of the typeface, and then of every installed wheel for another script, by name.

    The Arabic one comes with the program; a clinic that needs Chinese installs the wheel of that.
    """
    others = {folder.parent.name: folder for folder in _other_folders()}
    first = _folder(_PACKAGE)
    folders = (first, _folder(_ARABIC_PACKAGE), *(others[name] for name in sorted(others)))
    return tuple(dict.fromkeys(folder for folder in folders if folder.is_dir()))


def _other_folders() -> Iterator[Path]:
    for place in dict.fromkeys(map(Path, sys.path)):
        yield from place.glob(f"{_OTHER_SCRIPTS}/files")


def _folder(package: str) -> Path:
    spec = find_spec(package)
    return Path((spec.submodule_search_locations or [""])[0], "files") if spec else Path("none")
