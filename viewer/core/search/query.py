"""What somebody typed, as words with all that each may stand for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from viewer.core.analysis import spans_of, stem
from viewer.core.search.stop_words import (
    alarm_words,
    asking_words,
    everyday_words,
    stop_words,
    words_apart,
)
from viewer.core.search.vocabulary import Vocabulary

MAX_TEXT = 300
"""Characters of what was typed that are looked at: the rest is a paste, not a question."""
MAX_WORDS = 10
"""Words that are searched for."""
MAX_TOKENS = 40
"""Words that are looked at."""
MAX_PHRASED = 14
"""Words that are looked at together with their neighbours."""
LONGEST_PHRASE = 5
SHORTEST_BEGINNING = 3
COMPLETIONS = 8
"""Words that the last word may become; another one may become half as many."""

LONGEST_ENDING = 3
"""Letters of what another form of a word ends in."""
RELATED = 0.3
"""Another word with the same beginning: "smelly" and "smells"."""
BY_CHANCE = 0.2
"""The stem of a word that is here only as the stem of others: "racing" and "races"."""
PERHAPS = 0.4
"""The stem of a word and of others that mean something else: "sale" and "sal"."""
EXACT = 1.0
JOINED = 0.9
COMPLETED = 0.55
"""A beginning of a longer word, for the word that is being typed."""
COMPLETED_BEFORE = 0.3
"""A beginning, where more words came after it."""


class Asked(NamedTuple):
    """One word of the question: stems that stand for it, each with its weight."""

    stems: tuple[tuple[str, float], ...]
    beginnings: tuple[str, ...]
    """The word as typed, where it counts as a beginning."""
    subject: bool = False
    """Whether it names a topic: then it says which topic, and less of which section."""
    asking: bool = False
    """Whether it is "why" or "who", which only titles and keywords answer."""
    apart: frozenset[str] = frozenset()
    """Words with the same stem that mean something else."""
    begun: bool = False
    """Whether it is only begun: texts have too many words with the same one or two letters."""


class Query(NamedTuple):
    """A question in the form in which the index answers it."""

    words: tuple[Asked, ...] = ()
    phrases: tuple[tuple[str, int], ...] = ()
    """Neighbouring words in one, to compare with whole titles and keywords; and their number."""
    corrected: str = ""
    languages: tuple[str, ...] = ()
    """The languages of the texts that the reader is shown."""
    whole: frozenset[str] = frozenset()
    """All of it as one phrase, in each of the languages."""
    alarm: bool = False
    """Whether it has a word of somebody who may need help at once."""


class _Token(NamedTuple):
    """One typed word, and where it stands."""

    text: str
    start: int
    end: int


class _Piece(NamedTuple):
    """One word that is searched for, and how it was typed."""

    word: str
    typed: str
    last: bool


def understand(text: str, language: str, vocabulary: Vocabulary) -> Query:
    """Read what was typed by a reader of ``language``; any text is safe."""
    shown = text[: MAX_TEXT * 40].strip()[:MAX_TEXT]
    tokens = [_Token(*span) for span in spans_of(shown)][:MAX_TOKENS]
    languages = vocabulary.languages_for(language)
    if not tokens or not languages:
        return Query()
    reader = _Reader(language, languages, vocabulary)
    # A word that is followed by a space is finished, and so no longer a beginning.
    typing = text[-1:] == shown[-1:] and tokens[-1].end == len(shown)
    meant = [reader.meant(token.text) for token in tokens]
    pieces = [
        _Piece(word, token.text, typing and token is tokens[-1])
        for token, words in zip(tokens, meant, strict=True)
        for word in (words or token.text).split()
    ]
    return Query(
        reader.asked(pieces),
        reader.phrases([piece.word for piece in pieces]),
        reader.replaced(shown, tokens, meant),
        languages,
        frozenset("_".join(stem(one.word, tag) for one in pieces) for tag in languages),
        not alarm_words(language).isdisjoint(piece.word for piece in pieces),
    )


class _Reader:
    """Takes words as readers of one language mean them."""

    def __init__(self, language: str, languages: Sequence[str], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._words = [vocabulary.of(tag) for tag in languages]
        self._languages = languages
        self._stop = stop_words(language) or stop_words(languages[0])
        self._asking = asking_words(language)
        self._everyday = everyday_words(language) | everyday_words(languages[0])

    def meant(self, word: str) -> str:
        """What was meant by a misspelt word, or empty.

        A word of which texts have another form is right: "bleeds" is never "builds".
        """
        if word in self._everyday or any(own.spelt_right(word) for own in self._words):
            return ""
        known = [own.language for own in self._words if word in own]
        if known:
            meant = [self._vocabulary.correct(word, tag) for tag in known]
            return meant[0] if all(meant) else ""
        if any(own.begins(word) for own in self._words):
            return ""
        meant = [self._vocabulary.correct(word, tag) for tag in self._languages]
        return next(filter(None, meant), "")

    def asked(self, pieces: Sequence[_Piece]) -> tuple[Asked, ...]:
        """The words that say what is looked for; where all are stop words, they do."""
        telling = [n for n, piece in enumerate(pieces) if piece.word not in self._stop]
        asking = [n for n, piece in enumerate(pieces) if piece.word in self._asking]
        found: dict[str, Asked] = {}
        for number in telling or asking or range(len(pieces)):
            piece = pieces[number]
            if piece.word not in found and len(found) < MAX_WORDS:
                found[piece.word] = self._asked(pieces, number)
        if all(word.subject for word in found.values()):
            found = {text: word._replace(subject=False) for text, word in found.items()}
        if telling:
            for number in asking:
                word = pieces[number].word
                stems = tuple((stem(word, tag), 1.0) for tag in self._languages[:1])
                found[word] = Asked(stems, (), asking=True)
        return tuple(found.values())

    def _asked(self, pieces: Sequence[_Piece], number: int) -> Asked:
        piece = pieces[number]
        stems: dict[str, float] = {}
        apart = words_apart(piece.word, self._languages[0])
        if apart:
            here = set(self._words[0].forms(piece.word)) - apart
            self._take(stems, piece.word, PERHAPS if here else BY_CHANCE, self._languages[0])
        for word in dict.fromkeys((piece.word, piece.typed)):
            self._take(stems, word, EXACT)
        for joined in self._joined(pieces, number):
            self._take(stems, joined, JOINED)
        # A word that texts have is whole where more words came after it.
        known = any(piece.word in own for own in self._words)
        may_go_on = piece.last or (len(piece.word) >= SHORTEST_BEGINNING and not known)
        if may_go_on:
            most, weight = (
                (COMPLETIONS, COMPLETED) if piece.last else (COMPLETIONS // 2, COMPLETED_BEFORE)
            )
            for own in self._words:
                for word in self._telling(own.complete(piece.word, 2 * most))[:most]:
                    self._take(stems, word, weight, own.language)
        for own in self._words:
            root = stem(piece.word, own.language).rstrip("iy")
            if len(root) > SHORTEST_BEGINNING:
                for word in own.complete(root, COMPLETIONS // 2):
                    if len(word) <= len(root) + LONGEST_ENDING:
                        self._take(stems, word, RELATED, own.language)
        begun = len(piece.word) < SHORTEST_BEGINNING
        subject = any(own.names_topic(piece.word) for own in self._words)
        beginnings = (piece.word,) if may_go_on else ()
        return Asked(tuple(stems.items()), beginnings, subject, apart=apart, begun=begun)

    def _telling(self, words: Sequence[str]) -> list[str]:
        """Words without those that all texts have: "th" begins "thinner", and not "the"."""
        return [word for word in words if word not in self._stop]

    def _take(self, stems: dict[str, float], word: str, weight: float, language: str = "") -> None:
        for tag in (language,) if language else self._languages:
            stems.setdefault(stem(word, tag), weight)

    def _joined(self, pieces: Sequence[_Piece], number: int) -> Iterator[str]:
        """The word together with the one before or behind it, where that is a word: bed sore."""
        for first, second in ((number - 1, number), (number, number + 1)):
            if first >= 0 and second < len(pieces):
                joined = pieces[first].word + pieces[second].word
                if any(joined in own for own in self._words):
                    yield joined

    def replaced(self, text: str, tokens: Sequence[_Token], meant: Sequence[str]) -> str:
        """The whole text as it was meant; empty where nothing was corrected."""
        if not any(meant):
            return ""
        parts, at = [], 0
        for token, words in zip(tokens, meant, strict=True):
            if words and not self._is_form(token.text, words):
                parts += [
                    text[at : token.start],
                    self._vocabulary.written(words, self._languages[0]),
                ]
                at = token.end
        return "".join((*parts, text[at:])) if at else ""

    def _is_form(self, typed: str, words: str) -> bool:
        """Whether another form of a word is meant: "sleepy" is no mistake for "sleep"."""
        roots = (stem(word, self._languages[0]).rstrip("iy") for word in (typed, words))
        return len(set(roots)) == 1

    def phrases(self, words: Sequence[str]) -> tuple[tuple[str, int], ...]:
        """Neighbouring words in one, up to five of them."""
        words = words[:MAX_PHRASED]
        all_stop = all(word in self._stop for word in words)
        found: dict[str, int] = {}
        for tag in self._languages:
            stems = [stem(word, tag) for word in words]
            for start, word in enumerate(words):
                for end in range(start + 1, min(start + LONGEST_PHRASE, len(words)) + 1):
                    if end > start + 1 or all_stop or word not in self._stop:
                        found.setdefault("_".join(stems[start:end]), end - start)
        return tuple(found.items())
