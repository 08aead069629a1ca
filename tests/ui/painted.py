"""Contrast as it is painted: pictures are taken enlarged, and ink and ground found in them.

No colour is asked of a theme, a palette or a style sheet. Letters are smooth at their edges, so
a picture is three times as large as the screen's: then each stroke has a solid middle. A colour
that takes a good part of what is not ground is an ink. The weakest ink of a place counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QTextBlock, QTextLine
from PySide6.QtWidgets import QTextBrowser, QWidget

from tests.ui.measuring import contrast, pixels_of

TEXT, PART = 7.0, 3.0
"""What WCAG asks of words (its level AAA), and of icons, edges and the focus."""
ENLARGED = 3
SOLID = 0.12
"""The part of all that is not ground from which a colour is an ink, and no blend at an edge."""
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
    image = QImage(widget.size() * ENLARGED, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ENLARGED)
    image.fill(0)
    widget.render(image)
    return image


def see(image: QImage, rect: QRect | QRectF, what: str, least: float = TEXT) -> Seen | None:
    """The weakest ink in a part of a picture; None where there is nothing but ground."""
    pixels = pixels_of(image, enlarged(rect))
    found = weakest_ink(pixels)
    if found is None:
        return None
    ink, ground = found
    return Seen(what, name(ink), name(ground), contrast(ink, ground), least)


def weakest_ink(pixels: Counter[int]) -> tuple[int, int] | None:
    """The ink that is hardest to tell from the ground, and the ground."""
    if not pixels:
        return None
    ground = pixels.most_common(1)[0][0]
    others = Counter({pixel: count for pixel, count in pixels.items() if pixel != ground})
    if not others:
        return None
    least = SOLID * others.total()
    inks = [pixel for pixel, count in others.items() if count >= least]
    if inks:
        return min(inks, key=lambda ink: contrast(ink, ground)), ground
    passed, wanted = 0, STRONGEST * others.total()
    for pixel in sorted(others, key=lambda ink: contrast(ink, ground)):
        passed += others[pixel]
        if passed >= wanted:
            return pixel, ground
    raise AssertionError


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
        found.append(see(image, run.rect, what, PART if run.is_picture else TEXT))
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
