"""The index of a large library: made, kept up to date, and never taken for whole when it is not."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.libraries.big_library import write_library
from viewer.core.level import Level
from viewer.core.search import building
from viewer.core.search.building import Builder
from viewer.core.search.engine import SearchEngine
from viewer.core.search.large import open_engine
from viewer.core.search.store import POINTER, place_of, read_build, read_catalogue
from viewer.indexer import main

TOPICS = 30
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a library, and a cache with its index."""
    home = tmp_path_factory.mktemp("made")
    write_library(home / "library", TOPICS)
    assert build(home)
    return home


@pytest.fixture
def home(made: Path, tmp_path: Path) -> Path:
    """The same in a folder of this test's own; its index is the one of that library."""
    shutil.rmtree(tmp_path)
    shutil.copytree(made, tmp_path)
    pointer = place_of(made / "cache", [made / "library"])
    own = place_of(tmp_path / "cache", [tmp_path / "library"])
    (tmp_path / "cache" / "search" / pointer.name).rename(own)
    text = (own / POINTER).read_text().replace(str(made), str(tmp_path))
    (own / POINTER).write_text(text)
    return tmp_path


def build(home: Path, processes: int = 1, *, thoroughly: bool = True) -> bool:
    folders = [home / "library"]
    place = place_of(home / "cache", folders)
    return Builder(place, folders, processes, lambda *_: None).run(thoroughly=thoroughly)


def engine(home: Path) -> SearchEngine:
    found = open_engine(home / "cache", [home / "library"])
    assert found is not None
    return found


def place(home: Path) -> Path:
    return place_of(home / "cache", [home / "library"])


def found_first(home: Path, words: str, language: str = "en") -> str:
    results = engine(home).search(words, language, Level.CLINICAL)
    return results.groups[0].topic if results.groups else ""


def a_topic(home: Path) -> Path:
    return min((home / "library").iterdir())


def section(title: str, text: str) -> str:
    return f'---\ntitle: "{title}"\nsources: [book]\n---\n{text}\n'


def test_every_topic_is_found_by_its_title(made: Path) -> None:
    catalogue = read_catalogue(made / "cache", [made / "library"])
    assert len(catalogue) == TOPICS
    for entry in catalogue:
        for language in ("en", "es"):
            assert found_first(made, entry.titles[language], language) == entry.id


def test_several_processes_make_the_same_index(made: Path, tmp_path: Path) -> None:
    shutil.copytree(made / "library", tmp_path / "library")
    write_library(tmp_path / "library", 30, seed=2)
    assert build(tmp_path, processes=2)
    for topic in sorted(os.listdir(tmp_path / "library")):
        assert found_first(tmp_path, topic.replace("-", " ")) == topic


def test_nothing_is_done_while_nothing_changes(home: Path) -> None:
    # the copies are other files, at another time
    build(home)
    before = (place(home) / POINTER).read_bytes()
    assert not build(home)
    assert (place(home) / POINTER).read_bytes() == before


def test_what_has_changed_is_found(home: Path) -> None:
    build(home)
    topic = a_topic(home)
    file = topic / "en" / "overview.md"
    file.write_text(section("Zebra stripes", "The quagga walks."))
    assert build(home)
    assert found_first(home, "quagga") == topic.name
    assert found_first(home, "zebra stripe") == topic.name


def test_a_new_title_is_in_the_catalogue(home: Path) -> None:
    build(home)
    topic = a_topic(home)
    file = topic / "topic.yaml"
    lines = file.read_text().splitlines()
    lines[2] = "title: {en: Another name, es: Otro nombre}"
    file.write_text("\n".join(lines))
    assert build(home)
    catalogue = read_catalogue(home / "cache", [home / "library"])
    assert catalogue.title(topic.name, "es").text == "Otro nombre"
    assert len(catalogue) == TOPICS


def test_a_topic_that_went_is_found_no_more(home: Path) -> None:
    build(home)
    topic = a_topic(home)
    words = topic.name.replace("-", " ")
    assert found_first(home, words) == topic.name
    shutil.rmtree(topic)
    assert build(home)
    assert found_first(home, words) != topic.name
    assert topic.name not in read_catalogue(home / "cache", [home / "library"])


def test_a_topic_that_came_is_found(home: Path) -> None:
    build(home)
    topic = home / "library" / "okapi-rash"
    (topic / "en").mkdir(parents=True)
    (topic / "topic.yaml").write_text("format: 1\ntitle: {en: Okapi rash}\n")
    (topic / "en" / "overview.md").write_text(section("Okapi rash", "It itches."))
    assert build(home)
    assert found_first(home, "okapi") == "okapi-rash"
    (topic / "es").mkdir()
    (topic / "es" / "overview.md").write_text(section("Okapi", "Pica el ornitorrinco."))
    assert build(home)
    assert found_first(home, "ornitorrinco", "es") == "okapi-rash"


def test_a_reader_who_has_the_old_index_open_is_not_disturbed(home: Path) -> None:
    build(home)
    old = engine(home)
    for text in ("One quagga.", "Two quaggas.", "Three quaggas."):
        (a_topic(home) / "en" / "overview.md").write_text(section("Quagga", text))
        assert build(home)
    words = sorted((home / "library").iterdir())[5].name.replace("-", " ")
    assert old.search(words, "en", Level.PLAIN).groups
    assert len([p for p in place(home).iterdir() if p.name.startswith("build-")]) == 2


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0x55
    path.write_bytes(data)


def garbage(path: Path) -> None:
    path.write_bytes(b'{"a": [')


@pytest.mark.parametrize("harm", [truncate, flip, garbage, Path.unlink])
@pytest.mark.parametrize("file", [POINTER, "catalogue.json", "vocabulary.json", "signatures", "*"])
def test_damage_is_mended(home: Path, file: str, harm: Callable[[Path], None]) -> None:
    build(home)
    found = read_build(place(home), [home / "library"])
    assert found is not None
    if file == POINTER:
        harmed = [place(home) / POINTER]
    elif file == "*":
        harmed = [found.folder / name for name in found.files if name.startswith("index/")]
    else:
        harmed = [found.folder / file]
    for path in harmed:
        harm(path)
    (a_topic(home) / "en" / "overview.md").write_text(section("Quagga", "It walks."))
    assert build(home)
    assert found_first(home, "quagga") == a_topic(home).name
    assert len(read_catalogue(home / "cache", [home / "library"])) == TOPICS


def test_the_index_of_another_version_is_made_anew(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(home)
    monkeypatch.setattr(building, "MADE_BY", "another")
    assert build(home)
    assert not build(home)
    assert open_engine(home / "cache", [home / "library"]) is None


def test_a_disk_that_refuses_leaves_what_was_there(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(home)
    words = a_topic(home).name.replace("-", " ")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(building, "publish", full)
    (a_topic(home) / "en" / "overview.md").write_text(section("Quagga", "It walks."))
    with pytest.raises(OSError, match="No space"):
        build(home)
    assert found_first(home, words) == a_topic(home).name
    assert len([p for p in place(home).iterdir() if p.name.startswith("build-")]) == 1
    monkeypatch.undo()
    assert build(home)
    assert found_first(home, "quagga") == a_topic(home).name


def start(home: Path) -> subprocess.Popen[str]:
    """The process itself, whose standard input we hold."""
    request = {"folders": [str(home / "library")], "cache": str(home / "cache")}
    return subprocess.Popen(
        [sys.executable, "-m", "viewer.indexer", json.dumps(request | {"processes": 2})],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def events(process: subprocess.Popen[str]) -> list[dict[str, object]]:
    assert process.stdout is not None
    return [json.loads(line) for line in process.stdout]


def end(process: subprocess.Popen[str]) -> None:
    process.wait(30)
    for pipe in (process.stdin, process.stdout):
        assert pipe is not None
        pipe.close()


def test_two_processes_make_one_index(tmp_path: Path) -> None:
    write_library(tmp_path / "library", 200)
    both = [start(tmp_path), start(tmp_path)]
    said = [events(process) for process in both]
    for process in both:
        end(process)
    last = [lines[-1] for lines in said]
    assert sorted(str(line["changed"]) for line in last) == ["False", "True"]
    assert len(read_catalogue(tmp_path / "cache", [tmp_path / "library"])) == 200


@pytest.mark.parametrize("way", ["killed", "let go"])
def test_a_process_that_is_ended_leaves_a_usable_state(tmp_path: Path, way: str) -> None:
    write_library(tmp_path / "library", 400)
    for step in range(3):
        process = start(tmp_path)
        assert process.stdout is not None
        for _ in range(step + 1):
            process.stdout.readline()
        if way == "killed":
            process.send_signal(signal.SIGKILL)
        else:
            assert process.stdin is not None
            process.stdin.close()
        end(process)
        assert open_engine(tmp_path / "cache", [tmp_path / "library"]) is None
    process = start(tmp_path)
    assert events(process)[-1] == {"event": "ready", "changed": True}
    end(process)
    assert len(read_catalogue(tmp_path / "cache", [tmp_path / "library"])) == 400
    assert len([p for p in place(tmp_path).iterdir() if p.name.startswith("build-")]) == 1


def test_a_cache_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    write_library(tmp_path / "library", 3)
    (tmp_path / "cache").write_text("a file")
    process = start(tmp_path)
    (said,) = events(process)
    end(process)
    assert said["event"] == "unavailable"


@pytest.mark.parametrize("request_text", ["", "{}", "[]", '{"folders": 5, "cache": "x"}', "\0"])
def test_a_request_that_is_none_is_refused(request_text: str) -> None:
    assert main([request_text]) == 2
