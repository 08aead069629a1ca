"""A session of its own for a screen reader and the program: a screen, a bus, and a home."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
NEEDED = ("Xvfb", "dbus-run-session", "openbox")
ANSWER = "answer "
"""How a line begins that is one, see reader.py."""
PATIENCE = 60.0
"""Seconds until something must have been told, on a busy machine."""
Part = dict[str, Any]


class ScreenReader:
    """Asks the process that is on the bus."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._open: tuple[str, ...] = ()

    def ask(self, name: str, *arguments: object) -> Any:
        """Ask, and get the answer."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([name, *arguments]) + "\n")
        self._process.stdin.flush()
        said = self._process.stdout.readline()
        while said and not said.startswith(ANSWER):
            said = self._process.stdout.readline()
        answer = json.loads(said.removeprefix(ANSWER))
        assert not (isinstance(answer, dict) and "error" in answer), answer
        return answer

    def open(self, *arguments: str) -> None:
        """Start the program, unless it is open with these arguments."""
        if arguments != self._open:
            self._open = arguments
            self.ask("start", [sys.executable, str(ROOT / "main.py"), *arguments])

    def parts(self, role: str = "") -> list[Part]:
        """All that is in the window, in order; or what has a role."""
        return [part for part in walk(self.ask("tree")) if not role or part.get("role") == role]

    def page(self) -> Part:
        """The page, once its parts are there."""
        found: list[Part] = []

        def read() -> bool:
            found[:] = [part for part in [self.ask("page")] if part.get("children")]
            return bool(found)

        self.wait(read)
        return found[0]

    def named(self, role: str) -> list[str]:
        """The names of the page's parts with a role."""
        return [part["name"] for part in walk(self.page()) if part["role"] == role]

    def wait(self, is_so: Callable[[], object]) -> None:
        """Wait until it is so."""
        until = time.monotonic() + PATIENCE
        while not is_so():
            assert time.monotonic() < until, "it did not come"
            time.sleep(0.03)

    def hears(self, kind: str, **wanted: object) -> Part:
        """Wait for an event that says all this."""
        found: list[Part] = []

        def heard() -> bool:
            heard = [event for event in self.ask("heard") if event["kind"].startswith(kind)]
            found.extend(event for event in heard if wanted.items() <= event.items())
            return bool(found)

        self.wait(heard)
        return found[0]


def walk(part: Part) -> Iterator[Part]:
    """A part and all in it."""
    yield part
    for child in part.get("children", ()):
        yield from walk(child)


def _fails(command: list[str]) -> bool:
    return bool(subprocess.run(command, capture_output=True, check=False).returncode)


def _lacking() -> list[str]:
    """What has to be installed first."""
    found = [name for name in NEEDED if shutil.which(name) is None]
    asked = [SYSTEM_PYTHON, "-c", "import pyatspi, gi; gi.require_version('Atspi', '2.0')"]
    if not Path(SYSTEM_PYTHON).exists() or _fails(asked):
        found.append("pyatspi")
    launchers = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
    if not any(map(os.path.exists, launchers)):
        found.append("at-spi2-core")
    return found


@pytest.fixture(scope="module")
def screen_reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ScreenReader]:
    """A screen reader on a bus of its own."""
    if lacking := _lacking():
        said = f"at-spi2 is missing: {', '.join(lacking)}"
        if os.environ.get("CI"):
            pytest.fail(said)
        pytest.skip(said)
    home = tmp_path_factory.mktemp("home")
    home.chmod(0o700)
    kept = {n: v for n, v in os.environ.items() if not n.startswith(("XDG_", "QT_", "DBUS_"))}
    kept |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(home), "LC_ALL": "C.UTF-8"}
    for name in ("CONFIG", "CACHE", "DATA", "STATE"):
        kept[f"XDG_{name}_HOME"] = str(home / name.lower())
    told, tells = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tells), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
        pass_fds=[tells],
        stderr=subprocess.DEVNULL,
    )
    os.close(tells)
    with os.fdopen(told) as number:
        kept["DISPLAY"] = f":{number.readline().strip()}"
    process = subprocess.Popen(
        ["dbus-run-session", "--", SYSTEM_PYTHON, str(Path(__file__).with_name("reader.py"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=kept,
    )
    reader = ScreenReader(process)
    try:
        yield reader
        process.communicate(timeout=20)  # with nobody to ask it ends the program, and itself
    finally:
        process.kill()
        process.wait(10)
        screen.terminate()
        screen.wait(10)
