"""Icons: the SVG files of ``resources/icons``, drawn in a theme's colours."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtGui import QIcon, QPixmap, QTransform

_NAME = re.compile(r"[a-z0-9-]+\Z")
_COLOUR = re.compile(r"[0-9a-f]{6}\Z")
UNKNOWN = "list"
"""Drawn for a kind of care that has no icon of its own, so that its row stands like the others."""
LARGEST = 512
"""Pixels; no icon on a page is larger."""


class Icons:
    """Draws icons by name and keeps what it has drawn."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawn: dict[tuple[str, str, int, float, float, bool], QPixmap] = {}

    def pixmap(
        self,
        name: str,
        colour: str,
        size: int,
        ratio: float = 1.0,
        *,
        shape: float = 1.0,
        mirrored: bool = False,
    ) -> QPixmap:
        """The icon, ``size`` logical pixels high and ``shape`` times as wide.

        One that shows a direction is ``mirrored`` where writing runs from right to left. For one
        that is unknown stands ``UNKNOWN``; no name is an empty picture.
        """
        key = (name, colour, size, ratio, shape, mirrored)
        if key not in self._drawn:
            self._drawn[key] = self._draw(*key)
        return self._drawn[key]

    def icon(
        self,
        name: str,
        colour: str,
        size: int,
        ratio: float = 1.0,
        *,
        mirrored: bool = False,
        disabled: str = "",
    ) -> QIcon:
        """The icon for a control; ``disabled`` is its colour while the control cannot be used."""
        icon = QIcon(self.pixmap(name, colour, size, ratio, mirrored=mirrored))
        if disabled:
            dull = self.pixmap(name, disabled, size, ratio, mirrored=mirrored)
            icon.addPixmap(dull, QIcon.Mode.Disabled)
        return icon

    def resource(self, address: str, ratio: float) -> QPixmap | None:
        """The picture that ``icon:name:colour:size`` on a page stands for."""
        parts = address.split(":")
        if len(parts) != 4 or not _COLOUR.match(parts[2]) or not parts[3].isdecimal():
            return None
        return self.pixmap(parts[1], f"#{parts[2]}", int(parts[3][:4]), ratio)

    def _draw(
        self, name: str, colour: str, size: int, ratio: float, shape: float, mirrored: bool
    ) -> QPixmap:
        """Qt's image plug-in draws an SVG in the size that it names itself."""
        pixmap = QPixmap()
        path = self._folder / f"{name}.svg"
        if _NAME.match(name):
            path = path if path.is_file() else self._folder / f"{UNKNOWN}.svg"
            pixels = max(1, min(round(size * ratio), LARGEST))
            svg = path.read_text("utf-8").replace("currentColor", colour)
            svg = svg.replace(
                'width="24" height="24"', f'width="{round(pixels * shape)}" height="{pixels}"', 1
            )
            pixmap.loadFromData(svg.encode())
            if mirrored:
                pixmap = pixmap.transformed(QTransform().scale(-1, 1))
            pixmap.setDevicePixelRatio(ratio)
        return pixmap
