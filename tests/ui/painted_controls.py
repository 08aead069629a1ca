"""What is painted of controls, in each of their states: words, drawings, edges and the focus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from tests.ui.measuring import contrast, pixels_of, rect_in
from tests.ui.painted import PART, TEXT, Seen, enlarged, name, picture_of, see
from viewer.ui.kiosk.key import Key

INSET = 7
"""Pixels that a control's edge takes at most, with the space beside it."""
EDGED = (QLineEdit, QComboBox, QPushButton)
"""Kinds whose edge tells what they are; a tool button without one is told by its words."""
RING_SHARE = 0.8
"""Of a line of two pixels round a control: what is left of it without its corners."""


class Place(NamedTuple):
    """Words, or a drawing, of a widget: where they are in it."""

    what: str
    rect: QRect
    least: float = TEXT


def places_of(widget: QWidget, inset: int = INSET) -> Iterator[Place]:
    """What there is to read in a widget itself."""
    what = widget.accessibleName() or widget.objectName() or type(widget).__name__
    inner = body_of(widget).adjusted(inset, inset, -inset, -inset)
    if isinstance(widget, QAbstractItemView):
        yield from rows_in_sight(widget)
    elif isinstance(widget, QMenu):
        for action in widget.actions():
            if action.isEnabled() and action.text():
                yield Place(action.text(), widget.actionGeometry(action))
    elif isinstance(widget, QLabel):
        if widget.text():
            yield Place(widget.text(), widget.contentsRect())
    elif isinstance(widget, QCheckBox) and not widget.icon().isNull():
        track = widget.iconSize().width()
        at_right = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = (inner.width() - track, -track) if at_right else (0, 0)
        yield Place(widget.text(), inner.adjusted(0 if at_right else track, 0, right, 0))
        drawing = inner.adjusted(left, 0, 0 if at_right else track - inner.width(), 0)
        yield Place(f"{widget.text()}, its track", drawing, PART)
    elif isinstance(widget, QRadioButton | QCheckBox):
        option = QStyleOptionButton()
        widget.initStyleOption(option)
        parts = QStyle.SubElement.SE_RadioButtonContents, QStyle.SubElement.SE_RadioButtonIndicator
        if isinstance(widget, QCheckBox):
            parts = QStyle.SubElement.SE_CheckBoxContents, QStyle.SubElement.SE_CheckBoxIndicator
        contents, mark = (widget.style().subElementRect(part, option, widget) for part in parts)
        yield Place(widget.text(), contents)
        if mark.width() > 4:
            yield Place(f"{widget.text()}, its mark", mark, PART)
    elif isinstance(widget, QAbstractButton):
        yield Place(widget.text() or what, inner, TEXT if widget.text() else PART)
    elif isinstance(widget, QLineEdit):
        if words := widget.text() or widget.placeholderText():
            yield Place(words, inner)
    elif isinstance(widget, QComboBox):
        yield Place(widget.currentText(), inner)


def body_of(widget: QWidget) -> QRect:
    """What is painted of a widget: a key of a kiosk's keyboard takes touches beside it too."""
    return widget.face if isinstance(widget, Key) else widget.rect()


def rows_in_sight(view: QAbstractItemView) -> Iterator[Place]:
    """The rows of a list, or of a tree, that can be seen; in the list's own coordinates."""
    model, seen = view.model(), view.viewport().rect()
    waiting = [model.index(row, 0) for row in range(min(200, model.rowCount()))]
    while waiting:
        index = waiting.pop(0)
        waiting += [model.index(row, 0, index) for row in range(model.rowCount(index))]
        rect = view.visualRect(index)
        if index.data() and seen.contains(rect):
            moved = rect.translated(view.viewport().pos())
            yield Place(str(index.data()), moved.adjusted(INSET, 3, -INSET, -3))


def shown(inside: QWidget, *, enabled: bool = True) -> list[QWidget]:
    """The widgets in sight that have something to read. What cannot be used now is exempt."""
    kinds = (QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QComboBox)
    every = [w for kind in kinds for w in inside.findChildren(kind)]
    return [
        widget
        for widget in every
        if widget.isVisible()
        and not widget.visibleRegion().isEmpty()
        and (widget.isEnabled() or not enabled)
    ]


def words_seen(inside: QWidget, image: QImage, top: QWidget, inset: int = INSET) -> list[Seen]:
    """All that there is to read on the controls of a window, or of a part of it, as they are."""
    found = []
    for widget in shown(inside):
        at = widget.mapTo(top, QPoint())
        clip = widget.visibleRegion().boundingRect()
        for place in places_of(widget, inset):
            rect, letters = (place.rect & clip).translated(at), widget.fontInfo().pixelSize()
            seen = see(image, rect, place.what, place.least, letters)
            found += [seen] if seen is not None else []
    return found


def states_seen(inside: QWidget, top: QWidget, inset: int = INSET) -> list[Seen]:
    """What there is to read on buttons under the pointer, and while they are held down."""
    found = []
    buttons = [w for w in shown(inside) if isinstance(w, QAbstractButton)]
    for state in ("under the pointer", "held down"):
        for button in buttons:
            _set(button, state, on=True)
        seen = words_seen(inside, picture_of(top), top, inset)
        found += [one._replace(what=f"{one.what}, {state}") for one in seen]
        for button in buttons:
            _set(button, state, on=False)
    return found


def _set(button: QAbstractButton, state: str, *, on: bool) -> None:
    if state == "held down":
        button.setDown(on)
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on)
    button.update()


def edges_seen(widgets: Sequence[QWidget], image: QImage, top: QWidget) -> list[Seen]:
    """The edge of each control against what is about it."""
    found = []
    for widget in widgets:
        clip = widget.visibleRegion().boundingRect()
        rect = (body_of(widget) & clip).translated(widget.mapTo(top, QPoint()))
        middle = QRect(rect.left() - 4, rect.center().y() - 3, 14, 6)
        if not top.rect().contains(middle):
            middle.moveRight(rect.right() + 4)
        columns = _columns(image, enlarged(middle))
        outside = columns[-1] if middle.left() > rect.left() - 4 else columns[0]
        edge = max(columns, key=lambda pixel: contrast(pixel, outside))
        what = f"the edge of {widget.accessibleName() or type(widget).__name__}"
        found.append(Seen(what, name(edge), name(outside), contrast(edge, outside), PART))
    return found


def _columns(image: QImage, rect: QRect) -> list[int]:
    """The colour that each column of pixels mostly has."""
    columns = (QRect(x, rect.top(), 1, rect.height()) for x in range(rect.left(), rect.right() + 1))
    return [pixels_of(image, column).most_common(1)[0][0] for column in columns]


def focus_seen(
    widgets: Sequence[QWidget],
    top: QWidget,
    away: QWidget,
    bring: Callable[[QWidget], object] = lambda _: None,
) -> list[Seen]:
    """The line that shows the focus: where there is too little of it, it counts as nothing.

    ``away`` has the focus in between, and ``bring`` scrolls to a widget.
    """
    found = []
    for widget in widgets:
        others = (w for w in (away, *widgets, top) if w is not widget)
        next(others).setFocus()
        bring(widget)
        QApplication.processEvents()
        rect = rect_in(widget, top).adjusted(-4, -4, 4, 4) & top.rect()
        before = top.grab(rect).toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        after = top.grab(rect).toImage()
        found.append(_ring(widget, before, after))
    return found


def _ring(widget: QWidget, before: QImage, after: QImage) -> Seen:
    kind = QImage.Format.Format_RGB32
    pictures = [i.convertToFormat(kind) for i in (before, after)]  # their bits go with them
    one, other = (memoryview(picture.constBits()).cast("I") for picture in pictures)
    pairs = Counter(pair for pair in zip(one, other, strict=True) if pair[0] != pair[1])
    clear = {p: count for p, count in pairs.items() if contrast(*p) >= PART}
    what = f"the focus on {widget.accessibleName() or type(widget).__name__}"
    around = 2 * (widget.width() + widget.height())
    if sum(clear.values()) < 2 * around * RING_SHARE:
        (was, now) = pairs.most_common(1)[0][0] if pairs else (0, 0)
        return Seen(f"{what} (a thin line)", name(now), name(was), 1.0, PART)
    was, now = max(clear, key=lambda pair: clear[pair])
    return Seen(what, name(now), name(was), contrast(now, was), PART)


def weak(seen: Sequence[Seen]) -> list[str]:
    """The sentences on what does not reach its contrast."""
    assert seen, "nothing was looked at"
    return [str(one) for one in dict.fromkeys(seen) if one.ratio < one.least]


def least(seen: Sequence[Seen]) -> str:
    """The weakest words, and the weakest part, in a line."""
    lines = []
    for kind, bound in (("words", TEXT), ("parts", PART)):
        of_kind = [one for one in seen if one.least == bound]
        if of_kind:
            weakest = min(of_kind, key=lambda one: one.ratio)
            lines.append(f"{kind} {weakest.ratio:.2f} ({weakest.what[:40]})")
    return f"{len(seen)} seen; " + "; ".join(lines)


def report(theme: str, screen: str, seen: list[Seen]) -> None:
    """Nothing may be weak; the weakest of all is printed, for whoever wants to know."""
    print(f"\n{theme}, {screen}: {least(seen)}")
    assert not weak(seen), "\n".join(weak(seen))


def all_of(top: QWidget, *, inside: QWidget | None = None) -> list[Seen]:
    """The controls of a window, at rest, under the pointer, held down; and their edges."""
    inside = inside or top
    image = picture_of(top)
    edged = [w for w in shown(inside) if isinstance(w, EDGED) and not w.property("flat")]
    return [
        *edges_seen(edged, image, top),  # before anything moves
        *words_seen(inside, image, top),
        *states_seen(inside, top),
    ]
