"""Icons: the SVG files of ``resources/icons``, drawn in a theme's colours."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap

_NAME = re.compile(r"[a-z0-9-]+\Z")
_COLOUR = re.compile(r"[0-9a-f]{6}\Z")
LARGEST = 512
"""Pixels; no icon on a page is larger."""


class Icons:
    """Draws icons by name and keeps what it has drawn."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._images: dict[tuple[str, str, int], QImage] = {}

    def image(self, name: str, colour: str, size: int, ratio: float = 1.0) -> QImage:
        """The icon as an image of ``size`` logical pixels; an unknown one is transparent."""
        pixels = max(1, min(round(size * ratio), LARGEST))
        key = (name, colour, pixels)
        if key not in self._images:
            self._images[key] = self._draw(name, colour, pixels)
        image = QImage(self._images[key])
        image.setDevicePixelRatio(ratio)
        return image

    def icon(self, name: str, colour: str, size: int, ratio: float = 1.0) -> QIcon:
        """The icon for a control."""
        return QIcon(QPixmap.fromImage(self.image(name, colour, size, ratio)))

    def resource(self, address: str, ratio: float) -> QImage | None:
        """The image that ``icon:name:colour:size`` on a page stands for."""
        parts = address.split(":")
        if len(parts) != 4 or not _COLOUR.match(parts[2]) or not parts[3].isdecimal():
            return None
        return self.image(parts[1], f"#{parts[2]}", int(parts[3][:4]), ratio)

    def _draw(self, name: str, colour: str, pixels: int) -> QImage:
        from PySide6.QtSvg import QSvgRenderer  # late: an unadorned window does without

        image = QImage(QSize(pixels, pixels), QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        path = self._folder / f"{name}.svg"
        if _NAME.match(name) and path.is_file():
            svg = path.read_bytes().replace(b"currentColor", colour.encode())
            painter = QPainter(image)
            QSvgRenderer(QByteArray(svg)).render(painter)
            painter.end()
        return image
