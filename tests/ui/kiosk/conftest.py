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
from viewer.kiosk_log import KioskLog
from viewer.kiosk_parts import Means
from viewer.options import parse_options
from viewer.ui.interface_language import use_language

LANDSCAPE, PORTRAIT = (1920, 1080), (1080, 1920)


class OpenKiosk(Protocol):
    """Opens a kiosk as the command line would, and ends it after the test."""

    def __call__(
        self,
        *arguments: str,
        library: Path | None = None,
        size: tuple[int, int] = LANDSCAPE,
        means: Means | None = None,
    ) -> Visitor: ...


@pytest.fixture(autouse=True)
def in_english(qapp: QApplication, installation: Installation) -> None:
    """Whatever language a test before has left the controls in."""
    use_language(installation.translations, "en")


@pytest.fixture
def open_kiosk(
    qapp: QApplication, qtbot: QtBot, folders: Folders, installation: Installation
) -> Iterator[OpenKiosk]:
    """Open a kiosk of any size."""
    opened = []

    def open_one(
        *arguments: str,
        library: Path | None = None,
        size: tuple[int, int] = LANDSCAPE,
        means: Means | None = None,
    ) -> Visitor:
        end()  # one kiosk closes the windows of another
        words = ["--kiosk", *arguments, *(["--library", str(library)] if library else [])]
        log = KioskLog(folders.state / "log")
        window = build_kiosk(parse_options(words), installation, folders, log, means=means)
        opened.append((window, log))
        window.resize(*size)
        window.show()
        window.activateWindow()
        qtbot.waitExposed(window)
        qapp.processEvents()
        return Visitor(window, qtbot)

    def end() -> None:
        while opened:
            window, log = opened.pop()
            window.end()
            window.deleteLater()
            log.close()

    yield open_one
    end()
    qapp.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
