"""One large row of a kiosk's list, as a plain value."""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """What a row says, and what it leads to."""

    text: str
    target: str
    """What is asked for when it is pressed: a link's address, or whatever its giver knows it by."""
    detail: str = ""
    """A line in smaller letters under the text."""
    icon: str = ""
    heading: bool = False
    """It names the rows after it, and cannot be pressed."""
