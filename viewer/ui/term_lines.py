"""The dotted lines under words that the glossary explains.

Qt's own dots are one pixel thin and close together; these can be seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap, QTextBlock
from PySide6.QtWidgets import QTextBrowser

from viewer.ui.fragments import fragments_of

ADDRESS = "term:"
"""How the address of such a word begins."""


class Term(NamedTuple):
    """A word on the page: its address, and where it begins and ends."""

    address: str
    start: int
    end: int


def terms_of(blocks: Iterable[QTextBlock]) -> tuple[Term, ...]:
    """The words in these blocks of a page that the glossary explains, in their order."""
    return tuple(term for block in blocks for term in _terms(block))


def paint_lines(view: QTextBrowser, terms: tuple[Term, ...], colour: str, part: QRect) -> None:
    """Draw the lines of those terms that are in ``part`` of the viewport."""
    document = view.document()
    layout = document.documentLayout()
    across, down = view.horizontalScrollBar().value(), view.verticalScrollBar().value()
    size = max(2, round(document.defaultFont().pixelSize() / 10))
    dot = _dot(colour, size, view.devicePixelRatioF())
    painter = QPainter(view.viewport())
    for term in terms:
        block = document.findBlock(term.start)
        around = layout.blockBoundingRect(block)
        if around.top() - down > part.bottom():
            break
        if around.bottom() - down >= part.top():
            left, top = around.left() - across, around.top() - down
            for rect, descent in _rects(block, term):
                at = round(left + rect.left()), round(top + rect.bottom() - descent / 2)
                painter.drawTiledPixmap(*at, round(rect.width()), size, dot)
    painter.end()


@lru_cache(maxsize=8)
def _dot(colour: str, size: int, ratio: float) -> QPixmap:
    """A dot and the space after it: a line of these is painted ten times as fast as by a pen."""
    pixmap = QPixmap(round(2 * size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(QColor(0, 0, 0, 0))
    painter = QPainter(pixmap)
    # Small dots are squares: round ones would be paler than their colour.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, size * ratio > 3)
    painter.setPen(QColor(0, 0, 0, 0))
    painter.setBrush(QColor(colour))
    if size * ratio > 3:
        painter.drawEllipse(QRectF(0, 0, size, size))
    else:
        painter.fillRect(QRectF(0, 0, size, size), QColor(colour))
    painter.end()
    return pixmap


def rects_of(view: QTextBrowser, term: Term) -> list[QRect]:
    """Where a term is in the viewport, a rectangle for each line that it stands in."""
    document = view.document()
    block = document.findBlock(term.start)
    top_left = document.documentLayout().blockBoundingRect(block).topLeft()
    top_left -= QPointF(view.horizontalScrollBar().value(), view.verticalScrollBar().value())
    return [rect.translated(top_left).toAlignedRect() for rect, _ in _rects(block, term)]


def _terms(block: QTextBlock) -> Iterator[Term]:
    for fragment in fragments_of(block):
        address = fragment.charFormat().anchorHref()
        if address.startswith(ADDRESS):
            start = fragment.position()
            yield Term(address, start, start + fragment.length())


def _rects(block: QTextBlock, term: Term) -> Iterator[tuple[QRectF, float]]:
    """Where the term's words stand in their block, line by line, and how deep the letters go."""
    start, end = term.start - block.position(), term.end - block.position()
    layout = block.layout()
    while start < end:
        line = layout.lineForTextPosition(start)
        if not line.isValid():
            return
        last = min(end, line.textStart() + line.textLength())
        # The stub says a number; the binding gives the number and the position.
        left, right = sorted((_x(line.cursorToX(start)), _x(line.cursorToX(last))))
        descent = line.descent()
        yield QRectF(left, line.y(), right - left, line.ascent() + descent), descent
        start = max(last, start + 1)


def _x(given: object) -> float:
    return float(given[0] if isinstance(given, tuple) else given)  # type: ignore[arg-type]
