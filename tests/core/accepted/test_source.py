"""Looking at a topic's folder: nothing hangs, leads out, or is without bounds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.core.accepted.kiosk import Kiosk
from tests.core.library import HANDS, write, write_hands
from viewer.core.accepted import source
from viewer.core.accepted.news import Why
from viewer.core.accepted.source import look_at


def test_only_what_readers_are_shown_is_taken(tmp_path: Path) -> None:
    write(tmp_path, {**HANDS, "NOTES.md": "x", "images/a.SVG": "x", "images/b/c.png": "x"})
    write(tmp_path, {".git/x.md": "x", "en/.washing.md.swp": "x", "en/a.md~": "x", "a.exe": "x"})
    taken = {*HANDS, "images/a.SVG", "images/b/c.png"}
    assert set(look_at(tmp_path).files) == taken


@pytest.mark.parametrize(
    "name", ["en/washing.md", "en/.washing.md.part", "new.txt", "ja/", "NOTES.md"]
)
def test_every_change_is_seen(tmp_path: Path, name: str) -> None:
    write(tmp_path, HANDS)
    before = look_at(tmp_path).signature
    assert look_at(tmp_path).signature == before
    if name.endswith("/"):
        (tmp_path / name).mkdir()
    else:
        write(tmp_path, {name: "x"})
    assert look_at(tmp_path).signature != before


def test_a_change_that_hides_its_time_is_seen(tmp_path: Path) -> None:
    file = write(tmp_path, {"a.md": "one"}) / "a.md"
    before, times = look_at(tmp_path), file.stat()
    file.write_text("two")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert look_at(tmp_path).signature != before.signature


def test_links_that_go_round_and_out_end(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside", {"secret.md": "x"})
    topic = write(tmp_path / "library" / "hands", HANDS)
    (topic / "images").symlink_to(topic, target_is_directory=True)
    (topic / "es").symlink_to(outside, target_is_directory=True)
    (topic / "fr").symlink_to("fr")
    (topic / "zero.png").symlink_to("/dev/zero")
    os.mkfifo(topic / "pipe.yaml")
    files = look_at(topic).files
    assert not any("secret" in name for name in files)
    kiosk = Kiosk(topic.parent, tmp_path / "state")
    assert kiosk.settle() == ["+hands"]
    assert "Wash your hands" in kiosk.text()
    copied = {path.name for path in kiosk.library.path("hands").rglob("*")}
    assert not copied & {"secret.md", "zero.png"}
    assert not any(path.is_symlink() for path in kiosk.folder.rglob("*"))


@pytest.mark.parametrize("bound", ["MAX_NAMES", "MAX_BYTES"])
def test_a_folder_that_is_no_topic_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bound: str
) -> None:
    library = write_hands(tmp_path / "library")
    kiosk = Kiosk(library, tmp_path / "state")
    kiosk.begin()
    monkeypatch.setattr(source, bound, 2_000 if bound == "MAX_BYTES" else 20)
    write(library / "feet", {f"images/{number}.png": b"x" * 100 for number in range(21)})
    assert kiosk.settle() == []
    assert kiosk.why == {"feet": Why.TOO_LARGE}
    assert kiosk.library.topic_ids == ("hands",)
