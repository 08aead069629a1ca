"""Every rule has its sentences, and each is met by a fault in some test."""

from __future__ import annotations

import string
from functools import cache
from pathlib import Path

import pytest

from tests.core.checks.seeded import SEEDED
from tests.core.checks.test_faults import TABLES
from tests.core.library import words
from viewer.core.files import read_text
from viewer.core.installation import find_installation
from viewer.core.packs.yaml_nodes import Mapping, Node, Scalar, read_yaml
from viewer.core.problems import Problem, Reporter, Rule, Severity
from viewer.core.wording import report_line, sentence

NOTES_OF_THE_CONTRACT = {
    Rule.NO_REVIEW,
    Rule.DRAFT_TRANSLATION,
    Rule.UNTRANSLATED,
    Rule.EMPTY_SOURCE_HEADING,
    Rule.NO_CLINIC,
    Rule.PASSIVE_VOICE,
    Rule.TWO_IDEAS,
}
MET_ELSEWHERE = {
    Rule.MISSING_LIBRARY,
    Rule.EMPTY_LIBRARY,
    Rule.LIBRARY_IS_TOPIC,
    Rule.DOUBLED_TOPIC,
    Rule.UNREADABLE,
    Rule.NOT_A_FILE,
    Rule.OUTSIDE_PACK,
    Rule.TOPIC_ID,
    Rule.NO_TOPIC_FILE,
    Rule.NO_CLINIC,
    Rule.MISSING_LOGO,
    Rule.REFUSED_LOGO,
    Rule.BAD_PIN,
    Rule.FEW_SHORT_SENTENCES,
    Rule.MEAN_SENTENCE,
    Rule.SMOG_GRADE,
    Rule.FEW_ADDRESS,
    Rule.PASSIVE_VOICE,
    Rule.TWO_IDEAS,
    Rule.BAD_SILENCE,
    Rule.UNUSED_SILENCE,
}
"""Rules that need more than files, or a whole text: test_hostile_files, test_review, test_check,
test_clinic, test_plain_check, test_silences."""
DETAILS = {
    Rule.MISSING_LIBRARY: ("name",),
    Rule.EMPTY_LIBRARY: ("name",),
    Rule.LIBRARY_IS_TOPIC: ("name",),
    Rule.DOUBLED_TOPIC: ("name",),
    Rule.UNREADABLE: ("reason",),
    Rule.OUTSIDE_PACK: ("name",),
    Rule.TOPIC_ID: ("name",),
    Rule.NO_TOPIC_FILE: ("name",),
    Rule.REVIEW_DUE: ("language", "due"),
    Rule.NO_CLINIC: ("value",),
}
"""What the code tells of these; test_faults makes the sentences of all others from real faults."""


def entries(node: Node) -> dict[str, Node]:
    assert isinstance(node, Mapping)
    return {key.text: value for key, value in node.entries}


def english() -> tuple[Node, list[Problem]]:
    """The words file, and what is wrong with it."""
    path = find_installation().words / "en.yaml"
    problems: list[Problem] = []
    reporter = Reporter(path, problems)
    text = read_text(path, reporter)
    assert text is not None
    node = read_yaml(text, reporter)
    assert node is not None
    return node, problems


@cache
def templates(rule: Rule) -> tuple[str, ...]:
    """The two sentences of a rule, with the names of their details in braces."""
    sentences = entries(entries(entries(english()[0])["rules"])[str(rule)])
    return tuple(node.text for node in sentences.values() if isinstance(node, Scalar))


def test_the_words_are_well_formed_and_none_is_given_twice() -> None:
    assert english()[1] == []


def test_every_rule_has_two_sentences_and_no_sentence_is_left_over() -> None:
    rules = entries(entries(english()[0])["rules"])
    assert set(rules) == {str(rule) for rule in Rule}
    for rule, sentences in rules.items():
        assert list(entries(sentences)) == ["what", "mend"], rule


@pytest.mark.parametrize("rule", Rule)
def test_no_sentence_is_cut_short(rule: Rule) -> None:
    for text in templates(rule):
        assert text[0].isupper() or text[0] in "\"{'", text
        assert text.endswith((".", "?", '."')), text
        assert text.count('"') % 2 == 0, text


@pytest.mark.parametrize("rule", DETAILS)
def test_a_sentence_needs_no_details_that_the_code_does_not_give(rule: Rule) -> None:
    for text in templates(rule):
        named = string.Formatter().parse(text)
        assert {name for _, name, _, _ in named if name} <= set(DETAILS[rule])


def test_every_rule_is_met_by_a_fault() -> None:
    met = {rule for table in TABLES.values() for fault in table for rule, _, _ in fault.found}
    met |= {rule for table in TABLES.values() for fault in table for rule, _, _ in fault.notes}
    met |= {str(seeded.rule) for seeded in SEEDED}
    assert {rule for rule in Rule if str(rule) not in met} == MET_ELSEWHERE


def test_the_notes_are_those_of_the_contract() -> None:
    assert {rule for rule in Rule if rule.severity is Severity.NOTE} == NOTES_OF_THE_CONTRACT


def test_a_problem_is_as_grave_as_its_rule() -> None:
    for rule in Rule:
        assert Problem(rule, Path("a"), 1).severity is rule.severity


def test_a_finding_is_one_line_with_file_line_severity_and_rule() -> None:
    problem = Problem(Rule.UNKNOWN_KEY, Path("a/topic.yaml"), 7, (("key", "colour"),))
    assert report_line(problem, words()) == (
        'a/topic.yaml:7: error unknown-key: There is no key "colour" here. '
        "Check its spelling, or take it out."
    )


def test_the_kind_that_is_wanted_is_told_in_words() -> None:
    details = (("key", "care"), ("wanted", "list"))
    said = sentence(Problem(Rule.WRONG_TYPE, Path("a"), 1, details), words())
    assert said.startswith('"care" must be a list, like [one, two]. ')
