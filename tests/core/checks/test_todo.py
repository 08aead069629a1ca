"""What an author still has to write is found wherever readers would meet it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.accepted.kiosk import Kiosk
from tests.core.library import (
    FRONT,
    TOPIC,
    WARMTH,
    WASHING,
    findings,
    hands,
    problems_of,
    words,
    write_hands,
)
from viewer.core.problems import Rule, Severity
from viewer.core.wording import sentence

TITLES = """\
---
title: "TODO: a title"
plain_title: "TODO: a question?"
short_title: TODO
keywords: [warm, TODO more]
sources: [book]
---
Text.
"""
SPANISH = "---\ntitle: Calor\nplain_title: Calor\n---\n## Sencillo {{: .plain }}\n\n{}\n"


def todos(tmp_path: Path, files: dict[str, str]) -> list[tuple[str, int]]:
    """File and line of each."""
    library = write_hands(tmp_path, files)
    found = [(file.removeprefix("hands/"), line) for _, file, line in findings(library)]
    assert {rule for rule, _, _ in findings(library)} <= {"todo"}
    return found


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("TODO: write this.\n", [5]),
        ("A.\n\n- b\n- TODO\n\nC TODO d.\n", [8, 10]),
        ('!!! tip "TODO"\n    A.\n', [5]),
        ("## B TODO {: #b }\n\nC.\n", [5]),
        ("|a|b|\n|-|-|\n|1|TODO|\n", [7]),
        ("A.\n\n```\nTODO\n```\n", [8]),
        ("Mastodon, todo, Todo, TODOS and METODO.\n", []),
    ],
)
def test_it_is_found_in_text(body: str, lines: list[int], tmp_path: Path) -> None:
    found = todos(tmp_path, {"en/warmth.md": FRONT + body})
    assert found == [("en/warmth.md", line) for line in lines]


def test_it_is_found_in_titles_and_keywords(tmp_path: Path) -> None:
    found = todos(tmp_path, {"en/warmth.md": TITLES})
    assert found == [("en/warmth.md", line) for line in (2, 3, 4, 5)]


def test_it_is_found_in_topic_yaml_but_not_in_its_comments(tmp_path: Path) -> None:
    topic = (
        TOPIC.replace("{en: Hand care}", '{en: "TODO: a title"}  # TODO')
        .replace("title: {en: Care}", "title:\n      en: TODO")
        .replace("A book", "TODO")
    )
    found = todos(tmp_path, {"topic.yaml": f"{topic}# TODO: later\nmost_important: {{en: TODO}}\n"})
    assert found == [("topic.yaml", line) for line in (3, 7, 11, 13)]


def test_it_is_found_in_the_glossary(tmp_path: Path) -> None:
    glossary = "germ:\n  en:\n    term: germ\n    also: [TODO]\n    means: TODO\n"
    found = todos(tmp_path, {"glossary.yaml": glossary})
    assert found == [("glossary.yaml", 4), ("glossary.yaml", 5)]


def test_notes_are_not_for_readers(tmp_path: Path) -> None:
    assert todos(tmp_path, {"NOTES.md": "TODO\n"}) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tome TODO el frasco.", False),
        ("TODO SOBRE EL CALOR", False),
        ("TODO: escriba.", True),
        ("TODO : escriba.", True),
    ],
)
def test_in_spanish_a_word_in_capitals_is_a_word(text: str, found: bool, tmp_path: Path) -> None:
    files = {"es/warmth.md": SPANISH.format(text), "es/washing.md": SPANISH.format("Lave.")}
    english = "en: {term: germ, means: A living thing.}"
    glossary = f'germ:\n  es: {{term: germen, means: "{text}"}}\n  {english}\n'
    problems = todos(tmp_path, {**files, "glossary.yaml": glossary})
    assert problems == [("es/warmth.md", 7), ("glossary.yaml", 2)][: 2 * found]


def test_it_is_an_error_so_that_no_running_kiosk_takes_it_up(tmp_path: Path) -> None:
    assert Rule.TODO.severity is Severity.ERROR
    library = write_hands(tmp_path / "library")
    kiosk = Kiosk(library, tmp_path / "state")
    kiosk.begin()
    for file, text in (
        ("en/washing.md", WASHING.replace("Wash your hands.", "TODO: how.")),
        ("topic.yaml", TOPIC.replace("Hand care", "TODO")),
    ):
        write_hands(library, {file: text})
        assert kiosk.settle() == []
        assert [p.rule for p in kiosk.waiting().problems] == [Rule.TODO]
        assert "Wash your hands." in kiosk.text()
    write_hands(library, {"en/washing.md": WASHING.replace("Wash your", "Rub both")})
    assert kiosk.settle() == ["+hands"]


def test_its_sentence_shows_what_is_asked_for(tmp_path: Path) -> None:
    library = write_hands(tmp_path, {"en/warmth.md": FRONT + "**TODO: why, in a sentence.**\n"})
    (problem,) = (p for p in problems_of([library]) if p.rule is Rule.TODO)
    assert 'Still to write: "TODO: why, in a sentence.**"' in sentence(problem, words("en"))
    assert '"TODO: why, in a sentence.**"' in sentence(problem, words("es"))


def test_an_author_may_silence_it_with_a_reason(tmp_path: Path) -> None:
    text = "<!-- check: ignore todo: it is the name of the list -->\n\nTake the TODO list.\n"
    assert todos(tmp_path, {"en/warmth.md": FRONT + text}) == []


def test_a_glossary_that_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    topic = hands(tmp_path, {"glossary.yaml": "germ: {en: {term: TODO\n", "en/warmth.md": WARMTH})
    assert [p.rule for p in topic.problems] == [Rule.YAML_SYNTAX]
    assert [rule for rule, _, _ in findings(tmp_path / "library")] == ["yaml-syntax"]
