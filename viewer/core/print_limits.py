"""How often a kiosk's visitors may print: each of them, and all of them in an hour."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from enum import StrEnum

HOUR = 3_600.0
"""Seconds."""


class PrintRefusal(StrEnum):
    """Why nothing is printed now."""

    VISITOR = "visitor"
    """This visitor has had as many as one may have."""
    HOUR = "hour"
    """All visitors of the last hour together have."""


class PrintLimits:
    """Counts what was printed, in memory alone. A limit of 0 allows nothing."""

    def __init__(self, per_visitor: int, per_hour: int, now: Callable[[], float]) -> None:
        """``now`` is a clock that is never set back, in seconds."""
        self._per_visitor, self._per_hour = per_visitor, per_hour
        self._now = now
        self._visit = 0
        self._by_visitor = 0
        self._begun: deque[float] = deque()
        """When each print of the last hour began."""

    @property
    def per_visitor(self) -> int:
        """How many one visitor may have."""
        return self._per_visitor

    @property
    def refusal(self) -> PrintRefusal | None:
        """Why a print may not begin now; None: it may."""
        if self._by_visitor >= self._per_visitor:
            return PrintRefusal.VISITOR
        return PrintRefusal.HOUR if self.in_last_hour >= self._per_hour else None

    @property
    def in_last_hour(self) -> int:
        """How many prints have begun in the last hour."""
        while self._begun and self._now() - self._begun[0] >= HOUR:
            self._begun.popleft()
        return len(self._begun)

    def use(self, per_visitor: int, per_hour: int) -> None:
        """The clinic's settings have changed; what was counted still counts."""
        self._per_visitor, self._per_hour = per_visitor, per_hour

    def begun(self) -> int:
        """A print goes to the printer; gives what ``failed`` has to be told of it."""
        self._by_visitor += 1
        self._begun.append(self._now())
        return self._visit

    def failed(self, visit: int) -> None:
        """It came to nothing: its visitor may try again.

        The hour keeps it, for a printer that fails may have used the paper all the same, and
        must not be asked without end.
        """
        if visit == self._visit and self._by_visitor:
            self._by_visitor -= 1

    def new_visitor(self) -> None:
        """Somebody else stands there now."""
        self._visit += 1
        self._by_visitor = 0
