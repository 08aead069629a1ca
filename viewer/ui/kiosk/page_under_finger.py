"""What of the page lies under a finger: a link with all its row, a cell, a heading, a paragraph."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextCursor, QTextFormat, QTextTable, QTextTableCell

from viewer.core.pages.heard import letters_of
from viewer.core.sentences import sentences
from viewer.ui.fragments import fragments_of
from viewer.ui.kiosk.page import KioskPageView

_OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
_BREAK = "\N{LINE SEPARATOR}"


class OnPage(NamedTuple):
    """A part of a page."""

    what: object
    lines: tuple[str, ...]
    """Its words, block by block."""
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
        return _link(block, cell, link)
    if cell is not None:
        lines = _words_of(cell)
        return (
            OnPage(("cell", cell.firstPosition()), _under_header(cursor, lines)) if lines else None
        )
    words = _words(block)
    if not words:
        return None
    level = block.blockFormat().headingLevel()
    return OnPage(("block", block.blockNumber()), (words,), is_heading=level > 0)


def link_with_focus(view: KioskPageView) -> OnPage | None:
    """The link that Tab has come to; None: it is at none."""
    selected = view.textCursor()
    link = selected.charFormat().anchorHref() if selected.hasSelection() else ""
    if not link:
        return None
    cursor = QTextCursor(view.document())
    cursor.setPosition(selected.selectionStart())
    return _link(cursor.block(), _cell(cursor), link)


def _link(block: QTextBlock, cell: QTextTableCell | None, link: str) -> OnPage:
    """A link with all its row, or in the sentence that has it; an item of a list is said whole."""
    lines = _words_of(cell) if cell is not None and _links(cell) == {link} else ()
    if lines:
        return OnPage(("link", link), lines, link)
    words = _words(block)
    around = (words,) if block.textList() is not None else _sentences_with(block, link)
    return OnPage(("link", link, block.blockNumber()), around or (words,), link)


def _sentences_with(block: QTextBlock, link: str) -> tuple[str, ...]:
    """The sentences of a block that have words of a link."""
    of_link = [to == link for text, to in _runs(block) for _ in letters_of(text)]
    found, at = [], 0
    for sentence in sentences(_words(block)):
        end = at + len(letters_of(sentence))
        if any(of_link[at:end]):
            found.append(sentence)
        at = end
    return tuple(found)


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


def _under_header(cursor: QTextCursor, lines: tuple[str, ...]) -> tuple[str, ...]:
    """A cell of a table with what stands above its column."""
    table: QTextTable = cursor.currentTable()
    at = table.cellAt(cursor)
    if table.columns() < 2 or not at.row() or not table.format().headerRowCount():
        return lines
    header = ". ".join(_words_of(table.cellAt(0, at.column())))
    return (f"{header}: {lines[0]}", *lines[1:]) if header else lines


def _blocks(cell: QTextTableCell) -> list[QTextBlock]:
    block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
    found = []
    while block.isValid() and block.blockNumber() <= last.blockNumber():
        found.append(block)
        block = block.next()
    return found


def _links(cell: QTextTableCell) -> set[str]:
    return {link for block in _blocks(cell) for _, link in _runs(block) if link}


def _words_of(cell: QTextTableCell) -> tuple[str, ...]:
    return tuple(filter(None, map(_words, _blocks(cell))))


def _words(block: QTextBlock) -> str:
    return "".join(text for text, _ in _runs(block)).strip()


def _runs(block: QTextBlock) -> list[tuple[str, str]]:
    """The pieces of a block, each with where it leads; a picture is what stands for it."""
    found = []
    for fragment in fragments_of(block):
        look, text = fragment.charFormat(), fragment.text()
        if look.isImageFormat():
            text = str(look.property(QTextFormat.Property.ImageAltText) or "")
        found.append((text.replace(_OBJECT, "").replace(_BREAK, "\n"), look.anchorHref()))
    return found
