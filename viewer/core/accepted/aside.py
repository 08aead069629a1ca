"""Work that may wait for a disk or a network, done aside so that a window does not wait with it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator
from typing import Generic, TypeVar

T = TypeVar("T")
PATIENCE = 120.0
"""Seconds after which a folder that does not answer is given up for now."""
POLL = 0.001
"""Seconds that each step waits: long enough for the work to get on, too short to be felt."""


class NoAnswerError(Exception):
    """A disk or a network folder does not answer, and perhaps never will."""


class Aside:
    """One piece of work at a time, in a thread that nobody waits for.

    A network folder that has gone can hold whoever asks for it for minutes, or for ever.
    """

    def __init__(self, ticks: Callable[[], float] = time.monotonic) -> None:
        self._ticks = ticks
        self._left: threading.Event | None = None
        """Set once the work that was begun last is done."""

    def run(self, work: Callable[[], T]) -> Generator[None, None, T]:
        """Do the work; the steps are taken while it lasts, and its result comes at the end.

        Raises:
            NoAnswerError: it takes too long, or that of a round that was given up still does.
        """
        yield from self._wait(self._left)
        task = _Task(work)
        self._left = task.done
        threading.Thread(target=task.run, name="content", daemon=True).start()
        yield from self._wait(task.done)
        return task.result()

    def _wait(self, done: threading.Event | None) -> Generator[None, None, None]:
        enough = self._ticks() + PATIENCE
        while done is not None and not done.wait(POLL):
            if self._ticks() > enough:
                raise NoAnswerError
            yield


class _Task(Generic[T]):
    """A piece of work and what came of it."""

    def __init__(self, work: Callable[[], T]) -> None:
        self.done = threading.Event()
        self._work = work
        self._found: list[T] = []
        self._error: Exception | None = None

    def run(self) -> None:
        """In the thread."""
        try:
            self._found.append(self._work())
        except Exception as error:  # it is raised where the work is waited for
            self._error = error
        finally:
            self.done.set()

    def result(self) -> T:
        """What came of it, or the exception that did."""
        if self._error is not None:
            raise self._error
        return self._found[0]
