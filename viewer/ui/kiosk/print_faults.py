"""Why a page did not come out: plain values for the log, and words for the staff."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from viewer.ui.kiosk.printer import PrinterState

translate = QCoreApplication.translate


class PrintFault(StrEnum):
    """What went wrong."""

    NO_PRINTER = "no-printer"
    """There is none of this name."""
    NOT_READY = "printer-stopped"
    TEXT = "text"
    """The handout could not be put together from the topic's text."""
    REFUSED = "typesetter-refused"
    STOPPED = "typesetter-ended"
    TIME = "typesetter-slow"
    UNREADABLE = "pages-unreadable"
    PRINTER = "printer-failed"


def state_words(name: str, state: PrinterState) -> str:
    """What the staff are told of a printer."""
    words = {
        PrinterState.READY: translate("KioskPrinter", "{}: ready"),
        PrinterState.PRINTING: translate("KioskPrinter", "{}: printing"),
        PrinterState.ERROR: translate("KioskPrinter", "{}: stopped, or reports an error"),
        PrinterState.MISSING: translate("KioskPrinter", "{}: not found on this computer"),
    }
    return words[state].format(name)


def fault_words(fault: PrintFault) -> str:
    """What the staff are told of the last page."""
    words = {
        PrintFault.NO_PRINTER: translate("KioskPrinter", "The printer was not found."),
        PrintFault.NOT_READY: translate("KioskPrinter", "The printer was stopped."),
        PrintFault.TEXT: translate(
            "KioskPrinter", "The last page could not be put together. Have the topic checked."
        ),
        PrintFault.REFUSED: translate(
            "KioskPrinter", "The last page could not be typeset. Try it on a laptop to see why."
        ),
        PrintFault.STOPPED: translate("KioskPrinter", "The part that makes pages has stopped."),
        PrintFault.TIME: translate("KioskPrinter", "The last page took longer than a minute."),
        PrintFault.UNREADABLE: translate("KioskPrinter", "The last page could not be read."),
        PrintFault.PRINTER: translate("KioskPrinter", "The printer did not take the last page."),
    }
    return words[fault]
