"""The parts of a handout that are a topic's text: sections, getting help, safety, questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from viewer.core.blocks import Block, Callout, CalloutKind, Heading, ListBlock, Paragraph, Text
from viewer.core.language import lookup
from viewer.core.level import Level
from viewer.core.model import Section, Topic
from viewer.core.pages.builder import PageBuilder
from viewer.core.pages.glossary_marks import mark_terms
from viewer.core.pages.page import Page, Provenance
from viewer.core.pages.section_text import text_at
from viewer.core.words import Words
from viewer.handout.around import titled
from viewer.handout.blanks import with_keys
from viewer.handout.chosen import chosen_sections
from viewer.handout.model import Part, PartKind
from viewer.handout.order import Order
from viewer.handout.outline import HIGHEST, Blocks, outlined
from viewer.handout.safety import Piece, SafetyPrinted, pieces_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """What a handout takes from a topic's pages, for readers of one language."""

    help: Part
    sections: tuple[Part, ...]
    notices: tuple[Part, ...]
    """At most one: what would stand on every section."""
    safety: tuple[Part, ...]
    """At most one: the safety text of sections that are not printed."""
    teach_back: tuple[Part, ...]
    """At most one: the questions of what is printed."""
    provenances: tuple[Provenance, ...]
    languages: tuple[str, ...]
    """Those of the text, the reader's first."""


@dataclass(slots=True)
class _Leaf:
    """A page on its way to paper."""

    section: Section
    page: Page
    notices: Blocks
    pieces: tuple[Piece, ...]
    kept: list[Piece] = field(default_factory=list)


class Gatherer:
    """Gathers one topic's parts for one order, in one language."""

    def __init__(self, topic: Topic, order: Order, builder: PageBuilder, words: Words) -> None:
        self._topic = topic
        self._order = order
        self._builder = builder
        self._words = words
        self._language = words.reader
        self._printed = SafetyPrinted()

    def texts(self) -> Texts:
        """All parts.

        Raises:
            OrderError: the topic has no such section, or no care guidance.
        """
        chosen = chosen_sections(self._topic, self._order, self._language)
        section = self._topic.help_section(self._language)
        help_leaf = self._leaf(section, Level.PLAIN, section.id) if section else None
        leaves = [self._leaf_of(s) for s in chosen if not self._stands_in_help(s, help_leaf)]
        every = [help_leaf, *leaves] if help_leaf else leaves
        for leaf in every:  # getting help first: its box must be whole
            leaf.kept = [p for p in leaf.pieces if not p.teach_back and self._printed.first_time(p)]
        safety, safety_pages = self._safety({leaf.section.id for leaf in every})
        notices = self._shared_notices(leaves, help_leaf)
        sections = (self._part(leaf, PartKind.SECTION) for leaf in leaves)
        in_order = [*leaves, help_leaf] if help_leaf else leaves
        return Texts(
            help=self._help(help_leaf),
            sections=tuple(part for part in sections if part.blocks),
            notices=notices,
            safety=safety,
            teach_back=self._questions([p for leaf in in_order for p in leaf.pieces]),
            provenances=tuple(
                page.provenance
                for page in (*(leaf.page for leaf in in_order), *safety_pages)
                if page.provenance
            ),
            languages=self._languages(every, safety),
        )

    def _stands_in_help(self, section: Section, help_leaf: _Leaf | None) -> bool:
        """Whether the getting-help box says all that the section would."""
        if help_leaf is None or section.id != help_leaf.section.id:
            return False
        return section.level_for(self._order.level) is help_leaf.page.place.level or (
            self._order.level is Level.PLAIN
        )

    def _leaf_of(self, section: Section) -> _Leaf:
        # Getting help, for health workers: its lines must not take the names of those in the box.
        name = f"{section.id}-clinical" if section.id == self._topic.help else section.id
        return self._leaf(section, self._order.level, name)

    def _leaf(self, section: Section, level: Level, name: str) -> _Leaf:
        page = self._builder.section(self._topic, section, level)
        at = 0
        while at < len(page.blocks) and _is_notice(page.blocks[at]):
            at += 1
        text = with_keys(page.blocks[at:], name)
        return _Leaf(section, page, page.blocks[:at], pieces_of(text))

    def _part(self, leaf: _Leaf, kind: PartKind) -> Part:
        text = outlined([block for piece in leaf.kept for block in piece.blocks])
        section, page = leaf.section, leaf.page
        return Part(
            kind=kind,
            id=section.id,
            language=page.title_language or page.language,
            title=(Text(page.title),),
            blocks=(*leaf.notices, *text),
            icon=section.icon or section.care or ("help" if kind is PartKind.HELP else ""),
            topic=self._topic.id,
        )

    def _help(self, leaf: _Leaf | None) -> Part:
        """The getting-help box; where there is no text, what the screen says then."""
        if leaf is not None and leaf.kept:
            return self._part(leaf, PartKind.HELP)
        words, text, title = self._words, "page.no_help_text", "page.no_help_title"
        tag = words.language_of(text)
        said = Text(self._builder.fill(words(text), tag))
        return Part(
            kind=PartKind.HELP,
            id=self._topic.help or PartKind.HELP,
            language=words.language_of(title),
            title=(Text(words(title)),),
            blocks=(Paragraph(language=tag, children=(said,)),),
            icon="help",
            topic=self._topic.id,
        )

    def _safety(self, printed: set[str]) -> tuple[tuple[Part, ...], list[Page]]:
        """The safety text of the other sections, each under its section's title."""
        blocks: list[Block] = []
        pages: list[Page] = []
        for section_id in self._topic.section_ids():
            section = self._topic.section(section_id, self._language, self._order.level)
            if section is None or section_id in printed:
                continue
            pieces = [p for p in self._safety_of(section) if self._printed.first_time(p)]
            if not pieces:
                continue
            page = self._builder.section(self._topic, section, self._order.level)
            pages.append(page)
            blocks.append(
                Heading(
                    language=page.title_language or page.language,
                    level=HIGHEST,
                    id=f"safety-{section_id}",
                    children=(Text(page.title),),
                )
            )
            for piece in pieces:
                blocks.extend(outlined(piece.blocks, HIGHEST + 1))
        if not blocks:
            return (), pages
        part = titled(PartKind.SAFETY, "handout.safety", self._words, tuple(blocks), self._topic.id)
        return (part,), pages

    def _safety_of(self, section: Section) -> tuple[Piece, ...]:
        """A section's safety text, with the glossary's words marked where it first uses them."""
        level = section.level_for(self._order.level)
        text = with_keys(text_at(self._topic, section, level, self._language), section.id)
        pieces = [piece for piece in pieces_of(text) if piece.safety]
        marked = mark_terms(tuple(b for piece in pieces for b in piece.blocks), self._topic)
        return tuple(p for p in pieces_of(self._builder.finished(marked)) if p.safety)

    def _shared_notices(self, leaves: Sequence[_Leaf], help_leaf: _Leaf | None) -> tuple[Part, ...]:
        """Notices that all sections share are said once, and taken from the sections."""
        every = [*leaves, help_leaf] if help_leaf else list(leaves)
        among = leaves if len(leaves) > 1 else every
        if len(among) < 2:
            return ()
        shared = [n for n in among[0].notices if all(n in leaf.notices for leaf in among)]
        for leaf in every:
            leaf.notices = tuple(n for n in leaf.notices if n not in shared)
        foreign = [leaf.section.language not in lookup(self._language) for leaf in every]
        said = tuple(self._of_handout(notice, all(foreign)) for notice in shared)
        if not said:
            return ()
        tag = said[0].language
        return (Part(kind=PartKind.NOTICE, id="notice", language=tag, title=(), blocks=said),)

    def _of_handout(self, notice: Block, whole: bool) -> Block:
        """A notice of a page as one of the handout."""
        words = self._words
        if not isinstance(notice, Callout) or not _says(notice, words("page.untranslated")):
            return notice
        key = "handout.untranslated" if whole else "handout.partly_untranslated"
        tag = words.language_of(key)
        text = Paragraph(language=tag, children=(Text(words(key)),))
        box = Callout(language=tag, kind=CalloutKind.NOTE, title=(), blocks=(text,))
        return self._builder.finished((box,))[0]

    def _questions(self, pieces: Sequence[Piece]) -> tuple[Part, ...]:
        """The questions that a nurse asks, in one list for each language, each once."""
        lists: dict[str, dict[str, Blocks]] = {}
        for piece in pieces:
            for item in _items(piece.blocks) if piece.teach_back else ():
                key = Piece(item).signature
                lists.setdefault(item[0].language, {}).setdefault(key, item)
        blocks = tuple(
            ListBlock(language=tag, items=tuple(items.values())) for tag, items in lists.items()
        )
        if not blocks:
            return ()
        topic = self._topic.id
        return (titled(PartKind.TEACH_BACK, "handout.teach_back", self._words, blocks, topic),)

    def _languages(self, leaves: Sequence[_Leaf], safety: Sequence[Part]) -> tuple[str, ...]:
        """The languages of the text that is printed: each has a version of its own."""
        found = {b.language for leaf in leaves for p in leaf.pieces for b in p.blocks}
        found |= {block.language for part in safety for block in part.blocks}
        own = list(lookup(self._language))
        there = [tag for tag in self._topic.languages if tag in found] or [self._topic.language]
        return tuple(sorted(there, key=lambda tag: tag not in own))


def _is_notice(block: Block) -> bool:
    """Whether the program put it there: what stands in a file has a line."""
    return isinstance(block, Callout) and block.line == 0


def _says(notice: Callout, text: str) -> bool:
    first = notice.blocks[0]
    return isinstance(first, Paragraph) and first.children == (Text(text),)


def _items(blocks: Blocks) -> list[Blocks]:
    """What stands under a heading of questions, as items of one list."""
    items: list[Blocks] = []
    for block in blocks:
        if isinstance(block, ListBlock):
            items.extend(item for item in block.items if item)
        elif not isinstance(block, Heading):
            items.append((block,))
        elif "teach-back" not in block.markers:
            items.append((Paragraph(language=block.language, children=block.children),))
    return items
