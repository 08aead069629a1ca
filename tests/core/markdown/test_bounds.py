"""Texts that would take minutes, or break the stack: read quickly or refused with a line."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from viewer.core.markdown.reader import ParsedText, read_markdown
from viewer.core.packs.levels import levels_of
from viewer.core.problems import Rule

SECONDS = 5.0
"""Of the processor's time; each takes less than one on a slow machine of today."""

KILLERS = {
    "spaces after an opening brace": "## A {" + " " * 5_000 + "x",
    "spaces after a callout": ("!!! a" + " " * 19_900 + "!\n") * 5,
    "an endless attribute list": "- a {: " + ".do " * 15_000 + "}",
    "rows that are filled up": "|a" * 100 + "|\n" + "|-" * 100 + "|\n" + "x\n" * 10_000,
    "a wide table": "|a" * 600 + "|\n" + "|-" * 600 + "|\n" + "x |\n" * 300,
    "open brackets before many words": "[a " * 400 + "word " * 8_000,
    "open links before many words": "[a]( " * 400 + "word " * 8_000,
    "entities": "&lt; " * 48_000,
    "escapes": "\\. " * 20_000,
    "long words": ("b" * 399 + " ") * 40,
    "10,000 brackets": "[" * 10_000,
    "brackets apart": "[ " * 10_000,
    "open pictures": "![" * 5_000,
    "open links": "[a](" * 5_000,
    "21 pictures": "![a](a.png)\n" * 21,
    "tags without an end": "<a " * 5_000,
    "comments without an end": "<!-- " * 40_000,
    "scripts without an end": "<script " * 25_000,
    "400 abbreviations": "*[A]: b\n" * 400 + "A " * 3_000,
    "250 lists": "\n".join("    " * depth + "- x" for depth in range(250)),
    "250 lists on one line": "- " * 250 + "x",
    "lists that end in nothing": "- " * 9_000,
    "numbers that end in nothing": "1. " * 6_000,
    "quotes and lists": "> - " * 100 + "x",
    "200 quotes": "> " * 200 + "x",
    "a word of 1 MB": "a" * 1_000_000,
    "20,000 items": "- x\n" * 20_000,
    "50,000 rows": "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 50_000,
    "100 callouts": "\n".join("    " * depth + "!!! note" for depth in range(100)),
    "underlines": "a\n---\n" * 10_000,
    "underlines of nothing": "-\n" * 20_000,
    "forced ends of line": "a  \n" * 20_000,
    "headings in quotes": "> # a\n" * 10_000,
    "emphasis": "*a **b " * 5_000,
    "nested emphasis": "*_" * 150 + "x",
    "values": "{{clinic_name}} " * 10_000,
    "values without an end": "{{ " * 10_000,
    "backticks": "` " * 10_000,
    "references": "&#65;" * 50 + " &amp; " * 20_000,
    "meanings": "a\n: b\n" * 10_000,
    "20,000 lines": "a\n" * 20_000,
    "10,000 quotes": "> a\n" * 10_000,
    "20,000 empty lines": "\n" * 20_000,
    "spaces": " " * 250_000,
    "tabs": "\t" * 250_000 + "x",
}
FULL = {
    "[": "[a]( " * 400,
    "![": "![a](a.png)\n" * 20,
    "<": "<a " * 500,
    "{": "{{clinic_name}} " * 500,
    "`": "`` a ` " * 330,
    "*": "*a " * 4_000,
    "_": "_a " * 4_000,
    "|": "|a|b|c|\n|-|-|-|\n" + "|1|2|3|\n" * 1_240,
    "#": "# a\n\n" * 500,
    "-": "- a\n\n" * 2_000,
    "1.": "1. a\n" * 2_000,
    ":": "a\n:   b\n\n" * 200,
    "!!!": "!!! tip\n    a\n\n" * 200,
    "*[": "".join(f"*[A{n}]: m\n" for n in range(100)) + "\n" + "A1 A50 " * 2_000,
    "---": "a\n---\n" * 500,
    "lines": "a  \n" * 5_000,
    "paragraphs": "a\n\n" * 5_000,
    "depth": ("\n".join("    " * depth + "- x" for depth in range(10)) + "\n") * 200,
}
"""Texts at the bounds that are let through, which are the slowest that can be read."""


def read_in_time(text: str) -> ParsedText:
    """Read a text; it must not take long."""
    begun = time.process_time()
    levels_of(text)
    parsed = read_markdown(text, "en", Path("a.md"))
    assert time.process_time() - begun < SECONDS
    return parsed


@pytest.mark.parametrize("name", KILLERS)
def test_a_killer_is_refused_or_read_in_time(name: str) -> None:
    parsed = read_in_time(KILLERS[name])
    if parsed.blocks is None:
        (problem,) = parsed.problems
        assert problem.rule in (Rule.TOO_COMPLEX, Rule.TOO_DEEP)
        assert problem.line >= 1


@pytest.mark.slow
@pytest.mark.parametrize("name", FULL)
def test_a_text_at_a_bound_is_read_in_time(name: str) -> None:
    assert read_in_time(FULL[name]).blocks


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n\n" + "b" * 401, 3),
        ("a\n" + "b c " * 5_001, 2),
        ("- a\n" * 2_001, 2_001),
        ("a\n\n" + "> " * 11 + "b", 3),
    ],
)
def test_a_refused_text_names_the_line(text: str, line: int) -> None:
    (problem,) = read_in_time(text).problems
    assert problem.line == line


@pytest.mark.parametrize(
    "text", ["b" * 120, "> " * 10 + "b", "- - - - - - - - - - - - - -", "* * * * * * * * * * * *"]
)
def test_a_text_within_the_bounds_is_read(text: str) -> None:
    parsed = read_in_time(text)
    assert parsed.blocks
    assert not parsed.problems


def test_a_line_that_is_too_long_says_how_long_it_may_be() -> None:
    (problem,) = read_in_time("a " * 10_001).problems
    assert ("most", "20000") in problem.details
