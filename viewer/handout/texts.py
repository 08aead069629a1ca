"""The parts of a handout that are a topic's text: sections, getting help, safety, questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from viewer.core.blocks import Block, Callout, CalloutKind, Heading, ListBlock, Paragraph, Text
from viewer.core.language import lookup
from viewer.core.level import Level
from viewer.core.model import Section, Topic
from viewer.core.pages.builder import PageBuilder
from viewer.core.pages.page import Page, Provenance
from viewer.core.words import Words
from viewer.handout.around import titled
from viewer.handout.chosen import chosen_sections
from viewer.handout.leaves import Leaf, Leaves
from viewer.handout.model import Part, PartKind
from viewer.handout.order import Order
from viewer.handout.outline import HIGHEST, Blocks, outlined
from viewer.handout.safety import Piece, SafetyPrinted


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


class _Sheet:
    """A section's leaf and what of it is printed."""

    def __init__(self, leaf: Leaf) -> None:
        self.leaf = leaf
        self.section = leaf.section
        self.page = leaf.page
        self.notices = leaf.notices
        self.kept: list[Piece] = []


class Gatherer:
    """Gathers one topic's parts for one order, in one language."""

    def __init__(
        self, topic: Topic, order: Order, builder: PageBuilder, leaves: Leaves, words: Words
    ) -> None:
        self._topic = topic
        self._leaves = leaves
        self._order = order
        self._builder = builder
        self._words = words
        self._language = words.reader
        self._printed = SafetyPrinted(self._translated())

    def texts(self) -> Texts:
        """All parts.

        Raises:
            OrderError: the topic has no such section, or no care guidance.
        """
        chosen = chosen_sections(self._topic, self._order, self._language)
        section = self._topic.help_section(self._language)
        box: _Sheet | None = None
        if section is not None:
            box = _Sheet(self._leaves.leaf(self._topic, section, Level.PLAIN, section.id))
        sheets = [self._sheet(s) for s in chosen if not self._stands_in_help(s, box)]
        every = [box, *sheets] if box else sheets
        for sheet in every:  # getting help first: its box must be whole
            text = (piece for piece in sheet.leaf.pieces if not piece.teach_back)
            sheet.kept = [piece for piece in text if self._printed.first_time(piece)]
        safety, safety_pages = self._safety({sheet.section.id for sheet in every})
        notices = self._shared_notices(sheets, box)
        sections = (self._part(sheet, PartKind.SECTION) for sheet in sheets)
        in_order = [*sheets, box] if box else sheets
        return Texts(
            help=self._help(box),
            sections=tuple(part for part in sections if part.blocks),
            notices=notices,
            safety=safety,
            teach_back=self._questions([p for sheet in in_order for p in sheet.leaf.pieces]),
            provenances=tuple(
                page.provenance
                for page in (*(sheet.page for sheet in in_order), *safety_pages)
                if page.provenance
            ),
            languages=self._languages(every, safety),
        )

    def _translated(self) -> set[tuple[str, str]]:
        """The originals of the safety texts that the reader gets in translation.

        Where one section's translation lacks a rule that another's has, it is not printed in
        two languages.
        """
        topic, found = self._topic, set[tuple[str, str]]()
        own = tuple(lookup(self._language))
        if topic.language in own:
            return found
        for section_id in topic.section_ids():
            level = Level.PLAIN if section_id == topic.help else self._order.level
            section = topic.section(section_id, self._language, level)
            original = topic.sections.get(topic.language, {}).get(section_id)
            if section is None or original is None:
                continue
            shown = self._leaves.safety(topic, section, level)
            ids = {piece.safety for piece in shown if piece.blocks[0].language in own}
            there = self._leaves.safety(topic, original, level) if ids else ()
            found |= {
                piece.key
                for piece in there
                if piece.safety in ids and piece.blocks[0].language == topic.language
            }
        return found

    def _stands_in_help(self, section: Section, box: _Sheet | None) -> bool:
        """Whether the getting-help box says all that the section would."""
        if box is None or section.id != box.section.id:
            return False
        shown = box.section.level_for(Level.PLAIN)  # the clinical text, where there is no other
        return self._order.level is Level.PLAIN or section.level_for(self._order.level) is shown

    def _sheet(self, section: Section) -> _Sheet:
        # Getting help, for health workers: its lines must not take the names of those in the box.
        name = f"{section.id}-clinical" if section.id == self._topic.help else section.id
        return _Sheet(self._leaves.leaf(self._topic, section, self._order.level, name))

    def _part(self, sheet: _Sheet, kind: PartKind) -> Part:
        text = outlined([block for piece in sheet.kept for block in piece.blocks])
        section, page = sheet.section, sheet.page
        return Part(
            kind=kind,
            id=section.id,
            language=page.title_language or page.language,
            title=(Text(page.title),),
            blocks=(*sheet.notices, *text),
            icon=section.icon or section.care or ("help" if kind is PartKind.HELP else ""),
            topic=self._topic.id,
        )

    def _help(self, sheet: _Sheet | None) -> Part:
        """The getting-help box; where there is no text, what the screen says then."""
        if sheet is not None and not sheet.leaf.is_broken:
            return self._part(sheet, PartKind.HELP)
        words, text, title = self._words, "page.no_help_text", "page.no_help_title"
        tag = words.language_of(text)
        said = Paragraph(language=tag, children=(Text(self._builder.fill(words(text), tag)),))
        rest = outlined([b for piece in sheet.kept for b in piece.blocks]) if sheet else ()
        return Part(
            kind=PartKind.HELP,
            id=self._topic.help or PartKind.HELP,
            language=words.language_of(title),
            title=(Text(words(title)),),
            blocks=(said, *rest),
            icon="help",
            topic=self._topic.id,
        )

    def _safety(self, printed: set[str]) -> tuple[tuple[Part, ...], list[Page]]:
        """The safety text of the other sections; each rule has a title of its own."""
        blocks: list[Block] = []
        pages: list[Page] = []
        for section_id in self._topic.section_ids():
            section = self._topic.section(section_id, self._language, self._order.level)
            if section is None or section_id in printed:
                continue
            safety = self._leaves.safety(self._topic, section, self._order.level)
            pieces = [piece for piece in safety if self._printed.first_time(piece)]
            if not pieces:
                continue
            pages.append(self._sheet(section).page)
            for piece in pieces:
                blocks.extend(outlined(piece.blocks, HIGHEST))
        if not blocks:
            return (), pages
        part = titled(PartKind.SAFETY, "handout.safety", self._words, tuple(blocks), self._topic.id)
        return (part,), pages

    def _shared_notices(self, sheets: Sequence[_Sheet], box: _Sheet | None) -> tuple[Part, ...]:
        """Notices that all sections share are said once, and taken from the sections."""
        every = [*sheets, box] if box else list(sheets)
        among = sheets if len(sheets) > 1 else every
        if len(among) < 2:
            return ()
        shared = [n for n in among[0].notices if all(n in sheet.notices for sheet in among)]
        for sheet in every:
            sheet.notices = tuple(n for n in sheet.notices if n not in shared)
        foreign = [sheet.section.language not in lookup(self._language) for sheet in every]
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

    def _languages(self, sheets: Sequence[_Sheet], safety: Sequence[Part]) -> tuple[str, ...]:
        """The languages of the text that is printed: each has a version of its own."""
        found = {b.language for sheet in sheets for p in sheet.leaf.pieces for b in p.blocks}
        found |= {block.language for part in safety for block in part.blocks}
        own = list(lookup(self._language))
        there = [tag for tag in self._topic.languages if tag in found] or [self._topic.language]
        return tuple(sorted(there, key=lambda tag: tag not in own))


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
