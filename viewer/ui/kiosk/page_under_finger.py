"""What of the page lies under a finger: a link with all its row, a cell, a heading, a paragraph."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextCursor, QTextFormat, QTextTable, QTextTableCell

from viewer.ui.kiosk.page import KioskPageView

_OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"


class OnPage(NamedTuple):
    """A part of a page."""

    what: object
    words: str
    link: str = ""
    is_heading: bool = False


def page_at(view: KioskPageView, point: QPoint) -> OnPage | None:
    """What is at a point of the viewport; None where nothing is."""
    cursor = view.cursorForPosition(point)
    block = cursor.block()
    link = view.link_at(point)
    cell = _cell(cursor)
    if cell is None and not _box(view, block).contains(QPointF(point)):
        return None
    if link:
        inside = cell if cell is not None and _links(cell) == {link} else None
        words = _words_of(inside) if inside is not None else _words_of_link(block, link)
        return OnPage(("link", link), words or _words(block), link)
    if cell is not None:
        words = _words_of(cell)
        return (
            OnPage(("cell", cell.firstPosition()), _under_header(cursor, words)) if words else None
        )
    words = _words(block)
    if not words:
        return None
    level = block.blockFormat().headingLevel()
    return OnPage(("block", block.blockNumber()), words, is_heading=level > 0)


def _cell(cursor: QTextCursor) -> QTextTableCell | None:
    """The cell of a table; a box around several blocks is a table of one cell too."""
    table = cursor.currentTable()
    if table is None:
        return None
    cell = table.cellAt(cursor)
    is_box = table.rows() * table.columns() == 1 and len(_links(cell)) != 1
    return None if is_box or not cell.isValid() else cell


def _box(view: KioskPageView, block: QTextBlock) -> QRectF:
    """Where a block is in the viewport, over its whole width."""
    box = view.document().documentLayout().blockBoundingRect(block)
    box.translate(0, -view.verticalScrollBar().value())
    box.setLeft(0)
    box.setWidth(view.viewport().width())
    return box


def _under_header(cursor: QTextCursor, words: str) -> str:
    """A cell of a table with what stands above its column."""
    table: QTextTable = cursor.currentTable()
    at = table.cellAt(cursor)
    if table.columns() < 2 or not at.row():
        return words
    header = _words_of(table.cellAt(0, at.column()))
    return f"{header}: {words}" if header and table.format().headerRowCount() else words


def _blocks(cell: QTextTableCell) -> list[QTextBlock]:
    block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
    found = []
    while block.isValid() and block.blockNumber() <= last.blockNumber():
        found.append(block)
        block = block.next()
    return found


def _links(cell: QTextTableCell) -> set[str]:
    return {link for block in _blocks(cell) for _, link in _runs(block) if link}


def _words_of(cell: QTextTableCell) -> str:
    return ". ".join(filter(None, map(_words, _blocks(cell))))


def _words_of_link(block: QTextBlock, link: str) -> str:
    return "".join(text for text, to in _runs(block) if to == link).strip()


def _words(block: QTextBlock) -> str:
    return "".join(text for text, _ in _runs(block)).strip()


def _runs(block: QTextBlock) -> list[tuple[str, str]]:
    """The pieces of a block, each with where it leads; a picture is what stands for it."""
    found, fragments = [], block.begin()
    while not fragments.atEnd():
        fragment = fragments.fragment()
        look, text = fragment.charFormat(), fragment.text()
        if look.isImageFormat():
            text = str(look.property(QTextFormat.Property.ImageAltText) or "")
        found.append((text.replace(_OBJECT, ""), look.anchorHref()))
        fragments += 1
    return found
