"""A caregiver reads about the disease in the evening, and goes on the next day."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.conftest import OpenViewer
from tests.journeys.hands import both_ways
from tests.ui.reader import ALT, CONTROL

BODY_PIXELS = 19
"""14 points at 96 dots per inch."""


@both_ways
def test_from_the_clinical_text_to_plain_language_and_back(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis")
    assert reader.title == "Background"
    assert reader.topic_title == "Calciphylaxis"

    reader.open_row("Pathophysiology")
    assert reader.title == "Pathophysiology"
    assert reader.row_shown == "Pathophysiology"
    assert "Calcium settles in the middle layer" in reader.text
    names = ["Pathophysiology", "Calciphylaxis", "Careleaf"]
    assert reader.window.windowTitle() == " \N{EN DASH} ".join(names)

    reader.press("Plain language")
    assert reader.switch_is_on
    assert reader.title == "What causes it?"
    assert reader.row_shown == "What causes it?"
    assert "No one knows the full cause." in reader.text
    assert "Calcium settles" not in reader.text

    reader.press("Plain language")
    assert not reader.switch_is_on
    assert reader.title == "Pathophysiology"
    assert reader.row_shown == "Pathophysiology"
    assert "Calcium settles" in reader.text


@both_ways
def test_links_and_the_way_back(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis")
    assert not reader.button("Back").isEnabled()
    assert not reader.button("Forward").isEnabled()

    reader.click_link("pathophysiology")
    assert reader.title == "Pathophysiology"
    reader.open_row("Prognosis")
    assert not reader.button("Forward").isEnabled()

    reader.press("Back")
    assert reader.title == "Pathophysiology"
    reader.press("Back")
    assert reader.title == "Background"
    reader.press("Back")
    assert reader.title == "Background", "there is nothing before it"
    reader.press("Forward")
    assert reader.title == "Pathophysiology"

    reader.key(Qt.Key.Key_Right, ALT)
    assert reader.title == "Prognosis"
    reader.key(Qt.Key.Key_Right, ALT)
    assert reader.title == "Prognosis"
    reader.key(Qt.Key.Key_Left, ALT)
    assert reader.title == "Pathophysiology"
    assert reader.row_shown == "Pathophysiology"

    reader.press("Home")
    assert reader.title == "Background"
    reader.key(Qt.Key.Key_Left, ALT)
    assert reader.title == "Pathophysiology"
    reader.key(Qt.Key.Key_Home, ALT)
    assert reader.title == "Background"


@both_ways
def test_what_cannot_be_done_is_grey_as_soon_as_it_is_left(open_viewer: OpenViewer) -> None:
    """A button keeps the focus as long as it has it, even when there is nothing left to do."""
    reader = open_viewer("--topic", "calciphylaxis")
    reader.open_row("Prognosis")
    back, forward, smaller = map(reader.button, ("Back", "Forward", "Smaller text"))
    assert back.isEnabled()
    assert not forward.isEnabled()
    reader.press("Back")
    reader.go_to_page()
    assert not back.isEnabled()
    assert forward.isEnabled()
    reader.press("Larger text")
    assert smaller.isEnabled()
    reader.press("Smaller text")
    reader.go_to_page()
    assert not smaller.isEnabled()


@both_ways
def test_back_returns_to_the_line_that_was_left(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--section", "etiology")
    bar = reader.page.verticalScrollBar()
    reader.scroll_to(0.5)
    was = bar.value()
    reader.open_row("Prognosis")
    assert bar.value() == 0
    reader.press("Back")
    assert reader.title == "Risk factors"
    assert bar.value() == was


@both_ways
def test_a_link_to_a_heading_brings_it_to_the_top(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--section", "pathophysiology")
    assert reader.line_at_top == "Pathophysiology"
    reader.click_link("your medicines")
    assert reader.title == "Pathophysiology"
    # In a box of its own; as far up as the page's end lets it.
    seen = reader.words_in_sight
    assert "Your medicines" in seen
    assert "Never start, stop or change a medicine on your own." in seen


@both_ways
def test_larger_and_smaller_text(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis")
    assert reader.text_pixels == BODY_PIXELS
    assert not reader.button("Smaller text").isEnabled()

    sizes = [reader.text_pixels]
    reader.press("Larger text")
    sizes.append(reader.text_pixels)
    reader.key(Qt.Key.Key_Plus, CONTROL)
    sizes.append(reader.text_pixels)
    reader.turn_wheel(1, CONTROL)
    sizes.append(reader.text_pixels)
    assert sizes == sorted(set(sizes)), "each one larger than the one before"

    reader.turn_wheel(-1, CONTROL)
    assert reader.text_pixels == sizes[2]
    reader.key(Qt.Key.Key_Minus, CONTROL)
    assert reader.text_pixels == sizes[1]
    reader.press("Smaller text")
    assert reader.text_pixels == BODY_PIXELS
    reader.press("Smaller text")
    assert reader.text_pixels == BODY_PIXELS, "not below 100 per cent"

    reader.turn_wheel(40, CONTROL)
    assert reader.text_pixels == 3 * BODY_PIXELS - 1, "three times 14 points"
    assert not reader.button("Larger text").isEnabled()
    reader.key(Qt.Key.Key_0, CONTROL)
    assert reader.text_pixels == BODY_PIXELS
    assert reader.title == "Background"


@both_ways
@pytest.mark.parametrize("way", ["larger text", "theme", "width"])
def test_the_line_at_the_top_stays_when_the_page_changes_its_looks(
    open_viewer: OpenViewer, way: str
) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--section", "etiology", size=(1280, 800))
    reader.scroll_to_line("malignancy")
    for turn in range(4):
        if way == "larger text":
            reader.press("Larger text")
        elif way == "theme":
            reader.choose_theme("Light" if turn % 2 else "Dark")
        else:
            reader.resize(1180 - 40 * turn, 800)
        assert reader.line_at_top == "malignancy"


@both_ways
def test_everything_is_there_again_the_next_day(open_viewer: OpenViewer) -> None:
    evening = open_viewer("--topic", "calciphylaxis")
    evening.resize(1111, 777)
    evening.open_row("Risk factors")
    evening.press("Plain language")
    evening.press("Larger text")
    evening.press("Larger text")
    evening.choose_theme("Dark")
    evening.scroll_to(0.6)
    evening.scroll_to_line(evening.line_at_top)
    line, size, title = evening.line_at_top, evening.text_pixels, evening.title
    scrolled = evening.page.verticalScrollBar().value()
    assert title == "What can raise the risk?"
    evening.close()

    morning = open_viewer()
    assert morning.title == title
    assert morning.switch_is_on
    assert morning.text_pixels == size
    assert (morning.window.width(), morning.window.height()) == (1111, 777)
    assert morning.picture().pixelColor(3, 3).lightness() < 50, "the dark theme"
    assert morning.line_at_top == line
    assert abs(morning.page.verticalScrollBar().value() - scrolled) <= 1
    assert morning.row_shown == title
    assert not morning.button("Back").isEnabled()
    morning.close()

    third = open_viewer()
    assert (third.title, third.line_at_top, third.text_pixels) == (title, line, size)
