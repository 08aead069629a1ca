"""The packs in ``tests/packs``, read."""

from __future__ import annotations

from pathlib import Path

from viewer.core.model import Topic
from viewer.core.packs.library import Library

PACKS = Path(__file__).resolve().parent.parent / "packs"
GOOD = PACKS / "good"
BROKEN = PACKS / "broken"


def feet() -> Topic:
    """The topic that has every part of the pack format."""
    return Library([GOOD]).topic("feet")
