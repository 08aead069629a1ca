"""Kiosks that tests can stand at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.kiosk.visitor import Visitor
from viewer.core.installation import Installation
from viewer.folders import Folders
from viewer.kiosk import build_kiosk
from viewer.options import parse_options

LANDSCAPE, PORTRAIT = (1920, 1080), (1080, 1920)


class OpenKiosk(Protocol):
    """Opens a kiosk as the command line would, and ends it after the test."""

    def __call__(
        self, *arguments: str, library: Path | None = None, size: tuple[int, int] = LANDSCAPE
    ) -> Visitor: ...


@pytest.fixture
def open_kiosk(
    qapp: QApplication, qtbot: QtBot, folders: Folders, installation: Installation
) -> Iterator[OpenKiosk]:
    """Open a kiosk of any size."""
    opened = []

    def open_one(
        *arguments: str, library: Path | None = None, size: tuple[int, int] = LANDSCAPE
    ) -> Visitor:
        words = ["--kiosk", *arguments, *(["--library", str(library)] if library else [])]
        window = build_kiosk(parse_options(words), installation, folders)
        opened.append(window)
        window.resize(*size)
        window.show()
        window.activateWindow()
        qtbot.waitExposed(window)
        qapp.processEvents()
        return Visitor(window, qtbot)

    yield open_one
    for window in opened:
        window.end()
        window.deleteLater()
    qapp.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
