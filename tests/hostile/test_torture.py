"""Each file within bounds of time and memory, in a process that the system ends at these.

The bounds are for a slow machine that is busy; what is measured on a usual one is in ARCHITECTURE.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.hostile import libraries
from viewer.core.problems import Rule

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="others know no such bounds")
OFTEN = frozenset({"advice"})
"""Texts that are tried each time the slow tests run."""
SECONDS, MEBIBYTES, WALL = 60, 1_024, 300


def run(library: Path, home: Path) -> dict[str, Any]:
    """All that the program does with a library; what the process says of itself."""
    clinic = home / "clinic.yaml"
    home.mkdir(exist_ok=True)
    clinic.write_text("clinic_name: Riverside\nlogo: ../outside/secret.png\n", "utf-8")
    command = [sys.executable, "-m", "tests.hostile.run", str(library), str(clinic), str(home)]
    made = subprocess.run(
        [*command, str(SECONDS), str(MEBIBYTES)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(home), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=WALL,
        check=False,
    )
    assert made.returncode == 0, made.stderr[-3_000:]
    found: dict[str, Any] = json.loads(made.stdout.splitlines()[-1])
    print(library.parent.name, found["seconds"], round(found["mebibytes"]), "MiB")
    return found


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.slow if name in OFTEN else pytest.mark.exhaustive)
        for name in libraries.texts()
    ],
)
def test_a_text(name: str, tmp_path: Path) -> None:
    run(libraries.hands(tmp_path / "library", libraries.texts()[name]), tmp_path / "home")


@pytest.mark.slow
def test_pictures(tmp_path: Path) -> None:
    found = run(libraries.hands(tmp_path / "library", libraries.pictures()), tmp_path / "home")
    refused = {name for rule, name in found["problems"] if rule == Rule.REFUSED_IMAGE}
    assert {"png-huge.md", "png-cut.md", "png-lying-small.md", "svg-long-path.md"} <= refused
    assert {"svg-clips.md", "svg-many-letters.md", "svg-deep.md"} <= refused
    assert not {"png-largest.md", "png-texts.md", "png-animated.md", "svg-words.md"} & refused


@pytest.mark.slow
def test_files_that_are_none(tmp_path: Path) -> None:
    library = libraries.odd_files(tmp_path / "library", tmp_path / "outside")
    found = run(library, tmp_path / "home")
    told = {(rule, name) for rule, name in found["problems"]}
    assert {
        (Rule.NOT_A_FILE, "pipe.md"),
        (Rule.NOT_A_FILE, "glossary.yaml"),
        (Rule.TOO_LARGE, "huge.md"),
        (Rule.OUTSIDE_PACK, "ring.md"),
        (Rule.OUTSIDE_PACK, "zero.md"),
        (Rule.OUTSIDE_PACK, "check.yaml"),
    } <= told
