"""Everything that is wrong in some folders of topics: what ``careleaf check`` tells."""

from __future__ import annotations

import datetime
from collections.abc import Generator, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from viewer.core.checks.scores import Score
from viewer.core.checks.topic_check import check_in_steps
from viewer.core.packs.check_settings import read_settings
from viewer.core.packs.clinic import FILE_NAME, read_clinic
from viewer.core.packs.library import Library
from viewer.core.problems import Problem, Rule
from viewer.core.words import Words


class Findings(NamedTuple):
    """What was looked at, and what was found."""

    library: Library
    problems: tuple[Problem, ...]
    """Of the library, of the clinic's settings, of ``check.yaml``, then topic by topic."""
    scores: Mapping[str, tuple[Score, ...]]
    """By the topic's id."""


def check_whole(
    folders: Sequence[Path],
    clinic: Path | None,
    icons: frozenset[str],
    today: datetime.date,
    words: Words,
) -> Findings:
    """All findings in these libraries, with the settings in the file ``clinic``."""
    steps = check_whole_in_steps(folders, clinic, icons, today, words)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            found: Findings = done.value
            return found


def check_whole_in_steps(
    folders: Sequence[Path],
    clinic: Path | None,
    icons: frozenset[str],
    today: datetime.date,
    words: Words,
) -> Generator[None, None, Findings]:
    """The same, a section at a time, for a window that has other things to do."""
    library = Library(folders)
    problems = [*library.problems, *_of_clinic(clinic, words)]
    limits, faults = read_settings(library.folders)
    problems += faults
    scores: dict[str, tuple[Score, ...]] = {}
    for topic in library.topics():
        found = yield from check_in_steps(topic, library, icons, today, limits)
        problems += found.problems
        scores[topic.id] = found.scores
    return Findings(library, tuple(problems), scores)


def _of_clinic(path: Path | None, words: Words) -> Iterator[Problem]:
    if path is None:
        value = words("value.emergency_number")
        yield Problem(Rule.NO_CLINIC, Path(FILE_NAME), 1, (("value", value),))
    else:
        yield from read_clinic(path)[1]
