"""The clinic's own numbers: where they are given they are shown, and nothing is ever guessed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import OpenViewer
from tests.ui.packs import PackWriter, section
from viewer.folders import Folders

WriteClinic = Callable[[str], None]
TEXT = (
    "At {{clinic_name}} call {{care_team_phone}}, or {{emergency_number}}.\n\n"
    '!!! danger "Call {{emergency_number}} now"\n    if in doubt.\n\n'
    "Or [ring us](tel:{{care_team_phone}})."
)


def test_unset_values_read_as_phrases(open_viewer: OpenViewer, packs: PackWriter) -> None:
    packs.topic("topic", {"a": section("A", TEXT)})
    reader = open_viewer("--topic", "topic", library=packs.folder)
    assert "At your clinic call your care team, or your local emergency number." in reader.text
    assert "Call your local emergency number now" in reader.text
    assert "{{" not in reader.text
    assert [a for _, a in reader.links() if a.startswith("tel:")] == [], "no number, no link"


def test_values_take_the_place_of_phrases(
    open_viewer: OpenViewer, packs: PackWriter, clinic: WriteClinic
) -> None:
    packs.topic("topic", {"a": section("Ask {{clinic_name}}", TEXT)})
    clinic(
        'clinic_name: Riverside Kidney Care\nemergency_number: "112"\ncare_team_phone: 555-0100\n'
    )
    reader = open_viewer("--topic", "topic", library=packs.folder)
    assert "At Riverside Kidney Care call 555-0100, or 112." in reader.text
    assert "Call 112 now" in reader.text
    assert reader.title == "Ask Riverside Kidney Care"
    assert reader.row_shown == "Ask Riverside Kidney Care"
    reader.click_link("ring us")
    question = reader.question()
    assert question is not None
    assert "555-0100" in question.text() + question.informativeText()
    question.close()


def test_one_value_alone(open_viewer: OpenViewer, clinic: WriteClinic) -> None:
    clinic("emergency_number: 999\n")
    reader = open_viewer("--topic", "calciphylaxis", "--section", "when-to-get-help", "--plain")
    assert "Call 999 now" in reader.text
    assert "Call your care team today" in reader.text


def test_markup_in_a_value_is_only_words(
    open_viewer: OpenViewer, packs: PackWriter, clinic: WriteClinic
) -> None:
    packs.topic("topic", {"a": section("A", TEXT)})
    clinic("clinic_name: '<b>R</b> & [x](https://x.example) {{emergency_number}}'\n")
    reader = open_viewer("--topic", "topic", library=packs.folder)
    assert "At <b>R</b> & [x](https://x.example) {{emergency_number}} call" in reader.text
    assert [address for _, address in reader.links()] == ["provenance:topic"]


def test_the_file_that_is_named_comes_first_then_the_readers_then_the_systems(
    open_viewer: OpenViewer, folders: Folders, packs: PackWriter, tmp_path: Path
) -> None:
    packs.topic("topic", {"a": section("A", "Call {{emergency_number}}.")})
    for folder, number in (
        (folders.system_config, "111"),
        (folders.config, "112"),
        (tmp_path, "113"),
    ):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "clinic.yaml").write_text(f'emergency_number: "{number}"\n', "utf-8")
    named = ("--clinic", str(tmp_path / "clinic.yaml"))
    reader = open_viewer("--topic", "topic", *named, library=packs.folder)
    assert "Call 113." in reader.text
    reader.close()
    reader = open_viewer("--topic", "topic", library=packs.folder)
    assert "Call 112." in reader.text
    reader.close()
    (folders.config / "clinic.yaml").unlink()
    reader = open_viewer("--topic", "topic", library=packs.folder)
    assert "Call 111." in reader.text


def test_an_own_file_that_cannot_be_read_is_told_and_the_systems_is_not_taken(
    open_viewer: OpenViewer,
    folders: Folders,
    packs: PackWriter,
    capsys: pytest.CaptureFixture[str],
) -> None:
    packs.topic("topic", {"a": section("A", "Call {{emergency_number}}.")})
    folders.system_config.mkdir(parents=True)
    (folders.system_config / "clinic.yaml").write_text('emergency_number: "111"\n')
    folders.config.mkdir(parents=True)
    (folders.config / "clinic.yaml").mkdir()
    reader = open_viewer("--topic", "topic", library=packs.folder)
    assert "Call your local emergency number." in reader.text
    assert "clinic.yaml:1: error not-a-file" in capsys.readouterr().err


def test_a_library_of_the_clinics_own(
    open_viewer: OpenViewer, packs: PackWriter, clinic: WriteClinic
) -> None:
    packs.topic("own", {"a": section("Our own leaflet", "x")})
    clinic(f"library: ['{packs.folder}']\n")
    assert open_viewer().title == "Our own leaflet"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "emergency_number: [1, 2]\n",
        "emergency_number:\n",
        "emergency_number: {a: b}\n",
        "emergency_number: 112\nemergency_number: 113\n: [",
        "- a\n- b\n",
        "\x00\x01",
        "emergency_number: &a 112\nclinic_name: *a\n",
        "language: xx\nlibrary: 5\nkiosk: yes\nlogo: ../../etc/passwd\npaper: a3\n",
    ],
)
def test_broken_settings_cost_only_themselves(
    open_viewer: OpenViewer, packs: PackWriter, clinic: WriteClinic, text: str
) -> None:
    packs.topic("topic", {"a": section("A", "Call {{emergency_number}}.")})
    clinic(text)
    reader = open_viewer("--topic", "topic", library=packs.folder)
    assert "Call your local emergency number." in reader.text
