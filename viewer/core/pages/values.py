"""The clinic's values put where the text names them; nothing is ever guessed."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable

from viewer.core.blocks import (
    Abbreviation,
    Block,
    Image,
    Inline,
    Linked,
    Preformatted,
    Text,
    Value,
)
from viewer.core.links import Link, LinkKind, parse_link
from viewer.core.locales import is_right_to_left, isolated
from viewer.core.markdown.marks import VALUES
from viewer.core.packs.clinic import Clinic
from viewer.core.transform import map_blocks, with_runs
from viewer.core.words import Words

Fill = Callable[[str, str], str]
"""Puts the clinic's values into a text, which is in the language that is named after it."""
WordsOf = Callable[[str], Words]
"""The words for readers of a language."""

_NAMED = re.compile(r"\{\{[ ]*([^{}]*?)[ ]*\}\}")


def value_text(name: str, clinic: Clinic, words: Words) -> str:
    """The clinic's value, or the words that stand for one that it has not given.

    Among words that run from right to left it keeps its own order.
    """
    value = clinic.value(name) or words(f"value.{name}")
    return isolated(value) if is_right_to_left(words.reader) else value


def fill_text(text: str, clinic: Clinic, words: Words) -> str:
    """A title or another line of words with its values filled in."""

    def filled(match: re.Match[str]) -> str:
        return value_text(match[1], clinic, words) if match[1] in VALUES else "____"

    return _NAMED.sub(filled, text)


def unknown_values(text: str) -> tuple[str, ...]:
    """The names in a title, or in another line of words, that stand for no value."""
    return tuple(name for name in _NAMED.findall(text) if name not in VALUES)


def fill_values(blocks: tuple[Block, ...], clinic: Clinic, words_of: WordsOf) -> tuple[Block, ...]:
    """The same blocks with words in the place of values; blanks stay, to be written on.

    A value that the clinic has not given reads in the language of the text around it.
    """

    def filled(block: Block) -> Block:
        words = words_of(block.language)
        if isinstance(block, Preformatted):
            return dataclasses.replace(block, text=fill_text(block.text, clinic, words))
        return with_runs(block, lambda inline: _filled(inline, clinic, words))

    return map_blocks(blocks, filled)


def _filled(inline: Inline, clinic: Clinic, words: Words) -> tuple[Inline, ...]:
    if isinstance(inline, Value):
        return (Text(value_text(inline.name, clinic, words)),)
    if isinstance(inline, Linked) and "{{" in inline.link.target:
        link = _dialled(inline.link, clinic)
        return (dataclasses.replace(inline, link=link),) if link else inline.children
    if isinstance(inline, Image):
        alternative = fill_text(inline.alternative, clinic, words)
        return (dataclasses.replace(inline, alternative=alternative),)
    if isinstance(inline, Abbreviation):
        return (Abbreviation(inline.text, fill_text(inline.meaning, clinic, words)),)
    return (inline,)


def _dialled(link: Link, clinic: Clinic) -> Link | None:
    """A telephone link to the clinic's number; None while the clinic has given none."""
    match = _NAMED.fullmatch(link.target)
    number = clinic.value(match[1]) if match and match[1] in VALUES else ""
    filled = parse_link(f"tel:{number}")
    return filled if filled.kind is LinkKind.TELEPHONE else None
