"""What a text holds that no reader is to see: comments, scripts and styles of HTML.

They may run over empty lines, where a Markdown parser would end them, and show
an author's remark to a patient. So they are taken out before anything reads the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_OPENING = re.compile(r"<(!--|script\b|style\b)", re.IGNORECASE)
_CLOSING = {
    "!--": re.compile(r"-->"),
    "script": re.compile(r"</script[ ]*>", re.IGNORECASE),
    "style": re.compile(r"</style[ ]*>", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """The text that readers may see, with as many lines as there were."""

    text: str
    hidden: tuple[tuple[int, str], ...]
    """What was taken out, and the line on which each began, counted from 0."""


def without_hidden(text: str) -> Shown:
    """Take out what is never shown; a comment without an end is text."""
    parts: list[str] = []
    hidden: list[tuple[int, str]] = []
    endless: set[str] = set()
    at = start = line = 0
    while opening := _OPENING.search(text, at):
        kind = opening[1].lower()
        closing = None if kind in endless else _CLOSING[kind].search(text, opening.end())
        if closing is None:
            endless.add(kind)  # looked for once: a thousand of them must not take a thousand looks
            at = opening.end()
            continue
        parts.append(text[start : opening.start()])
        line += parts[-1].count("\n")
        found = text[opening.start() : closing.end()]
        hidden.append((line, found))
        parts.append("\n" * found.count("\n"))
        line += found.count("\n")
        at = start = closing.end()
    return Shown("".join(parts) + text[start:], tuple(hidden))
