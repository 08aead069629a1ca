"""The words of one library: what a beginning may become, and what a misspelt word was meant for."""

from __future__ import annotations

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from heapq import nlargest
from itertools import islice, takewhile
from typing import Any

from viewer.core.analysis import MAX_WORD, spans_of, stem, text_words
from viewer.core.language import lookup
from viewer.core.search.documents import Document
from viewer.core.search.spelling import Spelling

KEPT_ANSWERS = 512
MOST_FORMS = 80
"""Words that are looked at for other forms of one: they are stemmed while somebody types."""
MOST_LANGUAGES = 4
"""Languages in which one reader's words are looked for."""


TEXT = 1
"""A word of a text or a title: somebody wrote it for readers, so it is spelt right."""
CURATED = 2
"""A word of a title, of keywords or of the glossary: people look for it."""
NAME = 4
"""A word of a title, or of a term's first name."""
TOPIC = 8
"""A word of a topic's title."""
NAMED = TEXT | CURATED | NAME


class LanguageWords:
    """The words of one language, with how many documents have each."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.counts: dict[str, int] = {}
        self.standings: dict[str, int] = {}
        self.shown: dict[str, str] = {}
        """How texts write the words that have accents."""
        self._sorted: list[str] | None = None
        self._ranks: list[int] | None = None
        self._spelling: Spelling | None = None
        self._completed: OrderedDict[tuple[str, int], tuple[str, ...]] = OrderedDict()
        self._forms: OrderedDict[str, tuple[str, ...]] = OrderedDict()

    def read(self, text: str, standing: int) -> None:
        """Count the words of a text, each once; a new one is kept as it is written, too."""
        words = set(text_words(text))
        if standing & TEXT and not text.isascii():
            small = text.lower()
            accented = [w for w in words if not self.written(w) and w not in small]
            for word, start, end in spans_of(text) if accented else ():
                shown = text[start:end].lower()
                if shown != word:
                    self.shown.setdefault(word, shown)
        self.add(words, standing)

    def add(self, words: Iterable[str], standing: int, count: int = 1) -> None:
        """Count a document that has these words."""
        counts, standings, standing = self.counts, self.standings, int(standing)
        before = len(counts)
        for word in words:
            counts[word] = counts.get(word, 0) + count
            standings[word] = standings.get(word, 0) | standing
        if len(counts) != before:
            self._sorted = self._spelling = None
        self._ranks = None
        self._completed.clear()
        self._forms.clear()

    def __contains__(self, word: object) -> bool:
        return word in self.counts

    @property
    def sorted(self) -> list[str]:
        """All words, A to Z."""
        if self._sorted is None:
            self._sorted = sorted(self.counts)
        return self._sorted

    @property
    def ranks(self) -> list[int]:
        """How likely each word is meant, in the words' order."""
        self.arrange()
        assert self._ranks is not None
        return self._ranks

    @property
    def spelling(self) -> Spelling:
        """Finds what was meant by a word that is not here."""
        if self._spelling is None:
            self._spelling = Spelling(self.language, self.sorted, self.weight, self.written)
        return self._spelling

    def arrange(self) -> None:
        """Make now what the first question would wait for."""
        if self._ranks is None:
            self._ranks = [self.weight(word) for word in self.sorted]

    def begins(self, prefix: str) -> bool:
        """Whether any word begins like this."""
        at = bisect_left(self.sorted, prefix)
        return at < len(self.sorted) and self.sorted[at].startswith(prefix)

    def complete(self, prefix: str, most: int) -> tuple[str, ...]:
        """The words that begin like this, those that people look for first."""
        key = (prefix, most)
        found = self._completed.get(key)
        if found is None:
            start = bisect_left(self.sorted, prefix)
            end = bisect_left(self.sorted, prefix + "\U0010ffff", start)
            likely = nlargest(most, zip(self.ranks[start:end], self.sorted[start:end], strict=True))
            found = self._completed[key] = tuple(word for _, word in likely)
            if len(self._completed) > KEPT_ANSWERS:
                self._completed.popitem(last=False)
        return found

    def forms(self, word: str) -> tuple[str, ...]:
        """The words with the stem of this one, itself among them where it is here."""
        found = self._forms.get(word)
        if found is None:
            own = stem(word, self.language)
            start = own.rstrip("i") or own  # "bodi" stands for "body"
            at = bisect_left(self.sorted, start)
            near = takewhile(
                lambda w: w.startswith(start), islice(self.sorted, at, at + MOST_FORMS)
            )
            found = tuple(other for other in near if stem(other, self.language) == own)
            self._forms[word] = found
            if len(self._forms) > KEPT_ANSWERS:
                self._forms.popitem(last=False)
        return found

    def spelt_right(self, word: str) -> bool:
        """Whether texts have this word in some form."""
        return any(map(self.written, self.forms(word)))

    def written(self, word: str) -> bool:
        """Whether a text or a title has this word; a keyword alone may be misspelt on purpose."""
        return bool(self.standings.get(word, 0) & TEXT)

    def names_topic(self, word: str) -> bool:
        """Whether a topic's title has this word."""
        return bool(self.standings.get(word, 0) & TOPIC)

    def weight(self, word: str) -> int:
        """How likely a word is meant; shorter ones first where nothing else tells."""
        standing = self.standings[word]
        tier = 2 if standing & NAME else 1 if standing & CURATED else 0
        return (tier << 32 | self.counts[word]) << 6 | (MAX_WORD - len(word))


class Vocabulary:
    """The words of a library by language."""

    def __init__(self) -> None:
        self._languages: dict[str, LanguageWords] = {}
        self._fallbacks: dict[str, int] = {}

    def add(self, document: Document) -> None:
        """Take in the words of a document."""
        own = self._of(document.language)
        own.read(f"{document.title} {document.question}", NAMED)
        own.read(document.short_title, TEXT | CURATED)
        own.read(" ".join(document.keywords), CURATED)
        self._of(document.body_language).read(document.body, TEXT)
        self._of(document.reader).read(document.topic_title, NAMED | TOPIC)
        if document.everyone:
            self._fallbacks.setdefault(document.reader, 0)
            self._fallbacks[document.reader] += 1

    def languages_for(self, reader: str) -> tuple[str, ...]:
        """The languages of the texts that a reader is shown, their own first."""
        own = [tag for tag in lookup(reader) if tag in self._languages]
        others = sorted(self._fallbacks, key=lambda tag: -self._fallbacks[tag])
        return tuple(dict.fromkeys([*own, *others]))[:MOST_LANGUAGES]

    def of(self, language: str) -> LanguageWords:
        """The words of one language; none where the library has no text in it."""
        return self._languages.get(language) or LanguageWords(language)

    def complete(self, prefix: str, most: int, language: str) -> tuple[str, ...]:
        """The words of a language that begin like this, the likeliest first."""
        return self.of(language).complete(prefix, most)

    def correct(self, word: str, language: str) -> str:
        """What was meant by a misspelt word: a word, two of them, or empty.

        A keyword that no text has may be misspelt on purpose, and stands for another.
        """
        own = self.of(language)
        return own.spelling.twin(word) if word in own else own.spelling.meant(word)

    def written(self, words: str, language: str) -> str:
        """Folded words as texts write them, with their accents."""
        shown = self.of(language).shown
        return " ".join(shown.get(word, word) for word in words.split())

    def prepare(self) -> Iterator[None]:
        """Do in small steps what the first key press would have to wait for."""
        for own in self._languages.values():
            own.arrange()
            yield
            yield from own.spelling.prepare()

    def has_all_of(self, other: Vocabulary) -> bool:
        """Whether each word of another vocabulary is here, and is as good here."""
        return all(
            standing & ~self.of(language).standings.get(word, 0) == 0
            for language, words in other._languages.items()
            for word, standing in words.standings.items()
        )

    def merge(self, other: Vocabulary) -> None:
        """Take in the words of another vocabulary."""
        for language, words in other._languages.items():
            own = self._of(language)
            for word, count in words.counts.items():
                own.add((word,), words.standings[word], count)
            own.shown.update(words.shown)
        for tag, count in other._fallbacks.items():
            self._fallbacks[tag] = self._fallbacks.get(tag, 0) + count

    def to_data(self) -> dict[str, Any]:
        """All of it as plain data, to write as JSON."""
        return {
            "languages": {
                tag: {
                    "words": own.sorted,
                    "counts": [own.counts[word] for word in own.sorted],
                    "standings": [own.standings[word] for word in own.sorted],
                    "keys": list(own.spelling.keys),
                    "shown": own.shown,
                }
                for tag, own in self._languages.items()
            },
            "fallbacks": self._fallbacks,
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Vocabulary:
        """What ``to_data`` gave.

        Raises:
            ValueError: it is something else.
        """
        found = cls()
        try:
            for tag, columns in data["languages"].items():
                found._languages[tag] = _language_words(tag, columns)
            found._fallbacks = {str(tag): int(n) for tag, n in data["fallbacks"].items()}
        except (AttributeError, KeyError, TypeError, OverflowError) as error:
            raise ValueError(str(error)) from error
        return found

    def _of(self, language: str) -> LanguageWords:
        own = self._languages.get(language)
        if own is None:
            own = self._languages[language] = LanguageWords(language)
        return own


def _language_words(tag: str, columns: Mapping[str, Any]) -> LanguageWords:
    words = columns["words"]
    if not all(isinstance(word, str) for word in words):
        raise ValueError("words")
    own = LanguageWords(tag)
    own.counts = dict(zip(words, map(int, columns["counts"]), strict=True))
    own.standings = dict(zip(words, map(int, columns["standings"]), strict=True))
    own.shown = {str(word): str(shown) for word, shown in columns["shown"].items()}
    own._sorted = sorted(words)
    own._spelling = Spelling(tag, own._sorted, own.weight, own.written, columns["keys"])
    return own
