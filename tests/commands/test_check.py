"""``careleaf check``, as a person or a program starts it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.core.library import HANDS, WARMTH, write, write_hands
from tests.core.shelf import BROKEN, GOOD
from viewer.core.problems import Rule, Severity

ROOT = Path(__file__).resolve().parents[2]
LINE = re.compile(
    r"(?P<file>.+?):(?P<line>[0-9]+): (?P<severity>\w+) (?P<rule>[a-z-]+): (?P<said>.+)\."
)

Done = subprocess.CompletedProcess[str]
Check = Callable[..., Done]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Start ``python main.py check`` for somebody with an empty home."""

    def run(*arguments: str | Path, **environment: str) -> Done:
        home = tmp_path / "home"
        home.mkdir(exist_ok=True)
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "QT_", "PYTHON"))}
        kept |= {"HOME": str(home), "XDG_CONFIG_DIRS": str(home / "etc")}
        return subprocess.run(
            [sys.executable, str(ROOT / "main.py"), "check", *map(str, arguments)],
            env=kept | environment,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    return run


def findings(done: Done) -> list[re.Match[str]]:
    """The lines that are findings."""
    return [match for line in done.stdout.splitlines() if (match := LINE.fullmatch(line))]


def test_the_shipped_content_has_no_finding_above_a_note(check: Check) -> None:
    done = check("--strict")
    assert done.returncode == 0, done.stdout
    assert {match["severity"] for match in findings(done)} <= {"note"}
    assert done.stderr == ""


def test_a_good_library_passes(check: Check) -> None:
    done = check(GOOD)
    assert done.returncode == 0, done.stdout
    assert "3 topics, 12 sections: 0 errors, " in done.stdout


def test_the_shipped_topic_passes_the_strict_check(check: Check) -> None:
    done = check("--strict")
    assert done.returncode == 0, done.stdout
    assert ": 0 errors, 0 warnings, " in done.stdout


def test_each_topic_is_told_its_text_version(check: Check) -> None:
    lines = check(GOOD).stdout.splitlines()
    assert "feet en: text version e97b6246" in lines
    assert sum(": text version " in line for line in lines) == 6


def test_a_broken_library_fails_with_a_line_for_each_fault(check: Check) -> None:
    done = check(BROKEN)
    assert done.returncode == 1
    told = {
        (Path(m["file"]).name, int(m["line"]), m["rule"])
        for m in findings(done)
        if m["severity"] == "error"
    }
    assert told == {
        ("topic.yaml", 2, "yaml-syntax"),
        ("topic.yaml", 3, "unknown-key"),
        ("topic.yaml", 5, "group-without-file"),
        ("dead-link.md", 7, "dead-link"),
        ("glued-list.md", 8, "glued-list"),
        ("in-no-group.md", 1, "ungrouped-section"),
        ("no-alt-text.md", 7, "no-alt-text"),
        ("unclosed-quote.md", 2, "yaml-syntax"),
    }
    assert done.stderr == ""


def test_every_line_but_the_last_ones_is_a_finding(check: Check) -> None:
    done = check(BROKEN)
    lines = done.stdout.splitlines()
    others = [line for line in lines if not LINE.fullmatch(line)]
    assert others == lines[-3:]
    assert re.fullmatch(r"\d+ topics, \d+ sections: \d+ errors, \d+ warnings, \d+ notes", lines[-1])
    assert {match["rule"] for match in findings(done)} <= {str(rule) for rule in Rule}
    assert {match["severity"] for match in findings(done)} <= {str(s) for s in Severity}


def test_a_finding_names_the_file_as_it_was_given(check: Check, tmp_path: Path) -> None:
    write_hands(tmp_path / "library", {"en/warmth.md": "---\n---\nA."})
    matches = findings(check(tmp_path / "library"))
    assert str(tmp_path / "library/hands/en/warmth.md") in {match["file"] for match in matches}


@pytest.mark.parametrize(
    ("arguments", "status"), [((), 0), (("--strict",), 1)], ids=["usual", "strict"]
)
def test_a_warning_fails_only_a_strict_check(
    arguments: tuple[str, ...], status: int, check: Check, tmp_path: Path
) -> None:
    text = WARMTH.replace("[book]", "[book]\nicon: yeti")
    library = write_hands(tmp_path / "library", {"en/warmth.md": text})
    done = check(library, *arguments)
    assert done.returncode == status
    assert "unknown-icon" in [m["rule"] for m in findings(done) if m["severity"] == "warning"]


def test_json_is_for_programs(check: Check) -> None:
    done = check(BROKEN, "--format", "json")
    told = json.loads(done.stdout)
    assert done.returncode == 1
    assert set(told) == {"format", "topics", "findings"}
    assert told["format"] == 1
    assert [topic["id"] for topic in told["topics"]] == ["feet", "hands"]
    assert all(re.fullmatch("[0-9a-f]{8}", t["versions"]["en"]) for t in told["topics"])
    for finding in told["findings"]:
        assert set(finding) == {"file", "line", "rule", "severity", "message"}
        assert isinstance(finding["line"], int)
        assert finding["rule"] in set(Rule)
        assert finding["severity"] in set(Severity)
    assert len(told["findings"]) == len(findings(check(BROKEN)))


def test_several_libraries_are_checked_as_one(check: Check, tmp_path: Path) -> None:
    write(tmp_path / "b/ears", {**HANDS, "en/washing.md": WARMTH + "\n[Feet](section:feet/wash)"})
    done = check(GOOD, tmp_path / "b")
    assert "dead-link" not in done.stdout
    assert done.stdout.splitlines()[-1].startswith("4 topics, 14 sections:")


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_a_library_without_topics_is_an_error_and_no_traceback(
    name: str, check: Check, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    done = check(tmp_path / name)
    assert done.returncode == 1
    assert len([m for m in findings(done) if m["severity"] == "error"]) == 1
    assert done.stderr == ""


def test_without_settings_there_is_a_note(check: Check) -> None:
    (note,) = (m for m in findings(check(GOOD)) if m["rule"] == "no-clinic")
    assert note["severity"] == "note"
    assert "your local emergency number" in note["said"]


def test_the_settings_are_checked_too(check: Check, tmp_path: Path) -> None:
    (tmp_path / "clinic.yaml").write_text("clinic_name: A\nemergency: 112\n")
    done = check(GOOD, "--clinic", tmp_path / "clinic.yaml")
    (error,) = (m for m in findings(done) if m["severity"] == "error")
    assert (error["file"], error["line"]) == (str(tmp_path / "clinic.yaml"), "2")
    assert error["rule"] == "unknown-key"
    assert done.returncode == 1
    assert "no-clinic" not in done.stdout


def test_the_settings_of_the_user_are_found(check: Check, tmp_path: Path) -> None:
    write(tmp_path / "home/.config/careleaf", {"clinic.yaml": "paper: a5\n"})
    done = check(GOOD, XDG_CONFIG_HOME=str(tmp_path / "home/.config"))
    assert "clinic.yaml:1: error bad-value" in done.stdout


def test_without_a_folder_what_the_settings_show_is_checked(check: Check, tmp_path: Path) -> None:
    library = write_hands(tmp_path / "library", {"en/warmth.md": WARMTH + "[X](section:gone)\n"})
    settings = tmp_path / "clinic.yaml"
    settings.write_text(f"library: [{library}]\nemergency_number: '911'\n", "utf-8")
    done = check("--clinic", settings)
    assert done.returncode == 1
    assert "dead-link" in [match["rule"] for match in findings(done)]
    assert "hands" in done.stdout
    assert "calciphylaxis" not in done.stdout


def test_settings_that_are_not_there_are_an_error(check: Check, tmp_path: Path) -> None:
    done = check(GOOD, "--clinic", tmp_path / "nowhere.yaml")
    assert done.returncode == 1
    assert [m["rule"] for m in findings(done) if m["severity"] == "error"] == ["unreadable"]


@pytest.mark.parametrize("arguments", [["--format", "xml"], ["--wrong"], ["--clinic"]])
def test_wrong_usage_ends_with_2(arguments: list[str], check: Check) -> None:
    done = check(*arguments)
    assert done.returncode == 2
    assert "usage: careleaf check" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="has no such pipes")
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_reader_that_has_seen_enough_sees_no_traceback(form: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    program = [sys.executable, str(ROOT / "main.py"), "check", str(BROKEN), "--format", form]
    done = subprocess.run(program, stdout=writing, stderr=subprocess.PIPE, check=False, timeout=60)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_terminal_that_knows_few_characters_gets_what_it_can_show(
    form: str, check: Check, tmp_path: Path
) -> None:
    files = {"en/warmth.md": WARMTH.replace("Warmth", "…" * 5_000), "en/café.txt": "x"}
    library = write_hands(tmp_path / "library", files)
    done = check(library, "--format", form, PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stdout.isascii()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are Unicode there")
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_name_that_is_no_text_is_told_all_the_same(
    form: str, check: Check, tmp_path: Path
) -> None:
    library = write_hands(tmp_path / "library")
    for name in (b"\xff.txt", b"two\nlines.txt"):
        Path(os.fsdecode(bytes(library / "hands/en") + b"/" + name)).write_text("x")
    done = check(library, "--format", form)
    assert done.returncode == 0
    assert done.stdout.count("stray-file") == 2
    assert done.stderr == ""


def test_a_rule_is_explained(check: Check) -> None:
    done = check("--explain", "glued-list")
    assert done.returncode == 0
    said = done.stdout.splitlines()
    assert said[:2] == ["glued-list (error)", "An empty line stands before a list."]
    assert "    Your hands need two things:" in said
    assert "check: ignore glued-list" in done.stdout
    lost = check("--explain", "safety-missing").stdout
    assert "check: ignore" not in lost, "it cannot be silenced"


def test_a_rule_that_is_not_there(check: Check) -> None:
    done = check("--explain", "glude-list")
    assert done.returncode == 2
    assert 'there is no rule "glude-list". Did you mean glued-list?' in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
@pytest.mark.parametrize("command", ["check", "diff", "new"])
def test_an_answer_that_has_nowhere_to_go_is_a_sentence(command: str, tmp_path: Path) -> None:
    new = ["first", "--in", str(tmp_path)]
    where = {"check": [str(GOOD)], "diff": [str(GOOD), str(GOOD)], "new": new}[command]
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), command, *where],
            env={**os.environ, "HOME": str(tmp_path)},
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
    assert done.returncode == 2, "1 of diff is that something differs"
    assert done.stderr.startswith("This could not be finished (")
    assert "Traceback" not in done.stderr


def test_a_summary_of_nothing_says_why(check: Check, tmp_path: Path) -> None:
    done = check(tmp_path / "nowhere", "--format", "summary")
    assert done.returncode == 1
    assert "error missing-library: There is no folder" in done.stdout
