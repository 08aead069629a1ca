"""All findings of a topic: its files, its texts, and what is noted for the record."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import chain

from viewer.core.checks.section_check import check_section
from viewer.core.language import lookup
from viewer.core.model import Topic
from viewer.core.packs.library import Library
from viewer.core.pages.review import ReviewState, review_status
from viewer.core.pages.values import unknown_values
from viewer.core.pages.version import text_version
from viewer.core.problems import Problem, Reporter, Rule


def check_topic(
    topic: Topic, library: Library, icons: frozenset[str], today: datetime.date
) -> tuple[Problem, ...]:
    """The findings of ``topic``, file by file and line by line."""
    problems = chain.from_iterable(findings(topic, library, icons, today))
    return tuple(sorted(problems, key=lambda p: (str(p.path), p.line, p.rule)))


def findings(
    topic: Topic, library: Library, icons: frozenset[str], today: datetime.date
) -> Iterator[Sequence[Problem]]:
    """The same findings a section at a time, for who has to do other things in between."""
    yield topic.problems
    for sections in topic.sections.values():
        for section in sections.values():
            yield check_section(section, topic, library, icons)
    problems: list[Problem] = []
    reporter = Reporter(topic.path / "topic.yaml", problems)
    for language in topic.languages:
        _check_review(topic, language, today, reporter)
    _check_titles(topic, reporter)
    _check_translations(topic, reporter)
    for source in topic.sources.values():
        for heading in source.empty:
            reporter.report(Rule.EMPTY_SOURCE_HEADING, source.line, heading=heading)
    yield problems


def _check_review(topic: Topic, language: str, today: datetime.date, reporter: Reporter) -> None:
    status = review_status(topic, language, today)
    version = text_version(topic, language)
    review = status.review
    if review is None:
        reporter.report(Rule.NO_REVIEW, language=language, version=version)
    elif status.state is ReviewState.DRAFT:
        reporter.report(
            Rule.STALE_REVIEW, review.line, language=language, reviewed=review.text, version=version
        )
    elif status.state is ReviewState.DUE:
        reporter.report(Rule.REVIEW_DUE, review.line, language=language, due=str(review.due))


def _check_titles(topic: Topic, reporter: Reporter) -> None:
    titles = [(topic.title, topic.lines.get("title", 1))]
    titles.append((topic.most_important, topic.lines.get("most_important", 1)))
    titles.extend((group.title, group.line) for group in topic.groups)
    for title, line in titles:
        for text in title.by_language.values():
            for name in unknown_values(text):
                reporter.report(Rule.UNKNOWN_PLACEHOLDER, line, name=name)


def _check_translations(topic: Topic, reporter: Reporter) -> None:
    originals = topic.sections.get(topic.language, {})
    for language in topic.languages[1:]:
        if topic.is_draft_translation(language):
            line = topic.lines.get("translations", 1)
            reporter.report(Rule.DRAFT_TRANSLATION, line, language=language)
        for original in originals.values():
            levels = original.levels or {None}
            found = [topic.section(original.id, language, level) for level in levels]
            if not all(s and s.language in lookup(language) for s in found):
                reporter.report(Rule.UNTRANSLATED, section=original.id, language=language)
