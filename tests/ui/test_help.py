"""Getting help is never more than one tap away, wherever the reader is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from tests.conftest import OpenViewer, Remember
from tests.ui.measuring import rect_in
from tests.ui.packs import PackWriter, care_section, section
from tests.ui.reader import LEFT, Reader

NAME = "Get help"


def help_buttons(reader: Reader, name: str = NAME) -> list[QToolButton]:
    """The controls in sight that lead to help."""
    return [
        button
        for button in reader.window.findChildren(QToolButton)
        if button.isVisible() and name in (button.text(), button.accessibleName())
    ]


def press(button: QToolButton) -> None:
    QTest.mouseClick(button, LEFT, pos=button.rect().center())


@pytest.mark.parametrize(
    ("level", "title"),
    [("--clinical", "When to get help"), ("--plain", "When do I get help right away?")],
)
def test_it_is_in_sight_on_every_page(open_viewer: OpenViewer, level: str, title: str) -> None:
    reader = open_viewer("--topic", "calciphylaxis", level, size=(1280, 500))
    rows = [index.data() for index in reader.indexes() if not index.model().hasChildren(index)]
    for row in rows:
        reader.open_row(row)
        (button,) = help_buttons(reader)
        press(button)
        assert reader.title == title, row
        assert reader.row_shown == title
        assert reader.switch_is_on is (level == "--plain")


@pytest.mark.slow
@pytest.mark.parametrize("percent", [100, 200, 300])
@pytest.mark.parametrize("size", [(1280, 800), (800, 600), (320, 700)])
def test_it_is_in_sight_at_every_size(
    open_viewer: OpenViewer, remember: Remember, size: tuple[int, int], percent: int
) -> None:
    remember(text_percent=percent)
    reader = open_viewer("--plain", size=size)
    (button,) = help_buttons(reader)
    assert min(button.width(), button.height()) >= 44
    assert reader.window.rect().contains(rect_in(button, reader.window))
    press(button)
    assert reader.title == "When do I get help right away?"
    assert reader.page.isVisible()


def test_it_is_in_sight_while_the_sidebar_has_the_pages_place(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain", size=(800, 600))
    reader.press("Sections")
    press(help_buttons(reader)[0])
    assert reader.title == "When do I get help right away?"
    assert reader.page.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_it_is_opened_by_keys(open_viewer: OpenViewer, key: Qt.Key) -> None:
    reader = open_viewer("--plain")
    reader.sections.setFocus(Qt.FocusReason.TabFocusReason)
    reader.key(Qt.Key.Key_Tab)
    assert reader.focus == NAME
    reader.key(key)
    assert reader.title == "When do I get help right away?"


def test_a_topic_without_help_shows_no_button(open_viewer: OpenViewer, packs: PackWriter) -> None:
    packs.topic("heart", {"rest": care_section("rest")})
    urgent = section("Help", "Call.", "Call now.", question="When do I call?")
    packs.topic("lungs", {"air": care_section("air"), "help": urgent}, help="help")
    reader = open_viewer("--topic", "lungs", library=packs.folder)
    (button,) = help_buttons(reader, button_name(reader))
    press(button)
    assert reader.title == "Help"
    reader.press("Home")
    assert button_name(reader) == ""
    reader.open_row("Heart")
    assert button_name(reader) == ""


def button_name(reader: Reader) -> str:
    """The words on the button under the sidebar's rows; empty where it is not to be seen."""
    buttons = [b for b in reader.window.sidebar.findChildren(QToolButton) if b.isVisible()]
    return buttons[0].text() if buttons else ""


@pytest.mark.parametrize("percent", [100, 190])
def test_long_words_on_it_are_not_cut(
    open_viewer: OpenViewer, packs: PackWriter, remember: Remember, percent: int
) -> None:
    question = "How do I know that it is time to get help right away?"
    urgent = section("Help", "Call.", "Call now.", question=question)
    packs.topic("topic", {"air": care_section("air"), "help": urgent}, help="help")
    remember(text_percent=percent)
    reader = open_viewer("--topic", "topic", "--plain", library=packs.folder, size=(1280, 800))
    (button,) = [b for b in reader.window.sidebar.findChildren(QToolButton) if b.isVisible()]
    needed = max(
        button.fontMetrics().horizontalAdvance(line) for line in button.text().splitlines()
    )
    assert needed + button.iconSize().width() <= button.width(), button.text()
