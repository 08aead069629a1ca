"""A section at a glance: what its card, and the getting-help box, show of its text."""

from __future__ import annotations

import dataclasses

from viewer.core.blocks import Block, Heading, ListBlock, Paragraph
from viewer.core.level import Level
from viewer.core.model import Section, Topic
from viewer.core.pages.section_text import text_at, with_safety
from viewer.core.tree import parts_marked, walk, without_parts

CARD_ACTIONS = 2
"""First actions that a card shows; the section has the others."""

_NO_ACTIONS = frozenset({"dont", "safety", "teach-back"})
"""Their lists are not things to do: "ice on your skin" must not become an action."""


def at_a_glance(topic: Topic, section: Section) -> tuple[Block, ...]:
    """The main message, the first actions, and all safety text; empty where there is no text."""
    blocks = text_at(topic, section, Level.PLAIN)
    doing = without_parts(next(parts_marked(blocks, "do"), blocks), _NO_ACTIONS)
    actions = next((b for b in walk(doing) if isinstance(b, ListBlock)), None)
    glance: list[Block] = [block for block in blocks[:1] if isinstance(block, Paragraph)]
    if actions:
        glance.append(dataclasses.replace(actions, items=actions.items[:CARD_ACTIONS]))
    return _inner((*glance, *with_safety((), blocks)))


def help_text(topic: Topic, section: Section) -> tuple[Block, ...]:
    """All of the getting-help section but the questions that a nurse asks on paper."""
    blocks = text_at(topic, section, section.level_for(Level.PLAIN))
    text = without_parts(blocks, frozenset({"teach-back"}))
    return _inner(with_safety(text, blocks))  # safety text may stand under such a question


def _inner(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Headings inside a card stand under the card's own title."""
    return tuple(
        dataclasses.replace(b, level=min(b.level + 1, 6)) if isinstance(b, Heading) else b
        for b in blocks
    )
