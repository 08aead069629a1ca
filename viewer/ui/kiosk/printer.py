"""The printer that the clinic's settings name, found without asking anybody.

Qt's part for printing is imported inside the functions: a kiosk without a printer never needs it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    from viewer.handout.order import Paper

_BETWEEN = re.compile(r"[\s_-]+")
_ASKS = ("microsoft print to pdf", "microsoft xps document writer", "onenote", "fax")
"""What Windows calls a printer, but opens a dialog of its own and writes a file."""


class PrinterState(StrEnum):
    """What is known of a printer before anything is printed."""

    READY = "ready"
    PRINTING = "printing"
    ERROR = "error"
    MISSING = "missing"


def matching(name: str, offered: Iterable[str]) -> str:
    """The one that is meant, else nothing.

    Capitals and the spaces around count no more than what stands between the words: the system
    of printers on Linux allows no space in a name, so that "Front desk" is called Front_desk.
    """
    names = list(offered)
    if name in names:
        return name
    wanted = _plain(name)
    return next((each for each in names if wanted and _plain(each) == wanted), "")


def named_printer(name: str, paper: Paper) -> QPrinter | None:
    """The printer of this name, set to print each page once on one side; None: it is not there."""
    from PySide6.QtPrintSupport import QPrinter

    from viewer.ui.handout_printing import new_printer

    found = _find(name)
    if found is None:
        return None
    printer = new_printer(paper, found)
    is_file = printer.outputFormat() is not QPrinter.OutputFormat.NativeFormat
    if is_file or not printer.isValid():  # Qt makes one that writes a file of what it cannot use
        return None
    printer.setCopyCount(1)
    printer.setDuplex(QPrinter.DuplexMode.DuplexNone)
    return printer


def printer_state(name: str) -> PrinterState:
    """What the system says of the printer of this name."""
    from PySide6.QtPrintSupport import QPrinter

    found = _find(name)
    if found is None:
        return PrinterState.MISSING
    states = {
        QPrinter.PrinterState.Active: PrinterState.PRINTING,
        QPrinter.PrinterState.Error: PrinterState.ERROR,
        QPrinter.PrinterState.Aborted: PrinterState.ERROR,
    }
    return states.get(found.state(), PrinterState.READY)


def _find(name: str) -> QPrinterInfo | None:
    """By its name, else by the words that the system shows for it."""
    from PySide6.QtPrintSupport import QPrinterInfo

    if any(words in _plain(name) for words in _ASKS):
        return None
    known = matching(name, QPrinterInfo.availablePrinterNames())
    if not known:
        by_words = {each.description(): each for each in QPrinterInfo.availablePrinters()}
        return by_words.get(matching(name, by_words))
    found = QPrinterInfo.printerInfo(known)
    return None if found.isNull() else found


def _plain(name: str) -> str:
    return _BETWEEN.sub(" ", name).strip().casefold()
