"""The kiosk itself in a process of its own: what its service manager hears, and how it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import viewer
from tests.manager import Manager
from viewer.ui.kiosk.signals import BASE

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="systemd's protocol, POSIX's signals"),
]

ROOT = Path(viewer.__file__).resolve().parents[1]
SETTINGS = "kiosk:\n  topics: [calciphylaxis, gout]\n"

Start = Callable[..., subprocess.Popen[bytes]]


@pytest.fixture
def manager() -> Iterator[Manager]:
    manager = Manager(Path(), abstract=True)
    yield manager
    manager.close()


@pytest.fixture
def start(tmp_path: Path, manager: Manager) -> Iterator[Start]:
    """Start a kiosk as its unit does."""
    started = []

    def start_one(*arguments: str) -> subprocess.Popen[bytes]:
        named = {"NOTIFY_SOCKET": manager.address, "QT_QPA_PLATFORM": "offscreen"}
        named |= {"HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
        named |= {f"XDG_{kind}_HOME": str(tmp_path / kind) for kind in ("CACHE", "STATE", "CONFIG")}
        words = [sys.executable, str(ROOT / "main.py"), "--kiosk", *arguments]
        started.append(subprocess.Popen(words, env=os.environ | named, cwd=tmp_path))
        return started[0]

    yield start_one
    for process in started:
        process.kill()
        process.wait()


def is_told(heard: list[str]) -> bool:
    return any(line.startswith("STATUS=") for line in heard)


def test_the_manager_hears_the_version_the_content_and_that_something_is_wrong(
    start: Start, manager: Manager, tmp_path: Path
) -> None:
    settings = tmp_path / "clinic.yaml"
    settings.write_text(SETTINGS, "utf-8")
    start("--clinic", str(settings))
    heard = manager.wait(is_told)
    assert heard[0] == "READY=1"
    status = heard[1]
    assert status.startswith(f"STATUS=Careleaf {viewer.__version__}; 1 problem, told in its log; ")
    assert "content: calciphylaxis en " in status
    log = (tmp_path / "STATE" / "careleaf" / "log" / "kiosk.log").read_text("utf-8")
    assert 'Problem: The settings name the topic "gout" for the tiles' in log


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_one_that_is_asked_to_end_does_so_at_once_and_says_it(
    start: Start, manager: Manager, tmp_path: Path, name: str
) -> None:
    kiosk = start()
    assert "; no problems; " in manager.wait(is_told)[1]
    kiosk.send_signal(getattr(signal, name))
    # Never 0: that is staff's end, after which nobody starts it again.
    assert kiosk.wait(10) == BASE + getattr(signal, name)
    assert manager.listen()[-1] == "STOPPING=1"
    log = (tmp_path / "STATE" / "careleaf" / "log" / "kiosk.log").read_text("utf-8")
    assert log.splitlines()[-2].endswith(f"Asked to end by {name}.")
    assert log.splitlines()[-1].endswith("Careleaf ends.")


def test_ctrl_c_while_it_starts_is_no_traceback(
    start: Start, capfd: pytest.CaptureFixture[str]
) -> None:
    kiosk = start()
    libraries = Path(f"/proc/{kiosk.pid}/maps")
    if not libraries.exists():
        pytest.skip("what a process has loaded is told by Linux alone")
    end = time.monotonic() + 10
    while "libQt6Core" not in libraries.read_text("utf-8"):  # in the middle of an import
        assert time.monotonic() < end
    kiosk.send_signal(signal.SIGINT)
    assert kiosk.wait(10) in (-signal.SIGINT, BASE + signal.SIGINT)
    assert capfd.readouterr().err == ""
