"""A part of a page, as a screen reader is told of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto


class Kind(Enum):
    """What a part of a page is."""

    PAGE = auto()
    HEADING = auto()
    PARAGRAPH = auto()
    LIST = auto()
    ITEM = auto()
    TABLE = auto()
    ROW = auto()
    HEADER = auto()
    CELL = auto()
    GROUP = auto()
    LINK = auto()
    TERM = auto()
    IMAGE = auto()


@dataclass(slots=True, eq=False)
class Part:
    """A part of a page, from the character ``start`` to the one before ``end``."""

    kind: Kind
    start: int
    end: int
    name: str = ""
    language: str = ""
    level: int = 0
    """Of a heading."""
    address: str = ""
    """Where a link leads."""
    at: tuple[int, int] = (0, 0)
    """Row and column of a cell."""
    children: list[Part] = field(default_factory=list)
    parent: Part | None = None

    def walk(self) -> Iterator[Part]:
        """This part and all in it, in the order of reading."""
        yield self
        for child in self.children:
            yield from child.walk()
