"""The structure of a page, read from the text browser's document.

It is read from there, not from the blocks that a page is made of: the first page of a start comes
from a cache, where there are none. Boxes are tables to Qt: one that has a title is a group, one
that has none is not there. Tables of data are those with rows of headers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextFrame,
    QTextList,
    QTextTable,
    QTextTableCell,
)

from viewer.ui.block_state import state_of
from viewer.ui.fragments import fragments_of
from viewer.ui.page_lists import OpenLists
from viewer.ui.page_part import Kind, Part
from viewer.ui.term_lines import ADDRESS

_PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"
_BLANK = re.compile("\N{NO-BREAK SPACE}{4,}")
"""How a line to write on stands in the text."""


def read_page(
    document: QTextDocument, languages: Sequence[str], title: str, blank: str = ""
) -> Part:
    """The page with all its parts; ``languages`` are those that its blocks name by number.

    ``blank`` is said for a line to write on.
    """
    page = Part(Kind.PAGE, 0, document.characterCount() - 1, title)
    page.language = languages[0] if languages else ""
    page.children = _Reader(languages, blank).content(document.rootFrame())
    _complete(page)
    return page


def _complete(page: Part) -> None:
    """Give each part its parent, and lists and tables the name of what they stand under."""
    heading = page.name
    for part in page.walk():
        if part.kind is Kind.HEADING:
            heading = part.name
        elif part.kind in (Kind.LIST, Kind.TABLE):
            part.name = heading
        for child in part.children:
            child.parent = part
            child.language = child.language or part.language


class _Reader:
    """Reads frames and blocks, one inside the other."""

    def __init__(self, languages: Sequence[str], blank: str) -> None:
        self._languages = languages
        self._blank = blank

    def content(self, frame: QTextFrame | QTextTableCell) -> list[Part]:
        """The parts that stand in a frame, or in a cell."""
        found: list[Part] = []
        lists = OpenLists()
        pieces = frame.begin()
        while not pieces.atEnd():
            block, inner = pieces.currentBlock(), pieces.currentFrame()
            if isinstance(inner, QTextTable):
                place = lists.place(found, ends=not lists.goes_on)
                place += self._table(inner)
            elif inner is not None:
                lists.place(found, ends=True).extend(self.content(inner))
            elif block.isValid():
                self._add(block, found, lists)
            pieces += 1
        return found

    def _add(self, block: QTextBlock, found: list[Part], lists: OpenLists) -> None:
        part = self._block(block)
        bullets = block.textList()
        if isinstance(bullets, QTextList):
            part.kind = Kind.ITEM
            if bullets.itemText(block)[:1].isalnum():  # a number, which its words do not have
                part.name = f"{bullets.itemText(block)} {part.name}"
            lists.add(found, bullets, part)
        elif part.name or part.children:
            place = lists.place(found, ends=not block.blockFormat().indent())
            alone = part.kind is Kind.PARAGRAPH and not part.name
            place += part.children if alone else [part]

    def _block(self, block: QTextBlock) -> Part:
        state = state_of(block.userState())
        kind = Kind.HEADING if state.level else Kind.PARAGRAPH
        words = _clean(_BLANK.sub(f" {self._blank} ", block.text()))
        part = Part(kind, block.position(), block.position() + block.length() - 1, words)
        part.level, part.language = state.level, self._language(state.language)
        part.children = list(_inside(block))
        return part

    def _language(self, number: int) -> str:
        return self._languages[number] if number < len(self._languages) else ""

    def _table(self, table: QTextTable) -> list[Part]:
        """A table of data as one part; of boxes what is in them."""
        heads = table.format().toTableFormat().headerRowCount()
        rows = [_in_order(table, row) for row in range(table.rows())]
        if not heads:
            return [part for row in rows for cell in row for part in self._box(cell)]
        found = Part(Kind.TABLE, table.firstPosition(), table.lastPosition())
        for number, cells in enumerate(rows):
            row = Part(Kind.ROW, cells[0].firstPosition(), cells[-1].lastPosition())
            row.start, row.end = min(row.start, row.end), max(row.start, row.end)
            for column, cell in enumerate(cells):
                kind = Kind.HEADER if number < heads else Kind.CELL
                row.children.append(self._cell(cell, kind, (number, column)))
            row.name = ", ".join(cell.name for cell in row.children if cell.name)
            found.children.append(row)
        return [found]

    def _cell(self, cell: QTextTableCell, kind: Kind, at: tuple[int, int]) -> Part:
        """A cell with the links and pictures of its words; its words are its name."""
        blocks = self.content(cell)
        part = Part(kind, cell.firstPosition(), cell.lastPosition(), at=at)
        part.name = " ".join(block.name for block in blocks if block.name)
        part.language = blocks[0].language if blocks else ""
        whole = (Kind.PARAGRAPH, Kind.HEADING)
        for block in blocks:
            part.children += block.children if block.kind in whole else [block]
        return part

    def _box(self, cell: QTextTableCell) -> list[Part]:
        """What is in a box; a group where it has a title and more."""
        inside = self.content(cell)
        title = _title(cell, inside) if len(inside) > 1 or _is_note(cell, inside) else ""
        if not title:
            return inside
        group = Part(Kind.GROUP, cell.firstPosition(), cell.lastPosition(), title)
        group.language, group.children = inside[0].language, inside
        return [group]


def _in_order(table: QTextTable, row: int) -> list[QTextTableCell]:
    """The cells of a row as they are read; from right to left they are written the other way."""
    cells = [table.cellAt(row, column) for column in range(table.columns())]
    full = next((cell for cell in cells if cell.firstCursorPosition().block().text()), cells[0])
    direction = full.firstCursorPosition().block().blockFormat().layoutDirection()
    return cells[::-1] if direction is Qt.LayoutDirection.RightToLeft else cells


def _title(cell: QTextTableCell, inside: Sequence[Part]) -> str:
    """What a box is called: its heading, or the bold words that it begins with."""
    if inside[0].kind is Kind.HEADING:
        return inside[0].name
    words = ""
    for fragment in fragments_of(cell.firstCursorPosition().block()):
        if fragment.charFormat().fontWeight() < QFont.Weight.Bold:
            break
        words += fragment.text()
    return _clean(words).rstrip(".:")


def _is_note(cell: QTextTableCell, inside: Sequence[Part]) -> bool:
    """A box of one paragraph, with its title in the same line."""
    ground = cell.format().background().style()
    coloured = ground is not Qt.BrushStyle.NoBrush
    return coloured and len(inside) == 1 and inside[0].kind is Kind.PARAGRAPH


def _clean(words: str) -> str:
    """The words in one line, without the pictures between them."""
    return " ".join(words.replace(_PICTURE, " ").split())


def _inside(block: QTextBlock) -> Iterator[Part]:
    """The links and the pictures of a block; a picture without words says nothing."""
    for address, group in groupby(fragments_of(block), lambda run: run.charFormat().anchorHref()):
        runs = list(group)
        start, end = runs[0].position(), runs[-1].position() + runs[-1].length()
        pictures = [part for run in runs for part in _pictures(run)]
        if address:
            words = _clean("".join(run.text() for run in runs))
            name = words or " ".join(picture.name for picture in pictures)
            kind = Kind.TERM if address.startswith(ADDRESS) else Kind.LINK
            yield Part(kind, start, end, name, address=address, children=pictures)
        else:
            yield from pictures


def _pictures(run: QTextFragment) -> Iterator[Part]:
    """Equal pictures side by side are one run of several characters."""
    if run.charFormat().isImageFormat():
        words = run.charFormat().property(QTextFormat.Property.ImageAltText)
        for at in range(run.position(), run.position() + run.length()) if words else ():
            yield Part(Kind.IMAGE, at, at + 1, str(words))
