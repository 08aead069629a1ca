"""Reading a tree of blocks: what is in what, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from viewer.core.blocks import (
    Abbreviation,
    Blank,
    Block,
    Break,
    Callout,
    Card,
    Definitions,
    Heading,
    HelpBox,
    Image,
    Inline,
    Linked,
    ListBlock,
    Paragraph,
    Preformatted,
    Quote,
    Run,
    Styled,
    Table,
    Term,
    Text,
    Value,
)


def plain_text(children: Iterable[Inline]) -> str:
    """The words of a run, as a reader would say them; pictures by their alternative text."""
    parts: list[str] = []
    for child in children:
        match child:
            case Text(text) | Abbreviation(text) | Term(text):
                parts.append(text)
            case Styled(_, inner) | Linked(_, inner):
                parts.append(plain_text(inner))
            case Break():
                parts.append(" ")
            case Image(_, alternative):
                parts.append(alternative)
            case Value(name):
                parts.append(f"{{{{{name}}}}}")
            case Blank():
                parts.append("____")
    return "".join(parts)


def inner_blocks(block: Block) -> tuple[Block, ...]:
    """The blocks directly inside ``block``, in reading order."""
    match block:
        case ListBlock():
            return tuple(b for item in block.items for b in item)
        case Definitions():
            return tuple(b for _, meanings in block.items for m in meanings for b in m)
        case Callout() | Quote() | Card() | HelpBox():
            return block.blocks
        case _:
            return ()


def runs(block: Block) -> tuple[Run, ...]:
    """The runs of text that stand directly in ``block``, in reading order."""
    match block:
        case Heading() | Paragraph():
            return (block.children,)
        case Callout() | Card() | HelpBox():
            return (block.title,)
        case Table():
            return (*block.header, *(cell for row in block.rows for cell in row))
        case Definitions():
            return tuple(term for terms, _ in block.items for term in terms)
        case Preformatted():
            return ((Text(block.text),),)
        case _:
            return ()


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """Every block of a tree, each before the blocks inside it."""
    for block in blocks:
        yield block
        yield from walk(inner_blocks(block))


def walk_inlines(children: Iterable[Inline]) -> Iterator[Inline]:
    """Every inline of a run, each before those inside it."""
    for child in children:
        yield child
        if isinstance(child, Styled | Linked):
            yield from walk_inlines(child.children)


def part(blocks: tuple[Block, ...], at: int) -> tuple[Block, ...]:
    """The heading at index ``at`` and all that stands under it."""
    heading = blocks[at]
    assert isinstance(heading, Heading)
    for end in range(at + 1, len(blocks)):
        block = blocks[end]
        if isinstance(block, Heading) and block.level <= heading.level:
            return blocks[at:end]
    return blocks[at:]


def without_parts(blocks: tuple[Block, ...], markers: frozenset[str]) -> tuple[Block, ...]:
    """The blocks but those that stand under a heading with one of ``markers``."""
    found: list[Block] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if isinstance(block, Heading) and block.markers & markers:
            at += len(part(blocks, at))
        else:
            found.append(block)
            at += 1
    return tuple(found)


def parts_marked(blocks: tuple[Block, ...], marker: str) -> Iterator[tuple[Block, ...]]:
    """Each heading that carries ``marker``, with all that stands under it."""
    for at, block in enumerate(blocks):
        if isinstance(block, Heading) and marker in block.markers:
            yield part(blocks, at)


def says_something(part_of_text: tuple[Block, ...]) -> bool:
    """Whether there are words under the heading that a part begins with."""
    under = walk(part_of_text[1:])
    return any(plain_text(run).strip() for block in under for run in runs(block))
