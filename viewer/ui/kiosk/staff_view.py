"""What the staff's page looks like: what is said, and beside or below it what can be pressed."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from viewer.core.pin import SHORTEST
from viewer.ui.button import Button
from viewer.ui.fonts import control_font
from viewer.ui.kiosk.pin_dots import PinDots
from viewer.ui.kiosk.pin_pad import PinPad
from viewer.ui.kiosk.scale import TARGET
from viewer.ui.kiosk.staff_style import staff_sheet
from viewer.ui.kiosk.status_list import StatusList
from viewer.ui.theme import Theme

_MOST_MARGIN = 64
"""Pixels; large letters need the room more than the margin does."""


class Stage(Enum):
    """What the page shows."""

    CLOSED = 0
    NO_PIN = 1
    ASKING = 2
    OPEN = 3


class StaffView(QWidget):
    """Two halves: side by side, or in portrait all that is pressed in the lower one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.stage = Stage.CLOSED
        self._pixels = 1
        self.title, self.words, self.message = QLabel(), QLabel(), QLabel()
        self.dots, self.pad, self.rows = PinDots(), PinPad(), StatusList()
        self.reload, self.leave, self.close_button = Button(), Button(), Button()
        self.setObjectName("staffPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._said_half, self._pressed_half = QWidget(), QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._said = QVBoxLayout(self._said_half)
        self._pressed = QVBoxLayout(self._pressed_half)
        self._lay_out()
        self.name_controls()

    def set_scale(self, theme: Theme, pixels: int, ratio: float) -> None:
        """Use a theme, and letters of so many pixels on the controls."""
        self.setStyleSheet(staff_sheet(theme, pixels))
        self.title.setFont(control_font(round(pixels * 1.7), bold=True))
        self.words.setFont(control_font(pixels))
        self.message.setFont(control_font(pixels, bold=True))
        self.message.setMinimumHeight(self.message.fontMetrics().lineSpacing())  # nothing jumps
        self.dots.set_scale(theme, pixels)
        self.pad.set_scale(pixels)
        self.rows.set_scale(pixels)
        for button in (self.reload, self.leave, self.close_button):
            button.setFont(control_font(pixels, bold=True))
            button.setMinimumHeight(TARGET)
            button.setMaximumWidth(pixels * 18)
        self._pixels = pixels
        gap = min(pixels * 2, _MOST_MARGIN)
        self._halves.setSpacing(gap)
        self._halves.setContentsMargins(gap, gap, gap, gap)
        self._said.setSpacing(pixels)
        self._pressed.setSpacing(round(pixels * 0.7))
        self._share_room()

    def retranslate(self) -> None:
        """Take the words from the language that is spoken now."""
        self.name_controls()
        self.pad.retranslate()
        self.show_stage(self.stage)

    def show_stage(self, stage: Stage) -> None:
        """Show what belongs to a stage, and its words."""
        self.stage = stage
        asks, is_open = stage is Stage.ASKING, stage is Stage.OPEN
        for widget, shown in (
            (self.dots, asks),
            (self.pad, asks),
            (self.rows, is_open),
            (self.reload, is_open),
            (self.leave, is_open),
            (self.close_button, not asks),
        ):
            widget.setVisible(shown)
        if asks:
            words = self.tr("Type the staff’s PIN.")
        elif stage is Stage.NO_PIN:
            words = self.tr(
                "No PIN has been set for this screen yet, so there is nothing to unlock here.\n\n"
                "To set one, type “careleaf pin” on any computer that has Careleaf. Put the line "
                "that it prints into the clinic’s settings, clinic.yaml, and start this screen "
                "again."
            )
        else:
            words = ""
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self._share_room()

    def show_typed(self, count: int, *, waits: bool) -> None:
        """Show how many digits there are, and which keys can be pressed."""
        self.dots.show_count(count, self.tr("Digits typed: {count}").format(count=count))
        self.pad.set_usable(usable=not waits, complete=count >= SHORTEST)

    def show_message(self, words: str, *, wrong: bool = False) -> None:
        """Say something below what is said already."""
        self.message.setText(words)
        if self.message.property("wrong") is not wrong:
            self.message.setProperty("wrong", wrong)
            self.message.style().polish(self.message)

    def name_controls(self) -> None:
        """Give the controls their words."""
        self.setAccessibleName(self.tr("Staff"))
        self.title.setText(self.tr("Staff"))
        self.dots.setAccessibleName(self.tr("PIN"))
        self.rows.setAccessibleName(self.tr("Status"))
        for button, words in (
            (self.reload, self.tr("Reload content")),
            (self.leave, self.tr("Leave kiosk")),
            (self.close_button, self.tr("Close")),
        ):
            button.setAccessibleName(words)
        self._share_room()

    def _lay_out(self) -> None:
        policy = QSizePolicy.Policy
        for half in (self._said_half, self._pressed_half):
            half.setSizePolicy(policy.Ignored, policy.Ignored)  # the halves are equal
            self._halves.addWidget(half, 1)
        for label in (self.title, self.words, self.message):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.title.setProperty("part", "title")
        self._said.addWidget(self.title)
        self._said.addStretch()
        for widget in (self.words, self.dots, self.rows, self.message):
            self._said.addWidget(widget)
        self._said.addStretch()
        self._said.setContentsMargins(0, 0, 0, 0)
        self._pressed.setContentsMargins(0, 0, 0, 0)
        self._pressed.addStretch()
        for button in (self.reload, self.leave, self.close_button):
            button.setSizePolicy(policy.Ignored, policy.Fixed)
        for pressed in (self.pad, self.reload, self.leave, self.close_button):
            line = QBoxLayout(QBoxLayout.Direction.LeftToRight)  # in which a narrow one is centred
            line.addWidget(pressed)
            self._pressed.addLayout(line)
        self._pressed.addStretch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Keep what is read close to what is pressed: beside it, or right above it."""
        upright, is_open = self.height() > self.width(), self.stage is Stage.OPEN
        if self._pixels > 1:  # a long text: as large as half of the screen has room for
            most = max(TARGET // 4, min(self.height(), self.width()) // 32)
            self.words.setFont(control_font(min(self._pixels, most)))
        directions = QBoxLayout.Direction
        self._halves.setDirection(directions.TopToBottom if upright else directions.LeftToRight)
        asks, last = self.stage is Stage.ASKING, self._pressed.count() - 1
        for at, share in ((0, 1), (1, 100 * asks), (last, 1)):
            self._pressed.setStretch(at, share)
        self._said.setStretchFactor(self.rows, int(is_open))
        self._said.setStretch(1, int(not is_open))
        self._said.setStretch(self._said.count() - 1, int(not is_open and not upright))
        edges = self._halves.contentsMargins().left() * 2
        room = self.width() - edges if upright else (self.width() - edges * 1.5) / 2
        for button in (self.reload, self.leave, self.close_button):
            within = min(round(room), button.maximumWidth()) - round(self._pixels * 1.5)
            button.set_wrapped(button.accessibleName(), within)
