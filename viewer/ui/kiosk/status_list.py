"""Rows of a name and what there is to say, which a finger scrolls where they are many."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QScroller, QWidget

from viewer.ui.fonts import control_font

_NARROW = 24
"""Below so many times the height of its letters, a value stands under its name."""

_BELOW_ALL = 99
"""A row of the grid that takes what room is left."""


class StatusList(QScrollArea):
    """Plain words only: a topic's name is no markup."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[tuple[str, str], ...] = ()
        self._labels: list[tuple[QLabel, QLabel]] = []
        self._pixels = 0
        self._stacked: bool | None = None
        self._inside = QWidget()
        self._inside.setObjectName("statusInside")
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setRowStretch(_BELOW_ALL, 1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._inside)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: tuple[tuple[str, str], ...]) -> None:
        """Show these; where nothing has changed nothing is touched."""
        if [name for name, _ in rows] != [name for name, _ in self._rows]:
            self._build(rows)
        for (_, value), (_, label) in zip(rows, self._labels, strict=True):
            if label.text() != value:
                label.setText(value)
        self._rows = rows

    def set_scale(self, pixels: int) -> None:
        """Letters of so many pixels."""
        self._pixels = pixels
        for name, value in self._labels:
            name.setFont(control_font(pixels))
            value.setFont(control_font(pixels, bold=True))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self, rows: tuple[tuple[str, str], ...]) -> None:
        for pair in self._labels:
            for label in pair:
                self._grid.removeWidget(label)
                label.hide()
                label.deleteLater()
        self._labels = [(_plain(name, "name"), _plain(value, "value")) for name, value in rows]
        self._stacked = None
        self.set_scale(self._pixels or 1)

    def _arrange(self) -> None:
        """Names beside what there is to say, or above it where that would be too narrow."""
        stacked = self.width() < self._pixels * _NARROW
        gap = round(self._pixels * 0.8)
        self._grid.setHorizontalSpacing(gap)
        self._grid.setVerticalSpacing(round(gap * 0.4) if stacked else gap)
        if stacked is self._stacked:
            return
        self._stacked = stacked
        for at, (name, value) in enumerate(self._labels):
            self._grid.addWidget(name, 2 * at, 0)
            self._grid.addWidget(value, 2 * at + stacked, 0 if stacked else 1)
        self._grid.setColumnStretch(0, int(stacked))
        self._grid.setColumnStretch(1, int(not stacked))


def _plain(words: str, part: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
    label.setWordWrap(part == "value")
    label.setProperty("part", part)
    return label
