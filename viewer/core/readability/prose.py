"""What is read in a tree of blocks, sentence by sentence.

A paragraph, an item, a heading and a cell each end a sentence, with a full stop or without: else
a list would be one long sentence. Abbreviations and the points of numbers end none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from viewer.core.blocks import (
    Blank,
    Block,
    Heading,
    Inline,
    ListBlock,
    Paragraph,
    Run,
    Text,
    Value,
)
from viewer.core.sentences import whole_sentences
from viewer.core.transform import map_run
from viewer.core.tree import inner_blocks, plain_text, runs

_WORD = re.compile(
    r"\d+(?:[.,:/]\d+)*%?"  # a number is one word, with its point
    r"|[^\W\d_]+(?:['’\-\u2010\u2011][^\W\d_]+)*"  # so is one with an apostrophe, or "follow-up"
)


class Kind(StrEnum):
    """What a sentence stands in."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    OTHER = "other"
    """A cell of a table, a title of a box, a term with its meaning."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, as it is read."""

    text: str
    words: tuple[str, ...]
    line: int
    """Of the file, where its block begins."""
    kind: Kind


def sentences_of(blocks: Iterable[Block], values: Mapping[str, str]) -> list[Sentence]:
    """The sentences of these blocks, in reading order; those without a word are left out.

    ``values`` are the words for the clinic's values, by name. A line to write on is no word.
    """
    found = []
    for run, line, kind in _runs(blocks):
        for text in whole_sentences(read_text(run, values)):
            words = words_of(text)
            if words:
                found.append(Sentence(text, words, line, kind))
    return found


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text: letters with what joins them, and numbers."""
    return tuple(_WORD.findall(text))


def read_text(run: Run, values: Mapping[str, str]) -> str:
    """The words of a run as readers meet them."""
    return plain_text(map_run(run, lambda inline: (_as_read(inline, values),)))


def _as_read(inline: Inline, values: Mapping[str, str]) -> Inline:
    if isinstance(inline, Value):
        return Text(values.get(inline.name, inline.name.replace("_", " ")))
    return Text("") if isinstance(inline, Blank) else inline


def _runs(blocks: Iterable[Block], kind: Kind | None = None) -> Iterator[tuple[Run, int, Kind]]:
    for block in blocks:
        for run in runs(block):
            yield run, block.line, _kind(block, kind)
        inside = Kind.ITEM if isinstance(block, ListBlock) else kind
        yield from _runs(inner_blocks(block), inside)


def _kind(block: Block, inside: Kind | None) -> Kind:
    if isinstance(block, Heading):
        return Kind.HEADING
    if isinstance(block, Paragraph):
        return inside or Kind.PARAGRAPH
    return Kind.OTHER
