"""Nothing is cut off, at any size of the window and of the text, and all of it can be hit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.conftest import OpenViewer, Remember
from tests.ui.measuring import rect_in
from tests.ui.reader import Reader

pytestmark = pytest.mark.slow  # every size of window

TARGET = 44
SIZES = [(1280, 800), (800, 600)]
PERCENTS = [100, 150, 200, 300]
THEMES = ["Light", "Dark", "High contrast"]


def shown(reader: Reader, kind: type[QWidget], parent: QWidget) -> list[QWidget]:
    return [widget for widget in parent.findChildren(kind) if widget.isVisible()]


def assert_whole(widget: QWidget, parent: QWidget) -> None:
    """Inside its parent, and as large as its words need."""
    name = getattr(widget, "text", str)() or widget.accessibleName()
    assert parent.rect().contains(rect_in(widget, parent)), name
    wanted = widget.sizeHint()
    if widget.width() < wanted.width():
        assert widget.hasHeightForWidth(), f"{name} is too narrow, and does not wrap"
        assert widget.height() >= widget.heightForWidth(widget.width()), f"{name} is cut off"
    else:
        assert widget.height() >= wanted.height(), f"{name} is too low"


@pytest.mark.parametrize("percent", PERCENTS)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_off(
    open_viewer: OpenViewer, remember: Remember, size: tuple[int, int], percent: int
) -> None:
    remember(text_percent=percent)
    reader = open_viewer("--topic", "calciphylaxis", "--section", "when-to-get-help", size=size)
    for theme in THEMES:
        reader.choose_theme(theme)
        assert_all_whole(reader, size)


def assert_all_whole(reader: Reader, size: tuple[int, int]) -> None:
    window, toolbar, status = reader.window, reader.window.toolbar, reader.window.status
    assert (window.width(), window.height()) == size
    for panel in (toolbar, status):
        assert window.rect().contains(rect_in(panel, window))
    controls = shown(reader, QAbstractButton, toolbar)
    labels = shown(reader, QLabel, status)
    assert len(controls) >= 7
    assert len(labels) == 3
    for widget in controls:
        assert_whole(widget, toolbar)
        assert min(widget.width(), widget.height()) >= TARGET
    for widget in labels:
        assert_whole(widget, status)
    apart(controls)
    apart(labels)
    assert reader.page.horizontalScrollBar().maximum() == 0
    assert reader.page.height() >= window.height() / 3, "room to read"
    switch = reader.button("Plain language")
    assert switch.iconSize().height() + 8 <= switch.height(), "the track is inside its frame"


def apart(widgets: list[QWidget]) -> None:
    """No two lie over one another."""
    for at, one in enumerate(widgets):
        for other in widgets[at + 1 :]:
            assert not one.geometry().intersects(other.geometry())


@pytest.mark.parametrize("percent", [100, 300])
@pytest.mark.parametrize("arguments", [("--plain",), ("--topic", "calciphylaxis")])
def test_sidebar_rows_can_be_hit_and_read(
    open_viewer: OpenViewer, remember: Remember, percent: int, arguments: tuple[str, ...]
) -> None:
    remember(text_percent=percent)
    reader = open_viewer(*arguments, size=(1280, 800))
    if not reader.sections.isVisible():
        reader.press("Sections")
    assert reader.sections.horizontalScrollBar().maximum() == 0
    groups = {"About the condition", "Finding it", "Treating it"}
    groups |= {"Caring for yourself", "Getting help"} if arguments[0] != "--plain" else set()
    width = reader.sections.viewport().width()
    for index in reader.indexes():
        rect = reader.sections.visualRect(index)
        assert rect.width() <= width
        if index.data() not in groups:
            assert rect.height() >= TARGET, index.data()


@pytest.mark.parametrize(
    ("width", "percent"),
    [
        (320, 100),
        (500, 150),
        (800, 100),
        (800, 300),
        (1280, 100),
        (1280, 150),
        (1900, 200),
        (1900, 300),
    ],
)
def test_no_page_scrolls_sideways(
    open_viewer: OpenViewer, remember: Remember, width: int, percent: int
) -> None:
    remember(text_percent=percent)
    reader = open_viewer("--plain", size=(width, 700))
    for name in ("page", "help"):
        if name == "help":
            reader.click_link("When do I get help right away?")
        assert reader.page.horizontalScrollBar().maximum() == 0, name
    reader.press("Plain language")
    assert "What it may mean" in reader.text
    assert reader.page.horizontalScrollBar().maximum() == 0, "the table"


@pytest.mark.parametrize(
    ("width", "percent", "folds"),
    [
        (900, 100, False),
        (899, 100, True),
        (1280, 190, False),
        (1280, 200, True),
        (1900, 300, True),
        (320, 100, True),
    ],
)
def test_the_sidebar_folds_away_where_there_is_no_room(
    open_viewer: OpenViewer, remember: Remember, width: int, percent: int, folds: bool
) -> None:
    remember(text_percent=percent)
    reader = open_viewer("--topic", "calciphylaxis", size=(width, 800))
    assert reader.sections.isVisible() is not folds
    assert reader.button("Sections").isVisible() is folds
    assert reader.page.isVisible()


def folded(open_viewer: OpenViewer) -> Reader:
    reader = open_viewer("--topic", "calciphylaxis", size=(800, 600))
    assert not reader.sections.isVisible()
    reader.press("Sections")
    assert reader.sections.isVisible()
    assert not reader.page.isVisible()
    reader.qtbot.waitUntil(lambda: reader.sections.width() >= 780)  # in the page's place
    assert reader.focus == "Sections"
    return reader


def test_a_choice_in_the_unfolded_sidebar_gives_the_page_back(open_viewer: OpenViewer) -> None:
    reader = folded(open_viewer)
    reader.open_row("Prognosis")
    assert reader.page.isVisible()
    assert not reader.sections.isVisible()
    assert reader.title == "Prognosis"
    assert reader.focus == "Page"


def test_enter_in_the_unfolded_sidebar_gives_the_page_back(open_viewer: OpenViewer) -> None:
    reader = folded(open_viewer)
    reader.key(Qt.Key.Key_Down)
    reader.key(Qt.Key.Key_Return)
    assert reader.title == "Epidemiology"
    assert reader.focus == "Page"


def test_the_page_that_is_shown_can_be_chosen_again(open_viewer: OpenViewer) -> None:
    reader = folded(open_viewer)
    reader.open_row("Background")
    assert reader.page.isVisible()
    assert reader.title == "Background"


@pytest.mark.parametrize("way", ["Escape", "Sections"])
def test_the_sidebar_can_be_closed_without_a_choice(open_viewer: OpenViewer, way: str) -> None:
    reader = folded(open_viewer)
    if way == "Escape":
        reader.key(Qt.Key.Key_Escape)
    else:
        reader.press("Sections")
    assert reader.page.isVisible()
    assert not reader.sections.isVisible()
    assert reader.title == "Background"
    assert not reader.button("Sections").isChecked()


@pytest.mark.parametrize("control", ["Plain language", "Home", "Larger text"])
def test_controls_beside_the_unfolded_sidebar_still_work(
    open_viewer: OpenViewer, control: str
) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--section", "prognosis", size=(800, 600))
    reader.press("Sections")
    reader.press(control)
    if not reader.page.isVisible():
        reader.press("Sections")
    titles = {"Plain language": "What can I expect?", "Home": "Background"}
    assert reader.page.isVisible()
    assert reader.title == titles.get(control, "Prognosis")
    assert reader.page.horizontalScrollBar().maximum() == 0


def test_the_sidebar_comes_back_with_the_room(open_viewer: OpenViewer) -> None:
    reader = folded(open_viewer)
    reader.resize(1280, 800)
    assert reader.sections.isVisible()
    assert reader.page.isVisible()
    assert not reader.button("Sections").isVisible()
    assert reader.sections.width() < 400
    reader.resize(800, 600)
    assert not reader.sections.isVisible()
    assert reader.page.isVisible()


def test_f6_leaves_out_what_is_folded_away(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis", size=(800, 600))
    reader.page.setFocus(Qt.FocusReason.TabFocusReason)
    reader.key(Qt.Key.Key_F6)
    assert reader.focus == "Plain language"
    reader.key(Qt.Key.Key_F6)
    assert reader.focus == "Page"
