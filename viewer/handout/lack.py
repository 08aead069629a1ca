"""An order that cannot be met says why, as data."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum


class Lack(StrEnum):
    """Why an order cannot be met; each is a key under ``handout.lack`` in the words files."""

    TOPIC = "topic"
    SECTION = "section"
    CARE = "care"


class OrderError(Exception):
    """What was ordered is not there."""

    def __init__(
        self, lack: Lack, topic: str, wanted: str = "", known: tuple[str, ...] = ()
    ) -> None:
        super().__init__(f"{lack}: {topic} {wanted}")
        self.lack = lack
        self.topic = topic
        self.wanted = wanted
        """What was asked for: the first id that is unknown."""
        self.known = known
        """What there is instead, in order."""

    def sentence(self, words: Callable[..., str]) -> str:
        """What is not there, and what is; ``words`` are the ``Words`` of whoever asked."""
        some = ", ".join(self.known)
        return words(f"handout.lack.{self.lack}", topic=self.topic, wanted=self.wanted, some=some)
