"""Marks that were meant as Markdown and have stayed letters: readers would see them.

Each has cost a text its meaning somewhere: a warning that lost its box, a number to call that
stayed a name in braces, a safety text that was none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from viewer.core.blocks import Block, Preformatted
from viewer.core.hidden import without_hidden
from viewer.core.links import parse_link
from viewer.core.model import Section
from viewer.core.problems import Reporter, Rule
from viewer.core.tree import plain_text, runs, walk

_STRAY = re.compile(
    r"^!{2,}|^\?{3}"  # a box whose first line is not as it should be, such as with curly quotes
    r"|\(:\s*[#.]\s*\w"  # a marker in other brackets, or without its end
    r"|\{:(?![^{}]*\.(?:plain|dont?|safety|teach-back)\b[^{}]*\})\s*[#.]\s*\w"
    r"|(?<!\{)\{[a-z]+(?:_[a-z]+)+\}(?!\})"  # a value in single braces
    r"|[•◦▪●‣○]\s"  # a bullet from another program: its item runs on in the one before
    r"|\*\*|~~|\]\("  # emphasis and links that do not end
)
_BOX = re.compile(r"!!!\s*\w")
_DEFINITION = re.compile(r" {0,3}\[([^\]]+)\]:\s*<?([^\s>]*)")
_INSIDE = 4
"""Spaces before what belongs to a box."""


def check_markup(section: Section, blocks: Sequence[Block], reporter: Reporter) -> None:
    """Report what is left of Markdown among the words, and what has fallen out of a box."""
    for block in walk(blocks):
        if isinstance(block, Preformatted):
            continue
        for run in runs(block):
            text = plain_text(run).strip()
            if found := _STRAY.search(text):
                words = text[found.start() : found.start() + 40]
                reporter.report(Rule.STRAY_MARKUP, block.line, words=words)
    lines = without_hidden(section.body).text.split("\n")
    _check_boxes(lines, section.body_line, reporter)
    _check_definitions(lines, section.body_line, reporter)


def _check_definitions(lines: Sequence[str], first: int, reporter: Reporter) -> None:
    """A line that begins as the address of a link does is taken out of the text."""
    for number, line in enumerate(lines, first):
        found = _DEFINITION.match(line)
        if found is None:
            continue
        name = found[1].lower()
        uses = sum(other.lower().count(f"[{name}]") for other in lines)
        if uses < 2 or not parse_link(found[2]).href:
            reporter.report(Rule.LOST_LINE, number, text=line.strip())


def _check_boxes(lines: Sequence[str], first: int, reporter: Reporter) -> None:
    in_box, before = False, ""
    for number, line in enumerate(lines, first):
        indent = len(line) - len(line.lstrip(" "))
        if _BOX.match(line):
            in_box = True
        elif in_box and line.strip() and indent < _INSIDE:
            if indent or _BOX.match(before):
                reporter.report(Rule.OUTSIDE_BOX, number, text=line.strip())
            in_box = indent > 0
        before = line
