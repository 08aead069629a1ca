"""Markdown and the tree that it becomes, side by side in ``golden/*.md`` and ``golden/*.txt``.

Each line of a dump begins with the line of the Markdown that the block began on.
After a wanted change of the reader, ``write_golden()`` writes the dumps again:
``python -c "from tests.core.markdown.test_golden import write_golden; write_golden()"``.
Read every line of what has changed before you keep it.
"""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from tests.core.markdown.dump import dump_text
from viewer.core.files import read_text
from viewer.core.markdown.reader import read_markdown
from viewer.core.problems import Reporter

GOLDEN = Path(__file__).parent / "golden"
PAIRS = sorted(path.stem for path in GOLDEN.glob("*.md"))


def dump_of(path: Path) -> str:
    """The tree of a Markdown file, as a text."""
    text = read_text(path, Reporter(path, []))
    assert text is not None
    return dump_text(read_markdown(text, "en", path))


def write_golden() -> None:
    """Write the dump of each Markdown file in ``golden`` beside it."""
    for path in GOLDEN.glob("*.md"):
        path.with_suffix(".txt").write_text(dump_of(path), "utf-8")


def test_there_are_golden_pairs() -> None:
    assert len(PAIRS) >= 12
    assert sorted(path.stem for path in GOLDEN.glob("*.txt")) == PAIRS


@pytest.mark.parametrize("name", PAIRS)
def test_markdown_becomes_the_golden_tree(name: str) -> None:
    wanted = (GOLDEN / f"{name}.txt").read_text("utf-8").splitlines()
    found = dump_of(GOLDEN / f"{name}.md").splitlines()
    files = (f"golden/{name}.txt", "what was read")
    difference = "\n".join(difflib.unified_diff(wanted, found, *files, n=2, lineterm=""))
    assert not difference, f"golden/{name}.md is read otherwise:\n{difference}"
