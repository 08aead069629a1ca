"""What the system's reader has asked all programs for: high contrast, and less that moves.

Qt knows of the contrast from 6.10 on (Windows, macOS, GNOME, KDE), of the motion from 6.12 on;
before that a style whose animations take no time says it, and on Linux the portal. Asking for
either makes all enums of the namespace Qt: so nobody asks before the first paint.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyle

if TYPE_CHECKING:
    from viewer.ui.desktop_motion import DesktopMotion


_desktops: list[DesktopMotion] = []
"""None before it is asked; there is one for the program."""


@cache
def _style_hints() -> Any:
    """Kept: with its Python side Qt's own object for accessibility would go, too."""
    return QGuiApplication.styleHints()


def _hints() -> Any:
    """Qt's own object for it; None in a Qt that has none."""
    accessibility = getattr(_style_hints(), "accessibility", None)
    return accessibility() if accessibility is not None else None


def _says(name: str, wanted: str) -> bool:
    preference = getattr(_hints(), name, None)
    return preference is not None and wanted in str(preference())


def ask_desktop(changed: Callable[[], object]) -> None:
    """Have a Linux desktop asked for its wish for less motion; ``changed`` is called with it."""
    if sys.platform != "linux" or not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return
    if not _desktops:
        from viewer.ui.desktop_motion import DesktopMotion

        _desktops.append(DesktopMotion(QApplication.instance()))
    _desktops[0].changed.connect(changed)


def wants_contrast() -> bool:
    """Whether the system shows everything in high contrast."""
    return _says("contrastPreference", "HighContrast")


def wants_motion() -> bool:
    """Whether pictures may move: not where the system was asked for reduced motion."""
    if _says("motionPreference", "Reduced") or any(desktop.is_reduced for desktop in _desktops):
        return False
    style = QApplication.style()
    return style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0


class SystemLooks(QObject):
    """Tells when the system's wish for contrast changes while the program runs."""

    contrast_changed = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        changed = getattr(_hints(), "contrastPreferenceChanged", None)
        if changed is not None:
            changed.connect(self._tell_soon)

    def _tell_soon(self, _preference: object = None) -> None:
        """Once Qt has made the palette that goes with it."""
        QTimer.singleShot(0, self, lambda: self.contrast_changed.emit(wants_contrast()))
