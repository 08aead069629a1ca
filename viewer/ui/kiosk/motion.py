"""Whether pictures may move: not where the system was asked for reduced motion."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyle


def motion_wanted() -> bool:
    """Ask the system, by whichever of its settings Qt knows."""
    accessibility = getattr(QGuiApplication.styleHints(), "accessibility", None)
    hints = accessibility() if accessibility is not None else None
    preference = getattr(hints, "motionPreference", None)  # newer than the oldest Qt we take
    if preference is not None and "Reduced" in str(preference()):
        return False
    style = QApplication.style()
    return style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
