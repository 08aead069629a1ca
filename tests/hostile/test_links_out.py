"""Links that lead out of a topic: what they lead to is never opened, not even to compare it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.core.library import TOPIC, write, write_hands
from viewer.core.by_code import find_by_code
from viewer.core.files import read_quietly
from viewer.core.packs.languages import languages_of
from viewer.core.packs.library import Library
from viewer.ui.first_screen import fingerprint

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")


@pytest.fixture
def hands(tmp_path: Path) -> Path:
    """A topic with links out of it, and within it."""
    write(tmp_path / "outside", {"secret": "a", "topic.yaml": TOPIC, "de/a.md": "a"})
    folder = write_hands(tmp_path / "library") / "hands"
    (folder / "images").mkdir()
    (folder / "images/out.png").symlink_to(tmp_path / "outside/secret")
    (folder / "images/in.png").symlink_to(folder / "en/warmth.md")
    (folder / "de").symlink_to(tmp_path / "outside/de")
    return folder


def test_a_digest_does_not_read_outside(hands: Path, tmp_path: Path) -> None:
    before = fingerprint(str(hands))
    (tmp_path / "outside/secret").write_text("another", "utf-8")
    assert fingerprint(str(hands)) == before
    assert "images/out.png" not in before
    assert "images/in.png" in before


def test_a_folder_outside_is_no_language(hands: Path) -> None:
    assert languages_of([hands]) == ("en",)
    (hands / "es").symlink_to(hands / "en")
    assert languages_of([hands]) == ("en", "es")


def test_a_link_that_leads_out_is_no_topic(hands: Path, tmp_path: Path) -> None:
    write(tmp_path / "outside/topic", {"de/a.md": "a"})
    (hands.parent / "elsewhere").symlink_to(tmp_path / "outside/topic")
    assert languages_of([hands.parent / "elsewhere"]) == ()


def test_a_code_is_not_looked_for_outside(hands: Path, tmp_path: Path) -> None:
    coded = TOPIC + "codes: {icd10cm: [L03.01]}\n"
    write(tmp_path / "outside", {"topic.yaml": coded})
    (hands / "topic.yaml").unlink()
    (hands / "topic.yaml").symlink_to(tmp_path / "outside/topic.yaml")
    library = Library([hands.parent])
    assert not find_by_code(library, "icd10cm", "L03.01")
    assert not read_quietly(str(hands / "topic.yaml"), 100, str(hands))
    (hands / "topic.yaml").unlink()
    write(hands, {"own.yaml": coded})
    (hands / "topic.yaml").symlink_to("own.yaml")
    assert find_by_code(library, "icd10cm", "L03.01") == ("hands",)


def test_a_pipe_is_not_even_opened(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = os.open(pipe, os.O_RDWR)
    os.write(writer, b"secret")
    assert read_quietly(str(pipe), 100) == b""
    assert os.read(writer, 6) == b"secret"
    os.close(writer)
