"""A picture that is known to be safe, as Qt draws it."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QImage, QPainter

from viewer.core.images import MAX_SIDE, ImageData


def decoded(found: ImageData) -> QImage | None:
    """The image of a picture that is safe; None where Qt cannot read it."""
    image = _svg(found.data) if found.kind == "svg" else QImage.fromData(found.data)
    return None if image.isNull() else image


def _svg(data: bytes) -> QImage:
    from PySide6.QtSvg import QSvgRenderer  # late: most topics have no pictures

    renderer = QSvgRenderer(QByteArray(data))
    size = renderer.defaultSize()
    if not renderer.isValid() or not size.isValid() or max(size.width(), size.height()) > MAX_SIDE:
        return QImage()
    # Drawn at twice its size, so that it stays sharp when the text grows.
    scale = 2 if max(size.width(), size.height()) * 2 <= MAX_SIDE else 1
    image = QImage(QSize(size) * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    image.setDevicePixelRatio(scale)
    return image
