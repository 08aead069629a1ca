"""A tree of blocks as a text that people can read and compare, one line for each block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from viewer.core.blocks import (
    Abbreviation,
    Anchor,
    Blank,
    Block,
    Break,
    Callout,
    Definitions,
    Heading,
    Image,
    Inline,
    Linked,
    ListBlock,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Run,
    Styled,
    Table,
    Term,
    Text,
    Value,
)
from viewer.core.markdown.reader import ParsedText


def dump_text(parsed: ParsedText) -> str:
    """The whole of a parsed text: its blocks, and under them its findings."""
    lines = list(dump_blocks(parsed.blocks or ()))
    if parsed.blocks is None:
        lines.append("(refused)")
    for problem in parsed.problems:
        details = ", ".join(f"{name}={value}" for name, value in problem.details)
        lines.append(f"! {problem.line}: {problem.rule} {details}".rstrip())
    return "\n".join(lines) + "\n"


def dump_blocks(blocks: Iterable[Block], depth: int = 0) -> Iterator[str]:
    """Each block: the line it began on, its kind, and what it holds, indented by its depth."""
    for block in blocks:
        yield _line(block.line, depth, _head(block))
        yield from _inside(block, depth + 1)


def dump_run(run: Run) -> str:
    """Words in quotes, everything else by its name."""
    return " ".join(map(_inline, run))


def _line(number: int, depth: int, text: str) -> str:
    return f"{number or '':>3}  {'    ' * depth}{text}".rstrip()


def _head(block: Block) -> str:
    match block:
        case Heading():
            marks = "".join(f" .{marker}" for marker in sorted(block.markers))
            own = "#" if block.own_id else "made-id="
            return f"heading {block.level} {own}{block.id}{marks} | {dump_run(block.children)}"
        case Paragraph():
            return f"paragraph | {dump_run(block.children)}"
        case ListBlock():
            return f"numbered from {block.start}" if block.ordered else "bullets"
        case Callout():
            return f"{block.kind} | {dump_run(block.title)}"
        case Table():
            cells = zip(block.alignment, block.header, strict=True)
            return "table | " + " | ".join(f"{align}: {dump_run(cell)}" for align, cell in cells)
        case Preformatted():
            return f"preformatted | {block.text!r}"
        case Definitions():
            return "definitions"
        case Quote():
            return "quote"
        case Rule():
            return "rule"
        case _:
            raise AssertionError(f"{block} is not made from Markdown")


def _inside(block: Block, depth: int) -> Iterator[str]:
    match block:
        case ListBlock():
            for item in block.items:
                yield _line(item[0].line, depth, "item")
                yield from dump_blocks(item, depth + 1)
        case Definitions():
            for terms, meanings in block.items:
                for term in terms:
                    yield _line(0, depth, f"term | {dump_run(term)}")
                for meaning in meanings:
                    yield _line(meaning[0].line, depth, "meaning")
                    yield from dump_blocks(meaning, depth + 1)
        case Table():
            for row in block.rows:
                yield _line(0, depth, "row | " + " | ".join(map(dump_run, row)))
        case Callout() | Quote():
            yield from dump_blocks(block.blocks, depth)


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text):
            return f'"{text}"'
        case Styled(style, children):
            return f"{style}({dump_run(children)})"
        case Linked(link, children, line):
            href = link.href or f"refused {link.target!r}"
            return f"link@{line}[{link.kind} {href}]({dump_run(children)})"
        case Abbreviation(text, meaning):
            return f'abbreviation("{text}" = "{meaning}")'
        case Term(text, topic, name):
            return f'term[{topic}/{name}]("{text}")'
        case Anchor(name):
            return f"anchor({name})"
        case Break():
            return "break"
        case Image(source, alternative, line):
            return f'image@{line}[{source}]("{alternative}")'
        case Value(name):
            return f"value({name})"
        case Blank(label):
            return f"blank({label})"
