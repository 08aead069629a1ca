"""Sizes of a kiosk's controls."""

from __future__ import annotations

TARGET = 88
"""Pixels: no control of a kiosk is smaller."""
MARGIN, MARGIN_UPRIGHT = 64, 32
"""Pixels at the sides of what fills the screen, in landscape and in portrait."""
BODY_POINTS = 24.0
"""Body text at 100 %, seen from ``NEAR_MM``: its x-height is some 24 minutes of arc there, where
ISO 9241-303 asks for 16 at least and recommends 20 to 22."""
NEAR_MM = 600
"""An arm's length, at which a screen is touched."""
SIZES = (100, 125, 150, 200, 250, 300)
"""The text sizes that a visitor can choose, in per cent."""
CONTROLS_LARGEST = 200
"""Controls grow with the text up to here."""
_BELIEVED = range(40, 400)
"""Dots per inch; what screens say of their size is sometimes nonsense."""


def body_points(distance_mm: int | None) -> float:
    """Points of body text that are as large from this distance as ``BODY_POINTS`` from near."""
    return BODY_POINTS * max(1.0, (distance_mm or NEAR_MM) / NEAR_MM)


def dots_per_inch(logical: float, physical: float) -> float:
    """The density by which points are pixels: the real one where it is known, never less than Qt's.

    On a large screen with few dots the text is so larger than it need be, never smaller.
    """
    return max(logical, physical) if int(physical) in _BELIEVED else logical


def larger(percent: int) -> int:
    """The next larger text size."""
    return next((size for size in SIZES if size > percent), SIZES[-1])


def smaller(percent: int) -> int:
    """The next smaller text size."""
    return next((size for size in reversed(SIZES) if size < percent), SIZES[0])


def control_pixels(body_pixels: int, percent: int) -> int:
    """Font of the controls beside body text of so many pixels at 100 %."""
    return round(body_pixels * 0.86 * min(percent, CONTROLS_LARGEST) / 100)
