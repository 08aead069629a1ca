"""A pack as typed, frozen values: what the files say once they have been checked."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from viewer.core.language import best_language, lookup
from viewer.core.level import Level
from viewer.core.problems import Problem

UNSOURCED = "unsourced"
"""The reserved source id of text that has no source yet."""


@dataclass(frozen=True, slots=True)
class LocalText:
    """A short text in the languages that the author wrote it in."""

    by_language: Mapping[str, str]

    def get(self, language: str, fallback: str) -> str:
        """The text in ``language``, or in the nearest there is; empty where there is none."""
        return self.by_language.get(self.tag(language, fallback), "")

    def tag(self, language: str, fallback: str) -> str:
        """The language in which ``get`` finds the text."""
        last = next(iter(self.by_language), "")
        nearest = best_language(fallback, self.by_language, last)
        return best_language(language, self.by_language, nearest)


class Title(NamedTuple):
    """A topic's title as one reader sees it."""

    topic: str
    text: str
    language: str
    """The language that the text is in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where facts come from."""

    id: str
    title: str
    publisher: str = ""
    url: str = ""
    empty: tuple[str, ...] = ()
    """Headings that the source has without any text under them."""
    line: int = 1


GRACE_DAYS = 30
"""Days after which a review that is due counts as lapsed, where a library says nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A clinician's review: good for one language, and for the text it names."""

    by: str
    at: datetime.date
    due: datetime.date | None
    text: str
    """The version of the text that was read; see ``viewer.core.pages.version``."""
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An entry of a topic's history: what was done to the text, and when."""

    at: datetime.date
    what: LocalText
    by: str = ""
    text: str = ""
    """The version of the text that it led to, if the author says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A heading of the sidebar and the ids of its sections."""

    id: str
    title: LocalText
    sections: tuple[str, ...]
    line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryTerm:
    """One term in one language."""

    id: str
    language: str
    term: str
    also: tuple[str, ...]
    means: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One section in one language: its front matter, and its text still unparsed."""

    id: str
    language: str
    path: Path
    title: str
    plain_title: str = ""
    short_title: str = ""
    care: str = ""
    icon: str = ""
    keywords: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    body: str = ""
    body_line: int = 1
    """The line of the file on which ``body`` begins."""
    levels: frozenset[Level] = frozenset()
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    """The line of each key of the front matter; a key that is inherited has none."""

    def title_at(self, level: Level) -> str:
        """The title that a reader of ``level`` sees."""
        return self.plain_title if level is Level.PLAIN and self.plain_title else self.title

    def level_for(self, wanted: Level) -> Level:
        """``wanted`` where the section has it, else the level that it has."""
        return next(iter(self.levels)) if len(self.levels) == 1 else wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One topic of a library with all its sections, in every language."""

    id: str
    path: Path
    language: str
    """The language to fall back to."""
    title: LocalText
    most_important: LocalText = field(default_factory=lambda: LocalText({}))
    codes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    care: tuple[str, ...] = ()
    help: str = ""
    sources: Mapping[str, Source] = field(default_factory=dict)
    translations: Mapping[str, str] = field(default_factory=dict)
    reviews: Mapping[str, Review] = field(default_factory=dict)
    scores: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    history: tuple[Change, ...] = ()
    """The newest first."""
    date: datetime.date | None = None
    """The day of the text, where its author names one: printed on handouts."""
    glossary: tuple[GlossaryTerm, ...] = ()
    sections: Mapping[str, Mapping[str, Section]] = field(default_factory=dict)
    """Sections by language and id."""
    problems: tuple[Problem, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line of each key of ``topic.yaml``."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have a folder, the fallback first."""
        return (self.language, *(tag for tag in self.sections if tag != self.language))

    def section(self, section_id: str, language: str, level: Level | None = None) -> Section | None:
        """The section in ``language``, else in the nearest language that has it.

        With ``level`` one that has text at that level comes before any that has not: where a
        translation has plain text only, readers of the clinical text get the original's. One that
        has titles alone comes last.
        """
        tags = dict.fromkeys((*lookup(language), self.language, *self.sections))
        there = (self.sections.get(tag, {}).get(section_id) for tag in tags)
        found = [section for section in there if section is not None]
        at_level = (section for section in found if level in section.levels)
        at_any = (section for section in found if level is not None and section.levels)
        return next(at_level, next(at_any, next(iter(found), None)))

    def titled(self, section_id: str, language: str, level: Level) -> Section | None:
        """The section whose titles readers of ``language`` see.

        It is their own language's, even over text that is shown in another.
        """
        own = self.section(section_id, language)
        if own is not None and own.language in lookup(language) and "title" in own.lines:
            return own
        return self.section(section_id, language, level)

    def help_section(self, language: str) -> Section | None:
        """The section about getting help, where the topic has one."""
        return self.section(self.help, language, Level.PLAIN) if self.help else None

    def terms_for(self, language: str) -> tuple[GlossaryTerm, ...]:
        """Each term once: in ``language``, else in the nearest that has it, else in any."""
        tags = dict.fromkeys((*lookup(language), *lookup(self.language)))
        ranks = {tag: rank for rank, tag in enumerate(tags)}
        chosen: dict[str, GlossaryTerm] = {}
        for term in self.glossary:
            other = chosen.get(term.id)
            if other is None or ranks.get(term.language, 99) < ranks.get(other.language, 99):
                chosen[term.id] = term
        return tuple(chosen.values())

    def is_draft_translation(self, language: str) -> bool:
        """Whether text in ``language`` is a translation that nobody has called reviewed."""
        return language != self.language and self.translations.get(language) != "reviewed"

    def title_in(self, language: str) -> str:
        """The topic's title; its id where the author gave none."""
        return self.title.get(language, self.language) or self.id

    def section_ids(self) -> tuple[str, ...]:
        """Every section once, in the order of the groups; sections in no group come last."""
        listed = [s for group in self.groups for s in group.sections]
        written = sorted({s for sections in self.sections.values() for s in sections})
        known = set(written)
        return tuple(dict.fromkeys([s for s in listed if s in known] + written))

    def care_sections(self, language: str) -> tuple[Section, ...]:
        """The sections that are care guidance with plain text, in the topic's ``care`` order."""
        sections = (self.section(i, language, Level.PLAIN) for i in self.section_ids())
        found = [s for s in sections if s]
        kinds = list(dict.fromkeys([*self.care, *(s.care for s in found if s.care)]))
        care = [s for s in found if s.care and Level.PLAIN in s.levels]
        return tuple(sorted(care, key=lambda s: kinds.index(s.care)))
