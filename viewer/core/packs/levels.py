"""Where the plain-language text of a section stands in its Markdown, without parsing it.

The sidebar has to know which of a topic's sections have plain text before any
of them is parsed; one pass over the headings is enough for that, because only
headings at the top level of the file carry markers.
"""

from __future__ import annotations

import re

from viewer.core.level import Level

HEADING = re.compile(r"(#{1,6})(?!#)(.*)\Z")
_ATTRIBUTES = re.compile(r"\{:?[ ]*([^}\n]*?)[ ]*\}[ ]*#*[ ]*\Z")


def heading_of(line: str) -> tuple[int, frozenset[str]] | None:
    """Level and ``.markers`` of a heading line, or None for any other line."""
    match = HEADING.match(line)
    if match is None:
        return None
    attributes = _ATTRIBUTES.search(match[2])
    words = attributes[1].split() if attributes else []
    return len(match[1]), frozenset(w[1:] for w in words if w.startswith("."))


def levels_of(body: str) -> frozenset[Level]:
    """The levels that have any text in ``body``."""
    found: set[Level] = set()
    plain_under = 0
    for line in body.splitlines():
        heading = heading_of(line)
        if heading and plain_under and heading[0] <= plain_under:
            plain_under = 0
        if heading and not plain_under and "plain" in heading[1]:
            plain_under = heading[0]
        elif line.strip() and not heading:
            found.add(Level.PLAIN if plain_under else Level.CLINICAL)
    return frozenset(found)
