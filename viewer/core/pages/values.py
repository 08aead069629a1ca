"""The clinic's values put where the text names them; nothing is ever guessed."""

from __future__ import annotations

import dataclasses
import re

from viewer.core.blocks import Abbreviation, Block, Image, Inline, Linked, Text, Value
from viewer.core.links import Link, LinkKind, parse_link
from viewer.core.markdown.marks import VALUES
from viewer.core.packs.clinic import Clinic
from viewer.core.transform import map_inlines
from viewer.core.words import Words

_NAMED = re.compile(r"\{\{[ ]*([^{}]*?)[ ]*\}\}")


def value_text(name: str, clinic: Clinic, words: Words) -> str:
    """The clinic's value, or the words that stand for one that it has not given."""
    return clinic.value(name) or words(f"value.{name}")


def fill_text(text: str, clinic: Clinic, words: Words) -> str:
    """A title or another line of words with its values filled in."""

    def filled(match: re.Match[str]) -> str:
        return value_text(match[1], clinic, words) if match[1] in VALUES else "____"

    return _NAMED.sub(filled, text)


def unknown_values(text: str) -> tuple[str, ...]:
    """The names in a title, or in another line of words, that stand for no value."""
    return tuple(name for name in _NAMED.findall(text) if name not in VALUES)


def fill_values(blocks: tuple[Block, ...], clinic: Clinic, words: Words) -> tuple[Block, ...]:
    """The same blocks with words in the place of values; blanks stay, to be written on."""

    def change(inline: Inline) -> tuple[Inline, ...]:
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

    return map_inlines(blocks, change)


def _dialled(link: Link, clinic: Clinic) -> Link | None:
    """A telephone link to the clinic's number; None while the clinic has given none."""
    match = _NAMED.fullmatch(link.target)
    number = clinic.value(match[1]) if match and match[1] in VALUES else ""
    filled = parse_link(f"tel:{number}")
    return filled if filled.kind is LinkKind.TELEPHONE else None
