"""Faults put into the shipped topic: each is caught, at its line, by the rule that should."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.core.checks.seeded import SEEDED, Seeded
from tests.core.library import TODAY, icons, words
from viewer.core.checks.topic_check import check_topic
from viewer.core.installation import find_installation
from viewer.core.packs.library import Library
from viewer.core.pages.version import text_version
from viewer.core.problems import Problem, Severity
from viewer.core.wording import sentence

TOPIC = "calciphylaxis"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped topic, to write on."""
    folder = tmp_path_factory.mktemp("seeded")
    shutil.copytree(find_installation().content / TOPIC, folder / TOPIC)
    return folder


EVERY_RUN = 3
"""One in so many is in every run; the slow one adds the others."""


@pytest.fixture(
    params=[
        pytest.param(seeded, marks=pytest.mark.slow if number % EVERY_RUN else ())
        for number, seeded in enumerate(SEEDED)
    ],
    ids=[seeded.name for seeded in SEEDED],
)
def seeded(request: pytest.FixtureRequest, library: Path) -> Iterator[Seeded]:
    """A fault, in its file for the time of a test."""
    fault: Seeded = request.param
    path = library / TOPIC / fault.file
    text = path.read_text("utf-8")
    assert fault.old in text
    new = fault.new.replace("$VERSION", text_version(Library([library]).topic(TOPIC), "en"))
    path.write_text(text.replace(fault.old, new), "utf-8")
    yield fault
    path.write_text(text, "utf-8")


def found_in(library: Path) -> list[Problem]:
    """All findings above a note, or of a review."""
    found = Library([library])
    problems = check_topic(found.topic(TOPIC), found, icons(), TODAY).problems
    return [p for p in problems if p.severity is not Severity.NOTE]


def test_the_topic_has_no_fault_of_its_own(library: Path) -> None:
    assert found_in(library) == []


def test_there_are_enough_of_them() -> None:
    assert len(SEEDED) >= 40
    assert len({seeded.name for seeded in SEEDED}) == len(SEEDED)


def test_a_fault_is_caught_where_it_stands(seeded: Seeded, library: Path) -> None:
    by_rule = [problem for problem in found_in(library) if problem.rule is seeded.rule]
    assert by_rule, f"{seeded.rule} has not seen: {seeded.name}"
    for problem in by_rule:
        assert problem.path.is_relative_to(library / TOPIC)
        assert problem.line <= len(problem.path.read_text("utf-8").splitlines())
        for language in ("en", "es"):
            assert sentence(problem, words(language)).endswith((".", "?"))
        assert_stands_there(problem, seeded)


def assert_stands_there(problem: Problem, seeded: Seeded) -> None:
    """Where words of the fault are told, they are those of its line, or of its block."""
    told = dict(problem.details).get("words", "")
    if not told.isdigit() and told in seeded.new:
        lines = problem.path.read_text("utf-8").splitlines()
        assert told in " ".join(lines[problem.line - 1 : problem.line + 12])
