"""Whatever a pack says, there is a sound handout, or a sentence about why there is none; soon.

By default each fourth text is tried once, in the size that it is worst for, and by ``-m slow`` the
others; ``-m exhaustive`` tries them all in the largest letters, beside a copy of themselves.
"""

from __future__ import annotations

import functools
import time
from pathlib import Path

import pytest

from tests.core.library import words
from tests.handout.expected import missing
from tests.handout.handouts import SHIPPED, make, maker
from tests.handout.hostile import IMAGES, LONGEST, PLAIN
from tests.handout.pdf_checks import faults
from tests.handout.pdf_reader import PdfReader
from tests.ui.packs import PackWriter, section
from viewer.handout.order import Order, Paper, PrintSize
from viewer.handout.typesetter import TypesettingError

SECONDS = 10.0
LARGE_PAPER_COPIES = frozenset({"long-list", "long-paragraph", "long-table", "long-callout"})
"""They make dozens of pages: checked in small letters."""
REFUSED = frozenset(
    {"emoji", "other-script", "lone-mark", "stacked-marks", "no-alternative", "controls"}
)
"""They may end in a sentence instead of a handout."""


@functools.cache
def library(folder: Path) -> Path:
    """A topic for each text, in two languages."""
    writer = PackWriter(folder)
    for name, text in (PLAIN | LONGEST).items():
        hostile = section(name, "Clinical text.", text, question="What is it?")
        place = writer.topic(name, {"hostile": hostile})
        writer.section(name, "hostile", hostile, "es")
        (place / "images").mkdir()
        for image, drawing in IMAGES.items():
            (place / "images" / image).write_text(drawing, "utf-8")
    return folder


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile library; the typesetter is warm."""
    make(Order(topic="calciphylaxis", sections=("temperature",)), SHIPPED)
    return library(tmp_path_factory.mktemp("hostile") / "library")


def check(order: Order, packs: Path, tmp_path: Path) -> None:
    """Either a sound PDF or an error with a sentence, within seconds."""
    maker.cache_clear()
    begun = time.process_time()
    made = error = None
    try:
        made = make(order, packs)
    except TypesettingError as raised:
        error = raised
    assert time.process_time() - begun < SECONDS
    if made is None:
        assert error is not None
        assert order.topic in REFUSED, error
        assert len(error.sentence(words("en")).split()) > 5
        return
    assert faults(made.data, tmp_path) == []
    reader = PdfReader(made.data)
    assert words("en")("page.broken_title") not in reader.tree.text, "the text is not tried"
    for handout in made.handouts:
        assert missing(handout, reader) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=() if at % 4 == 0 else pytest.mark.slow)
        for at, name in enumerate(PLAIN)
    ],
)
def test_a_hostile_text(name: str, packs: Path, tmp_path: Path) -> None:
    size = PrintSize.STANDARD if name in LARGE_PAPER_COPIES else PrintSize.EXTRA
    check(Order(topic=name, print_size=size, paper=Paper.LETTER), packs, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("name", LONGEST)
def test_a_very_long_text(name: str, packs: Path, tmp_path: Path) -> None:
    check(Order(topic=name, paper=Paper.LETTER), packs, tmp_path)


@pytest.mark.exhaustive
@pytest.mark.parametrize("size", [PrintSize.STANDARD, PrintSize.EXTRA])
@pytest.mark.parametrize("name", PLAIN)
def test_a_hostile_text_beside_itself(
    name: str, size: PrintSize, packs: Path, tmp_path: Path
) -> None:
    check(Order(topic=name, beside="es", print_size=size, paper=Paper.A4), packs, tmp_path)
