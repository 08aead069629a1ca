"""A kiosk that does not start says so in its log, where somebody looks for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

BROKEN = """
import sys
import viewer.kiosk
from viewer.app import main

def build_kiosk(*_):
    raise KeyError("a secret")

viewer.kiosk.build_kiosk = build_kiosk
sys.exit(main(["--kiosk"]))
"""


def test_a_fault_at_the_start_is_in_the_log(their_environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", BROKEN],
        cwd=ROOT,
        env=their_environment | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1, done.stderr
    (log,) = Path(their_environment["HOME"]).rglob("kiosk.log")
    said = log.read_text("utf-8")
    assert "KeyError" in said
    assert "secret" not in said
