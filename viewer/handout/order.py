"""What somebody asks to have on paper: plain values, the same for window, command and batch."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from viewer.core.level import Level


class PrintSize(StrEnum):
    """How large the words are; each size is laid out anew."""

    STANDARD = "standard"
    LARGE = "large"
    EXTRA = "extra"

    @property
    def points(self) -> int:
        """The size of the text, in typographic points."""
        return {PrintSize.STANDARD: 14, PrintSize.LARGE: 18, PrintSize.EXTRA: 24}[self]


class Paper(StrEnum):
    """The sheets that printers have; Letter in North America and some of its neighbours."""

    LETTER = "letter"
    A4 = "a4"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One handout of one topic."""

    topic: str
    sections: tuple[str, ...] = ()
    """Ids of the sections to print, in the topic's order; none and no ``care``: all of them."""
    care: bool = False
    """The care guidance alone."""
    level: Level = Level.PLAIN
    language: str = "en"
    beside: str = ""
    """A second language in a column of its own; empty: none."""
    print_size: PrintSize = PrintSize.STANDARD
    paper: Paper = Paper.A4
    date: datetime.date | None = None
    """Printed as the text's date; None: the text's own."""
    blanks: Mapping[str, str] = field(default_factory=dict)
    """What is to stand on lines to write on, by ``BlankField.key``. Never stored anywhere."""
