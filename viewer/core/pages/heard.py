"""Words as they are heard, and which of their letters and digits stand on the page too.

Letters and digits alone are compared. Between them, what is said differs from what is seen:
telephone numbers are spelled out, invisible marks left out, lines joined.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, islice
from typing import NamedTuple

Place = int | None
"""The cell of a table's row that something stands in, 0 where there is no table; None: nowhere."""


class Seen(NamedTuple):
    """What stands on the page in one piece."""

    letters: str
    cell: int = 0


class Row(NamedTuple):
    """A row of a table."""

    number: int
    header: tuple[str, ...]
    """The letters above each of its cells, which a narrow page repeats in each row."""


def letters_of(text: str) -> str:
    """The letters and digits of a text."""
    return "".join(filter(str.isalnum, text))


class Heard:
    """Some words, and for each of their letters and digits where it stands."""

    __slots__ = ("_parts", "places")

    def __init__(self, text: str = "", place: Place = 0) -> None:
        self._parts = [text]
        self.places: list[Place] = [place] * len(letters_of(text))

    @property
    def text(self) -> str:
        """The words."""
        return "".join(self._parts)

    def __iadd__(self, other: Heard) -> Heard:
        self._parts += other._parts
        self.places += other.places
        return self

    def said_as(self, text: str) -> Heard:
        """The same letters and digits with other signs between them."""
        self._parts = [text]
        return self

    def in_one_line(self) -> Heard:
        """With single spaces, and none at the ends."""
        return self.said_as(" ".join(self.text.split()))

    def in_cell(self, cell: int) -> Heard:
        """In a cell of a row."""
        self.places = [None if place is None else cell for place in self.places]
        return self

    @staticmethod
    def seen(text: str, places: Iterator[Place]) -> tuple[Seen, ...]:
        """What of a sentence is on the page; takes the places of its letters from ``places``."""
        letters = letters_of(text)
        placed = zip(letters, islice(places, len(letters)), strict=False)
        pieces = groupby(placed, key=lambda each: each[1])
        found = [(cell, "".join(letter for letter, _ in piece)) for cell, piece in pieces]
        return _joined([Seen(piece, cell) for cell, piece in found if cell is not None])


def _joined(pieces: list[Seen]) -> tuple[Seen, ...]:
    """Nothing on the page stands between pieces of one cell that are only heard apart."""
    cells = groupby(pieces, key=lambda piece: piece.cell)
    return tuple(Seen("".join(p.letters for p in same), cell) for cell, same in cells)
