"""The lines of a handout that are written on: named, listed for the nurse, and filled in.

A name is the section's id and the line's number in that section's text, so that one answer
stands at the same place in every language. Answers are never stored.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from itertools import count

from viewer.core.blocks import Blank, Block, Inline, Run, Style, Styled, Text
from viewer.core.files import CONTROLS
from viewer.core.locales import is_right_to_left, isolated
from viewer.core.transform import map_blocks, map_inlines, with_runs
from viewer.core.tree import plain_text, runs, walk, walk_inlines
from viewer.handout.model import BlankField, Part

MAX_VALUE = 200
"""Characters that a line takes: more is a text of its own, and belongs on its own paper."""

Blocks = tuple[Block, ...]


def with_keys(blocks: Blocks, name: str) -> Blocks:
    """The blocks of a section's text with each blank named after ``name``."""
    numbers = count(1)

    def named(inline: Inline) -> Run:
        if isinstance(inline, Blank):
            return (dataclasses.replace(inline, key=f"{name}:{next(numbers)}"),)
        return (inline,)

    return map_inlines(blocks, named)


def blank_fields(parts: Iterable[Part], values: Mapping[str, str]) -> tuple[BlankField, ...]:
    """Every blank of the parts, in order, each key once."""
    fields: dict[str, BlankField] = {}
    for run in _runs(parts):
        for inline in walk_inlines(run):
            if isinstance(inline, Blank) and inline.key and inline.key not in fields:
                fields[inline.key] = BlankField(
                    key=inline.key,
                    label=inline.label,
                    sentence=" ".join(plain_text(run).split()),
                    value=written(values.get(inline.key, "")),
                )
    return tuple(fields.values())


def _runs(parts: Iterable[Part]) -> Iterator[Run]:
    for part in parts:
        yield part.title
        for block in walk(part.blocks):
            yield from runs(block)


def filled(parts: Iterable[Part], values: Mapping[str, str]) -> tuple[Part, ...]:
    """The parts with what a nurse typed, in bold, in the place of blanks."""
    texts = {key: text for key, value in values.items() if (text := written(value))}
    if not texts:
        return tuple(parts)

    def change(block: Block) -> Block:
        return with_runs(block, lambda inline: _filled(inline, texts, block.language))

    return tuple(
        dataclasses.replace(part, blocks=map_blocks(part.blocks, change)) for part in parts
    )


def written(value: str) -> str:
    """What somebody typed, as one line without invisible characters; too long a text is cut."""
    line = " ".join(value.replace("\n", " ").replace("\t", " ").translate(CONTROLS).split())
    return line if len(line) <= MAX_VALUE else f"{line[: MAX_VALUE - 1]}…"


def _filled(inline: Inline, texts: Mapping[str, str], language: str) -> Run:
    if not isinstance(inline, Blank) or inline.key not in texts:
        return (inline,)
    text = texts[inline.key]
    if is_right_to_left(language):
        text = isolated(text)
    return (Styled(Style.STRONG, (Text(text),)),)
