"""Pages as a kiosk shows them: links that lead out are text, and the others end it as rows."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from viewer.core.blocks import (
    Block,
    CalloutKind,
    Card,
    Heading,
    Inline,
    Linked,
    Paragraph,
    Run,
    Term,
    Text,
)
from viewer.core.level import Level
from viewer.core.links import Link, LinkKind
from viewer.core.model import Section, Topic
from viewer.core.pages.builder import PageBuilder
from viewer.core.pages.dialled import unbroken
from viewer.core.pages.glossary_marks import comparable
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

MOST_WORDS = 7
"""Words that a page explains at its end, so that they never bury it; the glossary has them all."""
MORE_ID, WORDS_ID = "read-more", "words-on-this-page"


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
    """When to get help, of each topic, all of it; where that is missing, the least is said."""
    blocks: list[Block] = []
    shown: list[tuple[Topic, Sequence[Section]]] = []
    for topic in topics:
        section = topic.help_section(language)
        if section is not None:
            blocks += [builder.topic_heading(topic), builder.help_box(topic, section)]
            shown.append((topic, [section]))
        elif topic.help:
            blocks += [builder.topic_heading(topic), builder.notice("no_help", CalloutKind.DANGER)]
            shown.append((topic, []))
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
    each = [(topic, section) for topic, sections in shown for section in sections]
    if each:
        topic, section = each[0]
        titled = topic.titled(section.id, language, Level.PLAIN) or section
        title, tag = titled.title_at(Level.PLAIN), titled.language
    else:
        lack = builder.notice("no_help")
        title, tag = plain_text(lack.title), lack.language
    notices = builder.foreign_notices(section.language for _, section in each)
    provenance = builder.provenances.of(shown)
    dated = builder.provenances.notices(provenance)
    is_help = place.kind is PageKind.HELP  # of which nothing may come first
    before, after = ((), dated) if is_help else (dated, ())
    return Page(
        place=place,
        title=builder.fill(title, tag),
        title_language=tag,
        language=language,
        blocks=builder.finished((*before, *notices, *blocks, *after)),
        provenance=provenance,
    )


class KioskEnds:
    """Gives a page the end that a kiosk's pages have."""

    def __init__(
        self,
        words: Words,
        allows: Callable[[LinkKind], bool],
        target_of: TargetOf,
        numbers: Iterable[str] = (),
    ) -> None:
        """``allows`` says which links may be followed at all; ``numbers`` are the clinic's own."""
        self._words, self._allows, self._target_of = words, allows, target_of
        self._numbers = tuple(numbers)

    def ended(self, page: Page, *, heard: bool = False) -> Page:
        """The page with its links, and the words that it explains, as rows at its end.

        A link inside a sentence is smaller than a finger. Where the page is ``heard`` its links
        stay: a voice says no addresses, and says the number of a link digit by digit.
        """
        blocks = _without_letters(page.blocks)
        if not heard:
            blocks = self.unlinked(blocks)
        links = dict.fromkeys(self._links(blocks, page.place.topic))
        more = [row for link in links if (row := self._row(link))]
        terms = self._terms(blocks)
        ends: list[Block] = []
        for key, name, rows in (("more", MORE_ID, more), ("words", WORDS_ID, terms)):
            if rows:
                ends += [self._heading(f"kiosk.{key}", name), *rows]
        return dataclasses.replace(page, blocks=(*blocks, *ends))

    def unlinked(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """The blocks with what nobody may follow as text."""
        return map_inlines(blocks, self._inline)

    def _inline(self, inline: Inline) -> Run:
        """A link that nobody may follow is its words, and what it leads to.

        A telephone number stands on one line.
        """
        if isinstance(inline, Text):
            return (Text(unbroken(inline.text, self._numbers)),)
        if not isinstance(inline, Linked) or self._allows(inline.link.kind):
            return (inline,)
        target, words = inline.link.target, plain_text(inline.children)
        if _names(inline.link.kind, target, words):
            return inline.children
        return (*inline.children, Text(f" ({unbroken(target, [target])})"))

    def _links(self, blocks: Sequence[Block], topic: str) -> Iterator[Link]:
        """Every link of the page that leads to another page, in reading order."""
        for inline, _ in _inlines(blocks):
            if isinstance(inline, Linked) and inline.link.kind is LinkKind.SECTION:
                yield dataclasses.replace(inline.link, topic=inline.link.topic or topic, anchor="")
            elif isinstance(inline, Linked) and inline.link.kind is LinkKind.TOPIC:
                yield inline.link

    def _terms(self, blocks: Sequence[Block]) -> list[Card]:
        """The first words that the page explains, called as the page calls them, and the way on."""
        rows: dict[Link, Card] = {}
        for inline, language in _inlines(blocks):
            if isinstance(inline, Term):
                link = Link(LinkKind.TERM, inline.id, inline.topic)
                if link not in rows and (row := self._row(link, inline.text, language)):
                    rows[link] = row
        if len(rows) <= MOST_WORDS + 1:  # a row that says that there is one more takes its room
            return list(rows.values())
        more = Target(self._words("kiosk.more_words"), self._words.language_of("kiosk.more_words"))
        following = list(rows)[MOST_WORDS]
        return [*list(rows.values())[:MOST_WORDS], _card(more._replace(icon="glossary"), following)]

    def _row(self, link: Link, word: str = "", language: str = "") -> Card | None:
        """``word`` is what the page calls it, in a text of ``language``."""
        target = self._target_of(link)
        if target is None:
            return None
        if language == target.language and comparable(word) != comparable(target.title):
            target = target._replace(title=word)
        return _card(target, link)

    def _heading(self, key: str, name: str) -> Heading:
        language = self._words.language_of(key)
        return Heading(language=language, level=2, id=name, children=(Text(self._words(key)),))


def _card(target: Target, link: Link) -> Card:
    title, language, icon, meaning = target
    under = (Paragraph(language=language, children=(Text(meaning),)),) if meaning else ()
    return Card(language=language, icon=icon, title=(Text(title),), link=link, blocks=under)


def _names(kind: LinkKind, target: str, words: str) -> bool:
    """Whether the words of a link that is none any more say what it leads to."""
    if kind is LinkKind.TELEPHONE:
        return _digits(target) in _digits(words)
    bare = target.partition("://")[2].removeprefix("www.").rstrip("/")
    return kind is not LinkKind.WEB or bare in words


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _inlines(blocks: Sequence[Block]) -> Iterator[tuple[Inline, str]]:
    """Whatever stands on a line, with the language of its block."""
    for block in walk(blocks):
        for run in runs(block):
            for inline in walk_inlines(run):
                yield inline, block.language


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
