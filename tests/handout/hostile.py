"""Texts that try to break a handout: markup, controls, endless words, huge tables and pictures."""

from __future__ import annotations

SPECIAL = (
    r"""# $x$ @ref <label> \#panic() *not bold* _not_ `raw` ~ ' " // /* ... -- ---"""
    r""" [a] {b} = + - / \u{41}"""
)
WORDS = "Wash your feet each day and look at them in good light. "


def paragraphs_of_controls() -> str:
    """Every control character that a file may hold, each between words."""
    codes = [*range(1, 9), 11, 12, *range(14, 32), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF]
    return " ".join(f"a{chr(code)}b" for code in codes)


def headings_that_skip() -> str:
    """Levels 3, 6, 4, 5, 3 … as an author in a hurry writes them."""
    return "\n\n".join(
        f"{'#' * level} Level {level}\n\nText." for level in (3, 6, 4, 5, 3, 6, 6, 4)
    )


def table(columns: int, rows: int, word: str = "word") -> str:
    """A table of this size."""
    line = "|" + " {} |" * columns
    cells = [line.format(*[f"{word} {r}.{c}" for c in range(columns)]) for r in range(rows)]
    head = line.format(*[f"Head {c}" for c in range(columns)])
    return "\n".join([head, "|" + " --- |" * columns, *cells])


def nested_callouts(depth: int) -> str:
    """Boxes in boxes."""
    return "\n".join(f'{"    " * n}!!! note "Box {n}"\n' for n in range(depth)) + (
        "    " * depth + "Inside.\n"
    )


def nested_lists(depth: int) -> str:
    """Lists in lists."""
    return "\n".join(f"{'    ' * n}- Item {n}" for n in range(depth))


PLAIN: dict[str, str] = {
    "typst-markup": "\n\n".join([SPECIAL, f"### {SPECIAL}", f"- {SPECIAL}", f"1. {SPECIAL}"]),
    "every-sign": " ".join(f"{chr(code)}x {chr(code)}{chr(code)}" for code in range(33, 127)),
    "commands": '#import "/etc/passwd": * #read("/etc/passwd") '
    '#sys.inputs #eval("1") $ #pagebreak() $',
    "controls": paragraphs_of_controls(),
    "bidi": "abc \u202eright to left override\u202c \u2067isolate \u2066nested\u2069 "
    "\u200f\u200e end \u2069\u2069\u202c",
    "unclosed-bidi": "\u202eall that follows\n\n- \u2067in a list\n- after it",
    "zero-width": "a\u200bb\u200cc\u200dd\u2060e\ufefff soft\u00adhyphen",
    "combining": "e\u0301 a\u0308 n\u0303",
    "stacked-marks": "o\u0301\u0323" + "\u0301" * 2,
    "emoji": "Smile \U0001f600 and tick \u2705",
    "other-script": "\u6bcf\u5929\u6d17\u811a",
    "lone-mark": "\u0301 and \u0651",
    "long-paragraph": (WORDS + "\n") * 300,
    "long-list": "\n".join(f"- Item {n}" for n in range(600)),
    "long-numbered-list": "\n".join(f"{n}. Item" for n in range(1, 120)),
    "long-table": table(3, 120),
    "wide-table": table(12, 4),
    "wide-words-table": table(6, 3, "electroencephalographically"),
    "long-word": "Take " + "abcdefghij" * 11 + "-x/" * 30 + " each day.",
    "long-words-in-a-list": "\n".join("- " + "x" * n for n in (50, 80, 119, 120)),
    "long-word-in-a-heading": "### " + "Unbreakable" * 10 + "\n\nText.",
    "long-word-in-a-table": "| A | B |\n| --- | --- |\n| " + "z" * 119 + " | short |",
    "long-address": "[Read](https://example.org/" + "path/" * 70 + ")",
    "nested-callouts": nested_callouts(6),
    "nested-lists": nested_lists(8),
    "empty-items": "-\n- one\n-\n- two\n-",
    "empty-cells": "| A | B |\n| --- | --- |\n| | |\n| x | |",
    "empty-header": "| | |\n| --- | --- |\n| x | y |",
    "skipped-headings": headings_that_skip(),
    "empty-heading": "###\n\nText.\n\n### \n\nMore.",
    "long-heading": "### " + WORDS * 6 + "\n\nText.",
    "many-blanks": "\n\n".join(
        "Write {{blank:my " + "long " * n + "label}} here" for n in range(9)
    ),
    "quotes": "> " * 6 + "Deep.",
    "code": "    #let x = $1$\n    " + "y" * 119,
    "definitions": "Word\n:   Meaning\n\n" * 30,
    "long-callout": '!!! danger "Call"\n' + "\n".join(f"    - sign {n}" for n in range(120)),
    "huge-image": "![A wide picture](images/wide.svg)\n\n![A tall picture](images/tall.svg)",
    "inline-image": "Words ![A tall picture](images/tall.svg) among words.",
    "missing-image": "![Not there](images/nothing.svg)",
    "no-alternative": "![](images/wide.svg)",
    "broken-image": "![Broken](images/broken.svg)",
}
"""A section's plain text by what it tries."""
LONGEST: dict[str, str] = {
    "longest-list": "\n".join(f"- Item {n}" for n in range(2000)),
    "longest-table": table(3, 300),
    "longest-paragraph": (WORDS + "\n") * 900,
}
"""These take some seconds each."""


def drawing(width: int, height: int) -> str:
    """A picture of this size."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}"><rect width="100%" height="100%" fill="#888"/></svg>'
    )


IMAGES = {
    "wide.svg": drawing(20000, 300),
    "tall.svg": drawing(200, 30000),
    "broken.svg": "<svg xmlns='http://www.w3.org/2000/svg'><rect",
}
