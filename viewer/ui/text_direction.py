"""Which way a text runs, told by its letters."""

from __future__ import annotations

import unicodedata


def runs_from_the_right(text: str, otherwise: bool = False) -> bool:
    """Whether the first letter that has a direction is written from right to left.

    ``otherwise`` is for a text without such a letter.
    """
    directions = map(unicodedata.bidirectional, text)
    first = next((way for way in directions if way in ("L", "R", "AL")), "")
    return first != "L" if first else otherwise
