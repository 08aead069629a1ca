"""A library: the topics of its folders, each read when it is wanted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.library import HANDS, TOPIC, write, write_hands
from tests.core.shelf import BROKEN, GOOD
from viewer.core.packs.library import KEPT_TOPICS, Library
from viewer.core.problems import Rule


def test_topics_are_known_by_id_in_the_order_of_the_alphabet() -> None:
    library = Library([GOOD])
    assert library.topic_ids == ("breath", "feet", "kidneys")
    assert "feet" in library
    assert "hands" not in library
    assert not library.problems


def test_topics_of_several_folders_are_one_library() -> None:
    library = Library([BROKEN, GOOD])
    assert library.topic_ids == ("breath", "feet", "hands", "kidneys")
    assert library.topic("feet").path.parent == BROKEN
    assert library.folders == (BROKEN, GOOD)


def test_an_unknown_topic_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        Library([GOOD]).topic("hands")


def test_a_topic_is_read_once_while_it_is_kept() -> None:
    library = Library([GOOD])
    assert library.topic("feet") is library.topic("feet")


def test_only_a_few_topics_are_kept(tmp_path: Path) -> None:
    for number in range(KEPT_TOPICS + 1):
        write(tmp_path / f"topic-{number}", HANDS)
    library = Library([tmp_path])
    first = library.topic("topic-0")
    assert len(list(library.topics())) == KEPT_TOPICS + 1
    assert library.topic("topic-0") is not first
    assert library.topic("topic-0") == first


def test_files_beside_the_topics_are_nothing_to_it(tmp_path: Path) -> None:
    write_hands(tmp_path)
    write(tmp_path, {"README.md": "x", ".DS_Store": "x"})
    library = Library([tmp_path])
    assert library.topic_ids == ("hands",)
    assert not library.problems


def test_one_broken_topic_leaves_the_others(tmp_path: Path) -> None:
    write_hands(tmp_path)
    write(tmp_path / "feet", {**HANDS, "topic.yaml": "title: {en: [\n"})
    write(tmp_path / "ears", {"topic.yaml": b"\xff\xfe\x00"})
    library = Library([tmp_path])
    titles = [topic.title_in("en") for topic in library.topics()]
    assert titles == ["ears", "feet", "Hand care"]
    assert library.topic("feet").section_ids() == ("warmth", "washing")


def test_sections_come_in_the_order_of_the_groups_and_others_last(tmp_path: Path) -> None:
    text = TOPIC.replace("[warmth, washing]", "[washing, ice, washing]")
    files = {"topic.yaml": text, "en/air.md": HANDS["en/warmth.md"]}
    topic = Library([write_hands(tmp_path, files)]).topic("hands")
    assert topic.section_ids() == ("washing", "air", "warmth")


def test_a_link_counts_only_inside_its_library(tmp_path: Path) -> None:
    library = write_hands(tmp_path / "library")
    write_hands(tmp_path / "elsewhere")
    (library / "again").symlink_to(library / "hands", target_is_directory=True)
    (library / "outside").symlink_to(tmp_path / "elsewhere" / "hands", target_is_directory=True)
    (library / "nowhere").symlink_to(tmp_path / "gone", target_is_directory=True)
    (library / "round").symlink_to(library / "round", target_is_directory=True)
    found = Library([library])
    assert found.topic_ids == ("again", "hands")
    assert [(p.rule, p.path.name) for p in found.problems] == [(Rule.OUTSIDE_PACK, "outside")]
    assert found.path("hands") == library / "hands"


def test_a_name_of_two_lines_is_no_topic(tmp_path: Path) -> None:
    write_hands(tmp_path)
    (tmp_path / "two\nlines").mkdir()
    found = Library([tmp_path])
    assert found.topic_ids == ("hands",)
    assert [p.rule for p in found.problems] == [Rule.TOPIC_ID]
