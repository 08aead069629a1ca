"""Pictures of packs, decoded for the screen once they are known to be safe."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import PurePosixPath

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QImage, QPainter

from viewer.core.images import MAX_SIDE, ImageData, read_image
from viewer.core.packs.library import Library

KEPT = 4
"""Pictures kept decoded; a page or two."""


class Pictures:
    """Sizes and images by ``<topic id>/<path inside the topic's folder>``."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._images: OrderedDict[str, QImage | None] = OrderedDict()

    def forget(self) -> None:
        """The library has changed: pictures may have too."""
        self._images.clear()

    def size(self, source: str) -> tuple[int, int] | None:
        """Width and height at 100 %, in logical pixels; None for a picture that is refused."""
        image = self._image(source)
        if image is None:
            return None
        shown = image.deviceIndependentSize()
        return round(shown.width()), round(shown.height())

    def resource(self, address: str) -> QImage | None:
        """The image that ``picture:<source>`` on a page stands for."""
        return self._image(address.removeprefix("picture:"))

    def _image(self, source: str) -> QImage | None:
        source = str(PurePosixPath(source))  # one picture under many spellings is one
        if source not in self._images:
            self._images[source] = self._decode(source)
            if len(self._images) > KEPT:
                self._images.popitem(last=False)
        return self._images[source]

    def _decode(self, source: str) -> QImage | None:
        topic, _, path = source.partition("/")
        if topic not in self._library:
            return None
        found = read_image(self._library.topic(topic).path, path)
        return decoded(found) if isinstance(found, ImageData) else None


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
