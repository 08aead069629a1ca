"""A visitor presses Print: a page comes out, or a kind sentence; never a dialog."""

from __future__ import annotations

import datetime
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import ROOT
from tests.handout.sample import data_of, handout, part, words_of
from tests.ui.test_handout_output import to_file
from viewer.core.installation import find_installation
from viewer.core.level import Level
from viewer.core.packs.clinic import Clinic
from viewer.core.packs.library import Library
from viewer.core.place import PageKind, Place
from viewer.core.print_limits import PrintLimits
from viewer.handout.lack import Lack, OrderError
from viewer.handout.making import HandoutMaker
from viewer.handout.order import Order, Paper, PrintSize
from viewer.ui.handout_printing import Printing
from viewer.ui.kiosk.print_faults import PrintFault, fault_words, state_words
from viewer.ui.kiosk.print_order import order_for
from viewer.ui.kiosk.printer import PrinterState, matching, named_printer, printer_state
from viewer.ui.kiosk.printing import KioskPrinter
from viewer.ui.typesetting import Typesetting

TIME = 20_000
ORDER = Order(topic="calciphylaxis", sections=("hydration",))
WAIT = ("Printing. Please wait at the printer.", True)
DONE = ("Your page was sent to the printer. If it does not come, please ask the staff.", True)
ON_ITS_WAY = ("Your page is on its way. Please wait at the printer.", True)
BUSY = ("The printer is busy. Please try again in a moment.", False)
MISSING = ("The printer is not ready. Please ask the staff to print this for you.", False)
ENOUGH = ("You have printed all that you can here. Please ask the staff for more.", False)
REST = ("The printer cannot print more right now. Please ask the staff.", False)
NOT_PRINTED = ("This page could not be printed. Please ask the staff.", False)
PRINTER_FAILED = ("The printer did not print your page. Please ask the staff.", False)
Desk = Callable[..., "FrontDesk"]


class OnePage:
    """Makes the same small handout of whatever is ordered."""

    def data(self, order: Order) -> Mapping[str, Any]:
        return data_of(handout(part("A title", "A text.")))

    def blanks(self, order: Order) -> tuple[()]:
        return ()

    def file_name(self, order: Order) -> str:
        return ""


class FrontDesk:
    """A printer that writes files, and what its visitors hear."""

    def __init__(self, folder: Path, qtbot: QtBot, limits: PrintLimits, **more: Any) -> None:
        self.folder, self.qtbot = folder, qtbot
        self.asked: list[tuple[str, Paper]] = []
        self.limits = limits
        more = {"printer_of": self.printer, "state_of": lambda _: PrinterState.READY} | more
        self.printer_part = KioskPrinter("Front desk", limits, **more)
        self.said: list[tuple[str, bool]] = []
        self.faults: list[str] = []
        self.busy: list[bool] = []
        self.printer_part.said.connect(lambda *said: self.said.append(said))
        self.printer_part.faulted.connect(self.faults.append)
        self.printer_part.busy_changed.connect(self.busy.append)

    def printer(self, name: str, paper: Paper) -> QPrinter | None:
        self.asked.append((name, paper))
        return to_file(self.folder / f"{len(self.asked)}.pdf")

    def press(self, maker: Any = None, order: Order = ORDER) -> None:
        self.printer_part.print_page(maker or OnePage(), order)

    def press_and_wait(self, maker: Any = None, order: Order = ORDER) -> None:
        self.press(maker, order)
        self.wait()

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: not self.printer_part.is_busy, timeout=TIME)

    @property
    def papers(self) -> list[int]:
        """The sheets of each handout that came out."""
        found = []
        for file in sorted(self.folder.glob("*.pdf")):
            with pikepdf.open(file) as pdf:
                found.append(len(pdf.pages))
        return found


@pytest.fixture
def desk(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    """As many as a test needs; nothing of them stays open, and nothing ever opened a window."""
    monkeypatch.setattr("viewer.ui.handout_printing.MOST_DOTS", 40)  # nobody reads these
    made: list[FrontDesk] = []
    before = set(QApplication.topLevelWidgets())

    def one(per_visitor: int = 2, per_hour: int = 30, **more: Any) -> FrontDesk:
        limits = PrintLimits(per_visitor, per_hour, lambda: 0.0)
        made.append(FrontDesk(tmp_path, qtbot, limits, **more))
        return made[-1]

    yield one
    assert set(QApplication.topLevelWidgets()) <= before
    for each in made:
        each.printer_part.close()


def real_maker() -> HandoutMaker:
    installation = find_installation()
    library = Library([installation.content])
    return HandoutMaker(library, Clinic(), words_of, installation, datetime.date.today)


def answers(header: str, pdf: str = "") -> str:
    """A typesetter that says this to whatever it is asked."""
    return (
        "import json, sys\n"
        "for line in sys.stdin:\n"
        f"    header = {{'id': json.loads(line)['id'], {header}}}\n"
        f"    print(json.dumps(header) + chr(10) + {pdf!r}, end='', flush=True)\n"
    )


def broken(script: str) -> Typesetting:
    return Typesetting(command=(sys.executable, "-c", script))


# --- what comes out -----------------------------------------------------------------


def test_a_page_comes_out_whole(desk: Desk) -> None:
    front = desk()
    order = Order(topic="calciphylaxis", care=True, print_size=PrintSize.EXTRA, paper=Paper.A4)
    front.press_and_wait(real_maker(), order)
    assert front.said == [WAIT, DONE]
    assert front.busy == [True, False]
    assert front.asked == [("Front desk", Paper.A4)]
    assert front.papers[0] > 3
    assert front.faults == []
    assert front.printer_part.printer_state() == "Front desk: ready"


def test_a_press_while_one_is_on_its_way_does_nothing(desk: Desk) -> None:
    front = desk()
    for _ in range(5):
        front.press()
    front.wait()
    assert front.said == [WAIT, *[ON_ITS_WAY] * 4, DONE]
    assert front.papers == [1]


def test_a_visitor_is_told_kindly_when_it_is_enough(desk: Desk) -> None:
    front = desk()
    for _ in range(3):
        front.press_and_wait()
    assert front.said == [WAIT, DONE, WAIT, DONE, ENOUGH]
    assert front.papers == [1, 1]
    front.printer_part.forget()
    front.press_and_wait()
    assert front.said[-2:] == [WAIT, DONE], "the next visitor begins anew"


def test_the_hours_limit_holds_for_all(desk: Desk) -> None:
    front = desk(per_hour=1)
    front.press_and_wait()
    front.printer_part.forget()
    front.press_and_wait()
    assert front.said[-1] == REST
    front.printer_part.use("Front desk", 2, 2)
    front.press_and_wait()
    assert front.said[-1] == DONE


@pytest.mark.parametrize(
    ("most", "sentence"),
    [
        (0, "Please ask the staff to print this for you."),
        (1, ENOUGH[0]),
    ],
)
def test_limits_of_one_and_of_none(desk: Desk, most: int, sentence: str) -> None:
    front = desk(per_visitor=most)
    for _ in range(most + 1):
        front.press_and_wait()
    assert front.said[-1] == (sentence, False)
    assert front.papers == [1] * most


# --- what goes wrong ------------------------------------------------------------------


def test_a_printer_that_is_stopped_gets_nothing_that_would_come_out_later(desk: Desk) -> None:
    front = desk(state_of=lambda _: PrinterState.ERROR)
    front.press()
    assert front.said == [MISSING]
    assert front.faults == ["printer-stopped"]
    assert front.asked == []
    assert front.printer_part.printer_state().startswith(
        "Front desk: stopped, or reports an error. The printer was"
    )


def test_a_printer_that_qt_cannot_use_is_a_sentence(desk: Desk) -> None:
    front = desk(printer_of=lambda *_: None)
    front.press()
    assert front.said == [MISSING]


def test_a_printer_that_is_not_there_is_a_sentence(desk: Desk) -> None:
    front = desk(state_of=lambda _: PrinterState.MISSING)
    front.press()
    assert front.said == [MISSING]
    assert front.faults == ["no-printer"]
    assert not front.printer_part.is_busy
    assert front.printer_part.printer_state() == (
        "Front desk: not found on this computer. The printer was not found."
    )


def test_without_a_printer_in_the_settings_nothing_is_asked(desk: Desk) -> None:
    front = desk()
    front.printer_part.use("", 2, 30)
    front.press()
    assert front.said == [MISSING]
    assert front.asked == []
    assert front.printer_part.printer_state() == "No printer is set."


@pytest.mark.parametrize(
    ("script", "fault"),
    [
        ("", "typesetter-ended"),
        ("print('what?', flush=True); import time; time.sleep(60)", "typesetter-ended"),
        (answers("'problem': 'No typeface.'"), "typesetter-refused"),
        (answers("'size': 4", "oops"), "pages-unreadable"),
    ],
)
def test_a_typesetter_that_fails_costs_the_visitor_nothing(
    desk: Desk, script: str, fault: str
) -> None:
    front = desk(per_visitor=1, typesetting=broken(script))
    for _ in range(2):
        front.press_and_wait()
    assert front.said == [WAIT, NOT_PRINTED] * 2
    assert front.faults == [fault] * 2
    assert front.limits.in_last_hour == 0
    assert (
        front.printer_part.printer_state() == f"Front desk: ready. {fault_words(PrintFault(fault))}"
    )


def test_a_typesetter_that_is_missing_is_a_sentence(desk: Desk) -> None:
    front = desk(typesetting=Typesetting(command=("/no/such/program",)))
    front.press_and_wait()
    assert front.said == [WAIT, NOT_PRINTED]


def test_a_typesetter_that_hangs_is_given_up(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("viewer.ui.typesetting.LIMIT", 100)
    front = desk(typesetting=broken("import time; time.sleep(60)"))
    front.press_and_wait()
    assert front.said == [WAIT, NOT_PRINTED]
    assert front.faults == ["typesetter-slow"]


def test_a_section_that_has_gone_is_a_sentence(desk: Desk) -> None:
    class Gone(OnePage):
        def data(self, order: Order) -> Mapping[str, Any]:
            raise OrderError(Lack.SECTION, order.topic)

    class Broken(OnePage):
        def data(self, order: Order) -> Mapping[str, Any]:
            raise ZeroDivisionError

    front = desk()
    front.press(Gone())
    with pytest.raises(ZeroDivisionError):  # which goes to the log
        front.press(Broken())
    assert front.said == [NOT_PRINTED] * 2
    assert not front.printer_part.is_busy


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_costs_the_visitor_nothing(desk: Desk, tmp_path: Path) -> None:
    front = desk(per_visitor=1, printer_of=lambda *_: to_file(tmp_path / "no folder" / "some.pdf"))
    for _ in range(2):
        front.press_and_wait()
    assert front.said == [WAIT, PRINTER_FAILED] * 2
    assert front.faults == ["printer-failed"] * 2
    assert front.limits.in_last_hour == 2, "paper may have been used"


def test_a_printer_that_fails_in_the_middle_is_a_sentence(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    front = desk(per_visitor=1)
    with monkeypatch.context() as patch:
        patch.setattr(Printing, "_has_failed", lambda self: self._at == 1)
        front.press_and_wait(real_maker(), Order(topic="calciphylaxis", care=True))
    assert front.said == [WAIT, PRINTER_FAILED]
    front.press_and_wait()
    assert front.said[-1] == DONE, "it may be tried again"
    assert front.printer_part.printer_state() == "Front desk: ready"


def test_a_printer_that_is_stuck_is_not_busy_for_ever(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    front = desk(per_visitor=1)
    with monkeypatch.context() as patch:
        patch.setattr("viewer.ui.kiosk.printing.STUCK", 100)
        patch.setattr(Printing, "_print_page", lambda _: None)
        front.press_and_wait()
    assert front.said == [WAIT, PRINTER_FAILED]
    front.press_and_wait()
    assert front.said[-1] == DONE


def test_nothing_of_a_handout_stays(desk: Desk, qapp: QApplication) -> None:
    front = desk(per_visitor=9)
    counts = []
    for _ in range(3):
        front.press_and_wait()
        qapp.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
        counts.append(len(front.printer_part.findChildren(QObject)))
    assert len(set(counts)) == 1
    assert not front.printer_part.findChildren(QPdfDocument)


# --- the visitor walks away -----------------------------------------------------------


def test_what_is_only_being_typeset_is_dropped(desk: Desk) -> None:
    front = desk(typesetting=broken("import time; time.sleep(60)"))
    front.press()
    front.printer_part.forget()
    assert not front.printer_part.is_busy
    assert front.busy == [True, False]
    assert front.said == [WAIT], "the next visitor hears nothing of it"
    assert front.printer_part._typesetting._process is None
    assert front.papers == []


def at_the_printer(monkeypatch: pytest.MonkeyPatch, then: Callable[[], None]) -> None:
    """Do something once, when the first page is on its way to the printer."""
    begin = Printing.begin

    def begin_and_then(printing: Printing) -> None:
        monkeypatch.setattr(Printing, "begin", begin)
        begin(printing)
        then()

    monkeypatch.setattr(Printing, "begin", begin_and_then)


def test_what_is_being_printed_comes_out_and_the_next_visitor_hears_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    front = desk()
    part = front.printer_part

    def leave() -> None:
        part.forget()
        front.press()

    at_the_printer(monkeypatch, leave)
    front.press_and_wait(real_maker(), Order(topic="calciphylaxis", care=True))
    assert part._printing is not None
    assert front.said == [WAIT, BUSY]
    front.qtbot.waitUntil(lambda: part._printing is None, timeout=TIME)
    assert front.said == [WAIT, BUSY]
    assert part._typesetting._process is None
    assert front.papers[0] > 1
    front.press_and_wait()
    assert front.said[2:] == [WAIT, DONE]


def test_a_failure_after_the_visitor_has_gone_is_the_staffs_alone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    front = desk()
    part = front.printer_part
    monkeypatch.setattr(Printing, "_has_failed", lambda self: self._at == 1)
    at_the_printer(monkeypatch, part.forget)
    front.press_and_wait(real_maker(), Order(topic="calciphylaxis", care=True))
    front.qtbot.waitUntil(lambda: part._printing is None, timeout=TIME)
    assert front.said == [WAIT]
    assert front.faults == ["printer-failed"]


# --- which printer, and what is printed -------------------------------------------------


def test_the_staff_are_told_of_every_fault_and_state() -> None:
    for fault in PrintFault:
        assert fault_words(fault).endswith(".")
    for state in PrinterState:
        assert state_words("Front desk", state).startswith("Front desk: ")


def test_a_printer_is_found_by_what_people_call_it() -> None:
    offered = ("Back_office", "Front_desk", "FRONT DESK 2")
    assert matching("Front desk", offered) == "Front_desk"
    assert matching("  front-DESK ", offered) == "Front_desk"
    assert matching("front desk 2", offered) == "FRONT DESK 2"
    assert matching("Front", offered) == ""
    assert matching(" ", offered) == ""
    assert matching("b a", ("B A", "b a")) == "b a", "the very name comes first"


def test_a_printer_that_asks_or_is_not_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert named_printer("No such printer", Paper.A4) is None
    assert printer_state("No such printer") is PrinterState.MISSING

    def never() -> list[str]:
        raise AssertionError

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", never)
    assert named_printer("Microsoft Print to PDF", Paper.A4) is None


def test_the_order_is_the_page_on_the_screen() -> None:
    section = Place(PageKind.SECTION, Level.PLAIN, "feet", "shoes")
    order = order_for(section, "es", 100, Paper.A4)
    assert order == Order(topic="feet", sections=("shoes",), language="es", paper=Paper.A4)
    care = order_for(Place(PageKind.CARE, Level.PLAIN, "feet"), "en", 100, Paper.LETTER)
    assert care == Order(topic="feet", care=True, paper=Paper.LETTER)
    for kind in (PageKind.HOME, PageKind.GLOSSARY):
        assert order_for(Place(kind, Level.PLAIN, "feet"), "en", 100, Paper.A4) is None
    assert order_for(Place(PageKind.CARE, Level.PLAIN), "en", 100, Paper.A4) is None


def test_large_words_on_the_screen_are_large_on_paper() -> None:
    place = Place(PageKind.SECTION, Level.PLAIN, "feet", "shoes")
    orders = [order_for(place, "en", percent, Paper.A4) for percent in (100, 149, 150, 224, 225)]
    sizes = [order.print_size for order in orders if order]
    standard, large, extra = PrintSize.STANDARD, PrintSize.LARGE, PrintSize.EXTRA
    assert sizes == [standard, standard, large, large, extra]


def test_a_kiosk_without_a_printer_loads_nothing_for_one() -> None:
    code = (
        "import sys; from viewer.ui.kiosk.printing import KioskPrinter;"
        "from viewer.core.print_limits import PrintLimits; import time;"
        "p = KioskPrinter('', PrintLimits(2, 30, time.monotonic)); p.printer_state(); p.forget();"
        "print([m for m in sys.modules if m in ('PySide6.QtPdf', 'PySide6.QtPrintSupport')])"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=30, check=True)
    assert done.stdout == "[]\n"
