"""Work in several processes: a bad task costs itself, and all of them end."""

from __future__ import annotations

import multiprocessing
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from tests.commands import tasks
from viewer.commands.workers import GRACE, Lost, Workers

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="has no such signals")


def results_of(workers: Workers[str, tuple[str, int]], *names: str) -> dict[str, object]:
    found = workers.results(names)
    return {task: r if isinstance(r, Lost) else r[0] for task, r in found}


def test_every_task_is_done_by_few_processes(tmp_path: Path) -> None:
    names = [f"task {number}" for number in range(20)]
    with Workers[str, tuple[str, int]](partial(tasks.make, tmp_path), 2) as workers:
        found = dict(workers.results(names))
    assert {task: r[0] for task, r in found.items() if not isinstance(r, Lost)} == {
        name: name.upper() for name in names
    }
    assert 1 <= len({r[1] for r in found.values() if not isinstance(r, Lost)}) <= 2
    assert multiprocessing.active_children() == []


def test_no_task_is_no_work(tmp_path: Path) -> None:
    with Workers[str, tuple[str, int]](partial(tasks.make, tmp_path), 2) as workers:
        assert results_of(workers) == {}


def test_a_crash_costs_one_task(tmp_path: Path) -> None:
    with Workers[str, tuple[str, int]](partial(tasks.make, tmp_path), 1) as workers:
        found = results_of(workers, "a", "crash", "b", "c")
    assert found == {"a": "A", "crash": Lost.ENDED, "b": "B", "c": "C"}


@pytest.mark.slow
def test_a_task_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    with Workers[str, tuple[str, int]](partial(tasks.make, tmp_path), 1, 3.0) as workers:
        found = results_of(workers, "a", "hang", "b")
    assert found == {"a": "A", "hang": Lost.TOO_LONG, "b": "B"}


def interrupt_when_both_write(folder: Path) -> None:
    make = partial(tasks.make, folder)
    with Workers[str, tuple[str, int]](make, 2, 30.0) as workers:
        for _ in workers.results(["a", "write one", "write two"]):
            end = time.monotonic() + 20
            while len(list(folder.iterdir())) < 2:
                time.sleep(0.01)
                assert time.monotonic() < end
            raise KeyboardInterrupt


def test_whoever_has_had_enough_leaves_nothing_behind(tmp_path: Path) -> None:
    begin = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        interrupt_when_both_write(tmp_path)
    assert time.monotonic() - begin < GRACE  # no process had to be waited for
    assert list(tmp_path.iterdir()) == []
    assert multiprocessing.active_children() == []
