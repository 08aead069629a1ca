"""docs/authoring.md, followed to the letter: its files are written, its commands are run."""

from __future__ import annotations

import dataclasses
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.core.library import FRONT, TODAY, icons, write_hands
from viewer.app import COMMANDS, main
from viewer.core.checks.topic_check import check_topic
from viewer.core.packs.check_settings import Limits
from viewer.core.packs.library import Library
from viewer.core.problems import Rule

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "authoring.md").read_text("utf-8")
STEP = re.compile(
    r"^`(?P<file>my-topics/[^`]+)`[^\n]*:\n\n```\w+\n(?P<text>.*?)^```$"
    r"|^```sh\n(?P<commands>.*?)^```$(?:\n\n```text\n(?P<output>.*?)^```$)?"
    r"|In `(?P<changed>my-topics/[^`]+)`\s+change\s+`(?P<old>[^`]+)`\s+to\s+`(?P<new>[^`]+)`"
    r"|In `(?P<grown>my-topics/[^`]+)`,\s+under\s+the\s+line\s+`(?P<line>[^`]+)`,"
    r"\s+write\s+the\s+line\s+`(?P<under>[^`]+)`"
    r"|^```yaml\n(?P<review>reviews:\n.*?)^```$",
    re.M | re.S,
)
ELLIPSIS = "…"


class Follower:
    """Somebody who does what the page says, in a folder of their own."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys
        self.commands: list[str] = []
        self.statuses: list[int] = []
        self.told = ""

    def follow(self, steps: Iterator[re.Match[str]]) -> None:
        for step in steps:
            if step["file"]:
                path = self.folder / step["file"]
                path.parent.mkdir(exist_ok=True)
                assert path.exists() or path.suffix == ".svg", "careleaf new has made it"
                path.write_text(step["text"], "utf-8")
            elif step["commands"]:
                self._run(step["commands"], step["output"] or "")
            elif step["grown"]:
                self._grow(step["grown"], step["line"], step["under"])
            elif step["changed"]:
                self._change(step["changed"], step["old"], step["new"])
            else:
                self._enter(step["review"])

    def _run(self, commands: str, output: str) -> None:
        told = ""
        for line in commands.splitlines():
            typed, _, file = line.partition(" > ")
            name, *rest = shlex.split(typed)
            if name == "careleaf":
                assert rest[0] in COMMANDS
                self.statuses.append(main(rest))
                self.commands.append(rest[0])
            else:
                subprocess.run([name, *rest], check=True, cwd=self.folder)
            captured = self._capsys.readouterr()
            assert captured.err == ""
            if file:
                (self.folder / file).write_text(captured.out, "utf-8")
            else:
                told += captured.out
        self.told = told
        lines = told.splitlines()
        for expected in (line for line in output.splitlines() if line != ELLIPSIS):
            pattern = ".*".join(map(re.escape, expected.split(ELLIPSIS)))
            assert any(re.fullmatch(pattern, line) for line in lines), f"{expected}\n---\n{told}"

    def _change(self, file: str, old: str, new: str) -> None:
        path = self.folder / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")

    def _grow(self, file: str, line: str, under: str) -> None:
        path = self.folder / file
        text, grown = re.subn(
            rf"^( *){re.escape(line)}$",
            lambda found: f"{found[0]}\n{found[1]}{under}",
            path.read_text("utf-8"),
            flags=re.M,
        )
        assert grown == 1
        path.write_text(text, "utf-8")

    def _enter(self, review: str) -> None:
        main(["check", "my-topics"])
        told = self._capsys.readouterr().out
        (version,) = re.findall(r"hand-washing en: text version ([0-9a-f]{8})", told)
        with (self.folder / "my-topics/hand-washing/topic.yaml").open("a", encoding="utf-8") as to:
            to.write(re.sub(r'text: "\w+"', f'text: "{version}"', review))
        main(["check", "my-topics"])
        assert "no-review" not in self._capsys.readouterr().out


@pytest.mark.skipif(shutil.which("cp") is None, reason="a copy is made by cp")
def test_the_page_can_be_followed_to_the_letter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name.startswith("XDG_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    follower = Follower(tmp_path, capsys)
    follower.follow(STEP.finditer(PAGE))
    done = list(zip(follower.commands, follower.statuses, strict=True))
    assert done == [
        ("new", 0),
        ("check", 1),  # its TODOs
        ("check", 0),
        ("check", 0),
        ("handout", 0),
        ("handout", 0),
        ("diff", 1),
        ("diff", 1),
        ("new", 0),
        ("check", 1),  # strict: the review is of the text before the towel
        ("handout", 0),
    ]
    topic = (tmp_path / "my-topics/hand-washing/topic.yaml").read_text("utf-8")
    assert '  en: "Hand washing"\n  es: "Lavado de manos"\n' in topic
    assert "\ntranslations: {es: draft}\n" in topic
    assert re.findall(r" (?:error|warning) ([a-z-]+):", follower.told) == ["stale-review"]
    assert "<del>clean</del> towel." in (tmp_path / "changes.html").read_text("utf-8")
    assert not [path for path in (tmp_path / "my-topics").rglob("*") if "TODO" in _text(path)]
    assert all((tmp_path / f"draft{end}.pdf").stat().st_size for end in ("", "-clinical", "-en-es"))


def _text(path: Path) -> str:
    return path.read_text("utf-8") if path.is_file() else ""


def test_the_rules_and_bounds_that_it_names_are_there() -> None:
    assert {Rule(name) for name in re.findall(r"check: ignore ([a-z-]+)", PAGE)}
    (settings,) = re.findall(r"`check.yaml`.*?```yaml\n(.*?)```", PAGE, re.S)
    bounds = set(re.findall(r"^(\w+):", settings, re.M))
    assert bounds
    assert bounds <= {field.name for field in dataclasses.fields(Limits)}


def test_the_silence_that_it_shows_silences(tmp_path: Path) -> None:
    (silence,) = re.findall(r"^```markdown\n(<!-- check.*?)```", PAGE, re.M | re.S)
    told = []
    for text in (silence, re.sub("<!--.*-->", "", silence)):
        front = FRONT.replace("sources", "plain_title: How?\nsources")
        body = f"## In plain words {{: .plain }}\n\nYou rest.\n\n{text}"
        library = Library([write_hands(tmp_path, {"en/warmth.md": front + body})])
        problems = check_topic(library.topic("hands"), library, icons(), TODAY).problems
        told.append([p.rule for p in problems if p.rule is Rule.COMPLEX_WORD])
    assert told == [[], [Rule.COMPLEX_WORD]]


def test_links_to_other_pages_lead_somewhere() -> None:
    for link in re.findall(r"\]\((?!https?:|images/)([^)#]+)", PAGE):
        assert (ROOT / "docs" / link).exists()
