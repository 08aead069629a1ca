"""Whether somebody is still writing: told by watching for a while, or by the files' own times."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple

QUIET = 30.0
"""Seconds without a change after which nobody is writing any more."""


class Clocks(NamedTuple):
    """The time of day, which may be wrong, and the time that passes, which never is."""

    now: Callable[[], float] = time.time
    ticks: Callable[[], float] = time.monotonic


class Watch:
    """Remembers since when things have looked as they look now."""

    def __init__(self, clocks: Clocks) -> None:
        self._clocks = clocks
        self._since: dict[str, tuple[str, float]] = {}

    def is_quiet(self, name: str, looks: str, newest: float | None = None) -> bool:
        """Whether nothing has changed for as long as it takes.

        ``newest`` is when it was last written, where that is to be believed: a server's clock
        may go wrong, so what was seen to change, or has something to fall back on, is watched.
        """
        ticks = self._clocks.ticks()
        before, since = self._since.get(name, ("", ticks))
        if before != looks:
            since = ticks
            if not before and newest is not None and newest + QUIET <= self._clocks.now():
                since -= QUIET
            self._since[name] = (looks, since)
        return ticks - since >= QUIET
