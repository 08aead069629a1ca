"""How a word sounds, roughly: people spell by ear.

One key serves English and Spanish. It keeps the consonants, and a vowel only
where the word begins: "fotograf" and "photograph" have the same key.
"""

from __future__ import annotations

import re

_RULES = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^(?:kn|gn|pn)", "n"),
        (r"^wr", "r"),
        (r"^ps(?=[aeiouy])", "s"),
        (r"^h(?=[aeiouy])", ""),
        (r"ph", "f"),
        (r"tch|ch", "C"),
        (r"(?:t|c|s|ss|x)io(?=n)|shu(?=n)|shio(?=n)", "S"),
        (r"s?sh|sc(?=[eiy])", "s"),
        (r"gh(?=t)|(?<=[aeiou])gh\b", ""),
        (r"h", ""),
        (r"g[eiy]", "j"),
        (r"c(?=[eiy])|z", "s"),
        (r"qu(?=[ei])|q|c", "k"),
        (r"x", "ks"),
        (r"v", "b"),
        (r"w(?![aeiou])", ""),
        (r"S", "s"),
    )
)
_SPANISH_RULES = tuple(
    (re.compile(pattern), sound) for pattern, sound in ((r"ll", "y"), (r"y(?=[aeiou])", "Y"))
)
_ENGLISH_FIRST = (re.compile(r"^y(?=[aeiou])"), "Y")
_VOWELS = re.compile(r"(?<!^)[aeiouy]")
_DOUBLED = re.compile(r"(.)\1+")


def sound_key(word: str, language: str = "") -> str:
    """The key of a folded word; words that sound alike share it."""
    rules = _SPANISH_RULES if language.partition("-")[0] == "es" else (_ENGLISH_FIRST,)
    key = word
    for pattern, sound in (*rules, *_RULES):
        key = pattern.sub(sound, key)
    key = _DOUBLED.sub(r"\1", key)
    if key[:1] in _FIRST_VOWELS:
        key = "a" + key[1:]
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", key))


_FIRST_VOWELS = frozenset("aeiouy")


_RESPELT = {"en": (("oo", "u"), ("ee", "e")), "es": (("ll", "y"),)}


def respelt(word: str, language: str = "") -> str:
    """The word with its double letters as people write them who spell by ear: "blud", "cayo"."""
    for letters, heard in _RESPELT.get(language.partition("-")[0], ()):
        word = word.replace(letters, heard)
    return word
