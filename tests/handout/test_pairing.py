"""Two languages side by side: rows that belong together, and nothing lost."""

from __future__ import annotations

import dataclasses
import random

import pytest

from tests.handout.orders import composed, shipped
from viewer.core.blocks import Block, Heading, ListBlock, Paragraph, Rule, Text
from viewer.core.level import Level
from viewer.handout.model import Handout, Part, PartKind
from viewer.handout.order import Order
from viewer.handout.pairing import pair, pair_blocks, pair_parts

MARKERS = ("", "do", "dont", "safety")


def heading(words: str, own: bool = False, marker: str = "", level: int = 3) -> Heading:
    return Heading(
        language="en",
        level=level,
        id=words,
        children=(Text(words),),
        markers=frozenset({marker} if marker else ()),
        own_id=own,
    )


def paragraph(words: str) -> Paragraph:
    return Paragraph(language="en", children=(Text(words),))


def bullets(*items: str) -> ListBlock:
    return ListBlock(language="en", items=tuple((paragraph(item),) for item in items))


def any_block(dice: random.Random) -> Block:
    words = str(dice.randrange(8))
    made: list[Block] = [
        heading(words, dice.random() < 0.5, dice.choice(MARKERS), dice.randint(3, 6)),
        paragraph(words),
        bullets(*map(str, range(dice.randrange(1, 4)))),
        Rule(language="en"),
    ]
    return dice.choice(made)


def any_text(dice: random.Random) -> tuple[Block, ...]:
    return tuple(any_block(dice) for _ in range(dice.randrange(14)))


@pytest.mark.parametrize("seed", range(400))
def test_each_column_keeps_all_of_its_blocks_in_their_order(seed: int) -> None:
    dice = random.Random(seed)
    left = any_text(dice)
    right = any_text(dice)
    if dice.random() < 0.5:  # a translation that lost or gained something
        right = tuple(b for b in left if dice.random() < 0.8) + right[:2]
    rows = pair_blocks(left, right)
    assert tuple(block for cell, _ in rows for block in cell) == left
    assert tuple(block for _, cell in rows for block in cell) == right
    assert all(one or other for one, other in rows)


@pytest.mark.parametrize("seed", range(50))
def test_texts_of_one_structure_are_paired_block_by_block(seed: int) -> None:
    text = any_text(random.Random(seed))
    assert pair_blocks(text, text) == tuple(((block,), (block,)) for block in text)


def test_texts_meet_again_at_the_next_heading() -> None:
    left = (
        paragraph("message"),
        heading("do-this", marker="do"),
        bullets("a", "b"),
        paragraph("only here"),
        heading("rule", own=True, marker="safety"),
        paragraph("safe"),
    )
    right = (
        paragraph("mensaje"),
        paragraph("solo aquí"),
        heading("haga-esto", marker="do"),
        bullets("a", "b"),
        heading("rule", own=True, marker="safety"),
        paragraph("seguro"),
    )
    assert pair_blocks(left, right) == (
        ((left[0],), (right[0],)),
        ((), (right[1],)),
        ((left[1],), (right[2],)),
        ((left[2],), (right[3],)),
        ((left[3],), ()),
        ((left[4],), (right[4],)),
        ((left[5],), (right[5],)),
    )


def test_a_part_under_a_heading_that_the_other_lacks_stands_alone() -> None:
    left = (heading("rule", own=True), paragraph("1"), heading("more", own=True), paragraph("2"))
    right = (heading("more", own=True), paragraph("dos"))
    assert pair_blocks(left, right) == (
        (left[:2], ()),
        ((left[2],), (right[0],)),
        ((left[3],), (right[1],)),
    )


def parts(*ids: str) -> Handout:
    made = tuple(
        Part(kind=PartKind.SECTION, id=one, language="en", title=(Text(one),)) for one in ids
    )
    return dataclasses.replace(composed(shipped()), parts=made)


@pytest.mark.parametrize("seed", range(100))
def test_no_part_is_lost_or_doubled(seed: int) -> None:
    dice = random.Random(seed)
    left, right = (dice.sample("abcdefgh", dice.randrange(9)) for _ in range(2))
    pairs = pair_parts(parts(*left), parts(*right))
    assert [one.id for one, _ in pairs if one] == left
    assert sorted(other.id for _, other in pairs if other) == sorted(right)
    assert all(one.id == other.id for one, other in pairs if one and other)


@pytest.mark.parametrize("order", [Order(topic="c"), Order(topic="c", care=True)], ids=str)
def test_the_shipped_translation_stands_line_by_line(order: Order) -> None:
    left, right = composed(shipped(), order, "en"), composed(shipped(), order, "es")
    for one, other in pair_parts(left, right):
        assert one is not None
        assert other is not None
        if one.kind in (PartKind.ABOUT, PartKind.GLOSSARY):
            continue
        assert [(len(a), len(b)) for a, b in pair(one, other)] == [(1, 1)] * len(one.blocks)
        for a, b in pair(one, other):
            if isinstance(a[0], ListBlock) and isinstance(b[0], ListBlock):
                assert len(a[0].items) == len(b[0].items)


def test_another_level_keeps_both_columns_whole() -> None:
    left = composed(shipped(), Order(topic="c", level=Level.CLINICAL), "en")
    right = composed(shipped(), Order(topic="c"), "es")
    for one, other in pair_parts(left, right):
        if one and other:
            rows = pair(one, other)
            assert tuple(b for cell, _ in rows for b in cell) == one.blocks
            assert tuple(b for _, cell in rows for b in cell) == other.blocks
