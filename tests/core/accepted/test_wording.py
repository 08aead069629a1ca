"""What the staff are told: every reason has its words, in each language."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.library import words
from viewer.core.accepted.news import News, Waiting, What, Why
from viewer.core.accepted.wording import SHOWN_PROBLEMS, news_lines, waiting_row
from viewer.core.problems import Problem, Rule


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("why", Why)
def test_every_reason_is_said(why: Why, language: str) -> None:
    name, row = waiting_row(Waiting(why, "hands", (), "Disk full"), words(language))
    assert name == "hands"
    assert row.endswith(".")
    assert words(language).language_of(f"content.{why}") == language


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_piece_of_news_is_said(language: str) -> None:
    lines = news_lines([News(what, "hands") for what in What], words(language))
    assert len(set(lines)) == len(What)
    assert all("hands" in line for line in lines)


def test_errors_are_told_where_they_stand() -> None:
    problems = tuple(Problem(Rule.EMPTY_FILE, Path("a.md"), line) for line in range(1, 20))
    _, row = waiting_row(Waiting(Why.ERRORS, "hands", problems), words())
    first, *others = row.splitlines()
    assert first
    assert len(others) == SHOWN_PROBLEMS
    assert others[0].startswith("a.md:1: error empty-file: ")
