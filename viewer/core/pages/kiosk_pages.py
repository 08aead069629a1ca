"""Pages as a kiosk shows them: links that lead out are text, and the others end it as rows."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from viewer.core.blocks import Block, Card, Heading, Inline, Linked, Paragraph, Run, Term, Text
from viewer.core.level import Level
from viewer.core.links import Link, LinkKind
from viewer.core.model import Section, Topic
from viewer.core.pages.builder import PageBuilder
from viewer.core.pages.page import Page
from viewer.core.place import PageKind, Place
from viewer.core.transform import map_inlines
from viewer.core.tree import plain_text, runs, walk, walk_inlines
from viewer.core.words import Words


class Target(NamedTuple):
    """What a row says of the page, or the word, that it leads to."""

    title: str
    language: str
    icon: str = ""
    meaning: str = ""
    """Of a word."""


TargetOf = Callable[[Link], Target | None]
"""Of what a link leads to; None where nothing is there."""

MORE_ID, WORDS_ID = "read-more", "words-on-this-page"
_PAGES = frozenset({LinkKind.SECTION, LinkKind.TOPIC})


def care_of_kind(builder: PageBuilder, topics: Sequence[Topic], kind: str, language: str) -> Page:
    """One kind of care guidance, of each topic that has it, at a glance."""
    blocks: list[Block] = []
    shown: list[tuple[Topic, Sequence[Section]]] = []
    for topic in topics:
        sections = [s for s in topic.care_sections(language) if s.care == kind]
        if sections:
            blocks.append(builder.topic_heading(topic))
            blocks.extend(builder.card(topic, section) for section in sections)
            shown.append((topic, sections))
    place = Place(PageKind.CARE_KIND, Level.PLAIN, section=kind)
    return _page(builder, place, blocks, shown, language)


def getting_help(builder: PageBuilder, topics: Sequence[Topic], language: str) -> Page:
    """When to get help, of each topic, all of it."""
    blocks: list[Block] = []
    shown: list[tuple[Topic, Sequence[Section]]] = []
    for topic in topics:
        section = topic.help_section(language)
        if section is not None:
            blocks += [builder.topic_heading(topic), builder.help_box(topic, section)]
            shown.append((topic, [section]))
    return _page(builder, Place(PageKind.HELP, Level.PLAIN), blocks, shown, language)


def _page(
    builder: PageBuilder,
    place: Place,
    blocks: Sequence[Block],
    shown: Sequence[tuple[Topic, Sequence[Section]]],
    language: str,
) -> Page:
    if not shown:
        return builder.missing(place)
    topic, section = shown[0][0], shown[0][1][0]
    titled = topic.titled(section.id, language, Level.PLAIN) or section
    return Page(
        place=place,
        title=builder.fill(titled.title_at(Level.PLAIN), titled.language),
        title_language=titled.language,
        language=language,
        blocks=builder.finished(tuple(blocks)),
        provenance=builder.provenance(shown),
    )


class KioskEnds:
    """Gives a page the end that a kiosk's pages have."""

    def __init__(
        self, words: Words, allows: Callable[[LinkKind], bool], target_of: TargetOf
    ) -> None:
        """``allows`` says which links may be followed at all."""
        self._words, self._allows, self._target_of = words, allows, target_of

    def ended(self, page: Page) -> Page:
        """The page with its links, and the words that it explains, as rows at its end.

        A link inside a sentence is smaller than a finger.
        """
        blocks = map_inlines(_without_letters(page.blocks), self._inline)
        links = dict.fromkeys(self._links(blocks, page.place.topic))
        more = [row for link in links if link.kind in _PAGES and (row := self._row(link))]
        terms = [row for link in links if link.kind is LinkKind.TERM and (row := self._row(link))]
        ends: list[Block] = []
        for key, name, rows in (("more", MORE_ID, more), ("words", WORDS_ID, terms)):
            if rows:
                ends += [self._heading(f"kiosk.{key}", name), *rows]
        return dataclasses.replace(page, blocks=(*blocks, *ends))

    def plain(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Without the links that nobody may follow."""
        return map_inlines(blocks, self._inline)

    def _inline(self, inline: Inline) -> Run:
        """A link that nobody may follow is its words; of a web page its address too."""
        if not isinstance(inline, Linked) or self._allows(inline.link.kind):
            return (inline,)
        words = plain_text(inline.children)
        if inline.link.kind is not LinkKind.WEB or inline.link.target in words:
            return inline.children
        return (*inline.children, Text(f" ({inline.link.target})"))

    def _links(self, blocks: Sequence[Block], topic: str) -> Iterator[Link]:
        """Every link of the page that leads to another page or word, in reading order."""
        for inline in _inlines(blocks):
            if isinstance(inline, Term):
                yield Link(LinkKind.TERM, inline.id, inline.topic)
            elif isinstance(inline, Linked) and inline.link.kind is LinkKind.SECTION:
                yield dataclasses.replace(inline.link, topic=inline.link.topic or topic, anchor="")
            elif isinstance(inline, Linked) and inline.link.kind is LinkKind.TOPIC:
                yield inline.link

    def _row(self, link: Link) -> Card | None:
        target = self._target_of(link)
        if target is None:
            return None
        title, language, icon, meaning = target
        under = (Paragraph(language=language, children=(Text(meaning),)),) if meaning else ()
        return Card(language=language, icon=icon, title=(Text(title),), link=link, blocks=under)

    def _heading(self, key: str, name: str) -> Heading:
        language = self._words.language_of(key)
        return Heading(language=language, level=2, id=name, children=(Text(self._words(key)),))


def _inlines(blocks: Sequence[Block]) -> Iterator[Inline]:
    for block in walk(blocks):
        for run in runs(block):
            yield from walk_inlines(run)


def _without_letters(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Without a row of links to places on the page, such as letters: each is too small to touch."""
    return tuple(block for block in blocks if not _is_letters(block))


def _is_letters(block: Block) -> bool:
    if not isinstance(block, Paragraph):
        return False
    links = [inline for inline in block.children if isinstance(inline, Linked)]
    words = [
        inline for inline in block.children if isinstance(inline, Text) and inline.text.strip()
    ]
    return len(links) > 1 and not words and all(x.link.kind is LinkKind.ANCHOR for x in links)
