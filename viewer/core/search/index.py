"""The index on tantivy. It sees only stems: all that knows languages is done before."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import tantivy
from tantivy import Occur

from viewer.core.language import lookup
from viewer.core.level import Level
from viewer.core.search.documents import Document
from viewer.core.search.fields import (
    ANYWHERE,
    CODES,
    KIND_BITS,
    NAMES,
    PHRASES,
    SEARCHED,
    SEPARATOR,
    Fields,
    Stored,
    fields_of,
)
from viewer.core.search.results import ResultKind

FORMAT = 2
"""Part of every index's name: one that another program made is not read. Raise it with any
change of fields, stems or texts."""

WRITER_MEMORY = 15_000_000
"""The least that tantivy takes, and enough for a small library."""


class IndexDamaged(Exception):  # noqa: N818 (a state of the index, not a mistake of ours)
    """The index cannot be read or written; it is to be made anew."""


class Hit(NamedTuple):
    """A document that matched, before it is read."""

    score: float
    address: Any
    topic: int
    """Stands for the topic's id: the same for all of its documents."""
    place: int
    """Stands for the section or the term: the same at both levels."""
    code: int

    @property
    def kind(self) -> ResultKind:
        """What the document is."""
        return CODES[self.code & KIND_BITS][0]

    @property
    def is_term(self) -> bool:
        """Whether it is a term of a glossary."""
        return self.kind is ResultKind.GLOSSARY

    @property
    def level(self) -> Level:
        """The level of its text."""
        return CODES[self.code & KIND_BITS][1]


@contextmanager
def _guarded() -> Iterator[None]:
    """Whatever tantivy raises means a damaged index; its panics are no ``Exception``s."""
    try:
        yield
    except (KeyboardInterrupt, SystemExit, MemoryError, IndexDamaged):
        raise
    except BaseException as error:
        raise IndexDamaged(f"{type(error).__name__}: {error}") from error


class SearchIndex:
    """Documents by their stems; in memory, or in a folder that one process writes at a time."""

    def __init__(self, index: tantivy.Index) -> None:
        self._index = index
        self.schema: tantivy.Schema = index.schema
        self._writer: tantivy.IndexWriter | None = None
        self._searcher: tantivy.Searcher | None = None
        self._filters: dict[str, tantivy.Query] = {}

    @classmethod
    def in_memory(cls) -> SearchIndex:
        """A new index that is gone with the program."""
        with _guarded():
            return cls(tantivy.Index(_schema()))

    @classmethod
    def create(cls, folder: Path) -> SearchIndex:
        """A new index in an empty folder, which is there.

        Raises:
            IndexDamaged: the folder cannot be written.
        """
        with _guarded():
            return cls(tantivy.Index(_schema(), path=str(folder), reuse=False))

    @classmethod
    def open(cls, folder: Path) -> SearchIndex:
        """The index in this folder.

        Raises:
            IndexDamaged: there is none, or it cannot be read.
        """
        with _guarded():
            found = cls(tantivy.Index.open(str(folder)))
            found.search(tantivy.Query.term_query(found.schema, "body", "a", "freq"), 1)
            return found

    def add(self, document: Document) -> None:
        """Add a document; it is found after ``commit``."""
        self.add_fields(fields_of(document))

    def add_fields(self, fields: Fields) -> None:
        """Add what ``fields_of`` made of a document, here or in another process."""
        with _guarded():
            self._writing().add_document(_tantivy_document(fields))

    def delete_topic(self, topic_id: str) -> None:
        """Take all documents of a topic out; they are gone after ``commit``."""
        with _guarded():
            self._writing().delete_documents_by_term("topic", topic_id)

    def commit(self) -> None:
        """Keep what was added and deleted since, and let go of the writer."""
        with _guarded():
            writer, self._writer = self._writer, None
            if writer is not None:
                writer.commit()
                writer.wait_merging_threads()
        self.reload()

    def write_with(self, memory: int, threads: int) -> None:
        """Give the writer more memory and threads, before much is added."""
        with _guarded():
            self._writer = self._index.writer(memory, threads)

    def reload(self) -> None:
        """See what was committed since the index was opened."""
        with _guarded():
            self._index.reload()
            self._searcher = None
            self._filters.clear()

    def rarity(self, stems: Iterable[str]) -> float:
        """How much a word with these stems tells, from 0 (all documents have it) to 1 (none)."""
        with _guarded():
            searcher = self._reading()
            total = searcher.num_docs
            with_it = max((searcher.doc_freq(ANYWHERE, stem) for stem in stems), default=0)
            return math.log((total + 1) / (with_it + 0.5)) / math.log((total + 1) / 0.5)

    def shown_to(self, reader: str) -> tantivy.Query:
        """Documents for a reader: in the nearest language that a topic has, else its own."""
        found = self._filters.get(reader)
        if found is None:
            nearer: list[str] = []
            parts: list[tantivy.Query] = []
            for field, term in [*(("reader", tag) for tag in lookup(reader)), ("everyone", "yes")]:
                part = self._without(
                    tantivy.Query.term_query(self.schema, field, term, "basic"), nearer
                )
                # Where every topic has the reader's language, half of the work can be left out.
                if self.search(part, 1):
                    parts.append(part)
                nearer.append(term)
            found = tantivy.Query.boolean_query([(Occur.Should, part) for part in parts])
            found = self._filters[reader] = parts[0] if len(parts) == 1 else found
        return found

    def _without(self, query: tantivy.Query, languages: Sequence[str]) -> tantivy.Query:
        barred = [
            (Occur.MustNot, tantivy.Query.term_query(self.schema, "languages", tag, "basic"))
            for tag in languages
        ]
        return tantivy.Query.boolean_query([(Occur.Must, query), *barred]) if barred else query

    def search(self, query: tantivy.Query, most: int) -> list[Hit]:
        """The documents that match best."""
        with _guarded():
            searcher = self._reading()
            hits = searcher.search(query, most, count=False).hits
            addresses = [address for _, address in hits]
            columns = [
                searcher.fast_field_values(name, addresses)
                for name in ("topic_key", "place_key", "code")
            ]
            found = [
                Hit(score, address, topic, place, code)
                for (score, address), topic, place, code in zip(hits, *columns, strict=True)
            ]
            if not all(_is_whole(hit) for hit in found):
                raise IndexDamaged("a document has no numbers")
            return found

    def read(self, hit: Hit) -> Stored:
        """What is shown of a document that matched."""
        with _guarded():
            stored: bytes = self._reading().doc(hit.address).to_dict()["shown"][0]
            return Stored(*bytes(stored).decode("utf-8").split(SEPARATOR))

    def _reading(self) -> tantivy.Searcher:
        if self._searcher is None:
            self._searcher = self._index.searcher()
        return self._searcher

    def _writing(self) -> tantivy.IndexWriter:
        if self._writer is None:
            self._writer = self._index.writer(WRITER_MEMORY, 1)
        return self._writer


def _is_whole(hit: Hit) -> bool:
    """Whether a document's numbers are what was written; tantivy gives None for damaged ones."""
    numbers = (hit.topic, hit.place, hit.code)
    return None not in numbers and hit.code & KIND_BITS < len(CODES)


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in (*SEARCHED, ANYWHERE, PHRASES, NAMES):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("topic", tokenizer_name="raw", index_option="basic")
    for name in ("reader", "everyone", "languages"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="basic")
    builder.add_bytes_field("shown", stored=True)
    for name in ("topic_key", "place_key", "code"):
        builder.add_unsigned_field(name, fast=True)
    return builder.build()


def _tantivy_document(fields: Fields) -> tantivy.Document:
    found = tantivy.Document()
    for name, text in fields.texts.items():
        found.add_text(name, text)
    found.add_bytes("shown", fields.shown)
    for name, number in fields.numbers.items():
        found.add_unsigned(name, number)
    return found
