"""The text of sections with the glossary's terms marked in it, each worked out once."""

from __future__ import annotations

from viewer.core.blocks import Block
from viewer.core.level import Level
from viewer.core.model import Section, Topic
from viewer.core.pages.glossary_marks import mark_terms
from viewer.core.pages.section_text import KEPT_TEXTS, text_at

Blocks = tuple[Block, ...]


class MarkedTexts:
    """Keeps the last texts: a reader goes to and fro, and changes the size of the letters."""

    def __init__(self, reader: str) -> None:
        """``reader`` is the language of whoever reads."""
        self._reader = reader
        self._kept: dict[tuple[str, str, str, Level], tuple[Topic, Section, Blocks]] = {}

    def at(self, topic: Topic, section: Section, level: Level) -> Blocks:
        """What ``text_at`` gives to this reader, marked."""
        key = (topic.id, section.id, section.language, level)
        kept = self._kept.pop(key, None)
        if kept is None or kept[0] is not topic or kept[1] is not section:  # read anew since
            kept = (topic, section, mark_terms(text_at(topic, section, level, self._reader), topic))
        self._kept[key] = kept  # last, so that the first is the one used longest ago
        if len(self._kept) > 2 * KEPT_TEXTS:
            del self._kept[next(iter(self._kept))]
        return kept[2]
