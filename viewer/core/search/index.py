"""The index on tantivy. It sees only stems: all that knows languages is done before."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import tantivy

from viewer.core.level import Level
from viewer.core.search.analysis import stems_of
from viewer.core.search.documents import Document, text_stems
from viewer.core.search.results import ResultKind

FORMAT = 1
"""Part of every index's name: one that another program made is not read. Raise it with any
change of fields, stems or texts."""

WRITER_MEMORY = 15_000_000
"""The least that tantivy takes, and enough for a small library."""

SEARCHED = ("title", "keywords", "topic_title", "glossary", "body")
"""The fields that hold stems, by weight."""
PHRASES = "phrases"
"""Whole titles and keywords, each as one term."""
MOST_WORDS_OF_PHRASE = 6
_SEPARATOR = "\x1f"
"""Between the stored texts; the reader of files takes it out of every file."""


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
    kind: ResultKind
    level: Level


class Stored(NamedTuple):
    """What is shown of a document."""

    topic: str
    section: str
    anchor: str
    title: str
    topic_title: str
    text: str
    language: str


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
        """See what another process committed."""
        with _guarded():
            self._index.reload()
            self._searcher = None

    @property
    def documents(self) -> int:
        """How many documents there are."""
        with _guarded():
            return self._reading().num_docs

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
            return [
                Hit(score, address, topic, place, *_CODES[code])
                for (score, address), topic, place, code in zip(hits, *columns, strict=True)
            ]

    def read(self, hit: Hit) -> Stored:
        """What is shown of a document that matched."""
        with _guarded():
            stored: bytes = self._reading().doc(hit.address).to_dict()["shown"][0]
            return Stored(*bytes(stored).decode("utf-8").split(_SEPARATOR))

    def _reading(self) -> tantivy.Searcher:
        if self._searcher is None:
            self._searcher = self._index.searcher()
        return self._searcher

    def _writing(self) -> tantivy.IndexWriter:
        if self._writer is None:
            self._writer = self._index.writer(WRITER_MEMORY, 1)
        return self._writer


_CODES = (
    (ResultKind.SECTION, Level.CLINICAL),
    (ResultKind.SECTION, Level.PLAIN),
    (ResultKind.GLOSSARY, Level.PLAIN),
    (ResultKind.TOPIC, Level.CLINICAL),
)
"""What the fast field ``code`` means."""


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in (*SEARCHED, PHRASES):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("topic", tokenizer_name="raw", index_option="basic")
    for name in ("reader", "everyone", "languages"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="basic")
    builder.add_bytes_field("shown", stored=True)
    for name in ("topic_key", "place_key", "code"):
        builder.add_unsigned_field(name, fast=True)
    return builder.build()


class Fields(NamedTuple):
    """A document as the index takes it: all that takes time is done."""

    texts: dict[str, str]
    shown: bytes
    numbers: dict[str, int]


def fields_of(document: Document) -> Fields:
    """What the index keeps of a document."""
    language = document.language
    titles = (document.title, document.question, document.short_title)
    texts = {
        "title": _stems(titles, language),
        "keywords": _stems(document.keywords, language),
        "topic_title": _stems((document.topic_title,), document.reader),
        "glossary": _stems(document.glossary, document.body_language),
        "body": " ".join(text_stems(document.body, document.body_language)),
        PHRASES: " ".join(phrases((*titles, *document.keywords), language)),
        "topic": document.topic,
        "reader": document.reader,
        "everyone": "yes" if document.everyone else "no",
        "languages": " ".join(document.languages),
    }
    shown = Stored(
        document.topic,
        document.section,
        document.anchor,
        document.shown_title,
        document.topic_title,
        document.body,
        document.body_language,
    )
    numbers = {
        "topic_key": _number(document.topic),
        "place_key": _number(f"{document.topic}/{document.section}#{document.anchor}"),
        "code": _CODES.index((document.kind, document.level)),
    }
    return Fields(texts, _SEPARATOR.join(shown).encode("utf-8", "replace"), numbers)


def _tantivy_document(fields: Fields) -> tantivy.Document:
    found = tantivy.Document()
    for name, text in fields.texts.items():
        found.add_text(name, text)
    found.add_bytes("shown", fields.shown)
    for name, number in fields.numbers.items():
        found.add_unsigned(name, number)
    return found


def _stems(texts: Sequence[str], language: str) -> str:
    return " ".join(stems_of(" ".join(texts), language))


def phrases(texts: Sequence[str], language: str) -> list[str]:
    """Each text as one term, where it is short enough to be somebody's whole question."""
    stems = (stems_of(text, language)[: MOST_WORDS_OF_PHRASE + 1] for text in texts)
    found = dict.fromkeys(map("_".join, stems))
    return [phrase for phrase in found if phrase and phrase.count("_") < MOST_WORDS_OF_PHRASE]


def _number(name: str) -> int:
    """A number that stands for a name; two names share one only by a chance of nature."""
    return int.from_bytes(hashlib.blake2b(name.encode("utf-8", "replace"), digest_size=8).digest())
