"""The focus: in sight on every control, in the order of reading, and never caught."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from tests.conftest import OpenViewer, Remember
from tests.ui.focus_faults import (
    is_ringed,
    name_of,
    order_faults,
    reachable,
    ring_faults,
    tab_round,
)
from tests.ui.measuring import rect_in
from tests.ui.nurse import Nurse
from tests.ui.packs import PackWriter, section
from tests.ui.reader import CONTROL
from tests.ui.test_clinic_page import opened
from tests.ui.test_keys_page import help_page, open_help

pytestmark = pytest.mark.slow

Key = Qt.Key
TAB = Qt.FocusReason.TabFocusReason
each_theme = pytest.mark.parametrize("theme", ["light", "dark", "contrast"])


@pytest.fixture
def many(packs: PackWriter) -> Path:
    """A library whose list of topics has a filter, and a topic with a glossary and help."""
    for number in range(20):
        packs.topic(f"topic-{number}", {"a": section("A", "Words.")})
    return packs.folder


def check_round(window: QWidget) -> list[QWidget]:
    """Tab and Shift+Tab reach every control once, as the eye does; gives them in that order."""
    there = tab_round()
    back = tab_round(Key.Key_Backtab)
    assert len(set(there)) == len(there), "each once"
    assert [there[0], *there[:0:-1]] == back, "and the same the other way round"
    left = {name_of(widget) for widget in reachable(window) - set(there)}
    assert left == set(), "all that can be used is reached"
    assert order_faults(there, window) == []
    return there


@pytest.mark.parametrize("language", ["en", "ar"])
def test_tab_goes_round_the_window(open_viewer: OpenViewer, language: str) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--language", language, size=(1280, 800))
    reader.open_row(reader.rows[3])
    reader.page.setFocus(TAB)
    reader.key(Key.Key_F, CONTROL)
    reader.type("a")
    check_round(reader.window)


@pytest.mark.parametrize(("size", "percent"), [((640, 700), 100), ((1280, 800), 250)])
def test_tab_goes_round_a_window_that_has_folded_its_sidebar(
    open_viewer: OpenViewer, remember: Remember, size: tuple[int, int], percent: int
) -> None:
    remember(text_percent=percent)
    reader = open_viewer("--topic", "calciphylaxis", size=size)
    reader.page.setFocus(TAB)
    check_round(reader.window)
    reader.press("Sections")
    assert reader.focus == "Sections"
    check_round(reader.window)


def test_tab_goes_round_a_list_with_a_filter(open_viewer: OpenViewer, many: Path) -> None:
    reader = open_viewer(library=many, size=(1280, 800))
    reader.page.setFocus(TAB)
    met = [name_of(widget) for widget in check_round(reader.window)]
    assert "Filter topics" in met


def test_tab_goes_to_the_ways_on_where_nothing_is_found(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis", size=(1280, 800))
    reader.look_for("xyzzyq")
    reader.key(Key.Key_Tab)
    assert QApplication.focusWidget() in reader.search_panel.findChildren(QWidget)
    reader.key(Key.Key_Tab)
    reader.key(Key.Key_Tab)
    assert reader.focus == "Plain language", "no trap"
    assert not reader.search_panel.isVisible(), "nothing lies over what has the focus"


@pytest.mark.slow
@each_theme
def test_the_focus_is_seen_on_every_control_of_the_window(
    open_viewer: OpenViewer, theme: str
) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--theme", theme, size=(1280, 800))
    reader.open_row("Pathophysiology")
    reader.page.setFocus(TAB)
    reader.key(Key.Key_F, CONTROL)
    reader.type("a")
    window = reader.window
    widgets = tab_round()

    def away(widget: QWidget) -> QWidget:
        return window.toolbar.home if widget is not window.toolbar.home else window.toolbar.theme

    assert ring_faults(widgets, window, away) == []
    reader.press("Plain language")
    assert ring_faults([window.toolbar.plain], window, away) == []


@pytest.mark.slow
@each_theme
def test_the_focus_is_seen_in_a_folded_window_and_over_the_page(
    open_viewer: OpenViewer, theme: str
) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--theme", theme, size=(640, 700))
    window = reader.window
    reader.look_for("xyzzyq")
    ways = [w for w in reader.search_panel.findChildren(QWidget) if w.isVisible()]
    ways = [w for w in ways if w in reachable(window)]
    assert len(ways) == 2
    assert ring_faults(ways, window, lambda way: ways[way is ways[0]]) == []
    reader.key(Key.Key_Escape)
    reader.key(Key.Key_Escape)
    controls = [w for w in window.toolbar.controls if w.isVisible() and w.isEnabled()]
    assert ring_faults(controls, window, lambda _: reader.page) == []
    reader.press("Sections")
    assert ring_faults([window.toolbar.sections], window, lambda _: reader.sections) == []
    assert ring_faults([reader.sections], window, lambda _: window.toolbar.sections) == []


@each_theme
def test_the_focus_is_seen_on_a_link_and_a_word_and_in_its_box(
    open_viewer: OpenViewer, theme: str
) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--theme", theme, size=(1280, 800))
    reader.page.setFocus(TAB)
    before = reader.picture()
    for _ in range(3):
        reader.key(Key.Key_Tab)
        cursor = reader.page.textCursor()
        assert cursor.hasSelection()
        end = reader.page.cursorRect(cursor)
        cursor.setPosition(cursor.selectionStart())
        start = reader.page.cursorRect(cursor)
        assert start.top() == end.top(), "a link in one line, to be measured"
        assert is_ringed(before, reader.picture(), start.united(end))
    word = reader.window.view.terms[0]
    reader.key(Key.Key_Home)
    while reader.page.textCursor().selectionStart() != word.start:
        reader.key(Key.Key_Tab)
    reader.key(Key.Key_Return)
    assert reader.window.tools is not None
    box = reader.window.tools.explaining.popup
    assert box.isVisible()
    plain = reader.window.grab().toImage()
    reader.key(Key.Key_Tab)
    assert reader.focus == "See all words"
    assert is_ringed(plain, reader.window.grab().toImage(), rect_in(box.all, reader.window))


def test_tab_goes_round_help_and_shows_where_it_is(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis", size=(1280, 800))
    page = open_help(reader)
    widgets = check_round(page)
    assert widgets == [page.view, page.close_button]
    assert ring_faults(widgets, page, lambda w: widgets[w is page.view]) == []
    page.done(0)
    assert help_page(reader) is None


def test_tab_goes_round_the_handout_dialog(open_viewer: OpenViewer) -> None:
    nurse = Nurse(open_viewer("--plain", size=(1280, 800)))
    nurse.open()
    there = tab_round()
    assert len(set(there)) == len(there)
    assert [there[0], *there[:0:-1]] == tab_round(Key.Key_Backtab)
    answers = {w for w in reachable(nurse.dialog) if w.focusPolicy() & Qt.FocusPolicy.TabFocus}
    assert answers <= set(there), [name_of(w) for w in answers - set(there)]


def test_tab_goes_round_the_clinics_page(
    open_viewer: OpenViewer, clinic: Callable[[str], None]
) -> None:
    clinic("clinic_name: Riverside\nemergency_number: '112'\n")
    reader = open_viewer(size=(1280, 800))
    page = opened(reader)
    page.emergency.setText("999")  # so that the question about it is there
    assert page.question.isVisible()
    page.name.setFocus(TAB)
    there = tab_round()
    assert len(set(there)) == len(there)
    assert [there[0], *there[:0:-1]] == tab_round(Key.Key_Backtab)
    assert there.index(page.emergency) + 1 == there.index(page.question.answer)
    inside = {w for w in reachable(page) if w.focusPolicy() & Qt.FocusPolicy.TabFocus}
    assert inside <= set(there), [name_of(w) for w in inside - set(there)]
    page.done(0)


def test_a_question_begins_at_its_safe_answer_and_shows_it(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis")
    reader.window._session.web_requested.emit("https://example.org/")
    box = reader.question()
    assert isinstance(box, QMessageBox)
    reader.qtbot.waitUntil(box.isActiveWindow)
    stay, other = box.escapeButton(), next(b for b in box.buttons() if b is not box.escapeButton())
    assert QApplication.focusWidget() is stay
    assert ring_faults([stay, other], box, lambda w: stay if w is other else other) == []
    reader.key(Key.Key_Escape)
    assert reader.question() is None
