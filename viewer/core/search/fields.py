"""What the index keeps of a document: its stems by field, worked out before tantivy sees it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

from viewer.core.analysis import stems_of
from viewer.core.level import Level
from viewer.core.search.documents import Document, text_stems
from viewer.core.search.results import ResultKind

SEARCHED = ("title", "keywords", "topic_title", "glossary", "body")
"""The fields that hold stems."""
ANYWHERE = "anywhere"
"""Each stem of a document once, wherever it stands in it."""
NAMES = "names"
"""The names of the glossary's terms that occur in the text, each as one term."""
PHRASES = "phrases"
"""Whole titles and keywords, each as one term."""
MOST_WORDS_OF_PHRASE = 6
SEPARATOR = "\x1f"
"""Between the stored texts; the reader of files takes it out of every file."""
CODES = (
    (ResultKind.SECTION, Level.CLINICAL),
    (ResultKind.SECTION, Level.PLAIN),
    (ResultKind.GLOSSARY, Level.PLAIN),
    (ResultKind.TOPIC, Level.CLINICAL),
)
"""What the fast field ``code`` means."""
SECTION_CODES = {Level.CLINICAL: 0, Level.PLAIN: 1}
"""The codes of a section's two levels."""
KIND_BITS = 3
"""The part of a code that tells kind and level."""
CARE_BIT, HELP_BIT = 4, 8
"""Set for care guidance, and for the section about getting help."""


class Stored(NamedTuple):
    """What is shown of a document."""

    topic: str
    section: str
    anchor: str
    title: str
    topic_title: str
    text: str
    language: str
    """The language of the text."""
    title_language: str
    topic_language: str
    """The language of the topic's title."""


class Fields(NamedTuple):
    """A document as the index takes it: all that takes time is done."""

    texts: dict[str, str]
    shown: bytes
    numbers: dict[str, int]


def fields_of(document: Document) -> Fields:
    """What the index keeps of a document."""
    language = document.language
    titles = (document.title, document.question, document.short_title)
    # A name of the glossary may be in the reader's language, or in that of the text.
    spoken = dict.fromkeys((language, document.reader, document.body_language))
    stems = {
        "title": _stems(titles, language),
        "keywords": " ".join(_stems(document.keywords, tag) for tag in spoken),
        "topic_title": _stems((document.topic_title,), document.reader),
        "glossary": " ".join(_stems(document.glossary, tag) for tag in spoken),
        "body": " ".join(text_stems(document.body, document.body_language)),
    }
    texts = {
        **stems,
        ANYWHERE: " ".join(dict.fromkeys(" ".join(stems.values()).split())),
        PHRASES: " ".join(
            phrase for tag in spoken for phrase in phrases((*titles, *document.keywords), tag)
        ),
        NAMES: " ".join(name for tag in spoken for name in phrases(document.glossary, tag)),
        "topic": document.topic,
        "reader": document.reader,
        "everyone": "yes" if document.everyone else "no",
        "languages": " ".join(document.languages),
    }
    shown = Stored(
        document.topic,
        document.section,
        document.anchor,
        document.shown_title,
        document.topic_title,
        document.body,
        document.body_language,
        document.language,
        document.topic_language,
    )
    code = CODES.index((document.kind, document.level))
    numbers = {
        "topic_key": _number(document.topic),
        "place_key": _number(f"{document.topic}/{document.section}#{document.anchor}"),
        "code": code | CARE_BIT * document.care | HELP_BIT * document.help,
    }
    return Fields(texts, SEPARATOR.join(shown).encode("utf-8", "replace"), numbers)


def _stems(texts: Sequence[str], language: str) -> str:
    return " ".join(stems_of(" ".join(texts), language))


def phrases(texts: Sequence[str], language: str) -> list[str]:
    """Each text as one term, where it is short enough to be somebody's whole question."""
    stems = (stems_of(text, language)[: MOST_WORDS_OF_PHRASE + 1] for text in texts)
    found = dict.fromkeys(map("_".join, stems))
    return [phrase for phrase in found if phrase and phrase.count("_") < MOST_WORDS_OF_PHRASE]


def _number(name: str) -> int:
    """A number that stands for a name; two names share one only by a chance of nature."""
    return int.from_bytes(hashlib.blake2b(name.encode("utf-8", "replace"), digest_size=8).digest())
