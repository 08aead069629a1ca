"""What a kiosk writes down: enough to mend it, and nothing of its visitors."""

from __future__ import annotations

import logging
import os
import re
import resource
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

import pytest

from viewer import kiosk_log
from viewer.kiosk_log import KioskLog, without_values

SECRET = "Maria Gomez, 555-0147"
ROOT = Path(kiosk_log.__file__).resolve().parents[1]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "log"


@pytest.fixture
def log(folder: Path) -> Iterator[KioskLog]:
    log = KioskLog(folder)
    yield log
    log.close()


def written(folder: Path) -> str:
    """All files of a log, the newest first."""
    return "".join(path.read_text("utf-8") for path in sorted(folder.glob("kiosk.log*")))


def raised() -> tuple[type[BaseException], BaseException, TracebackType | None]:
    """An exception that has a visitor's words in it, and has led to another."""
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as error:
            raise ValueError(f"cannot find {SECRET}") from error
    except ValueError as error:
        error.add_note(SECRET)
        return type(error), error, error.__traceback__


def test_what_goes_on_for_days_is_seen_to_go_on(folder: Path) -> None:
    now = 0.0
    log = KioskLog(folder, lambda: now)
    for _ in range(3 * 60):
        log.warning("the printer is gone")
        now += 60
    assert written(folder).count("the printer is gone") == 1
    assert written(folder).count("the same 60 more times") == 2, "without another line, or an end"
    log.close()


def test_a_line_has_its_time_in_utc_its_level_and_what(log: KioskLog, folder: Path) -> None:
    log.info("Careleaf 1.0 starts")
    log.warning("the printer\nis  gone")
    times = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"
    assert re.fullmatch(
        rf"{times} INFO Careleaf 1.0 starts\n{times} WARNING the printer is gone\n",
        written(folder),
    )


def test_a_fault_is_told_by_its_kind_and_places_and_never_by_its_words(
    log: KioskLog, folder: Path
) -> None:
    log.fault(*raised())
    line = written(folder)
    assert "ERROR ValueError after KeyError at tests/test_kiosk_log.py:" in line
    assert line.endswith(":raised\n")
    assert not any(word.strip(",") in line for word in SECRET.split())


def test_of_a_deep_fault_the_innermost_places_are_told(log: KioskLog, folder: Path) -> None:
    def deeper(depth: int) -> None:
        if depth == 0:
            raise ValueError
        deeper(depth - 1)

    try:
        deeper(200)
    except ValueError as error:
        log.fault(type(error), error, error.__traceback__)
    assert written(folder).count("deeper") <= kiosk_log.FRAMES
    assert len(written(folder)) < 2 * kiosk_log.LONGEST_LINE


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("QFont::setPointSize: Point size <= 0 (-1)", None),
        ('QTextDocument: "Maria Gomez" is unknown', "QTextDocument: … is unknown"),
        ("cannot find 'Maria", "cannot find …"),
        ("open /home/maria/notes.txt failed", "open … failed"),
        ("see https://example.org/?q=maria now", "see … now"),
        ("write to maria@example.org", "write to …"),
        ("call 5550147 soon", "call … soon"),
        ("úlcera seen", "…lcera seen"),
        ("first\nsecond", "first"),
        ("x " * 999, ("x " * 999)[: kiosk_log.LONGEST_MESSAGE]),
    ],
)
def test_a_library_is_quoted_without_what_it_speaks_of(said: str, kept: str | None) -> None:
    assert without_values(said) == (said if kept is None else kept)


def test_a_message_has_its_category(log: KioskLog, folder: Path) -> None:
    log.message(logging.WARNING, "qt.qpa.wayland", f'no "{SECRET}" here')
    assert "WARNING qt.qpa.wayland: no … here" in written(folder)


def test_files_are_few_and_small_and_the_last_lines_are_kept(folder: Path) -> None:
    now = [0.0]
    log = KioskLog(folder, lambda: now[0])
    for number in range(4_000):
        now[0] += 61
        log.info(f"{number} " + "x" * 500)
    log.close()
    files = sorted(folder.iterdir())
    assert [file.name for file in files] == ["kiosk.log", *(f"kiosk.log.{n}" for n in range(1, 5))]
    assert all(file.stat().st_size <= kiosk_log.BYTES for file in files)
    assert " 3999 " in files[0].read_text("utf-8")


def test_a_flood_is_counted_and_not_written(folder: Path) -> None:
    now = [0.0]
    log = KioskLog(folder, lambda: now[0])
    for number in range(1_000):
        log.info(f"line {number}")
    now[0] = 60.0
    log.info("calm")
    lines = written(folder).splitlines()
    assert len(lines) == kiosk_log.PER_MINUTE + 2
    assert lines[-2].endswith(f"{1_000 - kiosk_log.PER_MINUTE} more lines in that minute")
    log.close()


def test_a_flood_of_messages_leaves_room_for_faults(log: KioskLog, folder: Path) -> None:
    for number in range(1_000):
        log.message(logging.WARNING, "qt", f"line {number}")
    log.fault(*raised())
    assert "ERROR ValueError" in written(folder).splitlines()[-1]


def test_what_is_said_again_and_again_is_written_once(log: KioskLog, folder: Path) -> None:
    for _ in range(1_000):
        log.warning("the same")
    log.info("another")
    log.info("another")
    log.close()
    said = [line.split(" ", 2)[2] for line in written(folder).splitlines()]
    assert said == ["the same", "the same 999 more times", "another", "the same 1 more times"]


@pytest.mark.skipif(os.name == "nt", reason="modes are POSIX's")
def test_only_its_owner_reads_it(log: KioskLog, folder: Path) -> None:
    before = os.umask(0)
    try:
        log.watch_for_crashes()
        log.info("one")
    finally:
        os.umask(before)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}
    assert modes == {"kiosk.log": 0o600, "crash.txt": 0o600}


def test_a_folder_that_cannot_be_made_is_silence(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    log = KioskLog(tmp_path / "file" / "log")
    log.watch_for_crashes()
    log.info("one")
    log.fault(*raised())
    log.close()
    assert capfd.readouterr() == ("", "")


def test_a_folder_that_is_taken_away_is_made_again(log: KioskLog, folder: Path) -> None:
    log.info("one")
    shutil.rmtree(folder)
    log.info("two")
    assert written(folder).endswith("two\n")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="limits are POSIX's")
def test_a_disk_that_is_full_is_silence_until_it_has_room(folder: Path) -> None:
    program = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from viewer.kiosk_log import KioskLog\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "log = KioskLog(Path(sys.argv[1]))\n"
        "log.info('before')\n"
        "unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (0, unlimited[1]))\n"
        "for n in range(50): log.info(f'{n} ' + 'x' * 500)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)\n"
        "log.info('after')\n"
        "log.close()\n"
    )
    assert resource.RLIMIT_FSIZE is not None
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    lines = written(folder).splitlines()
    assert (lines[0][-6:], lines[-1][-5:]) == ("before", "after")


def test_a_crash_is_kept_for_the_next_start_in_two_files_at_most(folder: Path) -> None:
    program = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from viewer.kiosk_log import KioskLog\n"
        "log = KioskLog(Path(sys.argv[1]))\n"
        "log.watch_for_crashes()\n"
        f"def visitor(words={SECRET!r}): os.kill(os.getpid(), signal.SIGABRT)\n"
        "visitor()\n"
    )
    for _ in range(3):
        subprocess.run(
            [sys.executable, "-c", program, str(folder)],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            timeout=30,
            check=False,
        )
    log = KioskLog(folder)
    log.watch_for_crashes()
    log.close()
    crash = (folder / "crash-before.txt").read_text("utf-8")
    assert "in visitor" in crash
    assert "Maria" not in crash
    assert (folder / "crash.txt").read_text("utf-8") == ""
    assert written(folder).count("see crash-before.txt") == 3
