"""Where each glyph of a PDF stands, and what its pages look like, by PDFium."""

from __future__ import annotations

import ctypes
import itertools
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from tests.handout.pdf_content import Content

DARK = 128
"""A pixel below this is ink on any printer."""
UNSEEN = frozenset([0x20, 0xA0, 0xAD, 0xD, 0xA, *range(0x200B, 0x2010), *range(0x2028, 0x2030)]) | {
    *range(0x2060, 0x206A)
}
"""Characters without ink."""
FAINT = 225
"""A pixel below this has something of a glyph in it."""


class Glyph(NamedTuple):
    """A glyph that leaves ink; its box in points from the lower left corner of the page."""

    page: int
    character: str
    left: float
    bottom: float
    right: float
    top: float
    mcid: int
    """-1: in an artifact."""

    @property
    def content(self) -> Content:
        """The marked content that it is of."""
        return self.page, self.mcid

    @property
    def area(self) -> float:
        """In square points."""
        return (self.right - self.left) * (self.top - self.bottom)


class Line(NamedTuple):
    """A thin line or the edge of a box."""

    page: int
    left: float
    bottom: float
    right: float
    top: float


class PageImage(NamedTuple):
    """A page in shades of grey, from the upper left corner."""

    scale: float
    width: int
    height: int
    rows: list[bytes]
    data: bytes
    """All rows, each of ``stride`` bytes."""
    stride: int

    def ink(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of all that is not white, in points; (inf…) if all white."""
        lines = [n for n, row in enumerate(self.rows) if min(row) < DARK]
        columns = [
            n for n in range(self.width) if min(self.data[n :: self.stride], default=255) < DARK
        ]
        if not lines:
            return (float("inf"), float("inf"), float("-inf"), float("-inf"))
        bottom, top = self.height - lines[-1] - 1, self.height - lines[0]
        edges = (columns[0], bottom, columns[-1] + 1, top)
        left, bottom_edge, right, top_edge = (edge / self.scale for edge in edges)
        return left, bottom_edge, right, top_edge

    def shows(self, line: Line) -> bool:
        """Whether a line is to be seen all along, and not cut off by its box."""
        y = min(self.height - 1, int(self.height - (line.bottom + line.top) / 2 * self.scale))
        first, last = int(line.left * self.scale) + 2, int(line.right * self.scale) - 2
        row = self.rows[y][first:last]
        return not row or sum(pixel < FAINT for pixel in row) > 0.9 * len(row)

    def has_ink(self, glyph: Glyph) -> bool:
        """Whether a glyph is to be seen, its lower half and its upper half."""
        middle = (glyph.bottom + glyph.top) / 2
        if glyph.top - glyph.bottom < 4:
            return self._has_ink(glyph, glyph.bottom - 1, glyph.top + 1)
        return self._has_ink(glyph, glyph.bottom, middle) and self._has_ink(
            glyph, middle, glyph.top
        )

    def _has_ink(self, glyph: Glyph, bottom: float, top: float) -> bool:
        first = max(0, int(self.height - top * self.scale))
        last = min(self.height, int(self.height - bottom * self.scale) + 1)
        left = max(0, int(glyph.left * self.scale) - 1)
        right = min(self.width, int(glyph.right * self.scale) + 2)
        return any(min(self.rows[y][left:right], default=255) < FAINT for y in range(first, last))


class PdfGlyphs:
    """The glyphs and pictures of a PDF's pages."""

    def __init__(self, data: bytes) -> None:
        self._document = pypdfium2.PdfDocument(data)
        self.glyphs: list[Glyph] = []
        self.lines: list[Line] = []
        for number in range(len(self._document)):
            page = self._document[number]
            text = page.get_textpage()
            self.glyphs.extend(_glyphs(number, text))
            text.close()
            self.lines.extend(_lines(number, page))
            page.close()

    def close(self) -> None:
        """Let go of the file."""
        self._document.close()

    def image(self, page: int, scale: float = 1.0) -> PageImage:
        """A page as a printer without colours would have it."""
        drawn = self._document[page].render(scale=scale, grayscale=True, no_smoothtext=False)
        data = bytes(drawn.buffer)
        rows = [
            data[y * drawn.stride : y * drawn.stride + drawn.width] for y in range(drawn.height)
        ]
        return PageImage(scale, drawn.width, drawn.height, rows, data, drawn.stride)

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._document)

    def text(self, page: int) -> str:
        """What is found when somebody searches the page."""
        drawn = self._document[page].get_textpage()
        found: str = drawn.get_text_range()
        drawn.close()
        return found


def _glyphs(number: int, text: pypdfium2.PdfTextPage) -> Iterator[Glyph]:
    box = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = box
    pointers = [ctypes.byref(value) for value in box]
    mcids: dict[int, int] = {}
    for index in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if pdfium.FPDFText_IsGenerated(text, index) or code in UNSEEN:
            continue
        if code < 0x110000 and unicodedata.combining(chr(code)):
            continue  # it has the box of the letter that it stands on
        if not pdfium.FPDFText_GetCharBox(text, index, *pointers):
            continue
        if right.value - left.value <= 0 or top.value - bottom.value <= 0:
            continue
        shown = pdfium.FPDFText_GetTextObject(text, index)
        key = ctypes.addressof(shown.contents)
        if key not in mcids:
            mcids[key] = pdfium.FPDFPageObj_GetMarkedContentID(shown)
        character = chr(code) if code < 0x110000 else "?"
        yield Glyph(number, character, left.value, bottom.value, right.value, top.value, mcids[key])


def _lines(number: int, page: pypdfium2.PdfPage) -> Iterator[Line]:
    """Thin painted shapes; the frame of a box as its four edges."""
    edges = [ctypes.c_float() for _ in range(4)]
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        shape = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(shape) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(shape, *(ctypes.byref(edge) for edge in edges)):
            continue
        left, bottom, right, top = (edge.value for edge in edges)
        if min(right - left, top - bottom) < 4:
            yield Line(number, left, bottom, right, top)


def overlaps(glyphs: list[Glyph]) -> list[tuple[Glyph, Glyph]]:
    """Pairs of glyphs of two lines that stand on one another by more than kerning does.

    The marks and joins of Arabic letters touch by nature, so those of one line may.
    """
    found: list[tuple[Glyph, Glyph]] = []
    lines = [list(line) for _, line in itertools.groupby(glyphs, key=_line)]
    pages: dict[int, list[tuple[Glyph, list[Glyph]]]] = defaultdict(list)
    for line in lines:
        around = _around(line)
        for other_around, other in pages[around.page]:
            if _touch(around, other_around):
                found += [
                    (one, two)
                    for one in other
                    if _touch(one, around)
                    for two in line
                    if _covers(one, two) and not _is_arabic(one, two)
                ]
        pages[around.page].append((around, line))
    return found


def _line(glyph: Glyph) -> tuple[int, int, int]:
    return glyph.page, glyph.mcid, round(glyph.bottom / 30)


def _around(line: list[Glyph]) -> Glyph:
    """A glyph as large as a line."""
    left, bottom = min(g.left for g in line), min(g.bottom for g in line)
    right, top = max(g.right for g in line), max(g.top for g in line)
    return Glyph(line[0].page, "", left, bottom, right, top, line[0].mcid)


def _touch(one: Glyph, two: Glyph) -> bool:
    across = min(one.right, two.right) - max(one.left, two.left)
    return across > 0 and min(one.top, two.top) - max(one.bottom, two.bottom) > 0


def _covers(glyph: Glyph, other: Glyph) -> bool:
    across = min(glyph.right, other.right) - max(glyph.left, other.left)
    along = min(glyph.top, other.top) - max(glyph.bottom, other.bottom)
    if across <= 0 or along <= 0:
        return False
    return across * along > 0.35 * min(glyph.area, other.area)


def _is_arabic(glyph: Glyph, other: Glyph) -> bool:
    both = glyph.character, other.character
    near = abs(glyph.bottom - other.bottom) < 14
    return near and all("\u0600" <= c <= "\u06ff" or "\ufb50" <= c <= "\ufeff" for c in both)


def struck(glyphs: list[Glyph], lines: list[Line]) -> list[tuple[Glyph, Line]]:
    """Glyphs with a line through their middle."""
    by_page: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        by_page[line.page].append(line)
    return [
        (glyph, line)
        for glyph in glyphs
        for line in by_page[glyph.page]
        if line.bottom < glyph.top and glyph.bottom < line.top and _crosses(glyph, line)
    ]


def _crosses(glyph: Glyph, line: Line) -> bool:
    inset_x = (glyph.right - glyph.left) * 0.25
    inset_y = (glyph.top - glyph.bottom) * 0.25
    across = glyph.left + inset_x < line.right and line.left < glyph.right - inset_x
    return across and glyph.bottom + inset_y < line.top and line.bottom < glyph.top - inset_y
