"""A section at a glance: what its card, and the getting-help box, show of its text."""

from __future__ import annotations

import dataclasses

from viewer.core.blocks import Block, Heading, ListBlock, Paragraph
from viewer.core.level import Level
from viewer.core.model import Section, Topic
from viewer.core.pages.section_text import text_at
from viewer.core.tree import parts_marked, walk

CARD_ACTIONS = 2
"""First actions that a card shows; the section has the others."""

_INNER_LEVEL = 3
"""Headings inside a card stand under the card's own title."""


def at_a_glance(topic: Topic, section: Section) -> tuple[Block, ...]:
    """The main message, the first actions, and all safety text; empty where there is no text."""
    blocks = text_at(topic, section, Level.PLAIN)
    doing = next(parts_marked(blocks, "do"), blocks)
    actions = next((b for b in walk(doing) if isinstance(b, ListBlock)), None)
    glance: list[Block] = [block for block in blocks[:1] if isinstance(block, Paragraph)]
    if actions:
        glance.append(dataclasses.replace(actions, items=actions.items[:CARD_ACTIONS]))
    for safety in parts_marked(blocks, "safety"):
        glance.extend(safety)
    return _inner(glance)


def help_text(topic: Topic, section: Section) -> tuple[Block, ...]:
    """All of the getting-help section but the questions that a nurse asks on paper."""
    blocks = text_at(topic, section, section.level_for(Level.PLAIN))
    asked = {id(block) for asking in parts_marked(blocks, "teach-back") for block in asking}
    return _inner([block for block in blocks if id(block) not in asked])


def _inner(blocks: list[Block]) -> tuple[Block, ...]:
    return tuple(
        dataclasses.replace(b, level=max(b.level, _INNER_LEVEL)) if isinstance(b, Heading) else b
        for b in blocks
    )
