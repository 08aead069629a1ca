"""The glossary's page, and the meaning of one term."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from viewer.core.analysis import fold
from viewer.core.blocks import (
    Anchor,
    Block,
    Break,
    Callout,
    CalloutKind,
    DefinitionItem,
    Definitions,
    Heading,
    Linked,
    Paragraph,
    Run,
    Text,
)
from viewer.core.language import lookup
from viewer.core.links import Link, LinkKind
from viewer.core.model import GlossaryTerm, Topic
from viewer.core.pages.values import Fill
from viewer.core.words import Words

OTHER = "#"
"""Stands for whatever does not begin with a letter."""
_BETWEEN = "\N{NO-BREAK SPACE} "
"""Between two letters of the row at the top, which may break there."""


class Explanation(NamedTuple):
    """What a reader is told of a word."""

    term: str
    meaning: str
    language: str
    topic: str
    id: str


def terms_for(topic: Topic, language: str) -> tuple[GlossaryTerm, ...]:
    """The topic's terms for readers of a language, in the alphabet's order."""
    terms = topic.terms_for(language)
    return tuple(sorted(terms, key=lambda term: (fold(term.term), term.term)))


def explain(topic: Topic, term_id: str, language: str, fill: Fill) -> Explanation | None:
    """The meaning of a term for readers of ``language``; None where there is no such term."""
    term = next((t for t in terms_for(topic, language) if t.id == term_id), None)
    if term is None:
        return None
    tag = term.language
    return Explanation(fill(term.term, tag), fill(term.means, tag), tag, topic.id, term.id)


def glossary_blocks(topic: Topic, language: str, words: Words, fill: Fill) -> tuple[Block, ...]:
    """A row of letters, and under each letter its terms; last those of another language."""
    terms = terms_for(topic, language)
    own = [term for term in terms if term.language in lookup(language)]
    foreign = [term for term in terms if term.language not in lookup(language)]
    if not own:
        notice = _notice(words, "page.untranslated") if foreign else ()
        return (*notice, *_alphabet(foreign, topic.language, words, fill))
    blocks = _alphabet(own, own[0].language, words, fill)
    if not foreign:
        return blocks
    rest = Definitions(language=topic.language, items=_items(foreign, words, fill))
    return (*blocks, *_notice(words, "glossary.untranslated"), rest)


def _alphabet(
    terms: Iterable[GlossaryTerm], language: str, words: Words, fill: Fill
) -> tuple[Block, ...]:
    parts = [(letter, list(group)) for letter, group in groupby(terms, key=letter_of)]
    row: list[Text | Linked] = []
    blocks: list[Block] = []
    for letter, group in parts:
        # A term's id has no colon: it cannot be taken for a letter.
        link = Link(LinkKind.ANCHOR, f"letter:{letter if letter != OTHER else '-'}")
        row += [Linked(link, (Text(letter),)), Text(_BETWEEN)]
        title = (Text(letter),)
        blocks.append(Heading(language=language, level=2, id=link.target, children=title))
        blocks.append(Definitions(language=language, items=_items(group, words, fill)))
    return (Paragraph(language=language, children=tuple(row[:-1])), *blocks)


def letter_of(term: GlossaryTerm) -> str:
    """The letter under which a term stands."""
    first = fold(term.term.lstrip())[:1]
    return first.upper() if unicodedata.category(first or " ").startswith("L") else OTHER


def _items(terms: Iterable[GlossaryTerm], words: Words, fill: Fill) -> tuple[DefinitionItem, ...]:
    return tuple(_item(term, words, fill) for term in terms)


def _item(term: GlossaryTerm, words: Words, fill: Fill) -> DefinitionItem:
    tag = term.language
    name: Run = (Anchor(term.id), Text(fill(term.term, tag)))
    said: Run = (Text(fill(term.means, tag)),)
    if term.also:
        also = words("glossary.also", names=fill(", ".join(term.also), tag))
        said = (*said, Break(), Text(also))
    return (name,), ((Paragraph(language=tag, children=said),),)


def _notice(words: Words, key: str) -> tuple[Block, ...]:
    language = words.language_of(key)
    text = Paragraph(language=language, children=(Text(words(key)),))
    return (Callout(language=language, kind=CalloutKind.NOTE, title=(), blocks=(text,)),)
