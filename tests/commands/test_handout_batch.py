"""``careleaf handout --all --out-dir DIR``: a folder of handouts, and what it is told."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import ROOT, RunHandout
from tests.libraries.big_library import write_library
from tests.ui.packs import PackWriter, care_section

pytestmark = pytest.mark.slow


@pytest.fixture
def packs(tmp_path: Path) -> PackWriter:
    """Two topics with a code of their own, of which one is in Spanish too, and one without."""
    writer = PackWriter(tmp_path / "library")
    cold = {"cold": care_section("cold")}
    writer.topic("hands", cold, codes={"icd10cm": ["E83.59"]}, care=["cold"])
    writer.topic("feet", cold, codes={"icd10cm": ["i10"]}, care=["cold"])
    writer.topic("ears", cold, care=["cold"])
    writer.section("feet", "cold", cold["cold"], "es")
    return writer


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def listed(folder: Path) -> list[dict[str, Any]]:
    data = json.loads((folder / "handouts.json").read_bytes())
    assert data["format"] == 1
    return list(data["handouts"])


def lines_of(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    return done.stderr.decode().splitlines()


def test_every_topic_language_and_size(
    handout: RunHandout, packs: PackWriter, tmp_path: Path
) -> None:
    out = tmp_path / "deep/out"
    done = handout("--all", "--out-dir", out, "--library", packs.folder)
    assert (done.returncode, done.stdout) == (0, b"")
    stems = ("ears_en", "icd10cm_E83.59_en", "icd10cm_I10_en", "icd10cm_I10_es")
    sizes = ("standard", "large", "extra")
    names = {f"{stem}_{size}.pdf" for stem in stems for size in sizes}
    assert set(names_in(out)) == {*names, "handouts.json"}
    assert lines_of(done)[-1].startswith("3 topics, 12 handouts: 12 written, 0 the same")


def test_the_manifest_tells_what_each_file_is(
    handout: RunHandout, packs: PackWriter, tmp_path: Path
) -> None:
    done = handout(
        *("--all", "--out-dir", "out", "--library", packs.folder, "--print-size", "large"),
        *("--language", "en", "--beside", "es", "--paper", "letter"),
    )
    assert done.returncode == 0
    out = tmp_path / "out"
    (entry,) = listed(out)
    pdf = (out / "icd10cm_I10_en-es_large.pdf").read_bytes()
    versions = entry.pop("versions")
    assert entry == {
        "file": "icd10cm_I10_en-es_large.pdf",
        "topic": "feet",
        "title": "Feet",
        "codes": {"icd10cm": ["i10"]},
        "language": "en",
        "beside": "es",
        "level": "plain",
        "size": "large",
        "paper": "letter",
        "sha256": hashlib.sha256(pdf).hexdigest(),
    }
    assert sorted(versions) == ["en", "es"]
    assert "2 topics do not have what was chosen, and were left out." in lines_of(done)


def test_the_same_again_leaves_every_file_alone(
    handout: RunHandout, packs: PackWriter, tmp_path: Path
) -> None:
    usual = ("--all", "--out-dir", tmp_path / "out", "--print-size", "large")
    (tmp_path / "else").mkdir()
    handout(*usual, "--library", packs.folder, PYTHONHASHSEED="1", LANG="C")
    files = {path: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert len(files) == 5
    for path in files:
        os.utime(path, (1, 1))
    done = handout(
        *(*usual, "--library", "../library"),
        cwd=tmp_path / "else",
        PYTHONHASHSEED="2",
        TZ="Pacific/Niue",
        LANG="es_ES.UTF-8",
    )
    assert lines_of(done)[-1].startswith("3 topics, 4 handouts: 0 written, 4 the same as before")
    assert {path: path.read_bytes() for path in (tmp_path / "out").iterdir()} == files
    assert {path.stat().st_mtime for path in files} == {1}


def test_what_changed_is_written_and_the_rest_is_not(
    handout: RunHandout, packs: PackWriter, tmp_path: Path
) -> None:
    usual = ("--all", "--out-dir", "out", "--library", packs.folder, "--print-size", "large")
    handout(*usual)
    packs.section("ears", "cold", care_section("cold").replace("The message", "Another message"))
    done = handout(*usual)
    assert lines_of(done)[-1].startswith("3 topics, 4 handouts: 1 written, 3 the same as before")


def test_topics_of_one_code_are_told_apart(
    handout: RunHandout, packs: PackWriter, tmp_path: Path
) -> None:
    packs.topic("toes", {"cold": care_section("cold")}, codes={"icd10cm": ["E8359"]})
    done = handout(
        *("--all", "--out-dir", "out", "--library", packs.folder),
        *("--print-size", "large", "--language", "en"),
    )
    assert done.returncode == 0
    assert names_in(tmp_path / "out") == [
        "ears_en_large.pdf",
        "handouts.json",
        "icd10cm_E83.59_hands_en_large.pdf",
        "icd10cm_E83.59_toes_en_large.pdf",
        "icd10cm_I10_en_large.pdf",
    ]


def test_a_topic_that_fails_costs_only_itself(
    handout: RunHandout, packs: PackWriter, tmp_path: Path
) -> None:
    broken = packs.folder / "hands/en/cold.md"
    broken.write_text("---\ntitle: Cold\nplain_title: Cold?\nsources: [book]\n---\n\U00016a40\n")
    packs.section("feet", "cold", care_section("cold") + "\n\n[Away](section:nowhere)\n")
    done = handout(
        *("--all", "--out-dir", "out", "--library", packs.folder),
        *("--print-size", "large", "--language", "en"),
    )
    assert done.returncode == 1
    said = done.stderr.decode()
    assert "icd10cm_E83.59_en_large.pdf was not made. The handout cannot be printed" in said
    assert "feet/en/cold.md:" in said
    assert "dead-link" in said
    assert "Traceback" not in said
    assert [entry["topic"] for entry in listed(tmp_path / "out")] == ["ears", "feet"]


def test_files_of_an_earlier_run_are_named_and_kept(
    handout: RunHandout, packs: PackWriter, tmp_path: Path
) -> None:
    usual = ("--all", "--out-dir", "out", "--library", packs.folder)
    handout(*usual, "--print-size", "large", "--language", "en")
    done = handout(*usual, "--print-size", "large", "--language", "es")
    assert done.returncode == 0
    assert (
        "3 files of an earlier run were not made anew, and may be out of date: ears_en_large.pdf, "
        "icd10cm_E83.59_en_large.pdf, icd10cm_I10_en_large.pdf"
    ) in lines_of(done)
    assert [entry["file"] for entry in listed(tmp_path / "out")] == ["icd10cm_I10_es_large.pdf"]
    assert (tmp_path / "out/ears_en_large.pdf").exists()


def test_nothing_to_make_is_an_error(handout: RunHandout, packs: PackWriter) -> None:
    done = handout("--all", "--out-dir", "out", "--library", packs.folder, "--language", "fr")
    assert done.returncode == 1
    assert lines_of(done)[0] == "No topic has what was chosen, so no handout was made."


def test_a_folder_that_cannot_be_written(handout: RunHandout, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    done = handout("--all", "--out-dir", tmp_path / "file/out")
    assert done.returncode == 1
    assert lines_of(done) == [
        f"{tmp_path}/file/out cannot be written (Not a directory). What was there before is as it "
        "was."
    ]


def test_a_machine_without_typst_is_told_once(
    handout: RunHandout, packs: PackWriter, tmp_path: Path
) -> None:
    (tmp_path / "lacking").mkdir()
    (tmp_path / "lacking/typst.py").write_text("raise ImportError('no typst', name='typst')")
    done = handout(
        *("--all", "--out-dir", "out", "--library", packs.folder),
        PYTHONPATH=str(tmp_path / "lacking"),
    )
    assert done.returncode == 3
    assert len(lines_of(done)) == 1
    assert "pip install --force-reinstall typst" in lines_of(done)[0]
    assert names_in(tmp_path / "out") == []


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signals")
def test_ctrl_c_ends_it_at_once_and_leaves_no_half_file(
    their_variables: dict[str, str], tmp_path: Path
) -> None:
    write_library(tmp_path / "many", 100)
    out = tmp_path / "out"
    with subprocess.Popen(
        [
            *(sys.executable, str(ROOT / "main.py"), "handout", "--all"),
            *("--out-dir", str(out), "--library", str(tmp_path / "many")),
        ],
        env=their_variables,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        end = time.monotonic() + 60
        while len(list(out.glob("*.pdf"))) < 3:
            time.sleep(0.02)
            assert time.monotonic() < end
            assert process.poll() is None
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of them
        _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert said.decode().splitlines()[-1].startswith("Stopped. ")
    assert b"Traceback" not in said
    assert all(path.name.endswith(".pdf") for path in out.iterdir())
    assert all(path.read_bytes()[-6:].strip() == b"%%EOF" for path in out.glob("*.pdf"))
