"""The two texts that a section may have."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """For health workers, or in plain language."""

    CLINICAL = "clinical"
    PLAIN = "plain"


OTHER = {Level.CLINICAL: Level.PLAIN, Level.PLAIN: Level.CLINICAL}
"""The level that a level is not."""
