"""Advice that could hurt somebody, in a sentence, and whether the sentence forbids it.

A negation holds from where it stands to the end of its clause. Not every one does: "if you do
not feel well, stop taking it" and "do not forget to drink more" forbid nothing.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

from viewer.core.checks.lists import Lists

_BREAKS = re.compile(r"[;:.!?—–]")
"""What ends a clause wherever it stands."""
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\u2066-\u2069\u202a-\u202e\ufeff]")
_LONGEST_CLAUSE = 600
"""Characters before the advice in which a negation is looked for; further off none counts."""


def danger_in(text: str, lists: Lists, *, forbidden: bool = False) -> str:
    """The first dangerous advice of a sentence that nothing turns round; else empty.

    ``forbidden``: the sentence stands under words that forbid it, such as "Do not".
    """
    seen = as_seen(text)
    ends: list[int] = []
    for found in lists.danger.finditer(seen):
        ends = ends or _ends(seen, lists)  # worked out once: a text may say it a thousand times
        own = lists.negations.match(found[0]) is not None  # "no need to call" hurts as it stands
        if own or not _is_turned(seen, found.start(), ends, lists, forbidden):
            return found[0]
    return ""


def is_forbidden(text: str, at: int, lists: Lists) -> bool:
    """Whether a sentence forbids what stands in it at ``at``; it is as ``as_seen`` gives it."""
    return _is_turned(text, at, _ends(text, lists), lists, forbidden=False)


def as_seen(text: str) -> str:
    """The text as eyes read it: without what is invisible, each accent in one way."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).replace("\u2019", "'")


def _is_turned(text: str, at: int, ends: list[int], lists: Lists, forbidden: bool) -> bool:
    start = _clause_start(text, at, ends, lists)
    clause = text[max(start, at - _LONGEST_CLAUSE) : at]
    if lists.mentions.search(clause) or lists.near_negations.search(clause):
        return True
    plain = lists.no_negations.sub(" ", clause)
    if forbidden and start == 0 and plain == clause:
        return True
    if lists.joined.search(clause):
        return False
    if lists.conditions.match(clause.lstrip()):
        return lists.adjacent_negations.search(plain) is not None
    return lists.negations.search(plain) is not None


def _clause_start(text: str, at: int, ends: list[int], lists: Lists) -> int:
    """Where the clause begins; a comma ends one that is a condition."""
    start = begin = ends[bisect_right(ends, at) - 1]
    in_condition = False
    for comma in (*_commas(text, begin, at), at):
        part = text[begin:comma].lstrip()
        joins = lists.goes_on.match(part)
        rest = part[joins.end() :].lstrip() if joins else part
        in_condition = bool(lists.conditions.match(rest)) or (in_condition and joins is not None)
        if in_condition:
            start = comma + 1 if comma < at else begin
        begin = comma + 1
    return start


def _commas(text: str, start: int, end: int) -> list[int]:
    first = max(start, end - _LONGEST_CLAUSE)
    return [first + found.start() for found in re.finditer(",", text[first:end])]


def _ends(text: str, lists: Lists) -> list[int]:
    """Where clauses begin."""
    breaks = (*_BREAKS.finditer(text), *lists.breaks.finditer(text))
    return sorted({0, *(found.end() for found in breaks)})
