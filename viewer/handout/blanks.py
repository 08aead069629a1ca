"""The lines of a handout that are written on: named, and listed for the nurse to fill in.

A name is the section's id and the line's number in that section's text, so that one answer
stands at the same place in every language. Answers are never stored.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from itertools import count

from viewer.core.blocks import Blank, Block, Inline, Run
from viewer.core.files import CONTROLS
from viewer.core.transform import map_inlines
from viewer.core.tree import plain_text, runs, walk, walk_inlines
from viewer.handout.model import BlankField, Handout, Part

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


def blank_fields(parts: Iterable[Part], labels: Mapping[str, str]) -> tuple[BlankField, ...]:
    """Every blank of the parts, in order, each key once; ``labels`` are those not printed."""
    fields: dict[str, BlankField] = {}
    for part, run in _runs(parts):
        for inline in walk_inlines(run):
            if isinstance(inline, Blank) and inline.key and inline.key not in fields:
                fields[inline.key] = BlankField(
                    key=inline.key,
                    label=inline.label or labels.get(inline.key, ""),
                    sentence=" ".join(plain_text(run).split()),
                    part=" ".join(plain_text(part.title).split()),
                )
    return tuple(fields.values())


def _runs(parts: Iterable[Part]) -> Iterator[tuple[Part, Run]]:
    for part in parts:
        yield part, part.title
        for block in walk(part.blocks):
            yield from ((part, run) for run in runs(block))


def with_values(handout: Handout, values: Mapping[str, str]) -> Handout:
    """The handout, its list of blanks with what is to stand on them."""
    texts = written_values(values)
    if not texts:
        return handout
    fields = (dataclasses.replace(f, value=texts.get(f.key, "")) for f in handout.blanks)
    return dataclasses.replace(handout, blanks=tuple(fields))


def written_values(values: Mapping[str, str]) -> dict[str, str]:
    """What is to stand on the lines, by key; those that stay empty are left out."""
    return {key: text for key, value in values.items() if (text := written(value))}


def written(value: str) -> str:
    """What somebody typed, as one line without invisible characters; too long a text is cut."""
    line = " ".join(value.replace("\n", " ").replace("\t", " ").translate(CONTROLS).split())
    return line if len(line) <= MAX_VALUE else f"{line[: MAX_VALUE - 1]}…"
