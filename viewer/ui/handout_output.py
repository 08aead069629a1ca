"""From the preview to paper or to a file, and a sentence on how that went."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QDir, QObject, QStandardPaths, Qt, Signal
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from viewer.core.locales import isolated
from viewer.handout.order import Paper
from viewer.ui.handout_preview import HandoutPreview
from viewer.ui.handout_printing import Printing, new_printer, open_pdf, wanted_pages
from viewer.ui.handout_saving import save


def documents_folder() -> str:
    """Where people look for what they have saved; a program may be started anywhere."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return folder if os.path.isdir(folder) else QDir.homePath()


class HandoutOutput(QObject):
    """Opens the system's dialogs; nothing here waits."""

    said = Signal(str, bool)
    """A sentence for the reader, and whether it is good news."""
    progressed = Signal(int, int)
    """Pages that are printed, of how many."""
    ended = Signal()
    """Nothing is being printed any more."""
    left = Signal()
    """The handout is wanted no more."""
    saved_in = Signal(str)
    """A handout was saved in this folder."""

    def __init__(self, dialog: QWidget, preview: HandoutPreview) -> None:
        super().__init__(dialog)
        self._dialog, self._preview = dialog, preview
        self._printing: Printing | None = None
        self._document: QPdfDocument | None = None
        """What is being printed."""
        self._asking: QDialog | None = None

    @property
    def is_printing(self) -> bool:
        """Whether pages are on their way."""
        return self._printing is not None

    def print_it(self, pdf: bytes, paper: Paper) -> None:
        """Ask where and how to print, and do it."""
        if self.is_printing:
            return
        if not self.printers():
            self.said.emit(
                self.tr(
                    "No printer is set up on this computer. Save the handout as a PDF, and print "
                    "it where there is one."
                ),
                False,
            )
            return
        printer = new_printer(paper)
        printer.setDocName(self.tr("Handout"))  # a queue is seen by others: no title, no name
        asking = QPrintDialog(printer)
        asking.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage, True)
        asking.setMinMax(1, self._preview.page_count)
        asking.accepted.connect(lambda: self.print_on(printer, pdf))
        self._open(asking)

    def printers(self) -> list[str]:
        """The printers that there are."""
        return list(QPrinterInfo.availablePrinterNames())

    def print_on(self, printer: QPrinter, pdf: bytes) -> None:
        """Print the pages that the printer's dialog asks for."""
        document = open_pdf(pdf, self)  # of its own: the preview may show others before it is done
        if document is None:
            self._end_printing(None)
            return
        count = document.pageCount()
        pages = wanted_pages(printer, count, self._preview.page_number)
        if self._is_file(printer) and pages == list(range(count)):
            document.deleteLater()
            self.save_as(printer.outputFileName(), pdf)  # as it is: pictures have no words
            return
        self._document = document
        printing = self._printing = Printing(document, printer, pages)
        printing.progressed.connect(self.progressed)
        printing.done.connect(lambda: self._end_printing(printer))
        printing.failed.connect(lambda: self._end_printing(None))
        self.progressed.emit(0, len(pages))
        printing.begin()

    def cancel(self) -> None:
        """Print no more pages."""
        if self._printing is not None:
            self._printing.cancel()
            self._let_go()
            self.ended.emit()
            self.said.emit(self.tr("Printing was stopped."), True)

    def save(self, pdf: bytes, name: str, folder: str) -> None:
        """Ask for a place and a name, and write the file."""
        asking = QFileDialog(None, self.tr("Save the handout"))
        asking.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asking.setFileMode(QFileDialog.FileMode.AnyFile)
        asking.setNameFilter(self.tr("PDF documents (*.pdf)"))
        asking.setDefaultSuffix("pdf")
        asking.setDirectory(folder if folder and os.path.isdir(folder) else documents_folder())
        asking.selectFile(name)
        asking.fileSelected.connect(lambda path: self.save_as(path, pdf))
        self._open(asking)

    def save_as(self, path: str, pdf: bytes) -> None:
        """Write the file, and say so."""
        file = Path(path)
        problem = save(file, pdf)
        if problem:
            self.said.emit(problem, False)
            return
        self.saved_in.emit(str(file.parent))
        self.said.emit(self.tr("Saved as {}").format(isolated(str(file))), True)

    def _open(self, asking: QDialog) -> None:
        """Show a dialog of the system's above ours, without our style sheet, which fits only us."""
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.setWindowModality(Qt.WindowModality.ApplicationModal)
        asking.winId()  # makes its window, which then stays in front of ours
        asking.windowHandle().setTransientParent(self._dialog.windowHandle())
        self.left.connect(asking.close)
        self._asking = asking  # or Python takes it away
        asking.show()

    def _is_file(self, printer: QPrinter) -> bool:
        is_pdf = printer.outputFormat() is QPrinter.OutputFormat.PdfFormat
        return is_pdf and bool(printer.outputFileName()) and printer.copyCount() == 1

    def _let_go(self) -> None:
        """Nothing is being printed any more."""
        self._printing = None
        if self._document is not None:
            self._document.deleteLater()
            self._document = None

    def _end_printing(self, printer: QPrinter | None) -> None:
        self._let_go()
        self.ended.emit()
        if printer is None:
            self.said.emit(
                self.tr(
                    "The printer did not take the handout. See that it is switched on and has "
                    "paper, and try again; or save the handout as a PDF."
                ),
                False,
            )
        elif printer.outputFileName():
            self.said.emit(self.tr("Saved as {}").format(isolated(printer.outputFileName())), True)
        else:
            self.said.emit(self.tr("Sent to {}").format(isolated(printer.printerName())), True)
