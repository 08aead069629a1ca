"""The version of a topic's text in one language: what a review names."""

from __future__ import annotations

import hashlib

from viewer.core.model import Topic
from viewer.core.packs.library import Library

LENGTH = 8
"""Hexadecimal digits; enough to tell two versions of one text apart."""


def text_version(topic: Topic, language: str) -> str:
    """A short hash of all that readers of ``language`` see of the topic.

    It changes with every word of a title, a section, a group or a glossary term,
    and with nothing else: not with keywords, icons or line ends.
    """
    digest = hashlib.sha256()
    for part in _parts(topic, language):
        data = part.encode()
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()[:LENGTH]


def versions_of(library: Library) -> tuple[str, ...]:
    """Each topic with the version of its text in each language; of many topics, their number."""
    if library.is_large:
        return (str(len(library.topic_ids)),)
    return tuple(
        f"{topic.id} {tag} {text_version(topic, tag)}"
        for topic in library.topics()
        for tag in topic.languages
    )


def _parts(topic: Topic, language: str) -> list[str]:
    texts = [topic.title, topic.most_important, *(group.title for group in topic.groups)]
    parts = [text.by_language.get(language, "") for text in texts]
    for section_id, section in sorted(topic.sections.get(language, {}).items()):
        parts += [section_id, section.title, section.plain_title, section.short_title]
        parts.append(section.body.rstrip())
    for term in topic.glossary:
        if term.language == language:
            parts += [term.id, term.term, *term.also, term.means]
    return parts
