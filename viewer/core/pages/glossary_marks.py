"""Glossary terms marked in a page's text, each where it first stands.

Only words of the text itself are marked: no heading, title, link or code, and
nothing that the clinic's settings put there. The words stay as they are.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from functools import lru_cache
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


Names = Mapping[str, tuple[Name, ...]]
"""The names of a glossary by their first word, the longest name first."""


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
    by_word: dict[str, list[Name]] = {}
    for name in sorted(named, key=len, reverse=True):
        if first := WORD.match(name):
            term = named[name]
            by_word.setdefault(first[0], []).append(Name(name, term, comparable(term.term)))
    return {word: tuple(names) for word, names in by_word.items()}


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
        self._open = set(names)
        """First words of names that may still have to be explained."""

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
        if self._open.isdisjoint(words):
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
            if all(other.head in self._explained for other in self._names[word]):
                self._open.discard(word)
        if not found:
            return (whole,)
        return (*found, Text(whole.text[done:])) if done < len(folded) else tuple(found)

    def _named(self, folded: str, word: str, start: int) -> Name | None:
        """The longest name that begins here and ends with a word."""
        for name in self._names[word]:
            end = start + len(name.name)
            if folded.startswith(name.name, start) and not _inside_word(folded, end):
                return name
        return None


def _places(folded: str, words: Iterable[str]) -> list[tuple[int, str]]:
    """Where each of these words stands, in the order of the text."""
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
