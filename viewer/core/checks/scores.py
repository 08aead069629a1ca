"""How hard the plain text of a section is, in numbers: what a table shows and bounds hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from viewer.core.installation import find_installation
from viewer.core.markdown.marks import VALUES
from viewer.core.model import Section
from viewer.core.pages.section_text import section_text
from viewer.core.readability.formulas import (
    LEAST_SENTENCES,
    LEAST_WORDS,
    Counts,
    count,
    fernandez_huerta,
    flesch_kincaid_grade,
    inflesz,
    smog_grade,
)
from viewer.core.readability.prose import Sentence, sentences_of
from viewer.core.readability.syllables import counter_for
from viewer.core.words import read_words

_FORMULAS: dict[str, dict[str, Callable[[Counts], float]]] = {
    "en": {"flesch_kincaid": flesch_kincaid_grade},
    "es": {"inflesz": inflesz, "fernandez_huerta": fernandez_huerta},
}
"""Those of each language; an English formula says nothing of a Spanish text."""


@dataclass(frozen=True, slots=True)
class Score:
    """One section's plain text in one language, measured."""

    section: str
    language: str
    words: int
    sentences: int
    longest: int
    """Words of the longest sentence."""
    formulas: Mapping[str, float]
    """The result of each formula by its name; empty for fewer than 100 words, or none for them."""
    counts: Counts | None
    """None: nothing counts the syllables of this language."""

    @property
    def mean(self) -> float:
        """Words of a sentence."""
        return self.words / self.sentences


def plain_sentences(section: Section) -> list[Sentence]:
    """The sentences of a section's plain text, as they are read where no clinic is set."""
    return sentences_of(section_text(section).plain, values_in(section.language))


@cache
def values_in(language: str) -> Mapping[str, str]:
    """The words for the clinic's values by name, where the clinic has set none."""
    words = read_words(find_installation().words, language)
    return {name: words(f"value.{name}") for name in VALUES}


def score_of(section: Section, sentences: Sequence[Sentence]) -> Score | None:
    """Measure a section's sentences; None where there are none."""
    if not sentences:
        return None
    counter = counter_for(section.language)
    counts = count(sentences, counter) if counter else None
    lengths = [len(sentence.words) for sentence in sentences]
    formulas = _FORMULAS.get(section.language.partition("-")[0], {})
    enough = counts is not None and counts.words >= LEAST_WORDS
    return Score(
        section.id,
        section.language,
        sum(lengths),
        len(lengths),
        max(lengths),
        {name: formula(counts) for name, formula in formulas.items()} if counts and enough else {},
        counts,
    )


def smog_of(scores: Sequence[Score]) -> float | None:
    """SMOG over all these sections; None for other languages than English, and for too little."""
    counts = [s.counts for s in scores if s.counts and s.language.partition("-")[0] == "en"]
    whole = Counts(
        sum(one.sentences for one in counts),
        sum(one.words for one in counts),
        sum(one.syllables for one in counts),
        sum(one.polysyllables for one in counts),
    )
    return smog_grade(whole) if whole.sentences >= LEAST_SENTENCES else None
