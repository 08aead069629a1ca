"""Prints a page for a visitor: on the clinic's printer, without a dialog, within limits."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.core.print_limits import PrintLimits, PrintRefusal
from viewer.handout.lack import OrderError
from viewer.ui.kiosk.print_faults import PrintFault, fault_words, state_words
from viewer.ui.kiosk.printer import PrinterState, named_printer, printer_state
from viewer.ui.typesetting import Fault, Typesetting

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from viewer.handout.order import Order, Paper
    from viewer.ui.handout_offer import Maker
    from viewer.ui.handout_printing import Printing

PrinterOf = Callable[[str, "Paper"], "QPrinter | None"]
"""The printer of a name, set to a sheet."""
StateOf = Callable[[str], PrinterState]


STUCK = 120_000
"""Milliseconds without another page; then the printer is given up, or it would be busy for ever."""
_FAULTS = {Fault.ENDED: PrintFault.STOPPED, Fault.TIME: PrintFault.TIME}


class KioskPrinter(QObject):
    """One page at a time."""

    said = Signal(str, bool)
    """A sentence for the visitor, and whether it is good news."""
    busy_changed = Signal(bool)
    """Whether this visitor's page is on its way."""
    faulted = Signal(str)
    """Why a page did not come out; carries no words of the page."""

    def __init__(
        self,
        name: str,
        limits: PrintLimits,
        parent: QObject | None = None,
        *,
        typesetting: Typesetting | None = None,
        printer_of: PrinterOf = named_printer,
        state_of: StateOf = printer_state,
    ) -> None:
        """``name`` is the printer's in the clinic's settings; empty: there is none."""
        super().__init__(parent)
        self._name, self._limits = name, limits
        self._printer_of, self._state_of = printer_of, state_of
        self._typesetting = typesetting or Typesetting(self)
        self._typesetting.typeset.connect(self._print)
        self._typesetting.refused.connect(lambda _: self._drop(PrintFault.REFUSED))
        self._typesetting.failed.connect(lambda fault: self._drop(_FAULTS.get(fault)))
        self._printer: QPrinter | None = None
        self._printing: Printing | None = None
        self._is_busy = False
        self._is_their_own = False
        """Whether what is being printed is this visitor's."""
        self._fault: PrintFault | None = None
        self._visit = 0
        """Whose page is being printed, as the limits count visits."""
        self._stuck = QTimer(self)
        self._stuck.setSingleShot(True)
        self._stuck.timeout.connect(self._give_up)

    @property
    def is_busy(self) -> bool:
        """Whether this visitor's page is on its way."""
        return self._is_busy

    def print_page(self, maker: Maker, order: Order) -> None:
        """Print this, or say why not."""
        if self._is_busy:
            self.said.emit(self.tr("Your page is on its way. Please wait at the printer."), True)
        elif self._printing is not None:
            self.said.emit(self.tr("The printer is busy. Please try again in a moment."), False)
        elif refusal := self._limits.refusal:
            self.said.emit(self._refusal(refusal), False)
        else:
            self._begin(maker, order)

    def forget(self) -> None:
        """The visitor has gone.

        What is being printed comes out, for whoever pressed Print may stand at the printer; what
        is only being typeset is dropped. The next visitor hears of neither.
        """
        self._is_their_own = False
        self._set_busy(False)
        self._limits.new_visitor()
        if self._printing is None:
            self._printer = None
            self._typesetting.close()  # no process stays for hours in which nobody prints

    def use(self, name: str, per_visitor: int, per_hour: int) -> None:
        """The clinic's settings have changed."""
        self._name = name
        self._limits.use(per_visitor, per_hour)

    def close(self) -> None:
        """The program ends."""
        self._typesetting.close()
        if self._printing is not None:
            self._printing.cancel()
            self._let_go()

    def printer_state(self) -> str:
        """What the staff are told of the printer."""
        if not self._name:
            return self.tr("No printer is set.")
        state = state_words(self._name, self._state_of(self._name))
        return state if self._fault is None else f"{state}. {fault_words(self._fault)}"

    # --- on its way -----------------------------------------------------------------

    def _begin(self, maker: Maker, order: Order) -> None:
        fault = self._lack(order.paper)
        if fault is not None:
            self._note(fault)
            self.said.emit(
                self.tr("The printer is not ready. Please ask the staff to print this for you."),
                False,
            )
            return
        try:
            data = maker.data(order)
        except Exception as error:
            self._drop(PrintFault.TEXT)
            if isinstance(error, OrderError):  # a section has gone; all else is a fault of ours
                return
            raise
        self._set_busy(True)
        self.said.emit(self.tr("Printing. Please wait at the printer."), True)
        self._typesetting.ask({"language": order.language, "data": data})

    def _lack(self, paper: Paper) -> PrintFault | None:
        """Why there is no printer; else it is ready.

        One that is stopped takes a page all the same, and prints it when its visitor has gone.
        """
        self._printer = None
        state = self._state_of(self._name) if self._name else PrinterState.MISSING
        if state is PrinterState.ERROR:
            return PrintFault.NOT_READY
        if state is PrinterState.MISSING:
            return PrintFault.NO_PRINTER
        self._printer = self._printer_of(self._name, paper)
        return PrintFault.NO_PRINTER if self._printer is None else None

    def _print(self, pdf: bytes) -> None:
        from viewer.ui.handout_printing import Printing, open_pdf

        printer, document = self._printer, open_pdf(pdf, self)
        if printer is None or document is None:
            self._drop(PrintFault.UNREADABLE)
            return
        self._visit = self._limits.begun()
        self._is_their_own = True
        printing = Printing(document, printer, list(range(document.pageCount())))
        self._printing = printing
        printing.done.connect(self._finish)
        printing.failed.connect(self._fail)
        printing.progressed.connect(lambda *_: self._stuck.start(STUCK))
        self._stuck.start(STUCK)
        printer.setDocName(self.tr("Handout"))  # a queue is seen by others: no title, no name
        printing.begin()

    def _finish(self) -> None:
        self._fault = None
        self._let_go()
        if self._is_their_own:
            self._set_busy(False)
            self.said.emit(
                self.tr(
                    "Your page was sent to the printer. If it does not come, please ask the staff."
                ),
                True,
            )

    def _give_up(self) -> None:
        if self._printing is not None:
            self._printing.cancel()
            self._fail()

    def _fail(self) -> None:
        self._limits.failed(self._visit)
        self._note(PrintFault.PRINTER)
        self._let_go()
        if self._is_their_own:
            self._set_busy(False)
            self.said.emit(
                self.tr("The printer did not print your page. Please ask the staff."), False
            )

    def _drop(self, fault: PrintFault | None) -> None:
        """Nothing has reached the printer, and nothing will."""
        self._printer = None
        self._set_busy(False)
        if fault is not None:
            self._note(fault)
            self.said.emit(self.tr("This page could not be printed. Please ask the staff."), False)

    def _note(self, fault: PrintFault) -> None:
        self._fault = fault
        self.faulted.emit(str(fault))

    def _set_busy(self, is_busy: bool) -> None:
        if is_busy is not self._is_busy:
            self._is_busy = is_busy
            self.busy_changed.emit(is_busy)

    def _let_go(self) -> None:
        """Nothing is being printed any more."""
        self._stuck.stop()
        printing, self._printing, self._printer = self._printing, None, None
        if printing is not None:
            document: QObject | None = printing.parent()  # which it ends with
            if document is not None:
                document.deleteLater()
        if not self._is_their_own:
            self._typesetting.close()

    def _refusal(self, refusal: PrintRefusal) -> str:
        if refusal is PrintRefusal.HOUR:
            return self.tr("The printer cannot print more right now. Please ask the staff.")
        if not self._limits.per_visitor:
            return self.tr("Please ask the staff to print this for you.")
        return self.tr("You have printed all that you can here. Please ask the staff for more.")
