"""Somebody who reads without a mouse: every deed is done by keys, sent to what has the focus.

Has the deeds of a reader with a mouse under the same names, so that each journey can be made
both ways: ``@both_ways`` over a test makes its twin.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

from tests.ui.reader import CONTROL, NO_MODIFIER, SHIFT, Reader

Key = Qt.Key
MOST = 80
"""Presses of a key after which somebody gives up."""


class KeyReader(Reader):
    """No click, no wheel, and no focus but where keys have led."""

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """Press a key where the focus is, and see that the focus is somewhere after it."""
        focused = QApplication.focusWidget()
        assert focused is not None, "the focus is lost"
        QTest.keyClick(focused, key, modifier)
        now = QApplication.focusWidget()
        assert now is not None, "the focus is lost"
        assert now.isVisible()

    # --- controls -----------------------------------------------------------------

    def tab_to(self, *names: str) -> QWidget:
        """Press Tab until one of these names is said."""
        met = []
        for _ in range(MOST):
            focused = QApplication.focusWidget()
            if focused is not None and set(names) & self._names(focused):
                return focused
            met.append(self.focus)
            if focused is self.page:
                self.key(Key.Key_F6)  # not through all its links
            elif self._is_before(names, focused):
                self.key(Key.Key_Backtab, SHIFT)
            else:
                self.key(Key.Key_Tab)
        raise AssertionError(f"{names} are not among {met}")

    def press(self, name: str, *, inside: QWidget | None = None) -> None:
        """Go to a control and press it."""
        assert inside is None
        more = self.window.toolbar.more
        if not self.button(name).isVisible() and more.isVisible():
            self._choose(more.accessibleName(), name)
            return
        if not self.button(name).isEnabled():
            return  # a click on it does nothing either
        button = self.tab_to(*self._names(self.button(name)))
        assert isinstance(button, QAbstractButton)
        self.key(Key.Key_Space)

    def _choose(self, control: str, name: str, found: dict[str, bool] | None = None) -> None:
        assert found is None

        def choose() -> None:
            menu = QApplication.activePopupWidget()
            if not isinstance(menu, QMenu):
                return
            for _ in range(MOST):
                QTest.keyClick(menu, Key.Key_Down)
                action = menu.activeAction()
                if action.text() == name:
                    QTest.keyClick(menu, Key.Key_Return)
                    return
            QTest.keyClick(menu, Key.Key_Escape)

        button = self.tab_to(*self._names(self.button(control)))
        QTimer.singleShot(0, choose)
        QTest.keyClick(button, Key.Key_Space)
        self.bring()
        assert QApplication.focusWidget() is button, "where it was before the menu"

    def bring(self) -> None:
        """Let the window have the keys again, which desktops do by themselves."""

        def is_in_front() -> bool:
            if not self.window.isActiveWindow():
                self.window.activateWindow()
            return self.window.isActiveWindow()

        self.qtbot.waitUntil(is_in_front)

    def open_row(self, text: str) -> None:
        """Go to the sidebar, move to a row and open it."""
        self._go_round_to(self.sections)
        self.key(Key.Key_Home)
        for _ in range(MOST):
            if self.row_at_keys == text:
                break
            self.key(Key.Key_Down)
        assert self.row_at_keys == text
        self.key(Key.Key_Return)

    def click_index(self, index: QModelIndex) -> None:
        raise AssertionError("no mouse")

    # --- the page -----------------------------------------------------------------

    def click_link(self, words: str) -> None:
        """Go to the page, on to a link, and follow it."""
        self._go_round_to(self.page)
        for _ in range(MOST):
            self.key(Key.Key_Tab)
            assert QApplication.focusWidget() is self.page, f"{words}: Tab has left the page"
            if words in self.page.textCursor().selectedText():
                assert (
                    self.page.viewport()
                    .rect()
                    .intersects(self.page.cursorRect(self.page.textCursor()))
                )
                self.key(Key.Key_Return)
                return
        raise AssertionError(words)

    def drag_to(self, pixels: int) -> None:
        """Scroll until so much of the page is above, as near as keys come."""
        self._go_round_to(self.page)
        bar = self.page.verticalScrollBar()
        self.key(Key.Key_Home)
        while bar.value() + bar.pageStep() <= pixels and bar.value() < bar.maximum():
            self.key(Key.Key_PageDown)
        while bar.value() < min(pixels, bar.maximum()):
            self.key(Key.Key_Down)

    def scroll_to_line(self, words: str) -> None:
        """Scroll down, line by line at last, until a line is the first in sight."""
        line = next(line for line in self.lines() if line.words.startswith(words))
        self.drag_to(int(line.rect.top()) - self.page.verticalScrollBar().singleStep())
        for _ in range(3):
            if self.line_at_top.startswith(words):
                return
            self.key(Key.Key_Down)
        assert self.line_at_top.startswith(words)

    def turn_wheel(self, steps: int, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """What Ctrl and the wheel do, the keys for text size do too."""
        assert modifier == CONTROL
        for _ in range(abs(steps)):
            self.key(Key.Key_Plus if steps > 0 else Key.Key_Minus, CONTROL)

    def go_to_page(self) -> None:
        """Go round the window to the page."""
        self._go_round_to(self.page)

    # --- where the focus is -----------------------------------------------------------

    def _go_round_to(self, region: QWidget) -> None:
        """Press F6 until a part of the window has the focus."""
        for _ in range(6):
            if QApplication.focusWidget() is region:
                return
            self.key(Key.Key_F6)
        raise AssertionError(f"F6 does not lead to {region.accessibleName()}")

    def _is_before(self, names: tuple[str, ...], focused: QWidget | None) -> bool:
        """Whether one of the names stands before the focus, as the eye sees."""
        controls = (*self.window.toolbar.controls, *self.window.sidebar.controls)
        if focused not in controls:
            return False
        before = controls[: controls.index(focused)]
        return any(c.isVisible() and set(names) & self._names(c) for c in before)

    @staticmethod
    def _names(widget: QWidget) -> set[str]:
        said = {widget.accessibleName()}
        if isinstance(widget, QAbstractButton):
            said.add(widget.text())
        return said - {""}


both_ways = pytest.mark.parametrize("reader_kind", [Reader, KeyReader], ids=["mouse", "keys"])
"""Over a journey: it is made with the mouse, and by keys alone."""
