"""A kiosk that has run for weeks: its memory over thousands of pages."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.ui.kiosk.turning import turn_pages
from viewer.application import make_application
from viewer.core.installation import find_installation
from viewer.core.process import resident_bytes
from viewer.folders import Folders
from viewer.kiosk import build_kiosk
from viewer.kiosk_log import KioskLog
from viewer.options import parse_options
from viewer.ui.kiosk.window import KioskWindow

FIRST, PAGES, GROWTH = 500, 5_000, 2_000_000
"""Bytes that all pages after the first may take."""


@pytest.fixture
def window(tmp_path: Path) -> Iterator[KioskWindow]:
    QApplication.instance() or make_application()
    folders = Folders(tmp_path, tmp_path, tmp_path, tmp_path)
    log = KioskLog(tmp_path / "log")
    window = build_kiosk(parse_options(["--kiosk"]), find_installation(), folders, log)
    window.resize(1280, 800)
    window.show()
    for _ in range(20):
        QApplication.processEvents()
    yield window
    window.end()
    log.close()


def test_memory_over_thousands_of_pages(window: KioskWindow) -> None:
    before, began, most = 0, time.perf_counter(), FIRST + PAGES
    for number in turn_pages(window):
        if number == FIRST:
            gc.collect()
            before = resident_bytes()
        if number % 1_000 == FIRST:
            print(f"\n{number} pages: {resident_bytes() / 1e6:.1f} MB", end="")
        if number == most:
            break
    gc.collect()
    grown = resident_bytes() - before
    each = (time.perf_counter() - began) * 1000 / most
    print(f"\n{PAGES} pages after the first {FIRST}: {grown / 1e6:+.2f} MB; {each:.1f} ms a page")
    assert grown < GROWTH
