"""How large the system's reader wants text to be, as a step of our own text sizes.

Where a system enlarges text by saying that its screen is denser (GNOME on X11, Windows' scale),
Qt's points have grown already. What is asked here is the size in points of the system's own font,
which those leave as it is: so nothing counts twice.
"""

from __future__ import annotations

import sys

from PySide6.QtGui import QGuiApplication

from viewer.ui.metrics import LARGEST, SIZES, SMALLEST

USUAL_POINTS = {"win32": 9.0, "darwin": 13.0}
"""The font of a system's own controls where nobody has changed it."""
USUAL_ELSEWHERE = 11.0
"""GNOME's; others have 9 or 10 and are not taken for smaller."""


def text_percent() -> int:
    """The text size for somebody who has chosen none here."""
    points = QGuiApplication.font().pointSizeF()
    wanted = 100 * points / USUAL_POINTS.get(sys.platform, USUAL_ELSEWHERE)
    if wanted <= SMALLEST:  # also a font that is given in pixels
        return SMALLEST
    return next((size for size in SIZES if size >= wanted - 1), LARGEST)
