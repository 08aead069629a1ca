"""Where the parts of the list of topics stand, upright and lying."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize

from viewer.ui.kiosk.row_pages import GAP

_ASIDE, _ASIDE_NARROW = 64, 36
"""Pixels at the sides, and where every pixel of the width is needed for keys."""
_NARROW = 1200


class Places(NamedTuple):
    """A rectangle for each part."""

    title: QRect
    said: QRect
    field: QRect
    rows: QRect
    keyboard: QRect


class Needs(NamedTuple):
    """How high each part wants to be; 0 for one that is not there."""

    title: int
    said: int
    field: int
    keyboard: QSize
    gap: int


def aside(width: int) -> int:
    """The room at either side."""
    return _ASIDE_NARROW if width < _NARROW else _ASIDE


def places(room: QRect, controls_from: int | None, needs: Needs) -> Places:
    """Share ``room``. ``controls_from``: on an upright screen, controls stand below this height.

    There, heading and sentence stand above them, for eyes reach further than hands.
    """
    inside = room.adjusted(aside(room.width()), 0, -aside(room.width()), -needs.gap)
    left, wide, gap = inside.left(), inside.width(), needs.gap
    keys, end = needs.keyboard, inside.bottom() + 1
    board = QRect(
        left + (wide - keys.width()) // 2, end - keys.height(), keys.width(), keys.height()
    )
    bottom = board.top() - GAP if keys.height() else end
    title = QRect(left, inside.top() + 2 * gap, wide, needs.title)
    if controls_from is not None:
        field = QRect(left, max(controls_from, inside.top()), wide, needs.field)
        said = QRect(left, field.top() - 2 * gap - needs.said, wide, needs.said)
        above = said.top() - gap if needs.said else field.top() - 2 * gap
        title.moveTop(max(inside.top() + gap, above - needs.title))
    else:
        title.moveTop(inside.top() + gap * 3 // 2)
        field = QRect(left, title.bottom() + 1 + gap, wide, needs.field)
        said = QRect(left, field.bottom() + 1 + gap // 2, wide, needs.said)
    top = field.bottom() + 1 + (GAP if needs.field else 0)
    if controls_from is None and needs.said:
        top = said.bottom() + 1 + GAP
    return Places(title, said, field, QRect(left, top, wide, bottom - top), board)
