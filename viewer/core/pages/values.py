"""The clinic's values put where the text names them; nothing is ever guessed."""

from __future__ import annotations

import re

from viewer.core.blocks import Block, Inline, Linked, Text, Value
from viewer.core.links import Link, LinkKind, parse_link
from viewer.core.markdown.marks import VALUES
from viewer.core.packs.clinic import Clinic
from viewer.core.transform import map_inlines
from viewer.core.words import Words

_NAMED = re.compile(r"\{\{[ ]*(" + "|".join(VALUES) + r")[ ]*\}\}")


def value_text(name: str, clinic: Clinic, words: Words) -> str:
    """The clinic's value, or the words that stand for one that it has not given."""
    return clinic.value(name) or words(f"value.{name}")


def fill_text(text: str, clinic: Clinic, words: Words) -> str:
    """A title or another line of front matter with its values filled in."""
    return _NAMED.sub(lambda m: value_text(m[1], clinic, words), text)


def fill_values(blocks: tuple[Block, ...], clinic: Clinic, words: Words) -> tuple[Block, ...]:
    """The same blocks with words in the place of values; blanks stay, to be written on."""

    def change(inline: Inline) -> tuple[Inline, ...]:
        if isinstance(inline, Value):
            return (Text(value_text(inline.name, clinic, words)),)
        if isinstance(inline, Linked) and "{{" in inline.link.target:
            link = _dialled(inline.link, clinic)
            return (Linked(link, inline.children),) if link else inline.children
        return (inline,)

    return map_inlines(blocks, change)


def _dialled(link: Link, clinic: Clinic) -> Link | None:
    """A telephone link to the clinic's number; None while the clinic has given none."""
    match = _NAMED.fullmatch(link.target)
    number = clinic.value(match[1]) if match else ""
    filled = parse_link(f"tel:{number}")
    return filled if filled.kind is LinkKind.TELEPHONE else None
