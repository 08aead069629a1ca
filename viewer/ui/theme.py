"""A theme: colours by the part they play, from ``resources/themes/<name>.json``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple


class Theme(NamedTuple):
    """Colours as ``#rrggbb``. Text roles reach 7:1 on their grounds, edges and outlines 3:1."""

    dark: bool
    paper: str
    surface: str
    ink: str
    muted: str
    line: str
    outline: str
    accent: str
    accent_soft: str
    on_accent: str
    track: str
    caution: str
    caution_edge: str
    caution_soft: str
    danger: str
    danger_edge: str
    danger_soft: str
    tip: str
    tip_edge: str
    tip_soft: str
    disabled: str
    """What cannot be used now; WCAG asks no contrast of it."""
    focus: str
    selection: str
    hit: str
    """Behind words that were searched for; ``on_hit`` is the colour of the words there."""
    hit_edge: str
    hit_now: str
    """Behind the hit that the reader has come to, which has an edge in the page's ink too."""
    on_hit: str


def read_theme(folder: Path, name: str) -> Theme:
    """The theme with this name: light, dark or contrast."""
    return Theme(**json.loads((folder / f"{name}.json").read_text("utf-8")))
