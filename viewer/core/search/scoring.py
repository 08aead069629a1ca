"""How well a document answers a question: what each field and each word is worth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import tantivy
from tantivy import Occur

from viewer.core.language import lookup
from viewer.core.search.fields import ANYWHERE, NAMES, PHRASES
from viewer.core.search.index import SearchIndex
from viewer.core.search.query import JOINED, Asked, Query

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
COMMON = 0.3
"""The worth of a word that all documents have, as a part of the worth of the rarest."""
OTHER_LEVEL = 0.5
"""The worth of what only the other level's text says."""
HELP, CARE = 1.1, 1.05
"""The worth of help and of care guidance: where two pages answer alike, these do come first."""


def compiled(query: Query, reader: str, index: SearchIndex) -> tantivy.Query:
    """The question as tantivy answers it, among what ``reader`` is shown."""
    schema = index.schema
    parts = [_word(word, index) for word in query.words]
    for phrase, length in query.phrases:
        parts.append(_present(schema, PHRASES, phrase, PHRASE * length))
        if length > 1:
            parts.append(_present(schema, NAMES, phrase, NAME * length))
    asked = tantivy.Query.boolean_query([(Occur.Should, part) for part in parts])
    shown = tantivy.Query.const_score_query(_shown_to(reader, schema), 0.0)
    return tantivy.Query.boolean_query([(Occur.Must, asked), (Occur.Must, shown)])


def _word(word: Asked, index: SearchIndex) -> tantivy.Query:
    """One word of the question in every field, as it is or as what it may stand for."""
    schema = index.schema
    rarity = index.rarity(stem for stem, weight in word.stems if weight >= JOINED)
    worth = COMMON + (1 - COMMON) * rarity
    fields: list[tantivy.Query] = []
    for field, factor in BY_RELEVANCE.items():
        if factor := factor * worth * _share(word, field):
            either = [_boosted(_term(schema, field, s), weight) for s, weight in word.stems]
            fields.append(_boosted(_best_of(either), factor))
    for field, factor in BY_PRESENCE.items():
        if factor := factor * worth * _share(word, field):
            either = [_present(schema, field, s, weight * factor) for s, weight in word.stems]
            fields.append(_best_of(either))
    return tantivy.Query.boolean_query([(Occur.Should, field) for field in fields])


def _share(word: Asked, field: str) -> float:
    """How much of a field's worth a word gets."""
    told_by_name = field in ("title", "keywords")
    if word.asking:
        return 1.0 if told_by_name else 0.0
    return SUBJECT if word.subject and told_by_name else 1.0


def _shown_to(reader: str, schema: tantivy.Schema) -> tantivy.Query:
    """Documents for this reader: in the nearest language that a topic has, else its own."""
    nearer: list[str] = []
    either: list[tantivy.Query] = []
    for tag in lookup(reader):
        either.append(_without(_term(schema, "reader", tag), nearer, schema))
        nearer.append(tag)
    either.append(_without(_term(schema, "everyone", "yes"), nearer, schema))
    return tantivy.Query.boolean_query([(Occur.Should, one) for one in either])


def _without(
    query: tantivy.Query, languages: Iterable[str], schema: tantivy.Schema
) -> tantivy.Query:
    barred = [(Occur.MustNot, _term(schema, "languages", tag)) for tag in languages]
    return tantivy.Query.boolean_query([(Occur.Must, query), *barred]) if barred else query


def _best_of(queries: Sequence[tantivy.Query]) -> tantivy.Query:
    return queries[0] if len(queries) == 1 else tantivy.Query.disjunction_max_query(queries, 0.1)


def _present(schema: tantivy.Schema, field: str, term: str, worth: float) -> tantivy.Query:
    return tantivy.Query.const_score_query(_term(schema, field, term), worth)


def _boosted(query: tantivy.Query, boost: float) -> tantivy.Query:
    return query if boost == 1.0 else tantivy.Query.boost_query(query, boost)


def _term(schema: tantivy.Schema, field: str, term: str) -> tantivy.Query:
    option = "basic" if field in ("reader", "everyone", "languages") else "freq"
    return tantivy.Query.term_query(schema, field, term, option)
