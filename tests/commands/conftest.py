"""``careleaf handout`` started as a person or a program starts it, from somewhere else."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

Done = subprocess.CompletedProcess[bytes]
RunHandout = Callable[..., Done]


@pytest.fixture
def their_variables(tmp_path: Path) -> dict[str, str]:
    """The variables of somebody with an empty home, no screen and no country."""
    home = tmp_path / "home"
    home.mkdir(exist_ok=True)
    left_out = ("XDG_", "QT_", "PYTHON", "LC_", "LANG", "DISPLAY", "WAYLAND")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
    return kept | {"HOME": str(home), "XDG_CONFIG_DIRS": str(home / "etc")}


@pytest.fixture
def handout(tmp_path: Path, their_variables: dict[str, str]) -> RunHandout:
    """Start ``python main.py handout`` in ``tmp_path``."""

    def run(*arguments: str | Path, cwd: Path = tmp_path, **environment: str) -> Done:
        return subprocess.run(
            [sys.executable, str(ROOT / "main.py"), "handout", *map(str, arguments)],
            cwd=cwd,
            env=their_variables | environment,
            capture_output=True,
            timeout=120,
            check=False,
        )

    return run
