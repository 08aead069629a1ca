"""``clinic.yaml``: read whole and typed; what is not said stays empty."""

from __future__ import annotations

from pathlib import Path

import pytest

from viewer.core.packs.clinic import Clinic, Kiosk, read_clinic

WHOLE = """\
clinic_name: Riverside Kidney Care
emergency_number: "112"
care_team_phone: 555-0100
logo: logo.svg
paper: a4
languages: [en, es]
library: [/srv/careleaf/packs, packs]
kiosk:
  topics: [calciphylaxis]
  idle_seconds: 120
  countdown_seconds: 30
  viewing_distance_mm: 600
  printer: Front desk
  prints_per_visitor: 3
  prints_per_hour: 0
  pin: "scrypt$1$2"
"""


def clinic_of(tmp_path: Path, text: str | bytes) -> tuple[Clinic, list[tuple[str, int]]]:
    path = tmp_path / "clinic.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    (tmp_path / "logo.svg").write_text("<svg/>")
    clinic, problems = read_clinic(path)
    assert all(problem.path == path for problem in problems)
    return clinic, [(str(problem.rule), problem.line) for problem in problems]


def test_every_key_is_read(tmp_path: Path) -> None:
    clinic, problems = clinic_of(tmp_path, WHOLE)
    assert clinic == Clinic(
        clinic_name="Riverside Kidney Care",
        emergency_number="112",
        care_team_phone="555-0100",
        logo=tmp_path / "logo.svg",
        paper="a4",
        languages=("en", "es"),
        library=(Path("/srv/careleaf/packs"), tmp_path / "packs"),
        kiosk=Kiosk(
            topics=("calciphylaxis",),
            idle_seconds=120,
            countdown_seconds=30,
            viewing_distance_mm=600,
            printer="Front desk",
            prints_per_visitor=3,
            prints_per_hour=0,
            pin="scrypt$1$2",
        ),
    )
    assert problems == []


@pytest.mark.parametrize("text", ["# nothing is said\n", "{}\n", "kiosk: {}\n"])
def test_every_key_is_optional_and_nothing_is_guessed(text: str, tmp_path: Path) -> None:
    clinic, problems = clinic_of(tmp_path, text)
    assert clinic == Clinic()
    assert (clinic.emergency_number, clinic.paper, clinic.kiosk.printer) == ("", "", "")
    assert problems == []


def test_the_usual_numbers_are_those_of_the_contract() -> None:
    assert Kiosk() == Kiosk(
        topics=(),
        idle_seconds=90,
        countdown_seconds=20,
        viewing_distance_mm=None,
        printer="",
        prints_per_visitor=2,
        prints_per_hour=30,
        pin="",
    )


@pytest.mark.parametrize("number", ["112", "911", "0118 999", "+1-555-0100", "555 0100 ext 12"])
def test_a_number_without_quotes_is_a_word(number: str, tmp_path: Path) -> None:
    clinic, problems = clinic_of(tmp_path, f"emergency_number: {number}\n")
    assert clinic.emergency_number == number
    assert problems == []


@pytest.mark.parametrize(
    "number", ["no", "to be filled in", "911; call", "call 112", "8", "<b>1</b>"]
)
def test_what_nobody_can_dial_is_no_number(number: str, tmp_path: Path) -> None:
    clinic, problems = clinic_of(tmp_path, f"a: b\nemergency_number: '{number}'\n")
    assert clinic.emergency_number == ""
    assert problems == [("bad-value", 2), ("unknown-key", 1)]


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("clinic_name: A\nemergency: 112\n", "unknown-key", 2),
        ("paper: a4\npaper: letter\n", "doubled-key", 2),
        ("paper: a5\n", "bad-value", 1),
        ("\nlanguages: [en, English]\n", "language-tag", 2),
        ("\nlanguages: en\n", "wrong-type", 2),
        ("clinic_name: [A]\n", "wrong-type", 1),
        ("paper: a4\nlogo: nowhere.svg\n", "missing-image", 2),
        ("paper: a4\nlogo: ../logo.svg\n", "missing-image", 2),
        (f"logo: {'a' * 300}.svg\n", "missing-image", 1),
        ("kiosk: yes\n", "wrong-type", 1),
        ("kiosk:\n  idle: 3\n", "unknown-key", 2),
        ("kiosk:\n  idle_seconds: soon\n", "bad-value", 2),
        ("kiosk:\n  idle_seconds: 3\n", "bad-value", 2),
        ("kiosk:\n  idle_seconds: -90\n", "bad-value", 2),
        ("kiosk:\n  prints_per_hour: 1.5\n", "bad-value", 2),
        ("kiosk:\n  topics: [Big One]\n", "bad-value", 2),
        ("- clinic_name\n", "wrong-type", 1),
        ("clinic_name: [A\n", "yaml-syntax", 1),
        ("", "empty-file", 1),
        (b"clinic_name: caf\xe9\n", "encoding", 1),
    ],
)
def test_a_fault_is_one_finding_with_its_line(
    text: str | bytes, rule: str, line: int, tmp_path: Path
) -> None:
    assert clinic_of(tmp_path, text)[1] == [(rule, line)]


def test_a_broken_value_leaves_the_others(tmp_path: Path) -> None:
    clinic, _ = clinic_of(tmp_path, WHOLE.replace("a4", "a5").replace("120", "x"))
    assert clinic.emergency_number == "112"
    assert clinic.paper == ""
    assert clinic.kiosk.idle_seconds == 90
    assert clinic.kiosk.printer == "Front desk"


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    clinic, problems = clinic_of(tmp_path, "\ufeff" + WHOLE.replace("\n", "\r\n"))
    assert (clinic.clinic_name, problems) == ("Riverside Kidney Care", [])


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    clinic, (problem,) = read_clinic(tmp_path / "clinic.yaml")
    assert clinic == Clinic()
    assert str(problem.rule) == "unreadable"


def test_the_home_of_nobody_is_no_crash(tmp_path: Path) -> None:
    clinic, _ = clinic_of(tmp_path, "library: [~no-such-user-here/packs]\n")
    assert clinic.library == (tmp_path / "~no-such-user-here/packs",)


def test_a_logo_elsewhere_is_not_taken(tmp_path: Path) -> None:
    clinic, problems = clinic_of(tmp_path, "logo: /etc/hostname\n")
    assert clinic.logo is None
    assert problems == [("missing-image", 1)]
