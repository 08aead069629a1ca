"""The index of a large library: made, kept up to date, and never taken for whole when it is not."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.libraries.big_library import write_library
from viewer.core.level import Level
from viewer.core.model import Topic
from viewer.core.search import building, extraction
from viewer.core.search.building import Builder
from viewer.core.search.documents import Document, documents_of
from viewer.core.search.engine import SearchEngine
from viewer.core.search.large import open_engine
from viewer.core.search.store import POINTER, place_of, read_build, read_catalogue
from viewer.indexer import main

pytestmark = pytest.mark.slow  # an index of many topics

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


@pytest.mark.slow
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


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("changes", "1e999"),
        ("changes", "-Infinity"),
        ("files", '{"signatures": [1e999, 1]}'),
        ("files", '{"a\\u0000b": [1, 1]}'),
        ("files", '{"a\\ud800b": [1, 1]}'),
        ("build", '"build-\\u0000"'),
        ("build", '"build-\\udc80"'),
        ("build", '".."'),
        ("build", '"build-/../.."'),
    ],
)
def test_a_pointer_that_somebody_else_wrote_is_none(home: Path, key: str, value: str) -> None:
    build(home)
    pointer = place(home) / POINTER
    data = json.loads(pointer.read_text())
    pointer.write_text(json.dumps(data | {key: "HERE"}).replace('"HERE"', value))
    assert read_build(place(home), [home / "library"]) is None
    assert open_engine(home / "cache", [home / "library"]) is None
    assert len(read_catalogue(home / "cache", [home / "library"])) == 0
    assert build(home)
    assert len(read_catalogue(home / "cache", [home / "library"])) == TOPICS


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0x55
    path.write_bytes(data)


def garbage(path: Path) -> None:
    path.write_bytes(b'{"a": [')


def fifo(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def zeros(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def linked(path: Path) -> None:
    other = path.with_name("elsewhere")
    path.rename(other)
    path.symlink_to(other)


def sparse(path: Path) -> None:
    os.truncate(path, 1 << 40)


HARMS = [truncate, flip, garbage, Path.unlink]
if os.name != "nt":
    HARMS += [fifo, zeros, linked, sparse]


@pytest.mark.parametrize("harm", HARMS)
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
    if file == "catalogue.json":
        assert not len(read_catalogue(home / "cache", [home / "library"]))
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


@pytest.mark.slow
def test_two_processes_make_one_index(tmp_path: Path) -> None:
    write_library(tmp_path / "library", 200)
    both = [start(tmp_path), start(tmp_path)]
    said = [events(process) for process in both]
    for process in both:
        end(process)
    last = [lines[-1] for lines in said]
    assert sorted(str(line["changed"]) for line in last) == ["False", "True"]
    assert len(read_catalogue(tmp_path / "cache", [tmp_path / "library"])) == 200


@pytest.mark.slow
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


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
def test_no_reading_process_stays_when_the_window_lets_go(tmp_path: Path) -> None:
    write_library(tmp_path / "library", 400)
    process = start(tmp_path)
    assert process.stdout is not None
    process.stdout.readline()
    readers = readers_of(process.pid)
    assert readers
    for reader in readers:
        os.kill(reader, signal.SIGSTOP)  # as one that a topic keeps busy
    try:
        assert process.stdin is not None
        process.stdin.close()
        end(process)
        until = time.monotonic() + 10
        while (left := [reader for reader in readers if lives(reader)]) and (
            time.monotonic() < until
        ):
            time.sleep(0.05)
        assert not left
    finally:
        for reader in filter(lives, readers):
            os.kill(reader, signal.SIGKILL)


def readers_of(pid: int) -> list[int]:
    """The processes that read topics for another, once there are two."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        found = [
            int(c) for c in children if b"spawn_main" in Path(f"/proc/{c}/cmdline").read_bytes()
        ]
        if len(found) == 2:
            return found
        time.sleep(0.02)
    return []


def lives(pid: int) -> bool:
    """Whether a process is there, and not only its name."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no such timers on Windows")
@pytest.mark.parametrize("way", ["endless", "broken"])
def test_a_topic_that_cannot_be_read_costs_only_its_own_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    write_library(tmp_path / "library", 6)
    bad = a_topic(tmp_path).name

    def documents(topic: Topic) -> Iterator[Document]:
        if topic.id == bad and way == "broken":
            raise ValueError
        if topic.id == bad:
            re.match(r"(a|aa)+$", "a" * 60 + "b")  # longer than anybody waits
        return documents_of(topic)

    monkeypatch.setattr(extraction, "documents_of", documents)
    monkeypatch.setattr(extraction, "MAX_SECONDS", 0.3)
    assert build(tmp_path)
    assert not build(tmp_path), "it is not tried again"
    assert len(read_catalogue(tmp_path / "cache", [tmp_path / "library"])) == 6
    good = next(p.name for p in (tmp_path / "library").iterdir() if p.name not in (bad, "care"))
    assert found_first(tmp_path, good.replace("-", " ")) == good
    monkeypatch.undo()
    touched = a_topic(tmp_path) / "en" / "overview.md"
    touched.write_text(section("Quagga", "It walks."))
    assert build(tmp_path)
    assert found_first(tmp_path, "quagga") == bad


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
