"""The strip under the page while it is read aloud."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame

from viewer.core.locales import format_number
from viewer.ui.button import Button
from viewer.ui.flow_layout import FlowLayout
from viewer.ui.focus_back import hand_over
from viewer.ui.fonts import control_font
from viewer.ui.line_label import LineLabel

LEAST = 44
"""Pixels of a control each way, so that a finger hits it."""
_WITH_PACE, _WITH_PLACE = 36, 18
"""Ems of width from which the strip says how fast it reads, and where: the page needs the room."""


class ListeningBar(QFrame):
    """Says which sentence is read, how fast, or why none is; knows neither page nor voice."""

    pause_requested = Signal()
    """Also to go on."""
    slower_requested = Signal()
    faster_requested = Signal()
    stop_requested = Signal()
    """Also to close it, once nothing is read any more."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("listeningBar")
        self._language = "en"
        self._is_paused = self._is_over = False
        self._place = (0, 0)
        """Which sentence is read, from 1, and how many there are; 0: none yet."""
        self._speed = 0
        self._pixels = LEAST
        self.pause, self.slower, self.faster, self.stop = (Button() for _ in range(4))
        self.place, self.pace, self.message = (LineLabel() for _ in range(3))
        layout = FlowLayout(self, QMargins(14, 4, 14, 4), 8)
        for button, request in (
            (self.pause, self.pause_requested),
            (self.slower, self.slower_requested),
            (self.faster, self.faster_requested),
            (self.stop, self.stop_requested),
        ):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(request)
            layout.addWidget(button)
        for label in (self.place, self.pace, self.message):
            layout.addWidget(label)
        self.message.hide()
        self.hide()
        self._name_controls()

    def set_language(self, language: str) -> None:
        """Write numbers as this language does."""
        self._language = language
        self._name_controls()

    def begin(self) -> None:
        """Something is about to be read."""
        self.show_message("")
        self.show_place(0, 0, paused=False)

    def show_place(self, at: int, of: int, *, paused: bool) -> None:
        """Say which sentence is read, counted from 1, and of how many; 0: the voice starts."""
        self._is_over = False
        self._place, self._is_paused = (at, of), paused
        self._name_controls()
        self.show()

    def show_speed(self, step: int, *, slower: bool, faster: bool) -> str:
        """Say how fast it is read, from -2 to 2, and what of both can be had; gives what it says.

        A button that can do no more gives its focus to the other.
        """
        self._speed = step
        for button, other, enabled in (
            (self.slower, self.faster, slower),
            (self.faster, self.slower, faster),
        ):
            hand_over(button, other, usable=enabled)
            button.setEnabled(enabled)
        self._name_controls()
        return self._pace()

    def show_message(self, words: str) -> None:
        """Say why something is not heard; empty: all is."""
        self.message.setText(words)
        self.message.setVisible(bool(words))
        if words:
            self.show()

    def show_end(self) -> None:
        """Nothing is read any more, but a message stays to be read."""
        focused = any(b.hasFocus() for b in (self.pause, self.slower, self.faster))
        self._is_over = True
        self._name_controls()
        if focused:
            self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def entry(self) -> Button:
        """What takes the focus in it."""
        return self.stop if self._is_over else self.pause

    def set_scale(self, pixels: int) -> None:
        """Use a font of so many pixels."""
        self._pixels = pixels
        for button in (self.pause, self.slower, self.faster, self.stop):
            button.setFont(control_font(pixels, bold=True))
            button.setMinimumSize(LEAST, max(LEAST, round(pixels * 2.2)))
        for label in (self.place, self.pace, self.message):
            label.setFont(control_font(pixels))
        self._arrange()

    def _name_controls(self) -> None:
        self.setAccessibleName(self.tr("Reading aloud"))
        for button, name, key in (
            (self.pause, self.tr("Go on") if self._is_paused else self.tr("Pause"), "Ctrl+Shift+L"),
            (self.slower, self.tr("Slower"), ""),
            (self.faster, self.tr("Faster"), ""),
            (self.stop, self.tr("Close") if self._is_over else self.tr("Stop"), "Esc"),
        ):
            button.setText(name)
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({key})" if key else name)
        self.place.setText(self._said())
        self.pace.setText(self._pace())
        self.setFocusProxy(self.entry)
        self._arrange()

    def _arrange(self) -> None:
        """Show what there is to say, and room for."""
        wide, reads = self.width() / self._pixels, not self._is_over
        has_begun = bool(self._place[0])
        for widget, shown in (
            (self.pause, reads),
            (self.slower, reads),
            (self.faster, reads),
            (self.place, reads and (wide >= _WITH_PLACE or not has_begun)),
            (self.pace, reads and wide >= _WITH_PACE),
        ):
            if widget.isHidden() is shown:
                widget.setVisible(shown)
        self.updateGeometry()

    def _said(self) -> str:
        at, of = (format_number(number, self._language) for number in self._place)
        if not self._place[0]:
            return self.tr("One moment…")
        if self._is_paused:
            return self.tr("Paused at sentence {} of {}").format(at, of)
        return self.tr("Sentence {} of {}").format(at, of)

    def _pace(self) -> str:
        return {
            -2: self.tr("Very slow"),
            -1: self.tr("Slow"),
            0: self.tr("Usual speed"),
            1: self.tr("Fast"),
            2: self.tr("Very fast"),
        }[self._speed]

    # --- what Qt asks -----------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops from anywhere in the strip."""
        if event.key() == Qt.Key.Key_Escape:
            self.stop_requested.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_controls()
