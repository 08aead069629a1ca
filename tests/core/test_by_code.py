"""Topics by code, in libraries that are written by many hands."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.core.library import TOPIC, write
from viewer.core import by_code
from viewer.core.by_code import find_by_code
from viewer.core.packs.library import Library
from viewer.core.packs.topic_file import read_topic_file

WAYS = {
    "flow": "codes: {icd10cm: [Z99.2, E83.59]}\n",
    "lines": "codes:\n  icd10cm:\n    - e83.59\n",
    "undotted": 'codes: {ICD10CM: ["E8359"]}\n',
    "quoted": "codes: {'icd10cm': ['E83.59']}\n",
}
OTHERS = {
    "comment": "# codes: {icd10cm: [E83.59]}\n",
    "longer": "codes: {icd10cm: [E83.591]}\n",
    "another-system": "codes: {snomed: [E83.59]}\n",
    "wrong-type": "codes: {icd10cm: E83.59}\n",
    "none": "",
}


def library(tmp_path: Path) -> Library:
    for name, line in {**WAYS, **OTHERS}.items():
        write(tmp_path / name, {"topic.yaml": TOPIC + line, "en/a.md": "---\ntitle: A\n---\nA."})
    (tmp_path / "empty").mkdir()
    return Library([tmp_path])


@pytest.mark.parametrize("code", ["E83.59", "e83.59", "E8359"])
def test_a_code_is_found_however_it_is_written(tmp_path: Path, code: str) -> None:
    assert find_by_code(library(tmp_path), "icd10cm", code) == tuple(sorted(WAYS))


def test_no_system_means_any(tmp_path: Path) -> None:
    found = find_by_code(library(tmp_path), "", "E83.59")
    assert found == tuple(sorted([*WAYS, "another-system"]))


def test_an_unknown_code_is_no_topics(tmp_path: Path) -> None:
    shelf = library(tmp_path)
    assert find_by_code(shelf, "icd10cm", "A00") == ()
    assert find_by_code(shelf, "loinc", "E83.59") == ()


def test_only_topics_that_hold_the_letters_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    real = read_topic_file

    def note(folder: Path, *rest: object) -> object:
        read.append(folder.name)
        return real(folder, *rest)  # type: ignore[arg-type]

    shelf = library(tmp_path)
    monkeypatch.setattr(by_code, "read_topic_file", note)
    assert find_by_code(shelf, "icd10cm", "Z99.2") == ("flow",)
    assert read == ["flow"]


def test_files_that_hang_or_are_broken_cost_only_themselves(tmp_path: Path) -> None:
    shelf = library(tmp_path)
    os.remove(tmp_path / "lines" / "topic.yaml")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "lines" / "topic.yaml")
    (tmp_path / "quoted" / "topic.yaml").write_bytes(b"\xff E83.59 {{{{")
    assert find_by_code(shelf, "icd10cm", "E83.59") == ("flow", "undotted")
