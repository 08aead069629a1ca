"""Work that waits for a disk or a network does not hold up whoever goes on meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from viewer.core.accepted.aside import PATIENCE, Aside, NoAnswerError


def test_its_result_comes_after_some_steps() -> None:
    go_on = threading.Event()
    found: list[int] = []

    def work() -> Iterator[None]:
        found.append((yield from Aside().run(lambda: 7 if go_on.wait() else 0)))

    steps = work()
    next(steps)
    next(steps)
    assert not found
    go_on.set()
    for _ in steps:
        pass
    assert found == [7]


def test_its_error_comes_where_it_is_waited_for() -> None:
    def fail() -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        list(Aside().run(fail))


def test_what_never_ends_is_given_up_and_nothing_else_begun() -> None:
    ticks, go_on = [0.0], threading.Event()
    begun: list[int] = []
    aside = Aside(lambda: ticks[0])
    steps = aside.run(go_on.wait)
    next(steps)
    ticks[0] += PATIENCE + 1
    with pytest.raises(NoAnswerError):
        next(steps)
    others = aside.run(lambda: begun.append(1))
    next(others)
    ticks[0] += PATIENCE + 1
    with pytest.raises(NoAnswerError):
        next(others)
    assert begun == []
    go_on.set()
    assert list(aside.run(lambda: begun.append(2))) is not None
    assert begun == [2]


def test_work_that_was_given_up_is_done_before_other_work_begins() -> None:
    done: list[int] = []
    go_on = threading.Event()
    aside = Aside()
    first = aside.run(lambda: done.append(1) if go_on.wait() else None)
    next(first)
    first.close()
    second = aside.run(lambda: done.append(2))
    next(second)
    assert done == []
    go_on.set()
    for _ in second:
        pass
    assert done == [1, 2]
