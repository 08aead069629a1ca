"""From where to where: which page a link, a level or a start leads to."""

from __future__ import annotations

from viewer.core.language import lookup
from viewer.core.level import Level
from viewer.core.links import Link, LinkKind
from viewer.core.model import Section, Topic
from viewer.core.packs.library import Library
from viewer.core.place import PageKind, Place

CARE_TOPICS = 12
"""A care page of the whole library is made of at most so many topics; else Home lists them."""


class Navigator:
    """Finds places in a library for readers of one language."""

    def __init__(self, library: Library, language: str) -> None:
        self._library = library
        self._language = language

    def knows(self, topic_id: str) -> bool:
        """Whether the library has this topic."""
        return topic_id in self._library

    @property
    def only_topic(self) -> str:
        """The library's single topic; empty where there are several."""
        ids = self._library.topic_ids
        return ids[0] if len(ids) == 1 else ""

    def exists(self, place: Place) -> bool:
        """Whether the library still has this page."""
        if place.kind in (PageKind.HOME, PageKind.CARE_KIND, PageKind.HELP):
            return True
        if place.topic not in self._library:
            return place == self.care()
        if place.kind is PageKind.CARE:
            return has_care(self._library.topic(place.topic), self._language)
        if place.kind is PageKind.GLOSSARY:
            return bool(self._library.topic(place.topic).glossary)
        if place.kind is PageKind.ABOUT:
            return True
        return self._section(place.topic, place.section) is not None

    def home(self, level: Level) -> Place:
        """The list of topics; of a single topic, its own first page."""
        ids = self._library.topic_ids
        return self.topic(ids[0], level) if len(ids) == 1 else Place(PageKind.HOME, level)

    def topic(self, topic_id: str, level: Level) -> Place:
        """A topic's first page: the care guidance in plain language, else its first section."""
        topic = self._library.topic(topic_id)
        if level is Level.PLAIN and has_care(topic, self._language):
            return Place(PageKind.CARE, level, topic_id)
        sections = visible_sections(topic, self._language, level) or topic.section_ids()
        if not sections:
            return Place(PageKind.HOME, level)
        return Place(PageKind.SECTION, level, topic_id, sections[0])

    def first_level(self, topic_id: str) -> Level:
        """The level for somebody who has chosen none: plain where that alone is in their language.

        ``topic_id`` may be empty: then the only topic is meant, if there is one alone.
        """
        ids = self._library.topic_ids
        only = topic_id or (ids[0] if len(ids) == 1 else "")
        if only not in self._library:
            return Level.CLINICAL
        topic = self._library.topic(only)
        own = set(lookup(self._language))
        first = {
            level: topic.section(sections[0], self._language, level)
            for level in Level
            if (sections := visible_sections(topic, self._language, level))
        }
        clinical, plain = first.get(Level.CLINICAL), first.get(Level.PLAIN)
        translated = clinical is not None and clinical.language in own
        plain_alone = not translated and plain is not None and plain.language in own
        return Level.PLAIN if plain_alone else Level.CLINICAL

    def care(self) -> Place:
        """The care guidance: of the single topic, or of all where they are few."""
        ids = self._library.topic_ids
        if len(ids) == 1:
            return self.topic(ids[0], Level.PLAIN)
        few = len(ids) <= CARE_TOPICS
        return Place(PageKind.CARE if few and ids else PageKind.HOME, Level.PLAIN)

    def at_level(self, place: Place, level: Level) -> Place:
        """The same page at another level; the topic's first page where it has no such text."""
        if place.kind in (PageKind.GLOSSARY, PageKind.ABOUT):
            return place._replace(level=level)
        if place.kind is PageKind.SECTION:
            section = self._section(place.topic, place.section, level)
            if section is not None and (level is Level.CLINICAL or level in section.levels):
                return Place(place.kind, level, place.topic, place.section)
        if place.topic:
            return self.topic(place.topic, level)
        if place.asked:
            return place._replace(level=level)
        return Place(PageKind.HOME, level) if level is Level.CLINICAL else self.care()

    def link(self, link: Link, place: Place) -> Place | None:
        """Where a link on ``place`` leads inside the library; None where nothing is there."""
        if link.kind is LinkKind.TOPIC and link.target in self._library:
            return self.topic(link.target, place.level)
        if link.kind is LinkKind.ABOUT and link.target in self._library:
            return Place(PageKind.ABOUT, place.level, link.target)
        if link.kind is not LinkKind.SECTION:
            return None
        topic = link.topic or place.topic
        if topic not in self._library or self._section(topic, link.target) is None:
            return None
        return Place(PageKind.SECTION, place.level, topic, link.target)

    def _section(
        self, topic_id: str, section_id: str, level: Level | None = None
    ) -> Section | None:
        return self._library.topic(topic_id).section(section_id, self._language, level)


def has_care(topic: Topic, language: str) -> bool:
    """Whether the topic has guidance for a care page."""
    return bool(topic.care_sections(language))


def visible_sections(topic: Topic, language: str, level: Level) -> tuple[str, ...]:
    """The sections in the sidebar: all of them, or in plain language those that have it."""
    ids = topic.section_ids()
    if level is Level.CLINICAL:
        return ids
    sections = ((i, topic.section(i, language, level)) for i in ids)
    return tuple(i for i, section in sections if section and Level.PLAIN in section.levels)
