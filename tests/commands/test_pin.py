"""``careleaf pin``, as an administrator or a script starts it."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from viewer.core.pin import pin_matches

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, str(ROOT / "main.py"), "pin"]

Done = subprocess.CompletedProcess[bytes]
Send = Callable[..., Done]


@pytest.fixture
def send(tmp_path: Path, their_variables: dict[str, str]) -> Send:
    """Start it with something on its standard input."""

    def run(sent: bytes, *arguments: str) -> Done:
        return subprocess.run(
            [*COMMAND, *arguments],
            input=sent,
            cwd=tmp_path,
            env=their_variables,
            capture_output=True,
            timeout=30,
            check=False,
        )

    return run


class Terminal:
    """Somebody who types, and what they see."""

    def __init__(self, variables: dict[str, str]) -> None:
        self.screen, inside = pty.openpty()
        self.process = subprocess.Popen(
            COMMAND,
            stdin=inside,
            stdout=subprocess.PIPE,
            stderr=inside,
            env=variables,
            start_new_session=True,
        )
        os.close(inside)
        self.seen = ""

    def types(self, keys: str, after: str) -> None:
        """Wait for some words, then type."""
        self._see(lambda: after in self.seen)
        os.write(self.screen, keys.encode())

    def _see(self, enough: Callable[[], bool]) -> None:
        end = time.monotonic() + 20
        while not enough():
            assert time.monotonic() < end, self.seen
            if not select.select([self.screen], [], [], 0.1)[0]:
                continue
            try:
                self.seen += os.read(self.screen, 4_096).decode()
            except OSError:  # nobody is left on the other side
                return

    def ends(self) -> tuple[int, str]:
        """The exit status, and what went to standard output."""
        self._see(lambda: False)
        assert self.process.stdout is not None
        with self.process.stdout as output:
            printed = output.read().decode()
        return self.process.wait(20), printed


@pytest.fixture
def terminal(their_variables: dict[str, str]) -> Iterator[Terminal]:
    made = Terminal(their_variables)
    yield made
    if made.process.poll() is None:
        made.process.kill()
        made.process.wait()
    os.close(made.screen)


def test_a_line_becomes_a_hash_alone_and_the_hint_stands_beside(send: Send) -> None:
    done = send(b"4711\n")
    assert done.returncode == 0
    kept = done.stdout.decode().removesuffix("\n")
    assert pin_matches("4711", kept)
    hint = done.stderr.decode()
    assert f'pin: "{kept}"' in hint
    assert "4711" not in hint.replace(kept, "")


def test_the_hint_is_true(send: Send, tmp_path: Path) -> None:
    done = send(b"4711\n")
    text = done.stderr.decode()
    settings = text[text.index("kiosk:") : text.index("Let nobody")]
    assert yaml.safe_load(settings)["kiosk"]["pin"] == done.stdout.decode().strip()
    (tmp_path / "clinic.yaml").write_text(settings)
    checked = subprocess.run(
        [*COMMAND[:-1], "check", "--clinic", str(tmp_path / "clinic.yaml")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "pin" not in checked.stdout


@pytest.mark.parametrize("sent", [b"4711", b"4711\r\n", b"  4711 \nmore\n", "٤٧١١\n".encode()])
def test_a_line_is_read_however_it_ends(send: Send, sent: bytes) -> None:
    assert pin_matches("4711", send(sent).stdout.decode().strip())


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (b"", "There was no PIN to read"),
        pytest.param(b"\n", "There was no PIN to read", marks=pytest.mark.slow),
        (b"123\n", "4 to 12 digits"),
        pytest.param(b"1234567890123\n", "4 to 12 digits", marks=pytest.mark.slow),
        pytest.param(b"9" * 100_000, "4 to 12 digits", marks=pytest.mark.slow),
        (b"secret\n", "digits only"),
        pytest.param(b"47 11\n", "digits only", marks=pytest.mark.slow),
        (b"\xff\xfe\x00\n", "digits only"),
        pytest.param(b"0000\n", "anybody would try", marks=pytest.mark.slow),
        (b"1234\n", "anybody would try"),
    ],
)
def test_what_cannot_be_a_pin_is_a_sentence(send: Send, sent: bytes, said: str) -> None:
    done = send(sent)
    assert (done.returncode, done.stdout) == (1, b"")
    assert said in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("arguments", [["4711"], ["--pin", "4711"], ["--pin=4711"], ["--", "4711"]])
def test_a_pin_on_the_command_line_is_refused_and_not_repeated(
    send: Send, arguments: list[str]
) -> None:
    done = send(b"", *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"takes no PIN on the command line" in done.stderr
    assert b"4711" not in done.stderr


def test_help_says_what_it_does(send: Send) -> None:
    done = send(b"", "--help")
    assert done.returncode == 0
    assert b"standard input" in done.stdout


def test_a_terminal_is_asked_twice_and_shows_nothing(terminal: Terminal) -> None:
    terminal.types("4711\n", after="as you type): ")
    terminal.types("4711\n", after="again: ")
    status, printed = terminal.ends()
    assert status == 0
    assert pin_matches("4711", printed.strip())
    assert printed.count("\n") == 1
    assert "4711" not in terminal.seen.replace(printed.strip(), "")


def test_two_that_differ_are_none(terminal: Terminal) -> None:
    terminal.types("4711\n", after="as you type): ")
    terminal.types("4712\n", after="again: ")
    assert terminal.ends() == (1, "")
    assert "were not the same" in terminal.seen


def test_the_first_is_judged_before_the_second_is_asked_for(terminal: Terminal) -> None:
    terminal.types("47\n", after="as you type): ")
    assert terminal.ends() == (1, "")
    assert "again" not in terminal.seen.split("4 to 12 digits")[0]


def test_the_end_of_input_is_a_sentence(terminal: Terminal) -> None:
    terminal.types("\x04", after="as you type): ")
    assert terminal.ends() == (1, "")
    assert "There was no PIN to read" in terminal.seen


def test_an_interruption_is_a_sentence(terminal: Terminal) -> None:
    terminal.types("47", after="as you type): ")
    terminal.process.send_signal(signal.SIGINT)
    assert terminal.ends() == (1, "")
    assert "Stopped. No PIN was made." in terminal.seen
    assert "Traceback" not in terminal.seen


def test_a_full_disk_is_a_sentence(their_variables: dict[str, str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            COMMAND,
            input=b"4711\n",
            stdout=full,
            stderr=subprocess.PIPE,
            env=their_variables,
            check=False,
        )
    assert done.returncode == 1
    assert b"could not be written" in done.stderr
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr
