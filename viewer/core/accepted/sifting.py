"""Which of several new versions bring no new error, each judged as it would stand by the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from viewer.core.accepted.aside import Aside
from viewer.core.accepted.manifest import Error
from viewer.core.model import Topic
from viewer.core.packs.library import Library
from viewer.core.packs.shelf import Shelf
from viewer.core.problems import Problem, Severity

Check = Callable[[Topic, Library], Iterator[Sequence[Problem]]]
"""The findings of a topic in a library, some at a time, as ``careleaf check`` has them."""


class Candidate(NamedTuple):
    """A new version of a topic, whole, and not yet judged."""

    source: Path
    """The topic's own folder, where whoever has to mend it finds it."""
    place: Path
    """The folder that the copy of the topic's folder stands in."""
    problems: tuple[Problem, ...]
    """Those that were found on copying it."""
    known: tuple[Error, ...] | None
    """The errors of the version that counts; none are of a topic that is new to the others.

    None in a first start, where none is asked about: a screen must not be empty.
    """


class Verdict(NamedTuple):
    """What came of a candidate."""

    topic: Topic
    errors: tuple[Error, ...]
    new: tuple[Problem, ...]
    """Errors that the version that counts has not; where there are any, that goes on counting."""


def sift(
    candidates: Mapping[str, Candidate], places: Mapping[str, Path], check: Check, aside: Aside
) -> Generator[None, None, dict[str, Verdict]]:
    """Judge candidates, some milliseconds a step; ``places`` are those of all other topics.

    Where one is refused, the others are judged once more: they may lead to what only it has.
    """
    verdicts: dict[str, Verdict] = {}
    read: dict[str, Topic] = {}
    standing = dict(candidates)
    while standing:
        folders = {**places, **{topic_id: c.place for topic_id, c in standing.items()}}
        library = Library((), look=partial(Shelf, folders, (), dict(read)))
        for topic_id, candidate in standing.items():
            read[topic_id] = yield from aside.run(partial(library.topic, topic_id))
            verdicts[topic_id] = yield from _judged(candidate, read[topic_id], library, check)
        refused = [topic_id for topic_id in standing if verdicts[topic_id].new]
        if not refused:
            break
        for topic_id in refused:
            del standing[topic_id], read[topic_id]
    return verdicts


def _judged(
    candidate: Candidate, topic: Topic, library: Library, check: Check
) -> Generator[None, None, Verdict]:
    problems = list(candidate.problems)
    for found in check(topic, library):
        problems += (replace(p, path=_at_source(p.path, topic, candidate)) for p in found)
        yield
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    names = [_name(problem, candidate.source) for problem in errors]
    return Verdict(topic, tuple(names), tuple(_new(errors, names, candidate.known)))


def _new(
    errors: Iterable[Problem], names: Iterable[Error], known: tuple[Error, ...] | None
) -> Iterator[Problem]:
    """The errors that are more than those that are known; lines move, so they do not count."""
    if known is None:
        return
    left = Counter(known)
    for problem, name in zip(errors, names, strict=True):
        left[name] -= 1
        if left[name] < 0:
            yield problem


def _name(problem: Problem, source: Path) -> Error:
    path = problem.path
    file = path.relative_to(source).as_posix() if path.is_relative_to(source) else str(path)
    return str(problem.rule), file, "\n".join(f"{name}: {said}" for name, said in problem.details)


def _at_source(path: Path, topic: Topic, candidate: Candidate) -> Path:
    inside = path.is_relative_to(topic.path)
    return candidate.source / path.relative_to(topic.path) if inside else path
