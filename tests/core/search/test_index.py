"""The index on disk: opening, changing and damage."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.search.library import found, section, topic_of
from viewer.core.level import Level
from viewer.core.model import Topic
from viewer.core.search.documents import documents_of
from viewer.core.search.engine import SearchEngine
from viewer.core.search.index import IndexDamaged, SearchIndex
from viewer.core.search.vocabulary import Vocabulary


def topic(folder: Path, name: str, words: str) -> Topic:
    return topic_of(folder, name, {f"en/{name}.md": section(name, words)})


def add(index: SearchIndex, vocabulary: Vocabulary, *topics: Topic) -> None:
    for one in topics:
        for document in documents_of(one):
            index.add(document)
            vocabulary.add(document)
    index.commit()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "index"
    made.mkdir()
    return made


def test_an_index_is_kept_and_changed(tmp_path: Path, folder: Path) -> None:
    vocabulary = Vocabulary()
    index = SearchIndex.create(folder)
    add(index, vocabulary, topic(tmp_path, "one", "sepsis"), topic(tmp_path, "two", "sepsis"))
    opened = SearchIndex.open(folder)
    engine = SearchEngine(opened, vocabulary)
    assert sorted(found(engine, "sepsis", level=Level.CLINICAL)) == ["one", "two"]
    index.delete_topic("one")
    add(index, vocabulary, topic(tmp_path / "new", "two", "fever"))
    opened.reload()
    assert found(engine, "sepsis", level=Level.CLINICAL) == ["two"]
    assert found(engine, "fever", level=Level.CLINICAL) == ["two"]


def test_a_folder_without_an_index_is_damaged(tmp_path: Path, folder: Path) -> None:
    for path in (folder, tmp_path / "missing"):
        with pytest.raises(IndexDamaged):
            SearchIndex.open(path)
    with pytest.raises(IndexDamaged):
        SearchIndex.create(tmp_path / "missing")


def files_of(index: Path) -> list[str]:
    return sorted(p.name for p in index.iterdir() if p.suffix not in (".lock",))


@pytest.mark.parametrize("keep", [0.0, 0.5])
@pytest.mark.parametrize("suffix", [".store", ".term", ".idx", ".fast", ".fieldnorm", "meta.json"])
def test_damage_is_one_exception(tmp_path: Path, folder: Path, suffix: str, keep: float) -> None:
    vocabulary = Vocabulary()
    add(SearchIndex.create(folder), vocabulary, topic(tmp_path, "one", "sepsis and fever"))
    [damaged] = [
        path for path in folder.iterdir() if path.name.endswith(suffix) and path.name[0] != "."
    ]
    data = damaged.read_bytes()
    damaged.write_bytes(data[: int(len(data) * keep)])
    with pytest.raises(IndexDamaged):
        SearchEngine(SearchIndex.open(folder), vocabulary).search("sepsis", "en", Level.PLAIN)


def test_two_writers_at_once_are_told(tmp_path: Path, folder: Path) -> None:
    first = SearchIndex.create(folder)
    first.delete_topic("one")
    with pytest.raises(IndexDamaged):
        SearchIndex.open(folder).delete_topic("one")
    first.commit()
    SearchIndex.open(folder).delete_topic("one")


class Panic(BaseException):
    """As tantivy's own: what it raises when Rust gives up is no ``Exception``."""


@pytest.mark.parametrize(
    ("raised", "told"), [(Panic, IndexDamaged), (KeyboardInterrupt, KeyboardInterrupt)]
)
def test_a_panic_is_damage_and_an_interrupt_is_not(
    monkeypatch: pytest.MonkeyPatch, raised: type[BaseException], told: type[BaseException]
) -> None:
    def fail(self: SearchIndex) -> None:
        raise raised

    index = SearchIndex.in_memory()
    monkeypatch.setattr(SearchIndex, "_reading", fail)
    with pytest.raises(told):
        index.rarity(["fever"])
