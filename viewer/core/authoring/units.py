"""A text as the units that a reviewer compares: headings, paragraphs, items, boxes, rows.

Each is one run of words as its author wrote them, with values, blanks, links and pictures spelled
out as in the file, and it knows what it counts as: a thing to do, a thing not to do, safety text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from viewer.core.blocks import (
    Abbreviation,
    Blank,
    Block,
    Callout,
    Definitions,
    Heading,
    Image,
    Inline,
    Linked,
    ListBlock,
    Paragraph,
    Preformatted,
    Run,
    Style,
    Styled,
    Table,
    Text,
)
from viewer.core.transform import map_run
from viewer.core.tree import inner_blocks, plain_text


class UnitKind(StrEnum):
    """What a unit is in its text."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    BOX = "box"
    """The kind and title of a boxed remark; what stands in it are units of their own."""
    TERM = "term"
    ROW = "row"
    LINES = "lines"
    """Lines as they stand in the file."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One run of words. Two are the same if they say the same and count as the same."""

    kind: UnitKind
    text: str
    marks: tuple[str, ...] = ()
    """The markers of the headings that it stands under, or is: do, dont, teach-back."""
    safety: str = ""
    """The id of the safety text that it belongs to, else empty."""
    under: str = field(default="", compare=False)
    """The words of the heading that it stands under."""


@dataclass(frozen=True, slots=True)
class _Open:
    """A heading that what follows stands under."""

    level: int
    text: str
    marks: tuple[str, ...]
    safety: str


def units_of(blocks: Iterable[Block]) -> list[Unit]:
    """The units of a text, in reading order."""
    found: list[Unit] = []
    open_headings: list[_Open] = []
    for block in blocks:
        if isinstance(block, Heading):
            while open_headings and open_headings[-1].level >= block.level:
                open_headings.pop()
            marks = tuple(sorted(block.markers - {"plain", "safety"}))
            safety = block.id if "safety" in block.markers else ""
            open_headings.append(_Open(block.level, _said(block.children), marks, safety))
        found += _units(block, open_headings, UnitKind.PARAGRAPH)
    return found


def lines_of(text: str) -> list[Unit]:
    """The lines of a text that cannot be read as Markdown, so that no change in it is missed."""
    return [Unit(UnitKind.LINES, line.strip()) for line in text.split("\n") if line.strip()]


def _units(block: Block, above: list[_Open], kind: UnitKind) -> Iterator[Unit]:
    for what, text in _texts(block, kind):
        if text.strip():
            marks = tuple(sorted({mark for heading in above for mark in heading.marks}))
            safety = next((h.safety for h in reversed(above) if h.safety), "")
            last = above[-2:-1] if what is UnitKind.HEADING else above[-1:]
            under = last[0].text if last else ""
            yield Unit(what, " ".join(text.split()), marks, safety, under)
    inside = UnitKind.ITEM if isinstance(block, ListBlock) else kind
    for inner in inner_blocks(block):
        yield from _units(inner, above, inside)


def _texts(block: Block, kind: UnitKind) -> Iterator[tuple[UnitKind, str]]:
    """The texts that stand directly in a block."""
    match block:
        case Heading():
            yield UnitKind.HEADING, _said(block.children)
        case Paragraph():
            yield kind, _said(block.children)
        case Callout():
            title = _said(block.title)
            yield UnitKind.BOX, f"{block.kind}: {title}" if title else str(block.kind)
        case Definitions():
            for terms, _ in block.items:
                yield UnitKind.TERM, "; ".join(_said(term) for term in terms)
        case Table():
            for row in (block.header, *block.rows):
                yield UnitKind.ROW, " | ".join(_said(cell) for cell in row)
        case Preformatted():
            yield UnitKind.LINES, block.text
        case _:
            return


def _said(run: Run) -> str:
    return plain_text(map_run(run, lambda inline: (_spelled(inline),)))


def _spelled(inline: Inline) -> Inline:
    """What is more than its words, as its author wrote it."""
    match inline:
        case Blank(label):
            return Text(f"{{{{blank:{label}}}}}" if label else "{{blank}}")
        case Image(source, alternative):
            return Text(f"![{alternative}]({source})")
        case Linked(link, children):
            target = link.href or link.target
            return Text(f"[{plain_text(children)}]({target})")
        case Abbreviation(text, meaning):
            return Text(f"{text} ({meaning})")
        case Styled(Style.SUPERSCRIPT, children):
            return Text(f"^{plain_text(children)}")
        case Styled(Style.SUBSCRIPT, children):
            return Text(f"_{plain_text(children)}")
        case _:
            return inline
