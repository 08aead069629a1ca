"""Sections whose files have odd names: told, shown, found and printed, and nothing raises."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.core.library import HANDS, WARMTH
from tests.hostile.everything import all_of_it
from tests.hostile.fragments import NAMES, Pack, written
from viewer.core.problems import Rule

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="others refuse such names")


def test_a_section_may_have_any_name(tmp_path: Path) -> None:
    files = {f"hands/{name}": str(text).encode() for name, text in HANDS.items()}
    for name in NAMES:
        files[f"hands/en/{name}.md"] = WARMTH.encode()
        files[f"hands/es/{name}.md"] = b"no front matter"
    problems = all_of_it(written(Pack(files), tmp_path))
    told = {p.path.name for p in problems if p.rule is Rule.SECTION_ID}
    hidden_or_fit = {"..%2f", "x" * 240}
    assert told == {f"{name}.md" for name in NAMES if name not in hidden_or_fit}
