"""``clinic.yaml``: read whole and typed; what is not said stays empty."""

from __future__ import annotations

from pathlib import Path

import pytest

from viewer.core.images import ImageData
from viewer.core.installation import find_installation
from viewer.core.packs.clinic import Clinic, Kiosk, read_clinic, read_logo
from viewer.core.wording import sentence
from viewer.core.words import read_words

PIN_HASH = "scrypt$32768$8$1$N2vd3Hab7zB8QWyhXkyMmw$ixGHkCswuktfw7wqz_yyY38XukJn185PWUdQgyToOK8"
"""Of 4711."""
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
  pin: "PIN_HASH"
""".replace("PIN_HASH", PIN_HASH)


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
        logo=(tmp_path / "logo.svg").resolve(),
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
            pin=PIN_HASH,
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


@pytest.mark.parametrize(
    "number", ["112", "911", "0118 999", "+1-555-0100", "555 0100 ext 12", "030/19240"]
)
def test_a_number_without_quotes_is_a_word(number: str, tmp_path: Path) -> None:
    clinic, problems = clinic_of(tmp_path, f"emergency_number: {number}\n")
    assert clinic.emergency_number == number
    assert problems == []


@pytest.mark.parametrize(
    "number",
    ["no", "to be filled in", "911; call", "call 112", "8", "<b>1</b>", "911/112", "15 / 112"],
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
        ("paper: a4\nlogo: nowhere.svg\n", "missing-logo", 2),
        ("paper: a4\nlogo: ../logo.svg\n", "refused-logo", 2),
        (f"logo: {'a' * 300}.svg\n", "missing-logo", 1),
        ("kiosk: yes\n", "wrong-type", 1),
        ("kiosk:\n  idle: 3\n", "unknown-key", 2),
        ("kiosk:\n  idle_seconds: soon\n", "bad-value", 2),
        ("kiosk:\n  idle_seconds: 3\n", "bad-value", 2),
        ("kiosk:\n  idle_seconds: -90\n", "bad-value", 2),
        ("kiosk:\n  countdown_seconds: 19\n", "bad-value", 2),
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
    assert problems == [("refused-logo", 1)]


@pytest.mark.parametrize("paper", ["a4", "A4", '"A4"', "Letter", "LETTER"])
def test_paper_is_known_by_any_case(paper: str, tmp_path: Path) -> None:
    clinic, problems = clinic_of(tmp_path, f"paper: {paper}\n")
    assert (clinic.paper, problems) == (paper.strip('"').lower(), [])


def test_a_language_that_stands_twice_is_offered_once(tmp_path: Path) -> None:
    assert clinic_of(tmp_path, "languages: [en, es, en, no]\n")[0].languages == ("en", "es", "no")


@pytest.mark.parametrize("number", ["911 or 112", "911, 112", "911/112 x", "no-one", "++1 555"])
def test_two_numbers_are_none_and_the_sentence_says_what_is_wanted(
    number: str, tmp_path: Path
) -> None:
    assert said(tmp_path, f"emergency_number: {number}\n") == (
        f'"{number}" is not a value that "emergency_number" can have. '
        "Allowed: one number as it is dialled and nothing else, such as 555-0100."
    )


@pytest.mark.parametrize(
    ("text", "sentence_end"),
    [
        ("emergency_phone: 112\n", 'Did you mean "emergency_number"? If not, take it out.'),
        ("kiosk:\n  idle_second: 90\n", 'Did you mean "idle_seconds"? If not, take it out.'),
        ("colour: red\n", "Check its spelling, or take it out."),
        ("paper: a4\npapers: a4\n", "Check its spelling, or take it out."),
        ("paper: a5\n", "Allowed: letter, a4."),
        ("kiosk:\n  idle_seconds: 3\n", "Allowed: 10 to 86400."),
    ],
)
def test_a_sentence_helps_to_mend_it(text: str, sentence_end: str, tmp_path: Path) -> None:
    assert said(tmp_path, text).endswith(sentence_end)


@pytest.mark.parametrize(
    ("name", "data", "rule"),
    [
        ("logo.svg", b"<svg><script/></svg>", "refused-logo"),
        ("logo.png", b"GIF89a", "refused-logo"),
        ("logo.gif", b"GIF89a", "refused-logo"),
        ("logo.svg", b"", "refused-logo"),
    ],
)
def test_an_unsafe_logo_costs_only_itself(
    name: str, data: bytes, rule: str, tmp_path: Path
) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / name).write_bytes(data)
    clinic, problems = clinic_of(tmp_path, f"paper: a4\nlogo: sub/{name}\n")
    assert (clinic.paper, clinic.logo, problems) == ("a4", None, [(rule, 2)])
    assert read_logo(clinic) is None


def test_the_logos_bytes_are_read_when_they_are_wanted(tmp_path: Path) -> None:
    clinic, _ = clinic_of(tmp_path, "logo: logo.svg\n")
    assert read_logo(clinic) == ImageData("svg", b"<svg/>")
    (tmp_path / "logo.svg").write_bytes(b"<svg><script/></svg>")
    assert read_logo(clinic) is None
    (tmp_path / "logo.svg").unlink()
    assert read_logo(clinic) is None


def test_a_linked_file_has_its_logo_beside_the_link_or_where_it_leads(tmp_path: Path) -> None:
    for folder in ("link", "target"):
        (tmp_path / folder).mkdir()
    (tmp_path / "target/clinic.yaml").write_text("logo: logo.svg\n")
    link = tmp_path / "link/clinic.yaml"
    link.symlink_to(tmp_path / "target/clinic.yaml")
    (tmp_path / "target/logo.svg").write_text("<svg/>")
    assert read_clinic(link)[0].logo == (tmp_path / "target/logo.svg").resolve()
    (tmp_path / "link/logo.svg").write_text("<svg/>")
    assert read_clinic(link)[0].logo == (tmp_path / "link/logo.svg").resolve()


@pytest.mark.parametrize("pin", ["4711", '"4711"', "secret", '"scrypt$2$8$1$aaaa$bbbb"'])
def test_a_pin_that_careleaf_has_not_made_is_none_and_is_never_repeated(
    pin: str, tmp_path: Path
) -> None:
    clinic, problems = clinic_of(tmp_path, f"kiosk:\n  idle_seconds: 60\n  pin: {pin}\n")
    assert (clinic.kiosk, problems) == (Kiosk(idle_seconds=60), [("bad-pin", 3)])
    found = read_clinic(tmp_path / "clinic.yaml")[1][0]
    assert found.details == ()
    assert "careleaf pin" in said(tmp_path, f"kiosk:\n  pin: {pin}\n")
    assert pin.strip('"') not in said(tmp_path, f"kiosk:\n  pin: {pin}\n")


def said(tmp_path: Path, text: str) -> str:
    path = tmp_path / "clinic.yaml"
    path.write_text(text, "utf-8")
    problem = read_clinic(path)[1][-1]
    return sentence(problem, read_words(find_installation().words, "en"))
