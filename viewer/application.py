"""Qt's application object, made so that a machine without a screen hears it in a sentence."""

from __future__ import annotations

import os
import sys

from viewer.machine import MISSING, library_message, platform_message, screen_message

try:
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
    from PySide6.QtWidgets import QApplication
except ImportError as error:
    print(library_message(str(error)), file=sys.stderr)
    raise SystemExit(MISSING) from None

_said: list[str] = []


def make_application() -> QApplication:
    """The application object.

    Raises:
        SystemExit: with status 3 and a sentence on standard error, where there is no screen.
    """
    message = screen_message()
    if message:
        print(message, file=sys.stderr)
        raise SystemExit(MISSING)
    before = qInstallMessageHandler(_listen)
    # setStyle() would hand back a style object, and with it all enums of QStyle.
    application = QApplication(["careleaf", "-style", "fusion"])
    qInstallMessageHandler(before)
    application.setApplicationName("Careleaf")
    application.setApplicationDisplayName("Careleaf")
    application.setDesktopFileName("careleaf")
    return application


def _listen(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Qt ends the process at a fatal message; say it in our words first, and end it cleanly."""
    _said.append(message)
    if kind is QtMsgType.QtFatalMsg:
        print(platform_message(_said[0]), file=sys.stderr, flush=True)
        os._exit(MISSING)
