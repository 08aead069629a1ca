"""The syllables of a word, in the languages that have a formula.

English: the CMU Pronouncing Dictionary, and for what it lacks the rules below, which are right for
about nine words in ten of it. Spanish is written as it is spoken, so its rules need no list.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

from viewer.core.installation import find_installation
from viewer.core.readability.numbers import number_words

Counter = Callable[[str], int]
"""Gives the number of syllables of one word."""

_KEPT = 8_192
"""Words whose syllables are remembered: most of a text are few words again and again."""
_PARTS = re.compile(r"[\-\u2010\u2011]")
_VOWELS = re.compile(r"[aeiouy]+")
_ADDED = (
    re.compile(
        r"(?<![ctsg])i(?:a|o(?!us|n)|u)|(?<![ctsgl])ia(?=n)"
    ),  # "diabetes", "period", "medium"
    re.compile(r"(?:^bi|^tri|^re|^pre|^coo)(?=[aeiou])"),
    re.compile(r"(?:ism|thm)s?$"),
    re.compile(r"eo(?!u)|(?<=cr)ea(?=t(?:e|ion|iv))"),  # "video", "create"
    re.compile(r"(?<![gq])ua(?!r)|(?<![gqo])uou"),
)
_TAKEN = (
    re.compile(r"[^aeiouytd]ed$"),  # "helped", but "needed"
    re.compile(r"[^aeiouysxzcghl]es$"),  # "times", but "boxes"
    re.compile(r"[^aeiouy]e(?=(?:ment|ly|ful|less|ness|some)s?$)"),
    re.compile(r"(?:[^aeiouyl]|[aeiouy]l)e$"),
)
_STRONG = frozenset("aeoáéóíú")
"""Each of these makes a syllable; an i or a u beside one belongs to it, unless it has an accent."""
_SPANISH_VOWELS = re.compile(r"[aeiouáéíóúü]+")


def counter_for(language: str) -> Counter | None:
    """What counts the syllables of this language; None: there is no formula for it."""
    return {"en": english_syllables, "es": spanish_syllables}.get(language.partition("-")[0])


@lru_cache(_KEPT)
def english_syllables(word: str) -> int:
    """The syllables of an English word, or of a number in digits, as it is said."""
    if word[0].isdigit():
        return sum(map(english_syllables, number_words(word, "en")))
    return sum(_english(part) for part in _PARTS.split(word) if part) or 1


@lru_cache(_KEPT)
def spanish_syllables(word: str) -> int:
    """The syllables of a Spanish word by its spelling (Ortografía, RAE 2010), or of a number."""
    if word[0].isdigit():
        return sum(map(spanish_syllables, number_words(word, "es")))
    text = re.sub(r"(?<=q)u|(?<=g)u(?=[eéií])", "", word.casefold())
    text = re.sub(r"y(?![aeiouáéíóú])", "i", text)
    groups = _SPANISH_VOWELS.findall(text)
    return sum(max(1, sum(letter in _STRONG for letter in group)) for group in groups) or 1


def _english(word: str) -> int:
    if len(word) <= 5 and word.isupper() and word.casefold() not in _dictionary():
        return sum(3 if letter == "W" else 1 for letter in word)  # said letter by letter
    text = word.casefold().replace("’", "'")
    known = _dictionary()
    stem = text.removesuffix("'s").removesuffix("'")
    found = known.get(text) or known.get(stem)
    if found is None and stem.endswith("s"):
        found = known.get(stem[:-1])
    return found or by_rule(stem)


def by_rule(word: str) -> int:
    """The syllables of a lower-case English word by its spelling, for what no list has."""
    found = len(_VOWELS.findall(word))
    found += sum(len(pattern.findall(word)) for pattern in _ADDED)
    found -= sum(len(pattern.findall(word)) for pattern in _TAKEN)
    return max(1, found)


@cache
def _dictionary() -> dict[str, int]:
    """Words with their syllables, read when the first English text is measured."""
    return read_dictionary(find_installation().resources / "syllables" / "en.txt.gz")


def read_dictionary(path: Path) -> dict[str, int]:
    """A file of lines, each a number and the words that have so many syllables."""
    found: dict[str, int] = {}
    for line in gzip.decompress(path.read_bytes()).decode().splitlines():
        count, *words = line.split(" ")
        found.update(dict.fromkeys(words, int(count)))
    return found
