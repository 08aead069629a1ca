"""Widgets in rows, on to the next row where they do not fit; so nothing is ever cut off."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QMargins, QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget, QWidgetItem

ROW_GAP = 4
"""Pixels between rows, where it is not said otherwise."""


Sized = tuple[QLayoutItem, QSize]
"""An item, and the size that it gets."""
Rows = list[list[Sized]]


class FlowLayout(QLayout):
    """After Qt's own flow layout example, with one addition: a spring that pushes to the right."""

    def __init__(
        self, parent: QWidget, margins: QMargins, spacing: int, row_gap: int = ROW_GAP
    ) -> None:
        self._row_gap = row_gap
        self._kept: dict[int, Rows] = {}
        super().__init__(parent)
        self.setContentsMargins(margins)
        self.setSpacing(spacing)
        self._items: list[QLayoutItem] = []
        self._pushed: int | None = None
        self._elastic: QWidget | None = None
        policy = QSizePolicy.Policy
        parent.setSizePolicy(policy.Preferred, policy.Maximum)  # only as high as its rows

    def let_shrink(self, widget: QWidget) -> None:
        """Let this one be narrower, down to its minimum, where all then fit one row."""
        self._elastic = widget

    def restart(self) -> None:
        """Let all its items go, to be given them anew."""
        self._items.clear()
        self._pushed = None
        self.invalidate()

    def push_rest(self) -> None:
        """What is added from now on stands at the far end, or in a row of its own if need be."""
        self._pushed = len(self._items)

    def addWidget(self, widget: QWidget) -> None:
        """Add a widget after the others.

        Qt's own items keep a size, which goes stale when a widget gets another item in its life.
        """
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), apply=False)

    def minimumHeightForWidth(self, width: int) -> int:
        return self.heightForWidth(width)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, apply=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            least = item.minimumSize()
            if item.widget() is self._elastic:
                least.setWidth(0)  # alone in a row, it takes what there is
            size = size.expandedTo(least)
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def rows_within(self, width: int) -> int:
        """In how many rows its items stand where there is so much width."""
        return len(self._break(self._sized(width), width)) if self._shown() else 0

    def height_of(self, widgets: Collection[QWidget], width: int) -> int:
        """The height that these of its widgets would take by themselves, shown or hidden."""
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        both = ((item, item.widget()) for item in self._items)
        sized = [
            (item, _fitted(item, _wanted(widget), inner))
            for item, widget in both
            if widget is not None and widget in widgets
        ]
        heights = [max(size.height() for _, size in row) for row in self._break(sized, inner)]
        gaps = self._row_gap * (len(heights) - 1)
        return sum(heights) + gaps + margins.top() + margins.bottom()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, apply: bool) -> int:
        """Lay the items out in ``rect``; returns the height that they take."""
        inner = rect.marginsRemoved(self.contentsMargins())
        y = inner.y()
        for row in self._rows(inner.width()):
            height = max(size.height() for _, size in row)
            if apply:
                self._place(row, inner, y, height)
            y += height + self._row_gap
        margins = self.contentsMargins()
        return y - self._row_gap - rect.y() + margins.bottom()

    def invalidate(self) -> None:
        self._kept.clear()
        super().invalidate()

    def _rows(self, width: int) -> Rows:
        """The rows for a width; Qt asks several times for each that it lays out."""
        if width not in self._kept:
            self._kept[width] = self._break(self._sized(width), width)
        return self._kept[width]

    def _sized(self, width: int) -> list[Sized]:
        return [(item, _fitted(item, item.sizeHint(), width)) for item in self._shown()]

    def _break(self, sized: list[Sized], width: int) -> Rows:
        """Rows; what may shrink is at its narrowest first, and then takes what its row has left."""
        wanted = self._shrink(sized, width)
        every = sum(size.width() + self.spacing() for _, size in sized) - self.spacing()
        first_pushed = None if every <= width else self._first_pushed(sized)
        rows: Rows = [[]]
        used = 0
        for at, (item, size) in enumerate(sized):
            group = sized[at:] if item is first_pushed else [(item, size)]
            wide = sum(size.width() + self.spacing() for _, size in group) - self.spacing()
            if rows[-1] and used + wide > width:
                rows.append([])
                used = 0
            rows[-1].append((item, size))
            used += size.width() + self.spacing()
        for row in rows:
            left = width - sum(size.width() + self.spacing() for _, size in row) + self.spacing()
            for item, size in row:
                if item.widget() is self._elastic:
                    size.setWidth(min(wanted, size.width() + max(0, left)))
        return [row for row in rows if row]

    def _shrink(self, sized: list[Sized], width: int) -> int:
        """Make what may shrink as narrow as it can be; gives the width that it wants."""
        for item, size in sized:
            elastic = self._elastic
            if elastic is not None and item.widget() is elastic:
                wanted = size.width()
                size.setWidth(min(wanted, width, elastic.minimumSizeHint().width()))
                return wanted
        return 0

    def _first_pushed(self, sized: Iterable[Sized]) -> QLayoutItem | None:
        """The first item at the far end."""
        pushed = [] if self._pushed is None else self._items[self._pushed :]
        return next((item for item, _ in sized if any(item is other for other in pushed)), None)

    def _place(self, row: list[Sized], inner: QRect, y: int, height: int) -> None:
        widths = sum(size.width() for _, size in row) + self.spacing() * (len(row) - 1)
        rest = max(0, inner.width() - widths)
        pushed = self._first_pushed(row)
        x = inner.x()
        for item, size in row:
            if rest and item is pushed and item is not row[0][0]:
                x, rest = x + rest, 0
            top = y + (height - size.height()) // 2
            visual = QRect(QPoint(x, top), size)
            if self._right_to_left():
                visual.moveLeft(inner.x() + inner.right() - visual.right())
            item.setGeometry(visual)
            x += size.width() + self.spacing()

    def _right_to_left(self) -> bool:
        parent = self.parentWidget()
        return parent is not None and parent.isRightToLeft()


def _wanted(widget: QWidget) -> QSize:
    """The size that a widget wants, even while it is hidden."""
    widget.ensurePolished()
    return widget.sizeHint().expandedTo(widget.minimumSizeHint()).expandedTo(widget.minimumSize())


def _fitted(item: QLayoutItem, wanted: QSize, width: int) -> QSize:
    """The size that an item gets; one that is too wide wraps, if it can."""
    if wanted.width() <= width:
        return QSize(wanted)
    can_wrap = item.hasHeightForWidth()
    return QSize(width, item.heightForWidth(width) if can_wrap else wanted.height())
