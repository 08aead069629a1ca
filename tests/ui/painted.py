"""Contrast as it is painted: pictures are taken enlarged, and ink and ground found in them.

No colour is asked of a theme, a palette or a style sheet. Letters are smooth at their edges, so
a picture is three times as large as the screen's: then each stroke has a solid middle. What fills
areas is ground; of all else, a colour that takes a good part is an ink. The weakest ink counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QTextBlock, QTextLine
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget

from tests.ui.measuring import contrast, pixels_of

TEXT, PART = 7.0, 3.0
"""What WCAG asks of words (its level AAA), and of icons, edges and the focus."""
ENLARGED = 3
SOLID = 0.12
"""The part of all that is not ground from which a colour is an ink, and no blend at an edge."""
FEW = 12
"""Pixels that are no letter, nor part of one: where two areas meet in the middle of a pixel."""
STROKE, STROKE_SHARE = 10, 0.24
"""No stroke is as wide as this, in pixels of the picture, or as this part of its letter's size."""
ALIKE = 1.1
"""The contrast up to which two colours beside one another are one ink."""
STRONGEST = 0.95
"""Where nothing is solid: stronger than so much of all pixels that are not ground."""
PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"


class Seen(NamedTuple):
    """Something that has to be told from what is behind it."""

    what: str
    ink: str
    ground: str
    ratio: float
    least: float

    def __str__(self) -> str:
        return f"{self.what}: {self.ink} on {self.ground} is {self.ratio:.2f}, not {self.least:g}"


def picture_of(widget: QWidget) -> QImage:
    """The widget with all that stands on it, enlarged."""
    QApplication.processEvents()  # all that has just changed its size finds its place
    image = QImage(widget.size() * ENLARGED, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ENLARGED)
    image.fill(0)
    widget.render(image)
    return image


def see(
    image: QImage, rect: QRect | QRectF, what: str, least: float = TEXT, letters: int = 16
) -> Seen | None:
    """What stands in a part of a picture, in ``letters`` of so many pixels of the screen.

    None where there is nothing but ground.

    Of words the weakest ink counts, of a drawing (``least`` is that of a part) its strongest: it
    is made for the screen's own pixels, and smooth all over.
    """
    inside = enlarged(rect) & image.rect()
    if inside.isEmpty():
        return None
    found = weakest_ink(image, inside, letters) if least == TEXT else strongest_ink(image, inside)
    if found is None:
        return None
    ink, ground = found
    return Seen(what, name(ink), name(ground), contrast(ink, ground), least)


def weakest_ink(image: QImage, rect: QRect, letters: int) -> tuple[int, int] | None:
    """The ink that is hardest to tell from the ground under it, and that ground."""
    areas = grounds(image, rect, max(STROKE, round(letters * ENLARGED * STROKE_SHARE)))
    on: dict[int, Counter[int]] = {}
    high = min(rect.height(), round(1.5 * ENLARGED * letters))
    for top in range(rect.top(), rect.bottom() + 1, high):
        for left in range(rect.left(), rect.right() + 1, high):
            cell = QRect(left, top, high, high) & rect
            for ground, others in _on_grounds(image, cell, areas):
                on.setdefault(ground, Counter()).update(others)
    found = [
        (next((area for area in areas if contrast(area, ink) <= ALIKE), ink), ground)
        for ground in on  # an ink like an area is what is left of that: a thick drawing's edge
        for ink in _inks(on[ground], ground)
    ]
    return min(found, key=lambda pair: contrast(*pair), default=None)


def _on_grounds(image: QImage, cell: QRect, areas: set[int]) -> Iterator[tuple[int, Counter[int]]]:
    """What stands on each ground of a small part: on the most frequent, where there is one."""
    pixels = pixels_of(image, cell)
    if len(areas & pixels.keys()) < 2:
        ground = pixels.most_common(1)[0][0]
        yield ground, Counter({p: n for p, n in pixels.items() if p != ground and p not in areas})
        return
    part = image.copy(cell).convertToFormat(QImage.Format.Format_RGB32)
    line, across = memoryview(part.constBits()).cast("I"), part.width()
    for row in range(part.height()):  # along a row, ink belongs to the ground before it
        before: int | None = None
        for pixel in line[row * across : (row + 1) * across]:
            if pixel in areas:
                before = pixel
            elif before is not None:
                yield before, Counter((pixel,))


def _inks(others: Counter[int], ground: int) -> list[int]:
    """The colours among all that is not ground that are no blend with it."""
    if others.total() < FEW:
        return []
    best, least = _strongest(others, ground), SOLID * others.total()
    inks = [pixel for pixel, n in others.items() if n >= least]
    # A picture's own smooth edges, enlarged, are no second ink beside that of its lines.
    return [ink for ink in inks if contrast(ink, best) > ALIKE] or [best]


def strongest_ink(image: QImage, rect: QRect) -> tuple[int, int] | None:
    """The ink of a drawing, and its ground."""
    pixels = pixels_of(image, rect)
    ground = pixels.most_common(1)[0][0]
    others = Counter({pixel: count for pixel, count in pixels.items() if pixel != ground})
    return (_strongest(others, ground), ground) if others else None


def _strongest(others: Counter[int], ground: int) -> int:
    passed, wanted = 0, STRONGEST * others.total()
    for pixel in sorted(others, key=lambda ink: contrast(ink, ground)):
        passed += others[pixel]
        if passed >= wanted:
            return pixel
    raise AssertionError


def grounds(image: QImage, rect: QRect, side: int) -> set[int]:
    """The colours that somewhere there fill a square of ``side`` pixels, which no stroke does."""
    part = image.copy(rect).convertToFormat(QImage.Format.Format_RGB32)
    pixels, across = memoryview(part.constBits()).cast("I"), part.width()
    found: set[int] = set()
    for top in range(0, part.height() - side + 1, max(1, side // 3)):
        for left in range(0, across - side + 1, max(1, side // 3)):
            colour = pixels[top * across + left]
            if colour not in found and _is_filled(pixels, across, top, left, side):
                found.add(colour)
    return found


def _is_filled(pixels: memoryview, across: int, top: int, left: int, side: int) -> bool:
    colour = pixels[top * across + left]
    rows = range(top, top + side)
    return all(
        pixels[row * across + at] == colour for row in rows for at in range(left, left + side)
    )


def name(pixel: int) -> str:
    """A colour as a theme writes it."""
    return str(QColor.fromRgb(pixel).name())


def enlarged(rect: QRect | QRectF) -> QRect:
    """Where a part of a widget is in its picture."""
    edges = (rect.x(), rect.y(), rect.width(), rect.height())
    return QRectF(*(edge * ENLARGED for edge in edges)).toAlignedRect()


# --- a page ---------------------------------------------------------------------------


class Run(NamedTuple):
    """Words, or a drawing, of one format in one line; ``rect`` is in the browser's viewport."""

    words: str
    rect: QRectF
    link: str
    is_picture: bool
    is_underlined: bool


def runs_in_sight(view: QTextBrowser) -> Iterator[Run]:
    """Every run of the page that is wholly in sight, as the page is laid out now."""
    bounds = QRectF(view.viewport().rect())
    down = -view.verticalScrollBar().value()
    layout = view.document().documentLayout()
    block = view.document().begin()
    while block.isValid():
        at = layout.blockBoundingRect(block).topLeft() + QPoint(0, down)
        for number in range(block.layout().lineCount()):
            for run in _runs(block, block.layout().lineAt(number)):
                moved = run._replace(rect=run.rect.translated(at))
                if bounds.contains(moved.rect):
                    yield moved
        block = block.next()


def _runs(block: QTextBlock, line: QTextLine) -> Iterator[Run]:
    """The runs of a line; ``rect`` counts from the block's corner."""
    text, at = block.text(), block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        at += 1
        start = max(fragment.position() - block.position(), line.textStart())
        stop = fragment.position() - block.position() + fragment.length()
        end = min(stop, line.textStart() + line.textLength())
        words = text[start:end]
        if end <= start or not words.strip("\N{NO-BREAK SPACE}\N{LINE SEPARATOR} "):
            continue
        left, right = sorted((_x(line, start), _x(line, end)))
        rect = QRectF(left, line.y(), right - left, line.height())
        form = fragment.charFormat()
        underlined = form.fontUnderline()
        yield Run(words, rect, form.anchorHref(), words.startswith(PICTURE), underlined)


def _x(line: QTextLine, position: int) -> float:
    given: object = line.cursorToX(position)
    return float(given[0] if isinstance(given, tuple) else given)  # type: ignore[arg-type]


def page_seen(view: QTextBrowser) -> list[Seen]:
    """All words and drawings of a page that are in sight now."""
    image = picture_of(view.viewport())
    found = []
    for run in runs_in_sight(view):
        what = "a drawing" if run.is_picture else run.words.strip()
        bound = PART if run.is_picture else TEXT
        found.append(see(image, run.rect, what, bound, round(run.rect.height() / 1.4)))
    return [seen for seen in found if seen is not None]


def whole_page_seen(view: QTextBrowser) -> list[Seen]:
    """All words and drawings of a page, a screenful after the other."""
    bar = view.verticalScrollBar()
    found, place = [], bar.minimum()
    while True:
        bar.setValue(place)
        found += page_seen(view)
        if place >= bar.maximum():
            return found
        place = min(bar.maximum(), place + round(view.viewport().height() * 0.8))
