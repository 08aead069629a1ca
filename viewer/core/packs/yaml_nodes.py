"""YAML read to nodes that know their line, with plain words and nothing clever.

The pack format wants the safe kind of YAML with words left as words (``on``,
``no``), keys reported when they stand twice, and a line for each fault. So the
parser's events are read straight into three frozen node types: no tags, no
aliases, no recursion, and therefore nothing that a hostile file can unfold.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from viewer.core.files import without_controls
from viewer.core.problems import Reporter, Rule

MAX_DEPTH = 12
"""The deepest the pack format itself goes is five."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A word or a sentence; ``plain`` tells that it stood without quotes."""

    text: str
    line: int
    plain: bool = True


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list, in order."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values, in order; of a doubled key the first counts."""

    entries: tuple[tuple[Scalar, Node], ...]
    line: int


Node = Scalar | Sequence | Mapping

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _RefusedError(Exception):
    """The file holds something that packs do not use: its rule and line."""

    def __init__(self, rule: Rule, line: int) -> None:
        super().__init__(rule)
        self.rule = rule
        self.line = line


def read_yaml(text: str, reporter: Reporter, first_line: int = 1) -> Node | None:
    """The first document of ``text``, or None and a problem.

    ``first_line`` is the line of the file at which ``text`` begins.
    """
    try:
        events = iter(yaml.parse(text, Loader=_Loader))
        return _compose(events, reporter, first_line)
    except _RefusedError as refused:
        reporter.report(refused.rule, refused.line)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        last = text.rstrip().count("\n")
        if mark is not None and mark.line > last:
            mark = getattr(error, "context_mark", None) or mark  # what was never closed
        line = min(mark.line, last) if mark is not None else 0
        reason = getattr(error, "problem", None) or "it cannot be read"
        reporter.report(Rule.YAML_SYNTAX, line + first_line, reason=str(reason))
    return None


def _compose(events: Iterator[Any], reporter: Reporter, first_line: int) -> Node | None:
    """Build the tree without recursion: each open collection waits on a stack."""
    stack: list[tuple[bool, int, list[Node]]] = []
    for event in events:
        line = event.start_mark.line + first_line
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _RefusedError(Rule.YAML_ALIAS, line)
        if isinstance(event, yaml.CollectionStartEvent):
            if len(stack) >= MAX_DEPTH:
                raise _RefusedError(Rule.YAML_TOO_DEEP, line)
            stack.append((isinstance(event, yaml.MappingStartEvent), line, []))
            continue
        if isinstance(event, yaml.ScalarEvent):
            text = without_controls(event.value, reporter, line)  # "\u202e" is written out there
            node: Node = Scalar(text, line, not event.style)
        elif isinstance(event, yaml.CollectionEndEvent):
            is_mapping, start, items = stack.pop()
            node = _mapping(items, start, reporter) if is_mapping else Sequence(tuple(items), start)
        else:
            continue
        if not stack:
            return node
        stack[-1][2].append(node)
    return None


def _mapping(items: list[Node], line: int, reporter: Reporter) -> Mapping:
    entries: dict[str, tuple[Scalar, Node]] = {}
    for key, value in zip(items[::2], items[1::2], strict=True):
        if not isinstance(key, Scalar):
            reporter.report(Rule.WRONG_TYPE, key.line, key="?", wanted="word")
        elif key.text in entries:
            reporter.report(Rule.DOUBLED_KEY, key.line, key=key.text)
        else:
            entries[key.text] = (key, value)
    return Mapping(tuple(entries.values()), line)
