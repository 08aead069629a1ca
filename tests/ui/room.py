"""Whether all that is in sight has room: measured on the widgets and the lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QProgressBar,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.measuring import rect_in

TARGET = 44
"""Pixels of a control each way."""
BAR = 24
"""Pixels of a scroll bar's thickness."""
LOOKS = 100
"""Looks, some milliseconds apart, within which all has its place."""
PARTS = (QAbstractButton, QLabel, QLineEdit, QComboBox, QProgressBar)


def settle(qtbot: QtBot, inside: QWidget) -> None:
    """Wait until nothing moves any more: each layout tells the next in a later turn of the loop."""

    def places() -> list[tuple[int, QRect, bool]]:
        return [(id(w), w.geometry(), w.isVisible()) for w in inside.findChildren(QWidget)]

    before, same = places(), 0
    for _ in range(LOOKS):
        qtbot.wait(8)
        now = places()
        same = same + 1 if now == before else 0
        before = now
        if same == 3:
            return
    raise AssertionError("it never comes to rest")


def faults(inside: QWidget, *, text: QTextEdit | None = None, breaks: bool = False) -> list[str]:
    """What is cut, covered, out of reach or too small for a finger.

    ``text`` is a page in it; ``breaks``: it is too narrow for long words in letters of its size.
    """
    found: list[str] = []
    boxes: list[tuple[QWidget, QRect]] = []
    for widget in parts(inside):
        found += _cut(widget) + _out_of_reach(widget, inside) + _small(widget)
        boxes.append((widget, _seen(widget, inside)))
    for (one, first), (other, second) in combinations(boxes, 2):
        common = first & second
        related = one.isAncestorOf(other) or other.isAncestorOf(one)
        if not related and min(common.width(), common.height()) > 2:
            found.append(f"{name(one)} and {name(other)} overlap: {common}")
    for area in inside.findChildren(QAbstractScrollArea):
        if area.isVisible() and area.window() is inside.window():
            found += _scrolls(area)
    for view in inside.findChildren(QAbstractItemView):
        if view.isVisible():
            found += _rows(view)
    if text is not None and text.isVisible():
        found += _lines(text, breaks=breaks)
    return found


def parts(inside: QWidget) -> Iterator[QWidget]:
    """Every control and every label in sight."""
    for kind in PARTS:
        for widget in inside.findChildren(kind):
            has_words = not isinstance(widget, QLabel) or bool(widget.text())
            is_own = not isinstance(widget.parentWidget(), QComboBox | QLineEdit | QScrollBar)
            is_here = widget.window() is inside.window()
            if widget.isVisible() and has_words and is_own and is_here:
                yield widget


def name(widget: QWidget) -> str:
    """What somebody would call it."""
    words = widget.accessibleName() or getattr(widget, "text", str)()
    return f"{type(widget).__name__} {words[:50]!r}"


def menu_faults(menu: QMenu) -> list[str]:
    """Rows of a menu that a finger misses, or whose words are cut."""
    found = []
    for action in menu.actions():
        if action.isSeparator():
            continue
        rect = menu.actionGeometry(action)
        if rect.height() < TARGET:
            found.append(f"{action.text()!r} is {rect.height()} high")
        if menu.fontMetrics().horizontalAdvance(action.text()) > rect.width() - 40:
            found.append(f"{action.text()!r} is cut at {rect.width()}")
    return found


def _seen(widget: QWidget, inside: QWidget) -> QRect:
    """The part of a widget that is not hidden by what it stands in."""
    rect, above = rect_in(widget, inside), widget.parentWidget()
    while above is not None and above is not inside:
        rect &= rect_in(above, inside)
        above = above.parentWidget()
    return rect & inside.rect()


def _out_of_reach(widget: QWidget, inside: QWidget) -> list[str]:
    """Cut by what it stands in; unless it can be scrolled to, up and down."""
    rect, above = widget.rect(), widget
    while above is not inside:
        rect = QRect(above.mapToParent(rect.topLeft()), rect.size())
        parent = above.parentWidget()
        area = parent.parentWidget() if parent is not None else None
        scrolled = isinstance(area, QScrollArea) and parent is area.viewport()
        assert parent is not None
        if scrolled:
            if rect.left() < 0 or rect.right() > parent.rect().right():
                return [f"{name(widget)} is cut at a side of what scrolls: {rect}, {parent.rect()}"]
            rect = parent.rect()
        elif not parent.rect().contains(rect):
            return [f"{name(widget)} at {rect} is cut by {type(parent).__name__} {parent.rect()}"]
        above = parent
    return []


def _cut(widget: QWidget) -> list[str]:
    """Whether its words have too little room."""
    if isinstance(widget, QLineEdit):
        words = "" if widget.text() else widget.placeholderText()
        margins = widget.textMargins()
        wide = widget.fontMetrics().horizontalAdvance(words) + margins.left() + margins.right()
        high = widget.fontMetrics().height() + 4
    elif isinstance(widget, QLabel):
        letters, inset = widget.fontMetrics(), widget.contentsMargins()
        words = _words_of(widget)
        can_wrap, beside = widget.wordWrap(), inset.left() + inset.right()
        room = QRect(0, 0, widget.width() - beside if can_wrap else 10_000, 10_000)
        flags = Qt.TextFlag.TextWordWrap if can_wrap else Qt.TextFlag.TextExpandTabs
        wide = letters.boundingRect(room, int(flags), words).width() + beside
        high = widget.heightForWidth(widget.width()) if can_wrap else widget.sizeHint().height()
        if not widget.pixmap().isNull():
            wide, high = widget.sizeHint().width(), widget.sizeHint().height()
    elif widget.hasHeightForWidth():
        wide, high = widget.minimumSizeHint().width(), widget.heightForWidth(widget.width())
    elif isinstance(widget, QComboBox):
        wide = widget.fontMetrics().horizontalAdvance(widget.currentText()) + widget.height() // 2
        high = widget.fontMetrics().height()
    elif isinstance(widget, QProgressBar):
        return []
    else:
        wide, high = widget.sizeHint().width(), widget.sizeHint().height()
        if isinstance(widget, QToolButton):
            wide -= 2 * widget.fontMetrics().horizontalAdvance(" ") + 1  # Qt's, for its own looks
            high -= 1
    if wide > widget.width() + 1 or high > widget.height() + 1:
        return [f"{name(widget)} is cut: {widget.size().toTuple()}, and wants {(wide, high)}"]
    return []


def _words_of(label: QLabel) -> str:
    """The words of a label, without the marks that space them."""
    if label.textFormat() is not Qt.TextFormat.RichText:
        return label.text()
    document = QTextDocument()
    document.setHtml(label.text())
    return document.toPlainText()


def _small(widget: QWidget) -> list[str]:
    """Whether a finger misses it."""
    is_control = not isinstance(widget, QLabel | QProgressBar)
    if is_control and min(widget.width(), widget.height()) < TARGET:
        return [f"{name(widget)} is small: {widget.size().toTuple()}"]
    return []


def _scrolls(area: QAbstractScrollArea) -> list[str]:
    """Sideways, or by a bar that is too thin."""
    found = []
    across, down = area.horizontalScrollBar(), area.verticalScrollBar()
    if across.maximum() > across.minimum():
        found.append(f"{name(area)} scrolls sideways by {across.maximum()}")
    if down.isVisible() and down.width() < BAR:
        found.append(f"{name(area)} has a bar of {down.width()}")
    return found


def _rows(view: QAbstractItemView) -> list[str]:
    """Rows that can be pressed: high enough, and no wider than the list."""
    found = []
    model, width = view.model(), view.viewport().width()
    for number in range(model.rowCount()):
        index = model.index(number, 0)
        rect = view.visualRect(index)
        if not rect.intersects(view.viewport().rect()) or not index.flags() & (
            Qt.ItemFlag.ItemIsEnabled
        ):
            continue
        children = model.rowCount(index)
        if rect.height() < TARGET and not children:
            found.append(f"the row {index.data()!r} is {rect.height()} high")
        if rect.width() > width:
            found.append(f"the row {index.data()!r} is wider than its list")
        for at in range(children):
            below = view.visualRect(model.index(at, 0, index))
            if below.height() < TARGET and below.intersects(view.viewport().rect()):
                found.append(f"the row {model.index(at, 0, index).data()!r} is {below.height()}")
    return found


def _lines(text: QTextEdit, *, breaks: bool) -> list[str]:
    """Words that are wider than the line that they have, or broken where a line would hold them."""
    found, block = [], text.document().begin()
    bold = text.document().defaultFont()  # the least that a heading has
    bold.setBold(True)
    bold.setPixelSize(round(bold.pixelSize() * 1.05))
    while block.isValid():
        inner = block.layout()
        for number in range(inner.lineCount()):
            line = inner.lineAt(number)
            words = block.text()[line.textStart() : line.textStart() + line.textLength()]
            if line.naturalTextWidth() > line.width() + 1:
                found.append(f"{words!r} needs {line.naturalTextWidth()} of {line.width()}")
            rest = block.text()[line.textStart() + line.textLength() :]
            if rest[:1].isalnum() and words[-1:].isalnum() and not breaks:
                word = words.split()[-1] + rest.split()[0]
                if QFontMetrics(bold).horizontalAdvance(word) <= line.width():
                    found.append(f"{word!r} is broken after {words.split()[-1]!r}: {line.width()}")
        block = block.next()
    return found
