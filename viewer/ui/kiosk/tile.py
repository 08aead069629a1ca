"""A tile: an icon, a few large words, and the question that they answer."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from viewer.core.tile import Tile, TileKind
from viewer.ui.fonts import control_font
from viewer.ui.icons import Icons
from viewer.ui.kiosk.lines import widest_word, wrapped_height
from viewer.ui.kiosk.scale import TARGET
from viewer.ui.theme import Theme

_WRAP = Qt.TextFlag.TextWordWrap
_PAD, _GAP, _ICON, _ICON_BESIDE, _BESIDE = 0.9, 0.35, 3.8, 2.4, 0.6
"""In ems: the inner edge, the space between title and question, an icon above the words and one
beside them, and the space between that and them."""
_ANY_ICON = "topic"
_TOP_EDGE = 10


class TileButton(QAbstractButton):
    """Opens a page wherever it is touched."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self._tile: Tile | None = None
        self._theme: Theme | None = None
        self._pixels, self._ratio = 27, 1.0
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        self.is_upright = False
        """Its icon stands above its words, not beside them."""
        self.is_brief = False
        """Only its title is shown, where there is no room for the question."""

    @property
    def tile(self) -> Tile | None:
        """What it shows."""
        return self._tile

    def show_tile(self, tile: Tile) -> None:
        """Show a tile's words; they are its accessible name too."""
        self._tile = tile
        self.setText(tile.title)
        name = " \N{EN DASH} ".join(filter(None, (tile.title, tile.question)))
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def set_scale(self, theme: Theme, pixels: int, ratio: float) -> None:
        """Draw with this theme, and with controls in a font of so many pixels."""
        self._theme, self._pixels, self._ratio = theme, pixels, ratio
        self.setFont(control_font(pixels))
        self.update()

    def needed_height(self, width: int, *, upright: bool) -> int:
        """Pixels that its words need at a width; ``upright``: with its icon above them."""
        if self._tile is None:
            return TARGET
        words = self._words_height(self._words_width(width, upright=upright))
        icon = self._em(_ICON if upright else _ICON_BESIDE)
        inner = icon + self._em(_GAP * 2) + words if upright else max(icon, words)
        return max(TARGET, inner + 2 * self._em(_PAD) + _TOP_EDGE)

    def needed_width(self) -> int:
        """Pixels in which none of its words has to be broken, its icon beside them."""
        if self._tile is None:
            return TARGET
        title = widest_word(self._tile.title, self._title_font)
        question = widest_word(self._tile.question, self.font())
        return max(title, question) + self._em(_ICON_BESIDE + _BESIDE + 2 * _PAD) + 2

    def sizeHint(self) -> QSize:
        return QSize(320, self.needed_height(320, upright=True))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens it too; Qt's own buttons take Space alone."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down) or not self._step(
            down=event.key() == Qt.Key.Key_Down
        ):
            super().keyPressEvent(event)

    def _step(self, *, down: bool) -> bool:
        """Go to the nearest tile of the row below, or above; says whether there is one."""
        box, parent = self.geometry(), self.parentWidget()
        tiles = parent.findChildren(TileButton) if parent is not None else []
        places = [(tile.geometry(), tile) for tile in tiles if tile.isVisible()]
        beyond = [
            (abs(place.top() - box.top()), abs(place.center().x() - box.center().x()), tile)
            for place, tile in places
            if (place.top() > box.bottom() if down else place.bottom() < box.top())
        ]
        if not beyond:
            return False
        reasons = Qt.FocusReason
        _, _, nearest = min(beyond, key=lambda it: it[:2])
        nearest.setFocus(reasons.TabFocusReason if down else reasons.BacktabFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None or self._tile is None:
            return
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        self._paint_box(painter, self._theme)
        upright = self.is_upright
        inner = self.rect().adjusted(0, _TOP_EDGE, 0, 0)
        pad = self._em(_PAD)
        inner.adjust(pad, pad, -pad, -pad)
        icon = self._em(_ICON if upright else _ICON_BESIDE)
        pixmap = self._icons.pixmap(self._tile.icon, self._ink, icon, self._ratio)
        if pixmap.isNull():  # a kind of care that has no icon here
            pixmap = self._icons.pixmap(_ANY_ICON, self._ink, icon, self._ratio)
        words = QRect(inner)
        if upright:
            painter.drawPixmap(self._at_start(inner, icon).topLeft(), pixmap)
            words.setTop(words.bottom() + 1 - self._words_height(words.width()))
        else:
            spot = self._at_start(inner, icon)
            spot.moveTop(inner.top() + max(0, (inner.height() - icon) // 2))
            painter.drawPixmap(spot.topLeft(), pixmap)
            width = self._words_width(self.width(), upright=False)
            words.setLeft(words.right() + 1 - width)
            if self.isRightToLeft():
                words.moveLeft(inner.left())
            high = self._words_height(words.width())
            words.setTop(words.top() + max(0, (words.height() - high) // 2))
        self._paint_words(painter, words)

    # --- how it is drawn --------------------------------------------------------------

    @property
    def _ink(self) -> str:
        theme, tile = self._theme, self._tile
        assert theme is not None
        assert tile is not None
        return theme.danger if tile.kind is TileKind.HELP else theme.accent

    def _paint_box(self, painter: QPainter, theme: Theme) -> None:
        is_help = self._tile is not None and self._tile.kind is TileKind.HELP
        edge = theme.danger_edge if is_help else theme.outline
        ground = theme.danger_soft if is_help else theme.paper
        if self.isDown():
            ground = theme.accent_soft if not is_help else theme.paper
        painter.fillRect(self.rect(), QColor(edge))
        painter.fillRect(self.rect().adjusted(3, 3, -3, -3), QColor(ground))
        top = theme.danger_edge if is_help else theme.accent
        painter.fillRect(QRect(0, 0, self.width(), _TOP_EDGE), QColor(top))
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.focus), 6))
            painter.drawRect(self.rect().adjusted(3, 3, -3, -3))

    def _paint_words(self, painter: QPainter, words: QRect) -> None:
        theme, tile = self._theme, self._tile
        assert theme is not None
        assert tile is not None
        start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
        painter.setFont(self._title_font)
        painter.setPen(QColor(self._ink))
        high = wrapped_height(tile.title, self._title_font, words.width())
        painter.drawText(words, start | _WRAP, tile.title)
        if tile.question and not self.is_brief:
            painter.setFont(self.font())
            painter.setPen(QColor(theme.ink))
            words.setTop(words.top() + high + self._em(_GAP))
            painter.drawText(words, start | _WRAP, tile.question)

    @property
    def _title_font(self) -> QFont:
        return control_font(round(self._pixels * 1.4), bold=True)

    def _em(self, ratio: float) -> int:
        return round(self._pixels * ratio)

    def _at_start(self, inner: QRect, icon: int) -> QRect:
        left = inner.right() + 1 - icon if self.isRightToLeft() else inner.left()
        return QRect(left, inner.top(), icon, icon)

    def _words_width(self, width: int, *, upright: bool) -> int:
        inner = width - 2 * self._em(_PAD)
        return inner if upright else inner - self._em(_ICON_BESIDE + _BESIDE)

    def _words_height(self, width: int) -> int:
        if self._tile is None:
            return 0
        high = wrapped_height(self._tile.title, self._title_font, width)
        if self._tile.question and not self.is_brief:
            high += self._em(_GAP) + wrapped_height(self._tile.question, self.font(), width)
        return high
