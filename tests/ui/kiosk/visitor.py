"""What a visitor does at a kiosk: touches, where they would really be."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from viewer.ui.kiosk.field import Field
from viewer.ui.kiosk.window import KioskWindow

LEFT = Qt.MouseButton.LeftButton
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


class Visitor:
    """Somebody who stands, or sits, at a kiosk."""

    def __init__(self, window: KioskWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot

    # --- what they see --------------------------------------------------------------------

    @property
    def buttons(self) -> list[QAbstractButton]:
        """Every button that can be seen, in no order."""
        found = self.window.findChildren(QAbstractButton)
        return [button for button in found if button.isVisible()]

    @property
    def names(self) -> list[str]:
        """The accessible names of every button in sight."""
        return [button.accessibleName() or button.text() for button in self.buttons]

    @property
    def tiles(self) -> list[str]:
        """The titles of Home's tiles, empty on any other front."""
        home = self.window.home
        return [tile.text() for tile in home.tiles] if home.isVisible() else []

    @property
    def is_home(self) -> bool:
        """Whether Home is in sight, and no page."""
        return self.window.home.isVisible() and not self.window.view.isVisible()

    @property
    def title(self) -> str:
        """The first line of what is shown."""
        if self.window.home.isVisible():
            return self.window.home.title.text()
        if self.window.view.isVisible():
            return self.window.view.document().begin().text()
        heading = self.window.topics.findChild(QLabel, "topicsHeading")
        return heading.text() if isinstance(heading, QLabel) else ""

    @property
    def page(self) -> str:
        """The words of the page; empty where none is in sight."""
        view = self.window.view
        return view.toPlainText() if view.isVisible() else ""

    @property
    def words(self) -> str:
        """What all labels in sight say."""
        labels = self.window.findChildren(QLabel)
        return " ".join(label.text() for label in labels if label.isVisible())

    @property
    def field(self) -> Field:
        """The search field."""
        return next(field for field in self.window.findChildren(Field) if field.isVisible())

    def button(self, name: str) -> QAbstractButton:
        """The button in sight with this name, or one that begins so."""
        exact = [b for b in self.buttons if name in (b.accessibleName(), b.text().strip())]
        begins = [b for b in self.buttons if (b.accessibleName() or b.text()).startswith(name)]
        assert exact or begins, f"{name}: there are {self.names}"
        return (exact or begins)[0]

    def rect(self, widget: QWidget) -> QRect:
        """Where something is in the window."""
        return QRect(widget.mapTo(self.window, QPoint()), widget.size())

    # --- what they do ---------------------------------------------------------------------

    def touch(self, name: str) -> None:
        """Touch a button."""
        self.look()
        button = self.button(name)
        bar = self.window.home.scroll_bar
        if button in self.window.home.tiles and bar.maximum():
            bar.setValue(button.y())  # as a finger would bring it into sight
            self.look()
        self.touch_at(self.rect(button).center())

    @staticmethod
    def look() -> None:
        """See where everything is, once what has come or gone has its place."""
        for _ in range(3):  # Home measures itself after it has been laid out
            QApplication.processEvents()

    def touch_at(self, point: QPoint) -> None:
        """Touch the screen at a point of the window."""
        widget = self.window.childAt(point) or self.window
        QTest.mouseClick(widget, LEFT, NO_MODIFIER, widget.mapFrom(self.window, point))
        self.look()

    def touch_words(self, words: str) -> None:
        """Touch words of the page, scrolled to."""
        view = self.window.view
        found = view.document().find(words)
        assert not found.isNull(), words
        found.setPosition((found.selectionStart() + found.selectionEnd()) // 2)
        bar = view.verticalScrollBar()
        bar.setValue(view.cursorRect(found).top() + bar.value() - view.viewport().height() // 2)
        self.touch_at(view.viewport().mapTo(self.window, view.cursorRect(found).center()))

    def touch_row(self, title: str) -> None:
        """Touch a row at the end of the page: the last that has these words."""
        view = self.window.view
        position, found = 0, view.document().find(title)
        while not found.isNull():
            position = (found.selectionStart() + found.selectionEnd()) // 2
            found = view.document().find(title, found)
        cursor = view.textCursor()
        cursor.setPosition(position)
        bar = view.verticalScrollBar()
        bar.setValue(view.cursorRect(cursor).top() + bar.value() - view.viewport().height() // 2)
        self.touch_at(view.viewport().mapTo(self.window, view.cursorRect(cursor).center()))

    def drag(self, start: QPoint, end: QPoint) -> None:
        """Move a finger over the screen, as the system tells of it."""
        window = self.window.windowHandle()
        QTest.mousePress(window, LEFT, pos=start)
        for step in range(1, 11):
            self.qtbot.wait(4)
            QTest.mouseMove(window, start + (end - start) * step / 10)
        QTest.mouseRelease(window, LEFT, pos=end)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
