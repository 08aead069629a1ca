"""The sidebar's rows as Qt's own items; and how any row looks, in a short list or a long one."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QObject, QRect, QSize
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QIcon,
    QPixmap,
    QStandardItem,
    QStandardItemModel,
)

from viewer.ui import qt_numbers
from viewer.ui.fonts import control_font
from viewer.ui.icons import Icons
from viewer.ui.metrics import INSET
from viewer.ui.screen import SidebarRow
from viewer.ui.theme import Theme

TARGET_ROLE = qt_numbers.USER_ROLE + 1
TARGET_HEIGHT = 44
"""Pixels that a row has at least, so that a finger hits it."""
_WRAP = qt_numbers.TEXT_WORD_WRAP | qt_numbers.ALIGN_V_CENTER | qt_numbers.ALIGN_LEADING


class RowLook:
    """Rows in one theme, at one size and width."""

    def __init__(self, icons: Icons, width: int) -> None:
        self._icons = icons
        self._made: dict[str, QIcon] = {}
        self.width = width
        """Pixels that a row has."""
        self.icon_size = 0
        self.pixels = 15

    def set_scale(self, theme: Theme, pixels: int, ratio: float) -> None:
        """Draw with this theme, and with a font of so many pixels."""
        self.theme, self.pixels, self._ratio = theme, pixels, ratio
        self._made.clear()

    def set_icons(self, some: bool) -> None:
        """A list of groups has no icons; an empty one of this width indents its sections."""
        self.icon_size = round(self.pixels * (1.45 if some else 0.6))
        self._made.clear()

    def font(self, *, bold: bool) -> QFont:
        """The font of a row; the page that is shown is bold."""
        return control_font(self.pixels, bold=bold)

    def group_font(self) -> QFont:
        """The font of a group's heading."""
        return control_font(round(self.pixels * 0.94), bold=True)

    def icon(self, name: str) -> QIcon:
        """The icon of a row; an empty one where it has no name."""
        if name not in self._made:
            self._made[name] = self._draw(name)
        return self._made[name]

    def size(self, text: str, font: QFont, *, group: bool) -> QSize:
        """The room that the words of a row, or of a group's heading, need."""
        words = QRect(0, 0, self.room_of(group=group), 10_000)
        needed = QFontMetrics(font).boundingRect(words, _WRAP, text).height()
        space = round(self.pixels * (0.9 if group else 1.2))
        return QSize(self.width, max(0 if group else TARGET_HEIGHT, needed + space))

    def room_of(self, *, group: bool) -> int:
        """Pixels that a line of words has."""
        beside = round(self.pixels * INSET * 1.6)
        if not group:
            beside += self.icon_size + round(self.pixels * 0.5)
        return max(40, self.width - beside)

    def _draw(self, name: str) -> QIcon:
        size = self.icon_size
        pixmap = QPixmap(size, size)
        if name:
            pixmap = self._icons.pixmap(name, self.theme.accent, size, self._ratio)
        else:
            pixmap.fill(QColor(0, 0, 0, 0))
        icon = QIcon()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # or Qt tints the selected one
            icon.addPixmap(pixmap, mode)
        return icon


class ShortList(QStandardItemModel):
    """Groups with their rows, or a few rows."""

    def __init__(self, look: RowLook, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._items: dict[str, QStandardItem] = {}
        self._bold: QStandardItem | None = None

    def show(self, rows: tuple[SidebarRow, ...]) -> None:
        """List these rows."""
        look = self._look
        self.clear()
        self._items.clear()
        self._bold = None
        group: QStandardItem | None = None
        for row in rows:
            item = QStandardItem(row.text)
            item.setData(row.target, TARGET_ROLE)
            parent = group or self.invisibleRootItem()
            if row.target:
                self._items[row.target] = item
                item.setFont(look.font(bold=False))
                item.setIcon(look.icon(row.icon))
            else:
                item.setSelectable(False)
                item.setFont(look.group_font())
                item.setData(QColor(look.theme.muted), qt_numbers.FOREGROUND_ROLE)
                parent, group = self.invisibleRootItem(), item
            parent.appendRow(item)
        self.measure()

    def measure(self) -> None:
        """Give each row the height that its words need."""
        for item in self._every():
            self._measure(item)

    def place_of(self, target: str) -> QModelIndex:
        """Where the row with this target is; an invalid index where there is none."""
        item = self._items.get(target)
        return item.index() if item is not None else QModelIndex()

    def mark(self, index: QModelIndex) -> None:
        """Make one row bold, for which it may need another line."""
        item = self.itemFromIndex(index) if index.isValid() else None
        before, self._bold = self._bold, item
        for changed in (before, item):
            if changed is not None and before is not item:
                changed.setFont(self._look.font(bold=changed is item))
                self._measure(changed)

    def _every(self) -> Iterator[QStandardItem]:
        for at in range(self.rowCount()):
            top = self.item(at)
            yield top
            yield from (top.child(inner) for inner in range(top.rowCount()))

    def _measure(self, item: QStandardItem) -> None:
        is_group = not item.data(TARGET_ROLE)
        item.setSizeHint(self._look.size(item.text(), item.font(), group=is_group))
