"""Every rule is described, and its examples are what they say they are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.core.checks.example_packs import findings, line_of, path_of
from viewer.core.checks.rules import read_rules, shown_example
from viewer.core.problems import Problem, Rule

ROOT = Path(__file__).resolve().parents[3]
RULES = read_rules()


def told(problems: list[Problem]) -> list[str]:
    return [f"{p.rule} {p.path}:{p.line}" for p in problems]


def test_every_rule_is_described() -> None:
    assert list(RULES) == list(Rule)


@pytest.mark.parametrize("rule", Rule)
def test_the_bad_example_breaks_its_rule_where_it_says(rule: Rule, tmp_path: Path) -> None:
    text = RULES[rule]
    found = findings(rule, text.bad, tmp_path)
    also = text.setup.get("also", "").split()
    assert {str(p.rule) for p in found} == {rule, *also}, told(found)
    name = text.setup.get("file", next(iter(text.bad)))
    ours = [p for p in found if p.rule is rule]
    assert str(ours[0].path) == path_of(name)
    if text.setup.get("line") != "any":
        assert ours[0].line == line_of(text, name)


@pytest.mark.parametrize("rule", Rule)
def test_the_good_example_breaks_none(rule: Rule, tmp_path: Path) -> None:
    assert told(findings(rule, RULES[rule].good, tmp_path)) == []


@pytest.mark.parametrize("rule", Rule)
def test_an_example_can_be_shown(rule: Rule) -> None:
    text = RULES[rule]
    assert text.statement.endswith(".")
    for files in (text.bad, text.good):
        assert "".join(shown_example(files)).strip()
    assert list(shown_example(text.bad)) != list(shown_example(text.good))


def test_the_docs_are_those_of_the_rules(tmp_path: Path) -> None:
    """Else run python docs/make_rules.py."""
    script = ROOT / "docs" / "make_rules.py"
    subprocess.run([sys.executable, str(script), str(tmp_path / "rules.md")], check=True, cwd=ROOT)
    made = (tmp_path / "rules.md").read_text("utf-8")
    assert made == (ROOT / "docs" / "rules.md").read_text("utf-8")
