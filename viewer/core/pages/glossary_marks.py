"""Glossary terms marked in a page's text, each where it first stands.

Only words of the text itself are marked: no heading, title, link or code, and
nothing that the clinic's settings put there. The words stay as they are.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Set
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from viewer.core.analysis import WORD, fold, word_at
from viewer.core.blocks import (
    Block,
    Card,
    HelpBox,
    Inline,
    Paragraph,
    Run,
    Style,
    Styled,
    Table,
    Term,
    Text,
)
from viewer.core.language import lookup
from viewer.core.model import GlossaryTerm, Topic
from viewer.core.transform import map_blocks


class Name(NamedTuple):
    """What a term is called in a text, folded."""

    name: str
    term: GlossaryTerm
    head: str
    """The term itself, folded; the same word in two topics is explained once on a page."""


Names = Mapping[str, Mapping[int, Mapping[str, Name]]]
"""The names of a glossary by their first word and their length, the longest first: however many
begin alike, each place in a text is looked at once for each length."""
MAX_NAME = 80
"""Characters of a name that is looked for; no text calls anything by a longer one."""
MANY = 20
"""So many words are found sooner by going through the text once than by looking for each."""


def mark_terms(blocks: tuple[Block, ...], topic: Topic) -> tuple[Block, ...]:
    """The blocks of one topic's text with the first occurrence of each term marked."""
    return _marked(blocks, topic, set()) if topic.glossary else blocks


def mark_cards(blocks: tuple[Block, ...], topics: Iterable[Topic]) -> tuple[Block, ...]:
    """The same for a page of cards, each with the terms of the topic that it leads to."""
    by_id = {topic.id: topic for topic in topics}
    explained: set[str] = set()
    found: list[Block] = []
    for block in blocks:
        topic = by_id.get(block.link.topic) if isinstance(block, Card | HelpBox) else None
        found.extend((block,) if topic is None else _marked((block,), topic, explained))
    return tuple(found)


def comparable(text: str) -> str:
    """Text as terms are looked for in it: folded, with a typewriter's apostrophe; as long."""
    return fold(text).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


@lru_cache(maxsize=8)
def _names(terms: tuple[GlossaryTerm, ...], language: str) -> Names:
    """The names of the terms in a language, or in the wider ones that it falls back to."""
    chosen: dict[str, GlossaryTerm] = {}
    for tag in lookup(language):
        for term in terms:
            if term.language == tag:
                chosen.setdefault(term.id, term)
    named: dict[str, GlossaryTerm] = {}
    for term in chosen.values():
        for name in (term.term, *term.also):
            named.setdefault(comparable(name).strip(), term)
    by_word: dict[str, dict[int, dict[str, Name]]] = {}
    for name in sorted(named, key=len, reverse=True):
        first = WORD.match(name) if len(name) <= MAX_NAME else None
        if first:
            alike = by_word.setdefault(first[0], {}).setdefault(len(name), {})
            alike[name] = Name(name, named[name], comparable(named[name].term))
    return by_word


def _marked(blocks: tuple[Block, ...], topic: Topic, explained: set[str]) -> tuple[Block, ...]:
    """``explained`` are the terms that stand earlier on the page; those found are added."""
    markers: dict[str, _Marker] = {}

    def change(block: Block) -> Block:
        if not isinstance(block, Paragraph | Table):
            return block
        if block.language not in markers:
            names = _names(topic.glossary, block.language)
            markers[block.language] = _Marker(names, topic.id, explained)
        marker = markers[block.language]
        if isinstance(block, Paragraph):
            children = marker.run(block.children)
            same = children is block.children
            return block if same else dataclasses.replace(block, children=children)
        rows = tuple(tuple(map(marker.run, row)) for row in block.rows)
        return dataclasses.replace(block, rows=rows)

    return map_blocks(blocks, change)


class _Marker:
    """Marks the runs of one language."""

    def __init__(self, names: Names, topic: str, explained: set[str]) -> None:
        self._names = names
        self._topic = topic
        self._explained = explained
        self._open: dict[str, int] = {}
        """First words of names that may still have to be explained, and how many those are."""
        self._words: dict[str, list[str]] = {}
        """The first words of each term's names, while it has not been explained here."""
        for word, lengths in names.items():
            for name in chain.from_iterable(alike.values() for alike in lengths.values()):
                if name.head not in explained:
                    self._open[word] = self._open.get(word, 0) + 1
                    self._words.setdefault(name.head, []).append(word)

    def run(self, run: Run) -> Run:
        """The run with its first terms marked; the very same run where it has none."""
        found: list[Inline] = []
        changed = False
        for inline in run:
            parts = self._inline(inline)
            changed = changed or parts[0] is not inline
            found.extend(parts)
        return tuple(found) if changed else run

    def _inline(self, inline: Inline) -> Run:
        if isinstance(inline, Text):
            return self._text(inline)
        if isinstance(inline, Styled) and inline.style is not Style.CODE:
            children = self.run(inline.children)
            same = children is inline.children
            return (inline if same else dataclasses.replace(inline, children=children),)
        return (inline,)

    def _text(self, whole: Text) -> Run:
        folded = comparable(whole.text)
        words = WORD.findall(folded)
        if self._open.keys().isdisjoint(words):
            return (whole,)
        found: list[Inline] = []
        done = at = 0
        for start, word in _places(folded, self._names.keys() & words):
            name = self._named(folded, word, start) if start >= at else None
            if name is None:
                continue
            at = start + len(name.name)
            # A term within a longer one is no word of its own, though the longer is explained.
            if name.head not in self._explained:
                self._explained.add(name.head)
                if done < start:
                    found.append(Text(whole.text[done:start]))
                term = name.term
                found.append(Term(whole.text[start:at], self._topic, term.id, term.means))
                done = at
            self._close(name.head)
        if not found:
            return (whole,)
        return (*found, Text(whole.text[done:])) if done < len(folded) else tuple(found)

    def _named(self, folded: str, word: str, start: int) -> Name | None:
        """The longest name that begins here and ends with a word."""
        for length, alike in self._names[word].items():
            name = alike.get(folded[start : start + length])
            if name is not None and not _inside_word(folded, start + length):
                return name
        return None

    def _close(self, head: str) -> None:
        """A term has been explained: words that begin nothing else need not be looked for."""
        for word in self._words.pop(head, ()):
            self._open[word] -= 1
            if not self._open[word]:
                del self._open[word]


def _places(folded: str, words: Set[str]) -> list[tuple[int, str]]:
    """Where each of these words stands, in the order of the text."""
    if len(words) > MANY or not folded.isascii():
        every = WORD.finditer(folded)
        return [(match.start(), match[0]) for match in every if match[0] in words]
    found: list[tuple[int, str]] = []
    for word in words:
        at = folded.find(word)
        while at >= 0:
            if (match := word_at(folded, at)) and match[0] == word:
                found.append((at, word))
            at = folded.find(word, at + len(word))
    return sorted(found)


def _inside_word(folded: str, at: int) -> bool:
    return folded[at : at + 1].isalnum() and word_at(folded, at) is None
