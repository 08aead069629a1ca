"""Pictures as drawings that travel inside the data, so that a template opens no file of a pack."""

from __future__ import annotations

import base64
import hashlib
import struct
from collections.abc import Callable
from dataclasses import dataclass, field

from viewer.core.images import ImageData

Pictures = Callable[[str], ImageData | None]
"""The picture at a source, as ``core.images.read_image`` lets it through; None: there is none."""

_PNG_SIZE = struct.Struct(">16xII")
_PIXELS_PER_INCH = 144
"""Of a photograph on paper; the template makes it smaller where the column is narrower."""
_WRAPPED = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' width="{wide}pt" height="{high}pt" viewBox="0 0 {width} {height}">'
    '<image width="{width}" height="{height}" xlink:href="data:image/png;base64,{data}"/></svg>'
)


@dataclass(slots=True)
class PictureStore:
    """The pictures of one handout: each once, as SVG by a key."""

    read: Pictures
    drawings: dict[str, str] = field(default_factory=dict)

    def key(self, source: str) -> str:
        """The key of the picture at ``source``; empty where it is missing or refused."""
        picture = self.read(source)
        return self.add(picture) if picture else ""

    def add(self, picture: ImageData) -> str:
        """The key of a picture."""
        key = hashlib.sha256(picture.data).hexdigest()[:16]
        self.drawings.setdefault(key, as_svg(picture))
        return key


def as_svg(picture: ImageData) -> str:
    """The picture as a drawing; pixels are wrapped in one."""
    if picture.kind == "svg":
        return picture.data.decode("utf-8-sig")
    width, height = _PNG_SIZE.unpack_from(picture.data)
    scale = 72 / _PIXELS_PER_INCH
    return _WRAPPED.format(
        wide=round(width * scale, 2),
        high=round(height * scale, 2),
        width=width,
        height=height,
        data=base64.b64encode(picture.data).decode(),
    )
