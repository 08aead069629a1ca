"""The themes by name, and which of them the system asks for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication

from viewer.ui.theme import Theme, read_theme


class Themes:
    """Reads each theme once."""

    def __init__(self, folder: Path, *, system_contrast: bool = False) -> None:
        self._folder = folder
        self._read: dict[str, Theme] = {}
        self.system_contrast = system_contrast
        """Whether the system wants high contrast, as far as it has been asked; see SystemLooks."""

    def __call__(self, name: str) -> Theme:
        """The theme with this name; "system" is as the system is now."""
        if name == "system" and self.system_contrast:
            name = "contrast"
        elif name == "system":
            # Not styleHints().colorScheme(): its enum costs a start, see qt_numbers.
            ground = QGuiApplication.palette().window().color()
            name = "dark" if ground.lightness() < 128 else "light"
        if name not in self._read:
            self._read[name] = read_theme(self._folder, name)
        return self._read[name]
