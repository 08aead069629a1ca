"""The titles of a library's topics, A to Z as readers of one language read."""

from __future__ import annotations

from collections.abc import Sequence

from viewer.core.catalogue import Catalogue, sort_key
from viewer.core.language import best_language
from viewer.core.model import Title, Topic
from viewer.core.packs.library import Library


class Titles:
    """Every topic's title: of a small library read from its packs, else from the catalogue."""

    def __init__(self, library: Library, catalogue: Catalogue) -> None:
        self._library = library
        self._catalogue = catalogue
        self._known: dict[str, Sequence[Title]] = {}

    def use(self, catalogue: Catalogue) -> None:
        """The library has been looked at again, and this is what is known of its topics now."""
        self._catalogue = catalogue
        self._known.clear()

    def of(self, language: str) -> Sequence[Title]:
        """The titles for readers of a language; the same object until they change."""
        found = self._known.get(language)
        if found is None:
            found = self._known[language] = self._find(language)
        return found

    def _find(self, language: str) -> Sequence[Title]:
        if self._library.is_large:
            return self._catalogue.titles(self._library.topic_ids, language)
        return sorted((_title(topic, language) for topic in self._library.topics()), key=sort_key)


def _title(topic: Topic, language: str) -> Title:
    tag = best_language(language, topic.languages, topic.language)
    return Title(topic.id, topic.title_in(language), tag)
