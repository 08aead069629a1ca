"""Colours and rectangles, measured on what is really painted."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget


@lru_cache(maxsize=4096)
def luminance(pixel: int) -> float:
    """Relative luminance of a colour as a number, as WCAG 2 defines it."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear((pixel >> shift & 0xFF) / 255) for shift in (16, 8, 0))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: int | str, other: int | str) -> float:
    """Contrast of two colours, from 1 to 21."""
    pixels = (QColor(c).rgb() if isinstance(c, str) else c for c in (one, other))
    light, dark = sorted(map(luminance, pixels), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def pixels_of(image: QImage, rect: QRect) -> Counter[int]:
    """How often each colour stands in a part of an image."""
    inside = rect.intersected(image.rect())
    part = image.copy(inside).convertToFormat(QImage.Format.Format_RGB32)
    return Counter(memoryview(part.constBits()).cast("I"))


def colours_of(image: QImage, rect: QRect) -> set[str]:
    """The colours in a part of an image, by name."""
    return {QColor.fromRgb(pixel).name() for pixel in pixels_of(image, rect)}


def strongest_contrast(image: QImage, rect: QRect) -> float:
    """The contrast of the pixel that stands out most from the ground of a part of an image."""
    pixels = pixels_of(image, rect)
    ground = pixels.most_common(1)[0][0]
    return max(contrast(pixel, ground) for pixel in pixels)


def rect_in(widget: QWidget, parent: QWidget) -> QRect:
    """Where a widget is in another one that it stands in."""
    return QRect(widget.mapTo(parent, QPoint(0, 0)), widget.size())
