"""Pages built from packs: a section, the care guidance, the list of topics."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence

from viewer.core.blocks import (
    Block,
    Callout,
    CalloutKind,
    Card,
    Heading,
    HelpBox,
    Paragraph,
    Text,
)
from viewer.core.language import best_language, lookup
from viewer.core.level import Level
from viewer.core.links import Link, LinkKind
from viewer.core.locales import format_number, isolated_among
from viewer.core.model import GRACE_DAYS, Section, Title, Topic
from viewer.core.packs.clinic import Clinic
from viewer.core.pages.answers import answer_notice
from viewer.core.pages.glance import at_a_glance, help_text
from viewer.core.pages.glossary import Explanation, explain, glossary_blocks, terms_for
from viewer.core.pages.glossary_marks import mark_cards
from viewer.core.pages.marked_text import MarkedTexts
from viewer.core.pages.page import Page, Provenance
from viewer.core.pages.provenance import Provenances
from viewer.core.pages.review import weakness
from viewer.core.pages.values import WordsOf, fill_text, fill_values
from viewer.core.place import Asked, PageKind, Place
from viewer.core.transform import map_blocks
from viewer.core.words import Words


class PageBuilder:
    """Builds pages for readers of one language, with one clinic's values."""

    def __init__(
        self,
        words: Words,
        clinic: Clinic,
        language: str,
        today: Callable[[], datetime.date],
        words_of: WordsOf | None = None,
        grace: Callable[[], float] = lambda: GRACE_DAYS,
    ) -> None:
        """``words_of`` gives the words of other languages; without it ``words`` serve for all.

        ``grace`` gives the days after which a review that is due counts as lapsed.
        """
        self._words, self._words_of = words, words_of or (lambda _: words)
        self.clinic = clinic
        """Whose values the pages have."""
        self._language = language
        self.provenances = Provenances(words, language, today, grace)
        """Where texts come from, and who has read them."""
        self._texts = MarkedTexts(language)

    def prepare(self, topic: Topic, section: Section) -> None:
        """Read a section ahead, at both levels."""
        for level in section.levels:
            self._texts.at(topic, section, level)

    def section(self, topic: Topic, section: Section, level: Level) -> Page:
        """A section at ``level``, or at the level that it has, with a notice that says so."""
        shown = section.level_for(level)
        text = self._texts.at(topic, section, shown)
        notices: list[Block] = []
        if not text:
            notices.append(self.notice("broken", CalloutKind.WARNING))
        elif shown is not level:
            notices.append(self.notice(f"no_{level}"))
        is_foreign = section.language not in lookup(self._language)
        parts = {section.language} if is_foreign else {block.language for block in text}
        notices.extend(self.foreign_notices(parts))
        titled = topic.titled(section.id, self._language, shown) or section
        provenance = self.provenances.of([(topic, [section])], {block.language for block in text})
        dated = self.provenances.notices(provenance)
        is_help = section.id == topic.help  # of which nothing may come first
        before, after = ((), dated) if is_help else (dated, ())
        return Page(
            place=Place(PageKind.SECTION, level, topic.id, section.id),
            title=self.fill(titled.title_at(shown), titled.language),
            title_language=titled.language,
            language=section.language,
            blocks=self.finished((*before, *notices, *text, *after)),
            provenance=provenance,
        )

    def care(self, topics: Sequence[Topic], topic_id: str = "") -> Page:
        """The care guidance of ``topics``, each topic's cards and then its getting-help box.

        ``topic_id`` is the topic whose page this is; empty on the page of a whole library.
        """
        tag = self._language
        blocks: list[Block] = [self.paragraph("care.lead")]
        shown: list[tuple[Topic, Sequence[Section]]] = []
        each = [[*t.care_sections(tag), t.help_section(tag)] for t in topics]
        blocks.extend(self.foreign_notices(s.language for some in each for s in some if s))
        for topic in topics:
            sections = list(topic.care_sections(tag))
            if len(topics) > 1:
                blocks.append(self.topic_heading(topic))
            blocks.extend(self.card(topic, section) for section in sections)
            if section := topic.help_section(tag):
                sections.append(section)
                blocks.append(self.help_box(topic, section))
            elif topic.help:
                blocks.append(self.notice("no_help", CalloutKind.DANGER))
            shown.append((topic, sections))
        provenance = self.provenances.of(shown)
        blocks[1:1] = self.provenances.notices(provenance)
        return Page(
            place=Place(PageKind.CARE, Level.PLAIN, topic_id),
            title=self._words("care.title"),
            language=self._words.language_of("care.title"),
            blocks=self.finished(mark_cards(tuple(blocks), topics)),
            provenance=provenance,
        )

    def foreign_notices(self, languages: Iterable[str]) -> Iterator[Block]:
        """That the text, or a part of it, is in another language than the reader's.

        ``languages`` are those of its parts.
        """
        foreign = [tag not in lookup(self._language) for tag in languages]
        if any(foreign):
            key = "page.untranslated" if all(foreign) else "page.partly_untranslated"
            yield self._untranslated(key)

    def home(self, topics: Sequence[Topic], level: Level, asked: Asked | None = None) -> Page:
        """The list of topics; where it answers a request, a notice says so."""
        cards: tuple[Block, ...] = tuple(self._topic_card(topic) for topic in topics)
        notices = (answer_notice(asked, self._words),) if asked else ()
        return Page(
            place=Place(PageKind.HOME, level, asked=asked),
            title=self._words("home.title"),
            language=self._words.language_of("home.title"),
            blocks=self.finished((*notices, *(cards or (self.paragraph("home.no_topics"),)))),
            provenance=self.provenances.of(
                [(t, ()) for t in topics if t.most_important.by_language]
            ),
        )

    def home_of_many(
        self, titles: Sequence[Title], level: Level, most: int, asked: Asked | None = None
    ) -> Page:
        """The first ``most`` topics of many, by title alone: of most topics no more is known."""
        key = "home.many"
        language = self._words.language_of(key)
        count = format_number(len(titles), self._words.locale_of(key))
        lead = Paragraph(language=language, children=(Text(self._words(key, count=count)),))
        notices = (answer_notice(asked, self._words),) if asked else ()
        cards = (
            Card(
                language=tag,
                icon="",
                title=(Text(self.fill(text, tag)),),
                link=Link(LinkKind.TOPIC, topic),
                blocks=(),
            )
            for topic, text, tag in titles[:most]
        )
        return Page(
            place=Place(PageKind.HOME, level, asked=asked),
            title=self._words("home.title"),
            language=self._words.language_of("home.title"),
            blocks=self.finished((*notices, lead, *cards)),
        )

    def glossary(self, topic: Topic, level: Level) -> Page:
        """All words that a topic explains: in its sources' words in part, in nobody's in part."""
        title = "glossary.plain_title" if level is Level.PLAIN else "glossary.title"
        languages = {term.language for term in terms_for(topic, self._language)}
        reviews = [self.provenances.review(topic, tag) for tag in languages]
        blocks = glossary_blocks(topic, self._language, self._words, self.fill)
        sources = tuple(topic.sources.values())
        return Page(
            place=Place(PageKind.GLOSSARY, level, topic.id),
            title=self._words(title),
            language=self._words.language_of(title),
            blocks=self.finished(blocks),
            provenance=Provenance(sources, True, min(reviews, key=weakness)) if reviews else None,
        )

    def about(self, topic: Topic, level: Level) -> Page:
        """Who has read a topic's text, and what has changed in it."""
        from viewer.core.pages.about import about_page  # few ever open it

        return about_page(topic, level, self._words, self.provenances, self.fill)

    def explain(self, topic: Topic, term_id: str) -> Explanation | None:
        """The meaning of a word, which its topic's glossary has."""
        return explain(topic, term_id, self._language, self.fill)

    def fill(self, text: str, language: str) -> str:
        """A title in ``language`` with the clinic's values in it, to stand among the reader's."""
        filled = fill_text(text, self.clinic, self._words_of(language))
        return isolated_among(filled, language, self._language)

    def finished(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Values filled in, and callouts without a title named by the word of their kind."""

        def titled(block: Block) -> Block:
            if isinstance(block, Callout) and not block.title:
                word = Text(self._words_of(block.language)(f"callout.{block.kind}"))
                return dataclasses.replace(block, title=(word,))
            return block

        return map_blocks(fill_values(blocks, self.clinic, self._words_of), titled)

    def missing(self, place: Place) -> Page:
        """A page whose file has gone since the library was opened."""
        return Page(
            place=place,
            title=self._words("page.broken_title"),
            language=self._words.language_of("page.broken_title"),
            blocks=(self.paragraph("page.broken_text"),),
        )

    def card(self, topic: Topic, section: Section) -> Card:
        """A section of the care guidance at a glance."""
        broken = self.notice("broken", CalloutKind.WARNING)
        return Card(
            language=section.language,
            icon=section.icon or section.care,
            title=(Text(self._title(topic, section)),),
            link=Link(LinkKind.SECTION, section.id, topic.id),
            blocks=at_a_glance(topic, section) or (broken,),
        )

    def help_box(self, topic: Topic, section: Section) -> HelpBox:
        """A topic's text about getting help, all of it."""
        broken = self.notice("broken", CalloutKind.WARNING)
        return HelpBox(
            language=section.language,
            title=(Text(self._title(topic, section)),),
            link=Link(LinkKind.SECTION, section.id, topic.id),
            blocks=help_text(topic, section) or (broken,),
        )

    def _title(self, topic: Topic, section: Section) -> str:
        """A section's plain title, in the reader's language where that has one."""
        level = section.level_for(Level.PLAIN)
        titled = topic.titled(section.id, self._language, level) or section
        return self.fill(titled.title_at(level), titled.language)

    def _topic_card(self, topic: Topic) -> Card:
        language = best_language(self._language, topic.languages, topic.language)
        lead = topic.most_important.get(self._language, topic.language)
        return Card(
            language=language,
            icon="",
            title=(Text(self.fill(topic.title_in(self._language), language)),),
            link=Link(LinkKind.TOPIC, topic.id),
            blocks=(Paragraph(language=language, children=(Text(self.fill(lead, language)),)),)
            if lead
            else (),
        )

    def topic_heading(self, topic: Topic) -> Heading:
        """A topic's title above what follows of it."""
        language = best_language(self._language, topic.languages, topic.language)
        title = (Text(self.fill(topic.title_in(self._language), language)),)
        return Heading(language=language, level=2, id=f"topic-{topic.id}", children=title)

    def paragraph(self, key: str) -> Paragraph:
        """A paragraph of the words under ``key``."""
        language = self._words.language_of(key)
        return Paragraph(language=language, children=(Text(self.fill(self._words(key), language)),))

    def notice(self, name: str, kind: CalloutKind = CalloutKind.NOTE) -> Callout:
        """What readers are told of a page, from the words ``page.<name>_title`` and ``_text``."""
        title, text = f"page.{name}_title", f"page.{name}_text"
        return Callout(
            language=self._words.language_of(title),
            kind=kind,
            title=(Text(self._words(title)),),
            blocks=(self.paragraph(text),),
        )

    def _untranslated(self, key: str) -> Callout:
        language = self._words.language_of(key)
        blocks = (self.paragraph(key),)
        return Callout(language=language, kind=CalloutKind.NOTE, title=(), blocks=blocks)
