"""Telephone numbers as they are said, and as they are shown: never on two lines.

They are said digit by digit, never "nine hundred and eleven". Digits with a space between them
are what every speech engine reads one by one, and a comma is where it pauses: 911 becomes
"9 1 1", and 555-0100 "5 5 5, 0 1 0 0".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_LONG = re.compile(
    r"""(?<![\w.,/-])
        (?: (?:\+[ ]?)?\(?\d{1,4}\)?          # a country or an area
            (?:[ ]?[-.·][ ]?|[ ])?
            \(?\d{2,5}\)?
            (?:(?:[ ]?[-.·][ ]?|[ ])\d{2,5}){0,4}
          | \+?\d{9,15} )
        (?![\w%°])(?![.,/-]\d)""",
    re.VERBOSE,
)
_LEAST_DIGITS, _LEAST_UNBROKEN = 7, 9
_NO_NUMBER = re.compile(
    r"""\d{4}-\d{2}-\d{2} | \d{1,2}[-.]\d{1,2}[-.]\d{4}   # a date
      | [12]\d{3}[ ]?-[ ]?[12]\d{3}                      # from one year, or dose, to another
      | \d{1,3}(?:[. ]\d{3})+                            # a million with its marks: 1.000.000
    """,
    re.VERBOSE,
)
_EMERGENCY = re.compile(r"(?<![\w.,/+-])(?:112|911|988|999)(?![\w%°])(?![.,:/-]\w)")
"""Numbers that people are told to call; wherever they stand, digits are understood."""
_GROUP = re.compile(r"\d+")
_BETWEEN = re.compile(r"[\s().·/-]+")
_IN_LINK = re.compile(r"\+?\(?\d[\d ().·/-]*\d\)?")


def said_digit_by_digit(text: str, numbers: Iterable[str] = ()) -> str:
    """The text with its telephone numbers spelled out; ``numbers`` are some that are known."""
    for number in sorted(filter(_has_digits, numbers), key=len, reverse=True):
        whole = rf"(?<!\w)(?<!\d[.,]){re.escape(number)}(?!\w)(?![.,]\d)"
        text = re.sub(whole, lambda match: spelled(match[0]), text)
    text = _LONG.sub(_if_dialled, text)
    return _EMERGENCY.sub(lambda match: spelled(match[0]), text)


def unbroken(text: str, numbers: Iterable[str] = ()) -> str:
    """The text with its telephone numbers each on one line; ``numbers`` are some that are known."""
    for number in filter(_has_digits, numbers):
        text = text.replace(number, _held_together(number))
    return _LONG.sub(_if_held_together, text)


def link_spelled(text: str) -> str:
    """The words of a link to a telephone, whose every number is one to dial."""
    return _IN_LINK.sub(lambda match: spelled(match[0]), text)


def spelled(number: str) -> str:
    """One number: its digits one by one, a pause between its groups, whatever else as it is."""
    parts = [_GROUP.sub(lambda m: " ".join(m[0]), part) for part in _BETWEEN.split(number)]
    return ", ".join(filter(None, parts))


def _if_dialled(match: re.Match[str]) -> str:
    found = match[0]
    if found.isdigit():
        return spelled(found) if len(found) >= _LEAST_UNBROKEN else found
    few = sum(character.isdigit() for character in found) < _LEAST_DIGITS
    return found if few or _NO_NUMBER.fullmatch(found) else spelled(found)


def _held_together(number: str) -> str:
    return number.strip().replace(" ", "\N{NO-BREAK SPACE}")


def _if_held_together(match: re.Match[str]) -> str:
    found = match[0]
    return _held_together(found) if _if_dialled(match) != found else found


def _has_digits(number: str) -> bool:
    return any(character.isdigit() for character in number)
