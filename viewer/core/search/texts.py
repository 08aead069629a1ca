"""A section's Markdown as readable lines, level by level, in one linear pass.

Sixteen thousand topics would take a Markdown parser two minutes; search wants
only the words in their order, and forgives what the page would not.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from viewer.core.hidden import without_hidden
from viewer.core.level import OTHER, Level
from viewer.core.packs.levels import heading_of

MAX_BODY = 60_000
"""Characters of one level that are searched: the longest page that anybody would read."""
MAX_LINE = 20_000
"""Characters of a line that are read as Markdown; what follows is taken as words."""

_STRUCTURE = re.compile(r"(?:[ \t>]|[-+*](?=[ \t])|[0-9]{1,9}[.)](?=[ \t])|:(?=[ \t]{1,3}))*")
_BEGINS = re.compile(r"[ \t>]*(?:[-+*][ \t]|[0-9]{1,9}[.)][ \t]|:[ \t]|\||!!!)")
"""What begins an item, a row or a box of its own, and is not the rest of the line before."""
_WHOLE = re.compile(r"[ \t>]*(?:\||!!!)|.*(?:[ ]{2}|\\)\Z")
"""What no line goes on: a row, a box's title, and what ends in a forced break."""
_CALLOUT_KIND = re.compile(r"!!![ ]?[\w-]")
_DEFINITION = re.compile(r"\*?\[[^\]]*\]:")
_RULE = re.compile(r"[-|:=*_ \t]+\Z")
_IMAGE_OR_LINK = re.compile(
    r"!?\[(?P<words>[^\[\]]*)\](?:\([^()\s]*(?:[ ]+\"[^\"]*\")?\)|\[[^\]]*\])"
)
_ATTRIBUTES = re.compile(r"[ ]?(?<!\{)\{:[^{}]*\}")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_AUTOMATIC = re.compile(r"<((?:https?|mailto|tel):[^<>\s]*)>")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|:>~-])")
_EMPHASIS = re.compile(
    r"(?<!\\)\*{1,3}|(?<!\\)`{1,3}|(?<![\w{])_{1,3}(?=\w)|(?<=\w)_{1,3}(?![\w}])"
)
_ENDLESS_REFERENCE = re.compile(r"&#[xX]?[0-9a-fA-F]{12,}")
"""No character; of thousands of figures Python refuses to make a number."""
_SPACES = re.compile(r"[ \t]+")


def texts_of(body: str) -> dict[Level, str]:
    """The lines of each level that has any; ``.safety`` text is on both, as on the page."""
    lines: dict[Level, list[str]] = {Level.CLINICAL: [], Level.PLAIN: []}
    safety: dict[Level, list[str]] = {Level.CLINICAL: [], Level.PLAIN: []}
    for line, level, is_safety, goes_on in _lines(without_hidden(body).text):
        for known in (lines[level], *([safety[OTHER[level]]] if is_safety else [])):
            if goes_on and known:
                known[-1] += f" {line}"
            else:
                known.append(line)
    return {
        level: "\n".join((*own, *safety[level]))[:MAX_BODY] for level, own in lines.items() if own
    }


def _lines(text: str) -> Iterator[tuple[str, Level, bool, bool]]:
    """Each line of words, its level, whether it is safety text, and whether it is the rest of one.

    A paragraph may be written in lines of any length.
    """
    lines = [*text.split("\n"), ""]
    plain_under = safety_under = 0
    at, begins_block, before = 0, True, ""
    while at < len(lines) - 1:
        heading = heading_of(lines[at], lines[at + 1] if begins_block else "")
        if heading:
            depth, markers, taken = heading
            plain_under = 0 if depth <= plain_under else plain_under
            safety_under = 0 if depth <= safety_under else safety_under
            is_plain = not plain_under and "plain" in markers
            if is_plain:
                plain_under = depth
            if not safety_under and "safety" in markers:
                safety_under = depth
            words = "" if is_plain else readable(lines[at].lstrip("#").rstrip("# "))
            goes_on, before = False, ""
            at += taken
        else:
            words = readable(lines[at])
            goes_on = bool(before) and not _BEGINS.match(lines[at])
            before = "" if _WHOLE.match(lines[at]) else words
            at += 1
        if words:
            level = Level.PLAIN if plain_under else Level.CLINICAL
            yield words, level, bool(safety_under), goes_on
        begins_block = bool(heading) or not lines[at - 1].strip()


def readable(line: str) -> str:
    """The words of one line of Markdown, with ``{{placeholders}}`` as they are."""
    return _readable(line[:MAX_LINE]) + line[MAX_LINE:]


def _readable(line: str) -> str:
    words = line[_STRUCTURE.match(line).end() :]  # type: ignore[union-attr]  # it matches nothing
    if not words or _DEFINITION.match(words) or _RULE.match(words):
        return ""
    if _CALLOUT_KIND.match(words):
        words = _title_of_callout(words)
    if words.startswith("|"):
        words = " – ".join(filter(None, map(str.strip, words.strip("| ").split("|"))))
    if "](" in words or "][" in words:
        words = _IMAGE_OR_LINK.sub(_words_of_link, words)
    if "{:" in words:
        words = _ATTRIBUTES.sub("", words)
    if "<" in words:
        words = _TAG.sub("", _AUTOMATIC.sub(r"\1", words))
    if "*" in words or "`" in words or "_" in words:
        words = _EMPHASIS.sub("", words)
    if "\\" in words:
        words = _ESCAPED.sub(r"\1", words)
    if "&" in words:
        words = html.unescape(_ENDLESS_REFERENCE.sub("", words))
    if "  " in words or "\t" in words:
        words = _SPACES.sub(" ", words)
    return words.strip(" #\t")


def _title_of_callout(words: str) -> str:
    """What stands in quotes at the end; all of the line where it is no callout after all."""
    opening = words.find('"')
    if opening < 0:
        return ""
    line = words.rstrip(" ")
    closing = len(line) - 1
    return line[opening + 1 : closing] if line.endswith('"') and closing > opening else words


def _words_of_link(match: re.Match[str]) -> str:
    return match["words"]
