"""Killed at any moment while it takes up content: what counts is whole, and it starts again."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.core.accepted.kiosk import Kiosk
from tests.core.library import HANDS, TOPIC, WARMTH, write
from viewer.core.accepted.manifest import read_manifest
from viewer.core.accepted.store import Store

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="kills by signals"),
]
KILLS = 30
LONGEST = 0.8
"""Seconds that it has at most: taking all topics up takes about half of it."""
TOPICS = 4
ROOT = Path(__file__).resolve().parents[3]
TAKE_UP = """
import sys
from pathlib import Path
from tests.core.accepted.kiosk import Kiosk
kiosk = Kiosk(Path(sys.argv[1]), Path(sys.argv[2]))
print("begun", flush=True)
while True:
    kiosk.settle()
"""


def write_version(library: Path, number: int) -> None:
    """Every topic in another version, of which each file tells the number."""
    words = TOPIC.replace("[warmth, washing]", "[warmth, washing, " + "a, b, c, d]")
    more = {f"en/{name}.md": WARMTH + f"\nNumber {number}.\n" for name in "abcd"}
    files = {**HANDS, **more, "topic.yaml": words, "en/warmth.md": WARMTH + f"\nNumber {number}.\n"}
    for topic in range(TOPICS):
        write(library / f"topic-{topic}", files)


def test_whenever_it_is_killed_each_topic_is_whole(tmp_path: Path) -> None:
    library, state = tmp_path / "library", tmp_path / "state"
    write_version(library, 0)
    Kiosk(library, state).begin()
    chance = random.Random(1)
    seen: set[int] = set()
    for number in range(1, KILLS + 1):
        write_version(library, number)
        # Each rewritten topic waits until it is quiet, by a clock that the child itself sets on.
        with subprocess.Popen(
            [sys.executable, "-c", TAKE_UP, str(library), str(state)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
        ) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == b"begun\n"
            time.sleep(chance.random() * LONGEST)
            child.send_signal(signal.SIGKILL)
        seen.add(whole_version(library, state))
    assert len(seen) > 5, "some came through, some did not"
    kiosk = Kiosk(library, state)
    kiosk.settle()
    assert whole_version(library, state) == KILLS
    kiosk.take_up()
    assert len(os.listdir(state / "store")) == TOPICS, "what the kills left is taken away"
    assert os.listdir(state / "half") == []


def whole_version(library: Path, state: Path) -> int:
    """The number that all texts of a start have."""
    manifest, store = read_manifest(state / "accepted.json"), Store(state)
    assert json.loads((state / "accepted.json").read_text("utf-8"))["format"] == 1
    [entries] = manifest.values()
    assert len(entries) == TOPICS
    assert all(store.is_whole(entry.version, topic) for topic, entry in entries.items())
    shown = Kiosk(library, state).library
    texts = {
        section.body.partition("Number ")[2]
        for topic in shown.topics()
        for section in topic.sections["en"].values()
        if section.id != "washing"
    }
    assert len(texts) == 1, "all topics changed in one moment"
    return int(texts.pop().strip(".\n"))
