"""Marks that were meant as Markdown and have stayed letters: readers would see them.

Each has cost a text its meaning somewhere: a warning that lost its box, a number to call that
stayed a name in braces, a safety text that was none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from viewer.core.blocks import Block, Preformatted
from viewer.core.hidden import without_hidden
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
    _check_boxes(section, reporter)


def _check_boxes(section: Section, reporter: Reporter) -> None:
    if "!!!" not in section.body:
        return
    lines = without_hidden(section.body).text.split("\n")
    in_box, before = False, ""
    for number, line in enumerate(lines, section.body_line):
        indent = len(line) - len(line.lstrip(" "))
        if _BOX.match(line):
            in_box = True
        elif in_box and line.strip() and indent < _INSIDE:
            if indent or _BOX.match(before):
                reporter.report(Rule.OUTSIDE_BOX, number, text=line.strip())
            in_box = indent > 0
        before = line
