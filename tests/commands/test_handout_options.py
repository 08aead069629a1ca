"""What ``careleaf handout`` takes, and what it refuses with status 2."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from viewer.commands.handout_options import Choices, HandoutOptions, parse_handout
from viewer.core.level import Level
from viewer.handout.order import Paper, PrintSize


def test_little_is_needed() -> None:
    assert parse_handout(["hands", "-o", "a.pdf"]) == HandoutOptions(
        Choices(), topic="hands", output="a.pdf"
    )


def test_all_of_it() -> None:
    line = (
        "hands -o a.pdf --section b --section a --section b --clinical --language es --beside en "
        "--print-size large --paper letter --date 2026-11-22 --library x --library y --clinic c"
    )
    assert parse_handout(line.split()) == HandoutOptions(
        Choices(
            sections=("b", "a"),
            level=Level.CLINICAL,
            language="es",
            beside="en",
            print_size=PrintSize.LARGE,
            paper=Paper.LETTER,
            date=datetime.date(2026, 11, 22),
        ),
        topic="hands",
        output="a.pdf",
        library=(Path("x"), Path("y")),
        clinic=Path("c"),
    )


def test_every_topic_goes_into_a_folder() -> None:
    found = parse_handout(["--all", "--out-dir", "x", "--care"])
    assert found == HandoutOptions(Choices(care=True), out_dir=Path("x"))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("", "TOPIC"),
        ("hands", "-o"),
        ("-o a.pdf", "TOPIC"),
        ("hands -o", "argument"),
        ("--all", "--out-dir"),
        ("--all -o a.pdf", "--out-dir"),
        ("--all --out-dir x -o a.pdf", "-o"),
        ("hands --all --out-dir x", "not both"),
        ("hands --out-dir x", "--all"),
        ("hands -o a.pdf --section a --care", "--care"),
        ("hands -o a.pdf --plain --clinical", "not allowed with"),
        ("hands -o a.pdf --language english", "language tag"),
        ("hands -o a.pdf --beside ES", "language tag"),
        ("hands -o a.pdf --language es --beside es", "another language"),
        ("hands -o a.pdf --print-size huge", "huge"),
        ("hands -o a.pdf --paper a5", "a5"),
        ("hands -o a.pdf --date tomorrow", "2026-11-22"),
        ("hands -o a.pdf --date 2026-02-30", "2026-11-22"),
        ("hands -o a.pdf --date 20261122", "2026-11-22"),
        ("hands ears -o a.pdf", "ears"),
        ("hands -o a.pdf --wrong", "--wrong"),
    ],
)
def test_wrong_usage(line: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parse_handout(line.split())
    assert end.value.code == 2
    said = capsys.readouterr().err
    assert told in said.splitlines()[-1]
    assert "usage: careleaf handout TOPIC -o FILE.pdf" in said


def test_an_empty_name_is_no_file(capsys: pytest.CaptureFixture[str]) -> None:
    for line in (["hands", "-o", ""], ["--all", "--out-dir", ""]):
        with pytest.raises(SystemExit) as end:
            parse_handout(line)
        assert end.value.code == 2
    capsys.readouterr()


def test_a_terminal_gets_no_pdf(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    with pytest.raises(SystemExit) as end:
        parse_handout(["hands", "-o", "-"])
    assert end.value.code == 2
    assert "terminal" in capsys.readouterr().err


def test_help_names_every_choice(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parse_handout(["--help"])
    assert end.value.code == 0
    said = capsys.readouterr().out
    for option in (
        *("--section", "--care", "--plain", "--clinical", "--language", "--beside", "--print-size"),
        *("--paper", "--date", "--library", "--clinic", "--all", "--out-dir", "14 pt"),
    ):
        assert option in said
