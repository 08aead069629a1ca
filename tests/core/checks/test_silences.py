"""A rule that an author silences on one line, with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.library import FRONT, TODAY, icons, write_hands
from viewer.core.checks.topic_check import check_topic, findings
from viewer.core.packs.library import Library
from viewer.core.problems import Rule, Severity

TEXT = FRONT.replace("sources", "plain_title: How warm?\nsources")
PLAIN = "## In plain words {: .plain }\n\nYou rest.\n\n"
HARD = "You can utilize it.\n"


def found(tmp_path: Path, text: str) -> list[tuple[Rule, int]]:
    """Findings above a note, by rule and line of the text, which begins in line 6."""
    library = Library([write_hands(tmp_path, {"en/warmth.md": TEXT + PLAIN + text})])
    problems = check_topic(library.topic("hands"), library, icons(), TODAY).problems
    return [
        (p.rule, p.line - 9)
        for p in problems
        if p.path.name == "warmth.md" and p.severity is not Severity.NOTE
    ]


def test_without_a_silence_it_is_told(tmp_path: Path) -> None:
    assert found(tmp_path, HARD) == [(Rule.COMPLEX_WORD, 1)]


@pytest.mark.parametrize(
    "text",
    [
        f"<!-- check: ignore complex-word: the leaflet says so -->\n\n{HARD}",
        "You can utilize it. <!-- check: ignore complex-word: the leaflet says so -->\n",
    ],
    ids=["on the line before", "on the line"],
)
def test_a_silence_with_a_reason(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


def test_it_holds_for_its_line_alone(tmp_path: Path) -> None:
    silence = "<!-- check: ignore complex-word: the leaflet says so -->\n\n"
    assert found(tmp_path, f"{silence}{HARD}\n{HARD}") == [(Rule.COMPLEX_WORD, 5)]


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- check: ignore complex-word -->",
        "<!-- check: ignore complex-word: -->",
        "<!-- check: ignore no-such-rule: because -->",
        "<!-- check: ignore medicine-rule-missing: because -->",
        "<!-- check: ignore safety-missing: because -->",
    ],
)
def test_a_silence_that_does_not_count(tmp_path: Path, comment: str) -> None:
    assert found(tmp_path, f"{comment}\n\n{HARD}") == [
        (Rule.BAD_SILENCE, 1),
        (Rule.COMPLEX_WORD, 3),
    ]


def test_a_silence_that_is_not_needed_any_more(tmp_path: Path) -> None:
    silence = "<!-- check: ignore complex-word: the leaflet says so -->\n\n"
    assert found(tmp_path, f"{silence}You can use it.\n") == [(Rule.UNUSED_SILENCE, 1)]


def test_other_comments_are_raw_html_as_before(tmp_path: Path) -> None:
    assert found(tmp_path, "<!-- a thought -->\n\nYou rest.\n") == [(Rule.RAW_HTML, 1)]


def test_a_kiosk_heeds_it_too(tmp_path: Path) -> None:
    danger = "You see: drink more is bad advice.\n"
    silence = "<!-- check: ignore danger-words: it is spoken of, not advised -->\n\n"
    for text, expected in ((danger, True), (silence + danger, False)):
        folder = tmp_path / str(expected)
        library = Library([write_hands(folder, {"en/warmth.md": TEXT + PLAIN + text})])
        rounds = findings(library.topic("hands"), library, icons(), TODAY)
        rules = {problem.rule for problems in rounds for problem in problems}
        assert (Rule.DANGER_WORDS in rules) is expected
        assert Rule.UNUSED_SILENCE not in rules
