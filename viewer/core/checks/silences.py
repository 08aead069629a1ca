"""Rules that an author silences on one line, with the reason: ``<!-- check: ignore … -->``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from viewer.core.model import Section
from viewer.core.problems import Problem, Reporter, Rule, Severity

_SILENCE = re.compile(r"<!--\s*check:\s*ignore\s+([a-z-]+)\s*(?::\s*(.*?))?\s*-->")
NEVER = frozenset(
    {
        Rule.SAFETY_MISSING,
        Rule.SAFETY_WITHOUT_ID,
        Rule.EMPTY_SAFETY,
        Rule.MEDICINE_RULE_MISSING,
        Rule.FLUID_RULE_MISSING,
        Rule.SAFETY_ONLY_HERE,
        Rule.HELP_WITHOUT_SAFETY,
        Rule.HELP_WITHOUT_NUMBER,
    }
)
"""Rules that nobody silences: without them a warning would be gone."""


@dataclass(frozen=True, slots=True)
class Silence:
    """A rule that is not to be reported at a line, and why."""

    rule: Rule
    line: int
    """The line that it is about: its own if there are words on it, else the next with words."""
    own_line: int
    reason: str


def without_silenced(
    section: Section, problems: Iterable[Problem], *, every_rule: bool
) -> tuple[Problem, ...]:
    """The problems but those that the section's author has silenced.

    With ``every_rule`` the problems are those of all rules, so one that silences nothing is told.
    """
    faults: list[Problem] = []
    silences = list(_silences(section, Reporter(section.path, faults)))
    if not silences and not faults:
        return tuple(problems)
    known = {(silence.rule, silence.line) for silence in silences}
    comments = {silence.own_line for silence in silences} | {fault.line for fault in faults}
    kept, used = faults, set()
    for problem in problems:
        key = (problem.rule, problem.line)
        if problem.path == section.path and key in known:
            used.add(key)
        elif problem.rule is not Rule.RAW_HTML or problem.line not in comments:
            kept.append(problem)
    for silence in silences if every_rule else ():
        if (silence.rule, silence.line) not in used:
            reporter = Reporter(section.path, kept)
            reporter.report(Rule.UNUSED_SILENCE, silence.own_line, silenced=silence.rule)
    return tuple(kept)


def _silences(section: Section, reporter: Reporter) -> Iterator[Silence]:
    if "<!--" not in section.body:
        return
    lines = section.body.split("\n")
    for at, line in enumerate(lines):
        for found in _SILENCE.finditer(line):
            own = section.body_line + at
            rule = _rule(found[1])
            if rule is None or rule in NEVER or rule.severity is Severity.NOTE or not found[2]:
                reporter.report(Rule.BAD_SILENCE, own, silenced=found[1])
            else:
                yield Silence(rule, section.body_line + _about(lines, at), own, found[2])


def _rule(name: str) -> Rule | None:
    return Rule(name) if name in Rule._value2member_map_ else None


def _about(lines: Sequence[str], at: int) -> int:
    """The line that a comment in line ``at`` is about."""
    if _SILENCE.sub("", lines[at]).strip():
        return at
    rest = range(at + 1, len(lines))
    return next((n for n in rest if _SILENCE.sub("", lines[n]).strip()), at)
