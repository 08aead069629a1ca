"""Pictures of packs, decoded for the screen once they are known to be safe."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import PurePosixPath

from PySide6.QtGui import QImage

from viewer.core.images import ImageData, read_image
from viewer.core.packs.library import Library
from viewer.ui.decoding import decoded, size_of

KEPT = 4
"""Pictures kept decoded; a page or two."""
KEPT_SIZES = 200
"""Pictures whose size is kept: a page is written without any being decoded."""


class Pictures:
    """Sizes and images by ``<topic id>/<path inside the topic's folder>``."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._images: OrderedDict[str, QImage | None] = OrderedDict()
        self._sizes: OrderedDict[str, tuple[int, int] | None] = OrderedDict()

    def forget(self) -> None:
        """The library has changed: pictures may have too."""
        self._images.clear()
        self._sizes.clear()

    def size(self, source: str) -> tuple[int, int] | None:
        """Width and height at 100 %, in logical pixels; None for a picture that is refused."""
        source = str(PurePosixPath(source))  # one picture under many spellings is one
        if source not in self._sizes:
            found = self._read(source)
            self._sizes[source] = None if found is None else size_of(found)
            if len(self._sizes) > KEPT_SIZES:
                self._sizes.popitem(last=False)
        return self._sizes[source]

    def resource(self, address: str) -> QImage | None:
        """The image that ``picture:<source>`` on a page stands for."""
        return self._image(address.removeprefix("picture:"))

    def _image(self, source: str) -> QImage | None:
        source = str(PurePosixPath(source))
        if source not in self._images:
            self._images[source] = self._decode(source)
            if len(self._images) > KEPT:
                self._images.popitem(last=False)
        return self._images[source]

    def _decode(self, source: str) -> QImage | None:
        found = self._read(source)
        return None if found is None else decoded(found)

    def _read(self, source: str) -> ImageData | None:
        topic, _, path = source.partition("/")
        if topic not in self._library:
            return None
        found = read_image(self._library.topic(topic).path, path)
        return found if isinstance(found, ImageData) else None
