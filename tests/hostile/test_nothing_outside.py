"""The process is watched while it opens, checks, shows, indexes and prints a hostile library.

strace tells each file that it, Qt and typst open, and each socket; Python's own hooks would miss
the last two. What is opened beside the library is what a harmless library has opened as well.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.core.library import Files, write
from tests.hostile import libraries
from tests.hostile.torture import png

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="strace is Linux's own"),
]
CALLS = "open,openat,openat2,creat,execve,socket,connect,sendto"
_OPENED = re.compile(r"\b(?:open|openat|openat2|creat|execve)\((?:[\w<>/.\-]+, )?\"([^\"]*)\"(.*)")
_SOCKET = re.compile(r"\bAF_INET6?\b")
_GENERATED = re.compile(r"/(?:proc|sys|dev/(?:null|urandom|shm))\b|__pycache__|\.pyc?\b|\.so\b")
"""What a process opens of itself, in no fixed order."""

_LINKS = ("check.yaml", "elsewhere", "hands/de", "hands/en/out.md", "hands/en/zero.md")
LEAD_OUT = {f"BASE/library/{name}" for name in (*_LINKS, "hands/images/out.png")}
"""What may not be opened either, for it leads to such a place."""


class Watched:
    """What a run has opened, and the lines of sockets to a network."""

    def __init__(self, log: Path, base: Path) -> None:
        text = log.read_text("utf-8", "replace")
        lines = text.splitlines()
        tried = [m for line in lines if (m := _OPENED.search(line))]
        self.tried = {os.path.normpath(m[1].replace(str(base), "BASE")) for m in tried}
        self.opened = {
            os.path.normpath(m[1].replace(str(base), "BASE"))
            for m in tried
            if "= -1 " not in m[2] and not _GENERATED.search(m[1])
        }
        self.network = [line for line in lines if _SOCKET.search(line)]


def watch(library: Path, base: Path) -> Watched:
    """Do everything with a library, and watch."""
    home, log = base / "home", base / "strace.txt"
    write(home, {"clinic.yaml": "clinic_name: Riverside\nlogo: ../outside/secret.png\n"})
    command = ["strace", "-f", "-qq", "-s", "4096", "-e", f"trace={CALLS}", "-o", str(log)]
    command += [sys.executable, "-m", "tests.hostile.run", str(library), str(home / "clinic.yaml")]
    kept = {n: v for n, v in os.environ.items() if n not in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS")}
    made = subprocess.run(
        [*command, str(home), "300", "4096"],
        cwd=ROOT,
        env=kept | {"QT_QPA_PLATFORM": "offscreen", "HOME": str(home), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert made.returncode == 0, made.stderr[-3_000:]
    return Watched(log, base)


@pytest.fixture
def strace() -> None:
    """Skip where there is none; but never in CI."""
    if shutil.which("strace") is None:
        said = "strace is missing: apt-get install strace"
        if os.environ.get("CI"):
            pytest.fail(said)
        pytest.skip(said)


def test_nothing_outside_is_opened_and_nobody_asked(strace: None, tmp_path: Path) -> None:
    usual, hostile = tmp_path / "usual", tmp_path / "hostile"
    before = watch(libraries.hands(usual / "library", {"images/a.png": png(9, 9)}), usual)
    outside: Files = {
        "secret.md": "a",
        "secret.yaml": "smog: 9",
        "secret.png": png(3, 3),
        "de/a.md": "a",
    }
    write(hostile / "outside", outside)
    found = watch(libraries.odd_files(hostile / "library", hostile / "outside"), hostile)
    assert found.network == before.network == []
    assert [path for path in found.tried if "secret" in path or "outside" in path] == []
    assert [path for path in found.tried if "/dev/zero" in path or path.endswith("pipe.md")] == []
    assert found.tried & LEAD_OUT == set()
    assert "BASE/library/hands/en/all.md" in found.opened, "nothing was watched"
    beside = {path for path in found.opened if not path.startswith(("BASE/library", "BASE/home"))}
    of_program = {path for path in beside if path.startswith(f"{ROOT}/resources/")}
    assert beside - of_program - before.opened == set()
