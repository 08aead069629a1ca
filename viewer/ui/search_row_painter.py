"""Paints a row of the search: the title in bold, the words around the hit, the hit marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from viewer.core.search.results import Segment
from viewer.ui.fonts import control_font
from viewer.ui.search_list import ROW_ROLE, SearchRow, said
from viewer.ui.text_direction import runs_from_the_right
from viewer.ui.theme import Theme

LINES = 3
"""Of a snippet at most."""
TARGET_HEIGHT = 44

_RTL, _LTR = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
_RIGHT, _LEFT = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
_ABSOLUTE = Qt.AlignmentFlag.AlignAbsolute

Index = QModelIndex | QPersistentModelIndex


MOST_KEPT = 200
"""Rows that stay laid out: those of some key presses, which have many in common."""


class _Part(NamedTuple):
    layout: QTextLayout
    top: float
    colour: str


class _Laid(NamedTuple):
    """The title, the tag and the snippet, one under the other."""

    parts: tuple[_Part, ...]
    height: int


class SearchRowPainter(QStyledItemDelegate):
    """Lays the words of a row out, once for each width, theme and size."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._width = 0
        self._laid: dict[tuple[SearchRow, Qt.LayoutDirection], _Laid] = {}

    def set_scale(self, theme: Theme, pixels: int) -> None:
        """Draw with this theme, and with a font of so many pixels."""
        self._theme, self._pixels = theme, pixels
        self._laid.clear()

    def set_width(self, width: int) -> None:
        """Lay out in a row of so many pixels, whether or not a scroll bar stands beside it."""
        if width != self._width:
            self._width = width
            self._laid.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._width, self.height(index.data(ROW_ROLE), option.direction))

    def height(self, row: SearchRow, direction: Qt.LayoutDirection) -> int:
        """Pixels that a row is high."""
        return self._lay_row_out(row, direction).height

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, theme = index.data(ROW_ROLE), self._theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(option.rect)
        painter.fillRect(option.rect, QColor(theme.accent_soft if chosen else theme.paper))
        if chosen:
            edge = QRectF(option.rect)
            edge.setWidth(5)
            if option.direction == Qt.LayoutDirection.RightToLeft:
                edge.moveRight(option.rect.right() + 1)
            painter.fillRect(edge, QColor(theme.accent))
        elif row.target is not None:
            painter.setPen(QPen(QColor(theme.line)))
            painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        left = option.rect.left() + self._inset
        if option.direction == Qt.LayoutDirection.RightToLeft:
            left = option.rect.right() + 1 - self._inset - self._room
        for part in self._lay_row_out(row, option.direction).parts:
            painter.setPen(QColor(part.colour))
            part.layout.draw(painter, QPointF(left, option.rect.top() + part.top))
        painter.restore()

    @property
    def _padding(self) -> int:
        return round(self._pixels * 0.55)

    @property
    def _inset(self) -> int:
        return round(self._pixels * 1.1)

    @property
    def _room(self) -> int:
        return max(60, self._width - 2 * self._inset)

    def _lay_row_out(self, row: SearchRow, direction: Qt.LayoutDirection) -> _Laid:
        found = self._laid.get((row, direction))
        if found is None:
            if len(self._laid) >= MOST_KEPT:
                self._laid.clear()
            parts = tuple(self._parts(row, direction))
            height = parts[-1].top + parts[-1].layout.boundingRect().height() + self._padding
            least = TARGET_HEIGHT if row.target is not None else 0
            found = self._laid[row, direction] = _Laid(parts, max(least, round(height)))
        return found

    def _parts(self, row: SearchRow, direction: Qt.LayoutDirection) -> Iterator[_Part]:
        theme, top = self._theme, float(self._padding)
        bold = control_font(self._pixels if row.target is not None else self._small, bold=True)
        plain = control_font(self._small)
        colour = theme.accent if row.target is not None else theme.muted
        for segments, font, ink, rtl in (
            (row.title, bold, colour, row.title_rtl),
            ((Segment(row.tag, False),) if row.tag else (), plain, theme.muted, None),
            (row.snippet, plain, theme.ink, row.snippet_rtl),
        ):
            if segments:
                layout = self._lay_out(segments, font, direction, rtl)
                yield _Part(layout, top, ink)
                top += layout.boundingRect().height() + 2

    @property
    def _small(self) -> int:
        return round(self._pixels * 0.94)

    def _lay_out(
        self,
        segments: tuple[Segment, ...],
        font: QFont,
        direction: Qt.LayoutDirection,
        rtl: bool | None,
    ) -> QTextLayout:
        text = said(segments)
        layout = QTextLayout(text, font)
        # The words in the direction of their own language, at the side where the list begins.
        mirrored = direction == _RTL
        option = QTextOption(_ABSOLUTE | (_RIGHT if mirrored else _LEFT))
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        turned = runs_from_the_right(text, mirrored) if rtl is None else rtl
        option.setTextDirection(_RTL if turned else _LTR)
        layout.setTextOption(option)
        layout.setFormats(list(self._marks(segments)))
        layout.beginLayout()
        height = 0.0
        for _ in range(LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(self._room)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout

    def _marks(self, segments: tuple[Segment, ...]) -> Iterator[QTextLayout.FormatRange]:
        """The hits: bold on a ground of their own, so that colour alone says nothing."""
        start = 0
        for segment in segments:
            length = len(segment.text.encode("utf-16-le", "surrogatepass")) // 2  # as Qt counts
            if segment.marked:
                mark = QTextLayout.FormatRange()
                mark.start, mark.length = start, length
                look = QTextCharFormat()
                look.setFontWeight(QFont.Weight.Bold)
                look.setBackground(QColor(self._theme.selection))
                look.setForeground(QColor(self._theme.ink))
                mark.format = look
                yield mark
            start += length
