"""The Linux desktop's wish for less motion, asked over a portal on a bus of the test's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from viewer.ui.desktop_motion import DesktopMotion

SYSTEM_PYTHON = "/usr/bin/python3"
PORTAL = Path(__file__).with_name("portal.py")
APPEARANCE = ("org.freedesktop.appearance", "reduced-motion")
GNOME = ("org.gnome.desktop.interface", "enable-animations")
Portal = Callable[..., "subprocess.Popen[str]"]


def _lacking() -> str:
    if sys.platform != "linux" or shutil.which("dbus-daemon") is None:
        return "dbus is missing"
    asked = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Gio', '2.0')"]
    has_gi = Path(SYSTEM_PYTHON).exists() and not subprocess.run(asked, check=False).returncode
    return "" if has_gi else "python3-gi is missing"


@pytest.fixture
def bus() -> Iterator[str]:
    """The address of a bus that nobody else is on."""
    if lacking := _lacking():
        assert "CI" not in os.environ, lacking
        pytest.skip(lacking)
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.terminate()


@pytest.fixture
def portal(bus: str) -> Iterator[Portal]:
    """Starts a portal that has one key."""
    started: list[subprocess.Popen[str]] = []

    def start(version: int, key: tuple[str, str], value: int) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [SYSTEM_PYTHON, str(PORTAL), str(version), *key, str(value)],
            env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": bus},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        return process

    yield start
    for process in started:
        process.communicate()


@pytest.fixture
def connection(bus: str, request: pytest.FixtureRequest) -> Iterator[QDBusConnection]:
    name = request.node.name
    yield QDBusConnection.connectToBus(bus, name)
    QDBusConnection.disconnectFromBus(name)


@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize(("key", "less", "usual"), [(APPEARANCE, 1, 0), (GNOME, 0, 1)])
def test_the_desktops_wish_is_known_and_followed(
    connection: QDBusConnection,
    portal: Portal,
    qtbot: QtBot,
    version: int,
    key: tuple[str, str],
    less: int,
    usual: int,
) -> None:
    process = portal(version, key, less)
    desktop = DesktopMotion(bus=connection)
    assert not desktop.is_reduced, "nobody waits for the answer"
    qtbot.waitUntil(lambda: desktop.is_reduced, timeout=20_000)
    assert process.stdin is not None
    process.stdin.write(f"{usual}\n")
    process.stdin.flush()
    qtbot.waitUntil(lambda: not desktop.is_reduced, timeout=20_000)
    process.stdin.write(f"{less}\n")
    process.stdin.flush()
    qtbot.waitUntil(lambda: desktop.is_reduced, timeout=20_000)


def test_without_a_portal_pictures_move(connection: QDBusConnection, qtbot: QtBot) -> None:
    desktop = DesktopMotion(bus=connection)
    qtbot.wait(200)
    assert not desktop.is_reduced


def test_without_a_bus_nothing_is_asked() -> None:
    desktop = DesktopMotion(bus=QDBusConnection("nobody"))
    assert not desktop.is_reduced
