"""The titles of a library's topics, A to Z as readers of one language read."""

from __future__ import annotations

from collections.abc import Sequence

from viewer.core.catalogue import SMALL_LIBRARY, Catalogue, sort_key
from viewer.core.language import best_language
from viewer.core.model import Title, Topic
from viewer.core.packs.library import Library


def titles_of(library: Library, catalogue: Catalogue, language: str) -> Sequence[Title]:
    """Every topic's title: of a small library read from its packs, else from the catalogue."""
    if len(library.topic_ids) > SMALL_LIBRARY:
        return catalogue.titles(library.topic_ids, language)
    return sorted((_title(topic, language) for topic in library.topics()), key=sort_key)


def _title(topic: Topic, language: str) -> Title:
    tag = best_language(language, topic.languages, topic.language)
    return Title(topic.id, topic.title_in(language), tag)
