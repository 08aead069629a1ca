"""Words written so that the pack's Markdown shows them as themselves."""

from __future__ import annotations

import re

from viewer.core.files import CONTROLS

_SPECIAL = re.compile(
    r"[\\`*\[\]{}#]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # between letters it marks nothing
    r"|!(?=\[|\Z)"  # before a link it would make a picture
    r"|[<|]|&(?=#?\w+;)"
)
_ENTITIES = {"<": "&lt;", "|": "&#124;", "&": "&amp;"}
"""What a backslash does not escape in Python-Markdown."""
_AT_START = re.compile(r"(?P<number>[0-9]+)\.(?=\s|\Z)|[>+:=-]|!(?=!!)")
_START_ENTITIES = {":": "&#58;", "=": "&#61;"}
_SPACE = re.compile(r"\s+")


def one_line(text: str) -> str:
    """The words on one line, single spaces between them, without what nobody sees."""
    return _SPACE.sub(" ", text.translate(CONTROLS)).strip()


def escaped(text: str) -> str:
    """Words of a paragraph as Markdown; ``at_start`` does the rest where a line begins."""
    return _SPECIAL.sub(lambda m: _ENTITIES.get(m[0]) or f"\\{m[0]}", text)


def at_start(line: str) -> str:
    """An escaped line so that its first character begins no list, quote, heading or callout."""
    match = _AT_START.match(line)
    if match is None:
        return line
    if match["number"]:
        return f"{match['number']}\\{line[match.end() - 1 :]}"
    first = _START_ENTITIES.get(match[0], f"\\{match[0]}")
    return first + line[match.end() :]
