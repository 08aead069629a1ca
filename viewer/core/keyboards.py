"""The layouts of a kiosk's own keyboard, from ``resources/keyboards/<tag>.json``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from viewer.core.language import best_language

OTHERWISE = "en"
"""The layout of languages that have none of their own."""
DELETE = "{delete}"
"""Stands in a row where the key is that takes one letter away."""
_NUMBERS = ("1 2 3 4 5", "6 7 8 9 0", f"- / . ' {DELETE}")

Keys = tuple[tuple[str, ...], ...]
"""Rows of keys, each named by what it writes, as they lie on a desk: from left to right."""


class KeyboardLayout(NamedTuple):
    """The keys of one language."""

    rows: Keys
    numbers: Keys
    """The second page."""
    letters: str
    """What the key says that leads back to the first."""
    accents: dict[str, dict[str, str]] = {}
    """By a key that writes nothing itself: what it makes of the letter that comes next."""


def keyboard_layout(folder: Path, tag: str) -> KeyboardLayout:
    """The layout for a language: es for es-MX, English letters for one that has none."""
    offered = (path.stem for path in folder.glob("*.json"))
    file = folder / f"{best_language(tag, offered, OTHERWISE)}.json"
    read = json.loads(file.read_text("utf-8"))
    return KeyboardLayout(
        _keys(read["rows"]),
        _keys(read.get("numbers", _NUMBERS)),
        read["letters"],
        read.get("accents", {}),
    )


def _keys(rows: list[str] | tuple[str, ...]) -> Keys:
    return tuple(tuple(row.split()) for row in rows)
