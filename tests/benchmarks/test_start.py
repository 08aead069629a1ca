"""Process start to the first painted page, and peak memory, against the smallest windows.

Run: python -m pytest tests/benchmarks -q -s
The windows take turns, so that a machine whose speed drifts slows them alike;
what counts is the ratio of each pair.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

RUNS = 15
SCRIPT = Path(__file__).with_name("first_paint.py")
ARGUMENTS = ["--topic", "calciphylaxis", "--section", "pathophysiology"]
BOUNDS = {"same": 1.10, "bare": 1.30}
MEMORY_BOUND = 1.25


def start(arguments: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """Milliseconds to the first painted page, and MiB of peak memory."""
    begin = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, str(SCRIPT), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    painted, memory = done.stdout.split()
    return (int(painted) - begin) / 1e6, int(memory) / 1024


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Folders of our own; Python may keep its compiled files, as it does for a user."""
    home = tmp_path_factory.mktemp("home")
    found = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    found.setdefault("QT_QPA_PLATFORM", "offscreen")
    return found | {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
    }


@pytest.fixture(scope="module")
def reference(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page, rows and fonts of the program's own first screen, for the other windows."""
    for arguments in (ARGUMENTS, []):  # the second starts with what the first has left
        session = [sys.executable, str(SCRIPT), "session", *arguments]
        subprocess.run(session, env=environment, check=True, timeout=60)
    kept = Path(environment["XDG_CACHE_HOME"], "careleaf", "first-screen.json")
    from viewer.core.typefaces import font_files

    screen = json.loads(kept.read_text())["screen"]
    file = tmp_path_factory.mktemp("reference") / "screen.txt"
    rows = [row[0] for row in screen["rows"]]
    file.write_text(repr((screen["html"], rows, [str(font) for font in font_files()])))
    return file


def test_start_against_the_smallest_windows(environment: dict[str, str], reference: Path) -> None:
    kinds = {
        "careleaf": ["careleaf"],  # as from an icon: the place of the last session
        "same": ["same", str(reference)],
        "bare": ["bare", str(reference)],
    }
    taken: dict[str, list[tuple[float, float]]] = {kind: [] for kind in kinds}
    for _ in range(RUNS):
        for kind, arguments in kinds.items():
            taken[kind].append(start(arguments, environment))
    ours = taken["careleaf"]
    print(f"\nfirst page: {statistics.median(t for t, _ in ours):.0f} ms")
    failed = []
    for kind, bound in BOUNDS.items():
        ratio = statistics.median(a / b for (a, _), (b, _) in zip(ours, taken[kind], strict=True))
        memory = statistics.median(m for _, m in ours) / statistics.median(
            m for _, m in taken[kind]
        )
        print(f"against the {kind} window: start {ratio:.2f} (bound {bound}), memory {memory:.2f}")
        if ratio > bound or memory > MEMORY_BOUND:
            failed.append(kind)
    assert not failed


def test_first_start_without_a_kept_screen(environment: dict[str, str], reference: Path) -> None:
    cold = []
    for at in range(5):
        fresh = environment | {
            "XDG_CACHE_HOME": f"{environment['HOME']}/cold{at}",
            "XDG_CONFIG_HOME": f"{environment['HOME']}/coldconfig{at}",
        }
        ours = start(["careleaf", *ARGUMENTS], fresh)[0]
        cold.append(ours / start(["same", str(reference)], fresh)[0])
    print(f"\nwithout a kept screen: {statistics.median(cold):.2f} of the same window")
    assert statistics.median(cold) < 3
