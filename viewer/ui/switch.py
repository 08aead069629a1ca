"""A switch: a check box that looks like what it is on a phone.

The style sheet paints it, and the track with its knob is an icon: painting it
in Python would import the namespace ``Qt``, see ``qt_numbers``.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QIcon, QPaintEvent
from PySide6.QtWidgets import QCheckBox

from viewer.ui import qt_numbers
from viewer.ui.fonts import control_font
from viewer.ui.icons import Icons
from viewer.ui.theme import Theme

LEAST_HEIGHT = 44
"""Pixels, so that a finger hits it."""
_TRACK_SHAPE = 56 / 24
"""Width to height of the drawing: the track, and space between it and the words."""


class Switch(QCheckBox):
    """Its words, and a track with a knob; the whole of it can be pressed."""

    def __init__(self, text: str, icons: Icons) -> None:
        super().__init__(text)
        self._icons = icons
        self._tracks: dict[bool, QIcon] = {}
        self.toggled.connect(self._show_track)

    def set_scale(self, theme: Theme, pixels: int, ratio: float, *, mirrored: bool = False) -> None:
        """Draw with this theme, and with a bold font of so many pixels.

        The track stands after the words; ``mirrored`` where writing runs from right to left.
        """
        towards = qt_numbers.LEFT_TO_RIGHT if mirrored else qt_numbers.RIGHT_TO_LEFT
        self.setProperty("layoutDirection", towards)
        self.setFont(control_font(pixels, bold=True))
        height = round(pixels * 1.55)
        names = {False: ("switch-off", theme.track), True: ("switch-on", theme.on_accent)}
        self._tracks = {
            on: QIcon(
                self._icons.pixmap(
                    name, colour, height, ratio, shape=_TRACK_SHAPE, mirrored=mirrored
                )
            )
            for on, (name, colour) in names.items()
        }
        self._show_track(self.isChecked())
        self.setIconSize(QSize(round(height * _TRACK_SHAPE), height))
        self.updateGeometry()

    def _show_track(self, on: bool) -> None:
        self.setIcon(self._tracks[on])

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isChecked() and self.hasFocus():
            from viewer.ui.focus_ring import paint_ring  # late: not for the first paint

            paint_ring(self)

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        high = max(LEAST_HEIGHT, round(self.iconSize().height() * 1.5))
        return QSize(size.width(), high)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)
