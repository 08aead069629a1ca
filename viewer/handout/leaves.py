"""Sections on their way to paper: what the screen shows of each, cut into pieces, kept a while.

A nurse changes the size and looks again, a batch makes three sizes of a topic: the text is
the same, and to make it takes longer than to set it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from viewer.core.blocks import Block, Callout
from viewer.core.level import Level
from viewer.core.model import Section, Topic
from viewer.core.pages.builder import PageBuilder
from viewer.core.pages.glossary_marks import mark_terms
from viewer.core.pages.page import Page
from viewer.core.pages.section_text import text_at
from viewer.handout.blanks import with_keys
from viewer.handout.outline import Blocks
from viewer.handout.safety import Piece, pieces_of

KEPT = 200
"""Sections kept in memory: those of a few topics."""

_ATTRIBUTES = re.compile(r"\{:[^{}\n]*\}")

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A section's page, its notices apart from its text."""

    section: Section
    page: Page
    notices: Blocks
    pieces: tuple[Piece, ...]
    is_broken: bool
    """There is no text in a language that the reader was to get; ``pieces`` may be in another."""


class Leaves:
    """Makes them for readers of one language."""

    def __init__(
        self, builder: PageBuilder, language: str, today: Callable[[], datetime.date]
    ) -> None:
        self._builder = builder
        self._language = language
        self._today = today
        self._kept: dict[tuple[object, ...], tuple[Topic, Section, object]] = {}

    def leaf(self, topic: Topic, section: Section, level: Level, name: str) -> Leaf:
        """A section at ``level``, or at the level that it has; its blanks are named ``name``."""

        def made() -> Leaf:
            page = self._builder.section(topic, section, level)
            at = 0
            while at < len(page.blocks) and _is_notice(page.blocks[at]):
                at += 1
            end = len(page.blocks)
            while end > at and _is_notice(page.blocks[end - 1]):
                end -= 1  # below getting help, of which nothing comes first
            notices, blocks = page.blocks[:at] + page.blocks[end:], page.blocks[at:end]
            if more := self._found_elsewhere(topic, section, blocks):
                before = len(self._text(topic, section, level))
                last = self._text(topic, section, level, more)[before:]
                blocks = (*blocks, *self._builder.finished(last))
            pieces = pieces_of(with_keys(blocks, name))
            return Leaf(section, page, notices, pieces, at == end)

        return self._kept_or(made, topic, section, ("leaf", level, name, self._today()))

    def safety(self, topic: Topic, section: Section, level: Level) -> tuple[Piece, ...]:
        """Its safety text alone, with the glossary's words marked where that first uses them."""

        def made() -> tuple[Piece, ...]:
            text = self._text(topic, section, level)
            if more := self._found_elsewhere(topic, section, text):
                text = self._text(topic, section, level, more)
            if not any(piece.safety for piece in pieces_of(text)):
                return ()
            pieces = [piece for piece in pieces_of(with_keys(text, section.id)) if piece.safety]
            marked = mark_terms(tuple(b for piece in pieces for b in piece.blocks), topic)
            return tuple(p for p in pieces_of(self._builder.finished(marked)) if p.safety)

        return self._kept_or(made, topic, section, ("safety", level))

    def _text(
        self, topic: Topic, section: Section, level: Level, last: Iterable[str] = ()
    ) -> Blocks:
        return text_at(topic, section, section.level_for(level), self._language, last)

    def _found_elsewhere(self, topic: Topic, section: Section, blocks: Blocks) -> tuple[str, ...]:
        """The languages that have safety text of a section which ``blocks`` lack.

        The screen has what its reader's language and the topic's have; should both be broken,
        paper would rather give the rule in any language than not at all.
        """
        known = {piece.safety for piece in pieces_of(blocks)}
        texts = ((tag, topic.sections.get(tag, {}).get(section.id)) for tag in topic.languages)
        return tuple(tag for tag, text in texts if text and _safety_ids(text.body) - known)

    def _kept_or(
        self, make: Callable[[], Made], topic: Topic, section: Section, more: tuple[object, ...]
    ) -> Made:
        key = (*more, topic.id, section.id, section.language)
        kept = self._kept.pop(key, None)
        if kept is None or kept[0] is not topic or kept[1] is not section:  # read anew since
            kept = (topic, section, make())
        self._kept[key] = kept  # last, so that the first is the one used longest ago
        if len(self._kept) > KEPT:
            del self._kept[next(iter(self._kept))]
        return kept[2]  # type: ignore[return-value]  # the key says which


def _is_notice(block: Block) -> bool:
    """Whether the program put it there: what stands in a file has a line."""
    return isinstance(block, Callout) and block.line == 0


def _safety_ids(body: str) -> set[str]:
    """The ids of the safety headings, or what may be one, without parsing the text."""
    if "safety" not in body:
        return set()
    found = (match[0] for match in _ATTRIBUTES.finditer(body))
    return {
        next((word[1:] for word in braces[2:-1].split() if word.startswith("#")), "")
        for braces in found
        if ".safety" in braces
    }
