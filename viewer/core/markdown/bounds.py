"""What Markdown may look like before it is parsed.

Python-Markdown takes half a minute over some inputs of 10 KB and overflows the
stack over others. Each bound below keeps the worst text that it lets through
well under a second (measured with Markdown 3.11.3); all are far beyond what a
leaflet needs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from viewer.core.problems import Reporter, Rule

MAX_NESTING = 10
"""Block quotes or lists inside one another."""
MAX_LINE = 20_000
"""Characters: a paragraph written on one line."""
MAX_WORD = 400
"""Characters without a space; a web address is longer than any word."""

MAX_PLAIN_WORD = 120
"""Letters of a word that is no address; the longest in any dictionary has half as many."""
MAX_BRACKETS = 1_000_000
"""Opening brackets of a paragraph times its characters: each is looked for to its end."""
MAX_COLUMNS = 40
MAX_CELLS = 8_000
"""Cells of a table; short rows are filled up, so they count whole."""


@dataclass(frozen=True, slots=True)
class _Bound:
    what: str
    pattern: re.Pattern[str]
    most: int


# Seconds that the worst text takes at its bound: [ 0.7, paragraphs 0.6, list items and table
# cells 0.3, each of the others under 0.25. Each picture is unpacked once: 0.13 for the largest.
_BOUNDS = (
    _Bound("![", re.compile(r"!\["), 20),
    _Bound("[", re.compile(r"\["), 400),
    _Bound("<", re.compile(r"<"), 500),
    _Bound("&", re.compile(r"&"), 1_000),
    _Bound("\\", re.compile(r"\\"), 1_000),
    _Bound("{…}", re.compile(r"\{[^{}\n]{300}"), 0),
    _Bound("␣…", re.compile(r"[ \t]{200}"), 0),
    _Bound("{", re.compile(r"\{"), 1_000),
    _Bound("`", re.compile(r"`"), 1_000),
    _Bound("*", re.compile(r"\*"), 4_000),
    _Bound("_", re.compile(r"_"), 4_000),
    _Bound("|", re.compile(r"\|"), 5_000),
    _Bound("#", re.compile(r"^[ \t>*+0-9.-]*#", re.MULTILINE), 500),
    _Bound("---", re.compile(r"^[ \t>]*(?:=+|-+)[ ]*$", re.MULTILINE), 500),
    _Bound("-", re.compile(r"^[ >]*(?:[-*+]|[0-9]+\.)[ \t]", re.MULTILINE), 2_000),
    _Bound(":", re.compile(r"^[ ]{0,3}:[ ]", re.MULTILINE), 200),
    _Bound("!!!", re.compile(r"^[ ]*!!!", re.MULTILINE), 200),
    _Bound("*[…]:", re.compile(r"^[ ]*\*\[", re.MULTILINE), 100),
    _Bound("␣␣", re.compile(r"[ ]{2}\n"), 5_000),
    _Bound("¶", re.compile(r"\n[ \t]*\n"), 5_000),
)
_STEP = re.compile(r"[ ]{0,3}(?:>|[-+*](?=[ \t])|[0-9]+\.(?=[ \t])|\t)[ ]?|[ ]{4}")
"""One step in: a quote, an item of a list, or the indent of what stands under one."""
_ACROSS = re.compile(r"[ ]{0,3}([-*])(?:[ ]{0,2}\1){2,}[ ]*\Z")
"""A line across the page, which is no list of lists."""


def within_bounds(text: str, reporter: Reporter, first_line: int) -> bool:
    """Whether ``text`` may be parsed; if not, the first bound it breaks is a problem."""
    for number, line in enumerate(text.split("\n"), first_line):
        long_word = len(line) > MAX_PLAIN_WORD and any(
            len(word) > MAX_PLAIN_WORD and len(word) > _longest(word) for word in line.split()
        )
        if long_word or len(line) > MAX_LINE:
            most = MAX_WORD if long_word else MAX_LINE
            reporter.report(Rule.TOO_COMPLEX, number, what=line[:20], most=str(most))
            return False
        if _nesting(line) > MAX_NESTING:
            reporter.report(Rule.TOO_DEEP, number, most=str(MAX_NESTING))
            return False
    for bound in _BOUNDS:
        found = bound.pattern.finditer(text)
        for count, match in enumerate(found, 1):
            if count > bound.most:
                line_number = text.count("\n", 0, match.start()) + first_line
                reporter.report(
                    Rule.TOO_COMPLEX, line_number, what=bound.what, most=str(bound.most)
                )
                return False
    return _paragraphs_within(text, reporter, first_line)


def _paragraphs_within(text: str, reporter: Reporter, first_line: int) -> bool:
    """What costs by the product of two counts: open brackets and words, columns and rows."""
    line = first_line
    for paragraph in text.split("\n\n"):
        brackets = paragraph.count("[") * len(paragraph)
        columns = max((row.count("|") + 1 for row in paragraph.split("\n")), default=1)
        cells = columns * (paragraph.count("\n") + 1) if columns > 1 else 0
        for what, count, most in (
            ("[ × …", brackets, MAX_BRACKETS),
            ("| × |", columns, MAX_COLUMNS),
            ("| × …", cells, MAX_CELLS),
        ):
            if count > most:
                reporter.report(Rule.TOO_COMPLEX, line, what=what, most=str(most))
                return False
        line += paragraph.count("\n") + 2
    return True


def _longest(word: str) -> int:
    """How long a word may be: an address, and what stands in brackets, longer than words."""
    return MAX_WORD if re.search(r"[/:{|\]_=-]", word) else MAX_PLAIN_WORD


def _nesting(line: str) -> int:
    steps = end = 0
    while step := _STEP.match(line, end):
        steps, end = steps + 1, step.end()
    return 0 if _ACROSS.match(line) or not line.strip() else steps
