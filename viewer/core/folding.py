"""Text as people compare it: without case or accents."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


def fold(text: str) -> str:
    """The text in lower case, each letter without its accent and in its place."""
    if text.isascii():
        return text.lower()
    return "".join(map(_folded, text))


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    small = character.lower()[:1]
    bare = unicodedata.normalize("NFKD", small)[:1].lower()
    return bare if len(bare) == 1 else small
