"""The program as it is started: exit statuses, sentences, and never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import RunCareleaf
from tests.ui.packs import PackWriter, section
from viewer import __version__
from viewer.app import main

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def one_sentence(words: str) -> str:
    """The sentence, of one line, that a person who is no programmer can understand."""
    assert "Traceback" not in words
    lines = words.strip().splitlines()
    assert len(lines) == 1, words
    assert lines[0].endswith((".", "?", "!")), words
    return lines[0]


@pytest.mark.parametrize(
    "arguments",
    [
        ("--colour", "red"),
        ("--theme", "purple"),
        ("--theme",),
        ("--plain", "--clinical"),
        ("--topic",),
        ("nonsense",),
        ("--library",),
        ("-x",),
    ],
)
def test_wrong_usage_is_two(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "usage: careleaf" in said.err


def test_wrong_usage_ends_the_process_with_two(run_careleaf: RunCareleaf) -> None:
    done = run_careleaf("--theme", "purple", **OFFSCREEN)
    assert done.returncode == 2
    assert "usage: careleaf" in done.stderr
    assert "Traceback" not in done.stderr


def test_version_and_help_need_no_screen(run_careleaf: RunCareleaf) -> None:
    done = run_careleaf("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"careleaf {__version__}\n", "")
    done = run_careleaf("--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "--topic" in done.stdout
    assert "--plain" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (("--topic", "gone"), ["gone", "calciphylaxis"]),
        (("--topic", "calciphylaxis", "--section", "gone"), ["gone", "pathophysiology"]),
        (("--section", "../gone"), ["../gone", "pathophysiology"]),
        (("--clinic", "gone.yaml"), ["gone.yaml"]),
    ],
)
def test_what_is_not_there_is_one_and_a_sentence(
    run_careleaf: RunCareleaf, arguments: tuple[str, ...], names: list[str]
) -> None:
    done = run_careleaf(*arguments, **OFFSCREEN)
    assert done.returncode == 1
    assert done.stdout == ""
    sentence = one_sentence(done.stderr)
    assert all(name in sentence for name in names)


@pytest.mark.parametrize("what", ["gone", "empty", "a file"])
def test_a_library_that_cannot_be_used_is_one_and_a_sentence(
    run_careleaf: RunCareleaf, tmp_path: Path, what: str
) -> None:
    folder = tmp_path / "library"
    if what == "empty":
        folder.mkdir()
    elif what == "a file":
        folder.write_text("x", "utf-8")
    done = run_careleaf("--library", str(folder), **OFFSCREEN)
    assert done.returncode == 1
    assert str(folder) in one_sentence(done.stderr)


def test_a_section_of_several_topics_needs_its_topic(
    run_careleaf: RunCareleaf, packs: PackWriter
) -> None:
    for topic in ("heart", "lungs"):
        packs.topic(topic, {"a": section("A", "x")})
    done = run_careleaf("--library", str(packs.folder), "--section", "a", **OFFSCREEN)
    assert done.returncode == 1
    assert "--topic" in one_sentence(done.stderr)


@pytest.mark.parametrize("environment", [{}, {"DISPLAY": "", "QT_QPA_PLATFORM": ""}], ids=str)
def test_no_display_is_three_and_names_it(
    run_careleaf: RunCareleaf, environment: dict[str, str]
) -> None:
    done = run_careleaf("--topic", "calciphylaxis", **environment)
    assert done.returncode == 3
    assert "DISPLAY" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    "environment",
    [
        {"DISPLAY": ":987"},
        {"WAYLAND_DISPLAY": "gone", "QT_QPA_PLATFORM": "wayland"},
        {"DISPLAY": ":987", "QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "nonsense"},
    ],
    ids=str,
)
def test_a_display_out_of_reach_is_three_and_no_core_dump(
    run_careleaf: RunCareleaf, environment: dict[str, str], tmp_path: Path
) -> None:
    done = run_careleaf(**environment)
    assert done.returncode == 3, f"a negative status is a crash: {done.stderr}"
    assert "Careleaf" in done.stderr
    assert "DISPLAY" in done.stderr or "system library" in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.rglob("core*")] == []
