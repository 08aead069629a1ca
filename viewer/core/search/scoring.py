"""How well a document answers a question: what each field and each word is worth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import tantivy
from tantivy import Occur

from viewer.core.language import lookup
from viewer.core.search.index import PHRASES
from viewer.core.search.query import Asked, Query

FIELDS = {"title": 3.0, "keywords": 2.6, "topic_title": 1.2, "glossary": 0.8, "body": 1.0}
"""The worth of a word by where it stands."""
PHRASE = 2.0
"""The worth of each word of a whole title or keyword that the question holds."""
FOUND = 1.0
"""The worth of a word that is there at all: two words once count more than one word often."""


def compiled(query: Query, reader: str, schema: tantivy.Schema) -> tantivy.Query:
    """The question as tantivy answers it, among what ``reader`` is shown."""
    words = [_word(word, schema) for word in query.words]
    phrases = [
        tantivy.Query.const_score_query(_term(schema, PHRASES, phrase), PHRASE * number)
        for phrase, number in query.phrases
    ]
    asked = tantivy.Query.boolean_query([(Occur.Should, part) for part in (*words, *phrases)])
    shown = tantivy.Query.const_score_query(_shown_to(reader, schema), 0.0)
    return tantivy.Query.boolean_query([(Occur.Must, asked), (Occur.Must, shown)])


def _word(word: Asked, schema: tantivy.Schema) -> tantivy.Query:
    fields = [
        _boosted(
            _best_of([_boosted(_term(schema, name, stem), weight) for stem, weight in word.stems]),
            worth,
        )
        for name, worth in FIELDS.items()
    ]
    return tantivy.Query.boolean_query([(Occur.Should, field) for field in fields])


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


def _boosted(query: tantivy.Query, boost: float) -> tantivy.Query:
    return query if boost == 1.0 else tantivy.Query.boost_query(query, boost)


def _term(schema: tantivy.Schema, field: str, term: str) -> tantivy.Query:
    option = "basic" if field in ("reader", "everyone", "languages") else "freq"
    return tantivy.Query.term_query(schema, field, term, option)
