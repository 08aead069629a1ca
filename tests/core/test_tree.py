"""Reading a tree of blocks, and making new ones of old."""

from __future__ import annotations

from pathlib import Path

from viewer.core.blocks import Block, Heading, Paragraph, Text
from viewer.core.markdown.reader import read_markdown
from viewer.core.transform import map_blocks, map_inlines
from viewer.core.tree import part, parts_marked, plain_text, runs, walk, without_parts

EVERYTHING = """\
# A {: .do }

b *c **d*** [e](section:f) `g`<br>h ![i](j.svg) {{clinic_name}} {{blank:k}}

> l

- m
    - n

o
:   p

!!! tip "q"
    r

| s | t |
|---|---|
| u | v |

    w

---

## X {: .dont }

y

# Z
"""


def tree(text: str) -> tuple[Block, ...]:
    blocks = read_markdown(text, "en", Path("a.md")).blocks
    assert blocks is not None
    return blocks


def titles(blocks: tuple[Block, ...]) -> list[str]:
    return [plain_text(b.children) for b in blocks if isinstance(b, Heading)]


def test_every_word_is_met_once_and_in_order() -> None:
    said = [plain_text(run) for block in walk(tree(EVERYTHING)) for run in runs(block)]
    text = " ".join(" ".join(said).split())
    assert text == "A b c d e g h i {{clinic_name}} ____ l m n o p q r s t u v w X y Z"


def test_a_part_ends_at_the_next_heading_of_its_own_or_a_higher_level() -> None:
    blocks = tree("# A\n\n## B\n\nb\n\n### C\n\nc\n\n## D\n\n# E")
    assert titles(part(blocks, 0)) == ["A", "B", "C", "D"]
    assert titles(part(blocks, 1)) == ["B", "C"]
    assert titles(part(blocks, len(blocks) - 1)) == ["E"]


def test_marked_parts_are_found_even_inside_one_another() -> None:
    blocks = tree("# A {: .do }\n\n## B {: .do }\n\n# C\n\n# D {: .do }")
    assert [titles(found) for found in parts_marked(blocks, "do")] == [["A", "B"], ["B"], ["D"]]


def test_parts_can_be_left_out() -> None:
    blocks = tree(EVERYTHING)
    assert titles(without_parts(blocks, frozenset({"dont"}))) == ["A", "Z"]
    assert titles(without_parts(blocks, frozenset({"do"}))) == ["Z"]
    assert without_parts(blocks, frozenset()) == blocks


def test_a_map_that_changes_nothing_gives_the_same_tree() -> None:
    blocks = tree(EVERYTHING)
    assert map_inlines(blocks, lambda inline: (inline,)) == blocks
    assert map_blocks(blocks, lambda block: block) == blocks


def test_a_map_reaches_every_word() -> None:
    loud = map_inlines(
        tree(EVERYTHING),
        lambda i: (Text(i.text.upper()),) if isinstance(i, Text) else (i,),
    )
    said = " ".join(plain_text(run) for block in walk(loud) for run in runs(block))
    for word in ("B", "D", "E", "G", "L", "N", "O", "P", "Q", "R", "S", "V", "Y"):
        assert word in said.split()


def test_a_map_may_take_words_away() -> None:
    (paragraph,) = map_inlines(tree("a *b* c"), lambda i: (i,) if isinstance(i, Text) else ())
    assert isinstance(paragraph, Paragraph)
    assert plain_text(paragraph.children) == "a  c"


def test_a_map_of_blocks_begins_with_the_innermost() -> None:
    seen: list[str] = []

    def note(block: Block) -> Block:
        seen.append(type(block).__name__)
        return block

    map_blocks(tree("> - a"), note)
    assert seen == ["Paragraph", "ListBlock", "Quote"]
