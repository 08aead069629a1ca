"""Where words stand on a page: plain numbers, found in the page's text as Qt counts it."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import accumulate

from viewer.core.analysis import bare, fold, spans_of

MAX_WORDS = 64
"""Words of one search that are looked for."""
MAX_CHARACTERS = 500
"""Characters that are looked for; nobody types more, but anything can be pasted."""

Hit = tuple[int, int]
"""The first position of a hit, and the one after its last."""

_ALIKE = {"\N{NO-BREAK SPACE}": " ", "\N{LINE SEPARATOR}": " ", "\N{NON-BREAKING HYPHEN}": "-"}
_ALIKE |= {"\N{RIGHT SINGLE QUOTATION MARK}": "'", "\N{LEFT SINGLE QUOTATION MARK}": "'"}
_ALIKE |= {"\N{LEFT DOUBLE QUOTATION MARK}": '"', "\N{RIGHT DOUBLE QUOTATION MARK}": '"'}
"""Characters of a page that a keyboard does not have, and what people type for them."""


class PageText:
    """The text of a page, made ready to be searched."""

    def __init__(self, text: str) -> None:
        """``text`` as Qt gives it, in which an emoji takes two of Qt's positions."""
        self._text = text
        self._folded = _comparable(text)
        self._before: list[int] = []
        if not text.isascii() and max(text) > "\uffff":
            wide = (1 + (character > "\uffff") for character in text)
            self._before = list(accumulate(wide, initial=0))

    def words(self, words: Sequence[str]) -> list[Hit]:
        """Every place where one of the words stands whole."""
        wanted = {bare(fold(word[:MAX_CHARACTERS])) for word in words[:MAX_WORDS]}
        found = spans_of(self._text)
        return self._placed([(start, end) for word, start, end in found if word in wanted])

    def text(self, text: str) -> list[Hit]:
        """Every place where this text stands, at a word's beginning or not."""
        wanted = _wanted(text)
        found: list[Hit] = []
        if wanted.strip():
            at = self._folded.find(wanted)
            while at >= 0:
                found.append((at, at + len(wanted)))
                at = self._folded.find(wanted, at + len(wanted))
        return self._placed(found)

    def _placed(self, hits: list[Hit]) -> list[Hit]:
        """The same hits at Qt's positions."""
        before = self._before
        return [(before[start], before[end]) for start, end in hits] if before else hits


def _comparable(text: str) -> str:
    if not text.isascii():
        for character, typed in _ALIKE.items():
            text = text.replace(character, typed)
    return fold(text)


def _wanted(text: str) -> str:
    """What is looked for, with each letter and its accents as the one character that it can be."""
    return _comparable(unicodedata.normalize("NFC", text[:MAX_CHARACTERS]))
