"""What is remembered between visits: a damaged file costs the settings, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.conftest import OpenViewer, Remember
from tests.ui.packs import PackWriter, section
from tests.ui.reader import Reader
from viewer.folders import Folders
from viewer.ui.reader_settings import FILE_NAME

Start = Callable[..., Reader]
BODY_PIXELS = 19
SOUND = {"kind": "section", "topic": "topic", "section": "second", "text_percent": 150}


def written(**entries: object) -> bytes:
    return json.dumps(SOUND | entries).encode()


DAMAGED: dict[str, bytes] = {
    "empty": b"",
    "blank": b" \n",
    "cut": written()[:25],
    "binary": bytes(range(256)),
    "zeros": b"\0" * 500,
    "not UTF-8": written().replace(b"second", b"sec\xf6nd"),
    "null": b"null",
    "a number": b"12",
    "a word": b'"second"',
    "a list": b"[1, 2]",
    "too deep": b"[" * 100_000,
    "deep and whole": b"[" * 5_000 + b"]" * 5_000,
    "huge": b'{"topic": "' + b"x" * 10_000_000 + b'"}',
    "two values": written() + written(),
    "a number too long": b'{"text_percent": ' + b"9" * 5_000 + b"}",
}
"""Files of which nothing can be read."""

WRONG: dict[str, dict[str, object]] = {
    "NaN": {"scroll": float("nan")},
    "infinite": {"scroll": float("inf")},
    "minus infinite": {"scroll": float("-inf")},
    "a whole scroll": {"scroll": 1},
    "a size of NaN": {"text_percent": float("nan"), "kind": "x"},
    "a size in words": {"text_percent": "150", "kind": "x"},
    "a size of true": {"text_percent": True},
    "a huge scroll": {"scroll": 1e308},
    "a theme of the past": {"theme": "sepia"},
    "a theme of numbers": {"theme": 5},
    "a theme that is a path": {"theme": "../../../etc/passwd"},
    "geometry in words": {"geometry": "wide, please"},
    "geometry not ASCII": {"geometry": "größer \N{SNOWMAN}"},
    "geometry of zeros": {"geometry": "AAAA" * 100},
    "geometry is null": {"geometry": None},
    "half a letter": {"theme": "\ud800"},
    "unknown entries": {"colour": "red", "_fields": [], "__class__": "x"},
    "plain in words": {"plain": "true"},
    "null everywhere": dict.fromkeys(["scroll", "theme", "plain"]),
}
"""Values that cannot be, among others that can."""

PLACES: dict[str, dict[str, object]] = {
    "a topic that is gone": {"topic": "gone"},
    "a section that is gone": {"section": "gone"},
    "an unknown kind": {"kind": "nonsense"},
    "no kind": {"kind": None},
    "a topic that is a path": {"topic": "../../etc", "section": "passwd"},
    "a section that is a path": {"section": "../../../etc/passwd"},
    "half a letter": {"topic": "\ud800"},
    "a topic of numbers": {"topic": 5},
    "care of a topic that is gone": {"kind": "care", "topic": "gone"},
    "an empty section": {"section": ""},
    "an empty topic": {"topic": ""},
}


@pytest.fixture
def start(open_viewer: OpenViewer, packs: PackWriter) -> Start:
    """Start a viewer of a small topic."""
    plain = {"plain": "Simple words."}
    first = section("First", "Words.", question="What is first?", **plain)
    second = section("Second", "Words.", question="What is second?", **plain)
    packs.topic("topic", {"first": first, "second": second})
    return partial(open_viewer, library=packs.folder)


def put(folders: Folders, data: bytes) -> Path:
    folders.config.mkdir(parents=True, exist_ok=True)
    file = folders.config / FILE_NAME
    file.write_bytes(data)
    return file


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_file_that_cannot_be_read_costs_the_settings_only(
    start: Start, folders: Folders, damage: str
) -> None:
    put(folders, DAMAGED[damage])
    reader = start(show=False)
    assert reader.title == "First"
    assert reader.text_pixels == BODY_PIXELS
    assert (reader.window.width(), reader.window.height()) == (1280, 800)


@pytest.mark.parametrize("damage", ["empty", "binary", "huge"])
def test_the_next_visit_mends_the_file(start: Start, folders: Folders, damage: str) -> None:
    file = put(folders, DAMAGED[damage])
    reader = start()
    reader.open_row("Second")
    reader.close()
    assert json.loads(file.read_bytes())["section"] == "second"


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_value_costs_itself_only(start: Start, folders: Folders, wrong: str) -> None:
    put(folders, written(**WRONG[wrong]))
    reader = start(show="geometry" in WRONG[wrong])
    if "kind" not in WRONG[wrong]:
        assert reader.title == "Second"
    if "text_percent" not in WRONG[wrong]:
        assert reader.text_pixels == 28, "150 per cent"
    else:
        assert reader.text_pixels == BODY_PIXELS
    assert reader.window.width() >= 320


@pytest.mark.parametrize(("percent", "pixels"), [(1, 19), (-500, 19), (100_000, 56), (133, 25)])
def test_a_text_size_out_of_bounds_is_brought_back(
    start: Start, remember: Remember, percent: int, pixels: int
) -> None:
    remember(text_percent=percent)
    assert start(show=False).text_pixels == pixels


@pytest.mark.parametrize("gone", PLACES)
def test_a_place_that_is_gone_opens_home(start: Start, folders: Folders, gone: str) -> None:
    put(folders, written(**PLACES[gone]))
    reader = start(show=False)
    assert reader.title == "First", "the first page of the only topic"
    assert reader.text_pixels == 28, "the other settings hold"


def test_a_topic_that_is_gone_opens_the_list(
    open_viewer: OpenViewer, folders: Folders, packs: PackWriter
) -> None:
    for topic in ("heart", "lungs"):
        packs.topic(topic, {"a": section(f"About {topic}", "x")})
    put(folders, written())
    assert open_viewer(library=packs.folder).title == "Topics"


@pytest.mark.parametrize("what", ["folder", "ring", "nothing"])
def test_a_settings_file_that_is_no_file(start: Start, folders: Folders, what: str) -> None:
    folders.config.mkdir(parents=True)
    file = folders.config / FILE_NAME
    if what == "folder":
        file.mkdir()
        (file / "x").write_text("x", "utf-8")
    else:
        file.symlink_to(file if what == "ring" else folders.config / "gone" / "gone")
    reader = start()
    assert reader.title == "First"
    reader.press("Larger text")
    reader.close()
    assert start().title == "First"


@pytest.mark.parametrize("folder", ["config", "cache", "both"])
def test_folders_that_cannot_be_written_cost_no_crash(
    start: Start, tmp_path: Path, folder: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """A file stands where the folder would be: the one refusal that root obeys too."""
    blocked = tmp_path / "blocked"
    blocked.write_text("not a folder", "utf-8")
    free = tmp_path / "free"
    places = Folders(
        config=blocked / "careleaf" if folder != "cache" else free / "config",
        system_config=free / "etc",
        cache=blocked / "careleaf" if folder != "config" else free / "cache",
        state=free / "state",
    )
    for _ in range(2):
        reader = start("--topic", "topic", folders=places)
        reader.open_row("Second")
        assert reader.title == "Second"
        reader.press("Larger text")
        reader.close()
    assert blocked.read_text("utf-8") == "not a folder"
    assert "Traceback" not in capfd.readouterr().err


def test_settings_are_written_without_closing_too(start: Start, folders: Folders) -> None:
    """A laptop whose battery dies keeps the reader's place."""
    reader = start()
    reader.open_row("Second")
    file = folders.config / FILE_NAME
    reader.qtbot.waitUntil(file.is_file, timeout=4_000)
    assert json.loads(file.read_bytes())["section"] == "second"


@pytest.mark.parametrize("size", [(320, 320), (800, 600), (1600, 1000)])
def test_the_size_of_the_window_is_kept(start: Start, size: tuple[int, int]) -> None:
    reader = start()
    reader.resize(*size)
    reader.close()
    window = start().window
    assert (window.width(), window.height()) == size


def test_what_is_asked_for_comes_before_what_is_remembered(
    start: Start, remember: Remember
) -> None:
    remember(
        kind="section",
        topic="topic",
        section="second",
        plain=True,
        theme="dark",
    )
    assert start().title == "What is second?"
    assert start("--clinical").title == "Second"
    reader = start("--topic", "topic", "--section", "first", "--theme", "light")
    assert reader.title == "What is first?"
    assert reader.picture().pixelColor(3, 3).name() == "#ffffff"
