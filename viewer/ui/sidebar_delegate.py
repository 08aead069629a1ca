"""How the sidebar's rows look: words that wrap, an icon, a bar at the page that is shown."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from viewer.ui.fonts import control_font
from viewer.ui.icons import Icons
from viewer.ui.theme import Theme

ICON_ROLE = int(Qt.ItemDataRole.UserRole) + 1
TARGET_ROLE = int(Qt.ItemDataRole.UserRole) + 2
TARGET_HEIGHT = 44
"""Pixels that a row has at least, so that a finger hits it."""
_BAR = 5
_WRAP = int(
    Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
)
_Index = QModelIndex | QPersistentModelIndex


class SidebarDelegate(QStyledItemDelegate):
    """Paints group headings and rows, in one theme and at one size."""

    def __init__(self, view: QAbstractItemView, theme: Theme, icons: Icons) -> None:
        super().__init__(view)
        self._view = view
        self._icons = icons
        self.set_scale(theme, 15)

    def set_scale(self, theme: Theme, pixels: int) -> None:
        """Draw with this theme, and with a font of so many pixels."""
        self._theme = theme
        self._pixels = pixels
        self._font = control_font(pixels)
        self._bold = control_font(pixels, bold=True)
        self._group = control_font(round(pixels * 0.94), bold=True)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._view.viewport().width()
        words = self._words_rect(QRect(0, 0, width, 0), index)
        # Bold is the widest, so that a row keeps its height when its page is shown.
        metrics = QFontMetrics(self._group if _is_group(index) else self._bold)
        needed = metrics.boundingRect(words.adjusted(0, 0, 0, 10_000), _WRAP, _text(index)).height()
        space = round(self._pixels * (0.9 if _is_group(index) else 1.2))
        least = 0 if _is_group(index) else TARGET_HEIGHT
        return QSize(width, max(least, needed + space))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect = QRect(option.rect)
        shown = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        theme = self._theme
        painter.save()
        if shown and not _is_group(index):
            painter.fillRect(rect, QColor(theme.accent_soft))
            bar = QRect(rect.left(), rect.top(), _BAR, rect.height())
            if self._view.isRightToLeft():
                bar.moveRight(rect.right())
            painter.fillRect(bar, QColor(theme.accent))
        if name := str(index.data(ICON_ROLE) or ""):
            self._paint_icon(painter, rect, name)
        painter.setFont(self._font_of(index, shown))
        painter.setPen(QColor(self._colour_of(index, shown)))
        painter.drawText(self._words_rect(rect, index), _WRAP, _text(index))
        if focused and not _is_group(index):
            painter.setPen(QPen(QColor(theme.focus), 2))
            painter.drawRect(rect.adjusted(3, 3, -3, -3))
        painter.restore()

    def _paint_icon(self, painter: QPainter, rect: QRect, name: str) -> None:
        size = round(self._pixels * 1.45)
        image = self._icons.image(name, self._theme.accent, size, self._view.devicePixelRatioF())
        at = QRect(0, rect.top() + (rect.height() - size) // 2, size, size)
        left = round(self._pixels * 1.6)
        at.moveLeft(rect.left() + left)
        if self._view.isRightToLeft():
            at.moveRight(rect.right() - left)
        painter.drawImage(at, image)

    def _words_rect(self, rect: QRect, index: _Index) -> QRect:
        start = 1.25 if _is_group(index) else 2.45
        if index.data(ICON_ROLE):
            start = 3.9
        before, after = round(self._pixels * start), round(self._pixels * 0.9)
        if self._view.isRightToLeft():
            before, after = after, before
        return rect.adjusted(before, 0, -after, 0)

    def _font_of(self, index: _Index, shown: bool) -> QFont:
        if _is_group(index):
            return self._group
        return self._bold if shown else self._font

    def _colour_of(self, index: _Index, shown: bool) -> str:
        if _is_group(index):
            return self._theme.muted
        return self._theme.accent if shown else self._theme.ink


def _is_group(index: _Index) -> bool:
    return not index.data(TARGET_ROLE)


def _text(index: _Index) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole) or "")
