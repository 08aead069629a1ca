"""Paints a row of the search: the title in bold, the words around the hit, the hit marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

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


class _Part(NamedTuple):
    layout: QTextLayout
    top: float
    colour: str


class SearchRowPainter(QStyledItemDelegate):
    """Lays the words of a row out in the width that the list has."""

    def set_scale(self, theme: Theme, pixels: int) -> None:
        """Draw with this theme, and with a font of so many pixels."""
        self._theme, self._pixels = theme, pixels

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW_ROLE)
        view = option.widget
        room = view.viewport() if isinstance(view, QAbstractItemView) else None
        width = room.width() if room is not None else option.rect.width()
        parts = list(self._parts(row, width, option.direction))
        last = parts[-1]
        height = last.top + last.layout.boundingRect().height() + self._padding
        least = TARGET_HEIGHT if row.target is not None else 0
        return QSize(width, max(least, round(height)))

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
        for part in self._parts(row, option.rect.width(), option.direction):
            painter.setPen(QColor(part.colour))
            at = QPointF(option.rect.topLeft()) + QPointF(self._inset, part.top)
            part.layout.draw(painter, at)
        painter.restore()

    @property
    def _padding(self) -> int:
        return round(self._pixels * 0.55)

    @property
    def _inset(self) -> int:
        return round(self._pixels * 1.1)

    def _parts(self, row: SearchRow, width: int, direction: Qt.LayoutDirection) -> Iterator[_Part]:
        """The title, the tag and the snippet, one under the other."""
        theme, top = self._theme, float(self._padding)
        room = max(60, width - 2 * self._inset)
        bold = control_font(self._pixels if row.target is not None else self._small, bold=True)
        plain = control_font(self._small)
        colour = theme.accent if row.target is not None else theme.muted
        for segments, font, ink in (
            (row.title, bold, colour),
            ((Segment(row.tag, False),) if row.tag else (), plain, theme.muted),
            (row.snippet, plain, theme.ink),
        ):
            if segments:
                layout = self._lay_out(segments, font, room, direction)
                yield _Part(layout, top, ink)
                top += layout.boundingRect().height() + 2

    @property
    def _small(self) -> int:
        return round(self._pixels * 0.94)

    def _lay_out(
        self,
        segments: tuple[Segment, ...],
        font: QFont,
        width: int,
        direction: Qt.LayoutDirection,
    ) -> QTextLayout:
        text = said(segments)
        layout = QTextLayout(text, font)
        # The words in the direction of their own language, at the side where the list begins.
        mirrored = direction == _RTL
        option = QTextOption(_ABSOLUTE | (_RIGHT if mirrored else _LEFT))
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(_RTL if runs_from_the_right(text, mirrored) else _LTR)
        layout.setTextOption(option)
        layout.setFormats(list(self._marks(segments)))
        layout.beginLayout()
        height = 0.0
        for _ in range(LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
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
