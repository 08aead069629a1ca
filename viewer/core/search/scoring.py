"""How well a document answers a question: what each field and each word is worth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import tantivy
from tantivy import Occur

from viewer.core.search.fields import ANYWHERE, NAMES, PHRASES
from viewer.core.search.index import SearchIndex
from viewer.core.search.query import BY_CHANCE, COMPLETED, JOINED, Asked, Query

BY_RELEVANCE = {"title": 1.8, "topic_title": 3.0, "body": 1.5}
"""The worth of a word by how often it stands in a field, and how long that field is."""
BY_PRESENCE = {"keywords": 12.0, ANYWHERE: 12.0, "glossary": 1.0}
"""The worth of a word that a field has at all: two words once count more than one word often,
and a long list of keywords is worth no less than a short one."""
PHRASE = 4.0
"""The worth of each word of a whole title or keyword that the question holds."""
NAME = 0.5
"""The same for a name of the glossary that the text speaks of."""
SUBJECT = 0.15
"""A topic's name in titles and keywords, where more was asked: it does not tell sections apart."""
ANSWERED = 1024.0
"""What is added for each word that a document has at all, more than all else together: so the
score tells how many of the words are answered, too. A word that may stand for the typed one
counts as half."""
NAMED = 16 * ANSWERED
"""What is added where the topic's title has every word."""
COMMON = 0.3
"""The worth of a word that all documents have, as a part of the worth of the rarest."""
OTHER_LEVEL = 0.5
"""The worth of what only the other level's text says."""
OTHERS = 0.1
"""What each further stem of one word adds, as a part of its worth."""
LEAST = COMPLETED
"""The weight of a stem that answers a word wholly."""
ALARM = 1.5
"""The worth of help where somebody may need it at once; one word less may answer them, too."""
ALARM_ANSWERED = 2
"""That word, in halves."""
HELP, CARE = 1.1, 1.05
"""The worth of help and of care guidance: where two pages answer alike, these do come first."""


class Worth(NamedTuple):
    """What a score tells; the greater, the better."""

    named: bool
    """Whether the topic's title has all the words."""
    answered: int
    """How many of the words are answered, in halves."""
    relevance: float
    """How well they are."""


def worth_of(score: float) -> Worth:
    """The parts of a score."""
    named, rest = divmod(score, NAMED)
    halves, relevance = divmod(rest, ANSWERED / 2)
    return Worth(named >= 1, int(halves), relevance)


def compiled(query: Query, reader: str, index: SearchIndex) -> tantivy.Query:
    """The question as tantivy answers it, among what ``reader`` is shown."""
    schema = index.schema
    parts = [_word(word, index) for word in query.words]
    for phrase, length in query.phrases:
        parts.append(_present(schema, PHRASES, phrase, PHRASE * length))
        if length > 1:
            parts.append(_present(schema, NAMES, phrase, NAME * length))
    parts += _named(query, schema)
    asked = tantivy.Query.boolean_query([(Occur.Should, part) for part in parts])
    shown = tantivy.Query.const_score_query(index.shown_to(reader), 0.0)
    return tantivy.Query.boolean_query([(Occur.Must, asked), (Occur.Must, shown)])


def _named(query: Query, schema: tantivy.Schema) -> Iterator[tantivy.Query]:
    """The documents of a topic whose title has every word."""
    words = [word for word in query.words if not word.asking]
    every = [
        (
            Occur.Must,
            _best_of([_term(schema, "topic_title", s) for s, w in word.stems if w >= LEAST]),
        )
        for word in words
    ]
    if words:
        yield tantivy.Query.const_score_query(tantivy.Query.boolean_query(every), NAMED)


def _word(word: Asked, index: SearchIndex) -> tantivy.Query:
    """One word of the question in every field, as it is or as what it may stand for."""
    schema = index.schema
    rarity = index.rarity(stem for stem, weight in word.stems if weight >= JOINED)
    worth = COMMON + (1 - COMMON) * rarity
    fields: list[tantivy.Query] = []
    for field, factor in BY_RELEVANCE.items():
        if factor := factor * worth * _share(word, field):
            either = [
                _boosted(_term(schema, field, s), weight) for s, weight in _stems(word, field)
            ]
            fields.append(_boosted(_best_of(either), factor))
    for field, factor in BY_PRESENCE.items():
        if factor := factor * worth * _share(word, field):
            either = [
                _present(schema, field, s, weight * factor + _answered(field, weight))
                for s, weight in _stems(word, field)
            ]
            fields.append(_best_of(either, 0.0 if field == ANYWHERE else OTHERS))
    return tantivy.Query.boolean_query([(Occur.Should, field) for field in fields])


def _answered(field: str, weight: float) -> float:
    if field != ANYWHERE:
        return 0.0
    return ANSWERED if weight >= LEAST else ANSWERED / 2 if weight > BY_CHANCE else 0.0


def _stems(word: Asked, field: str) -> tuple[tuple[str, float], ...]:
    if word.begun and field in ("body", "glossary", ANYWHERE):
        return tuple(one for one in word.stems if one[1] >= JOINED)
    return word.stems


def _share(word: Asked, field: str) -> float:
    """How much of a field's worth a word gets."""
    told_by_name = field in ("title", "keywords")
    if word.asking:
        return 1.0 if told_by_name else 0.0
    return SUBJECT if word.subject and told_by_name else 1.0


def _best_of(queries: Sequence[tantivy.Query], others: float = OTHERS) -> tantivy.Query:
    return queries[0] if len(queries) == 1 else tantivy.Query.disjunction_max_query(queries, others)


def _present(schema: tantivy.Schema, field: str, term: str, worth: float) -> tantivy.Query:
    return tantivy.Query.const_score_query(_term(schema, field, term), worth)


def _boosted(query: tantivy.Query, boost: float) -> tantivy.Query:
    return query if boost == 1.0 else tantivy.Query.boost_query(query, boost)


def _term(schema: tantivy.Schema, field: str, term: str) -> tantivy.Query:
    return tantivy.Query.term_query(schema, field, term, "freq")
