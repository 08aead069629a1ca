"""A tile of a kiosk's home, as a plain value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from viewer.core.place import Place


class TileKind(StrEnum):
    """What a tile leads to, by which it is drawn."""

    CARE = "care"
    HELP = "help"
    CONDITION = "condition"
    TOPICS = "topics"


@dataclass(frozen=True, slots=True)
class Tile:
    """One answer to "What would you like to know?"."""

    kind: TileKind
    icon: str
    title: str
    question: str
    """The longer words under the title; empty where the title is the question."""
    place: Place | None
    """The page that it opens; None: the list of topics."""


def names(tiles: Iterable[Tile]) -> tuple[str, ...]:
    """What the tiles say, title and question, one after the other."""
    return tuple(" ".join(filter(None, (tile.title, tile.question))) for tile in tiles)
