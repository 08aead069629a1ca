"""How the handout dialog is laid out: side by side, or, where there is no room, in a column."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from viewer.ui.flow_layout import FlowLayout

_CHOICES = 23
"""Ems that the choices are wide, beside the preview."""
_LEAST_PAPER = 300
"""Pixels of paper, each way, that are worth looking at."""
_MOST_ROW = 0.35
"""Part of the height that the buttons may take away from what scrolls."""
_SHEET = 1.15
"""Height of the preview by its width, in a column: so much of a page is seen at once."""


class HandoutBody:
    """Moves the parts of the dialog to where they have room."""

    def __init__(
        self, dialog: QDialog, choices: QWidget, preview: QWidget, strip: QWidget, status: QLabel
    ) -> None:
        self._dialog, self._choices, self._preview = dialog, choices, preview
        self._status = status
        self._pixels = 16
        self._placed: tuple[bool, bool] | None = None
        """Whether all stands in a column, and the buttons in it too."""
        status.setWordWrap(True)
        status.setTextFormat(Qt.TextFormat.PlainText)
        status.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        status.hide()
        self.aside = scroll_area()
        """Holds the choices beside the preview."""
        self.whole = scroll_area()
        """Holds all but the buttons."""
        inside = QWidget()
        inside.setObjectName("handoutInside")
        self._inside = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        self._inside.addWidget(self.aside)
        self._inside.addWidget(preview, 1)
        self.whole.setWidget(inside)
        self._row = QFrame()
        self._row.setObjectName("handoutRow")
        self._below = QVBoxLayout(self._row)
        self._below.addWidget(strip)
        self._below.addWidget(status)
        self._column = QVBoxLayout(dialog)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.whole, 1)
        self._column.addWidget(self._row)

    def add_buttons(self, buttons: Iterable[QWidget]) -> None:
        """Put the buttons in the last row, or rows."""
        holder = QWidget()
        flow = FlowLayout(holder, QMargins(), 8)
        for button in buttons:
            flow.addWidget(button)
        self._below.addWidget(holder)

    def show_status(self, has_words: bool) -> None:
        """Give the sentence of the status its room."""
        self._status.setVisible(has_words)

    def set_scale(self, pixels: int) -> None:
        """Lay out for a font of so many pixels."""
        self._pixels = pixels
        around, beside = round(pixels * 0.7), min(pixels, self._dialog.width() // 25)
        self._below.setContentsMargins(beside, around, beside, around)
        self._below.setSpacing(around // 2)
        self.fit()

    def bring(self, widget: QWidget | None) -> None:
        """Scroll to what has the focus now."""
        above = widget.parentWidget() if widget is not None else None
        while widget is not None and above is not None and above is not self._dialog:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(widget, 0, self._pixels)
            above = above.parentWidget()

    def fit(self) -> None:
        """The dialog, or its letters, have another size."""
        width, height = self._dialog.width(), self._dialog.height()
        narrow = width < self._pixels * _CHOICES + _LEAST_PAPER
        row = self._row.heightForWidth(width)
        if (narrow, row > height * _MOST_ROW) != self._placed:
            self._placed = (narrow, row > height * _MOST_ROW)
            self._place(*self._placed)
        self.aside.setFixedWidth(self._pixels * _CHOICES)
        high = min(round(width * _SHEET), max(_LEAST_PAPER, height - row))
        self._preview.setMinimumHeight(high if narrow else _LEAST_PAPER)

    def _place(self, narrow: bool, high_row: bool) -> None:
        """Put choices and buttons where they belong: in what scrolls, or beside and below that."""
        focused = self._dialog.focusWidget()
        self.aside.takeWidget()
        self._inside.removeWidget(self._choices)
        if narrow:
            self._inside.insertWidget(0, self._choices)
        else:
            self.aside.setWidget(self._choices)
        self._choices.show()
        self.aside.setVisible(not narrow)
        (self._inside if narrow and high_row else self._column).addWidget(self._row)
        directions = QBoxLayout.Direction
        self._inside.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        if focused is not None:
            focused.setFocus()


def scroll_area() -> QScrollArea:
    """An empty place for what may be higher than there is room."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
