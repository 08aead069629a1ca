"""The settings file as a page changes it: proven first, whole or not at all, and never blindly."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from viewer.core.files import can_write, write_whole
from viewer.core.packs.clinic import read_clinic, read_logo
from viewer.core.packs.clinic_store import (
    ClinicFile,
    NotWrittenError,
    Refusal,
    open_clinic_file,
    save_clinic_file,
)

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
OTHER_SVG = SVG.replace(b"9", b"8")
TEXT = """\
# ours
clinic_name: Riverside
emergency_number: "112"   # checked in May
library: [packs, /srv/packs]
kiosk: {idle_seconds: 120, printer: "Front desk"}
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "home/careleaf/clinic.yaml"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "etc/clinic.yaml"
    path.parent.mkdir()
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch, file: Path) -> Path:
    """The system's file, which this user may read and not write; tests may run as root."""
    monkeypatch.setattr(
        "viewer.core.packs.clinic_store.can_write",
        lambda path: path.parent != file.parent and can_write(path),
    )
    return file


def refused(opened: ClinicFile, **values: object) -> NotWrittenError:
    with pytest.raises(NotWrittenError) as caught:
        save_clinic_file(opened, opened.values._replace(**values))  # type: ignore[arg-type]
    return caught.value


def test_a_first_file_is_made_with_its_folder(own: Path) -> None:
    opened = open_clinic_file(None, own)
    assert (opened.target, opened.becomes_own, opened.can_be_written) == (own, False, True)
    assert save_clinic_file(opened, opened.values._replace(emergency_number="112")) == own
    assert own.read_text() == 'emergency_number: "112"\n'
    assert stat.S_IMODE(own.stat().st_mode) == 0o666 & ~_umask()


def _umask() -> int:
    os.umask(mask := os.umask(0o022))
    return mask


def test_a_file_is_changed_where_it_is_and_keeps_who_may_read_it(file: Path, own: Path) -> None:
    file.chmod(0o640)
    opened = open_clinic_file(file, own)
    save_clinic_file(opened, opened.values._replace(clinic_name="", paper="a4"))
    wanted = TEXT.replace("clinic_name: Riverside\n", "").replace("May\n", "May\npaper: a4\n")
    assert file.read_text() == wanted
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert os.listdir(file.parent) == ["clinic.yaml"]
    assert not own.exists()


def test_nothing_is_written_where_nothing_changes(file: Path, own: Path) -> None:
    before = file.stat()
    opened = open_clinic_file(file, own)
    assert save_clinic_file(opened, opened.values) == file
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_byte_order_mark_and_windows_line_ends_stay(file: Path, own: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    opened = open_clinic_file(file, own)
    save_clinic_file(opened, opened.values._replace(clinic_name="B"))
    wanted = TEXT.replace("Riverside", "B").replace("\n", "\r\n").encode()
    assert file.read_bytes() == b"\xef\xbb\xbf" + wanted


def test_a_link_is_written_through(file: Path, own: Path) -> None:
    own.parent.mkdir(parents=True)
    own.symlink_to(file)
    opened = open_clinic_file(own, own)
    assert save_clinic_file(opened, opened.values._replace(clinic_name="B")) == own
    assert own.is_symlink()
    assert read_clinic(own)[0].clinic_name == "B"
    assert file.read_text() == TEXT.replace("Riverside", "B")


@pytest.mark.parametrize(
    "text",
    [
        "clinic_name: [A\n",
        "clinic_name: A\nclinic_name: B\n",
        "clinic_name: &a A\n",
        b"clinic_name: caf\xe9\n",
        "a: " + "[" * 30 + "]" * 30,
    ],
)
def test_a_broken_file_is_never_written_over(text: str | bytes, file: Path, own: Path) -> None:
    data = text if isinstance(text, bytes) else text.encode()
    file.write_bytes(data)
    opened = open_clinic_file(file, own)
    assert opened.is_broken
    assert refused(opened, clinic_name="B").refusal is Refusal.BROKEN
    assert file.read_bytes() == data


def test_a_file_that_somebody_else_has_written_is_left_alone(file: Path, own: Path) -> None:
    opened = open_clinic_file(file, own)
    file.write_text(TEXT + "paper: letter\n")
    assert refused(opened, clinic_name="B").refusal is Refusal.CHANGED
    file.unlink()
    assert refused(opened, clinic_name="B").refusal is Refusal.CHANGED
    nothing = open_clinic_file(None, own)
    own.parent.mkdir(parents=True)
    own.write_text("paper: a4\n")
    assert refused(nothing, clinic_name="B").refusal is Refusal.CHANGED
    assert own.read_text() == "paper: a4\n"


def test_a_top_level_that_is_no_mapping_is_not_written_over(file: Path, own: Path) -> None:
    file.write_text("- clinic_name\n")
    opened = open_clinic_file(file, own)
    assert refused(opened, clinic_name="B").refusal is Refusal.UNPROVEN
    assert file.read_text() == "- clinic_name\n"


def test_what_would_read_otherwise_is_not_written(file: Path, own: Path) -> None:
    opened = open_clinic_file(file, own)
    assert refused(opened, emergency_number="911 or 112").refusal is Refusal.UNPROVEN
    assert refused(opened, clinic_name="a\nb").refusal is Refusal.UNPROVEN
    assert refused(opened, languages=("English",)).refusal is Refusal.UNPROVEN
    assert refused(opened, paper="a3").refusal is Refusal.UNPROVEN
    assert file.read_text() == TEXT


def test_a_number_that_is_refused_is_shown_to_be_mended(file: Path, own: Path) -> None:
    file.write_text("emergency_number: 911 or 112\ncare_team_phone: null\n")
    opened = open_clinic_file(file, own)
    assert opened.clinic.emergency_number == ""
    assert opened.values.emergency_number == "911 or 112"
    assert opened.values.care_team_phone == ""
    save_clinic_file(opened, opened.values._replace(emergency_number=""))
    assert file.read_text() == "care_team_phone: null\n"


def test_settings_of_the_computer_become_the_users_own_whole(closed: Path, own: Path) -> None:
    (closed.parent / "logo.svg").write_bytes(SVG)
    closed.write_text(TEXT + "logo: logo.svg\n")
    opened = open_clinic_file(closed, own)
    assert opened.becomes_own
    assert save_clinic_file(opened, opened.values._replace(care_team_phone="555-0100")) == own
    was, now = read_clinic(closed)[0], read_clinic(own)[0]
    assert now.care_team_phone == "555-0100"
    assert (now.kiosk, now.library, now.clinic_name) == (was.kiosk, was.library, was.clinic_name)
    assert now.logo == own.parent / "logo.svg"
    assert read_logo(now) == read_logo(was)
    assert closed.read_text() == TEXT + "logo: logo.svg\n"
    assert "# checked in May" in own.read_text()


def test_settings_that_were_named_are_not_copied(closed: Path, own: Path) -> None:
    opened = open_clinic_file(closed, own, named=True)
    assert (opened.target, opened.can_be_written) == (closed, False)


def test_a_logo_is_copied_beside_the_settings(file: Path, own: Path, tmp_path: Path) -> None:
    chosen = tmp_path / "Our logo (new).SVG"
    chosen.write_bytes(SVG)
    opened = open_clinic_file(file, own)
    save_clinic_file(opened, opened.values._replace(logo=chosen))
    clinic, problems = read_clinic(file)
    assert (clinic.logo, problems) == (file.parent / "Our-logo-new.svg", ())
    chosen.write_bytes(OTHER_SVG)
    again = open_clinic_file(file, own)
    save_clinic_file(again, again.values._replace(logo=chosen))
    assert read_clinic(file)[0].logo == file.parent / "Our-logo-new-2.svg"
    assert (file.parent / "Our-logo-new.svg").read_bytes() == SVG
    gone = open_clinic_file(file, own)
    save_clinic_file(gone, gone.values._replace(logo=None))
    assert file.read_text() == TEXT


def test_a_logo_that_lies_there_already_is_named_and_not_copied(file: Path, own: Path) -> None:
    (file.parent / "pictures").mkdir()
    (file.parent / "pictures/logo.svg").write_bytes(SVG)
    opened = open_clinic_file(file, own)
    save_clinic_file(opened, opened.values._replace(logo=file.parent / "pictures/logo.svg"))
    assert "logo: pictures/logo.svg\n" in file.read_text() or '"pictures/logo.svg"' in (
        file.read_text()
    )
    assert sorted(os.listdir(file.parent)) == ["clinic.yaml", "pictures"]


def test_what_is_no_safe_picture_is_no_logo(file: Path, own: Path, tmp_path: Path) -> None:
    for name, data in (("a.svg", b"<svg><script/></svg>"), ("a.png", b"GIF89a"), ("a.gif", SVG)):
        (tmp_path / name).write_bytes(data)
        opened = open_clinic_file(file, own)
        assert refused(opened, logo=tmp_path / name).refusal is Refusal.LOGO
    assert os.listdir(file.parent) == ["clinic.yaml"]


def test_a_disk_that_refuses_leaves_everything_as_it_was(
    file: Path, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "logo.svg").write_bytes(SVG)

    def full(path: Path, data: bytes) -> None:
        if path.suffix == ".yaml":
            raise OSError(28, "No space left on device")
        write_whole(path, data)

    monkeypatch.setattr("viewer.core.packs.clinic_store.write_whole", full)
    error = refused(open_clinic_file(file, own), logo=tmp_path / "logo.svg")
    assert (error.refusal, error.detail) == (Refusal.DISK, "No space left on device")
    assert file.read_text() == TEXT
    assert os.listdir(file.parent) == ["clinic.yaml"]
