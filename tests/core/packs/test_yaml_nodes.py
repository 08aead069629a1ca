"""YAML: words stay words, each node knows its line, and nothing unfolds."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from viewer.core.packs.yaml_nodes import Mapping, Node, Scalar, Sequence, read_yaml
from viewer.core.problems import Problem, Reporter, Rule

BOMB = "a: &a [x, x]\n" + "".join(
    f"{name}: &{name} [*{before}, *{before}, *{before}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def read(text: str, first_line: int = 1) -> tuple[Node | None, list[tuple[Rule, int]]]:
    problems: list[Problem] = []
    node = read_yaml(text, Reporter(Path("a.yaml"), problems), first_line)
    return node, [(problem.rule, problem.line) for problem in problems]


def entries(node: Node | None) -> dict[str, Node]:
    assert isinstance(node, Mapping)
    return {key.text: value for key, value in node.entries}


def test_nodes_know_their_lines() -> None:
    node, problems = read("a: b\nc:\n  - d\n  - e: f\n")
    found = entries(node)
    assert found["a"] == Scalar("b", 1)
    assert isinstance(found["c"], Sequence)
    assert [item.line for item in found["c"].items] == [3, 4]
    assert not problems


def test_lines_are_counted_from_the_first_line_of_the_file() -> None:
    node, problems = read("a: b\na: c\n", first_line=12)
    assert entries(node)["a"] == Scalar("b", 12)
    assert problems == [(Rule.DOUBLED_KEY, 13)]


@pytest.mark.parametrize(
    "word", ["on", "No", "true", "null", "~", "2026-11-22", "1e3", "0o17", ".inf"]
)
def test_every_value_is_a_word(word: str) -> None:
    node, _ = read(f"a: {word}\n")
    assert entries(node)["a"] == Scalar(word, 1)


def test_quotes_are_known() -> None:
    node, _ = read("a: \"b\"\nc: 'd'\n")
    assert entries(node)["a"] == Scalar("b", 1, plain=False)
    assert entries(node)["c"] == Scalar("d", 2, plain=False)


def test_text_may_run_over_lines() -> None:
    node, _ = read("a: >\n  b\n  c\nd: |\n  e\n  f\n")
    assert entries(node)["a"] == Scalar("b c\n", 1, plain=False)
    assert entries(node)["d"] == Scalar("e\nf\n", 4, plain=False)


def test_an_empty_text_is_nothing() -> None:
    assert read("") == (None, [])
    assert read("# only a comment\n") == (None, [])


def test_a_key_must_be_a_word() -> None:
    _, problems = read("[a, b]: c\n")
    assert problems == [(Rule.WRONG_TYPE, 1)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: b\nc: [d\n", 2),
        ("a: b\n  c: d\n", 2),
        ('a: "b\n', 1),
        ("a: b\n\tc: d\n", 2),
        ("a: @b", 1),
    ],
)
def test_what_is_not_well_formed_has_its_line(text: str, line: int) -> None:
    assert read(text) == (None, [(Rule.YAML_SYNTAX, line)])


@pytest.mark.parametrize("text", ["a: &b c\n", "a: 1\nb: *a\n", BOMB, "a: &a [*a]\n"])
def test_nothing_refers_to_something_else(text: str) -> None:
    begun = time.process_time()
    node, ((rule, _),) = read(text)
    assert (node, rule) == (None, Rule.YAML_ALIAS)
    assert time.process_time() - begun < 1


@pytest.mark.parametrize("text", ["[" * 13 + "]" * 13, "{a: " * 100 + "}" * 100, "- " * 50 + "a"])
def test_nothing_is_nested_without_end(text: str) -> None:
    node, ((rule, line),) = read(text)
    assert (node, rule, line) == (None, Rule.YAML_TOO_DEEP, 1)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_a_quarter_of_a_megabyte_of_openings_takes_no_time(opening: str) -> None:
    begun = time.process_time()
    node, problems = read(opening * (250_000 // len(opening)))
    assert node is None
    assert problems
    assert time.process_time() - begun < 5


def test_tags_make_nothing() -> None:
    node, problems = read("a: !!python/object/apply:os.system [ls]\nb: !!int 3\n")
    assert entries(node)["b"] == Scalar("3", 2)
    assert isinstance(entries(node)["a"], Sequence)
    assert not problems


def test_escapes_smuggle_no_control_characters() -> None:
    node, problems = read('a: "b\\u202ec\\a"\n')
    assert entries(node)["a"] == Scalar("bc", 1, plain=False)
    assert problems == [(Rule.CONTROL_CHARACTER, 1)]


def test_only_the_first_document_is_read() -> None:
    node, _ = read("---\na: b\n---\nc: d\n")
    assert list(entries(node)) == ["a"]
