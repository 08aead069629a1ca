"""What people ask, written before there was a search: the right page must come first."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from tests.core.search.library import best_of, engine_of
from viewer.core.installation import find_installation
from viewer.core.level import Level
from viewer.core.model import Topic
from viewer.core.packs.topic import read_topic
from viewer.core.search.engine import SearchEngine
from viewer.core.search.results import ResultKind

QUESTIONS = Path(__file__).with_name("questions.tsv")
LEAST_RIGHT = 0.95


@cache
def rows() -> list[dict[str, str]]:
    with QUESTIONS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def topic() -> Topic:
    return read_topic(find_installation().content / "calciphylaxis")


@cache
def engine() -> SearchEngine:
    return engine_of(topic())


def first_of(row: dict[str, str]) -> str:
    """The section that the very first result leads to; a word in brackets where it is none."""
    first = best_of(engine().search(row["question"], row["language"], Level(row["level"])))
    if first is None:
        return "(nothing)"
    return first.section if first.kind is ResultKind.SECTION else f"({first.kind})"


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_that_was_asked_for_comes_first(language: str) -> None:
    asked = [row for row in rows() if row["language"] == language]
    misses = [
        f"{row['level']}: {row['question']!r} gave {first}, not {row['first']}"
        for row in asked
        if (first := first_of(row)) not in row["first"].split("|")
    ]
    share = 1 - len(misses) / len(asked)
    print(f"\n{language}: {share:.1%} of {len(asked)}", *misses, sep="\n")
    assert share >= LEAST_RIGHT, "\n".join(misses)


def test_no_question_was_taken_out() -> None:
    assert len(rows()) >= 154
