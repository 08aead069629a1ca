"""Work done in several processes: one task at a time each, so that a bad one costs only itself."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

MOST_PROCESSES = 32
"""More would rather fill the memory than be quicker."""
MAX_SECONDS = 300.0
"""Of one task; the largest that are known take some seconds."""
GRACE = 2.0
"""Seconds that a process has to end by itself."""


class Lost(Enum):
    """Why a task has no result."""

    ENDED = "ended"
    """Its process did: it crashed, or the system took its memory away."""
    TOO_LONG = "too_long"


@dataclass(slots=True)
class _Worker(Generic[Task]):
    process: BaseProcess
    connection: Connection
    task: Task
    deadline: float


class Workers(Generic[Task, Result]):
    """Processes that do tasks. Use it in a ``with`` statement: whatever happens, they end."""

    def __init__(
        self,
        make: Callable[[], Callable[[Task], Result]],
        count: int,
        max_seconds: float = MAX_SECONDS,
    ) -> None:
        """``make`` is called once in each process, and gives what does the tasks there."""
        self._make = make
        self._count = max(1, count)
        self._max_seconds = max_seconds
        self._context = multiprocessing.get_context("spawn")
        self._workers: list[_Worker[Task]] = []
        self._leaving: list[BaseProcess] = []

    def __enter__(self) -> Workers[Task, Result]:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.connection.close()
            worker.process.terminate()
        end = time.monotonic() + GRACE
        for process in (*self._leaving, *(worker.process for worker in self._workers)):
            process.join(max(0.0, end - time.monotonic()))
            process.kill()
            process.join()

    def results(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Result | Lost]]:
        """Each task with its result, as they come; of the tasks few are taken ahead."""
        waiting = iter(tasks)
        for task in waiting:
            self._workers.append(self._started(task))
            if len(self._workers) == self._count:
                break
        while self._workers:
            for worker, result in self._next():
                task = worker.task
                following = next(waiting, None)
                if isinstance(result, Lost):
                    self._end(worker, at_once=True)
                    if following is not None:
                        self._workers.append(self._started(following))
                elif following is None:
                    self._end(worker)
                else:
                    self._give(worker, following)
                yield task, result

    def _next(self) -> list[tuple[_Worker[Task], Result | Lost]]:
        """The workers that are done, after waiting for the first of them."""
        patience = min(worker.deadline for worker in self._workers) - time.monotonic()
        ready = wait([worker.connection for worker in self._workers], max(0.0, patience))
        now = time.monotonic()
        done: list[tuple[_Worker[Task], Result | Lost]] = []
        for worker in self._workers:
            if worker.connection in ready:
                try:
                    done.append((worker, worker.connection.recv()))
                except (EOFError, OSError):
                    done.append((worker, Lost.ENDED))
            elif now >= worker.deadline:
                done.append((worker, Lost.TOO_LONG))
        return done

    def _started(self, task: Task) -> _Worker[Task]:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs, self._make), daemon=True)
        with _without_interrupts():
            process.start()
        theirs.close()  # else its end is never noticed
        worker = _Worker(process, ours, task, 0.0)
        self._give(worker, task)
        return worker

    def _give(self, worker: _Worker[Task], task: Task) -> None:
        worker.task = task
        worker.deadline = time.monotonic() + self._max_seconds
        with contextlib.suppress(OSError):  # it has ended: that is seen when its result is wanted
            worker.connection.send(task)

    def _end(self, worker: _Worker[Task], *, at_once: bool = False) -> None:
        worker.connection.close()  # it waits for the next task, and ends when it sees this
        if at_once:
            worker.process.kill()
        self._workers.remove(worker)
        self._leaving.append(worker.process)


@contextlib.contextmanager
def _without_interrupts() -> Iterator[None]:
    """Ctrl+C waits meanwhile; a process that is started so never hears of it.

    It reaches all processes at once, and one that is still starting would show a traceback.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    resource_tracker.ensure_running()  # its own start would let interrupts through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(connection: Connection, make: Callable[[], Callable[[Any], Any]]) -> None:
    """Do tasks until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started us ends us
    signal.signal(signal.SIGTERM, _leave)
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        work = make()
        while True:
            connection.send(work(connection.recv()))


def _leave(*_: object) -> None:
    """End at once, but as an exception does, so that no half-written file stays behind."""
    sys.exit(1)


def processors() -> int:
    """How many processes are worth while on this machine."""
    if sys.platform == "linux":
        return min(len(os.sched_getaffinity(0)), MOST_PROCESSES)
    return min(os.cpu_count() or 1, MOST_PROCESSES)
