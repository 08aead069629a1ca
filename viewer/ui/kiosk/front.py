"""What can fill a kiosk's screen."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple


class Front(Enum):
    """What fills the screen."""

    HOME = auto()
    LIST = auto()
    """Topics, or the pages of one."""
    LANGUAGES = auto()
    PAGE = auto()


class Stop(NamedTuple):
    """A front that the visitor can come back to; ``topic`` is that of a list of its pages."""

    front: Front
    topic: str = ""
