"""``careleaf check``: every finding in the topics, for people and for programs."""

from __future__ import annotations

import argparse
import datetime
import difflib
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from viewer.commands.check_rules import explained
from viewer.commands.check_scores import as_data, score_table
from viewer.commands.complaining import say
from viewer.core.checks.scores import Score
from viewer.core.checks.whole import check_whole
from viewer.core.installation import Installation
from viewer.core.packs.clinic import read_clinic
from viewer.core.packs.library import Library
from viewer.core.pages.version import text_version
from viewer.core.problems import Problem, Rule, Severity, printable
from viewer.core.wording import report_line, sentence
from viewer.core.words import ENGLISH, Words, read_words


def run(arguments: Sequence[str], installation: Installation, clinic: Path | None) -> int:
    """Check and print; the exit status is 1 on an error, with --strict on a warning too.

    ``clinic`` is the settings file that the viewer would use where none is named.
    """
    options = _parser().parse_args(arguments)
    words = read_words(installation.words, ENGLISH)
    if options.explain:
        for line in explained(Rule(options.explain), words):
            say(line)
        return 0
    settings = options.clinic or clinic
    folders = options.library or _clinics_library(settings) or [installation.content]
    today = datetime.date.today()
    library, problems, scores = check_whole(
        folders, settings, installation.icon_names, today, words
    )
    try:
        if options.format == "json":
            print(json.dumps(_as_json(problems, library, scores, words), indent=2))
        elif options.format == "summary":
            for problem in problems:
                if problem.severity is Severity.ERROR:  # else a table of nothing says nothing
                    say(report_line(problem, words))
            for line in score_table(scores, words):
                say(line)
        else:
            _print_text(problems, library, words)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:  # "| head" has seen enough; nothing more is written at the exit either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return _status(problems, options.strict)


def _clinics_library(settings: Path | None) -> Sequence[Path]:
    """The folders that the viewer would show by these settings."""
    return read_clinic(settings)[0].library if settings else ()


def _status(problems: Iterable[Problem], strict: bool) -> int:
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return 1 if any(problem.severity in failing for problem in problems) else 0


def _print_text(problems: Sequence[Problem], library: Library, words: Words) -> None:
    for problem in problems:
        say(report_line(problem, words))
    for topic in library.topics():
        for language in topic.languages:
            version = text_version(topic, language)
            say(words("check.version", topic=topic.id, language=language, version=version))
    sections = sum(len(s) for topic in library.topics() for s in topic.sections.values())
    counts = {str(s): sum(p.severity is s for p in problems) for s in Severity}
    say(
        words(
            "check.summary",
            topics=str(len(library.topic_ids)),
            sections=str(sections),
            errors=str(counts["error"]),
            warnings=str(counts["warning"]),
            notes=str(counts["note"]),
        )
    )


def _as_json(
    problems: Sequence[Problem],
    library: Library,
    scores: Mapping[str, Sequence[Score]],
    words: Words,
) -> dict[str, object]:
    return {
        "format": 1,
        "topics": [
            {
                "id": topic.id,
                "versions": {tag: text_version(topic, tag) for tag in topic.languages},
                "scores": [as_data(score) for score in scores[topic.id]],
            }
            for topic in library.topics()
        ],
        "findings": [
            {
                "file": str(problem.path),
                "line": problem.line,
                "rule": problem.rule,
                "severity": problem.severity,
                "message": sentence(problem, words),
            }
            for problem in problems
        ],
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="careleaf check", description="Look for what is wrong in the topics."
    )
    parser.add_argument(
        "library",
        metavar="DIR",
        type=Path,
        nargs="*",
        help="folders of topics (default: what the viewer shows)",
    )
    parser.add_argument("--format", choices=("text", "json", "summary"), default="text")
    parser.add_argument("--strict", action="store_true", help="fail on warnings too")
    parser.add_argument("--clinic", metavar="FILE", type=Path, help="the clinic's settings")
    parser.add_argument(
        "--explain", metavar="RULE", type=_rule, help="say what a rule asks for, and check nothing"
    )
    return parser


def _rule(name: str) -> str:
    if name in Rule._value2member_map_:
        return name
    near = difflib.get_close_matches(name, list(Rule), 3, 0.65)
    hint = f" Did you mean {', '.join(near)}?" if near else " docs/rules.md has all of them."
    raise argparse.ArgumentTypeError(f'there is no rule "{printable(name[:40])}".{hint}')
