"""What is wrong with the focus: where Tab goes, and what is painted there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QTextBrowser,
    QWidget,
)

from tests.ui.measuring import contrast, rect_in

RING = 2
"""Pixels that a ring is thick at least."""
PART = 3.0
"""Contrast of a pixel with itself, without the focus."""
CORNERS = 0.8
"""What is left of a ring whose corners are round."""
MOST = 120
Key = Qt.Key


def go(key: Qt.Key = Key.Key_Tab) -> QWidget:
    """Press Tab, or Shift+Tab, where the focus is; gives what has it then."""
    focused = QApplication.focusWidget()
    assert focused is not None
    shift, none = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
    QTest.keyClick(focused, key, shift if key == Key.Key_Backtab else none)
    now = QApplication.focusWidget()
    assert now is not None, "the focus is lost"
    return now


def tab_round(key: Qt.Key = Key.Key_Tab) -> list[QWidget]:
    """All that has the focus until Tab comes round, a page with its links as one."""
    start = QApplication.focusWidget()
    assert start is not None
    met = [start]
    for _ in range(MOST):
        now = go(key)
        if now is met[-1] and isinstance(now, QTextBrowser):
            continue  # the next link of the page
        if now is start:
            return met
        met.append(now)
    raise AssertionError(f"Tab is caught: {[name_of(widget) for widget in met]}")


def reachable(window: QWidget) -> set[QWidget]:
    """All controls in sight that can be used, as somebody with a mouse finds them."""
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QTextBrowser)
    every = {widget for kind in kinds for widget in window.findChildren(kind)}
    return {w for w in every if w.isVisible() and w.isEnabled() and w.window() is window}


def order_faults(widgets: list[QWidget], window: QWidget) -> list[str]:
    """Where Tab goes up, or against the reading of a row."""
    found = []
    places = [(widget, rect_in(widget, window)) for widget in widgets]
    first = min(range(len(places)), key=lambda at: (places[at][1].top(), places[at][1].left()))
    places = places[first:] + places[:first]
    for (one, before), (other, after) in pairwise(places):
        same_row = before.top() < after.center().y() < before.bottom()
        same_row |= after.top() < before.center().y() < after.bottom()
        if same_row:
            back = before.left() - after.left()
            wrong = back < 0 if window.isRightToLeft() else back > 0
        else:
            beside = after.left() >= before.right() or after.right() <= before.left()
            wrong = after.top() < before.top() and not beside  # a column of its own may begin
        if wrong:
            found.append(f"{name_of(one)} -> {name_of(other)}")
    return found


def ring_faults(
    widgets: list[QWidget],
    window: QWidget,
    away: Callable[[QWidget], QWidget],
    bring: Callable[[QWidget], None] = lambda _: None,
) -> list[str]:
    """The controls that do not show well enough that they have the focus.

    ``away`` says what has it instead, for the picture without.
    """
    found = []
    for widget in widgets:
        bring(widget)
        away(widget).setFocus(Qt.FocusReason.TabFocusReason)
        bring(widget)
        before = window.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        bring(widget)
        after = window.grab().toImage()
        if not is_ringed(before, after, place_of_focus(widget, window)):
            found.append(name_of(widget))
    return found


def is_ringed(before: QImage, after: QImage, rect: QRect) -> bool:
    """Whether as many pixels have changed as a ring has, each with enough contrast to itself."""
    changed = sum(1 for one, other in changes(before, after, rect) if contrast(one, other) >= PART)
    return changed >= RING * 2 * (rect.width() + rect.height()) * CORNERS


def changes(before: QImage, after: QImage, rect: QRect) -> Iterator[tuple[int, int]]:
    """The colours of each pixel that has changed."""
    rect = rect & before.rect()
    for y in range(rect.top(), rect.bottom() + 1):
        for x in range(rect.left(), rect.right() + 1):
            one, other = before.pixel(x, y), after.pixel(x, y)
            if one != other:
                yield one, other


def place_of_focus(widget: QWidget, window: QWidget) -> QRect:
    """Where something has to be seen: of a list, its row."""
    if isinstance(widget, QAbstractItemView):
        row = widget.visualRect(widget.currentIndex())
        place = widget.viewport().mapTo(window, row.topLeft())
        return QRect(place, row.size())
    return rect_in(widget, window)


def name_of(widget: QWidget) -> str:
    """What a screen reader says, or else the words on it."""
    words = widget.text() if isinstance(widget, QAbstractButton) else widget.objectName()
    return widget.accessibleName() or words or type(widget).__name__
