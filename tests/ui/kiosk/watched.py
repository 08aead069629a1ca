"""A little kiosk in a process of its own, and what the service manager hears of it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import viewer
from tests.manager import Manager

ROOT = Path(viewer.__file__).resolve().parents[1]
LITTLE = Path(__file__).with_name("little_kiosk.py")
INTERVAL = 0.15
"""Seconds that its manager gives it."""


class Watched:
    """A kiosk that runs, its manager and its log."""

    def __init__(self, manager: Manager, process: subprocess.Popen[str], folder: Path) -> None:
        self.manager, self.process, self.folder = manager, process, folder

    def log(self) -> str:
        """What it has written down."""
        file = self.folder / "kiosk.log"
        return file.read_text("utf-8") if file.exists() else ""

    def printed(self) -> str:
        """End it, and see all that it has printed."""
        self.process.kill()
        assert self.process.stdout is not None
        return self.process.stdout.read()

    def said(self, line: str) -> None:
        """Wait until it has said this."""
        self.manager.wait(lambda heard: line in heard)

    def beats_on(self) -> None:
        """See three more beats come."""
        before = self.manager.beats()
        self.manager.wait(lambda heard: heard.count("WATCHDOG=1") >= before + 3)


@contextmanager
def watched(deed: str, watchdog: bool = True) -> Iterator[Watched]:
    """Start a little kiosk that does ``deed`` after a while."""
    with tempfile.TemporaryDirectory() as short:
        folder = Path(short)
        manager = Manager(folder)
        named = {"NOTIFY_SOCKET": manager.address, "QT_QPA_PLATFORM": "offscreen"}
        named |= {"PYTHONPATH": str(ROOT), "HOME": short, "LC_ALL": "C.UTF-8"}
        if watchdog:
            named["WATCHDOG_USEC"] = str(int(INTERVAL * 1_000_000))
        process = subprocess.Popen(
            [sys.executable, str(LITTLE), str(folder / "log"), deed],
            env=os.environ | named,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        try:
            yield Watched(manager, process, folder / "log")
        finally:
            process.kill()
            process.wait()
            assert process.stdout is not None
            process.stdout.close()
            manager.close()
