"""What a reader finds on a page: its words and its headings."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from viewer.core.blocks import Block, Callout, Card, Heading, HelpBox, ListBlock
from viewer.core.pages.page import Page
from viewer.core.tree import inner_blocks, plain_text, runs, walk


def words_on(blocks: Iterable[Block]) -> list[str]:
    """Every run of text, in reading order."""
    return [plain_text(run) for block in walk(blocks) for run in runs(block)]


def text_on(blocks: Iterable[Block]) -> str:
    """All text, in reading order."""
    return " ".join(words_on(blocks))


def cards_on(page: Page) -> list[Card]:
    """The cards of a page."""
    return [block for block in page.blocks if isinstance(block, Card)]


def help_boxes_on(page: Page) -> list[HelpBox]:
    """The getting-help boxes of a page."""
    return [block for block in page.blocks if isinstance(block, HelpBox)]


def callouts_on(page: Page) -> list[str]:
    """The titles of the callouts."""
    return [plain_text(b.title) for b in walk(page.blocks) if isinstance(b, Callout)]


def actions_on(card: Card) -> list[str]:
    """What the items of the first list of a card say."""
    found = next((b for b in walk(card.blocks) if isinstance(b, ListBlock)), None)
    return [text_on(item) for item in found.items] if found else []


def outline(page: Page) -> list[int]:
    """The levels of all headings as a screen reader meets them; the titles of boxes count."""
    return [1, *_levels(page.blocks)]


def _levels(blocks: Iterable[Block]) -> Iterator[int]:
    """Cards and boxes have a title of level 2, whatever stands above them."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block.level
        elif isinstance(block, Card | HelpBox):
            yield 2
        yield from _levels(inner_blocks(block))


def skips(levels: list[int]) -> list[tuple[int, int]]:
    """The places at which a heading is more than one level below the one before it."""
    pairs = itertools.pairwise(levels)
    return [(above, below) for above, below in pairs if below > above + 1]
