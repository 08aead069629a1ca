"""A page of plain text taken apart: what repeats, what does not belong, headings and their text.

All of it is told from the text's own shape. A page that was scraped often has its text several
times; then the copies tell more than any guess: what they share is the text, short lines that only
one of them has are headings, and what stands beside or between them does not belong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from viewer.core.importing.escaping import one_line

LONGEST_HEADING = 80
"""Characters of a heading or of an item; a line above that is prose."""
_MOST_WORDS = 12
LEAST_COPY_LINES, LEAST_COPY = 3, 120
"""Lines and characters in order that must stand twice before they count as a copy."""
_GAP = 6
"""Lines between two that belong to the same copy."""
_MOST_OF_IT = 0.5
"""The share of a text that its copies must have; headings are missing in them, prose is not."""
_ENDS = ".!?;,…"
_NOT_A_HEADING = re.compile(r"\s*(?:[-*•·‣]\s|[0-9]+[.)]\s)")
_DAY = re.compile(
    r"(?:[A-Z][a-z]+\.? [0-9]{1,2}, [0-9]{4}|[0-9]{1,2}[ ./][A-Za-z0-9]+[ ./][0-9]{4}"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2})\Z"
)
_SELLS = re.compile(
    r"\b(?:subscri\w*|sign up|log ?in|newsletter|cookies?|advertis\w*|free trial|privacy policy"
    r"|all rights reserved|terms of use|download our|your cart)\b|©",
    re.IGNORECASE,
)
"""What pages say that sell something, and health texts do not."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words, and its number in the file, from 1."""

    text: str
    number: int

    @property
    def is_short(self) -> bool:
        """Whether it may be a heading or an item of a list."""
        text = self.text
        long = len(text) > LONGEST_HEADING or len(text.split()) > _MOST_WORDS
        return not long and text[-1] not in _ENDS


@dataclass(frozen=True, slots=True)
class Copy:
    """Lines, from the first to the last, that say again what stands above them."""

    first: int
    last: int
    lines: int


@dataclass(slots=True)
class Part:
    """A heading and the lines under it; the first part may have no heading."""

    heading: Line | None
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class PageText:
    """What a page holds."""

    parts: list[Part] = field(default_factory=list)
    copies: list[Copy] = field(default_factory=list)
    strays: list[Line] = field(default_factory=list)
    """Lines that do not seem to belong: none of them is in ``parts``."""
    doubtful: list[Line] = field(default_factory=list)
    """Lines taken for headings that may be items of a list, or nothing."""

    @property
    def empty(self) -> list[Line]:
        """The headings without text."""
        return [part.heading for part in self.parts if part.heading and not part.lines]


def read_page(text: str) -> PageText:
    """The parts of a page's text."""
    numbered = enumerate(text.split("\n"), 1)
    lines = [Line(words, number) for number, raw in numbered if (words := one_line(raw))]
    page = PageText()
    copied, body = _without_copies(lines, page)
    if page.copies:
        headings = _only_once(body, copied)
    else:
        body = _without_strays(body, page)
        headings = _by_shape(body, page)
    page.parts.append(Part(None))
    for line in body:
        if line.number in headings:
            page.parts.append(Part(line))
        else:
            page.parts[-1].lines.append(line)
    if not page.parts[0].lines:
        del page.parts[0]
    return page


def _without_copies(lines: Sequence[Line], page: PageText) -> tuple[frozenset[str], list[Line]]:
    """What stands in the copies, and the lines of the text itself, once."""
    chains = _chains(lines)
    if not chains:
        return frozenset(), list(lines)
    again = {at for chain in chains for at, _ in chain}
    firsts = {first for chain in chains for _, first in chain}
    begin, end = min(firsts), chains[0][0][0]
    if _length(lines[at] for at in firsts) < _MOST_OF_IT * _length(lines[begin:end]):
        return frozenset(), list(lines)  # a part that is said twice, as a text may
    if begin > 0 and lines[begin - 1].is_short:
        begin -= 1  # the heading of its first line
    copied = {lines[at].text for at in again}
    body = list(lines[begin:end])
    for chain in chains:
        page.copies.append(Copy(lines[chain[0][0]].number, lines[chain[-1][0]].number, len(chain)))
    page.strays = [
        line for at, line in enumerate(lines) if not begin <= at < end and at not in again
    ]
    return frozenset(copied), body


def _chains(lines: Sequence[Line]) -> list[list[tuple[int, int]]]:
    """Runs of lines that say again, in order, what stands above: each line's place and the first.

    A line between them that is new, or that another run has between its lines, does not end a run.
    """
    first: dict[str, int] = {}
    found: list[list[tuple[int, int]]] = []
    chain: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        before = first.setdefault(line.text, at)
        begun = found or ([chain] if chain else [])
        if before == at or (begun and begun[0][0][0] <= before):
            continue
        if chain and (before <= chain[-1][1] or at - chain[-1][0] > _GAP):
            found += [chain] if _is_copy(chain, lines) else []
            chain = []
        chain.append((at, before))
    return [*found, chain] if _is_copy(chain, lines) else found


def _length(lines: Iterable[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _is_copy(run: Sequence[tuple[int, int]], lines: Sequence[Line]) -> bool:
    return len(run) >= LEAST_COPY_LINES and _length(lines[at] for at, _ in run) >= LEAST_COPY


def _only_once(body: Sequence[Line], copied: frozenset[str]) -> set[int]:
    """Headings where there are copies: short lines that no copy has, for those drop headings."""
    return {line.number for line in body if line.is_short and line.text not in copied}


def _without_strays(lines: Sequence[Line], page: PageText) -> list[Line]:
    kept: list[Line] = []
    for line in lines:
        stray = _DAY.match(line.text) or _SELLS.search(line.text)
        (page.strays if stray else kept).append(line)
    return kept


def _by_shape(lines: Sequence[Line], page: PageText) -> set[int]:
    """Headings where there is one copy only: short lines before prose or before another heading.

    Short lines that follow one that ends with a colon are its items; others in a row are headings,
    and doubtful ones but for the last, which has the prose under it.
    """
    found: set[int] = set()
    at = 0
    while at < len(lines):
        run = at
        while run < len(lines) and _may_be_heading(lines[run]):
            run += 1
        introduced = at > 0 and lines[at - 1].text.endswith(":")
        short = lines[at:run]
        if introduced:
            short = short[-1:] if run < len(lines) and len(short) > 2 else []
            page.doubtful += short
        elif run == len(lines):
            page.doubtful += short
        else:
            page.doubtful += short[:-1]
        found.update(line.number for line in short)
        at = max(run, at + 1)
    return found


def _may_be_heading(line: Line) -> bool:
    text = line.text
    return line.is_short and not text.endswith(":") and not _NOT_A_HEADING.match(text)
