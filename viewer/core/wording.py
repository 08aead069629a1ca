"""Problems put into sentences, for the checker and for the window."""

from __future__ import annotations

from viewer.core.problems import Problem, printable
from viewer.core.words import Words


def sentence(problem: Problem, words: Words) -> str:
    """What is wrong and how to mend it."""
    details = dict(problem.details)
    if f"wanted.{details.get('wanted', '')}" in words:
        details["wanted"] = words(f"wanted.{details['wanted']}")
    what = words(f"rules.{problem.rule}.what", **details)
    mend = "hint.nearest" if "nearest" in details else f"rules.{problem.rule}.mend"
    return f"{what} {words(mend, **details)}"


def report_line(problem: Problem, words: Words) -> str:
    """``file:line: severity rule: sentence``, on one line."""
    severity = words(f"severity.{problem.severity}")
    path = printable(str(problem.path))  # a file's name may hold anything, even line ends
    return f"{path}:{problem.line}: {severity} {problem.rule}: {sentence(problem, words)}"
