"""Search: what somebody typed in, grouped results out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from viewer.core.level import OTHER, Level
from viewer.core.search.fields import (
    CARE_BIT,
    HELP_BIT,
    KIND_BITS,
    SECTION_CODES,
    Stored,
    phrases,
)
from viewer.core.search.index import Hit, SearchIndex
from viewer.core.search.query import understand
from viewer.core.search.results import Group, Result, Results
from viewer.core.search.scoring import (
    ALARM,
    ALARM_ANSWERED,
    CARE,
    HELP,
    OTHER_LEVEL,
    Worth,
    compiled,
    worth_of,
)
from viewer.core.search.snippets import Marker
from viewer.core.search.vocabulary import Vocabulary

MOST_HITS = 80
"""Documents that are weighed; each section may be there twice."""
MOST_RESULTS = 24
MOST_GROUPS = 8
MOST_TERMS = 3
"""Terms of the glossary that are given with a topic's sections."""


class SearchEngine:
    """Answers questions from one index and its vocabulary."""

    def __init__(self, index: SearchIndex, vocabulary: Vocabulary) -> None:
        self._index = index
        self._vocabulary = vocabulary

    def prepare(self) -> Iterator[None]:
        """Do in small steps what the first key press would have to wait for; optional."""
        yield from self._vocabulary.prepare()

    def search(self, text: str, language: str, level: Level) -> Results:
        """What answers ``text`` for a reader of this language and level, the best first.

        Raises:
            IndexDamaged: the index cannot be read.
        """
        query = understand(text, language, self._vocabulary)
        if not query.words:
            return Results()
        hits = self._index.search(compiled(query, language, self._index), MOST_HITS)
        marker = Marker(query)
        chosen = _chosen(_weighed(hits, level, query.alarm))
        groups = tuple(self._group(found, query.whole, marker) for found in chosen)
        return Results(groups, query.corrected if groups else "", tuple(marker.found))

    def _group(self, found: list[_Found], whole: frozenset[str], marker: Marker) -> Group:
        shown = [(one.hit, self._index.read(one.hit)) for one in found]
        if not shown[0][0].is_term:
            # A term that is all that was asked for is second at the latest.
            first = shown.pop(0)
            shown = [first, *sorted(shown, key=lambda one: not _is_headword(one[0], one[1], whole))]
        results = tuple(_result(hit, stored, marker) for hit, stored in shown)
        best = shown[0][1]
        return Group(best.topic, best.topic_title, results, best.topic_language)


class _Found(NamedTuple):
    """A section, a term or a topic that was found, with its worth at the reader's level."""

    worth: Worth
    own: bool
    """Whether the reader's own level answers as many of the words as the other one."""
    hit: Hit

    @property
    def rank(self) -> tuple[float, ...]:
        """The least comes first."""
        return (
            -self.worth.named,
            -self.worth.answered,
            not self.own,
            -self.worth.relevance,
            self.hit.place,
        )


def _weighed(hits: Iterable[Hit], level: Level, alarm: bool) -> list[_Found]:
    """One for each place, at the reader's level where that has the words too."""
    other_code = SECTION_CODES[OTHER[level]]
    places: dict[int, _Found] = {}
    for hit in hits:
        other = hit.code & KIND_BITS == other_code
        found = _Found(_worth(hit, other, alarm), not other, hit)
        before = places.get(hit.place)
        places[hit.place] = found if before is None else _both(before, found)
    return sorted(places.values(), key=lambda one: one.rank)


def _worth(hit: Hit, other: bool, alarm: bool) -> Worth:
    worth = worth_of(hit.score)
    if alarm and hit.code & HELP_BIT:
        worth = worth._replace(
            answered=worth.answered + ALARM_ANSWERED, relevance=worth.relevance * ALARM
        )
    factor = HELP if hit.code & HELP_BIT else CARE if hit.code & CARE_BIT else 1.0
    return worth._replace(relevance=worth.relevance * factor * (OTHER_LEVEL if other else 1.0))


def _both(one: _Found, two: _Found) -> _Found:
    """A section that both of its levels answer."""
    own, other = (one, two) if one.own else (two, one)
    named, answered, relevance = map(max, own.worth, other.worth)
    best = Worth(bool(named), int(answered), relevance)
    return _Found(best, own.worth.answered == answered, own.hit)


def _chosen(found: list[_Found]) -> Iterator[list[_Found]]:
    """The best topics, each with its best sections and then its terms."""
    topics: dict[int, tuple[list[_Found], list[_Found]]] = {}
    for one in found:
        pages, terms = topics.setdefault(one.hit.topic, ([], []))
        (terms if one.hit.is_term else pages).append(one)
    with_pages = [both for both in topics.values() if both[0]]
    groups = [*with_pages, *(both for both in topics.values() if not both[0])][:MOST_GROUPS]
    most = max(MOST_RESULTS // max(len(groups), 1), 1)
    for pages, terms in groups:
        kept = min(len(terms), MOST_TERMS, max(most // 3, 0 if pages else 1))
        yield [*pages[: most - kept], *terms[:kept]]


def _is_headword(hit: Hit, stored: Stored, whole: frozenset[str]) -> bool:
    """Whether a term's name is the whole question."""
    return hit.is_term and not whole.isdisjoint(phrases((stored.title,), stored.language))


def _result(hit: Hit, stored: Stored, marker: Marker) -> Result:
    return Result(
        topic=stored.topic,
        section=stored.section,
        level=hit.level,
        title=marker.marked(stored.title),
        snippet=marker.snippet(stored.text),
        kind=hit.kind,
        anchor=stored.anchor,
        language=stored.language,
        title_language=stored.title_language,
    )
