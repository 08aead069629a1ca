"""The text as it is set: size, line height, length of lines, and no word broken."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextFragment

from tests.conftest import OpenViewer, Remember
from tests.ui.packs import PackWriter, section
from tests.ui.reader import Reader
from tests.ui.sight import PICTURE, Line

pytestmark = pytest.mark.slow  # every page at every size

BODY_POINTS = 14
MOST_CHARACTERS = 75
FOOT = "Where this text comes from"
LEVELS = ["--clinical", "--plain"]


def pages(reader: Reader) -> Iterator[str]:
    """Every page of the topic at the level that is shown, one after the other."""
    rows = [index.data() for index in reader.indexes() if not index.model().hasChildren(index)]
    for row in rows:
        if not reader.sections.isVisible():
            reader.press("Sections")
        reader.open_row(row)
        yield row


def is_body(line: Line, reader: Reader) -> bool:
    """Whether a line is body text: no heading, and not the small foot of the page."""
    font = line.block.charFormat().font()
    heading = line.block.blockFormat().headingLevel()
    return not heading and font.pixelSize() in (-1, reader.text_pixels)


def test_body_text_is_fourteen_points(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis")
    points = reader.text_pixels * 72 / reader.page.logicalDpiX()
    assert abs(points - BODY_POINTS) * reader.page.logicalDpiX() / 72 <= 0.5, "to the pixel"
    assert reader.page.document().defaultFont().family() == "Atkinson Hyperlegible"
    line = next(line for line in reader.lines() if line.words.startswith("Calciphylaxis also"))
    fonts = {run.rawFont().familyName() for run in line.line.glyphRuns()}
    assert fonts == {"Atkinson Hyperlegible"}, "the letters themselves"


@pytest.mark.parametrize("level", LEVELS)
def test_lines_are_short_enough_to_read(open_viewer: OpenViewer, level: str) -> None:
    reader = open_viewer("--topic", "calciphylaxis", level, size=(1600, 900))
    for row in pages(reader):
        too_long = [
            line.words
            for line in reader.lines()
            if is_body(line, reader) and len(line.words.rstrip()) > MOST_CHARACTERS
        ]
        assert too_long == [], row


def test_lines_of_narrow_letters_are_short_enough(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    """Words of a text that is all little: the column is as wide as for any other."""
    words = "It is little, if it is still in it; a lift is in it till I fill it. " * 12
    packs.topic("topic", {"a": section("A", words)})
    reader = open_viewer("--topic", "topic", library=packs.folder, size=(1600, 900))
    widths = {round(line.rect.width()) for line in reader.lines() if is_body(line, reader)}
    assert max(widths) <= 75 * 0.53 * reader.text_pixels


@pytest.mark.parametrize("percent", [100, 150, 300])
def test_line_height_is_one_and_a_half(
    open_viewer: OpenViewer, remember: Remember, percent: int
) -> None:
    remember(text_percent=percent)
    reader = open_viewer("--topic", "calciphylaxis", "--section", "etiology")
    assert reader.text_pixels == round(BODY_POINTS * 96 / 72 * percent / 100)
    distances = {
        round(second.rect.top() - first.rect.top())
        for first, second in pairwise(reader.lines())
        if first.block == second.block and is_body(first, reader)
    }
    assert distances
    assert all(abs(distance - 1.5 * reader.text_pixels) <= 1 for distance in distances), distances


@pytest.mark.parametrize("percent", [100, 300])
@pytest.mark.parametrize("level", LEVELS)
def test_headings_stand_out_and_close_in_on_large_text(
    open_viewer: OpenViewer, remember: Remember, level: str, percent: int
) -> None:
    remember(text_percent=percent)
    reader = open_viewer("--topic", "calciphylaxis", "--section", "etiology", level)
    body = reader.text_pixels
    sizes: dict[int, int] = {}
    for block in reader.blocks():
        if heading := block.blockFormat().headingLevel():
            pixels = max(
                f.charFormat().font().pixelSize() for f in fragments(block) if f.text() != PICTURE
            )
            sizes[heading] = max(pixels, sizes.get(heading, 0))
    ordered = [sizes[heading] for heading in sorted(sizes)]
    assert ordered == sorted(ordered, reverse=True)
    assert ordered[-1] >= body
    if percent == 100:
        assert ordered[0] >= 1.5 * body
        assert len(set(ordered)) == len(ordered), "each level has a size of its own"
    else:
        assert ordered[0] <= 1.1 * body + 0.5


def fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    at = block.begin()
    while not at.atEnd():
        yield at.fragment()
        at += 1


@pytest.mark.parametrize("level", LEVELS)
def test_no_word_is_broken_at_the_largest_size(
    open_viewer: OpenViewer, remember: Remember, level: str
) -> None:
    remember(text_percent=300)
    reader = open_viewer("--topic", "calciphylaxis", level, size=(800, 600))
    assert reader.page.isVisible()
    for row in pages(reader):
        assert reader.page.horizontalScrollBar().maximum() == 0, row
        for line in reader.lines():
            text = line.block.text()
            end = line.line.textStart() + line.line.textLength()
            assert end == len(text) or may_end(text, end), (row, line.words)
            assert line.line.naturalTextWidth() <= line.line.width() + 1, (row, line.words)


def may_end(text: str, end: int) -> bool:
    """Whether a line may end before the character at ``end``: after a space, a sign, a picture."""
    before = text[end - 1]
    return before.isspace() or before in "-/\N{EN DASH}\N{EM DASH}" or before == PICTURE


def test_text_stands_at_the_left_and_is_never_justified(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--section", "etiology", size=(1600, 900))
    justify = 0x8
    for block in reader.blocks():
        assert not int(block.blockFormat().alignment().value) & justify
        assert block.blockFormat().lineHeightType() != int(
            QTextBlockFormat.LineHeightTypes.FixedHeight.value
        ), "a fixed height cuts pictures and large letters"
    lefts = {round(x.rect.left()) for x in reader.lines() if x.block.text().startswith("No entry")}
    assert len(lefts) == 1
