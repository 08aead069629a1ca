"""Whether plain text is plain: what is measured over a section, a topic, and line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.library import FRONT, TODAY, icons, write_hands
from viewer.core.checks.topic_check import Checked, check_topic
from viewer.core.packs.check_settings import Limits, read_settings
from viewer.core.packs.library import Library
from viewer.core.problems import Rule

TEXT = FRONT.replace("sources", "plain_title: How warm?\nsources")
PLAIN = "## In plain words {: .plain }\n\n"
SHORT = "You can rest. "
LONG = "You can sit in your chair by the door for as long as you want to rest. "


def check(tmp_path: Path, plain: str, settings: str = "") -> Checked:
    library = write_hands(tmp_path, {"en/warmth.md": TEXT + PLAIN + plain})
    if settings:
        (library / "check.yaml").write_text(settings)
    found = Library([library])
    limits, faults = read_settings(found.folders)
    assert faults == ()
    return check_topic(found.topic("hands"), found, icons(), TODAY, limits)


def rules(tmp_path: Path, plain: str, settings: str = "") -> set[Rule]:
    checked = check(tmp_path, plain, settings)
    return {p.rule for p in checked.problems if p.path.name == "warmth.md"}


def test_nine_sentences_in_ten_are_short(tmp_path: Path) -> None:
    assert Rule.FEW_SHORT_SENTENCES not in rules(tmp_path / "nine", SHORT * 9 + LONG)
    assert Rule.FEW_SHORT_SENTENCES in rules(tmp_path / "eight", SHORT * 8 + LONG)


def test_sentences_are_short_on_average(tmp_path: Path) -> None:
    words = "You can sit by the door in your own room "
    assert Rule.MEAN_SENTENCE not in rules(tmp_path / "twelve", f"{words}all day.\n\n" * 5)
    assert Rule.MEAN_SENTENCE in rules(tmp_path / "thirteen", f"{words}all day too.\n\n" * 5)


def test_a_list_is_not_one_long_sentence(tmp_path: Path) -> None:
    items = "\n".join(f"- Keep your {thing} in the room" for thing in ("cap", "coat", "bag"))
    assert rules(tmp_path, f"You can rest.\n\n{items}\n") == set()


def test_a_text_that_speaks_to_nobody(tmp_path: Path) -> None:
    nobody = "Rest is good. A room is warm. "
    assert Rule.FEW_ADDRESS in rules(tmp_path / "none", nobody + "Sun is good.")
    assert Rule.FEW_ADDRESS not in rules(tmp_path / "one", nobody + "You can rest.")


def test_the_whole_topic_has_a_grade(tmp_path: Path) -> None:
    hard = "You may encounter considerable difficulty.\n\n"
    found = check(tmp_path / "hard", hard * 30)
    (problem,) = [p for p in found.problems if p.rule is Rule.SMOG_GRADE]
    assert problem.path.name == "topic.yaml"
    few = check(tmp_path / "few", hard * 20)
    assert Rule.SMOG_GRADE not in {p.rule for p in few.problems}, "too little to say so"


@pytest.mark.parametrize(
    ("plain", "rule"),
    [
        ("You rest.\n\n- Your skin was harmed\n", Rule.PASSIVE_VOICE),
        ("You rest.\n\n- Sit down, and drink\n", Rule.TWO_IDEAS),
    ],
)
def test_what_may_be_better_is_a_note(tmp_path: Path, plain: str, rule: Rule) -> None:
    (problem,) = [p for p in check(tmp_path, plain).problems if p.rule is rule]
    assert problem.severity == "note"
    assert problem.line == 10


@pytest.mark.parametrize(
    "figure", ["45 %", "45%", "4.5 cups", "1 in 5", "2 out of 10", "5 percent"]
)
def test_figures_that_few_can_use(tmp_path: Path, figure: str) -> None:
    assert Rule.PLAIN_FIGURE in rules(tmp_path, f"You may see {figure} here.")


@pytest.mark.parametrize("figure", ["3 cups", "7 days", "at 9:30", "1,000 steps", "24 hours"])
def test_figures_that_anybody_can_use(tmp_path: Path, figure: str) -> None:
    assert Rule.PLAIN_FIGURE not in rules(tmp_path, f"You may see {figure} here.")


# --- bounds of a library -------------------------------------------------------------------------


def test_a_library_has_bounds_of_its_own(tmp_path: Path) -> None:
    text = "You can sit by the door.\n\n"
    assert rules(tmp_path / "usual", text) == set()
    assert rules(tmp_path / "own", text, "format: 1\nlongest_sentence: 5\n") == {Rule.LONG_SENTENCE}


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("format: 1\nsmog: much\n", Rule.BAD_VALUE, 2),
        ("format: 1\nsmog: -1\n", Rule.BAD_VALUE, 2),
        ("format: 1\nsmogg: 8\n", Rule.UNKNOWN_KEY, 2),
        ("format: 2\n", Rule.BAD_VALUE, 1),
        ("a: [\n", Rule.YAML_SYNTAX, 1),
        ("- smog\n", Rule.WRONG_TYPE, 1),
    ],
)
def test_bounds_that_cannot_be_used(tmp_path: Path, text: str, rule: Rule, line: int) -> None:
    (tmp_path / "check.yaml").write_text(text)
    limits, problems = read_settings([tmp_path])
    assert limits == Limits()
    assert [(p.rule, p.line) for p in problems] == [(rule, line)]


def test_bounds_are_not_read_from_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.yaml").write_text("format: 1\nsmog: 20\n")
    library = tmp_path / "library"
    library.mkdir()
    (library / "check.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    limits, problems = read_settings([library])
    assert limits == Limits()
    assert [p.rule for p in problems] == [Rule.OUTSIDE_PACK]
