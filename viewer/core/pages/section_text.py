"""A section's parsed text, split into its two levels; safety text belongs to both."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from viewer.core.blocks import Block, Heading, Image, Inline, Linked
from viewer.core.language import lookup
from viewer.core.level import Level
from viewer.core.links import LinkKind
from viewer.core.markdown.reader import ParsedText, read_markdown
from viewer.core.model import Section, Topic
from viewer.core.transform import map_inlines
from viewer.core.tree import part, parts_marked, says_something

KEPT_TEXTS = 64
"""Parsed sections kept in memory: a topic or two."""


@dataclass(frozen=True, slots=True)
class SectionText:
    """The blocks of each level as the author ordered them, with headings from level 2 on."""

    clinical: tuple[Block, ...] = ()
    plain: tuple[Block, ...] = ()

    def own(self, level: Level) -> tuple[Block, ...]:
        """The blocks of ``level`` alone."""
        return self.plain if level is Level.PLAIN else self.clinical

    def at(self, level: Level) -> tuple[Block, ...]:
        """The blocks of ``level``, and after them the safety text of the other level."""
        if level is Level.PLAIN:
            return with_safety(self.plain, self.clinical)
        return with_safety(self.clinical, self.plain)


@lru_cache(maxsize=KEPT_TEXTS)
def parse_section(section: Section) -> ParsedText:
    """The section's Markdown as blocks; the same section is parsed once."""
    return read_markdown(section.body, section.language, section.path, section.body_line)


def section_text(section: Section) -> SectionText:
    """The section's text by level; empty where its Markdown could not be read."""
    clinical: list[Block] = []
    plain: list[Block] = []
    blocks = parse_section(section).blocks or ()
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if isinstance(block, Heading) and "plain" in block.markers:
            under = part(blocks, at)
            plain.extend(under if "safety" in block.markers else under[1:])
            at += len(under)
        else:
            clinical.append(block)
            at += 1
    return SectionText(_outlined(clinical), _outlined(plain))


def text_at(
    topic: Topic, section: Section, level: Level, reader: str = "", last: Iterable[str] = ()
) -> tuple[Block, ...]:
    """What readers of ``level`` see of a section, and after it all safety text that it lacks.

    That is in the language of the ``reader`` where the topic has it so, else in the section's,
    else in the topic's, else in one of the ``last``.
    """
    text = section_text(section).own(level)
    for tag in dict.fromkeys((*lookup(reader), *lookup(section.language), topic.language, *last)):
        written = topic.sections.get(tag, {}).get(section.id)
        if written is not None:
            text = with_safety(text, section_text(written).at(level))
    return map_inlines(text, lambda inline: (_qualified(inline, topic),))


def _qualified(inline: Inline, topic: Topic) -> Inline:
    """On a page pictures and links name their topic too: it may hold text of several."""
    if isinstance(inline, Image) and inline.source:
        return dataclasses.replace(inline, source=f"{topic.id}/{inline.source}")
    if isinstance(inline, Linked) and inline.link.kind is LinkKind.SECTION:
        link = dataclasses.replace(inline.link, topic=inline.link.topic or topic.id)
        return dataclasses.replace(inline, link=link)
    return inline


def with_safety(own: tuple[Block, ...], other: tuple[Block, ...]) -> tuple[Block, ...]:
    """``own``, and after it each ``.safety`` text of ``other`` whose id ``own`` does not have.

    One that has nothing under its heading does not count as there. Where ``other`` has an id
    twice, which is a fault of its author's, both texts are kept.
    """
    there = {_id(safety) for safety in parts_marked(own, "safety") if says_something(safety)}
    came: set[int] = set()
    missing: list[Block] = []
    for safety in parts_marked(other, "safety"):
        if _id(safety) not in there and id(safety[0]) not in came:
            came.update(map(id, safety))  # what stands inside it has come with it
            missing.extend(_outlined(safety))
    return (*own, *missing)


def _id(part_of_text: tuple[Block, ...]) -> str:
    heading = part_of_text[0]
    return heading.id if isinstance(heading, Heading) else ""


def safety_ids(blocks: Iterable[Block]) -> tuple[str, ...]:
    """The ids of the safety texts, in order."""
    return tuple(b.id for b in blocks if isinstance(b, Heading) and "safety" in b.markers)


def _outlined(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Headings moved so that the highest is of level 2 and none skips a level."""
    found: list[Block] = []
    open_levels: list[int] = []
    for block in blocks:
        if isinstance(block, Heading):
            while open_levels and open_levels[-1] >= block.level:
                open_levels.pop()
            open_levels.append(block.level)
            found.append(dataclasses.replace(block, level=min(len(open_levels) + 1, 6)))
        else:
            found.append(block)
    return tuple(found)
