"""The tiles of a kiosk's home, pulled from its topics: care, getting help, the condition itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from viewer.core.level import Level
from viewer.core.model import Section, Topic
from viewer.core.navigation import visible_sections
from viewer.core.packs.library import Library
from viewer.core.pages.values import Fill
from viewer.core.place import PageKind, Place
from viewer.core.tile import Tile, TileKind
from viewer.core.words import Words

MOST_CONDITIONS = 3
"""Topics that have a tile of their own; of more, All topics has the list."""


def kiosk_topics(library: Library, named: Sequence[str]) -> tuple[Topic, ...]:
    """The topics on the tiles: those that are named, else all of a small library."""
    if named:
        return tuple(library.topic(topic) for topic in dict.fromkeys(named) if topic in library)
    return () if library.is_large else tuple(library.topics())


def home_tiles(
    topics: Sequence[Topic], language: str, words: Words, fill: Fill
) -> tuple[Tile, ...]:
    """The tiles for readers of a language, in the order in which they stand."""
    made = _Tiles(topics, language, words, fill)
    every = Tile(TileKind.TOPICS, "list", words("kiosk.all_topics"), "", None)
    return (*made.care(), *made.help(), *made.conditions(), every)


class _Tiles:
    def __init__(self, topics: Sequence[Topic], language: str, words: Words, fill: Fill) -> None:
        self._topics, self._language = topics, language
        self._words, self._fill = words, fill

    def care(self) -> Iterator[Tile]:
        """One for each kind of care, as the topics order them."""
        found: dict[str, list[tuple[Topic, Section]]] = {}
        for topic in self._topics:
            for section in topic.care_sections(self._language):
                found.setdefault(section.care, []).append((topic, section))
        for kind, sections in found.items():
            place = _only(sections) or Place(PageKind.CARE_KIND, Level.PLAIN, section=kind)
            topic, section = sections[0]
            yield self._tile(TileKind.CARE, topic, section, place)

    def help(self) -> Iterator[Tile]:
        """Getting help: one tile, whatever the number of topics, and though its text is missing."""
        each = [(t, t.help_section(self._language)) for t in self._topics if t.help]
        if not each:
            return
        place = Place(PageKind.HELP, Level.PLAIN)
        found = [(topic, section) for topic, section in each if section is not None]
        if not found:
            yield Tile(TileKind.HELP, "help", self._words("page.no_help_title"), "", place)
            return
        if len(each) == 1:
            place = _only(found) or place
        topic, section = found[0]
        title = self._titled(topic, section).title_at(Level.PLAIN)
        yield Tile(TileKind.HELP, "help", self._fill(title, self._language), "", place)

    def conditions(self) -> Iterator[Tile]:
        """What each of a few topics is about: its first page."""
        if len(self._topics) > MOST_CONDITIONS:
            return
        for topic in self._topics:
            ids = visible_sections(topic, self._language, Level.PLAIN) or topic.section_ids()
            section = topic.section(ids[0], self._language, Level.PLAIN) if ids else None
            if section is not None:
                place = Place(PageKind.SECTION, Level.PLAIN, topic.id, section.id)
                titled = self._titled(topic, section)
                title = self._fill(titled.title_at(Level.PLAIN), titled.language)
                yield Tile(TileKind.CONDITION, section.icon or "condition", title, "", place)

    def _tile(self, kind: TileKind, topic: Topic, section: Section, place: Place) -> Tile:
        titled = self._titled(topic, section)
        question = titled.title_at(Level.PLAIN)
        title = titled.short_title or question
        fill, language = self._fill, titled.language
        below = fill(question, language) if question != title else ""
        return Tile(kind, section.icon or section.care, fill(title, language), below, place)

    def _titled(self, topic: Topic, section: Section) -> Section:
        """The section whose titles this reader sees."""
        return topic.titled(section.id, self._language, Level.PLAIN) or section


def _only(sections: Sequence[tuple[Topic, Section]]) -> Place | None:
    """The section's own page where there is one alone."""
    if len(sections) != 1:
        return None
    topic, section = sections[0]
    return Place(PageKind.SECTION, Level.PLAIN, topic.id, section.id)
