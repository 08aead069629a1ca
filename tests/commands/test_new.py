"""``careleaf new``: a topic on disk, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from viewer.app import main
from viewer.commands import new
from viewer.core.authoring import placing
from viewer.core.installation import find_installation

Run = Callable[..., int]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command in an empty folder; its exit status."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return lambda *arguments: new.run([str(a) for a in arguments], find_installation())


def everything(folder: Path = Path()) -> set[str]:
    """Every file and folder, hidden ones too."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def test_a_topic_is_written_and_the_next_steps_are_told(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("hands", "--in", "my topics", "--languages", "en, es", "--care", "mobility") == 0
    sections = {"about.md", "mobility.md", "when-to-get-help.md"}
    assert {path.name for path in Path("my topics/hands/en").iterdir()} == sections
    assert {path.name for path in Path("my topics/hands/es").iterdir()} == sections
    assert sorted(os.listdir("my topics/hands")) == [
        *("NOTES.md", "en", "es", "glossary.yaml", "topic.yaml")
    ]
    told = capsys.readouterr()
    assert "hands (9 files)." in told.out
    assert 'careleaf check "my topics"' in told.out
    assert told.err == ""


def test_it_is_made_here_where_no_folder_is_named(run: Run) -> None:
    assert run("hands", "--title", "  Clean \n hands ") == 0
    assert 'en: "Clean hands"' in Path("hands/topic.yaml").read_text("utf-8")


@pytest.mark.parametrize("what", ["file", "folder", "empty folder", "link to nowhere"])
def test_nothing_that_is_there_is_touched(
    what: str, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    place = Path("hands")
    match what:
        case "file":
            place.write_text("mine")
        case "folder":
            place.mkdir()
            (place / "topic.yaml").write_text("mine")
        case "empty folder":
            place.mkdir()
        case _:
            place.symlink_to("nowhere")
    before = everything()
    assert run("hands") == 1
    assert everything() == before
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("There is hands already. Nothing was written")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["Lavado de Manós"], "Perhaps: lavado-de-manos."),
        (["../hands"], "Perhaps: hands."),
        (["手"], "cannot be the name of a folder"),
        (["a" * 101], "longer than 100 characters"),
        (["hands", "--languages", "en_US"], '"en_US" is not a language tag'),
        (["hands", "--languages", ","], "1 to 20 names"),
        (["hands", "--care", ""], "1 to 20 names"),
        (["hands", "--care", ",".join(f"k{n}" for n in range(21))], "1 to 20 names"),
        (["hands", "--care", "Room warmth"], "Perhaps: room-warmth."),
        (["hands", "--care", "about"], 'A page "about" is made in any case'),
        (["hands", "--title", "a" * 201], "longer than 200 characters"),
        (["hands", "--in", "no/such"], "cannot be written (No such file or directory)"),
    ],
)
def test_what_makes_no_sense_is_a_sentence_and_no_file(
    arguments: list[str], said: str, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 1
    assert everything() == set()
    told = capsys.readouterr()
    assert said in told.err
    assert "othing" in told.err
    assert told.out == ""


def test_a_topic_is_not_put_into_a_topic(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    run("hands")
    before = everything()
    assert run("feet", "--in", "hands") == 1
    assert everything() == before
    assert "hands is a topic itself" in capsys.readouterr().err


@pytest.mark.parametrize("at", range(1, 6))
def test_a_full_disk_leaves_nothing_behind(
    at: int, run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[Path] = []

    def write(path: Path, data: bytes) -> None:
        written.append(path)
        if len(written) == at:
            raise OSError(28, "No space left on device")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    monkeypatch.setattr(placing, "write_whole", write)
    assert run("hands", "--in", "topics") == 1
    assert len(written) == at
    assert everything() == set()
    assert "No space left on device" in capsys.readouterr().err


def test_ctrl_c_leaves_nothing_behind(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(path: Path, data: bytes) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(placing, "write_whole", stopped)
    with pytest.raises(KeyboardInterrupt):
        run("hands")
    assert everything() == set()


def test_wrong_usage_ends_with_2(run: Run) -> None:
    with pytest.raises(SystemExit) as ended:
        run()
    assert ended.value.code == 2


def test_the_program_knows_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "hands", "--title", "Hands"]) == 0
    assert main(["check", "."]) == 1
    assert " error todo: " in capsys.readouterr().out
