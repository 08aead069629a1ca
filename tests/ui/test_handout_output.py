"""From the preview to a file and to a printer: the same pages, or a sentence on why not."""

from __future__ import annotations

import errno
import os
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from tests.conftest import OpenViewer
from tests.ui.nurse import TIME, Nurse
from tests.ui.reader import CONTROL
from viewer.handout.lack import Lack, OrderError
from viewer.handout.order import Order, Paper
from viewer.ui import handout_saving
from viewer.ui.handout_printing import Printing, new_printer, wanted_pages

pytestmark = pytest.mark.slow  # printers and disks that fail, one after the other

NO_PRINTER = (
    "No printer is set up on this computer. Save the handout as a PDF, and print it where there "
    "is one."
)
REFUSED = (
    "The printer did not take the handout. See that it is switched on and has paper, and try "
    "again; or save the handout as a PDF."
)


@pytest.fixture
def nurse(open_viewer: OpenViewer) -> Nurse:
    """With the handout of one section in front of her."""
    reader = open_viewer("--topic", "calciphylaxis", "--section", "hydration", "--plain")
    nurse = Nurse(reader)
    nurse.open()
    return nurse


def to_file(path: Path) -> QPrinter:
    """A printer that writes a PDF, as the system's dialog offers it."""
    printer = new_printer(Paper.A4)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_what_is_saved_is_what_is_seen(nurse: Nurse, tmp_path: Path) -> None:
    file = tmp_path / "for Ana.pdf"
    nurse.save_as(file)
    nurse.qtbot.waitUntil(file.exists)
    assert nurse.status == f"Saved as \u2068{file}\u2069"
    with pikepdf.open(file) as pdf:
        assert len(pdf.pages) == nurse.dialog.preview.page_count
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en"


def test_a_name_is_proposed_and_the_folder_comes_back(nurse: Nurse, tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    nurse.save_as(shelf / "one.pdf")
    nurse.qtbot.waitUntil((shelf / "one.pdf").exists)
    nurse.press("Save as PDF…")
    asking = nurse.system_dialog(QFileDialog)
    assert asking.directory().absolutePath() == str(shelf)
    assert asking.selectedFiles() == [str(shelf / "How much should I drink (en, 14 pt).pdf")]
    asking.reject()


def test_approved_pages_can_be_saved_when_their_topic_has_just_gone(
    nurse: Nurse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(order: Order) -> str:
        raise OrderError(Lack.TOPIC, order.topic)

    monkeypatch.setattr(nurse.dialog.drawing.maker, "file_name", gone)
    nurse.press("Save as PDF…")
    asking = nurse.system_dialog(QFileDialog)
    assert Path(asking.selectedFiles()[0]).name == "handout.pdf"
    asking.reject()
    nurse.save_as(tmp_path / "kept.pdf")
    nurse.qtbot.waitUntil((tmp_path / "kept.pdf").exists)


def test_a_file_that_is_there_is_asked_about(nurse: Nurse, tmp_path: Path) -> None:
    file = tmp_path / "old.pdf"
    file.write_bytes(b"old")
    asked: list[bool] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            asked.append(True)
            box.button(QMessageBox.StandardButton.No).click()
        else:
            QTimer.singleShot(20, answer)

    QTimer.singleShot(20, answer)
    nurse.save_as(file)
    assert asked
    assert file.read_bytes() == b"old"
    nurse.system_dialog(QFileDialog).reject()


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "there is no room left in"),
        (errno.EACCES, "cannot be written to. Choose another folder."),
        (errno.EIO, "Choose another name or folder."),
    ],
)
def test_a_disk_that_refuses_is_a_sentence(
    nurse: Nurse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    def refuse(path: Path, data: bytes) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(handout_saving, "write_whole", refuse)
    nurse.save_as(tmp_path / "one.pdf")
    nurse.qtbot.waitUntil(lambda: said in nurse.status)
    assert nurse.status.startswith("The handout was not saved")
    assert not list(tmp_path.glob("*.pdf"))


def test_a_name_that_cannot_be_a_file_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for path in (tmp_path, tmp_path / "file" / "one.pdf", Path("a\0b.pdf"), Path("x" * 300)):
        assert handout_saving.save(path, b"%PDF").startswith("The handout was not saved")


def test_saving_waits_for_what_was_typed_last(nurse: Nurse, tmp_path: Path) -> None:
    field = nurse.dialog.choices.blanks.fields[0]
    nurse.bring(field)
    field.setFocus()
    QTest.keyClicks(field, "Wobblegong")
    assert not nurse.dialog.drawing.is_current
    nurse.save_as(tmp_path / "one.pdf")
    nurse.qtbot.waitUntil((tmp_path / "one.pdf").exists)
    assert "Wobblegong" in nurse.text


def test_the_system_is_asked_for_a_printer(nurse: Nurse, monkeypatch: pytest.MonkeyPatch) -> None:
    nurse.press("Print…")
    assert nurse.status == NO_PRINTER
    monkeypatch.setattr(nurse.dialog.output, "printers", lambda: ["Front desk"])
    QTest.keyClick(nurse.dialog, Qt.Key.Key_P, CONTROL)
    asking = nurse.system_dialog(QPrintDialog)
    assert asking.maxPage() == nurse.dialog.preview.page_count
    asking.reject()
    assert nurse.has_dialog


def test_printing_to_a_file_keeps_the_words(nurse: Nurse, tmp_path: Path) -> None:
    nurse.dialog.output.print_on(to_file(tmp_path / "all.pdf"), nurse.dialog._pdf)
    with pikepdf.open(tmp_path / "all.pdf") as pdf:
        assert pdf.Root.MarkInfo.Marked


def test_pages_reach_the_paper(nurse: Nurse, tmp_path: Path) -> None:
    nurse.choose("Extra large, 24 pt")
    printer = to_file(tmp_path / "some.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 4)
    with nurse.qtbot.waitSignal(nurse.dialog.output.ended, timeout=TIME):
        nurse.dialog.output.print_on(printer, nurse.dialog._pdf)
    assert nurse.status == f"Saved as \u2068{tmp_path / 'some.pdf'}\u2069"
    with pikepdf.open(tmp_path / "some.pdf") as pdf:
        assert len(pdf.pages) == 3
        assert [round(float(side)) for side in pdf.pages[0].mediabox[2:]] == [595, 842]
        assert all(page.get_images() for page in pdf.pages)


def test_copies_and_order_are_the_dialogs(tmp_path: Path) -> None:
    printer = to_file(tmp_path / "x.pdf")
    assert wanted_pages(printer, 3, 1) == [0, 1, 2]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert wanted_pages(printer, 3, 1) == [2, 1, 0]
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert wanted_pages(printer, 3, 2) == [1]
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 9)
    assert wanted_pages(printer, 3, 1) == [2, 1]
    printer.setPageOrder(QPrinter.PageOrder.FirstPageFirst)
    printer.setCopyCount(2)
    copies = 1 if printer.supportsMultipleCopies() else 2
    printer.setCollateCopies(True)
    assert wanted_pages(printer, 3, 1) == [1, 2] * copies
    printer.setCollateCopies(False)
    assert wanted_pages(printer, 3, 1) == sorted([1, 2] * copies)


def test_printing_can_be_stopped(nurse: Nurse, tmp_path: Path) -> None:
    nurse.choose("Extra large, 24 pt")
    dialog = nurse.dialog
    printer = to_file(tmp_path / "some.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 99)
    dialog.output.print_on(printer, dialog._pdf)
    nurse.qtbot.waitUntil(lambda: dialog.strip.bar.value() > 0)
    assert dialog.strip.label.text().startswith("Printing page")
    nurse.press("Cancel")
    assert nurse.status == "Printing was stopped."
    assert not dialog.output.is_printing
    assert not dialog.strip.isVisible()


def test_another_choice_does_not_disturb_what_is_printed(nurse: Nurse, tmp_path: Path) -> None:
    nurse.choose("Extra large, 24 pt")
    dialog, printer = nurse.dialog, to_file(tmp_path / "some.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(1, dialog.preview.page_count - 1)
    with nurse.qtbot.waitSignal(dialog.output.ended, timeout=TIME):
        dialog.output.print_on(printer, dialog._pdf)
        dialog._show(dialog._pdf)  # as when other pages arrive
    assert nurse.status.startswith("Saved as")
    with pikepdf.open(tmp_path / "some.pdf") as pdf:
        assert len(pdf.pages) == dialog.preview.page_count - 1


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_fails_is_a_sentence(nurse: Nurse, tmp_path: Path) -> None:
    printer = to_file(tmp_path / "no folder" / "some.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(1, 1)
    with nurse.qtbot.waitSignal(nurse.dialog.output.ended, timeout=TIME):
        nurse.dialog.output.print_on(printer, nurse.dialog._pdf)
    assert nurse.status == REFUSED
    assert nurse.button("Save as PDF…").isEnabled()


def test_a_printer_that_stops_is_a_sentence(
    nurse: Nurse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Printing, "_has_failed", lambda self: self._at == 1)
    printer = to_file(tmp_path / "some.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(1, 3)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    with nurse.qtbot.waitSignal(nurse.dialog.output.ended, timeout=TIME):
        nurse.dialog.output.print_on(printer, nurse.dialog._pdf)
    assert nurse.status == REFUSED


def test_closing_the_window_closes_all(nurse: Nurse) -> None:
    nurse.press("Save as PDF…")
    nurse.system_dialog(QFileDialog)
    nurse.reader.close()
    assert not nurse.has_dialog
    nurse.qtbot.waitUntil(
        lambda: not [t for t in QApplication.topLevelWidgets() if isinstance(t, QFileDialog)]
    )


def test_the_bytes_are_the_typesetters(nurse: Nurse) -> None:
    with pikepdf.open(BytesIO(nurse.dialog._pdf)) as pdf:
        assert len(pdf.pages) == nurse.dialog.preview.page_count
