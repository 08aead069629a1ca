"""``careleaf diff``, as a reviewer or a program reads it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.core.library import write, write_hands
from viewer.app import main
from viewer.commands import diff
from viewer.core.authoring.aligning import Kind
from viewer.core.authoring.changes import What
from viewer.core.authoring.units import UnitKind
from viewer.core.installation import find_installation
from viewer.core.words import read_words

CAREFUL = "\n### Careful {: #careful .safety }\n\nNever use hot water.\n"
WASHING = """\
---
title: Washing
plain_title: How do I wash?
care: hygiene
sources: [book]
---
## In plain words {: .plain }

Wash your hands.
"""
Run = Callable[..., int]


@pytest.fixture
def topics(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two libraries, ``before`` and ``after``, with the same topic ``hands``; we stand there."""
    monkeypatch.chdir(tmp_path)
    for name in ("before", "after"):
        write_hands(tmp_path / name, {"en/washing.md": WASHING + CAREFUL})
    return tmp_path


def run(*arguments: str) -> int:
    return diff.run(arguments, find_installation())


def test_nothing_has_changed(topics: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("before", "after") == 0
    assert run("before/hands", "after/hands") == 0
    assert capsys.readouterr().out.split("\n") == ["hands: nothing has changed.", ""] * 2 + [""]


def test_a_change_in_safety_text_is_told_in_words(
    topics: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (WASHING + CAREFUL).replace("Never", "Always").replace("Wash your", "Wash both")
    write_hands(topics / "after", {"en/washing.md": text})
    assert run("before", "after") == 1
    told = capsys.readouterr().out
    lines = told.split("\n")
    assert lines[0] == "hands has changed. Changes: 2. In safety text, told first: 1."
    assert re.fullmatch(
        r"en: version [0-9a-f]{8} before, [0-9a-f]{8} now. No review holds for it.", lines[3]
    )
    assert lines[5:] == [
        "Safety text: read this first",
        '1. Section washing, en, plain language, under "Careful": paragraph, changed.',
        "   Before: Never use hot water.",
        "   Now: Always use hot water.",
        '   "Never" became "Always".',
        '   Safety text "careful".',
        "",
        "Section washing",
        "2. en, plain language: paragraph, changed.",
        "   Before: Wash your hands.",
        "   Now: Wash both hands.",
        '   "your" became "both".',
        "",
        "",
    ]
    assert not set("[]{}+*~<>") & set(told), "signs that a voice leaves out"


def test_what_counts_as_something_else_is_told(
    topics: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = WASHING + CAREFUL.replace("{: #careful .safety }", "{: #careful }")
    write_hands(topics / "after", {"en/washing.md": text})
    assert run("before", "after") == 1
    told = capsys.readouterr().out
    assert "   Text: Never use hot water.\n" in told
    said = 'It counted as safety text "careful", and counts as ordinary text now.'
    assert told.count(said) == 2


def test_a_review_that_holds_no_more_is_told(
    topics: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("before", "after", "--format", "json")
    version = json.loads(capsys.readouterr().out)["topics"][0]["versions"]["en"]["before"]
    review = f'reviews: {{en: {{by: "A, nurse", at: 2026-11-01, text: {version}}}}}\n'
    for name in ("before", "after"):
        with (topics / name / "hands/topic.yaml").open("a", encoding="utf-8") as file:
            file.write(review)
    (topics / "after/hands/en/washing.md").write_text(WASHING, "utf-8")
    assert run("before", "after") == 1
    said = f"The review by A, nurse of 2026-11-01 was of version {version}, and holds no more."
    assert said in capsys.readouterr().out


def test_json_has_every_change(topics: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_hands(topics / "after", {"en/washing.md": WASHING + CAREFUL.replace("hot", "very hot")})
    assert run("before", "after", "--format", "json") == 1
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert told["format"] == 1
    (topic,) = told["topics"]
    assert (topic["id"], topic["kind"], topic["unread"]) == ("hands", "changed", [])
    (change,) = topic["changes"]
    assert change == {
        "what": "paragraph",
        "kind": "changed",
        "safety": True,
        "name": "",
        "section": "washing",
        "language": "en",
        "level": "plain",
        "under": "Careful",
        "before": "Never use hot water.",
        "after": "Never use very hot water.",
        "counted": ["safety:careful"],
        "counts": ["safety:careful"],
        "words": [{"out": "", "put": "very"}],
        "figures": {"out": "", "put": ""},
        "values": {"out": "", "put": ""},
    }


class Page(HTMLParser):
    """The words of a page by the element that they stand in; every element is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.said: dict[str, list[str]] = {}
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.said.setdefault(self.open[-1], []).append(data)


def test_the_page_marks_words_and_says_the_same(
    topics: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        (WASHING + CAREFUL).replace("Never use", "Use, señora,").replace("Wash your", "Wash &lt;b>")
    )
    write_hands(topics / "after", {"en/washing.md": text})
    assert run("before", "after", "--format", "html") == 1
    told = capsys.readouterr().out
    assert told.isascii()
    assert "<script" not in told
    assert "http" not in told
    page = Page(told)
    assert page.said["title"] == ["What has changed"]
    assert page.said["h1"] == ["hands has changed. Changes: 2. In safety text, told first: 1."]
    assert page.said["h2"] == [
        "Versions of the text",
        "Safety text: read this first",
        "Section washing",
    ]
    assert page.said["del"] == ["Never use", "your"]
    assert page.said["ins"] == ["Use, señora,", "<b>"]
    assert '"Never use" became "Use, señora,".' in page.said["p"]


def test_topics_that_only_one_has_are_told(
    topics: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree("before/hands", "before/feet")
    shutil.copytree("before/hands", "after/ears")
    assert run("before", "after") == 1
    assert [line for line in capsys.readouterr().out.split("\n") if line] == [
        "ears: this topic is new. Have all of it read.",
        "feet: this topic is gone.",
        "hands: nothing has changed.",
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("before", "nowhere"), "There is no folder nowhere"),
        (("before/hands/topic.yaml", "after"), "There is no folder before/hands/topic.yaml"),
        (("before", "after/hands"), "after/hands is a topic and before is a folder of topics"),
        (("before/hands", "after"), "before/hands is a topic and after is a folder of topics"),
        (("before", "empty"), "The folder empty holds no topics"),
    ],
)
def test_what_cannot_be_compared_is_a_sentence(
    arguments: tuple[str, str], said: str, topics: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (topics / "empty").mkdir()
    assert run(*arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err
    assert "ot" in told.err  # nothing was compared, or cannot be


def test_what_cannot_be_read_is_trouble(topics: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(topics / "after/hands", {"glossary.yaml": "a: [\n"})
    assert run("before", "after") == 2
    told = capsys.readouterr().out
    assert "Not all could be read, so a change may be missing here:" in told
    assert "glossary.yaml:1: error yaml-syntax:" in told


def test_wrong_usage_ends_with_2(topics: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        run("before")
    assert ended.value.code == 2


def test_the_program_knows_the_command(topics: Path) -> None:
    assert main(["diff", "before", "after"]) == 0


def test_there_are_words_for_everything_that_can_change() -> None:
    words = read_words(find_installation().words, "en")
    assert all(f"diff_command.what.{what}" in words for what in (*What, *UnitKind))
    assert all(f"diff_command.how.{kind}" in words for kind in Kind)
