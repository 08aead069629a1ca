"""How far a job is: a line that changes on a terminal, a line now and then elsewhere."""

from __future__ import annotations

from io import StringIO

import pytest

from viewer.commands.progress import Progress


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time; a test moves it on."""
    now = [0.0]
    monkeypatch.setattr("viewer.commands.progress.time.monotonic", lambda: now[0])
    return now


def test_a_terminal_has_one_line_that_changes(clock: list[float]) -> None:
    stream = Terminal()
    shown = Progress(stream)
    for number in range(4):
        clock[0] += 0.06
        shown.show(f"{number} of 4")
    shown.say("One is broken.")
    shown.say("Done.")
    assert stream.getvalue() == ("\r\x1b[K1 of 4\r\x1b[K3 of 4\r\x1b[KOne is broken.\nDone.\n")


def test_elsewhere_a_line_comes_now_and_then(clock: list[float]) -> None:
    stream = StringIO()
    shown = Progress(stream)
    for number in range(1, 26):
        clock[0] += 1
        shown.show(f"{number} of 25")
    shown.say("Done.")
    assert stream.getvalue() == "10 of 25\n20 of 25\nDone.\n"


def test_a_reader_who_has_gone_does_not_stop_the_job(clock: list[float]) -> None:
    class Gone(StringIO):
        def write(self, _: str) -> int:
            raise BrokenPipeError

    Progress(Gone()).say("Done.")


def test_nobody_at_all_is_told_nothing() -> None:
    progress = Progress(None)
    progress.show("1 of 2")
    progress.say("done")
    progress.clear()
