"""Which of a computer's voices reads a text of a language."""

from __future__ import annotations

from collections.abc import Collection

_FIRST = {"en": ("US", "GB"), "es": ("419", "US", "MX", "ES"), "pt": ("BR", "PT")}
"""Where a language is spoken as our texts are written, the best first."""


def nearest_voice(tag: str, offered: Collection[str]) -> str:
    """The tag, such as es-419, of the voice for a text; empty where none speaks its language.

    A text is never read by the voice of another language: nobody would understand a word.
    """
    if tag in offered:
        return tag
    language = tag.partition("-")[0]
    same = sorted(each for each in offered if each.partition("-")[0] == language)
    territories = (*_FIRST.get(language, ()), language.upper())
    wanted = (f"{language}-{territory}" for territory in territories)
    return next((each for each in wanted if each in same), same[0] if same else "")
