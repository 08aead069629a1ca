"""What stands on a page where there is no picture."""

from __future__ import annotations

from PySide6.QtGui import QImage


def no_picture() -> QImage:
    """A transparent pixel: an image that is not answered is asked for again at each paint."""
    image = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    return image
