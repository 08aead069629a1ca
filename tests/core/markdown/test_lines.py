"""The marks that carry line numbers: each leads to the right line, and none is ever seen."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from viewer.core.blocks import (
    Abbreviation,
    Blank,
    Block,
    Heading,
    Image,
    Inline,
    Linked,
    Preformatted,
    Rule,
    Text,
)
from viewer.core.markdown.reader import ParsedText, read_markdown
from viewer.core.tree import plain_text, runs, walk, walk_inlines

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.md"))
MARKS = re.compile("[\ue000-\uf8ff]")
SNIPPETS = tuple(
    snippet for path in GOLDEN for snippet in path.read_text("utf-8").split("\n\n") if snippet
)
"""The pieces of the golden texts."""


def read(text: str, first_line: int = 1) -> ParsedText:
    return read_markdown(text, "en", Path("a.md"), first_line)


def inlines_of(blocks: Iterable[Block]) -> Iterator[Inline]:
    return (i for block in walk(blocks) for run in runs(block) for i in walk_inlines(run))


def strings_of(parsed: ParsedText) -> Iterator[str]:
    """Every string of a tree and of its findings."""
    for block in walk(parsed.blocks or ()):
        if isinstance(block, Heading):
            yield block.id
        if isinstance(block, Preformatted):
            yield block.text
    for inline in inlines_of(parsed.blocks or ()):
        match inline:
            case Text(text) | Blank(text):
                yield text
            case Abbreviation(text, meaning):
                yield from (text, meaning)
            case Image(source, alternative, _):
                yield from (source, alternative)
            case Linked(link, _, _):
                yield from (link.target, link.anchor, link.href)
    yield from (value for problem in parsed.problems for _, value in problem.details)


def numbered(count: int) -> tuple[str, list[int]]:
    """A text of ``count`` blocks, each saying its own line, and those lines."""
    kinds = ("{}", "## {}", "- {}", "1. {}", "> {}", "**{}** bold", "[{}](#a)", "| {} | b |\n|-|-|")
    chance = random.Random(count)
    lines: list[str] = []
    said = []
    for _ in range(count):
        lines.extend([""] * chance.randint(1, 3))
        said.append(len(lines) + 1)
        lines.extend(chance.choice(kinds).format(f"line {said[-1]} is here").split("\n"))
    return "\n".join(lines), said


@pytest.mark.parametrize("count", [1, 2, 5, 20, 60])
def test_each_block_knows_the_line_it_began_on(count: int) -> None:
    text, wanted = numbered(count)
    found = []
    for block in walk(read(text).blocks or ()):
        words = " ".join(plain_text(run) for run in runs(block))
        if match := re.search(r"line (\d+) is here", words):
            assert block.line == int(match[1]), words
            found.append(block.line)
    assert sorted(set(found)) == wanted


def test_lines_are_counted_from_the_first_line_of_the_file() -> None:
    parsed = read("One\n\ntwo {{who}}\n\n- three", first_line=41)
    assert parsed.blocks is not None
    assert [block.line for block in parsed.blocks] == [41, 43, 45]
    assert [problem.line for problem in parsed.problems] == [43]


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_every_block_of_the_golden_texts_has_a_line_of_its_text(path: Path) -> None:
    text = path.read_text("utf-8")
    for block in walk(read(text).blocks or ()):
        assert isinstance(block, Rule) or 1 <= block.line <= text.count("\n")


@pytest.mark.parametrize("seed", range(40))
def test_no_mark_is_left_in_any_text(seed: int) -> None:
    chance = random.Random(seed)
    joined = chance.choice(["\n", "\n\n", "\n\n    ", "\n> ", "\n- "])
    parsed = read(joined.join(chance.choices(SNIPPETS, k=chance.randint(1, 12))))
    for text in strings_of(parsed):
        assert not MARKS.search(text), text


@pytest.mark.parametrize("seed", range(40))
def test_no_mark_is_left_in_shuffled_characters(seed: int) -> None:
    chance = random.Random(seed)
    text = chance.choice(SNIPPETS) + "\n" + chance.choice(SNIPPETS)
    cut = [text[at : at + 3] for at in range(0, len(text), 3)]
    chance.shuffle(cut)
    for said in strings_of(read("".join(cut))):
        assert not MARKS.search(said), said


@pytest.mark.parametrize("line", ["{{clinic_name}}", "… dots", "- {{blank}}", "# {{blank:a}}"])
def test_a_line_that_begins_without_a_letter_has_its_line(line: str) -> None:
    (first, second) = read(f"Text.\n\n{line}").blocks or ()
    assert (first.line, second.line) == (1, 3)
