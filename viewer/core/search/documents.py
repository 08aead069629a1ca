"""What is searched: for each language of a topic, what its reader is shown."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from viewer.core.analysis import stemmer_of, stems_of, text_words
from viewer.core.language import lookup
from viewer.core.level import Level
from viewer.core.model import GlossaryTerm, Section, Topic
from viewer.core.search.results import ResultKind
from viewer.core.search.texts import texts_of

MAX_LANGUAGES = 30
"""Languages of one topic that are searched; each has all of its documents."""
MAX_DOCUMENTS = 5_000
"""Documents of one topic: five hundred sections at both levels in five languages."""
MAX_KEYWORDS = 500
"""Keywords of one section that are searched."""
MAX_TERMS = 2_500
"""Terms of one glossary, in all its languages, that are looked for in texts."""
MAX_NAMES_OF_TERM = 20
MAX_WORDS_OF_NAME = 8


class Document(NamedTuple):
    """One section at one level, one glossary term, or a topic without either."""

    topic: str
    section: str
    level: Level
    reader: str
    """The language whose readers are shown this."""
    everyone: bool
    """Whether it is also shown to readers whose language the topic lacks."""
    languages: tuple[str, ...]
    """All languages of the topic."""
    topic_title: str
    title: str
    question: str = ""
    short_title: str = ""
    keywords: tuple[str, ...] = ()
    glossary: tuple[str, ...] = ()
    """The other names of what the text speaks of."""
    body: str = ""
    language: str = ""
    """The language of title, question and keywords."""
    body_language: str = ""
    kind: ResultKind = ResultKind.SECTION
    anchor: str = ""
    care: bool = False
    """Whether it is care guidance, which needs no medicine."""
    topic_language: str = ""
    """The language of the topic's title."""
    help: bool = False
    """Whether it is the topic's section about getting help."""

    @property
    def shown_title(self) -> str:
        """The title that a reader of this level sees."""
        return self.question if self.level is Level.PLAIN and self.question else self.title


def documents_of(topic: Topic) -> Iterator[Document]:
    """Everything of a topic that can be found, for the readers of each of its languages."""
    return islice(_every_document(topic), MAX_DOCUMENTS)


def _every_document(topic: Topic) -> Iterator[Document]:
    for reader in topic.languages[:MAX_LANGUAGES]:
        found = False
        names = _Names(topic, reader)
        for section_id in topic.section_ids():
            for document in _section_documents(topic, section_id, reader, names):
                found = True
                yield document
        for term in names.terms.values():
            found = True
            yield _term_document(topic, term, reader)
        if not found:
            tag = topic.title.tag(reader, topic.language)
            title = topic.title_in(reader)
            yield _document(topic, reader, title=title, language=tag, kind=ResultKind.TOPIC)


class _Names:
    """The glossary as one reader knows it: which of its terms a text speaks of."""

    def __init__(self, topic: Topic, reader: str) -> None:
        terms = topic.terms_for(reader)
        self.terms = {term.id: term for term in islice(terms, MAX_TERMS)}
        self._phrases: dict[str, dict[tuple[str, ...], list[GlossaryTerm]]] = {}
        for term in topic.glossary[:MAX_TERMS]:
            for name in (term.term, *term.also)[:MAX_NAMES_OF_TERM]:
                stems = tuple(stems_of(name, term.language))
                if 0 < len(stems) <= MAX_WORDS_OF_NAME:
                    known = self._phrases.setdefault(term.language, {})
                    known.setdefault(stems, []).append(term)
        self._lengths = {tag: sorted(set(map(len, known))) for tag, known in self._phrases.items()}
        self._firsts = {tag: {name[0] for name in known} for tag, known in self._phrases.items()}

    def of(self, text: str, language: str) -> tuple[str, ...]:
        """The names of the terms that occur in the text, in both its reader's words and its own."""
        tag = next((tag for tag in lookup(language) if tag in self._phrases), "")
        if not tag:
            return ()
        stems, known, firsts = text_stems(text, language), self._phrases[tag], self._firsts[tag]
        places = (at for at, first in enumerate(stems) if first in firsts)
        near = (stems[at : at + length] for at in places for length in self._lengths[tag])
        found = {term.id: term for name in dict.fromkeys(near) for term in known.get(name, ())}
        names: dict[str, None] = {}
        for term_id, term in found.items():
            for version in (term, self.terms.get(term_id, term)):
                names.update(dict.fromkeys((version.term, *version.also)))
        return tuple(names)


def _section_documents(
    topic: Topic, section_id: str, reader: str, names: _Names
) -> Iterator[Document]:
    """Both levels of a section; titles in the reader's language, text in what there is."""
    named = topic.section(section_id, reader)
    if named is None:
        return
    levels = [level for level in Level if _text_at(topic, section_id, reader, level)]
    for level in levels or [Level.CLINICAL]:  # a broken section still has its title
        section = _text_at(topic, section_id, reader, level) or named
        titled = topic.titled(section_id, reader, level) or section
        body = texts(section).get(level, "")
        yield _document(
            topic,
            reader,
            section=section_id,
            level=level,
            title=titled.title,
            question=titled.plain_title,
            short_title=titled.short_title,
            # A title that is a term is asked for by the term's other names, too.
            keywords=(
                *(named.keywords or section.keywords)[:MAX_KEYWORDS],
                *names.of(f"{titled.title}\n{section.title}", section.language),
            ),
            glossary=names.of(f"{body}\n{section.title}", section.language),
            body=body,
            language=titled.language,
            body_language=section.language,
            care=bool(named.care),
            help=section_id == topic.help,
        )


def _text_at(topic: Topic, section_id: str, reader: str, level: Level) -> Section | None:
    """The section whose text readers of a level are shown, where it has any there."""
    section = topic.section(section_id, reader, level)
    return section if section is not None and level in section.levels else None


def _term_document(topic: Topic, term: GlossaryTerm, reader: str) -> Document:
    return _document(
        topic,
        reader,
        level=Level.PLAIN,
        title=term.term,
        keywords=term.also,
        body=term.means,
        language=term.language,
        body_language=term.language,
        kind=ResultKind.GLOSSARY,
        anchor=term.id,
    )


def _document(topic: Topic, reader: str, **values: object) -> Document:
    given = {"section": "", "level": Level.CLINICAL, "language": reader, "body_language": reader}
    return Document(
        topic=topic.id,
        reader=reader,
        everyone=reader == topic.language,
        languages=topic.languages,
        topic_title=topic.title_in(reader),
        topic_language=topic.title.tag(reader, topic.language),
        **{**given, **values},  # type: ignore[arg-type]  # the callers above give what fits
    )


@lru_cache(maxsize=64)
def texts(section: Section) -> dict[Level, str]:
    """The section's readable text by level; one section is read for several readers."""
    return texts_of(section.body)


@lru_cache(maxsize=16)
def text_stems(text: str, language: str) -> tuple[str, ...]:
    """The stems of a text, which is asked for by the glossary and by the index in turn."""
    return tuple(map(stemmer_of(language), text_words(text)))
