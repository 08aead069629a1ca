"""Pictures of packs, decoded for the screen once they are known to be safe."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import PurePosixPath

from PySide6.QtGui import QImage

from viewer.core.images import ImageData, read_image
from viewer.core.packs.library import Library
from viewer.ui.decoding import decoded

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
