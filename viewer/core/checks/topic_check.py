"""All findings of a topic: its files, its texts, and what is noted for the record."""

from __future__ import annotations

import datetime
import math
from collections.abc import Generator, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from viewer.core.checks.lines_check import check_lines
from viewer.core.checks.plain_check import check_plain, check_scores
from viewer.core.checks.safety_check import check_safety
from viewer.core.checks.scores import Score
from viewer.core.checks.section_check import check_section
from viewer.core.checks.silences import without_silenced
from viewer.core.checks.todo_check import check_todos, check_todos_beside
from viewer.core.checks.translation_check import check_translation
from viewer.core.language import lookup
from viewer.core.level import Level
from viewer.core.model import Section, Topic
from viewer.core.packs.check_settings import Limits
from viewer.core.packs.library import Library
from viewer.core.pages.review import ReviewState, review_status
from viewer.core.pages.version import text_version
from viewer.core.problems import Problem, Reporter, Rule


class Checked(NamedTuple):
    """All that is found out about a topic."""

    problems: tuple[Problem, ...]
    """File by file and line by line."""
    scores: tuple[Score, ...]
    """Of each section with plain text, in each language."""


def check_topic(
    topic: Topic,
    library: Library,
    icons: frozenset[str],
    today: datetime.date,
    limits: Limits | None = None,
) -> Checked:
    """The findings of ``topic`` by every rule, and its scores."""
    steps = check_in_steps(topic, library, icons, today, limits or Limits())
    while True:
        try:
            next(steps)
        except StopIteration as done:
            checked: Checked = done.value
            return checked


def check_in_steps(
    topic: Topic, library: Library, icons: frozenset[str], today: datetime.date, limits: Limits
) -> Generator[None, None, Checked]:
    """The same, a section at a time, for a window that has other things to do."""
    problems = [p for found in _beside_texts(topic, today, limits.grace) for p in found]
    scores: list[Score] = []
    for section in _sections(topic):
        plain, score = check_plain(section, topic, limits)
        scores += [score] if score is not None else []
        found = chain(_of_section(section, topic, library, icons), plain)
        problems += without_silenced(section, found, every_rule=True)
        yield
    problems += check_scores(topic, scores, limits)
    ordered = sorted(set(problems), key=lambda p: (str(p.path), p.line, p.rule, p.details))
    return Checked(tuple(ordered), tuple(scores))


def findings(
    topic: Topic, library: Library, icons: frozenset[str], today: datetime.date
) -> Iterator[Sequence[Problem]]:
    """The findings that count where a kiosk runs, a section at a time.

    Those on style are not among them, nor that a review has lapsed: no day that passes takes a
    page away.
    """
    for section in _sections(topic):
        found = _of_section(section, topic, library, icons)
        yield without_silenced(section, found, every_rule=False)
    yield from _beside_texts(topic, today, math.inf)


def _sections(topic: Topic) -> Iterator[Section]:
    for sections in topic.sections.values():
        yield from sections.values()


def _of_section(
    section: Section, topic: Topic, library: Library, icons: frozenset[str]
) -> tuple[Problem, ...]:
    problems = list(check_section(section, topic, library, icons))
    reporter = Reporter(section.path, problems)
    check_safety(section, topic, reporter)
    check_translation(section, topic, reporter)
    check_todos(section, reporter)
    return tuple(problems)


def _beside_texts(topic: Topic, today: datetime.date, grace: float) -> Iterator[Sequence[Problem]]:
    """The findings outside the sections; ``grace`` days after it was due a review has lapsed."""
    yield topic.problems
    problems: list[Problem] = []
    reporter = Reporter(topic.path / "topic.yaml", problems)
    for language in topic.languages:
        check_review(topic, language, today, grace, reporter)
    check_lines(topic, reporter)
    check_todos_beside(topic, reporter)
    _check_translations(topic, reporter)
    for source in topic.sources.values():
        for heading in source.empty:
            reporter.report(Rule.EMPTY_SOURCE_HEADING, source.line, heading=heading)
    yield problems


def check_review(
    topic: Topic,
    language: str,
    today: datetime.date,
    grace: float,
    reporter: Reporter,
) -> None:
    """Whether a clinician has read the topic's text in a language, and it is not time again."""
    status = review_status(topic, language, today, lambda: grace)
    version = text_version(topic, language)
    review = status.review
    if review is None:
        reporter.report(Rule.NO_REVIEW, language=language, version=version)
    elif review.at > today:
        reporter.report(
            Rule.BAD_VALUE, review.line, key="at", value=str(review.at), wanted=f"≤ {today}"
        )
    elif status.state is ReviewState.DRAFT:
        reporter.report(
            Rule.STALE_REVIEW, review.line, language=language, reviewed=review.text, version=version
        )
    elif status.state is ReviewState.LAPSED:
        details = {"language": language, "due": str(review.due)}
        reporter.report(Rule.REVIEW_LAPSED, review.line, **details, grace=f"{grace:g}")
    elif status.state is ReviewState.DUE:
        reporter.report(Rule.REVIEW_DUE, review.line, language=language, due=str(review.due))


def _check_translations(topic: Topic, reporter: Reporter) -> None:
    originals = topic.sections.get(topic.language, {})
    for language in topic.languages:
        for section in topic.sections.get(language, {}).values():
            if section.id not in originals and language != topic.language:
                reporter.for_path(section.path).report(
                    Rule.NO_ORIGINAL, section=section.id, language=topic.language
                )
            is_for_all = section.care or section.id == topic.help
            if is_for_all and Level.PLAIN not in section.levels:
                reporter.for_path(section.path).report(Rule.NO_PLAIN_TEXT)
    for language in topic.languages[1:]:
        if topic.is_draft_translation(language):
            line = topic.lines.get("translations", 1)
            reporter.report(Rule.DRAFT_TRANSLATION, line, language=language)
        for original in originals.values():
            levels = original.levels or {None}
            found = [topic.section(original.id, language, level) for level in levels]
            if not all(s and s.language in lookup(language) for s in found):
                reporter.report(Rule.UNTRANSLATED, section=original.id, language=language)
