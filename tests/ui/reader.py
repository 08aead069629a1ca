"""What a person does at a window: clicks, keys and the wheel, where they would really be."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.sight import Sight
from viewer.ui.finder import SmallFinder
from viewer.ui.window import Window

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
SETTLED = 100
"""Milliseconds."""
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


class Reader(Sight):
    """Somebody who sits in front of a window."""

    def __init__(self, window: Window, qtbot: QtBot, *, shown: bool) -> None:
        super().__init__(window)
        self.shown = shown
        self.qtbot = qtbot
        self.has_settled = False
        """The window has done all that it does after its first paint."""

    def settle_soon(self) -> None:
        """Say so once the window has had its moment; timers come in the order of their times."""

        def settled() -> None:
            self.has_settled = True

        QTimer.singleShot(SETTLED, settled)

    # --- controls -----------------------------------------------------------------

    def press(self, name: str, *, inside: QWidget | None = None) -> None:
        """Click a control of the window, or of a part of it; one under More is chosen there."""
        if inside is None:
            button = self.button(name)
            if not button.isVisible() and self.window.toolbar.more.isVisible():
                self._choose(self.window.toolbar.more.accessibleName(), name)
                return
        else:
            buttons = inside.findChildren(QAbstractButton)
            button = next(b for b in buttons if b.text() == name)
        assert button.isVisible(), name
        QTest.mouseClick(button, LEFT, pos=button.rect().center())

    def choose_theme(self, name: str) -> None:
        """Press Theme, and choose from its menu."""
        self._choose("Theme", name)

    def choose_language(self, name: str) -> None:
        """Press Language, and choose from its menu."""
        self._choose("Language", name)

    def menu_of(self, control: str) -> dict[str, bool]:
        """The entries of a control's menu, and which of them are ticked."""
        found: dict[str, bool] = {}
        self._choose(control, "", found)
        return found

    def _choose(self, control: str, name: str, found: dict[str, bool] | None = None) -> None:
        def choose() -> None:
            menu = QApplication.activePopupWidget()
            if not isinstance(menu, QMenu):
                return
            if found is not None:
                found.update({a.text(): a.isChecked() for a in menu.actions()})
            action = next((a for a in menu.actions() if a.text() == name), None)
            if action is not None:
                QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
            menu.close()

        def open_and_choose() -> None:
            menu = QApplication.activePopupWidget()
            if isinstance(menu, QMenu):
                action = next(a for a in menu.actions() if a.text() == control)
                QTimer.singleShot(0, choose)
                QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
                menu.close()

        more = self.window.toolbar.more
        if self.button(control).isVisible() or not more.isVisible():
            QTimer.singleShot(0, choose)
            self.press(control)
        else:
            QTimer.singleShot(0, open_and_choose)
            self.press(more.accessibleName())

    def choose_theme_by_keys(self, name: str) -> None:
        """Open the Theme menu with the space bar, and choose with arrow and Enter."""

        def choose() -> None:
            menu = QApplication.activePopupWidget()
            if not isinstance(menu, QMenu):
                return
            for _ in menu.actions():
                QTest.keyClick(menu, Qt.Key.Key_Down)
                action = menu.activeAction()
                if action and action.text() == name:
                    QTest.keyClick(menu, Qt.Key.Key_Return)
                    break
            menu.close()

        QTimer.singleShot(0, choose)
        QTest.keyClick(self.button("Theme"), Qt.Key.Key_Space)

    def type(self, text: str) -> None:
        """Type where the focus is, on the keyboard that has the letters."""
        widget = QApplication.focusWidget() or self.search
        if text.isascii():
            QTest.keyClicks(widget, text)
            return
        for letter in text:  # QTest knows the keys of Latin letters alone, and ends the program
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(widget, QKeyEvent(kind, 0, NO_MODIFIER, letter))

    def look_for(self, text: str) -> None:
        """Go to the search by its key, and type; of a few topics once texts can be searched."""
        self.key(Qt.Key.Key_K, CONTROL)
        finder = self.window._session.desk.finder
        if isinstance(finder, SmallFinder):
            self.qtbot.waitUntil(lambda: finder.is_complete, timeout=20_000)
        self.type(text)

    def click_found(self, words: str) -> None:
        """Click a result of the search."""
        role = Qt.ItemDataRole.AccessibleTextRole
        index = next(i for i in self.found_rows() if i.data(role) == words)
        self.found_list.scrollTo(index)
        at = self.found_list.visualRect(index).center()
        QTest.mouseClick(self.found_list.viewport(), LEFT, pos=at)

    def open_row(self, text: str) -> None:
        """Click a row of the sidebar."""
        self.click_index(next(index for index in self.indexes() if index.data() == text))

    def click_index(self, index: QModelIndex) -> None:
        """Scroll to a row and click it."""
        assert self.sections.isVisible()
        self.sections.scrollTo(index)
        at = self.sections.visualRect(index).center()
        QTest.mouseClick(self.sections.viewport(), LEFT, pos=at)

    def go_to_page(self) -> None:
        """Give the page the focus."""
        self.page.setFocus()

    # --- the page -----------------------------------------------------------------

    def point_of(self, position: int) -> QPoint:
        """Where a character of the page is in the browser, scrolled to."""
        page = self.page
        cursor = page.textCursor()
        cursor.setPosition(position)
        top = page.cursorRect(cursor).top() + page.verticalScrollBar().value()
        self.drag_to(top - page.viewport().height() // 2)
        return page.cursorRect(cursor).center() + QPoint(2, 0)

    def point_in(self, words: str) -> QPoint:
        """Where some words of the page are in the browser, scrolled to."""
        found = self.page.document().find(words)
        assert not found.isNull(), words
        return self.point_of(found.selectionStart() + len(words) // 2)

    def click_at(self, point: QPoint) -> None:
        """Click the page."""
        QTest.mouseClick(self.page.viewport(), LEFT, pos=point)

    def click_link(self, words: str) -> None:
        """Click a link of the page."""
        fragment = next(
            f for f in self.fragments() if f.charFormat().anchorHref() and words in f.text()
        )
        self.click_at(self.point_of(fragment.position() + len(fragment.text()) // 2))

    def scroll_to(self, part: float) -> None:
        """Drag the page's scroll bar to a part of its length, from 0 to 1."""
        self.drag_to(round(self.page.verticalScrollBar().maximum() * part))

    def drag_to(self, pixels: int) -> None:
        """Drag the page's scroll bar."""
        bar = self.page.verticalScrollBar()
        bar.setSliderDown(True)
        bar.setSliderPosition(pixels)
        bar.setSliderDown(False)

    def scroll_to_line(self, words: str) -> None:
        """Scroll until a line that begins with ``words`` is the first in sight."""
        line = next(line for line in self.lines() if line.words.startswith(words))
        self.drag_to(int(line.rect.top()) - 4)
        assert self.line_at_top.startswith(words)

    # --- keys, wheel, window --------------------------------------------------------

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def turn_wheel(self, steps: int, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """Turn the wheel over the page; ``steps`` up, or down where negative."""
        viewport = self.page.viewport()
        at = QPointF(viewport.rect().center())
        buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        for _ in range(abs(steps)):
            turn = QPoint(0, 120 if steps > 0 else -120)
            event = QWheelEvent(
                at, viewport.mapToGlobal(at), QPoint(), turn, buttons, modifier, phase, False
            )
            QApplication.sendEvent(viewport, event)

    def resize(self, width: int, height: int) -> None:
        """Drag the window's corner, and wait until the page is laid out anew."""
        if (self.window.width(), self.window.height()) == (width, height):
            return
        with self.qtbot.waitSignal(self.window.view.width_changed, timeout=200, raising=False):
            self.window.resize(width, height)

    def close(self) -> None:
        """Close the window."""
        self.window.close()
