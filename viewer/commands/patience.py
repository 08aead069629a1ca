"""Work that may take only so long: whoever waits can stop it, and it stops by itself."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

MAX_SECONDS = 300.0
"""Of one handout, as of one topic of a batch; the largest that are known take some seconds."""
_LOOK = 0.2
"""Seconds between two looks; while it waits for a lock alone, Windows hears no Ctrl+C."""

Made = TypeVar("Made")


class TooLongError(Exception):
    """It was given up."""


def within(seconds: float, make: Callable[[], Made]) -> Made:
    """What ``make`` gives, or raises, in a thread that is left behind where it takes too long.

    Raises:
        TooLongError: it was not done in time.
        KeyboardInterrupt: at once, even where ``make`` would hear of it only at its end.
    """
    work = _Work(make)
    thread = threading.Thread(target=work.run, daemon=True)
    thread.start()
    left = seconds
    while not work.done.wait(min(_LOOK, left)):
        left -= _LOOK
        if left <= 0:
            raise TooLongError
    if work.error is not None:
        raise work.error
    return work.result[0]


class _Work(Generic[Made]):
    def __init__(self, make: Callable[[], Made]) -> None:
        self._make = make
        self.done = threading.Event()
        self.result: list[Made] = []
        self.error: BaseException | None = None

    def run(self) -> None:
        try:
            self.result.append(self._make())
        except BaseException as error:  # whoever waits for it gets it
            self.error = error
        finally:
            self.done.set()
