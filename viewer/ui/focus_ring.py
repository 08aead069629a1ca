"""The ring inside what is filled, which shows the focus: a border is too much like its ground."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QWidget

_RING, _INSIDE, _CORNER = 3, 3.5, 8
"""Pixels: how thick the line is, how far inside, and how round."""


def paint_ring(widget: QWidget) -> None:
    """Paint it in the colour of the window's paper."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(widget.window().palette().color(QPalette.ColorRole.Base), _RING))
    inside = widget.rect().toRectF().adjusted(_INSIDE, _INSIDE, -_INSIDE, -_INSIDE)
    painter.drawRoundedRect(inside, _CORNER, _CORNER)
    painter.end()
