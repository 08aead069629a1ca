"""Where the plain-language text of a section stands in its Markdown, without parsing it.

The sidebar has to know which of a topic's sections have plain text before any
of them is parsed; one pass over the lines is enough for that, because only
headings at the top level of the file carry markers.
"""

from __future__ import annotations

import re

from viewer.core.hidden import without_hidden
from viewer.core.level import Level

_HEADING = re.compile(r"(#{1,6})(.*)\Z")
_UNDERLINE = re.compile(r"(=+|-+)[ ]*\Z")
MAX_ATTRIBUTES = 300
"""Characters of an attribute list that are looked at; the bounds allow no more."""
_CLASSES = re.compile(r"\.([\w-]+)|\bclass=[\"']?([^\"']*)")
_NO_TEXT = re.compile(
    r"[ ]*(?:\*?\[[^\]]*\][ ]?:.*"  # what a link or an abbreviation stands for
    r"|(?:</?[a-zA-Z][^<>]*>[ ]*)*)\Z"  # tags without words
)


def levels_of(body: str) -> frozenset[Level]:
    """The levels that have any text in ``body``."""
    found: set[Level] = set()
    plain_under = 0
    lines = [*without_hidden(body).text.split("\n"), ""]
    at, begins_block = 0, True
    while at < len(lines) - 1:
        heading = heading_of(lines[at], lines[at + 1] if begins_block else "")
        if heading:
            level, markers, taken = heading
            if level <= plain_under:
                plain_under = 0
            if not plain_under and "plain" in markers:
                plain_under = level
            at += taken
        else:
            if not _NO_TEXT.match(lines[at]):
                found.add(Level.PLAIN if plain_under else Level.CLINICAL)
            at += 1
        begins_block = bool(heading) or not lines[at - 1].strip()
    return frozenset(found)


def heading_of(line: str, below: str) -> tuple[int, frozenset[str], int] | None:
    """Level, ``.markers`` and number of lines of a heading, or None for any other line."""
    if match := _HEADING.match(line):
        return len(match[1]), _markers(match[2]), 1
    if line.strip() and (match := _UNDERLINE.match(below)):
        return (1 if match[1][0] == "=" else 2), _markers(line), 2
    return None


def _markers(text: str) -> frozenset[str]:
    """The classes in the braces that end a heading; found without looking back, in one pass."""
    words = text.rstrip(" ").rstrip("#").rstrip(" ")
    opening = words.rfind(" {")
    if opening < 0 or not words.endswith("}") or "}" in words[opening:-1]:
        return frozenset()
    classes = _CLASSES.findall(words[opening + 2 : -1][:MAX_ATTRIBUTES])
    return frozenset(word for names in classes for name in names for word in name.split())
