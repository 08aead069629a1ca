"""``careleaf handout TOPIC -o FILE.pdf``, as a person or a program starts it."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.commands.conftest import RunHandout
from tests.core.library import WARMTH, write_hands
from tests.core.shelf import GOOD
from tests.handout.test_typesetter import DAMAGED
from tests.ui.packs import PackWriter, care_section, section
from viewer.app import main

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def packs(tmp_path: Path) -> PackWriter:
    writer = PackWriter(tmp_path / "library")
    sections = {
        "cold": care_section("cold"),
        "heat": care_section("heat"),
        "help": section("Help", plain="Call {{emergency_number}}.", question="When do I call?"),
    }
    writer.topic("hands", sections, care=["cold", "heat"], help="help")
    return writer


@pytest.fixture
def spanish(packs: PackWriter) -> PackWriter:
    for name in ("cold", "heat"):
        packs.section("hands", name, care_section(name).replace("The message", "El mensaje"), "es")
    return packs


def text_of(pdf: bytes) -> str:
    """The words of all pages."""
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def width_of(pdf: bytes) -> float:
    with pikepdf.open(BytesIO(pdf)) as document:
        return float(document.pages[0].mediabox[2])


def test_a_topic_becomes_a_tagged_pdf(handout: RunHandout, tmp_path: Path) -> None:
    done = handout("calciphylaxis", "-o", "a.pdf", "--care")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    with pikepdf.open(tmp_path / "a.pdf") as document:
        assert document.Root.MarkInfo.Marked
        assert str(document.Root.Lang) == "en"
    assert "Calciphylaxis" in text_of((tmp_path / "a.pdf").read_bytes())


def test_qt_is_never_loaded(tmp_path: Path) -> None:
    arguments = ["handout", "calciphylaxis", "--care", "-o", str(tmp_path / "a.pdf")]
    unwanted = ("PySide6", "shiboken6", "ruamel", "tantivy", "rapidfuzz", "multiprocessing")
    code = (
        f"import sys; from viewer.app import main; status = main({arguments}); print(status, "
        f"sorted({{name.partition('.')[0] for name in sys.modules}} & set({unwanted})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "0 []\n"


def test_standard_output_takes_a_pdf(handout: RunHandout, packs: PackWriter) -> None:
    done = handout("hands", "-o", "-", "--library", packs.folder)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"%PDF-")
    assert "Never forget cold." in text_of(done.stdout)


def test_the_choices_count(handout: RunHandout, spanish: PackWriter, tmp_path: Path) -> None:
    (tmp_path / "clinic.yaml").write_text('emergency_number: "112"\npaper: letter\n')
    usual = ("hands", "-o", "-", "--library", spanish.folder, "--clinic", "clinic.yaml")
    whole = handout(*usual)
    assert width_of(whole.stdout) == 612
    assert "Call 112" in text_of(whole.stdout)
    one = handout(*usual, "--section", "cold", "--clinical", "--paper", "a4", "--language", "en")
    assert "Clinical cold." in text_of(one.stdout)
    assert "Clinical heat." not in text_of(one.stdout)
    assert round(width_of(one.stdout)) == 595
    both = handout(*usual, "--language", "es-MX", "--beside", "en", "--date", "1999-12-31")
    assert both.returncode == 0
    said = text_of(both.stdout)
    assert "The message of cold." in said
    assert "El mensaje of cold." in said
    assert "1999" in said


def test_the_same_input_gives_the_same_bytes(
    handout: RunHandout, spanish: PackWriter, tmp_path: Path
) -> None:
    usual = ("hands", "-o", "-", "--library", spanish.folder, "--beside", "es", "--paper", "a4")
    one = handout(*usual, PYTHONHASHSEED="1", TZ="Pacific/Kiritimati", LANG="C")
    (tmp_path / "else").mkdir()
    two = handout(
        *(*usual, "--language", "en"),
        cwd=tmp_path / "else",
        PYTHONHASHSEED="2",
        TZ="Pacific/Niue",
        LANG="en_US.UTF-8",
    )
    assert one.stdout.startswith(b"%PDF-")
    assert one.stdout == two.stdout


def said_by(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, list[str]]:
    """The status, and the lines on standard error, of a run in this process."""
    status = main(["handout", *map(str, arguments)])
    captured = capsys.readouterr()
    assert captured.out == ""
    return status, captured.err.splitlines()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["yeti"], 'There is no topic "yeti" in the library. It has: hands.'),
        (["hands", "--section", "yeti"], 'There is no section "yeti" in the topic "hands".'),
        (["hands", "--language", "fr"], 'has no text in "fr". It has: en, es.'),
        (["hands", "--beside", "fr"], 'has no text in "fr". It has: en, es.'),
        (["hands", "--language", "es", "--beside", "es-MX"], "are the same text"),
        (["hands", "--clinic", "nowhere.yaml"], "nowhere.yaml:1: The settings cannot be read"),
    ],
)
def test_a_request_that_cannot_be_met_is_a_sentence(
    arguments: list[str],
    told: str,
    spanish: PackWriter,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    output = tmp_path / "a.pdf"
    status, lines = said_by(capsys, *arguments, "-o", output, "--library", spanish.folder)
    assert status == 1
    assert len(lines) == 1
    assert told in lines[0]
    assert not output.exists()


def test_a_topic_without_care_guidance_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = write_hands(tmp_path / "library", {"en/washing.md": WARMTH})
    status, lines = said_by(
        capsys, "hands", "--care", "-o", tmp_path / "a.pdf", "--library", library
    )
    assert status == 1
    assert "no care guidance" in lines[0]


def test_a_library_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nowhere = tmp_path / "nowhere"
    status, lines = said_by(capsys, "hands", "-o", tmp_path / "a.pdf", "--library", nowhere)
    assert (status, len(lines)) == (1, 1)
    assert lines[0].startswith(f"{nowhere}:1: error missing-library")


def test_a_place_that_cannot_be_written(
    packs: PackWriter, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = ("--library", packs.folder)
    status, lines = said_by(capsys, "hands", "-o", tmp_path / "no/a.pdf", *library)
    assert status == 1
    assert f"There is no folder {tmp_path / 'no'}" in lines[0]
    status, lines = said_by(capsys, "hands", "-o", tmp_path, *library)
    assert status == 1
    assert "is a folder" in lines[0]


def test_a_full_disk_leaves_the_old_file(
    packs: PackWriter,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    output = tmp_path / "a.pdf"
    output.write_bytes(b"old")
    monkeypatch.setattr("viewer.core.files.os.fsync", full)
    status, lines = said_by(capsys, "hands", "-o", output, "--library", packs.folder)
    assert status == 1
    assert lines == [
        f"{output} cannot be written (No space left on device). What was there before is as it was."
    ]
    assert output.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf", "library"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights and links")
def test_a_link_is_followed_and_rights_are_kept(
    packs: PackWriter, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    real, link = tmp_path / "real.pdf", tmp_path / "link.pdf"
    real.write_bytes(b"old")
    real.chmod(0o664)
    link.symlink_to(real)
    status, _ = said_by(capsys, "hands", "-o", link, "--library", packs.folder)
    assert status == 0
    assert link.is_symlink()
    assert real.read_bytes().startswith(b"%PDF-")
    assert stat.S_IMODE(real.stat().st_mode) == 0o664


@pytest.mark.skipif(os.name == "nt", reason="has no /dev")
def test_a_device_is_written_to_and_not_replaced(
    packs: PackWriter, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _ = said_by(capsys, "hands", "-o", "/dev/null", "--library", packs.folder)
    assert status == 0
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


def test_a_broken_section_is_told_and_the_rest_is_printed(
    packs: PackWriter, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cold = packs.folder / "hands/en/cold.md"
    cold.write_bytes(b"---\ntitle: Cold\n\xff")
    output = tmp_path / "a.pdf"
    status, lines = said_by(capsys, "hands", "-o", output, "--library", packs.folder)
    assert status == 1
    assert lines[0].startswith(f"{cold}:3: error encoding: ")
    assert "Never forget heat." in text_of(output.read_bytes())


def test_findings_elsewhere_are_left_to_the_checker(
    packs: PackWriter, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = section("Other", plain="[Away](section:nowhere)", question="What else?")
    packs.section("hands", "other", text)
    usual = ("hands", "-o", tmp_path / "a.pdf", "--library", packs.folder)
    status, lines = said_by(capsys, *usual, "--section", "cold")
    assert [line for line in lines if "dead-link" in line] == []
    status, lines = said_by(capsys, *usual, "--section", "other")
    assert status == 1
    assert len([line for line in lines if "error dead-link" in line]) == 1


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("> ### Rule {: #rule .safety }\n>\n> Never.", "misplaced-marker"),
        ("### One {: #rule .safety }\n\nNever.\n\n### Two {: #rule }\n\nx", "doubled-id"),
        ("### One {: #rule }\n\nx\n\n### Two {: #rule }\n\nx", ""),
        ("> ### Tip {: .do }\n>\n> Always.", ""),
    ],
)
def test_safety_text_that_is_lost_elsewhere_is_told(
    text: str, rule: str, packs: PackWriter, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    packs.section("hands", "heat", section("Heat", plain=text, question="What else?"))
    arguments = ("hands", "-o", tmp_path / "a.pdf", "--library", packs.folder, "--section", "cold")
    status, lines = said_by(capsys, *arguments)
    assert status == (1 if rule else 0)
    assert [line.split()[2] for line in lines] == ([f"{rule}:"] if rule else [])


def test_a_broken_number_is_told(
    packs: PackWriter, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = tmp_path / "clinic.yaml"
    settings.write_text("clinic_name: Riverside\nemergency_number: call us\n")
    output = tmp_path / "a.pdf"
    status, lines = said_by(
        capsys, "hands", "-o", output, "--library", packs.folder, "--clinic", settings
    )
    assert status == 1
    assert lines[0].startswith(f"{settings}:2: error bad-value")
    assert "your local emergency number" in text_of(output.read_bytes())


def test_the_users_settings_are_found(
    handout: RunHandout, packs: PackWriter, tmp_path: Path
) -> None:
    config = tmp_path / "home/.config/careleaf"
    config.mkdir(parents=True)
    (config / "clinic.yaml").write_text(f'emergency_number: "112"\nlibrary: [{packs.folder}]\n')
    done = handout("hands", "-o", "-")
    assert "Call 112" in text_of(done.stdout)


def test_a_machine_without_typst_is_told_what_to_do(
    packs: PackWriter,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    status, lines = said_by(capsys, "hands", "-o", tmp_path / "a.pdf", "--library", packs.folder)
    assert status == 3
    assert len(lines) == 1
    assert "pip install --force-reinstall typst" in lines[0]
    assert not (tmp_path / "a.pdf").exists()


def test_a_machine_without_the_typeface_is_told_what_to_do(
    packs: PackWriter,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("viewer.handout.typesetter.font_folders", lambda: ())
    status, lines = said_by(capsys, "hands", "-o", tmp_path / "a.pdf", "--library", packs.folder)
    assert status == 3
    assert len(lines) == 1
    assert "pip install --force-reinstall fontpkg-atkinson-hyperlegible" in lines[0]


def test_a_character_without_a_typeface_is_told(
    packs: PackWriter, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    packs.section("hands", "cold", section("Cold", plain="A \U00016a40 sign.", question="Cold?"))
    status, lines = said_by(capsys, "hands", "-o", tmp_path / "a.pdf", "--library", packs.folder)
    assert status == 1
    assert "U+16A40" in lines[0]
    assert not (tmp_path / "a.pdf").exists()


def test_a_fault_of_the_program_is_a_sentence(
    packs: PackWriter,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr("viewer.handout.making.HandoutMaker.pdf", fail)
    status, lines = said_by(capsys, "hands", "-o", tmp_path / "a.pdf", "--library", packs.folder)
    assert status == 1
    assert lines == [
        "Something went wrong (ZeroDivisionError: oh). Look for what is wrong in the topic with "
        "careleaf check."
    ]


def test_the_good_packs_have_no_error(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for topic in ("breath", "feet", "kidneys"):
        status, lines = said_by(capsys, topic, "-o", tmp_path / "a.pdf", "--library", GOOD)
        assert (status, lines) == (0, [])


def test_a_damaged_picture_is_told_and_the_rest_is_printed(
    packs: PackWriter, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = packs.topic("arms", {"a": section("A", "Words ![A sore](images/a.png) after.")})
    (place / "images").mkdir()
    (place / "images" / "a.png").write_bytes(DAMAGED)
    pdf = tmp_path / "a.pdf"
    folders = ["--library", str(packs.folder)]
    assert main(["handout", "arms", "-o", str(pdf), "--clinical", *folders]) == 1
    assert 'The picture "images/a.png" is not shown' in capsys.readouterr().err
    assert "Picture missing: A sore" in text_of(pdf.read_bytes())


@pytest.mark.skipif(os.name == "nt", reason="a shell closes them otherwise there")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&- <&-"])
def test_closed_streams_are_no_fault(
    closed: str, packs: PackWriter, tmp_path: Path, their_variables: dict[str, str]
) -> None:
    what = f"handout hands --section cold --library {packs.folder} -o"
    place = "-" if closed == ">&-" else "a.pdf"
    command = f"{sys.executable} {ROOT / 'main.py'} {what} {place} {closed}"
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=tmp_path,
        env=their_variables,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    assert done.returncode == (1 if place == "-" else 0)
    assert b"Traceback" not in done.stderr
    assert (b"- cannot be written" in done.stderr) == (place == "-")
    assert (tmp_path / "a.pdf").exists() == (place != "-")


def test_what_takes_too_long_is_given_up(
    packs: PackWriter,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("viewer.commands.handout.MAX_SECONDS", 0.001)
    output = tmp_path / "a.pdf"
    output.write_bytes(b"before")
    status, lines = said_by(capsys, "hands", "-o", output, "--library", packs.folder)
    assert (status, lines) == (1, ["hands was not made. It took too long."])
    assert output.read_bytes() == b"before"
