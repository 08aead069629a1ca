"""Paints a tile for the screen that nobody uses: an icon, a title, a question, an invitation."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from viewer.ui.fonts import control_font, load_letters
from viewer.ui.icons import Icons
from viewer.ui.kiosk.lines import widest_word, wrapped_height
from viewer.ui.theme import Theme

_SHARES = (1.5, 1.35, 1.2, 1.1, 1.0, 0.85, 0.7, 0.6, 0.5, 0.4)
"""Sizes that are tried for the words, as parts of what was asked for."""
_SMALLEST = 10
_PADDING, _ICON = 2, 5
"""In ems: around what stands on the tile, and the icon's height."""
_INVITATION = 1.3
"""In ems: the size of its words."""
_AROUND = (0.7, 0.4)
"""In ems of the invitation: its ground beside and above the words."""
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop


class Slide(NamedTuple):
    """What a tile says, in one language."""

    icon: str
    title: str
    question: str
    invitation: str
    """“Touch to begin” in this language."""
    rtl: bool = False


class _Line(NamedTuple):
    words: str
    font: QFont
    colour: str
    after: int
    """Pixels between these words and the next."""
    height: int


def paint_slide(
    slide: Slide, icons: Icons, theme: Theme, pixels: int, room: QSize, ratio: float
) -> QPixmap:
    """The tile, as large as ``room`` lets it be: its words shrink until they find a place."""
    load_letters(slide.title, slide.question, slide.invitation)
    sizes = [max(_SMALLEST, round(pixels * share)) for share in _SHARES]
    em = next((size for size in sizes if _fits(slide, theme, size, room)), sizes[-1])
    lines = _lines(slide, theme, em, room.width())
    size = QSize(room.width(), min(_high(lines, em), room.height()))
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _card(painter, size, theme, em)
    edge, icon = _PADDING * em, _ICON * em
    left = size.width() - edge - icon if slide.rtl else edge
    painter.drawPixmap(left, edge, icons.pixmap(slide.icon, theme.accent, icon, ratio))
    inner = QRect(edge, edge + icon + em, size.width() - 2 * edge, size.height())
    _write(painter, lines, inner, theme, rtl=slide.rtl)
    painter.end()
    return picture


def _fits(slide: Slide, theme: Theme, em: int, room: QSize) -> bool:
    lines = _lines(slide, theme, em, room.width())
    widest = max((widest_word(line.words, line.font) for line in lines), default=0)
    return _high(lines, em) <= room.height() and widest <= room.width() - 2 * _PADDING * em


def _high(lines: list[_Line], em: int) -> int:
    words = sum(line.height + line.after for line in lines)
    return (2 * _PADDING + _ICON + 1) * em + words


def _lines(slide: Slide, theme: Theme, em: int, width: int) -> list[_Line]:
    """The words of a tile that is ``width`` pixels wide."""
    inner = width - 2 * _PADDING * em
    aside = 2 * round(_INVITATION * em * _AROUND[0])
    wanted = (
        (slide.title, control_font(round(em * 2.3), bold=True), theme.accent, em // 2, 0),
        (slide.question, control_font(round(em * 1.5)), theme.ink, round(em * 1.8), 0),
        (
            slide.invitation,
            control_font(round(em * _INVITATION), bold=True),
            theme.on_accent,
            em // 2,
            aside,
        ),
    )
    return [
        _Line(words, font, colour, after, wrapped_height(words, font, inner - aside))
        for words, font, colour, after, aside in wanted
    ]


def _card(painter: QPainter, size: QSize, theme: Theme, em: int) -> None:
    """As the tiles of Home: an edge, and a band along the top."""
    edge = max(2, em // 10)
    rect = QRectF(0, 0, size.width(), size.height())
    painter.fillRect(rect, QColor(theme.surface))
    painter.setPen(QPen(QColor(theme.outline), edge))
    half = edge / 2
    painter.drawRect(rect.adjusted(half, half, -half, -half))
    painter.fillRect(QRectF(0, 0, size.width(), max(6, em // 3)), QColor(theme.accent))


def _button(painter: QPainter, rect: QRect, flags: int, line: _Line, theme: Theme) -> None:
    """The ground of the invitation, which looks like something to press."""
    em = line.font.pixelSize()
    words = painter.boundingRect(rect, flags, line.words)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.accent))
    wide, high = (em * part for part in _AROUND)
    around = QRectF(words).adjusted(-wide, -high, wide, high)
    painter.drawRoundedRect(around, em * 0.4, em * 0.4)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _write(painter: QPainter, lines: list[_Line], room: QRect, theme: Theme, *, rtl: bool) -> None:
    side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
    direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    painter.setLayoutDirection(direction)
    # Absolute: Qt would mirror "left" once more for a painter that writes from the right.
    flags = int(_WRAPPED | side | Qt.AlignmentFlag.AlignAbsolute)
    top = room.top()
    for line in lines:
        painter.setFont(line.font)
        rect = QRect(room.left(), top, room.width(), line.height)
        if line is lines[-1]:
            inset = round(line.font.pixelSize() * _AROUND[0])  # its ground stands at the edge
            rect.adjust(inset, 0, -inset, 0)
            _button(painter, rect, flags, line, theme)
        painter.setPen(QColor(line.colour))
        painter.drawText(rect, flags | int(Qt.TextFlag.TextDontClip), line.words)
        top += line.height + line.after
