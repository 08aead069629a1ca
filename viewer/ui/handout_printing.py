"""Puts the pages of a PDF on a printer, one at a time, so that the window goes on meanwhile."""

from __future__ import annotations

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QMarginsF,
    QObject,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from viewer.handout.order import Paper

MOST_DOTS = 300
"""Dots per inch that a page is drawn with at most: 33 MB for one of Letter size."""
_SIZES = {Paper.LETTER: QPageSize.PageSizeId.Letter, Paper.A4: QPageSize.PageSizeId.A4}


def open_pdf(pdf: bytes, parent: QObject) -> QPdfDocument | None:
    """The pages of a PDF; None where they cannot be read."""
    document = QPdfDocument(parent)
    buffer = QBuffer(document)
    buffer.setData(QByteArray(pdf))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    if document.status() is QPdfDocument.Status.Ready and document.pageCount():
        return document
    document.deleteLater()
    return None


def new_printer(paper: Paper, which: QPrinterInfo | None = None) -> QPrinter:
    """The system's usual printer, or the one that is meant, set to this paper."""
    mode = QPrinter.PrinterMode.HighResolution
    printer = QPrinter(mode) if which is None else QPrinter(which, mode)
    layout = QPageLayout(
        QPageSize(_SIZES[paper]), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
    )
    printer.setPageLayout(layout)
    return printer


def wanted_pages(printer: QPrinter, count: int, shown: int) -> list[int]:
    """The pages to print, from 0, as often and in the order as the printer's dialog says.

    ``shown`` is the page that is seen in the preview, from 1.
    """
    pages = list(range(count))
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        ranges = printer.pageRanges()
        first, last = printer.fromPage() or 1, printer.toPage() or count
        in_range = ranges.contains if not ranges.isEmpty() else lambda p: first <= p <= last
        pages = [page for page in pages if in_range(page + 1)]
    elif printer.printRange() is QPrinter.PrintRange.CurrentPage:
        pages = [shown - 1]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _ in range(copies)]


def _on_white(image: QImage) -> QImage:
    """A page without what can be seen through it, which goes to the printer in half the time."""
    flat = QImage(image.size(), QImage.Format.Format_RGB32)
    flat.fill(Qt.GlobalColor.white)
    painter = QPainter(flat)
    painter.drawImage(0, 0, image)
    painter.end()
    return flat


class Printing(QObject):
    """One handout on its way to a printer."""

    progressed = Signal(int, int)
    """Pages that are done, of how many."""
    done = Signal()
    failed = Signal()
    """The printer does not print."""

    def __init__(self, document: QPdfDocument, printer: QPrinter, pages: list[int]) -> None:
        super().__init__(document)
        self._document, self._printer = document, printer
        self._pages, self._at = pages, 0
        self._painter = QPainter()
        self._ended = False

    def begin(self) -> None:
        """Print the first page, and then, as the window idles, the others."""
        self._printer.setFullPage(True)
        if self._pages:
            size = self._document.pagePointSize(self._pages[0])
            if size.width() <= size.height():  # sheets are fed upright
                self._printer.setPageOrientation(QPageLayout.Orientation.Portrait)
        if not self._pages or not self._painter.begin(self._printer):
            self._end(failed=True)
            return
        QTimer.singleShot(0, self, self._print_page)

    def cancel(self) -> None:
        """Print no more; the printer is told to drop what it has."""
        if not self._ended:
            self._ended = True
            self._printer.abort()
            self._painter.end()

    def _print_page(self) -> None:
        if self._ended:
            return
        if (self._at and not self._printer.newPage()) or self._has_failed():
            self._end(failed=True)
            return
        self._draw(self._pages[self._at])
        self._at += 1
        self.progressed.emit(self._at, len(self._pages))
        if self._at < len(self._pages):
            QTimer.singleShot(0, self, self._print_page)
        else:
            self._end()

    def _draw(self, page: int) -> None:
        """A page as large as the sheet takes it, in the middle of that."""
        points = self._document.pagePointSize(page)
        sheet = QRectF(self._printer.paperRect(QPrinter.Unit.DevicePixel))
        size = points.scaled(QSizeF(sheet.size()), Qt.AspectRatioMode.KeepAspectRatio)
        dots = min(self._printer.resolution(), MOST_DOTS) / 72
        image = self._document.render(
            page, QSize(round(points.width() * dots), round(points.height() * dots))
        )
        target = QRectF(0, 0, size.width(), size.height())
        target.moveCenter(QRectF(0, 0, sheet.width(), sheet.height()).center())
        self._painter.drawImage(target, _on_white(image))

    def _has_failed(self) -> bool:
        states = QPrinter.PrinterState
        return self._printer.printerState() in (states.Error, states.Aborted)

    def _end(self, *, failed: bool = False) -> None:
        self._ended = True
        if self._painter.isActive():
            failed = not self._painter.end() or failed
        (self.failed if failed or self._has_failed_at_last() else self.done).emit()

    def _has_failed_at_last(self) -> bool:
        return self._at >= len(self._pages) and self._printer.printerState() is (
            QPrinter.PrinterState.Error
        )
