"""The search of a small library, made in memory while its window idles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from viewer.core.analysis import stemmer_of, text_words
from viewer.core.model import Topic
from viewer.core.search.documents import Document, documents_of
from viewer.core.search.engine import SearchEngine
from viewer.core.search.index import SearchIndex
from viewer.core.search.vocabulary import Vocabulary

STEMS_A_STEP = 100
"""New words of a text that are stemmed in one step, some four milliseconds."""


class SmallIndex:
    """Makes an engine for a few topics, in steps that no key press has to wait for."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        """``topics`` may be read one by one as they are asked for."""
        self._topics = topics
        self._index = SearchIndex.in_memory()
        self._vocabulary = Vocabulary()
        self.engine: SearchEngine | None = None
        """Ready after the last step."""

    def steps(self) -> Iterator[None]:
        """The steps, one for each turn; the last makes the engine."""
        for topic in self._topics:
            for tag in topic.languages:
                stemmer_of(tag)("word")  # loads it
                yield
                names = ((t.term, *t.also) for t in topic.glossary if t.language == tag)
                yield from _stem(" ".join(chain.from_iterable(names)), tag)
            for document in documents_of(topic):
                yield from self._add(document)
        self._index.commit()
        yield
        engine = SearchEngine(self._index, self._vocabulary)
        yield from engine.prepare()
        self.engine = engine
        yield

    def _add(self, document: Document) -> Iterator[None]:
        yield from _stem(document.body, document.body_language)
        self._index.add(document)
        self._vocabulary.add(document)
        yield


def _stem(text: str, language: str) -> Iterator[None]:
    """Stem the words of a text, a few a step; the index finds them kept."""
    stem = stemmer_of(language)
    for number, word in enumerate(dict.fromkeys(text_words(text)), 1):
        stem(word)
        if number % STEMS_A_STEP == 0:
            yield
