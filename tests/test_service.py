"""What the service manager is told, and that nothing happens where there is none."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.manager import Manager
from viewer import service
from viewer.service import Service, take_service

pytestmark = pytest.mark.skipif(os.name == "nt", reason="systemd's protocol")


@pytest.fixture(params=["path", "abstract"])
def manager(request: pytest.FixtureRequest) -> Iterator[Manager]:
    if request.param == "abstract" and not sys.platform.startswith("linux"):
        pytest.skip("abstract sockets are Linux's")
    with tempfile.TemporaryDirectory() as short:
        manager = Manager(Path(short), abstract=request.param == "abstract")
        yield manager
        manager.close()


def test_the_manager_hears_each_thing_as_a_datagram_of_its_own(manager: Manager) -> None:
    ours = take_service({"NOTIFY_SOCKET": manager.address})
    ours.ready()
    ours.status("Home")
    ours.alive()
    ours.stopping()
    assert manager.listen() == ["READY=1", "STATUS=Home", "WATCHDOG=1", "STOPPING=1"]
    assert ours.is_heard


def test_a_status_is_one_short_line(manager: Manager) -> None:
    take_service({"NOTIFY_SOCKET": manager.address}).status("two\nREADY=1 \ud800" + "x" * 9999)
    (line,) = manager.listen()
    assert line.startswith("STATUS=two READY=1 ?xxx")
    assert len(line) == len("STATUS=") + service.LONGEST_STATUS


def test_the_variables_are_taken_out_so_that_our_children_do_not_speak_for_us(
    manager: Manager,
) -> None:
    child = "import os; print([n for n in os.environ if n.startswith(('NOTIFY', 'WATCHDOG'))])"
    program = (
        "import subprocess, sys\n"
        "from PySide6.QtCore import QCoreApplication, QProcess, QProcessEnvironment\n"
        "from viewer.service import take_service\n"
        "ours = take_service()\n"
        f"print(ours.watchdog, flush=True); subprocess.run([sys.executable, '-c', {child!r}])\n"
        "print(QProcessEnvironment.systemEnvironment().contains('NOTIFY_SOCKET'))\n"
    )
    environment = os.environ | {"NOTIFY_SOCKET": manager.address, "WATCHDOG_USEC": "30000000"}
    root = Path(service.__file__).resolve().parents[1]
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment | {"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )
    assert done.stdout.split("\n") == ["30.0", "[]", "False", ""]


@pytest.mark.parametrize(
    ("microseconds", "seconds"),
    [
        ("30000000", 30.0),
        ("", None),
        ("0", None),
        ("-1", None),
        ("soon", None),
        ("٣٠", None),
        ("9" * 5000, None),
        ("18446744073709551615", None),
    ],
)
def test_the_interval_is_read_as_it_is_written(microseconds: str, seconds: float | None) -> None:
    variables = {"NOTIFY_SOCKET": "/n", "WATCHDOG_USEC": microseconds}
    assert take_service(variables).watchdog == seconds
    assert variables == {}


def test_an_interval_for_another_process_is_none_of_ours() -> None:
    variables = {"NOTIFY_SOCKET": "/n", "WATCHDOG_USEC": "5000000"}
    assert take_service(variables | {"WATCHDOG_PID": str(os.getpid())}).watchdog == 5.0
    assert take_service(variables | {"WATCHDOG_PID": str(os.getppid())}).watchdog is None


@pytest.mark.parametrize(
    "address", ["", "/nobody/here", "vsock:2:9", "n", "/" + "x" * 500, "/nul\0", "@" + "x" * 500]
)
def test_nothing_happens_where_there_is_no_manager(address: str) -> None:
    ours = Service(address, 1.0)
    for say in (ours.ready, ours.alive, ours.stopping):
        say()
    ours.status("Home")


def test_without_a_manager_nobody_waits_for_beats() -> None:
    assert take_service({"WATCHDOG_USEC": "5000000"}).watchdog is None
    assert not take_service({}).is_heard


def test_nothing_happens_where_python_knows_no_such_sockets(
    monkeypatch: pytest.MonkeyPatch, manager: Manager
) -> None:
    monkeypatch.setattr(service, "_FAMILY", None)
    take_service({"NOTIFY_SOCKET": manager.address}).ready()
    assert manager.listen() == []


def test_a_manager_that_does_not_listen_holds_nobody_up(manager: Manager) -> None:
    ours = take_service({"NOTIFY_SOCKET": manager.address})
    begin = time.monotonic()
    for _ in range(2_000):  # many more than a socket keeps
        ours.alive()
    assert time.monotonic() - begin < 5
    assert 0 < len(manager.listen()) < 2_000


def test_a_manager_that_has_gone_is_not_missed(manager: Manager) -> None:
    ours = take_service({"NOTIFY_SOCKET": manager.address})
    manager.close()
    ours.ready()
