"""Work that may take only so long."""

from __future__ import annotations

import os
import signal
import threading

import pytest

from viewer.commands.patience import TooLongError, within


def test_what_is_made_in_time_comes_back() -> None:
    assert within(5, lambda: "done") == "done"


def test_what_is_raised_is_raised() -> None:
    def fail() -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        within(5, fail)


def test_what_takes_too_long_is_given_up() -> None:
    with pytest.raises(TooLongError):
        within(0.1, threading.Event().wait)


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
def test_ctrl_c_does_not_wait() -> None:
    timer = threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        within(30, threading.Event().wait)
