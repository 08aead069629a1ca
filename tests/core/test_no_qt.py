"""Core and the commands know no Qt: proved in fresh processes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for folder in ("core", "commands", "handout")
    for path in (ROOT / "viewer" / folder).rglob("*.py")
)
QT = "[name for name in sys.modules if name.partition('.')[0] in ('PySide6', 'shiboken6')]"


def run(code: str) -> str:
    """What a fresh process prints."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_modules_are_found() -> None:
    assert {
        "viewer.core.packs.library",
        "viewer.core.pages.builder",
        "viewer.commands.check",
    } <= set(MODULES)


def test_no_module_of_core_or_the_commands_loads_qt() -> None:
    imports = "; ".join(f"import {module}" for module in MODULES)
    assert run(f"import sys; {imports}; print({QT})") == "[]"


@pytest.mark.parametrize("arguments", [["check"], ["check", "--format", "json"]])
def test_check_never_loads_qt(arguments: list[str]) -> None:
    code = (
        f"import sys; from viewer.app import main; status = main({arguments}); print(status, {QT})"
    )
    assert run(code).splitlines()[-1] == "0 []"


def test_no_file_of_core_names_qt_in_its_code() -> None:
    for path in (ROOT / "viewer/core").rglob("*.py"):
        text = path.read_text("utf-8")
        assert "import PySide6" not in text, path
        assert "from PySide6" not in text, path
