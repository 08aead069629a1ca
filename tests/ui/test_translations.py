"""The controls' translation files: complete, and made from what the program says today."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator

from viewer.core.installation import find_installation

FOLDER = find_installation().translations
ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(FOLDER.glob("careleaf_*.ts"))
each_file = pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
_FIELD = re.compile(r"\{\w*\}")

Words = dict[tuple[str, str], str]
"""Translations by context and source; empty where one is unfinished."""


def words_in(file: Path) -> Words:
    found: Words = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            done = translation is not None and translation.get("type") is None
            words = (translation.text or "") if translation is not None and done else ""
            found[context.findtext("name", ""), message.findtext("source", "")] = words
    return found


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files as they are when they are brought up to date now."""
    folder = tmp_path_factory.mktemp("translations")
    for file in FILES:
        shutil.copy(file, folder)
    script = ROOT / "docs" / "refresh_translations.py"
    done = subprocess.run(
        [sys.executable, str(script), str(folder)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder


def test_spanish_is_there() -> None:
    assert "careleaf_es" in {file.stem for file in FILES}


@each_file
def test_every_word_of_the_controls_is_translated(file: Path, fresh: Path) -> None:
    """Else run docs/refresh_translations.py, and fill in what it marks as unfinished."""
    words = words_in(fresh / file.name)
    assert ("Toolbar", "Back") in words, "the words are found"
    assert [source for source, translation in words.items() if not translation] == []
    for (_, source), translation in words.items():
        assert sorted(_FIELD.findall(source)) == sorted(_FIELD.findall(translation))


@each_file
def test_the_files_are_those_that_would_be_made_now(file: Path, fresh: Path) -> None:
    assert words_in(file) == words_in(fresh / file.name)
    made, kept = fresh / f"{file.stem}.qm", file.with_suffix(".qm")
    assert kept.read_bytes() == made.read_bytes()


@each_file
def test_qt_reads_what_was_made(file: Path) -> None:
    translator = QTranslator()
    assert translator.load(str(file.with_suffix(".qm")))
    for (context, source), translation in words_in(file).items():
        assert translator.translate(context, source) == translation
