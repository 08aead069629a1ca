"""A kiosk that is killed at any moment starts again, and has lost nothing that was set."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.manager import Manager
from tests.ui.packs import PackWriter, section
from viewer.core.attempts import Attempts

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="the manager listens at a socket of Unix"),
]
ROOT = Path(__file__).resolve().parents[1]
KILLS = 50
CLINIC = """
clinic_name: Riverside Kidney Care
emergency_number: "112"
languages: [en, es]
kiosk:
  idle_seconds: 90
  pin: "scrypt$16384$8$1$_sRgmLpH4aefD1HJMx_ySQ$4klquvZlrItaAZo-1P34cDRAm33jSfAX6ab8l3p9Ng4"
"""
BUSY = """
import sys
import viewer.ui.kiosk.upkeep as upkeep
import viewer.core.accepted.watch as watch
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from viewer.app import main

upkeep.EVERY, upkeep.PAUSE = 40, 1
watch.QUIET = 0.05
DEED = sys.argv.pop(1)

def press():
    window = QApplication.activeWindow()
    if window is None:
        return
    keys, held = Qt.Key, Qt.KeyboardModifier
    QTest.keyClick(window, keys.Key_S, held.ControlModifier | held.AltModifier)
    focus = QApplication.focusWidget() or window
    for digit in "8888":
        QTest.keyClick(QApplication.focusWidget() or window, keys(ord(digit)))
    QTest.keyClick(QApplication.focusWidget() or window, keys.Key_Return)

def begin():
    timer.timeout.connect(press)
    timer.start(60)

import viewer.kiosk as kiosk
built = kiosk.build_kiosk
def build(*given):
    global timer
    timer = QTimer()
    if DEED == "pin":
        begin()
    return built(*given)
kiosk.build_kiosk = build
sys.exit(main(sys.argv[1:]))
"""
"""The program, with a shorter wait between looks at the library, and a hand that tries PINs."""


class Machine:
    """A computer with a kiosk on it, which loses its power all the time."""

    def __init__(self, home: Path, library: PackWriter) -> None:
        self.home, self.library = home, library
        self.config, self.state = home / "config" / "careleaf", home / "state" / "careleaf"
        self.copies = self.state / "kiosk" / "topics"
        self.config.mkdir(parents=True)
        self.settings = self.config / "clinic.yaml"
        self.settings.write_text(f"{CLINIC}library: [{library.folder}]\n", "utf-8")
        self.begin = home / "kiosk.py"
        self.begin.write_text(BUSY, "utf-8")
        self.manager = Manager(home)
        self.write(0)

    def write(self, version: int) -> None:
        """Somebody brings new content: each text says which version it is of."""
        texts = {
            name: section(name, "", f"Version {version} of {name}. " * 40, question=f"{name}?")
            for name in ("first", "second", "third")
        }
        self.library.topic("topic", texts)

    def start(self, deed: str) -> subprocess.Popen[str]:
        del self.manager.heard[:]
        named = {f"XDG_{it}_HOME": str(self.home / it.lower()) for it in ("CONFIG", "CACHE")}
        named |= {"XDG_STATE_HOME": str(self.home / "state"), "HOME": str(self.home)}
        named |= {"NOTIFY_SOCKET": self.manager.address, "QT_QPA_PLATFORM": "offscreen"}
        named |= {"PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
        program = [str(ROOT / "main.py")] if deed == "start" else [str(self.begin), deed]
        return subprocess.Popen(
            [sys.executable, *program, "--kiosk"],
            env=os.environ | named,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def is_ready(self, process: subprocess.Popen[str]) -> None:
        def ready(heard: list[str]) -> bool:
            assert process.poll() is None, process.communicate()[0]
            return "READY=1" in heard

        self.manager.wait(ready, 30)

    def is_whole(self) -> None:
        """What is on the disk can be read, and is of one version each."""
        attempts = self.state / "pin-attempts.json"
        if attempts.exists():
            assert json.loads(attempts.read_text("utf-8")).keys() == {"tries", "at"}
            assert Attempts(attempts).is_kept
        manifest = self.copies / "accepted.json"
        if manifest.exists():
            json.loads(manifest.read_text("utf-8"))
        self.versions()

    def versions(self) -> list[int]:
        """Of each copy that counts the one version that all its texts are of."""
        manifest = self.copies / "accepted.json"
        named = manifest.read_text("utf-8") if manifest.exists() else ""
        found: list[int] = []
        for copy in (self.copies / "store").glob("*"):
            if copy.name in named:
                texts = [path.read_text("utf-8") for path in sorted(copy.rglob("*.md"))]
                of = {int(text.split("Version ")[1].split()[0]) for text in texts}
                assert (len(texts), len(of)) == (3, 1), f"{copy}: {of}"
                found += of
        return found


@pytest.fixture
def machine(packs: PackWriter) -> Iterator[Machine]:
    with tempfile.TemporaryDirectory() as short:  # a socket's path has 107 letters
        machine = Machine(Path(short), packs)
        yield machine
        machine.manager.close()


def test_fifty_kills(machine: Machine) -> None:
    chance = random.Random(50)
    settings = machine.settings.read_bytes()
    deeds = ["start", "content", "pin", "idle"]
    tries = 0
    for number in range(KILLS):
        deed = deeds[number % len(deeds)]
        process = machine.start(deed)
        try:
            if deed == "start":
                time.sleep(chance.uniform(0.02, 0.8))
            else:
                machine.is_ready(process)
                if deed == "content":
                    machine.write(number)
                time.sleep(chance.uniform(0, 0.4))
        finally:
            process.send_signal(signal.SIGKILL)
            process.communicate()
        assert machine.settings.read_bytes() == settings
        machine.is_whole()
        attempts = machine.state / "pin-attempts.json"
        now = json.loads(attempts.read_text("utf-8"))["tries"] if attempts.exists() else 0
        assert now >= tries, "a kill gives nobody their tries back"
        tries = now
    process = machine.start("idle")
    try:
        machine.is_ready(process)
    finally:
        process.kill()
        process.communicate()
    shown = max(machine.versions(), default=0)
    print(f"\n{KILLS} kills; {tries} tries at a PIN; version {shown} of the content")
    assert tries > 0
    assert shown > KILLS // 2, "new content is taken up between kills"
