"""A change of section and the switch to plain language, to painted pixels, on pages of 20 KB."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication
from pytest_benchmark.fixture import BenchmarkFixture

from viewer.core.installation import find_installation
from viewer.folders import Folders
from viewer.laptop import build_window
from viewer.options import parse_options
from viewer.ui.window import Window

SECTION_BOUND, SWITCH_BOUND = 0.030, 0.050
PARAGRAPH = (
    "The care team looks at the **skin** each day, and at what [hurts](section:s1). Small changes "
    "count, such as a spot that is darker than the skin around it, or pain that wakes you. "
)
PART = (
    f"## Part\n\n{PARAGRAPH * 3}\n\n- one thing to do\n- another thing\n\n"
    f"!!! tip\n    {PARAGRAPH}\n\n"
)
PLAIN = (
    "## In plain words {: .plain }\n\nKeep your skin safe.\n\n" + PART.replace("## ", "### ") * 13
)


def write_library(folder: Path) -> None:
    """A topic with two sections of 20 KB each, half of it plain."""
    topic = folder / "topic"
    (topic / "en").mkdir(parents=True)
    (topic / "topic.yaml").write_text(
        "format: 1\ntitle: {en: Topic}\ngroups:\n"
        "  - {id: g, title: {en: Group}, sections: [s1, s2]}\n"
    )
    for name in ("s1", "s2"):
        front = f"---\ntitle: {name}\nplain_title: What is {name}?\nsources: [unsourced]\n---\n"
        text = front + PART * 13 + PLAIN
        assert 19_000 < len(text) < 23_000, len(text)
        (topic / "en" / f"{name}.md").write_text(text)


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Window]:
    QApplication.instance() or QApplication([])
    write_library(tmp_path / "library")
    options = parse_options(["--library", str(tmp_path / "library"), "--topic", "topic"])
    folders = Folders(tmp_path, tmp_path, tmp_path, tmp_path)
    window = build_window(options, find_installation(), folders)
    window.show()
    for _ in range(20):
        QApplication.processEvents()
    yield window
    window.close()


def turn(window: Window, target: str) -> None:
    """Open a page and paint it."""
    window.sidebar.page_requested.emit(target)
    window.view.viewport().repaint()


def test_change_of_section(benchmark: BenchmarkFixture, window: Window) -> None:
    """As a reader meets it: the sections have been read ahead while the first page was read."""
    pages = iter(["s2", "s1"] * 200)
    benchmark.pedantic(lambda: turn(window, next(pages)), rounds=40, warmup_rounds=3)
    print(f"\nsection: {benchmark.stats.stats.median * 1000:.1f} ms to painted")
    assert benchmark.stats.stats.median < SECTION_BOUND


def test_change_of_section_before_it_is_read(benchmark: BenchmarkFixture, window: Window) -> None:
    """A click in the first second, before the section has been read ahead."""
    from viewer.core.pages.section_text import parse_section

    pages = iter(["s2", "s1"] * 200)

    def cold() -> None:
        parse_section.cache_clear()
        turn(window, next(pages))

    benchmark.pedantic(cold, rounds=20, warmup_rounds=2)
    print(f"\nsection, unread: {benchmark.stats.stats.median * 1000:.1f} ms to painted")


def test_plain_language_switch(benchmark: BenchmarkFixture, window: Window) -> None:
    def switch() -> None:
        window.toolbar.plain.click()
        window.view.viewport().repaint()

    benchmark.pedantic(switch, rounds=40, warmup_rounds=2)
    print(f"\nswitch: {benchmark.stats.stats.median * 1000:.1f} ms to painted")
    assert benchmark.stats.stats.median < SWITCH_BOUND
