"""Nothing is told by a colour alone: beside it there is a line, a shape, a word or a place.

The pictures are looked at without their colours, as somebody sees them who has none.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel

from tests.conftest import OpenViewer
from tests.ui.measuring import contrast, pixels_of
from tests.ui.packs import PackWriter, section
from tests.ui.painted import PART, runs_in_sight
from tests.ui.reader import Reader
from tests.ui.test_clinic_page import opened
from viewer.ui.switch import Switch

THEMES = ["light", "dark", "contrast"]
each_theme = pytest.mark.parametrize("theme", THEMES)
KINDS = ("note", "tip", "warning", "danger")
NAMES = ("Note", "Tip", "Warning", "Danger")
"""What their titles say where the author gave none."""
TEXT = "Words with [a link](section:b) in them, and [another](https://example.org).\n\n" + "".join(
    f"!!! {kind}\n    Words of it.\n\n    And more.\n\n" for kind in KINDS
)


@pytest.fixture
def reader(open_viewer: OpenViewer, packs: PackWriter) -> Reader:
    packs.topic("topic", {"a": section("The title", TEXT), "b": section("B", "x")})
    return open_viewer("--topic", "topic", "--section", "a", library=packs.folder)


def grey(image: QImage) -> QImage:
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def differing(one: QImage, other: QImage) -> int:
    """How many pixels of two pictures without colours are clearly not the same."""
    assert one.size() == other.size()
    pictures = [grey(one), grey(other)]  # their bits go with them
    pairs = zip(*(bytes(picture.constBits()) for picture in pictures), strict=True)
    return sum(abs(a - b) > 60 for a, b in pairs)


def test_links_are_underlined(reader: Reader) -> None:
    links = [run for run in runs_in_sight(reader.page) if run.link and not run.is_picture]
    assert {run.words for run in links} == {"a link", "another"}
    assert all(run.is_underlined for run in links)


def test_words_of_the_glossary_have_a_line_of_dots(open_viewer: OpenViewer) -> None:
    """Their ink is the text's own; the dots stand below it."""
    reader = open_viewer("--topic", "calciphylaxis", "--section", "etiology", "--clinical")
    term = next(run for run in runs_in_sight(reader.page) if run.link.startswith("term:"))
    view, rect = reader.window.view, term.rect.toAlignedRect().adjusted(0, 0, 0, 3)
    terms, image = view.terms, view.viewport().grab(rect).toImage()
    view.terms = ()
    without = view.viewport().grab(rect).toImage()
    view.terms = terms
    assert differing(image, without) > rect.width() / 3


def test_each_kind_of_callout_has_a_title_in_words(reader: Reader) -> None:
    """Where its author gave none, the title says the kind; the four are not alike."""
    titles = [line for line in reader.text.splitlines() if line in NAMES]
    assert titles == list(NAMES)


@each_theme
def test_the_row_of_the_page_has_an_edge_and_bold_words(
    open_viewer: OpenViewer, theme: str
) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--theme", theme)
    image = reader.sections.viewport().grab().toImage()
    edges, bold = {}, {}
    for index in reader.indexes():
        rect = reader.sections.visualRect(index)
        if index.flags() & Qt.ItemFlag.ItemIsSelectable and image.rect().contains(rect):
            band = QRect(rect.left(), rect.center().y(), 4, 1)
            edges[index.data()] = pixels_of(image, band).most_common(1)[0][0]
            bold[index.data()] = index.data(Qt.ItemDataRole.FontRole).bold()
    shown = reader.row_shown
    assert [row for row, is_bold in bold.items() if is_bold] == [shown]
    others = {colour for row, colour in edges.items() if row != shown}
    assert len(others) == 1
    assert contrast(edges[shown], others.pop()) >= PART


@each_theme
def test_a_switch_shows_by_its_knob_that_it_is_on(open_viewer: OpenViewer, theme: str) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--clinical", "--theme", theme)
    switch = reader.window.toolbar.plain
    off = weight(switch)
    reader.press("Plain language")
    assert reader.switch_is_on
    on = weight(switch)
    assert off > 0.55, "the knob is a hole at the left"
    assert on < 0.45, "and now at the right"


def weight(switch: Switch) -> float:
    """Where the filled part of the track is, along a line through its middle: from 0 to 1."""
    image = switch.grab().toImage()
    wide = switch.iconSize().width()
    middle = QRect(image.width() - wide - 12, image.height() // 2, wide, 1)
    colours = [image.pixel(x, middle.y()) for x in range(middle.left(), middle.right() + 1)]
    ground = image.pixel(middle.left() - 2, 8)
    filled = [x for x, colour in enumerate(colours) if contrast(colour, ground) >= PART]
    first, last = filled[0], filled[-1]
    return sum(x - first for x in filled) / len(filled) / (last - first)


def test_an_error_in_a_form_is_said_in_words(
    open_viewer: OpenViewer, clinic: Callable[[str], None]
) -> None:
    clinic("clinic_name: Riverside\n")
    page = opened(open_viewer())
    page.phone.setText("call us")
    shown = [x for x in page.findChildren(QLabel) if x.property("part") == "error" and x.text()]
    assert len(shown) == 1
    assert len(shown[0].text().split()) > 3
    assert shown[0].isVisibleTo(page)
    page.done(0)
