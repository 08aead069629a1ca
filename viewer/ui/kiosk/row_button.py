"""A large row that a finger presses."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from viewer.ui import qt_numbers
from viewer.ui.fonts import control_font, load_letters
from viewer.ui.icons import Icons
from viewer.ui.kiosk.lines import broken, draw_lines, leading_side, line_height
from viewer.ui.kiosk.row import Row
from viewer.ui.theme import Theme

INSET, ABOVE, ARROW, ICON = 0.9, 0.35, 0.9, 1.6
"""Ems: room beside and above the words, and the sizes of what stands beside them."""
DETAIL = 0.85
"""Of the text's size."""
_BORDER, _RING, _CORNER = 2, 4, 10


def detail_pixels(pixels: int) -> int:
    """The size of a detail's letters."""
    return round(pixels * DETAIL)


def words_width(width: int, pixels: int, *, icon: bool) -> int:
    """How wide the words of a row so wide can be."""
    beside = 2 * INSET + ARROW + 0.5 + (ICON + 0.6 if icon else 0)
    return max(1, width - round(pixels * beside))


class RowHeading(QLabel):
    """The name of the rows after it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def show_row(self, row: Row) -> None:
        """Show a row."""
        load_letters(row.text)
        self.setText(row.text)
        side = leading_side(from_right=self.isRightToLeft())
        self.setAlignment(Qt.AlignmentFlag.AlignBottom | side)
        self.show()

    def forget(self) -> None:
        """Name nothing, and be away."""
        self.clear()
        self.hide()


class RowButton(QAbstractButton):
    """Shows one row: text, detail, icon, and an arrow that says it leads on."""

    def __init__(self, parent: QWidget, icons: Icons) -> None:
        super().__init__(parent)
        self._icons = icons
        self._row = Row("", "")
        self._theme: Theme | None = None
        self._pixels, self._ratio, self._has_icon = 27, 1.0, False
        # A finger leaves the focus where it is: in the search field, or nowhere.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def row(self) -> Row:
        """What it shows."""
        return self._row

    def set_scale(self, theme: Theme, pixels: int, ratio: float) -> None:
        """Draw with this theme, and in letters of so many pixels."""
        self._theme, self._pixels, self._ratio = theme, pixels, ratio
        self.update()

    def show_row(self, row: Row, position: str, *, has_icon: bool) -> None:
        """Show a row; ``position`` says which of how many. ``has_icon``: some row has one."""
        self._row, self._has_icon = row, has_icon
        load_letters(row.text, row.detail)
        self.setAccessibleName(", ".join(filter(None, (row.text, row.detail))))
        self.setAccessibleDescription(position)
        self.show()
        self.update()

    def forget(self) -> None:
        """Show no row, and be away."""
        self._row = Row("", "")
        self.setAccessibleName("")
        self.setAccessibleDescription("")
        self.hide()

    def words(self) -> tuple[list[str], list[str]]:
        """The lines of text and of detail as they are drawn now."""
        width = words_width(self.width(), self._pixels, icon=self._has_icon)
        text_font = control_font(self._pixels, bold=True)
        detail_font = control_font(detail_pixels(self._pixels))
        text_high, detail_high = line_height(text_font), line_height(detail_font)
        room = self.height() - 2 * _BORDER - 2
        detail = self._row.detail
        most = max(1, (room - (detail_high if detail else 0)) // text_high)
        text = broken(self._row.text, text_font, width, most)
        left = max(0, room - len(text) * text_high) // detail_high
        return text, broken(detail, detail_font, width, left) if detail and left else []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it; arrows are for the list that it stands in."""
        if event.key() in (qt_numbers.KEY_RETURN, qt_numbers.KEY_ENTER):
            self.click()
        elif event.key() == qt_numbers.KEY_SPACE:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, self._theme)
        em, rtl = self._pixels, self.isRightToLeft()
        inside = self.rect().adjusted(round(em * INSET), 0, -round(em * INSET), 0)
        if self._has_icon:
            inside = self._draw_icon(painter, inside, self._theme, rtl=rtl)
        self._draw_arrow(painter, inside, self._theme, rtl=rtl)
        wide = words_width(self.width(), em, icon=self._has_icon)
        left = inside.right() + 1 - wide if rtl else inside.left()
        self._draw_words(painter, QRect(left, 0, wide, self.height()), self._theme, rtl=rtl)
        painter.end()

    def _draw_ground(self, painter: QPainter, theme: Theme) -> None:
        thick = _RING if self.hasFocus() else _BORDER
        edge = theme.focus if self.hasFocus() else theme.outline
        painter.setPen(QPen(QColor(edge), thick))
        painter.setBrush(QColor(theme.accent_soft if self.isDown() else theme.paper))
        half = thick / 2
        box = self.rect().toRectF().adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, _CORNER, _CORNER)

    def _draw_icon(self, painter: QPainter, inside: QRect, theme: Theme, *, rtl: bool) -> QRect:
        size, taken = round(self._pixels * ICON), round(self._pixels * (ICON + 0.6))
        if self._row.icon:
            picture = self._icons.pixmap(self._row.icon, theme.accent, size, self._ratio)
            at = inside.right() + 1 - size if rtl else inside.left()
            painter.drawPixmap(at, (self.height() - size) // 2, picture)
        return inside.adjusted(0, 0, -taken, 0) if rtl else inside.adjusted(taken, 0, 0, 0)

    def _draw_arrow(self, painter: QPainter, inside: QRect, theme: Theme, *, rtl: bool) -> None:
        size, middle = self._pixels * ARROW / 2.4, self.height() / 2
        tip = inside.left() + 2 if rtl else inside.right() - 2
        back = tip + size if rtl else tip - size
        pen = QPen(QColor(theme.accent), max(3, self._pixels / 9))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        ends = (QPointF(back, middle - size), QPointF(tip, middle), QPointF(back, middle + size))
        painter.drawPolyline(QPolygonF(ends))

    def _draw_words(self, painter: QPainter, box: QRect, theme: Theme, *, rtl: bool) -> None:
        text, detail = self.words()
        bold = control_font(self._pixels, bold=True)
        plain = control_font(detail_pixels(self._pixels))
        high = len(text) * line_height(bold) + len(detail) * line_height(plain)
        box.setTop((self.height() - high) // 2)
        painter.setFont(bold)
        painter.setPen(QColor(theme.accent))
        taken = draw_lines(painter, text, box, from_right=rtl)
        painter.setFont(plain)
        painter.setPen(QColor(theme.ink))
        box.setTop(box.top() + taken)
        draw_lines(painter, detail, box, from_right=rtl)
