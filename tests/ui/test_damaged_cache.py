"""A kept screen that is damaged is made anew: it can cost time, and nothing else."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import OpenViewer
from tests.ui.packs import PackWriter, section
from viewer.folders import Folders
from viewer.ui.first_screen import FILE_NAME


def changed(**entries: Any) -> Callable[[bytes], bytes]:
    """The same file with other entries; those of the screen begin with ``screen_``."""

    def change(data: bytes) -> bytes:
        found = json.loads(data)
        for name, value in entries.items():
            place = found["screen"] if name.startswith("screen_") else found
            place[name.removeprefix("screen_")] = value
        return json.dumps(found).encode()

    return change


FILES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "cut": lambda data: data[: len(data) // 2],
    "binary": lambda _: bytes(range(256)) * 20,
    "zeros": lambda data: b"\0" * len(data),
    "null": lambda _: b"null",
    "a list": lambda _: b"[1, 2, 3]",
    "a number": lambda _: b"42",
    "no screen": lambda _: b'{"screen": null}',
    "deep": lambda _: b"[" * 100_000,
    "not UTF-8": lambda data: data.replace(b"B", b"\xff"),
}
VALUES: dict[str, Callable[[bytes], bytes]] = {
    "unknown kind": changed(kind="nonsense"),
    "kind is a number": changed(kind=5),
    "topic is a number": changed(topic=5),
    "another topic": changed(topic="gone"),
    "another section": changed(section="gone"),
    "library is a number": changed(library=5),
    "library of numbers": changed(library=[5]),
    "topic folder is a number": changed(topic_folder=5),
    "plain is a word": changed(plain="no"),
    "one entry more": changed(more=1),
    "html is null": changed(screen_html=None),
    "html is a list": changed(screen_html=["x"]),
    "title is a number": changed(screen_title=5),
    "rows of numbers": changed(screen_rows=[[1, 2, 3]]),
    "rows are null": changed(screen_rows=None),
    "cards of numbers": changed(screen_cards=[5]),
    "source is a number": changed(screen_source=5),
}
WORDS: dict[str, Callable[[bytes], bytes]] = {
    "one digit is another": lambda data: data.replace(b"Call 112", b"Call 113"),
    "a word is lost": lambda data: data.replace(b"Never ", b""),
}


@pytest.fixture
def kept(open_viewer: OpenViewer, packs: PackWriter, folders: Folders) -> Path:
    """The file of a screen that has been kept."""
    text = "Never wait. Call {{emergency_number}} now."
    packs.topic("topic", {"a": section("A", "First."), "b": section("B", text)})
    folders.config.mkdir(parents=True)
    (folders.config / "clinic.yaml").write_text('emergency_number: "112"\n', "utf-8")
    reader = open_viewer(library=packs.folder)
    reader.open_row("B")
    reader.close()
    file = folders.cache / FILE_NAME
    assert b"Call 112" in file.read_bytes()
    return file


def starts_well(open_viewer: OpenViewer, packs: PackWriter, damage: str = "") -> None:
    reader = open_viewer(library=packs.folder, show=False)
    assert (reader.title, reader.row_shown) == ("B", "B"), damage
    assert "Never wait. Call 112 now." in reader.text, damage
    assert reader.rows == ["All of it", "A", "B"], damage
    assert "A publisher" in reader.window.status.source.text(), damage


@pytest.mark.slow
@pytest.mark.parametrize("damages", [FILES, VALUES, WORDS], ids=["files", "values", "words"])
def test_a_damaged_file(
    open_viewer: OpenViewer,
    packs: PackWriter,
    kept: Path,
    damages: dict[str, Callable[[bytes], bytes]],
) -> None:
    whole = kept.read_bytes()
    for name, damage in damages.items():
        broken = damage(whole)
        assert broken != whole, name
        kept.write_bytes(broken)
        starts_well(open_viewer, packs, name)


def test_a_folder_in_its_place(open_viewer: OpenViewer, packs: PackWriter, kept: Path) -> None:
    kept.unlink()
    kept.mkdir()
    (kept / "file").write_text("x", "utf-8")
    starts_well(open_viewer, packs)
    open_viewer(library=packs.folder).close()
    starts_well(open_viewer, packs)


@pytest.mark.parametrize("what", ["a ring of links", "a link to nothing"])
def test_a_link_in_its_place(
    open_viewer: OpenViewer, packs: PackWriter, kept: Path, what: str
) -> None:
    kept.unlink()
    kept.symlink_to(kept if what == "a ring of links" else kept.parent / "gone")
    starts_well(open_viewer, packs)


def test_the_whole_cache_is_a_file(
    open_viewer: OpenViewer, packs: PackWriter, kept: Path, folders: Folders
) -> None:
    kept.unlink()
    os.rmdir(folders.cache)
    folders.cache.write_text("not a folder", "utf-8")
    starts_well(open_viewer, packs)
    open_viewer(library=packs.folder).close()
    starts_well(open_viewer, packs)


def test_an_enormous_file(open_viewer: OpenViewer, packs: PackWriter, kept: Path) -> None:
    kept.write_bytes(b'{"screen": "' + b"x" * 20_000_000)
    starts_well(open_viewer, packs)
