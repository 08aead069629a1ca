"""What a rule of the checker asks for, in the lines of ``careleaf check --explain``."""

from __future__ import annotations

from collections.abc import Iterator

from viewer.core.checks.rules import read_rules, shown_example
from viewer.core.checks.silences import NEVER
from viewer.core.problems import Rule, Severity
from viewer.core.words import Words


def explained(rule: Rule, words: Words) -> Iterator[str]:
    """The rule, how grave it is, and an example of each kind."""
    text = read_rules()[rule]
    yield f"{rule} ({words(f'severity.{rule.severity}')})"
    yield text.statement
    if may_be_silenced(rule):
        yield words("check.may_be_silenced", rule=rule)
    for title, files in (("check.wrong", text.bad), ("check.right", text.good)):
        yield ""
        yield words(title)
        yield from (f"    {line}".rstrip() for line in shown_example(files))


def may_be_silenced(rule: Rule) -> bool:
    """Whether an author may silence it on a line of a section."""
    return rule not in NEVER and rule.severity is not Severity.NOTE
