"""What must be read from a PDF, as a composed handout says it, and whether it is there in order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tests.handout.pdf_content import Marked
from tests.handout.pdf_reader import HEADINGS, INLINE, Element, PdfReader
from viewer.core.blocks import (
    Abbreviation,
    Blank,
    Block,
    Break,
    Callout,
    Definitions,
    Heading,
    Image,
    Inline,
    ListBlock,
    Paragraph,
    Preformatted,
    Quote,
    Run,
    Table,
)
from viewer.core.language import lookup
from viewer.core.transform import map_run
from viewer.core.tree import plain_text
from viewer.handout.model import Handout, PartKind

WORDS = frozenset({"P", "LBody", "Lbl", "TD", "TH", "Caption", "BlockQuote", "Code", "Note", "Div"})
"""Where running text may stand."""
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\x00-\x1f]")


class Wanted(NamedTuple):
    """Some words that a reader must meet."""

    tags: frozenset[str]
    language: str
    words: tuple[str, ...]
    """Each in one piece, with lines to write on or addresses between them."""


def wanted_of(handout: Handout, headers: frozenset[str]) -> list[Wanted]:
    """All words of a handout, in order; ``headers`` are those of the tables that are drawn."""
    found = [_wanted({"H1"}, handout.title_language, handout.title)]
    for part in handout.parts:
        title = plain_text(part.title)
        if title:
            tags = {"H2", "P"} if part.kind is PartKind.MOST_IMPORTANT else {"H2"}
            found.append(_wanted(tags, part.language, title))
        for block in part.blocks:
            found.extend(_of_block(block, headers))
    return [wanted for wanted in found if wanted.words]


def _wanted(tags: Iterable[str], language: str, text: str) -> Wanted:
    pieces = (normal(piece) for piece in text.split("____"))
    return Wanted(frozenset(tags), language, tuple(piece for piece in pieces if piece))


def _run(tags: Iterable[str], language: str, run: Run) -> Wanted:
    return _wanted(tags, language, plain_text(map_run(run, _apart)))


def _apart(inline: Inline) -> Run:
    """Pictures say their words elsewhere, short forms what they mean; a line's end has no space."""
    if isinstance(inline, Abbreviation):
        return (inline, Blank(""))
    return (Blank(""),) if isinstance(inline, Break | Image) else (inline,)


def _of_block(block: Block, headers: frozenset[str]) -> Iterator[Wanted]:
    language = block.language
    match block:
        case Heading():
            yield _run({f"H{block.level}"}, language, block.children)
        case Paragraph():
            yield _run(WORDS, language, block.children)
        case Preformatted():
            yield _wanted(WORDS, language, block.text.replace("\n", "____"))
        case ListBlock():
            for item in block.items:
                for n, inner in enumerate(item):
                    found = list(_of_block(inner, headers))
                    if n == 0 and isinstance(inner, Paragraph):
                        found = [found[0]._replace(tags=frozenset({"LBody"}))]
                    yield from found
        case Definitions():
            for terms, meanings in block.items:
                for term in terms:
                    yield _run({"Lbl", "LBody", "P"}, language, term)
                for meaning in meanings:
                    for inner in meaning:
                        yield from _of_block(inner, headers)
        case Table() if not _is_drawn(block, headers):
            yield from _stacked(block)
        case Table():
            yield from (_run({"TH"}, language, cell) for cell in block.header)
            yield from (_run({"TD"}, language, cell) for row in block.rows for cell in row)
        case Callout() | Quote():
            if isinstance(block, Callout):
                yield _run(WORDS | HEADINGS, language, block.title)
            for inner in block.blocks:
                yield from _of_block(inner, headers)


def _is_drawn(table: Table, headers: frozenset[str]) -> bool:
    said = [normal(plain_text(header)) for header in table.header]
    return all(header in headers for header in said)


def _stacked(table: Table) -> Iterator[Wanted]:
    """A table that is too wide for its page: each cell after its header."""
    for row in table.rows:
        for cell, header in zip(row, table.header, strict=True):
            said = (*header, Blank(""), *cell)
            yield _run({"LBody", "P"}, table.language, said)


def missing(handout: Handout, reader: PdfReader) -> list[str]:
    """What is not in the tree, or not in its place, tag or language."""
    elements = [
        (e, normal(e.text), languages(e)) for e in reader.tree.walk() if e.tag not in INLINE
    ]
    headers = frozenset(normal(cell.text) for cell in reader.tree.all("TH"))
    at, faults = 0, []
    for wanted in wanted_of(handout, headers):
        place = _place(wanted, elements, at)
        if place is None:
            anywhere = _place(wanted, elements, 0)
            why = "not in order" if anywhere is not None else _nearly(wanted, elements)
            faults.append(f"{sorted(wanted.tags)} {wanted.language} {wanted.words}: {why}")
        else:
            at = place
    return faults


Read = list[tuple[Element, str, set[str]]]


def _place(wanted: Wanted, elements: Read, start: int) -> int | None:
    for index in range(start, len(elements)):
        element, text, spoken = elements[index]
        if element.tag in wanted.tags and _says(text, wanted) and _is_in(spoken, wanted):
            return index
    return None


def _is_in(spoken: set[str], wanted: Wanted) -> bool:
    return wanted.language in spoken or any(tag in spoken for tag in lookup(wanted.language))


def _nearly(wanted: Wanted, elements: Read) -> str:
    """What comes closest, for whoever has to mend it."""
    for element, text, spoken in reversed(elements):
        if _says(text, wanted):
            return f"only in {element.tag}, {sorted(spoken)}"
    return "nowhere"


def _says(text: str, wanted: Wanted) -> bool:
    at = 0
    for piece in wanted.words:
        found = text.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return True


def normal(text: str) -> str:
    """Words as they are compared: single spaces, nothing that is not seen."""
    composed = unicodedata.normalize("NFC", UNSEEN.sub("", text.replace("\n", " ")))
    return " ".join(composed.split())


def languages(element: Element) -> set[str]:
    """The languages in which its words are read aloud."""
    found = set()
    for piece in element.pieces:
        if isinstance(piece, Marked):
            if piece.said.strip():
                found.add(piece.language or element.language)
        else:
            found |= languages(piece)
    return found
