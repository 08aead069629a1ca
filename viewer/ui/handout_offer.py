"""What the handout dialog is given: plain values, and who makes what it asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, Protocol

from viewer.core.level import Level
from viewer.handout.model import BlankField
from viewer.handout.order import Order


class Maker(Protocol):
    """Knows topics; see ``viewer.handout.making``."""

    def data(self, order: Order) -> Mapping[str, Any]:
        """What the typesetter is sent."""

    def blanks(self, order: Order) -> tuple[BlankField, ...]:
        """The lines of a handout that can be filled in."""

    def file_name(self, order: Order) -> str:
        """A name for the file."""


Named = tuple[tuple[str, str], ...]
"""Ids or tags, each with its words."""


class Offer(NamedTuple):
    """What can be chosen for one topic, and what is chosen at first."""

    title: str
    """Of the topic."""
    sections: Callable[[Level], Named]
    """All of the topic, by their titles at a level."""
    page: str
    """The section that is on the screen; empty: another page is."""
    has_care: bool
    """Whether there is guidance for home."""
    languages: Named
    first: Order
    may_print: bool = True
    may_save: bool = True
