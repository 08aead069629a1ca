"""Typed reading of keys: each type, its faults, and what nobody asked for."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from viewer.core.packs.fields import Fields
from viewer.core.packs.yaml_nodes import read_yaml
from viewer.core.problems import Problem, Reporter, Rule

Findings = list[tuple[Rule, int]]


class Form:
    """Fields of a text, with what was found wrong."""

    def __init__(self, text: str) -> None:
        self._problems: list[Problem] = []
        reporter = Reporter(Path("a.yaml"), self._problems)
        self.fields = Fields(read_yaml(text, reporter), reporter)

    @property
    def found(self) -> Findings:
        """What was found wrong by now."""
        return [(problem.rule, problem.line) for problem in self._problems]


@pytest.mark.parametrize("value", ["null", "~", "", '""', "[a]", "{a: b}", '"  "'])
def test_a_word_must_be_words(value: str) -> None:
    form = Form(f"a: b\nc: {value}\n")
    assert form.fields.text("c", required=True) == ""
    assert form.found == [(Rule.WRONG_TYPE, 2)]


def test_null_in_quotes_is_a_word() -> None:
    form = Form('a: "null"\n')
    assert form.fields.text("a") == "null"
    assert form.found == []


def test_a_missing_key_is_a_finding_only_where_it_is_needed() -> None:
    form = Form("\n\na: b\n")
    assert form.fields.text("c") == ""
    assert form.found == []
    assert form.fields.text("d", required=True) == ""
    assert form.found == [(Rule.MISSING_KEY, 3)]


def test_what_nobody_asked_for_is_a_finding() -> None:
    form = Form("a: b\nc: d\ne: f\n")
    form.fields.text("c")
    form.fields.finish()
    assert form.found == [(Rule.UNKNOWN_KEY, 1), (Rule.UNKNOWN_KEY, 3)]


def test_a_list_may_lose_one_item_and_keep_the_others() -> None:
    form = Form("a:\n  - b\n  - [c]\n  - d\n")
    assert form.fields.texts("a") == ("b", "d")
    assert form.found == [(Rule.WRONG_TYPE, 3)]


@pytest.mark.parametrize("name", ["a", "a-b", "a1-2b", "0"])
def test_an_identifier_is_letters_digits_and_hyphens(name: str) -> None:
    form = Form(f"a: {name}\n")
    assert form.fields.identifier("a") == name
    assert form.found == []


@pytest.mark.parametrize("name", ["A", "a b", "a_b", "-a", "a-", "a--b", "ä", "a/b", "../a", "a.b"])
def test_anything_else_is_no_identifier(name: str) -> None:
    form = Form(f'a: "{name}"\n')
    assert form.fields.identifier("a") == ""
    assert form.found == [(Rule.BAD_VALUE, 1)]


@pytest.mark.parametrize(("text", "number"), [("5", 5), ("10", 10), ("007", 7)])
def test_a_number_in_its_range_is_read(text: str, number: int) -> None:
    assert Form(f"a: {text}\n").fields.number("a", 5, 10) == number


@pytest.mark.parametrize("text", ["4", "11", "-5", "+5", "5.0", "٥", "five", "9" * 30, "0x5"])
def test_any_other_number_is_a_finding(text: str) -> None:
    form = Form(f'a: "{text}"\n')
    assert form.fields.number("a", 5, 10) is None
    assert form.found == [(Rule.BAD_VALUE, 1)]


def test_a_day_is_read() -> None:
    assert Form("a: 2026-11-22\n").fields.date("a") == datetime.date(2026, 11, 22)


@pytest.mark.parametrize("text", ["2026-13-01", "2026-02-30", "22.11.2026", "soon", "2026-11"])
def test_no_day_is_a_finding(text: str) -> None:
    form = Form(f"a: {text}\n")
    assert form.fields.date("a") is None
    assert form.found == [(Rule.BAD_VALUE, 1)]


@pytest.mark.parametrize("text", ["20261122", "2026-W47-7"])
def test_a_day_is_written_as_the_format_says(text: str) -> None:
    form = Form(f"a: {text}\n")
    assert form.fields.date("a") is None
    assert form.found == [(Rule.BAD_VALUE, 1)]


def test_a_choice_is_one_of_its_words() -> None:
    form = Form("a: left\nb: up\n")
    assert form.fields.choice("a", ("left", "right")) == "left"
    assert form.fields.choice("b", ("left", "right")) == ""
    assert form.found == [(Rule.BAD_VALUE, 2)]


def test_texts_by_language_lose_what_is_no_language() -> None:
    form = Form("a:\n  en: b\n  English: c\n  es-MX: d\n  es: [e]\n")
    assert form.fields.by_language("a") == {"en": "b", "es-MX": "d"}
    assert form.found == [(Rule.LANGUAGE_TAG, 3), (Rule.WRONG_TYPE, 5)]


def test_another_kind_of_value_in_the_place_of_keys_is_one_finding() -> None:
    form = Form("- a\n- b\n")
    assert form.fields.text("a", required=True) == ""
    assert form.fields.by_language("b", required=True) == {}
    form.fields.finish()
    assert form.found == [(Rule.WRONG_TYPE, 1)]


def test_each_key_knows_its_line_even_after_it_was_taken() -> None:
    form = Form("a: b\n\nc: d\n")
    form.fields.text("c")
    assert (form.fields.line_of("c"), form.fields.line_of("nowhere")) == (3, 1)
