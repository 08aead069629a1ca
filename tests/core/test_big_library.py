"""The library that benchmarks are run on is one that a clinic could have."""

from __future__ import annotations

import random
from pathlib import Path

from tests.core.library import problems_of
from tests.libraries.big_library import names, write_library
from viewer.core.packs.library import Library
from viewer.core.problems import Severity


def test_its_packs_are_without_errors(tmp_path: Path) -> None:
    write_library(tmp_path, 50)
    assert [p for p in problems_of([tmp_path]) if p.severity is Severity.ERROR] == []


def test_every_title_is_there_once(tmp_path: Path) -> None:
    write_library(tmp_path, 50)
    topics = list(Library([tmp_path]).topics())
    assert len(topics) == 50
    for language in ("en", "es"):
        assert len({topic.title_in(language) for topic in topics}) == 50


def test_it_is_the_same_each_time(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        write_library(tmp_path / folder, 3)
    files = [
        {p.relative_to(tmp_path / folder): p.read_bytes() for p in (tmp_path / folder).rglob("*.*")}
        for folder in ("one", "two")
    ]
    assert files[0] == files[1]


def test_there_are_words_for_many() -> None:
    every = names(random.Random(1))
    assert len(every) >= 16_000
    assert len({name.en for name in every}) == len({name.es for name in every}) == len(every)
