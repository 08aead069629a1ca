"""What comes back at the next start: the window, the place, the looks, the language."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, NamedTuple

from viewer.core.language import is_language_tag
from viewer.ui.metrics import TextSpacing

FILE_NAME = "reader.json"
MAX_BYTES = 65_536


class ReaderSettings(NamedTuple):
    """All of it in JSON's own types; ``kind`` is empty before the first start."""

    geometry: str = ""
    """Qt's own description of the window's size and place, in base 64."""
    kind: str = ""
    topic: str = ""
    section: str = ""
    plain: bool = False
    scroll: float = 0.0
    """How far down the page, from 0 to 1."""
    text_percent: int = 0
    """0 while the reader has chosen none: then it is as the system has it."""
    theme: str = "system"
    voice_speed: int = 0
    """How fast pages are read aloud, in steps from -2 to 2."""
    language: str = ""
    """The language that the reader chose; empty while they have not."""
    line_spacing: int = TextSpacing().lines
    letter_spacing: int = TextSpacing().letters
    word_spacing: int = TextSpacing().words
    paragraph_spacing: int = TextSpacing().paragraphs
    """In hundredths of the text's size."""

    @property
    def spacing(self) -> TextSpacing:
        """All four."""
        lines, letters = self.line_spacing, self.letter_spacing
        return TextSpacing(lines, letters, self.word_spacing, self.paragraph_spacing).allowed()


def read_settings(folder: Path) -> ReaderSettings:
    """The settings in ``folder``; a damaged file, or value, costs itself and no more."""
    try:
        if not os.path.isfile(folder / FILE_NAME):  # a pipe would hang
            return ReaderSettings()
        with open(folder / FILE_NAME, "rb") as file:
            data = json.loads(file.read(MAX_BYTES))
    except (OSError, ValueError, RecursionError):
        return ReaderSettings()
    return _typed(data) if isinstance(data, dict) else ReaderSettings()


def write_settings(folder: Path, settings: ReaderSettings) -> bool:
    """Write the settings whole; False where the disk does not take them."""
    from viewer.core.files import write_whole  # late: start-up only reads

    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(
            folder / FILE_NAME, json.dumps(settings._asdict(), indent=1).encode(), private=True
        )
    except OSError:
        return False
    return True


def _typed(data: dict[str, Any]) -> ReaderSettings:
    """Only values of the right type are taken; the others keep their standard."""
    standard = ReaderSettings()
    values = {
        name: data[name]
        for name, default in standard._asdict().items()
        if type(data.get(name)) is type(default)
    }
    settings = ReaderSettings(**values)
    return settings._replace(
        text_percent=min(300, max(100, settings.text_percent)) if settings.text_percent else 0,
        voice_speed=min(2, max(-2, settings.voice_speed)),
        scroll=min(1.0, max(0.0, settings.scroll)),
        theme=settings.theme
        if settings.theme in ("light", "dark", "contrast", "system")
        else "system",
        language=settings.language if is_language_tag(settings.language) else "",
    )
