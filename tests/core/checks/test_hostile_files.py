"""What is no ordinary file in a folder: nothing of it is read, hangs, or leads out of the pack."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.core.library import (
    FRONT,
    HANDS,
    Files,
    builder,
    findings,
    hands,
    problems_of,
    section_of,
    words,
    write,
    write_hands,
)
from viewer.core.level import Level
from viewer.core.packs.library import Library
from viewer.core.problems import Problem, Reporter, Rule
from viewer.core.wording import report_line

SECRET = FRONT + "The secret of another folder.\n"

needs_links = pytest.mark.skipif(os.name == "nt", reason="links need a right on Windows")
needs_fifos = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFO")


def replace_by_link(path: Path, target: Path) -> None:
    """A symbolic link in the place of a file that is in the pack."""
    path.unlink()
    path.symlink_to(target)


def text_of(library: Path) -> str:
    """All that a reader of the topic can see, at both levels."""
    topic = Library([library]).topic("hands")
    pages = (
        builder().section(topic, section_of(topic, section_id), level)
        for section_id in topic.section_ids()
        for level in Level
    )
    return " ".join(str(page) for page in pages)


@needs_links
def test_a_link_out_of_the_pack_is_not_read(tmp_path: Path) -> None:
    library = write_hands(tmp_path / "library")
    secret = write(tmp_path / "other", {"secret.md": SECRET}) / "secret.md"
    replace_by_link(library / "hands/en/warmth.md", secret)
    assert findings(library) == [("outside-pack", "hands/en/warmth.md", 1)]
    assert "secret" not in text_of(library)
    assert "Wash your hands" in text_of(library)


@needs_links
@pytest.mark.parametrize("name", ["topic.yaml", "glossary.yaml"])
def test_a_link_to_a_foreign_yaml_is_not_read(name: str, tmp_path: Path) -> None:
    library = write_hands(tmp_path / "library", {"glossary.yaml": "a: {}\n"})
    secret = write(tmp_path / "other", {"secret.yaml": "title: {en: Secret}\n"}) / "secret.yaml"
    replace_by_link(library / "hands" / name, secret)
    assert findings(library) == [("outside-pack", f"hands/{name}", 1)]
    assert "Wash your hands" in text_of(library)


@needs_links
def test_a_link_inside_the_pack_is_read(tmp_path: Path) -> None:
    library = write_hands(tmp_path / "library")
    replace_by_link(library / "hands/en/warmth.md", Path("washing.md"))
    assert findings(library) == []


@needs_links
def test_a_link_that_leads_to_itself_is_refused(tmp_path: Path) -> None:
    library = write_hands(tmp_path / "library")
    replace_by_link(library / "hands/en/warmth.md", Path("warmth.md"))
    (found,) = findings(library)
    assert found[0] in ("outside-pack", "unreadable")


@needs_links
def test_a_link_to_a_language_elsewhere_is_not_read(tmp_path: Path) -> None:
    library = write_hands(tmp_path / "library")
    write(tmp_path / "es", {"warmth.md": SECRET})
    (library / "hands/es").symlink_to(tmp_path / "es")
    assert findings(library) == [("outside-pack", "hands/es", 1)]
    assert Library([library]).topic("hands").languages == ("en",)


@needs_links
def test_a_link_to_a_topic_elsewhere_is_not_read(tmp_path: Path) -> None:
    library = write_hands(tmp_path / "library")
    write(tmp_path / "feet", HANDS)
    (library / "feet").symlink_to(tmp_path / "feet")
    assert findings(library) == [("outside-pack", "feet", 1)]
    assert Library([library]).topic_ids == ("hands",)


@needs_links
def test_a_link_to_a_picture_elsewhere_is_not_read(tmp_path: Path) -> None:
    library = write_hands(tmp_path / "library", {"en/warmth.md": FRONT + "![A](a.svg)"})
    secret = write(tmp_path / "other", {"a.svg": "<svg/>"}) / "a.svg"
    (library / "hands/a.svg").symlink_to(secret)
    assert findings(library) == [("refused-image", "hands/en/warmth.md", 5)]


@needs_fifos
@pytest.mark.parametrize("name", ["topic.yaml", "glossary.yaml", "en/warmth.md"])
def test_a_fifo_hangs_nobody(name: str, tmp_path: Path) -> None:
    library = write_hands(tmp_path / "library", {"glossary.yaml": "a: {}\n"})
    (library / "hands" / name).unlink()
    os.mkfifo(library / "hands" / name)
    assert findings(library) == [("not-a-file", f"hands/{name}", 1)]
    assert "Wash your hands" in text_of(library)


@needs_fifos
def test_a_fifo_as_a_picture_hangs_nobody(tmp_path: Path) -> None:
    library = write_hands(tmp_path / "library", {"en/warmth.md": FRONT + "![A](a.png)"})
    os.mkfifo(library / "hands/a.png")
    assert findings(library) == [("refused-image", "hands/en/warmth.md", 5)]


@pytest.mark.parametrize("name", ["topic.yaml", "glossary.yaml", "en/warmth.md"])
def test_a_folder_in_the_place_of_a_file_is_a_finding(name: str, tmp_path: Path) -> None:
    files: Files = {key: text for key, text in HANDS.items() if key != name}
    library = tmp_path / "library"
    write(library / "hands", files)
    (library / "hands" / name).mkdir()
    assert ("not-a-file", f"hands/{name}", 1) in findings(library)
    assert "Wash your hands" in text_of(library)


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="needs Linux's list of open files")
def test_folders_in_the_place_of_files_leave_no_file_open(tmp_path: Path) -> None:
    library = write_hands(tmp_path / "library")
    for number in range(20):
        (library / f"hands/en/folder-{number}.md").mkdir()
    before = len(os.listdir("/proc/self/fd"))
    problems_of([library])
    assert len(os.listdir("/proc/self/fd")) == before


def test_a_file_in_the_place_of_a_language_is_no_language(tmp_path: Path) -> None:
    topic = hands(tmp_path, {"es": "not a folder"})
    assert topic.languages == ("en",)


def test_a_topic_without_topic_yaml_is_one_finding(tmp_path: Path) -> None:
    write(tmp_path / "hands", {key: text for key, text in HANDS.items() if key != "topic.yaml"})
    assert findings(tmp_path) == [("no-topic-file", "hands/topic.yaml", 1)]
    assert "Wash your hands" in text_of(tmp_path)


def test_a_topic_without_sections_is_no_language(tmp_path: Path) -> None:
    write(tmp_path / "hands", {"topic.yaml": "format: 1\ntitle: {en: A}\ngroups: []\n"})
    assert ("no-language", "hands/topic.yaml", 1) in findings(tmp_path)


@pytest.mark.parametrize("name", ["Hands", "hand care", "händer", "-", "hands_1"])
def test_a_folder_with_a_bad_name_is_no_topic(name: str, tmp_path: Path) -> None:
    library = write_hands(tmp_path)
    write(library / name, HANDS)
    assert findings(library) == [("topic-id", name, 1)]


def test_what_systems_and_editors_hide_is_not_read(tmp_path: Path) -> None:
    hidden = dict.fromkeys((".git/config", "en/._warmth.md", ".obsidian/a.md"), b"\xff")
    library = write_hands(tmp_path, {**hidden, "NOTES.md": "Notes.", "images/a.txt": "x"})
    write(library / ".trash", {"topic.yaml": "x"})
    assert findings(library) == []


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names are Unicode there")
def test_a_name_that_is_no_text_is_told_on_one_line(tmp_path: Path) -> None:
    library = write_hands(tmp_path)
    for name in (b"\xff.txt", b"two\nlines.txt"):
        Path(os.fsdecode(bytes(library / "hands/en") + b"/" + name)).write_text("x")
    lines = [report_line(problem, words()) for problem in problems_of([library])]
    assert sum("stray-file" in line for line in lines) == 2
    assert all("\n" not in line and line.encode() for line in lines)


CANNOT_BE_SEARCHED = """
import os, sys
sys.path.insert(0, {root!r})
from pathlib import Path
from viewer.core.packs.library import Library
os.setuid(65534)
library = Library([Path({library!r})])
print(library.topic_ids, [str(problem.rule) for problem in library.problems])
"""


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root can step down")
@pytest.mark.parametrize(("rights", "rule"), [(0o000, "unreadable"), (0o444, "empty-library")])
def test_a_folder_without_rights_is_a_finding(rights: int, rule: str) -> None:
    with tempfile.TemporaryDirectory() as above:  # not tmp_path: nobody else may look into that
        Path(above).chmod(0o755)
        locked = write_hands(Path(above) / "locked")
        locked.chmod(rights)
        root = str(Path(__file__).resolve().parents[3])
        code = CANNOT_BE_SEARCHED.format(root=root, library=str(locked))
        program = [sys.executable, "-c", code]
        done = subprocess.run(program, capture_output=True, text=True, check=False)
    assert done.stdout == f"() ['{rule}']\n", done.stderr


def test_a_missing_library_is_a_finding(tmp_path: Path) -> None:
    (problem,) = problems_of([tmp_path / "nowhere"])
    assert (problem.rule, problem.path) == (Rule.MISSING_LIBRARY, tmp_path / "nowhere")


def test_a_library_with_an_endless_name_is_a_finding() -> None:
    (problem,) = problems_of([Path("x" * 5_000)])
    assert problem.rule is Rule.MISSING_LIBRARY


def test_a_file_as_a_library_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (problem,) = problems_of([tmp_path / "file"])
    assert problem.rule is Rule.MISSING_LIBRARY


def test_an_empty_library_is_a_finding(tmp_path: Path) -> None:
    (problem,) = problems_of([tmp_path])
    assert (problem.rule, problem.path) == (Rule.EMPTY_LIBRARY, tmp_path)


def test_a_topic_in_the_place_of_a_library_is_a_finding(tmp_path: Path) -> None:
    (problem,) = problems_of([write_hands(tmp_path) / "hands"])
    assert problem.rule is Rule.LIBRARY_IS_TOPIC


def test_of_two_topics_with_one_id_the_first_counts(tmp_path: Path) -> None:
    first = write_hands(tmp_path / "a")
    second = write_hands(tmp_path / "b", {"en/washing.md": FRONT + "Other."})
    (problem,) = (p for p in problems_of([first, second]) if p.rule is Rule.DOUBLED_TOPIC)
    assert problem.path == second / "hands"
    assert Library([first, second]).topic("hands").path == first / "hands"


def test_a_finding_carries_no_attack() -> None:
    problems: list[Problem] = []
    Reporter(Path("a"), problems).report(Rule.UNKNOWN_KEY, 0, key="\x1b[31m\n" + "x" * 1_000)
    (problem,) = problems
    value = dict(problem.details)["key"]
    assert problem.line == 1
    assert len(value) <= 80
    assert value.isprintable()
