"""Words of a page, said again as they are said where the page is read aloud.

An item under "Do not" may be one that does not say so itself; by itself too it is heard with that.
Letters and digits are compared, for screen and voice have other signs between them. What is not
certain is said with more rather than with less.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence

from viewer.core.pages.heard import letters_of
from viewer.core.pages.spoken import Utterance

_ALIKE = 8
"""Letters with which a sentence begins on the screen and in the reading."""


def as_said(
    heard: Iterable[Utterance], page: Sequence[Utterance], *, is_heading: bool = False
) -> list[Utterance]:
    """The same as the reading of the page says it; a heading is no item, if it is read as one."""
    known = [one for one in page if one.row is None]
    return [dataclasses.replace(one, text=_whole(one.text, known, is_heading)) for one in heard]


def _whole(text: str, page: Sequence[Utterance], is_heading: bool) -> str:
    letters = letters_of(text)
    if not letters:
        return text
    same = [one for one in page if letters in (_seen(one), letters_of(one.text))]
    if is_heading and any(letters_of(one.text) == letters for one in same):
        return text
    if same:
        return max((one.text for one in same), key=lambda said: len(letters_of(said)))
    # The screen shows addresses that nobody says, and may end a sentence elsewhere.
    alike = [one for one in page if _begins(letters, _seen(one))]
    before = (_before(one) for one in sorted(alike, key=lambda one: -len(_seen(one))))
    return next(filter(None, before), "") + text


def _seen(one: Utterance) -> str:
    return "".join(piece.letters for piece in one.seen)


def _begins(letters: str, seen: str) -> bool:
    """Whether one begins as the other, and the shorter has nothing that the longer lacks."""
    some = min(len(letters), len(seen), _ALIKE)
    if not some or letters[:some] != seen[:some]:
        return False
    shorter, longer = sorted((letters, seen), key=len)
    rest = iter(longer)
    return all(letter in rest for letter in shorter)


def _before(one: Utterance) -> str:
    """What is heard of a sentence before anything that is seen of it."""
    said, seen = letters_of(one.text), _seen(one)
    if said == seen or not said.endswith(seen):
        return ""
    left = len(said) - len(seen)
    for at, character in enumerate(one.text):
        if character.isalnum():
            if not left:
                return one.text[:at]
            left -= 1
    return ""
