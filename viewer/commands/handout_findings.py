"""What is wrong with the content of a handout, of the findings that ``careleaf check`` has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from viewer.core.checks.section_check import check_section
from viewer.core.model import Section, Topic
from viewer.core.packs.library import Library
from viewer.core.pages.section_text import parse_section, safety_ids
from viewer.core.problems import Problem, Rule, Severity
from viewer.handout.chosen import chosen_sections
from viewer.handout.order import Order

_LOSES_SAFETY = frozenset(
    {
        Rule.UNREADABLE,
        Rule.NOT_A_FILE,
        Rule.OUTSIDE_PACK,
        Rule.TOO_LARGE,
        Rule.EMPTY_FILE,
        Rule.ENCODING,
        Rule.NO_TEXT,
        Rule.TOO_DEEP,
        Rule.TOO_COMPLEX,
        Rule.SAFETY_MISSING,
        Rule.SAFETY_WITHOUT_ID,
    }
)
"""Findings in any section that cost a handout safety text, which stands on each of them."""
_MAY_LOSE_SAFETY = frozenset({Rule.MISPLACED_MARKER, Rule.DOUBLED_ID})
"""These do where what they name is safety text."""


def errors_of(
    topic: Topic, orders: Iterable[Order], library: Library, icons: frozenset[str]
) -> tuple[Problem, ...]:
    """The errors that touch one of these handouts, file by file and line by line."""
    orders = list(orders)
    printed = {section for order in orders for section in printed_sections(topic, order)}
    read = {s for order in orders for tag in _languages(order) for s in _read(topic, tag)}
    found: dict[Problem, None] = {}
    sections = {section.path for written in topic.sections.values() for section in written.values()}
    for problem in topic.problems:
        if problem.path not in sections:  # topic.yaml, the glossary, a folder
            found[problem] = None
    whole = {section.path for section in printed}
    for section in sorted(printed | read, key=lambda s: str(s.path)):
        own = [problem for problem in topic.problems if problem.path == section.path]
        for problem in (*own, *check_section(section, topic, library, icons)):
            if section.path in whole or _loses_safety(problem, section):
                found[problem] = None
    errors = [problem for problem in found if problem.severity is Severity.ERROR]
    return tuple(sorted(errors, key=lambda p: (str(p.path), p.line, p.rule)))


def _loses_safety(problem: Problem, section: Section) -> bool:
    if problem.rule in _MAY_LOSE_SAFETY:
        ids = safety_ids(parse_section(section).blocks or ())
        return bool({value for _, value in problem.details} & {"safety", *ids})
    return problem.rule in _LOSES_SAFETY


def printed_sections(topic: Topic, order: Order) -> Iterator[Section]:
    """The sections that stand on a handout whole, and the one about getting help."""
    for tag in _languages(order):
        yield from chosen_sections(topic, order, tag)
        if help_section := topic.help_section(tag):
            yield help_section


def _read(topic: Topic, tag: str) -> Iterator[Section]:
    """All that safety text for readers of a language is taken from."""
    for section_id in topic.section_ids():
        for section in (topic.section(section_id, tag), topic.section(section_id, topic.language)):
            if section is not None:
                yield section


def _languages(order: Order) -> tuple[str, ...]:
    return tuple(filter(None, (order.language, order.beside)))
