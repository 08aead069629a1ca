"""The piece of a text in which the words were found, with its hits marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from viewer.core.analysis import (
    MARK,
    PLACEHOLDER,
    WORD,
    bare,
    fold,
    stem,
    without_placeholders,
    word_at,
)
from viewer.core.search.query import Query
from viewer.core.search.results import Segment
from viewer.core.search.stop_words import stop_words

LENGTH = 160
"""Characters of a snippet, about two lines of the list."""
BEFORE = 40
"""Characters that are shown before the first hit, where there are so many."""
SHORTEST_MARKED = 2
"""Letters of a beginning that is marked: one letter would mark half of a page."""
MAX_CANDIDATES = 300
MAX_WORDS = 3_000
"""Words of one text that are looked at."""

Span = tuple[int, int]


@lru_cache(maxsize=256)
def _folded(text: str) -> str:
    """The text as it is compared; the next key press shows many of the same results."""
    return fold(without_placeholders(text))


class Marker:
    """Finds the words of one question in texts."""

    def __init__(self, query: Query) -> None:
        self._languages = query.languages
        self._stems = {stem: n for n, word in enumerate(query.words) for stem, _ in word.stems}
        begun = (b for word in query.words for b in word.beginnings)
        self._beginnings = tuple(b for b in begun if len(b) >= SHORTEST_MARKED)
        self._apart = frozenset().union(*(word.apart for word in query.words))
        self._everywhere = frozenset().union(*map(stop_words, query.languages)) | self._apart
        starts = {_common_start(s) for s in self._stems} | set(self._beginnings)
        self._candidates = re.compile("|".join(map(re.escape, sorted(starts)))) if starts else None
        # An Arabic stem stands behind what is written on to it: "the", "and", "with".
        self._every_word = any("\u0600" <= start[:1] < "\u0780" for start in starts)
        self.found: dict[str, None] = {}
        """Every word that was marked, folded."""

    def hits(self, text: str) -> list[Span]:
        """Where the words stand in the text."""
        return [(start, end) for start, end, _ in self._hits(text)]

    def marked(self, text: str) -> tuple[Segment, ...]:
        """The whole text with its hits marked."""
        return _segments(text, 0, len(text), self.hits(text))

    def snippet(self, text: str) -> tuple[Segment, ...]:
        """The piece of the text with the most of the words; its beginning where it has none."""
        hits = list(self._hits(text))
        start, end = _window(text, hits)
        return _segments(text, start, end, [hit[:2] for hit in hits])

    def _hits(self, text: str) -> Iterator[tuple[int, int, int]]:
        for whole in self._words(_folded(text)):
            number = self._meaning(bare(whole[0]))
            if number is not None:
                yield whole.start(), whole.end(), number

    def _words(self, folded: str) -> Iterator[re.Match[str]]:
        """The words of a text that may be hits."""
        if self._candidates is None:
            return
        if self._every_word or MARK in folded:
            yield from islice(WORD.finditer(folded), MAX_WORDS)
            return
        for begun in islice(self._candidates.finditer(folded), MAX_CANDIDATES):
            whole = word_at(folded, begun.start())
            if whole is not None:
                yield whole

    def _meaning(self, word: str) -> int | None:
        """Which of the question's words this one is; None for none of them."""
        for language in self._languages:
            number = self._stems.get(stem(word, language))
            if number is not None and word not in self._apart:
                self.found[word] = None
                return number
        if word.startswith(self._beginnings) and word not in self._everywhere:
            self.found[word] = None
            return -1
        return None


def _common_start(stem: str) -> str:
    """What all words of a stem begin with: "bodi" stands for "body" too."""
    return stem[:-1] if len(stem) > 3 else stem[:2] if len(stem) == 3 else stem


def _window(text: str, hits: list[tuple[int, int, int]]) -> Span:
    """The ends of the snippet: at words, and never inside a placeholder."""
    start = max(_best_start(hits) - BEFORE, 0) if hits else 0
    start = _sentence_start(text, start, BEFORE) if start else 0
    end = min(start + LENGTH, len(text))
    if end < len(text):
        space = max(text.rfind(" ", start + LENGTH // 2, end), text.rfind("\n", start, end))
        end = space if space > start else end
    for match in PLACEHOLDER.finditer(text, max(start - 210, 0), min(end + 210, len(text))):
        if match.start() < start < match.end():
            start = match.start()
        if match.start() < end < match.end():
            end = match.end()
    return start, end


def _best_start(hits: list[tuple[int, int, int]]) -> int:
    """Where the stretch with the most different words begins; the first of equals."""
    best, best_count, last = hits[0][0], 0, 0
    for first in range(len(hits)):
        last = max(last, first)
        while last + 1 < len(hits) and hits[last + 1][1] - hits[first][0] <= LENGTH - BEFORE:
            last += 1
        count = len({number for _, _, number in hits[first : last + 1]})
        if count > best_count:
            best, best_count = hits[first][0], count
    return best


def _sentence_start(text: str, at: int, reach: int) -> int:
    """The beginning of a line or a sentence soon behind ``at``, else of a word."""
    line = text.find("\n", at, at + reach)
    sentence = text.find(". ", at, at + reach)
    ends = [end for end in (line + 1, sentence + 2) if end > 2]
    if ends:
        return min(ends)
    before = text.rfind("\n", max(at - reach, 0), at)
    if before >= 0:
        return before + 1
    space = text.find(" ", at, at + reach)
    return space + 1 if space >= 0 else at


def _segments(text: str, start: int, end: int, hits: Iterable[Span]) -> tuple[Segment, ...]:
    """A stretch of the text in pieces, marked and not; dots stand for what was left out."""
    parts: list[Segment] = []
    at = start
    for first, last in hits:
        if first < at or last > end:
            continue
        parts += [Segment(_one_line(text[at:first])), Segment(text[first:last], marked=True)]
        at = last
    parts.append(Segment(_one_line(text[at:end])))
    if start > 0:
        parts.insert(0, Segment("… "))
    if end < len(text):
        parts.append(Segment(" …"))
    return tuple(_merged(parts))


def _merged(parts: Iterable[Segment]) -> Iterator[Segment]:
    """Neighbouring pieces without a mark as one, and none that is empty."""
    plain = ""
    for part in parts:
        if not part.marked:
            plain += part.text
            continue
        if plain:
            yield Segment(plain)
        plain = ""
        yield part
    if plain:
        yield Segment(plain)


_LINE_END = re.compile(r"(?P<end>[.!?:;,…。！？؟]?)(?<! ) *\n+ *")


def _one_line(text: str) -> str:
    """Lines in a row; a dot in the middle parts what had no full stop."""
    return _LINE_END.sub(lambda m: f"{m['end']} " if m["end"] else " · ", text)
