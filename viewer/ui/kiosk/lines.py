"""Text broken into the lines that a control has room for."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption

from viewer.ui.text_direction import runs_from_the_right


def broken(text: str, font: QFont, width: int, most: int) -> list[str]:
    """The lines that ``text`` takes, at most ``most``; the last one ends in … where more is left.

    A word that is wider than a line is broken, for there is nowhere else to go with it.
    """
    text = " ".join(text.split())
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) <= most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(text)]
    lines = [text[a:b].strip() for a, b in zip(starts, ends, strict=True)][:most]
    if len(starts) > most:
        rest = text[starts[most - 1] :]
        lines[-1] = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return lines


def wrapped_height(words: str, font: QFont, width: int) -> int:
    """The height of words that a painter wraps in a width."""
    room = QRect(0, 0, max(1, width), 10_000)
    return QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, words).height()


def widest_word(words: str, font: QFont) -> int:
    """The width in which no word has to be broken."""
    metrics = QFontMetrics(font)
    return max(map(metrics.horizontalAdvance, words.split()), default=0)


def line_height(font: QFont) -> int:
    """From one line to the next."""
    return QFontMetrics(font).lineSpacing()


def leading_side(*, from_right: bool) -> Qt.AlignmentFlag:
    """Where reading begins; left to itself, Qt puts each text at the side of its own letters."""
    side = Qt.AlignmentFlag.AlignRight if from_right else Qt.AlignmentFlag.AlignLeft
    return Qt.AlignmentFlag.AlignAbsolute | side


def draw_lines(painter: QPainter, lines: list[str], box: QRect, *, from_right: bool) -> int:
    """Draw lines from the top of ``box`` at the side where reading begins; the height they take.

    Each runs in the direction of its own letters, on whichever side it stands.
    """
    high = painter.fontMetrics().lineSpacing()
    flags = leading_side(from_right=from_right) | Qt.AlignmentFlag.AlignVCenter
    ways = Qt.LayoutDirection
    runs_right = runs_from_the_right(" ".join(lines), from_right)
    painter.setLayoutDirection(ways.RightToLeft if runs_right else ways.LeftToRight)
    for number, line in enumerate(lines):
        place = QRect(box.left(), box.top() + number * high, box.width(), high)
        painter.drawText(place, int(flags | Qt.TextFlag.TextSingleLine), line)
    return len(lines) * high
