"""The formulas for reading ease, each of counts alone.

A score of a few words means nothing; ``LEAST_WORDS`` and ``LEAST_SENTENCES`` say from where on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from viewer.core.readability.prose import Sentence
from viewer.core.readability.syllables import Counter

LEAST_WORDS = 100
"""Of a text, for Flesch-Kincaid and the Spanish formulas."""
LEAST_SENTENCES = 30
"""Of a text, for SMOG."""
_POLYSYLLABLE = 3


@dataclass(frozen=True, slots=True)
class Counts:
    """What the formulas are of."""

    sentences: int
    words: int
    syllables: int
    polysyllables: int
    """Words of three syllables or more."""


def count(sentences: Iterable[Sentence], syllables_of: Counter) -> Counts:
    """Count a text, with what counts the syllables of a word of its language."""
    every = [[syllables_of(word) for word in sentence.words] for sentence in sentences]
    return Counts(
        len(every),
        sum(map(len, every)),
        sum(map(sum, every)),
        sum(number >= _POLYSYLLABLE for words in every for number in words),
    )


def flesch_kincaid_grade(counts: Counts) -> float:
    """The grade of a US school (Kincaid, Fishburne, Rogers and Chissom 1975)."""
    words, syllables = _means(counts)
    return 0.39 * words + 11.8 * syllables - 15.59


def smog_grade(counts: Counts) -> float:
    """SMOG, a grade of a US school (McLaughlin 1969): of 30 sentences, or as if there were 30."""
    return 1.0430 * sqrt(counts.polysyllables * 30 / counts.sentences) + 3.1291


def inflesz(counts: Counts) -> float:
    """Szigriszt-Pazos (1993), on the scale of Barrio-Cantalejo (2008): 65 is quite easy."""
    words, syllables = _means(counts)
    return 206.835 - 62.3 * syllables - words


def fernandez_huerta(counts: Counts) -> float:
    """Lecturabilidad (Fernández Huerta 1959), as Law (2011) read it right: 80 is easy.

    Of the words in a sentence, not of the sentences in a hundred words, as many copies have it.
    """
    words, syllables = _means(counts)
    return 206.84 - 60 * syllables - 1.02 * words


def _means(counts: Counts) -> tuple[float, float]:
    """Words of a sentence, and syllables of a word."""
    return counts.words / counts.sentences, counts.syllables / counts.words
