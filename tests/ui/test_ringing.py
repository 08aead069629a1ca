"""What a second start makes of the answers that a window gives, or does not give."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from viewer.core.installation import Installation
from viewer.core.messages import TAKEN, Answer, write_answer
from viewer.core.requests import Request
from viewer.door import Door
from viewer.handing_over import hand_over
from viewer.request import RequestError
from viewer.ui import ringing
from viewer.ui.ringing import Nobody, ring

pytestmark = pytest.mark.skipif(os.name == "nt", reason="named pipes are in no folder")


WINDOW = """
import socket, sys
ear = socket.socket(socket.AF_UNIX)
ear.bind(sys.argv[1])
ear.listen()
print("ready", flush=True)
line, _ = ear.accept()
line.recv(10_000)
line.sendall(sys.argv[2].encode())
if sys.argv[3] == "stay":
    sys.stdin.read()
line.close()
"""


@contextmanager
def window(says: bytes, then: str = "go") -> Iterator[str]:
    """A process at a socket that takes one request, says these bytes, and goes or stays."""
    with tempfile.TemporaryDirectory() as folder:
        name = str(Path(folder) / "careleaf-1")
        command = [sys.executable, "-c", WINDOW, name, says.decode(), then]
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            yield name
            process.communicate()


@pytest.mark.parametrize(
    ("says", "answer"),
    [
        (TAKEN + write_answer(Answer(0, "Here.")), Answer(0, "Here.")),
        (TAKEN + write_answer(Answer(1, "No.")), Answer(1, "No.")),
        (TAKEN, Answer(1)),
        (TAKEN + b"nonsense\n", Answer(1)),
        (b"", Nobody.SILENT),
    ],
)
def test_what_a_window_says_before_it_hangs_up(
    qapp: QApplication, says: bytes, answer: Answer | Nobody
) -> None:
    with window(says) as name:
        assert ring(name, Request("bone")) == answer


def test_a_window_that_is_slow_to_show_it_has_it(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ringing, "MORE_PATIENCE", 0.2)
    with window(TAKEN, "stay") as name:
        assert ring(name, Request("bone")) == Answer(0)


def test_a_window_that_fails_is_said_in_a_sentence(
    qapp: QApplication, installation: Installation
) -> None:
    with window(TAKEN) as name:
        door = Door(str(Path(name).parent), "careleaf-")
        with pytest.raises(RequestError, match="could not show this page"):
            hand_over(Request("bone"), door, installation, print)
