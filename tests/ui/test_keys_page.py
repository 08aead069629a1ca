"""The page of keys (F1): all keys are on it, it is read and closed by keys, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTextBrowser, QWidget

from tests.conftest import OpenViewer
from tests.ui.measuring import rect_in
from tests.ui.nurse import Nurse
from tests.ui.reader import CONTROL, LEFT, Reader
from tests.ui.test_clinic_page import opened
from viewer.ui.help_dialog import HelpDialog
from viewer.ui.key_list import Where, installed_in, key_groups
from viewer.ui.key_page import written_key

Key = Qt.Key


def help_page(reader: Reader) -> HelpDialog | None:
    """The page over the window; None where it is not to be seen."""
    found = [d for d in reader.window.findChildren(HelpDialog) if d.isVisible()]
    return found[0] if found else None


def open_help(reader: Reader) -> HelpDialog:
    """Press F1 where the focus is."""
    reader.key(Key.Key_F1)
    page = help_page(reader)
    assert page is not None
    reader.qtbot.waitUntil(page.isActiveWindow)
    return page


def press(page: HelpDialog, key: Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    """Press a key where the focus is on the page."""
    focused = page.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier or Qt.KeyboardModifier.NoModifier)


def text_of(page: HelpDialog) -> str:
    return page.view.toPlainText()


def keys_of(widget: QWidget) -> set[str]:
    """The keys that are installed in a window, without those of dialogs over it."""
    own = widget.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return {shortcut.key().toString() for shortcut in own}


def listed(where: Where) -> set[str]:
    """The keys that the page says are there."""
    return {sequence.toString() for _, sequence in installed_in(where)}


def test_every_key_of_the_window_is_on_the_page_and_the_other_way_round(
    open_viewer: OpenViewer,
) -> None:
    reader = open_viewer("--topic", "calciphylaxis")
    assert keys_of(reader.window) == listed(Where.WINDOW)
    page = open_help(reader)
    assert keys_of(page) == listed(Where.HELP)
    words = text_of(page)
    for group in key_groups():
        assert group.title in words
        for key in group.keys:
            assert key.does in words
            assert all(written_key(sequence) in words for sequence in key.sequences)
    page.done(0)


def test_the_keys_of_the_dialogs_are_on_the_page_too(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis")
    settings = opened(reader)
    assert keys_of(settings) == listed(Where.SETTINGS)
    settings.reject()
    nurse = Nurse(reader)
    nurse.open()
    assert keys_of(nurse.dialog) == listed(Where.HANDOUT)


def test_every_key_that_is_written_is_one(open_viewer: OpenViewer) -> None:
    for group in key_groups():
        for key in group.keys:
            assert bool(key.deed) is bool(key.where), key.does
            for sequence in key.sequences:
                assert not sequence.isEmpty()
                assert "Unknown" not in sequence.toString(), key.does


def test_a_key_does_one_thing_in_one_place() -> None:
    for where in Where:
        found = [sequence.toString() for _, sequence in installed_in(where)]
        assert len(found) == len(set(found)), where


def test_it_is_a_page_with_headings_in_the_windows_language(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--language", "es")
    page = open_help(reader)
    assert page.windowTitle() == "Ayuda"
    assert page.view.accessibleName() == "Ayuda"
    block, levels = page.view.document().begin(), []
    while block.isValid():
        if level := block.blockFormat().headingLevel():
            levels.append((level, block.text()))
        block = block.next()
    assert [level for level, _ in levels] == [1, *[2] * len(key_groups())]
    assert levels[0][1] == "Qué hacen las teclas"
    assert "Buscar" in [words for _, words in levels]
    assert "What it does" not in text_of(page)
    page.done(0)


def test_escape_leads_back_to_where_the_focus_was(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--section", "etiology")
    reader.page.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2):
        reader.key(Key.Key_Tab)
    link, top = reader.page.textCursor().selectedText(), reader.page.verticalScrollBar().value()
    assert link
    page = open_help(reader)
    assert QApplication.focusWidget() is page.view
    press(page, Key.Key_Escape)
    reader.qtbot.waitUntil(lambda: QApplication.focusWidget() is reader.page)
    assert help_page(reader) is None
    assert reader.page.textCursor().selectedText() == link
    assert reader.page.verticalScrollBar().value() == top
    for name in ("Theme", "Plain language"):
        reader.button(name).setFocus(Qt.FocusReason.TabFocusReason)
        press(open_help(reader), Key.Key_Escape)
        reader.qtbot.waitUntil(reader.window.isActiveWindow)
        assert reader.focus == name


def test_it_scrolls_by_keys_and_tab_leads_to_close(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis", size=(800, 500))
    page = open_help(reader)
    bar = page.view.verticalScrollBar()
    press(page, Key.Key_PageDown)
    assert bar.value() > 0
    press(page, Key.Key_End)
    assert bar.value() == bar.maximum()
    press(page, Key.Key_Home)
    assert bar.value() == 0
    press(page, Key.Key_Tab)
    assert page.focusWidget() is page.close_button
    press(page, Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert page.focusWidget() is page.view
    press(page, Key.Key_Tab)
    press(page, Key.Key_Return)
    reader.qtbot.waitUntil(lambda: help_page(reader) is None)


def test_its_text_grows_with_the_windows(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis")
    page = open_help(reader)
    before = page.view.document().defaultFont().pixelSize()
    press(page, Key.Key_Plus, CONTROL)
    press(page, Key.Key_Equal, CONTROL)
    assert page.view.document().defaultFont().pixelSize() > before
    assert reader.text_pixels == page.view.document().defaultFont().pixelSize()
    press(page, Key.Key_0, CONTROL)
    assert reader.text_pixels == before
    page.done(0)


@pytest.mark.parametrize("size", [(1280, 800), (320, 480)])
def test_no_word_is_outside_at_three_hundred_per_cent(
    open_viewer: OpenViewer, remember: Callable[..., None], size: tuple[int, int]
) -> None:
    remember(text_percent=300)
    reader = open_viewer("--topic", "calciphylaxis", size=size)
    page = open_help(reader)
    reader.qtbot.waitUntil(lambda: page.view.horizontalScrollBar().maximum() == 0)
    assert page.rect().contains(rect_in(page.close_button, page))
    assert page.close_button.height() >= 44
    page.done(0)


@pytest.mark.slow
def test_the_handouts_window_and_the_clinics_page_open_it_too(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis")
    nurse = Nurse(reader)
    nurse.open()
    at = nurse.dialog.focusWidget()
    assert at is not None
    QTest.keyClick(at, Key.Key_F1)
    page = help_page(reader)
    assert page is not None
    press(page, Key.Key_Escape)
    reader.qtbot.waitUntil(nurse.dialog.isActiveWindow)
    assert QApplication.focusWidget() is at
    nurse.press("Close")
    settings = opened(reader)
    QTest.keyClick(settings.name, Key.Key_F1)
    page = help_page(reader)
    assert page is not None
    press(page, Key.Key_Escape)
    reader.qtbot.waitUntil(settings.isActiveWindow)
    assert QApplication.focusWidget() is settings.name
    settings.reject()


def test_the_menu_has_it_for_the_mouse(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis")

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = menu.actions()[-1]
        assert action.text() == "Help\tF1"
        QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())

    QTimer.singleShot(0, choose)
    reader.press("Theme")
    page = help_page(reader)
    assert page is not None
    assert isinstance(page.view, QTextBrowser)
    page.done(0)


def test_a_second_f1_opens_no_second_page(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis")
    page = open_help(reader)
    press(page, Key.Key_F1)
    assert len(reader.window.findChildren(HelpDialog)) == 1
    page.done(0)


def test_signs_are_named(qapp: QApplication) -> None:
    assert written_key(QKeySequence("Ctrl+,")) == "Ctrl+, (comma)"
    assert written_key(QKeySequence("Ctrl++")) == "Ctrl++ (plus)"
    assert written_key(QKeySequence("Ctrl+K")) == "Ctrl+K"
