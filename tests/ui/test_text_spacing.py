"""Space between lines, letters, words and paragraphs: as wide as WCAG 1.4.12 names, and wider."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.conftest import OpenViewer, Remember
from tests.ui.packs import PackWriter, section
from tests.ui.reader import Reader
from tests.ui.sight import PICTURE, Line
from tests.ui.test_text_lines import LEVELS, may_end, pages
from viewer.folders import Folders
from viewer.ui.reader_settings import read_settings
from viewer.ui.spacing_panel import SpacingPanel

pytestmark = pytest.mark.slow

TEXT = (
    "One paragraph of words with [a link](section:b) in it.\n\nAnother paragraph of words.\n\n"
    "## A heading\n\n- An item\n- Its fellow\n\n"
    '!!! danger "A warning"\n    Words of it.\n\n'
    "| Head | Second |\n|---|---|\n| Cell | Other |\n\n" + "More words to fill lines with. " * 40
)
ROWS = ("Lines", "Letters", "Words", "Paragraphs")
WIDEST = {"line_spacing": 200, "letter_spacing": 16, "word_spacing": 32, "paragraph_spacing": 200}


@pytest.fixture
def library(packs: PackWriter) -> Path:
    packs.topic("topic", {"a": section("The title", TEXT), "b": section("B", "x")})
    return packs.folder


@pytest.fixture
def reader(open_viewer: OpenViewer, library: Path) -> Reader:
    return open_viewer("--topic", "topic", "--section", "a", library=library, size=(1000, 900))


def opened(reader: Reader) -> SpacingPanel:
    """Choose it from the menu of themes."""
    reader.choose_theme("Text spacing…")
    panel = reader.window.findChild(SpacingPanel)
    assert isinstance(panel, SpacingPanel)
    reader.qtbot.waitUntil(panel.isVisible)
    return panel


def widen(reader: Reader, panel: SpacingPanel, row: str, steps: int = 9) -> None:
    """Click “further apart” so often, or until it can be clicked no more."""
    button = named(panel, f"{row} further apart")
    for _ in range(steps):
        if button.isEnabled():
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def named(panel: SpacingPanel, name: str) -> QAbstractButton:
    buttons = panel.findChildren(QAbstractButton)
    return next(b for b in buttons if name in (b.accessibleName(), b.text()))


def letters_and_words(reader: Reader) -> Iterator[tuple[str, float, float]]:
    """Each run of the page, with its space after letters and words in parts of its size."""
    for fragment in reader.fragments():
        font, words = fragment.charFormat().font(), fragment.text().strip(PICTURE + "\u2028 \xa0")
        if words:
            size = font.pixelSize()
            if size <= 0:
                size = reader.text_pixels
            yield words, font.letterSpacing() / size, font.wordSpacing() / size


def line_distances(reader: Reader) -> set[float]:
    """From line to line of a paragraph, in parts of the text's size."""
    return {
        round((second.rect.top() - first.rect.top()) / reader.text_pixels, 1)
        for first, second in pairwise(reader.lines())
        if first.block == second.block and not first.words.startswith("About this text")  # small
    }


def paragraph_gap(reader: Reader) -> float:
    """Between the two first paragraphs, in parts of the text's size."""
    layout = reader.page.document().documentLayout()
    first = next(b for b in reader.blocks() if b.text().startswith("One paragraph"))
    above = layout.blockBoundingRect(first).bottom()
    below = next(line for line in reader.lines() if line.words.startswith("Another"))
    return (below.rect.top() - above) / reader.text_pixels


def test_each_step_shows_on_the_page_behind_the_panel(reader: Reader) -> None:
    panel = opened(reader)
    assert line_distances(reader) == {1.5}
    assert {(letters, words) for _, letters, words in letters_and_words(reader)} == {(0, 0)}
    usual = paragraph_gap(reader)
    for row in ROWS:
        widen(reader, panel, row)
    assert line_distances(reader) == {2.0}
    runs = list(letters_and_words(reader))
    seen = {words for words, _, _ in runs}
    parts = {"he title", "a link", "heading", "An item", "A warning", "Head", "Cell"}
    assert parts <= seen, "of each kind of text; a heading's first letter has its anchor"
    for words, letters, between in runs:
        assert letters >= 0.12, words
        assert between >= 0.16, words
    assert paragraph_gap(reader) >= 2.0 > usual
    QTest.mouseClick(named(panel, "Back to normal"), Qt.MouseButton.LeftButton)
    assert line_distances(reader) == {1.5}
    assert {(letters, words) for _, letters, words in letters_and_words(reader)} == {(0, 0)}
    assert paragraph_gap(reader) == usual


def test_one_distance_leaves_the_others_alone(reader: Reader) -> None:
    panel = opened(reader)
    widen(reader, panel, "Letters", 1)
    runs = list(letters_and_words(reader))
    assert all(letters == pytest.approx(0.04, abs=0.01) for _, letters, _ in runs)
    assert {words for _, _, words in runs} == {0}
    assert line_distances(reader) == {1.5}


def test_wider_text_has_as_many_letters_in_a_line(open_viewer: OpenViewer, library: Path) -> None:
    """Where there is room: the column grows with the space, and no further."""
    arguments = ("--topic", "topic", "--section", "a")
    reader = open_viewer(*arguments, library=library, size=(1800, 900))
    longest = max(len(line.words) for line in reader.lines())
    panel = opened(reader)
    widen(reader, panel, "Letters")
    widen(reader, panel, "Words")
    now = max(len(line.words) for line in reader.lines())
    assert longest - 6 <= now <= 76


def test_all_of_it_by_the_keyboard(reader: Reader) -> None:
    reader.choose_theme_by_keys("Text spacing…")
    panel = reader.window.findChild(SpacingPanel)
    assert isinstance(panel, SpacingPanel)
    reader.qtbot.waitUntil(panel.isActiveWindow)
    assert reader.focus == "Lines further apart"
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        reader.key(key)
    assert line_distances(reader) == {1.8}
    reader.key(Qt.Key.Key_Space)
    assert reader.focus == "Lines closer", "where a button ends, the other takes the keys"
    met = []
    for _ in range(9):
        reader.key(Qt.Key.Key_Tab)
        met.append(reader.focus)
    assert met[:2] == ["Letters further apart", "Words further apart"]
    assert "Back to normal" in met
    assert "Close" in met
    reader.key(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    reader.qtbot.waitUntil(reader.window.isActiveWindow)
    assert reader.focus == "Theme"


def test_a_button_can_be_hit_and_says_what_it_does(reader: Reader) -> None:
    panel = opened(reader)
    for button in panel.findChildren(QAbstractButton):
        assert min(button.width(), button.height()) >= 44, button.accessibleName()
        assert button.accessibleName() or button.text()
    first = panel.steppers[0]
    assert first.less.accessibleDescription() == "Normal"
    widen(reader, panel, "Lines", 1)
    assert first.less.accessibleDescription() == first.value.text() == "Step 1 of 3"


def test_it_is_kept_and_the_next_start_shows_it_at_once(
    open_viewer: OpenViewer, library: Path, folders: Folders, reader: Reader
) -> None:
    panel = opened(reader)
    for row in ROWS:
        widen(reader, panel, row)
    wide = reader.page.toHtml()
    reader.close()
    assert {k: getattr(read_settings(folders.config), k) for k in WIDEST} == WIDEST
    again = open_viewer("--topic", "topic", "--section", "a", library=library, size=(1000, 900))
    assert again.page.toHtml() == wide


def test_the_panel_wears_theme_size_and_language(reader: Reader) -> None:
    panel = opened(reader)
    before = panel.steppers[0].name.font().pixelSize()
    reader.choose_theme("Dark")
    for _ in range(6):
        reader.press("Larger text")
    QApplication.processEvents()
    assert panel.steppers[0].name.font().pixelSize() > before
    assert panel.grab().toImage().pixelColor(2, 2).lightness() < 60
    assert panel.isVisible()


@pytest.mark.parametrize(
    ("kept", "percent"), [({"letter_spacing": 9_999}, 0.16), ({"letter_spacing": -3}, 0.0)]
)
def test_a_distance_out_of_bounds_is_brought_back(
    open_viewer: OpenViewer,
    library: Path,
    remember: Remember,
    kept: dict[str, int],
    percent: float,
) -> None:
    remember(**kept)
    reader = open_viewer("--topic", "topic", "--section", "a", library=library, show=False)
    assert {round(letters, 2) for _, letters, _ in letters_and_words(reader)} == {percent}


@pytest.mark.slow
@pytest.mark.parametrize("size", [(1280, 800), (800, 600)])
@pytest.mark.parametrize("percent", [100, 200, 300])
@pytest.mark.parametrize("level", LEVELS)
def test_nothing_is_lost_at_the_widest(
    open_viewer: OpenViewer, remember: Remember, level: str, percent: int, size: tuple[int, int]
) -> None:
    """Every page of the shipped topic: no scrolling sideways, nothing cut off, no word broken.

    But for a word like (hyperphosphatemia), which is longer than a whole line in a small window at
    three times the size: its last letters stand in the next line.
    """
    remember(text_percent=percent, **WIDEST)
    reader = open_viewer("--topic", "calciphylaxis", level, size=size)
    for row in pages(reader):
        laid_out(reader, row)
        assert reader.page.horizontalScrollBar().maximum() == 0, row
        for line in reader.lines():
            text = line.block.text()
            end = line.line.textStart() + line.line.textLength()
            if end < len(text) and not may_end(text, end):
                assert (percent, size) == (300, (800, 600)), (row, line.words)
                assert is_too_long(line, end), (row, line.words)
            assert line.line.naturalTextWidth() <= line.line.width() + 1, (row, line.words)
        assert_apart(reader, row)


def is_too_long(line: Line, end: int) -> bool:
    """Whether the word that is broken at ``end`` has no room in a line of its own."""
    text = line.block.text()
    start = max(text.rfind(sign, 0, end) for sign in " -/") + 1
    word = text[start:].split(" ")[0]
    font = line.block.charFormat().font()
    return QFontMetricsF(font).horizontalAdvance(word) > line.line.width()


def laid_out(reader: Reader, row: str) -> None:
    """Wait until the page has the width that the sidebar has given back."""
    session = reader.window._session
    QApplication.processEvents()
    if not reader.page.isVisible():  # the list had just been laid out anew, and the click went by
        reader.open_row(row)
        QApplication.processEvents()
    assert reader.page.isVisible()
    reader.qtbot.waitUntil(
        lambda: session.drawn is not None and session.drawn.layout == session.metrics.layout
    )


def assert_apart(reader: Reader, row: str) -> None:
    """No line runs into the next of its block."""
    for first, second in pairwise(reader.lines()):
        if first.block == second.block:
            assert second.rect.top() >= first.rect.bottom() - 1, (row, second.words)


@pytest.mark.slow
def test_tables_stack_before_their_words_break(
    open_viewer: OpenViewer, packs: PackWriter, remember: Remember
) -> None:
    table = "| Name | Amount | When |\n|---|---|---|\n| Anticoagulant | Milligrams | Afternoon |\n"
    packs.topic("topic", {"a": section("A", table)})
    usual = open_viewer("--topic", "topic", library=packs.folder, size=(1280, 800))
    assert "Amount: Milligrams" not in usual.text, "side by side"
    usual.close()
    remember(text_percent=150, **WIDEST)
    reader = open_viewer("--topic", "topic", library=packs.folder, size=(900, 800))
    assert "Amount: Milligrams" in reader.text
    assert reader.page.horizontalScrollBar().maximum() == 0
