"""Words as they are compared: without accents and without capital letters."""

from __future__ import annotations

import unicodedata


class _Folding(dict[int, str]):
    """The folded form of each character that was met so far."""

    def __missing__(self, code: int) -> str:
        lower = chr(code).lower()
        parts = unicodedata.normalize("NFD", lower)
        # A letter may lose its accents; a syllable of Korean must not lose its vowel.
        self[code] = parts[0] if all(map(unicodedata.combining, parts[1:])) else lower[0]
        return self[code]


_FOLDING = _Folding()


def fold(text: str) -> str:
    """``text`` in lower case and without accents, character for character: of the same length."""
    return text.lower() if text.isascii() else text.translate(_FOLDING)
