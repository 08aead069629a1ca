"""The dotted lines under words that the glossary explains.

Qt's own dots are one pixel thin and close together; these can be seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock
from PySide6.QtWidgets import QTextBrowser

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
    scrolled = QPointF(view.horizontalScrollBar().value(), view.verticalScrollBar().value())
    width = max(2.0, document.defaultFont().pixelSize() / 11)
    pen = QPen(QColor(colour), width, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.01, 2.0])
    painter = QPainter(view.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    for term in terms:
        block = document.findBlock(term.start)
        around = layout.blockBoundingRect(block).translated(-scrolled)
        if around.top() > part.bottom():
            break
        if around.bottom() >= part.top():
            for line in _lines(block, term):
                painter.drawLine(line.translated(around.topLeft() + QPointF(0, width)))
    painter.end()


def rects_of(view: QTextBrowser, term: Term) -> list[QRect]:
    """Where a term is in the viewport, a rectangle for each line that it stands in."""
    document = view.document()
    block = document.findBlock(term.start)
    top_left = document.documentLayout().blockBoundingRect(block).topLeft()
    top_left -= QPointF(view.horizontalScrollBar().value(), view.verticalScrollBar().value())
    found = []
    for line in _lines(block, term):
        layout_line = block.layout().lineForTextPosition(term.start - block.position())
        height = layout_line.ascent() + layout_line.descent()
        placed = line.translated(top_left)
        left = min(placed.x1(), placed.x2())
        size = (round(abs(line.dx())), round(height))
        found.append(QRect(round(left), round(placed.y1() - layout_line.ascent()), *size))
    return found


def _terms(block: QTextBlock) -> Iterator[Term]:
    run = block.begin()
    while not run.atEnd():
        fragment = run.fragment()
        address = fragment.charFormat().anchorHref()
        if address.startswith(ADDRESS):
            start = fragment.position()
            yield Term(address, start, start + fragment.length())
        run += 1


def _lines(block: QTextBlock, term: Term) -> Iterator[QLineF]:
    """Where the term's words stand in their block: its baseline, line by line."""
    start, end = term.start - block.position(), term.end - block.position()
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first < last:
            # The stub says a number; the binding gives the number and the position.
            x1, x2 = (_x(line.cursorToX(at)) for at in (first, last))
            y = line.y() + line.ascent() + line.descent() * 0.35
            yield QLineF(min(x1, x2), y, max(x1, x2), y)


def _x(given: object) -> float:
    return float(given[0] if isinstance(given, tuple) else given)  # type: ignore[arg-type]
