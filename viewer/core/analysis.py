"""Words as search compares them: without case or accents, and by their stems.

Index, query, snippet and page marks all come here, so that they cannot differ.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

from viewer.core.language import lookup

MAX_WORD = 40
"""Letters of a word that count; longer ones are no words of any language we stem."""

MARK = "\u0300"
"""What an accent on its own becomes: it keeps its place in the text, and is in no word."""
_ACCENTS = (
    *range(0x300, 0x370),
    *range(0x591, 0x5C8),  # Hebrew points
    *range(0x610, 0x61B),
    0x640,  # the Arabic dash that only stretches a word
    *range(0x64B, 0x660),
    0x670,
    *range(0x6D6, 0x6DD),
    *range(0x6DF, 0x6E9),
    *range(0x6EA, 0x6EE),
)
_ALIKE = {
    "ø": "o", "đ": "d", "ħ": "h", "ł": "l", "ŧ": "t", "æ": "a", "œ": "o", "ß": "s", "ı": "i",
    "ى": "ي", "ٱ": "ا", "ـ": MARK, "ک": "ك", "ی": "ي",
}  # fmt: skip

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Written without spaces: each character counts as a word."""
_FIRST_CJK = _CJK[0]
_SIGNS = "\u0300\u0900-\u0963\u0966-\u0dff\u0e00-\u0eff\u1000-\u109f"
"""Vowel signs and the like, which Python does not count among the letters."""
_LETTERS = rf"[^\W_{_CJK}]"
WORD = re.compile(rf"[{_CJK}]|{_LETTERS}+(?:[{_SIGNS}]+{_LETTERS}*)*")
"""A word in folded text."""
PLACEHOLDER = re.compile(r"\{\{[^{}]*\}\}")
"""A clinic's value: no words of the text, and never cut."""


class _Folding(dict[int, str]):
    """One character for each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _folded(chr(code))
        return folded


def _folded(character: str) -> str:
    small = character.lower()[:1]
    bases = [c for c in unicodedata.normalize("NFKD", small) if not unicodedata.combining(c)]
    base = bases[0].lower() if len(bases) == 1 else small
    return _ALIKE.get(base, base if len(base) == 1 else small)


_FOLDING = _Folding(dict.fromkeys(_ACCENTS, MARK))


def fold(text: str) -> str:
    """The text in lower case without accents; each character stays in its place."""
    return text.lower() if text.isascii() else text.translate(_FOLDING)


def without_placeholders(text: str) -> str:
    """The text with spaces in the place of each ``{{placeholder}}``."""
    return PLACEHOLDER.sub(lambda match: " " * len(match[0]), text) if "{{" in text else text


def spans_of(text: str) -> Iterator[tuple[str, int, int]]:
    """Each word of the text, folded, and where it begins and ends."""
    for match in WORD.finditer(fold(without_placeholders(text))):
        yield bare(match[0]), match.start(), match.end()


def words_of(text: str) -> list[str]:
    """The words of the text, folded, in their order."""
    folded = fold(without_placeholders(text))
    words: list[str] = WORD.findall(folded)
    if folded.isascii() and max(map(len, words), default=0) <= MAX_WORD:
        return words
    return [bare(word) for word in words]


@lru_cache(maxsize=16)
def text_words(text: str) -> tuple[str, ...]:
    """``words_of`` a long text, which index, glossary and vocabulary ask for in turn."""
    return tuple(words_of(text))


def bare(word: str) -> str:
    """A word as ``WORD`` finds it in folded text, without the accents that stood alone."""
    return (word.replace(MARK, "") if MARK in word else word)[:MAX_WORD]


def beginning(word: str) -> str:
    """A pattern for a bare word where a word of folded text begins so, accents between or not."""
    letters = f"{MARK}*".join(map(re.escape, word))
    return rf"(?<![\w{MARK}]){letters}"


def word_at(folded: str, start: int) -> re.Match[str] | None:
    """The word of folded text that begins at ``start``; None in the middle of one."""
    if start and folded[start - 1].isalnum() and folded[start] < _FIRST_CJK:
        return None
    return WORD.match(folded, start)


_ALGORITHMS = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "eu": "basque", "fi": "finnish", "fr": "french",
    "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian",
    "lt": "lithuanian", "ne": "nepali", "nl": "dutch", "nb": "norwegian", "no": "norwegian",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish",
    "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip


@lru_cache(maxsize=64)
def stemmer_of(language: str) -> Callable[[str], str]:
    """What stems folded words of a language; it gives words of an unknown one back as they are."""
    import snowballstemmer  # 20 ms, and no page needs it

    known = (_ALGORITHMS[tag] for tag in lookup(language) if tag in _ALGORITHMS)
    name = next(known, "")
    if not name:
        return str
    stem_word = snowballstemmer.stemmer(name).stemWord
    if name not in _STEMS:
        _STEMS[name] = _Stems(stem_word)
    return _STEMS[name].__getitem__


_STEMS: dict[str, _Stems] = {}
MAX_STEMS = 200_000
"""Stems kept of one language: some twenty megabytes, while a large library is indexed."""


class _Stems(dict[str, str]):
    """The stems of words that were met; a dictionary answers for thousands of them at once."""

    def __init__(self, stem_word: Callable[[str], str]) -> None:
        super().__init__()
        self._stem_word = stem_word

    def __missing__(self, word: str) -> str:
        if len(self) >= MAX_STEMS:
            self.clear()
        found = self[word] = fold(self._stem_word(word)) or word
        return found


def stem(word: str, language: str) -> str:
    """The stem of a folded word."""
    return stemmer_of(language)(word)


def stems_of(text: str, language: str) -> list[str]:
    """The stems of the words of a text, in their order."""
    return list(map(stemmer_of(language), words_of(text)))
