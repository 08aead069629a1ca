"""The words of the glossary that a handout uses: marked once, and explained at its end."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from itertools import groupby

from viewer.core.analysis import fold
from viewer.core.blocks import (
    Block,
    Break,
    DefinitionItem,
    Definitions,
    Inline,
    Paragraph,
    Run,
    Term,
    Text,
)
from viewer.core.language import lookup
from viewer.core.model import GlossaryTerm, Topic
from viewer.core.pages.values import Fill
from viewer.core.transform import map_blocks, with_runs
from viewer.core.words import Words
from viewer.handout.model import Part

Used = Mapping[str, tuple[str, str]]
"""By a term's id: the language of the text that uses it first, and the word that stands there."""


def marked_once(parts: Iterable[Part]) -> tuple[tuple[Part, ...], Used]:
    """The parts with each term marked where it first stands on the handout; and those terms."""
    used: dict[str, tuple[str, str]] = {}

    def change(block: Block) -> Block:
        def once(inline: Inline) -> Run:
            if not isinstance(inline, Term):
                return (inline,)
            if inline.id in used:
                return (Text(inline.text),)
            used[inline.id] = (block.language, inline.text)
            return (inline,)

        return with_runs(block, once)

    changed = (dataclasses.replace(p, blocks=map_blocks(p.blocks, change)) for p in parts)
    return tuple(changed), used


def explained(
    topic: Topic, used: Used, order: Iterable[str], words: Words, fill: Fill
) -> tuple[Block, ...]:
    """The meanings of the terms in ``order``, each in the language of the text that uses it."""
    found: list[tuple[str, DefinitionItem]] = []
    known: dict[str, dict[str, GlossaryTerm]] = {}
    for term_id in order:
        language, written = used.get(term_id, (words.reader, ""))
        if language not in known:
            known[language] = {term.id: term for term in topic.terms_for(language)}
        term = known[language].get(term_id)
        if term is not None:
            found.append((term.language, _item(term, written, words, fill)))
    return tuple(
        Definitions(language=language, items=tuple(item for _, item in group))
        for language, group in groupby(found, key=lambda pair: pair[0])
    )


def in_alphabet(topic: Topic, ids: Iterable[str], language: str, used: Used) -> tuple[str, ...]:
    """Terms in the order in which readers of ``language`` look them up.

    ``used`` are those of the text in that language.
    """
    terms = {
        term.id: _called(term, used.get(term.id, ("", ""))[1]) for term in topic.terms_for(language)
    }
    own = {t.id for t in topic.terms_for(language) if t.language in lookup(language)}

    def place(term_id: str) -> tuple[bool, str, str]:
        return term_id not in own, fold(terms.get(term_id, term_id)), term_id

    return tuple(sorted(ids, key=place))


def _called(term: GlossaryTerm, written: str) -> str:
    """The name to look a term up by: the one that stands in the text, in its shortest form.

    A reader who met "dead skin" in the text does not look under "necrosis".
    """
    if not written or fold(term.term) in fold(written) or _is_form(written, term.term):
        return term.term
    return min((n for n in term.also if _is_form(written, n)), key=len, default=term.term)


def _is_form(written: str, name: str) -> bool:
    """Whether the words written are those of the name, perhaps as more than one of a kind."""
    words, of_name = fold(written).split(), fold(name).split()
    return len(words) >= len(of_name) and all(map(str.startswith, words, of_name))


def _item(term: GlossaryTerm, written: str, words: Words, fill: Fill) -> DefinitionItem:
    """A term and its meaning; where the text calls it otherwise, its two names."""
    tag = term.language
    name = _called(term, written)
    other = term.term if name != term.term else written
    said: Run = (Text(fill(term.means, tag)),)
    if other and not (name == term.term and _is_form(other, name)):
        said = (*said, Break(), Text(words("glossary.also", names=fill(other, tag))))
    return ((Text(fill(name, tag)),),), ((Paragraph(language=tag, children=said),),)
