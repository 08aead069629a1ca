"""Whether a translation still says what the original says, as far as its shape can tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from viewer.core.blocks import Blank, Block, Callout, Heading, ListBlock, Value
from viewer.core.level import Level
from viewer.core.model import Section, Topic
from viewer.core.pages.section_text import section_text
from viewer.core.problems import Reporter, Rule
from viewer.core.tree import part, plain_text, runs, walk, walk_inlines

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_LISTS = ("do", "dont", "safety")
"""Markers of headings under which each item counts."""


def check_translation(section: Section, topic: Topic, reporter: Reporter) -> None:
    """Report where a translated section lacks figures, values, warnings or items, or has others."""
    original = topic.sections.get(topic.language, {}).get(section.id)
    if original is None or original is section:
        return
    for level in Level:
        ours, theirs = section_text(section).own(level), section_text(original).own(level)
        if ours and theirs:
            _compare(ours, theirs, topic.language, reporter)


def _compare(
    ours: Sequence[Block], theirs: Sequence[Block], language: str, reporter: Reporter
) -> None:
    line = ours[0].line
    for rule, found, wanted in (
        (Rule.FIGURES_DIFFER, _figures(ours), _figures(theirs)),
        (Rule.VALUES_DIFFER, _values(ours), _values(theirs)),
        (Rule.CALLOUTS_DIFFER, _callouts(ours), _callouts(theirs)),
    ):
        lacks, more = wanted - found, found - wanted
        if lacks or more:
            reporter.report(rule, line, lacks=_list(lacks), more=_list(more), original=language)
    for marker in _LISTS:
        _compare_items(_items(ours, marker), _items(theirs, marker), language, reporter)


def _compare_items(
    ours: dict[str, tuple[int, int]],
    theirs: dict[str, tuple[int, int]],
    language: str,
    reporter: Reporter,
) -> None:
    for key, (found, line) in ours.items():
        wanted = theirs.get(key, (found, 0))[0]
        if found != wanted:
            details = {"found": str(found), "wanted": str(wanted), "original": language}
            reporter.report(Rule.ITEMS_DIFFER, line, **details)


def _items(blocks: Sequence[Block], marker: str) -> dict[str, tuple[int, int]]:
    """For each heading with a marker the number of its items, and its line.

    A heading of safety text is known by its id, others by their order.
    """
    found: dict[str, tuple[int, int]] = {}
    for at, block in enumerate(blocks):
        if isinstance(block, Heading) and marker in block.markers:
            lists = [b for b in walk(part(tuple(blocks), at)) if isinstance(b, ListBlock)]
            key = block.id if marker == "safety" else str(len(found))
            found[key] = sum(len(one.items) for one in lists), block.line
    return found


def _figures(blocks: Sequence[Block]) -> Counter[str]:
    texts = (plain_text(run) for block in walk(blocks) for run in runs(block))
    return Counter(_value(found) for text in texts for found in _FIGURE.findall(text))


def _value(figure: str) -> str:
    """A figure as both languages have it: 3.5 is 3,5, and 1,000 is 1.000."""
    return re.sub(r"[.,]", "·", figure)


def _values(blocks: Sequence[Block]) -> Counter[str]:
    found: Counter[str] = Counter()
    for block in walk(blocks):
        for run in runs(block):
            for inline in walk_inlines(run):
                if isinstance(inline, Value):
                    found[f"{{{{{inline.name}}}}}"] += 1
                elif isinstance(inline, Blank):
                    found["{{blank}}"] += 1
    return found


def _callouts(blocks: Sequence[Block]) -> Counter[str]:
    return Counter(str(block.kind) for block in walk(blocks) if isinstance(block, Callout))


def _list(counter: Counter[str]) -> str:
    return ", ".join(sorted(counter.elements())) or "–"
