"""How long a kiosk takes to look for new content: when nothing has changed, and when one topic has.

The window's share is processor time of its own thread: the rest waits for the disk aside.
"""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from tests.core.accepted.kiosk import AN_HOUR, Kiosk
from viewer.core.installation import find_installation


def one_round(kiosk: Kiosk) -> str:
    """The whole time, the window's share of it, and the longest step of that."""
    start, share = time.perf_counter(), time.thread_time()
    before, longest = share, 0.0
    for _ in kiosk.steps():
        now = time.thread_time()
        longest, before = max(longest, now - before), now
    now = time.thread_time()
    longest, whole = max(longest, now - before), time.perf_counter() - start
    return (
        f"{whole * 1e3:7.0f} ms, the window {(now - share) * 1e3:6.1f}, a step {longest * 1e3:5.1f}"
    )


@pytest.mark.parametrize("count", [1, 40])
def test_a_round(tmp_path: Path, count: int) -> None:
    library = tmp_path / "library"
    for number in range(count):
        shutil.copytree(
            find_installation().content / "calciphylaxis", library / f"topic-{number:02}"
        )
    kiosk = Kiosk(library, tmp_path / "state")
    kiosk.now += AN_HOUR
    print(f"\n{count} topics, all new:   {one_round(kiosk)}")
    kiosk.take_up()
    print(f"{count} topics, as before: {one_round(kiosk)}")
    file = library / "topic-00" / "en" / "temperature.md"
    file.write_text(f"{file.read_text('utf-8')}\nOne line more.\n", "utf-8")
    kiosk.take_up()
    kiosk.pass_time()
    print(f"{count} topics, one new:   {one_round(kiosk)}")
    assert [news.name for news in kiosk.accepted.news] == ["topic-00"]
