"""Tries at a PIN are counted through restarts, kills, full disks and clocks that are set."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from viewer.core.attempts import FREE_TRIES, Attempts, pause_after
from viewer.core.pin_lock import PinLock

ROOT = Path(__file__).resolve().parents[2]
MINUTE = 60.0
KEPT = "scrypt$16384$8$1$_sRgmLpH4aefD1HJMx_ySQ$4klquvZlrItaAZo-1P34cDRAm33jSfAX6ab8l3p9Ng4"
"""Of 4711."""


class Clock:
    """The clock on the wall, and the one that nobody sets."""

    def __init__(self) -> None:
        self.wall = 1_800_000_000.0
        self.steady = 500.0

    def passes(self, seconds: float) -> None:
        self.wall += seconds
        self.steady += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "pin-attempts.json"


def start(file: Path, clock: Clock) -> Attempts:
    """As a kiosk that starts; its steady clock begins somewhere else each time."""
    clock.steady += 12_345.0
    return Attempts(file, lambda: clock.wall, lambda: clock.steady)


def use_up(attempts: Attempts, tries: int = FREE_TRIES) -> None:
    for _ in range(tries):
        assert attempts.begin()


def test_five_tries_are_free_and_then_there_is_a_pause(file: Path, clock: Clock) -> None:
    attempts = start(file, clock)
    assert (attempts.left, attempts.wait) == (5, 0)
    for left in (4, 3, 2, 1):
        assert attempts.begin()
        assert (attempts.left, attempts.wait) == (left, 0)
    assert attempts.begin()
    assert attempts.wait == MINUTE
    assert not attempts.begin()
    clock.passes(MINUTE - 1)
    assert (attempts.wait, attempts.begin()) == (1, False)
    clock.passes(1)
    assert (attempts.left, attempts.wait) == (1, 0)
    assert attempts.begin()
    assert attempts.wait == 2 * MINUTE


def test_the_pause_doubles_up_to_an_hour() -> None:
    pauses = [pause_after(tries) / MINUTE for tries in range(15)]
    assert pauses == [0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60]
    assert pause_after(10**6) == 60 * MINUTE


def test_a_refused_try_makes_the_pause_no_longer(file: Path, clock: Clock) -> None:
    attempts = start(file, clock)
    use_up(attempts)
    for _ in range(100):
        assert not attempts.begin()
    assert attempts.wait == MINUTE


def test_the_right_pin_forgets_all_tries(file: Path, clock: Clock) -> None:
    attempts = start(file, clock)
    use_up(attempts, 4)
    attempts.succeed()
    assert attempts.left == 5
    assert start(file, clock).left == 5


def test_tries_and_what_is_left_of_a_pause_outlive_a_restart(file: Path, clock: Clock) -> None:
    use_up(start(file, clock), 3)
    attempts = start(file, clock)
    assert attempts.left == 2
    use_up(attempts, 2)
    clock.passes(20)
    assert start(file, clock).wait == 40
    clock.passes(30)
    assert start(file, clock).wait == 10
    clock.passes(10)
    attempts = start(file, clock)
    assert (attempts.left, attempts.wait) == (1, 0)
    assert attempts.begin()
    assert attempts.wait == 2 * MINUTE


def test_a_kill_between_the_try_and_its_check_gives_no_free_try(file: Path) -> None:
    code = (
        "import os, signal, sys; from pathlib import Path\n"
        "import viewer.core.pin_lock as lock; from viewer.core.attempts import Attempts\n"
        "lock.pin_matches = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        f"lock.PinLock({KEPT!r}, Attempts(Path(sys.argv[1]))).opens('4711')"
    )
    for left in (4, 3):
        done = subprocess.run([sys.executable, "-c", code, str(file)], cwd=ROOT, check=False)
        assert done.returncode == -signal.SIGKILL
        assert Attempts(file).left == left


def test_a_clock_that_is_set_while_it_runs_changes_nothing(file: Path, clock: Clock) -> None:
    attempts = start(file, clock)
    use_up(attempts)
    for change in (-86_400, 10 * 86_400):
        clock.wall += change
        assert attempts.wait == MINUTE
    clock.steady += 30
    assert attempts.wait == 30


def test_a_clock_set_back_before_a_restart_makes_the_pause_neither_longer_nor_shorter(
    file: Path, clock: Clock
) -> None:
    use_up(start(file, clock))
    clock.wall -= 86_400
    attempts = start(file, clock)
    assert attempts.wait == MINUTE
    clock.passes(45)
    assert start(file, clock).wait == 15, "the pause goes on from where the clock stands now"
    clock.passes(15)
    assert start(file, clock).begin()


def test_a_clock_set_forward_by_the_network_after_a_start_ends_no_pause(
    file: Path, clock: Clock
) -> None:
    use_up(start(file, clock))
    clock.wall -= 3_600  # a computer whose clock stands still while it is off
    attempts = start(file, clock)
    clock.wall += 7_200
    assert attempts.wait == MINUTE


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 40,
        b"{",
        b"[]",
        b"null",
        b"5",
        b'{"tries": 0}',
        b'{"tries": "0", "at": 0}',
        b'{"tries": true, "at": 0}',
        b'{"tries": -5, "at": 0}',
        b'{"tries": 1e9, "at": 0}',
        b'{"tries": 0, "at": NaN}',
        b'{"tries": 0, "at": Infinity}',
        b'{"tries": 0, "at": -1}',
        b"[" * 900,
        b'{"tries": 0, "at": 0}' + b" " * 2_000,
        b"\xff\xfe",
    ],
)
def test_a_damaged_file_counts_as_if_all_free_tries_were_used(
    data: bytes, file: Path, clock: Clock
) -> None:
    file.parent.mkdir()
    file.write_bytes(data)
    assert start(file, clock).wait == MINUTE
    clock.passes(50)
    assert start(file, clock).wait == 10, "and the pause does not begin anew with each start"
    clock.passes(10)
    attempts = start(file, clock)
    assert attempts.begin()
    attempts.succeed()
    assert start(file, clock).left == 5


def test_where_nothing_can_be_written_a_restart_gives_no_free_tries(
    tmp_path: Path, clock: Clock
) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    for _ in range(3):
        attempts = start(tmp_path / "state" / "pin-attempts.json", clock)
        assert (attempts.left, attempts.is_kept) == (5, True)
        assert not attempts.begin(), "it could not be written down"
        assert (attempts.wait, attempts.is_kept, attempts.left) == (MINUTE, False, 1)


def test_a_full_disk_keeps_staff_waiting_but_not_out(file: Path, clock: Clock) -> None:
    file.parent.mkdir()
    attempts = start(file, clock)
    use_up(attempts, 2)
    file.unlink()
    file.mkdir()  # nothing takes its place, as on a full disk
    lock = PinLock(KEPT, attempts)
    assert not lock.opens("4711")
    assert lock.wait == MINUTE
    clock.passes(MINUTE)
    assert lock.opens("4711")
    assert (lock.left, lock.wait) == (5, 0)


def test_a_try_outlives_a_plug_that_is_pulled(
    file: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    monkeypatch.setattr("viewer.core.attempts.sync_folder", synced.append)
    use_up(start(file, clock), 1)
    assert synced == [file.parent]


def test_a_folder_in_the_files_place_lets_nobody_try_forever(file: Path, clock: Clock) -> None:
    file.mkdir(parents=True)
    attempts = start(file, clock)
    assert (attempts.wait, attempts.is_kept) == (MINUTE, False)


def test_the_file_holds_a_number_and_a_time(file: Path, clock: Clock) -> None:
    attempts = start(file, clock)
    assert not file.exists(), "a start alone writes nothing"
    use_up(attempts, 2)
    assert json.loads(file.read_bytes()) == {"tries": 2, "at": clock.wall}
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_the_lock_opens_for_its_pin_and_says_what_is_left(file: Path, clock: Clock) -> None:
    lock = PinLock(KEPT, start(file, clock))
    assert (lock.has_pin, lock.opens("4712"), lock.left, lock.wait) == (True, False, 4, 0)
    assert lock.opens("4711")
    assert lock.left == 5


def test_in_a_pause_even_the_right_pin_is_not_tried(file: Path, clock: Clock) -> None:
    attempts = start(file, clock)
    lock = PinLock(KEPT, attempts)
    use_up(attempts)
    assert not lock.opens("4711")
    clock.passes(MINUTE)
    assert lock.opens("4711")


@pytest.mark.parametrize("kept", ["", "4711", "scrypt$1$2"])
def test_without_a_pin_nothing_opens_and_nothing_is_counted(
    kept: str, file: Path, clock: Clock
) -> None:
    lock = PinLock(kept, start(file, clock))
    assert (lock.has_pin, lock.opens(kept), lock.opens("")) == (False, False, False)
    assert not file.exists()
    lock.use(KEPT)
    assert lock.has_pin
