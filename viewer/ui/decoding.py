"""A picture that is known to be safe, as Qt draws it."""

from __future__ import annotations

import math

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from viewer.core.images import MAX_SIDE, ImageData
from viewer.core.png import png_size
from viewer.core.svg import sharpness

MAX_SHOWN = 2_097_152
"""Pixels that are kept of a picture: 8 MiB, and more than a column of text has room for.
A text document keeps every picture of its page that has once been painted."""


def size_of(found: ImageData) -> tuple[int, int] | None:
    """Width and height at 100 %, in logical pixels; None where Qt cannot read the picture."""
    if found.kind == "png":
        return png_size(found.data)
    size = _drawing_size(found.data)
    return None if size is None else (size.width(), size.height())


def decoded(found: ImageData) -> QImage | None:
    """The image, made smaller where it is huge; None where Qt cannot read the picture."""
    image = _svg(found.data) if found.kind == "svg" else QImage.fromData(found.data)
    if image.isNull():
        return None
    pixels = image.width() * image.height()
    if pixels <= MAX_SHOWN:
        return image
    ratio = image.devicePixelRatio()
    size = QSize(image.size() * math.sqrt(MAX_SHOWN / pixels)).expandedTo(QSize(1, 1))
    smaller = image.scaled(size, mode=Qt.TransformationMode.SmoothTransformation)
    smaller.setDevicePixelRatio(ratio)
    return smaller


def _drawing_size(data: bytes) -> QSize | None:
    from PySide6.QtSvg import QSvgRenderer  # late: most topics have no pictures

    renderer = QSvgRenderer(QByteArray(data))
    size = renderer.defaultSize()
    fits = size.isValid() and not size.isEmpty() and max(size.width(), size.height()) <= MAX_SIDE
    return size if renderer.isValid() and fits else None


def _svg(data: bytes) -> QImage:
    from PySide6.QtSvg import QSvgRenderer

    size = _drawing_size(data)
    if size is None:
        return QImage()
    scale = sharpness(max(size.width(), size.height()))
    image = QImage(size * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(data)).render(painter)
    painter.end()
    image.setDevicePixelRatio(scale)
    return image
