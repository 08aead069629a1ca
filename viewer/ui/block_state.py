"""What a page's writer leaves in each of its blocks for later: one number, all that Qt keeps.

Qt drops the language of HTML, and gives headings sizes of its own: so a block's number says its
level, whether the glossary explains a word in it, and which of the page's languages it is in.
"""

from __future__ import annotations

from typing import NamedTuple

NOTHING = -1
"""Qt's own number, of a block that was given none."""
_TERMS = 8
_LANGUAGE = 16


class BlockState(NamedTuple):
    """What is known of a block."""

    level: int = 0
    """Of a heading, 1 to 6; 0: it is none."""
    has_terms: bool = False
    """There are words in it that the glossary explains."""
    language: int = 0
    """Which of the screen's languages; the first is the page's own."""


def number_of(state: BlockState) -> int:
    """The number that says this; ``NOTHING`` where there is nothing to say."""
    number = state.level + _TERMS * state.has_terms + _LANGUAGE * state.language
    return number or NOTHING


def state_of(number: int) -> BlockState:
    """What a block's number says."""
    if number <= 0:
        return BlockState()
    return BlockState(number % _TERMS, bool(number & _TERMS), number // _LANGUAGE)
