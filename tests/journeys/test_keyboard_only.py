"""Somebody reads with the keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.conftest import OpenViewer
from tests.ui.reader import CONTROL, SHIFT, Reader

Key = Qt.Key


def at_link(reader: Reader) -> str:
    """The words of the link that the Tab key has reached."""
    return reader.page.textCursor().selectedText()


def test_the_page_has_the_focus_at_the_start(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis")
    assert reader.focus == "Page"
    reader.key(Key.Key_PageDown)
    assert reader.page.verticalScrollBar().value() > 0


def tab_to_link(reader: Reader, key: Key = Key.Key_Tab) -> None:
    """Go on to the next link, over the words that the glossary explains."""
    explained = {term.start for term in reader.window.view.terms}
    for _ in reader.links():
        reader.key(key, SHIFT if key == Key.Key_Backtab else Qt.KeyboardModifier.NoModifier)
        if reader.page.textCursor().selectionStart() not in explained:
            return


def test_tab_goes_from_link_to_link_and_enter_follows(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis")
    reader.page.setFocus(Qt.FocusReason.TabFocusReason)
    tab_to_link(reader)
    assert at_link(reader) == "pathophysiology"
    tab_to_link(reader)
    assert at_link(reader) == "prognosis"
    tab_to_link(reader, Key.Key_Backtab)
    assert at_link(reader) == "pathophysiology"
    reader.key(Key.Key_Return)
    assert reader.title == "Pathophysiology"
    assert reader.focus == "Page"

    tab_to_link(reader)
    assert at_link(reader) == "your medicines", "the first link of the new page"
    reader.key(Key.Key_Enter)
    assert "Never start, stop or change a medicine" in reader.words_in_sight


def test_tab_reaches_the_page_and_leaves_it_again(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis")
    reader.sections.setFocus(Qt.FocusReason.TabFocusReason)
    reader.key(Key.Key_Tab)
    assert reader.focus == "Get help"
    reader.key(Key.Key_Tab)
    assert reader.focus == "Page"
    links = len(reader.links())
    for _ in range(links + 1):
        reader.key(Key.Key_Tab)
    assert reader.focus != "Page", "no trap"
    reader.key(Key.Key_Backtab, SHIFT)
    assert reader.focus == "Page"


def test_tab_goes_through_the_window_as_the_eye_does(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--section", "prognosis")
    reader.open_row("Background")
    reader.button("Back").setFocus(Qt.FocusReason.TabFocusReason)
    met = [reader.focus]
    while len(met) < 13:
        reader.key(Key.Key_Tab)
        if reader.focus != met[-1]:
            met.append(reader.focus)
    # Smaller text cannot be used at 100 %, and Forward leads nowhere.
    first = ["Back", "Home", "Search", "Plain language", "Larger text", "Theme", "Language"]
    assert met == [*first, "Listen", "Handout", "Sections", "Get help", "Page", "Back"]


def test_f6_goes_round_the_regions(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis")
    reader.page.setFocus(Qt.FocusReason.TabFocusReason)
    met = []
    for _ in range(3):
        reader.key(Key.Key_F6)
        met.append(reader.focus)
    assert met == ["Plain language", "Sections", "Page"]
    met = []
    for _ in range(3):
        reader.key(Key.Key_F6, SHIFT)
        met.append(reader.focus)
    assert met == ["Sections", "Plain language", "Page"]


@pytest.mark.parametrize("start", ["Back", "Theme", "Larger text"])
def test_f6_knows_the_region_of_every_control(open_viewer: OpenViewer, start: str) -> None:
    reader = open_viewer("--topic", "calciphylaxis")
    reader.open_row("Prognosis")
    reader.button(start).setFocus(Qt.FocusReason.TabFocusReason)
    reader.key(Key.Key_F6)
    assert reader.focus == "Sections"


def test_arrows_move_in_the_sidebar_and_enter_opens(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis")
    reader.sections.setFocus(Qt.FocusReason.TabFocusReason)
    assert reader.row_at_keys == "Background"
    reader.key(Key.Key_Down)
    reader.key(Key.Key_Down)
    assert reader.row_at_keys == "Pathophysiology"
    assert reader.title == "Background"
    assert reader.row_shown == "Background"

    reader.key(Key.Key_Return)
    assert reader.title == "Pathophysiology"
    assert reader.row_shown == "Pathophysiology"
    assert reader.focus == "Sections", "so that the next section is one key away"

    reader.key(Key.Key_Up)
    reader.key(Key.Key_Space)
    assert reader.title == "Epidemiology"
    reader.key(Key.Key_End)
    assert reader.title == "Epidemiology"
    reader.key(Key.Key_Enter)
    assert reader.title == reader.rows[-1]


def test_the_switch_and_the_text_size_by_keys(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis")
    reader.page.setFocus(Qt.FocusReason.TabFocusReason)
    reader.key(Key.Key_F6)
    assert reader.focus == "Plain language"
    reader.key(Key.Key_Space)
    assert reader.title == "What is calciphylaxis?"
    assert reader.focus == "Plain language"

    normal = reader.text_pixels
    reader.key(Key.Key_Plus, CONTROL)
    reader.key(Key.Key_Equal, CONTROL)
    assert reader.text_pixels > normal
    reader.key(Key.Key_0, CONTROL)
    assert reader.text_pixels == normal
    assert reader.title == "What is calciphylaxis?"


def test_a_card_is_opened_by_its_link(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain")
    reader.page.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(4):  # two titles, a link in the second card, the third title
        tab_to_link(reader)
    assert at_link(reader) == "How can I move safely?"
    reader.key(Key.Key_Return)
    assert reader.title == "How can I move safely?"


def test_the_theme_is_chosen_by_keys(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--theme", "light")
    assert reader.picture().pixelColor(3, 3).lightness() > 200
    reader.choose_theme_by_keys("High contrast")
    assert reader.picture().pixelColor(3, 3).name() == "#000000"


@pytest.mark.parametrize("key", [Key.Key_End, Key.Key_PageDown, Key.Key_Down])
def test_the_place_that_keys_have_reached_stays_when_the_window_changes(
    open_viewer: OpenViewer, key: Key
) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--section", "etiology", size=(1280, 800))
    reader.page.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(12 if key == Key.Key_Down else 1):
        reader.key(key)
    top = reader.lines_in_sight()[0].block.text()
    reader.resize(1000, 800)
    assert top in [line.block.text() for line in reader.lines_in_sight()[:3]]


def test_the_link_that_tab_has_reached_stays_in_sight(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--section", "etiology", size=(1000, 400))
    reader.page.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2):
        reader.key(Key.Key_Tab)
    seen = at_link(reader)
    assert seen in reader.words_in_sight.replace("\n", " ")
    reader.resize(1000, 500)
    assert seen in reader.words_in_sight.replace("\n", " ")
    reader.resize(950, 500)
    assert seen in reader.words_in_sight.replace("\n", " ")


def test_home_and_end_go_to_the_ends_of_the_page(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--section", "etiology")
    reader.page.setFocus(Qt.FocusReason.TabFocusReason)
    reader.key(Key.Key_End)
    assert "It does not replace your care team." in reader.words_in_sight
    reader.key(Key.Key_Home)
    assert reader.line_at_top == "Risk factors"


def test_the_focus_is_seen_in_every_region(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis")
    reader.page.setFocus(Qt.FocusReason.OtherFocusReason)
    for name in ("Plain language", "Sections", "Page"):
        before = reader.window.grab().toImage()
        reader.key(Key.Key_F6)
        assert reader.focus == name
        assert reader.window.grab().toImage() != before, name


def test_getting_help_is_one_press_away_on_every_page(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--section", "prognosis", size=(1280, 800))
    assert reader.window.sidebar.help.isVisible()
    assert not reader.window.toolbar.help.isVisible()
    reader.window.sidebar.help.setFocus(Qt.FocusReason.TabFocusReason)
    reader.key(Key.Key_Space)
    assert reader.title == "When to get help"
    reader.open_row("Prognosis")
    reader.resize(700, 600)
    assert reader.window.toolbar.help.isVisible(), "the sidebar is folded away"
    reader.window.toolbar.help.setFocus(Qt.FocusReason.TabFocusReason)
    reader.key(Key.Key_Return)
    assert reader.title == "When to get help"


def test_shift_tab_from_a_page_without_a_link_chosen_goes_back(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis")
    reader.window.sidebar.help.setFocus(Qt.FocusReason.TabFocusReason)
    reader.key(Key.Key_Tab)
    assert reader.focus == "Page"
    reader.key(Key.Key_Backtab, SHIFT)
    assert reader.focus == "Get help"
    assert reader.page.verticalScrollBar().value() == 0


def test_words_of_a_card_are_selected_with_the_caret(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain", size=(1280, 800))
    assert reader.focus == "Page"
    reader.key(Key.Key_F7)
    tab_to_link(reader)
    title = at_link(reader)
    reader.key(Key.Key_Down)
    for _ in range(6):
        reader.key(Key.Key_Right, SHIFT)
    assert len(reader.page.textCursor().selectedText()) == 6
    assert reader.page.textCursor().selectedText() not in title
    assert reader.title == "Caring for yourself at home"
