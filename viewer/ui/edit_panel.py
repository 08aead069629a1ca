"""Beside the page of somebody who writes: the same page at the other level, and what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from viewer.ui.announcing import announce
from viewer.ui.fonts import control_font
from viewer.ui.page_view import PageView
from viewer.ui.theme import Theme

LEAST_HEIGHT = 44
"""Pixels of a row, so that a finger hits it."""
LOW = 24
"""Lines of text: a lower panel gives most of its room to the part that keys have reached."""
_PADDING, _BORDER = 8, 2
"""Pixels round the words of a row."""


class ProblemRow(NamedTuple):
    """A finding as it is listed."""

    where: str
    """How grave it is, its file, line and rule."""
    said: str
    """What is wrong, and how to mend it."""
    same: str
    """By what it is the same finding once lines before it have come or gone."""


class EditPanel(QWidget):
    """Shows what it is given, and says which finding is chosen."""

    problem_requested = Signal(int)
    """By its row."""

    def __init__(self, view: PageView) -> None:
        """``view`` shows the other level."""
        super().__init__()
        self.setObjectName("editPanel")
        self.view = view
        self._rows: tuple[ProblemRow, ...] = ()
        self.level, self.count, self.list = QLabel(), QLabel(), QListWidget()
        self.level.setWordWrap(True)
        self.count.setWordWrap(True)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setObjectName("problems")
        self.list.setUniformItemSizes(False)
        self.list.itemClicked.connect(self._choose)
        for part in (self.list, self.list.viewport(), view):
            part.installEventFilter(self)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(_column(self.level, view))
        self.split.addWidget(_column(self.count, self.list))
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.split)

    def name_level(self, name: str) -> None:
        """Say which level the other page is at."""
        self.level.setText(name)
        self.view.setAccessibleName(name)

    def show_problems(self, count: str, rows: Sequence[ProblemRow]) -> None:
        """List these, and keep the row that is current where it is still there."""
        was, at = max(self.list.currentRow(), 0), self.list.verticalScrollBar().value()
        current = self._rows[was].same if was < len(self._rows) else None
        self._rows = tuple(rows)
        self.count.setText(count)
        self.list.setAccessibleName(count)
        self.list.clear()
        for row in rows:
            self.list.addItem(QListWidgetItem(f"{row.where}\n{row.said}"))
        alike = [number for number, row in enumerate(rows) if row.same == current]
        # One that has been mended leaves its place to the next.
        near = min(alike, key=lambda number: abs(number - was), default=was)
        self.list.setCurrentRow(min(near, len(rows) - 1))
        self._size_rows()
        self.list.verticalScrollBar().setValue(at)

    def say(self, sentence: str) -> None:
        """Say this over the findings, until they are listed anew."""
        self.count.setText(sentence)
        announce(self.list, sentence)

    def set_scale(self, theme: Theme, pixels: int) -> None:
        """Draw with this theme, and with a font of so many pixels."""
        for label in (self.level, self.count):
            label.setFont(control_font(pixels, bold=True))
            label.setContentsMargins(12, 8, 12, 8)
        self.list.setFont(control_font(pixels))
        self.setStyleSheet(
            f"QLabel {{ color: {theme.ink}; background: {theme.surface};"
            f" border-top: 1px solid {theme.line}; border-left: 1px solid {theme.line}; }}"
            f"#problems {{ color: {theme.ink}; background: {theme.paper};"
            f" border: 4px solid {theme.surface}; outline: 0; }}"
            f"#problems:focus {{ border: 4px solid {theme.focus}; }}"
            f"#problems::item {{ padding: {_PADDING}px; border: {_BORDER}px solid {theme.paper};"
            f" border-bottom-color: {theme.line}; color: {theme.ink}; }}"
            f"#problems::item:selected {{ background: {theme.accent_soft};"
            f" border-color: {theme.accent}; }}"
        )
        self._size_rows()
        self.view.wear(theme)

    def sizeHint(self) -> QSize:
        return QSize(480, 600)

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        """Enter chooses as a click does; rows fit the list, and the focus has the most room."""
        if watched is self.list and isinstance(event, QKeyEvent):
            pressed = event.type() is QEvent.Type.KeyPress
            item = self.list.currentItem()
            if pressed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item:
                self._choose(item)
                return True
        elif event.type() is QEvent.Type.Resize and watched is self.list.viewport():
            self._size_rows()
        elif isinstance(event, QFocusEvent) and event.gotFocus():
            self._share_height(watched, event.reason())
        return super().eventFilter(watched, event)

    def _share_height(self, part: QWidget, reason: Qt.FocusReason) -> None:
        """In a low panel, three quarters for the part that keys have reached.

        Not for one that is pressed: it would move away under the finger.
        """
        lines = self.height() / self.list.fontMetrics().lineSpacing()
        if lines < LOW and reason is not Qt.FocusReason.MouseFocusReason:
            is_list = part is self.list
            self.split.setSizes([self.height() // 4 * n for n in ((1, 3) if is_list else (3, 1))])

    def _size_rows(self) -> None:
        """Give each row the height that all its words need: Qt forgets what is round them."""
        frame = self.list.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 2
        room = self.list.viewport().width() - 2 * (_PADDING + _BORDER + frame)
        metrics = self.list.fontMetrics()
        wraps = int(Qt.TextFlag.TextWordWrap)
        for number in range(self.list.count()):
            item = self.list.item(number)
            text = metrics.boundingRect(QRect(0, 0, max(room, 1), 0), wraps, item.text())
            height = text.height() + 2 * (_PADDING + _BORDER)
            item.setSizeHint(QSize(0, max(height, LEAST_HEIGHT)))

    def _choose(self, item: QListWidgetItem) -> None:
        self.problem_requested.emit(self.list.row(item))


def _column(title: QWidget, below: QWidget) -> QWidget:
    """A title, and what it is of."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(title)
    column.addWidget(below, 1)
    return made
