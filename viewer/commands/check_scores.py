"""The scores of plain text: a table for people, and data for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from viewer.core.checks.scores import Score, smog_of
from viewer.core.words import Words

_NAMES = {
    "flesch_kincaid": "Flesch-Kincaid",
    "inflesz": "INFLESZ",
    "fernandez_huerta": "Fernández Huerta",
}
"""The formulas, by the names that they have everywhere."""


def as_data(score: Score) -> dict[str, object]:
    """A score for a program; numbers with one decimal."""
    return {
        "section": score.section,
        "language": score.language,
        "words": score.words,
        "sentences": score.sentences,
        "longest_sentence": score.longest,
        "mean_sentence": round(score.mean, 1),
        **{name: round(value, 1) for name, value in score.formulas.items()},
    }


def score_table(scores: Mapping[str, Sequence[Score]], words: Words) -> Iterator[str]:
    """The lines of a table for each topic and language, in columns of one width."""
    yield words("check.scores")
    for topic, found in scores.items():
        for language in dict.fromkeys(score.language for score in found):
            ours = [score for score in found if score.language == language]
            yield ""
            yield f"{topic} ({language})"
            yield from _columns([_head(ours, words), *map(_row, ours)])
            if all(score.counts is None for score in ours):
                yield words("check.no_formula", language=language)
            grade = smog_of(ours)
            if grade is not None:
                yield f"{words('check.whole')}: SMOG {grade:.1f}"


def _head(scores: Sequence[Score], words: Words) -> list[str]:
    keys = ("section", "words", "longest", "mean")
    names = dict.fromkeys(name for score in scores for name in score.formulas)
    return [*(words(f"check.{key}") for key in keys), *(_NAMES[name] for name in names)]


def _row(score: Score) -> list[str]:
    numbers = [str(score.words), str(score.longest), f"{score.mean:.1f}"]
    return [score.section, *numbers, *(f"{value:.1f}" for value in score.formulas.values())]


def _columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    most = max(map(len, rows))
    even = [[*row, *[""] * (most - len(row))] for row in rows]
    widths = [max(map(len, column)) for column in zip(*even, strict=True)]
    for first, *numbers in even:
        cells = (cell.rjust(width) for cell, width in zip(numbers, widths[1:], strict=True))
        yield "  ".join(("", first.ljust(widths[0]), *cells)).rstrip()
