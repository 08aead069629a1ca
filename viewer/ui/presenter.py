"""From a place to a screen: builds the page and writes it as the window shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from viewer.core.blocks import Block, Card, Linked, Paragraph, Text
from viewer.core.level import Level
from viewer.core.links import Link, LinkKind
from viewer.core.locales import isolated_among
from viewer.core.model import Title
from viewer.core.navigation import CARE_TOPICS, has_care
from viewer.core.packs.library import Library
from viewer.core.pages.builder import PageBuilder
from viewer.core.pages.foot import foot_blocks, review_line, source_line
from viewer.core.pages.glossary import Explanation
from viewer.core.pages.page import Page, Provenance
from viewer.core.pages.review import ReviewState
from viewer.core.pages.values import Fill
from viewer.core.place import PageKind, Place
from viewer.core.titles import Titles
from viewer.core.words import Words
from viewer.ui.inline_html import InlineWriter
from viewer.ui.metrics import Metrics
from viewer.ui.page_html import PageWriter
from viewer.ui.pictures import Pictures
from viewer.ui.screen import CARE_ROW, GLOSSARY_ROW, Screen, SidebarRow
from viewer.ui.sidebar_rows import clinical_rows, plain_rows, topic_rows, with_glossary
from viewer.ui.theme import Theme

HOME_CARDS = 24
"""Topics on the first page of a large library; the sidebar has all of them."""


class Presenter:
    """Makes screens for readers of one language."""

    def __init__(
        self,
        library: Library,
        builder: PageBuilder,
        words: Words,
        language: str,
        pictures: Pictures,
        titles: Titles,
    ) -> None:
        self._library = library
        self._builder = builder
        self._words = words
        self._language = language
        self._pictures = pictures
        self._titles = titles
        self._rows: tuple[Sequence[Title], tuple[SidebarRow, ...]] = ((), ())
        """The rows of all topics, and the titles that they were made of."""

    def fill(self, text: str, language: str) -> str:
        """A text in ``language`` with the clinic's own values in it."""
        return self._builder.fill(text, language)

    def glossary_title(self, level: Level) -> str:
        """What the page of all words is called for readers of a level."""
        words = "glossary.plain_title" if level is Level.PLAIN else "glossary.title"
        return self._words(words)

    def screen(self, place: Place, theme: Theme, metrics: Metrics) -> Screen:
        """The screen for a place that the library has."""
        page = self.page(place)
        title, rows, current = self._sidebar(place)
        help_section, help_title = self._help(place.topic)
        provenance = page.provenance
        foot = self.foot(provenance) if provenance else ()
        if provenance and provenance.topic and place.kind is not PageKind.ABOUT:
            foot = (*foot, *self.about_link(provenance.topic))
        missing = self._words("page.picture_missing", alternative="{alternative}")
        inline = InlineWriter(theme, metrics, self._pictures.size, missing)
        writer = PageWriter(theme, metrics, inline, language=self._language)
        html = writer.page(page.title, page.blocks, foot, page.title_language or page.language)
        return Screen(
            title=page.title,
            html=html,
            languages=writer.languages,
            cards=tuple(b.link.href for b in page.blocks if isinstance(b, Card)),
            topic_title=title,
            rows=rows,
            current=current,
            help=help_section,
            help_title=help_title,
            plain=place.level is Level.PLAIN,
            source=self._line(source_line(provenance, self._words)) if provenance else "",
            review=self._line(review_line(provenance.review, self._words)) if provenance else "",
            translation=self._line(self._words("page.draft_translation"))
            if provenance and provenance.draft_translation
            else "",
            draft=provenance is not None and provenance.review.state is not ReviewState.REVIEWED,
            disclaimer=self._line(self._words("page.disclaimer")),
        )

    def foot(self, provenance: Provenance) -> tuple[Block, ...]:
        """Where a page's text comes from, as its last blocks."""
        return foot_blocks(provenance, self._words)

    def about_link(self, topic: str) -> tuple[Block, ...]:
        """Where the rest of that is told."""
        key = "about.link"
        link = Linked(Link(LinkKind.ABOUT, topic), (Text(self._words(key)),))
        return (Paragraph(language=self._words.language_of(key), children=(link,)),)

    def _line(self, words: str) -> str:
        """A sentence of the status line, which may be in English for want of the reader's words."""
        return isolated_among(words, self._words.language, self._language)

    def read_ahead(self, topic_id: str) -> Iterator[None]:
        """Parse the sections of a topic, one a step, so that opening them finds it done."""
        topic = self._library.topic(topic_id)
        for section_id in topic.section_ids():
            levels = (topic.section(section_id, self._language, level) for level in Level)
            for section in dict.fromkeys(filter(None, levels)):
                self._builder.prepare(topic, section)
                yield

    def explain(self, link: Link) -> Explanation | None:
        """What a word means that the page links to its glossary."""
        if link.topic not in self._library:
            return None
        return self._builder.explain(self._library.topic(link.topic), link.target)

    def page(self, place: Place) -> Page:
        """The page at a place that the library has."""
        if place.kind is PageKind.CARE:
            topics = [self._library.topic(i) for i in self._ids(place.topic)]
            return self._builder.care(topics, place.topic)
        if place.kind is PageKind.HOME:
            return self._home(place)
        topic = self._library.topic(place.topic)
        if place.kind is PageKind.GLOSSARY:
            return self._builder.glossary(topic, place.level)
        if place.kind is PageKind.ABOUT:
            return self._builder.about(topic, place.level)
        section = topic.section(place.section, self._language, place.level)
        if section is None:
            return self._builder.missing(place)
        return self._builder.section(topic, section, place.level)

    def _home(self, place: Place) -> Page:
        """The list of topics; those that answer a request come first."""
        found = place.asked.topics if place.asked else ()
        titles = self._titles.of(self._language)
        if found:
            titles = sorted(titles, key=lambda title: title.topic not in found)
        if self._library.is_large:
            return self._builder.home_of_many(titles, place.level, HOME_CARDS, place.asked)
        topics = [self._library.topic(title.topic) for title in titles]
        return self._builder.home(topics, place.level, place.asked)

    def topic_title(self, topic_id: str) -> str:
        """A topic's title as this reader has it."""
        topic = self._library.topic(topic_id)
        language = topic.title.tag(self._language, topic.language)
        return self._builder.fill(topic.title_in(self._language), language)

    def section_titles(self, topic_id: str, level: Level) -> tuple[tuple[str, str], ...]:
        """Every section of a topic, and its title at a level."""
        topic = self._library.topic(topic_id)
        rows = clinical_rows(topic, self._language, self._builder.fill, level)
        return tuple((row.target, row.text) for row in rows if row.target)

    def has_care(self, topic_id: str) -> bool:
        """Whether a topic has guidance for home."""
        return has_care(self._library.topic(topic_id), self._language)

    def rows(self, place: Place) -> tuple[SidebarRow, ...]:
        """The rows of the sidebar at a place."""
        return self._sidebar(place)[1]

    def _ids(self, topic_id: str = "") -> list[str]:
        """This topic, or all of a small library as their titles stand."""
        every = self._titles.of(self._language)
        return [topic_id] if topic_id else [title.topic for title in every]

    def _topic_rows(self, fill: Fill) -> tuple[SidebarRow, ...]:
        """Every topic by its title; made once, for there may be thousands."""
        titles = self._titles.of(self._language)
        if self._rows[0] is not titles:
            self._rows = titles, topic_rows(titles, fill)
        return self._rows[1]

    def _help(self, topic_id: str) -> tuple[str, str]:
        """The getting-help section of a topic and its short title, or two empty words."""
        if not topic_id:  # a page of the whole library
            return "", ""
        topic = self._library.topic(topic_id)
        section = topic.help_section(self._language)
        if section is None:
            return "", ""
        level = section.level_for(Level.PLAIN)
        titled = topic.titled(section.id, self._language, level) or section
        title = titled.short_title or titled.title_at(level)
        return section.id, self._builder.fill(title, titled.language)

    def _sidebar(self, place: Place) -> tuple[str, tuple[SidebarRow, ...], str]:
        """The sidebar's title, its rows, and the target of the row that is shown."""
        fill = self._builder.fill
        if not place.topic:
            rows = self._topic_rows(fill)
            if place.level is Level.PLAIN and 1 < len(rows) <= CARE_TOPICS:
                rows = (SidebarRow(self._words("care.short_title"), CARE_ROW, "home"), *rows)
            current = CARE_ROW if place.kind is PageKind.CARE else ""
            return self._words("home.title"), rows, current
        topic, title = self._library.topic(place.topic), self.topic_title(place.topic)
        if place.level is Level.PLAIN:
            rows = plain_rows(topic, self._language, self._words, fill)
        else:
            rows = clinical_rows(topic, self._language, fill)
        if topic.glossary:
            rows = with_glossary(rows, self.glossary_title(place.level))
        if place.kind is PageKind.GLOSSARY:
            return title, rows, GLOSSARY_ROW
        if place.kind is PageKind.ABOUT:
            return title, rows, ""
        return title, rows, place.section or CARE_ROW
