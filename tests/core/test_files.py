"""Files: read within bounds, and written wholly or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from viewer.core.files import (
    MAX_TEXT_BYTES,
    can_write,
    is_inside,
    read_bytes,
    read_quietly,
    read_text,
    sweep,
    write_changed,
    write_whole,
)
from viewer.core.problems import Problem, Reporter, Rule


def text_of(path: Path) -> tuple[str | None, list[tuple[Rule, int]]]:
    problems: list[Problem] = []
    text = read_text(path, Reporter(path, problems))
    return text, [(problem.rule, problem.line) for problem in problems]


def written(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "a.md"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\nb\n", "a\nb\n"),
        (b"\xef\xbb\xbfa\n", "a\n"),
        (b"a\r\nb\r\n", "a\nb\n"),
        (b"a\rb", "a\nb"),
        (b"\xef\xbb\xbfa\r\n\r\nb", "a\n\nb"),
        ("ñ…é 中 ع".encode(), "ñ…é 中 ع"),
    ],
)
def test_text_is_read_as_it_was_meant(data: bytes, text: str, tmp_path: Path) -> None:
    assert text_of(written(tmp_path, data)) == (text, [])


@pytest.mark.parametrize(
    ("data", "rule", "line"),
    [
        (b"", Rule.EMPTY_FILE, 1),
        (b"\xef\xbb\xbf", Rule.EMPTY_FILE, 1),
        (b" \r\n \t\n", Rule.EMPTY_FILE, 1),
        (b"a\nb\xff\n", Rule.ENCODING, 2),
        (b"caf\xe9", Rule.ENCODING, 1),
        ("a".encode("utf-16"), Rule.ENCODING, 1),
        (b"a" * (MAX_TEXT_BYTES + 1), Rule.TOO_LARGE, 1),
    ],
)
def test_what_is_no_text_is_one_finding(data: bytes, rule: Rule, line: int, tmp_path: Path) -> None:
    assert text_of(written(tmp_path, data)) == (None, [(rule, line)])


def test_a_text_of_just_the_right_size_is_read(tmp_path: Path) -> None:
    text, problems = text_of(written(tmp_path, b"a" * MAX_TEXT_BYTES))
    assert (len(text or ""), problems) == (MAX_TEXT_BYTES, [])


@pytest.mark.parametrize(
    "code", [0x00, 0x07, 0x1B, 0x7F, 0x85, 0x202E, 0x2066, 0xFEFF, 0xE000, 0xF8FF]
)
def test_characters_that_nobody_sees_are_left_out_and_told(code: int, tmp_path: Path) -> None:
    path = written(tmp_path, f"a\nb{chr(code)}c\n".encode())
    assert text_of(path) == ("a\nbc\n", [(Rule.CONTROL_CHARACTER, 2)])


@pytest.mark.parametrize("code", [0x09, 0xA0, 0xAD, 0x200E, 0x200F, 0x200B, 0x2028])
def test_characters_that_a_language_needs_stay(code: int, tmp_path: Path) -> None:
    text, problems = text_of(written(tmp_path, f"a{chr(code)}b".encode()))
    assert (text, problems) == (f"a{chr(code)}b", [])


def test_a_missing_file_is_a_finding_with_its_reason(tmp_path: Path) -> None:
    problems: list[Problem] = []
    assert read_bytes(tmp_path / "a", Reporter(tmp_path / "a", problems), 10) is None
    (problem,) = problems
    assert problem.rule is Rule.UNREADABLE
    assert dict(problem.details)["reason"]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no /dev/zero")
def test_a_device_without_end_is_not_read() -> None:
    assert text_of(Path("/dev/zero")) == (None, [(Rule.NOT_A_FILE, 1)])


def test_a_path_is_inside_its_folder_or_not(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert is_inside(tmp_path / "a/b", tmp_path / "a")
    assert is_inside(tmp_path / "a/../a/b", tmp_path / "a")
    assert not is_inside(tmp_path / "a/../b", tmp_path / "a")
    assert not is_inside(tmp_path / "ab", tmp_path / "a")


def test_a_file_is_written_whole_with_the_folders_above_it(tmp_path: Path) -> None:
    path = tmp_path / "a/b/c.json"
    write_whole(path, b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert [entry.name for entry in path.parent.iterdir()] == ["c.json"]


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such modes")
def test_a_new_file_gets_the_usual_mode_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    kept = os.umask(0o027)
    try:
        write_whole(tmp_path / "new", b"one")
        write_whole(tmp_path / "old", b"one")
        (tmp_path / "old").chmod(0o604)
        write_whole(tmp_path / "old", b"two")
    finally:
        os.umask(kept)
    modes = {entry.name: stat.S_IMODE(entry.stat().st_mode) for entry in tmp_path.iterdir()}
    assert modes == {"new": 0o640, "old": 0o604}


def test_a_name_may_be_as_long_as_the_system_allows(tmp_path: Path) -> None:
    write_whole(tmp_path / ("a" * 255), b"one")
    assert (tmp_path / ("a" * 255)).read_bytes() == b"one"


def test_whether_a_file_can_be_written_is_known_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(tmp_path, b"a")
    assert can_write(file)
    assert can_write(tmp_path / "new/folder/file")
    assert not can_write(file / "below")
    monkeypatch.setattr(os, "access", lambda path, _: Path(path) != file)
    assert not can_write(file)
    monkeypatch.setattr(os, "access", lambda path, _: Path(path) != tmp_path)
    assert not can_write(file)
    assert not can_write(tmp_path / "new/folder/file")


def test_what_cannot_be_written_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match=r".+"):
        write_whole(tmp_path / "a", b"data")
    assert (tmp_path / "a").is_dir()
    assert os.listdir(tmp_path) == ["a"]


def test_a_file_in_the_place_of_a_folder_is_an_error_and_no_crash(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    with pytest.raises(OSError, match=r".+"):
        write_whole(tmp_path / "a/b", b"data")


def test_what_cannot_be_read_quietly_is_nothing(tmp_path: Path) -> None:
    file = str(written(tmp_path, b"abc"))
    assert (read_quietly(file, 10), read_quietly(file, 2)) == (b"abc", b"ab")
    assert read_quietly(str(tmp_path / "gone"), 10) == b""
    assert read_quietly(str(tmp_path), 10) == b""
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        assert read_quietly(str(tmp_path / "pipe"), 10) == b""


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_a_file_for_others_has_the_usual_rights_or_those_it_had(tmp_path: Path) -> None:
    path = tmp_path / "handout.pdf"
    mask = os.umask(0o027)
    try:
        write_whole(path, b"one")
        assert stat.S_IMODE(path.stat().st_mode) == 0o640
        path.chmod(0o604)
        write_whole(path, b"two")
        assert stat.S_IMODE(path.stat().st_mode) == 0o604
        path.unlink()
        write_whole(path, b"three", private=True)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    finally:
        os.umask(mask)


def test_a_file_that_would_be_the_same_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "handout.pdf"
    assert write_changed(path, b"one")
    os.utime(path, (1, 1))
    assert not write_changed(path, b"one")
    assert path.stat().st_mtime == 1
    assert write_changed(path, b"two")
    assert path.read_bytes() == b"two"
    assert path.stat().st_mtime > 1


def test_what_a_killed_process_left_is_swept_away(tmp_path: Path) -> None:
    old, new = f".careleaf-{'a' * 16}", f".careleaf-{'b' * 16}"
    others = [".careleaf-notes", f".careleaf-{'a' * 16}.pdf", "a.pdf"]
    for name in (old, new, *others):
        (tmp_path / name).write_bytes(b"half")
        if name != new:
            os.utime(tmp_path / name, (0, 0))
    sweep(tmp_path)
    assert sorted(os.listdir(tmp_path)) == sorted([new, *others])
    sweep(tmp_path / "nowhere")
