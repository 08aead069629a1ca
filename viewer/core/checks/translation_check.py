"""Whether a translation still says what the original says, as far as its shape can tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from viewer.core.blocks import Blank, Block, Callout, Heading, ListBlock, Value
from viewer.core.level import Level
from viewer.core.model import Section, Topic
from viewer.core.pages.section_text import section_text
from viewer.core.problems import Reporter, Rule
from viewer.core.tree import part, plain_text, runs, says_something, walk, walk_inlines

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*|[¼½¾⅐-⅞]")
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


def check_line_figures(texts: Mapping[str, str], line: int, reporter: Reporter) -> None:
    """The same of a line of words that stands in no section, by language; the first counts."""
    figures = [(language, Counter(figures_in(text))) for language, text in texts.items()]
    for _, found in figures[1:]:
        _report_difference(Rule.FIGURES_DIFFER, line, found, figures[0][1], figures[0][0], reporter)


def _compare(
    ours: Sequence[Block], theirs: Sequence[Block], language: str, reporter: Reporter
) -> None:
    line = ours[0].line
    for rule, of_block in ((Rule.FIGURES_DIFFER, _figures), (Rule.VALUES_DIFFER, _values)):
        found, wanted = _by_block(ours, of_block), _by_block(theirs, of_block)
        all_found, all_wanted = _sum(found), _sum(wanted)
        _report_difference(rule, line, all_found, all_wanted, language, reporter)
        if all_found == all_wanted and len(found) == len(wanted):  # one may have changed places
            for (ours_there, at), (theirs_there, _) in zip(found, wanted, strict=True):
                _report_difference(rule, at, ours_there, theirs_there, language, reporter)
    boxes = _callouts(ours), _callouts(theirs)
    kinds = [Counter(kind for kind, _, _ in found) for found in boxes]
    _report_difference(Rule.CALLOUTS_DIFFER, line, kinds[0], kinds[1], language, reporter)
    if kinds[0] == kinds[1]:
        found_items, wanted_items = (
            {str(n): (items, at) for n, (_, items, at) in enumerate(found)} for found in boxes
        )
        _compare_items(found_items, wanted_items, line, language, reporter)
    for marker in _LISTS:
        theirs_marked, ours_marked = _items(theirs, marker), _items(ours, marker)
        if marker == "safety":  # one that is missing has a rule of its own
            theirs_marked = {k: v for k, v in theirs_marked.items() if k in ours_marked}
            ours_marked = {k: v for k, v in ours_marked.items() if k in theirs_marked}
        _compare_items(ours_marked, theirs_marked, line, language, reporter)


def _report_difference(
    rule: Rule,
    line: int,
    found: Counter[str],
    wanted: Counter[str],
    language: str,
    reporter: Reporter,
) -> None:
    lacks, more = wanted - found, found - wanted
    if lacks or more:
        reporter.report(rule, line, lacks=_list(lacks), more=_list(more), original=language)


def _compare_items(
    ours: dict[str, tuple[int, int]],
    theirs: dict[str, tuple[int, int]],
    line: int,
    language: str,
    reporter: Reporter,
) -> None:
    """A list that one of them lacks has no items there; ``line`` is for one that is not in ours."""
    for key in dict.fromkeys((*ours, *theirs)):
        found, at = ours.get(key, (0, line))
        wanted = theirs.get(key, (0, 0))[0]
        if found != wanted:
            details = {"found": str(found), "wanted": str(wanted), "original": language}
            reporter.report(Rule.ITEMS_DIFFER, at, **details)


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


def _by_block(
    blocks: Sequence[Block], of_block: Callable[[Block], Counter[str]]
) -> list[tuple[Counter[str], int]]:
    """What each block has, and its line; blocks that have nothing are left out."""
    found = ((of_block(block), block.line) for block in walk(blocks))
    return [(counter, line) for counter, line in found if counter]


def _sum(found: Sequence[tuple[Counter[str], int]]) -> Counter[str]:
    return sum((counter for counter, _ in found), Counter())


def _figures(block: Block) -> Counter[str]:
    return Counter(figure for run in runs(block) for figure in figures_in(plain_text(run)))


def figures_in(text: str) -> list[str]:
    """The figures of a text as every language has them: 3.5 is 3,5, and 1,000 is 1.000."""
    return [re.sub(r"[.,]", "·", figure) for figure in _FIGURE.findall(text)]


def _values(block: Block) -> Counter[str]:
    found: Counter[str] = Counter()
    for run in runs(block):
        for inline in walk_inlines(run):
            if isinstance(inline, Value):
                found[f"{{{{{inline.name}}}}}"] += 1
            elif isinstance(inline, Blank):
                found["{{blank}}"] += 1
    return found


def _callouts(blocks: Sequence[Block]) -> list[tuple[str, int, int]]:
    """For each box its kind, and whether it is empty; its items; its line."""
    found = []
    for box in walk(blocks):
        if isinstance(box, Callout):
            kind = str(box.kind) if says_something((box, *box.blocks)) else f"{box.kind} (empty)"
            lists = (b for b in walk(box.blocks) if isinstance(b, ListBlock))
            found.append((kind, sum(len(one.items) for one in lists), box.line))
    return found


def _list(counter: Counter[str]) -> str:
    return ", ".join(sorted(counter.elements())) or "–"
