"""What somebody relies on who does not read twice: the right text, and clear words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel

from tests.conftest import OpenViewer
from tests.ui.nurse import Nurse
from tests.ui.reader import CONTROL
from viewer.ui import handout_output
from viewer.ui.clinic_page import ClinicPage

pytestmark = pytest.mark.slow  # waits for pages, one after the other


@pytest.fixture
def nurse(open_viewer: OpenViewer) -> Nurse:
    """In front of the care page of the shipped topic."""
    return Nurse(open_viewer("--plain", size=(1280, 800)))


def clinic_page() -> ClinicPage:
    """The page of the clinic's settings that is open."""
    QApplication.processEvents()
    tops = QApplication.topLevelWidgets()
    (page,) = (top for top in tops if isinstance(top, ClinicPage) and top.isVisible())
    return page


def picture_of(page: ClinicPage) -> QImage:
    page.setFocus()  # no field with a cursor that blinks
    QApplication.processEvents()
    return page.grab().toImage()


def test_from_a_clinical_page_the_handout_is_in_plain_language(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--section", "prognosis", "--clinical")
    nurse = Nurse(reader)
    nurse.open()
    assert nurse.answers()[:2] == ["This page", "Plain language"]
    nurse.choose("For health workers")
    assert "Prognosis" in nurse.text


def test_the_clinics_settings_look_the_same_over_the_handout(nurse: Nurse) -> None:
    window = nurse.reader.window
    window.clinic_settings_requested.emit()
    page = clinic_page()
    alone = picture_of(page)
    page.done(0)

    nurse.open()
    nurse.press("Clinic settings…")
    page = clinic_page()
    assert page.parent() is window, "the dialog's style sheet is not its own"
    assert page.windowModality() is Qt.WindowModality.ApplicationModal
    assert page.windowHandle().transientParent() is nurse.dialog.windowHandle()
    assert picture_of(page) == alone
    page.done(0)
    QApplication.processEvents()
    assert nurse.has_dialog


def test_what_has_failed_does_not_look_as_if_it_had_not(nurse: Nurse, tmp_path: Path) -> None:
    nurse.open()
    status = nurse.dialog.status

    def colour() -> str:
        return status.palette().color(status.foregroundRole()).name()

    nurse.dialog.output.save_as(str(tmp_path / "one.pdf"), b"%PDF")
    assert nurse.status.startswith("Saved as")
    fine = colour()
    nurse.dialog.output.save_as(str(tmp_path), b"%PDF")
    assert "not saved" in nurse.status
    assert colour() != fine
    assert status.font().bold()
    nurse.dialog.output.save_as(str(tmp_path / "two.pdf"), b"%PDF")
    assert colour() == fine


def test_the_first_one_is_saved_where_documents_are(
    nurse: Nurse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handout_output, "documents_folder", lambda: str(tmp_path))
    nurse.open()
    nurse.press("Save as PDF…")
    asking = nurse.system_dialog(QFileDialog)
    name = "Calciphylaxis - caring for yourself at home (en, 14 pt).pdf"
    assert asking.directory().absolutePath() == str(tmp_path)
    assert asking.selectedFiles() == [str(tmp_path / name)]
    asking.reject()


def test_a_line_to_fill_in_says_where_it_stands(nurse: Nurse) -> None:
    nurse.open()
    blanks = nurse.dialog.choices.blanks
    limit = nurse.field("My limit a day")
    (above,) = (label for label in blanks.findChildren(QLabel) if label.buddy() is limit)
    assert "How much should I drink?" in above.text()
    assert "How much should I drink?" in limit.accessibleDescription()
    assert nurse.field("Given by (your name)").isVisible()
    assert nurse.field("Given on (date)").isVisible()
    assert blanks.note.text() == (
        "What you type is printed, and not kept. A field that you leave empty is a line to write "
        "on."
    )


def test_other_languages_and_paper_are_offered_at_once(nurse: Nurse) -> None:
    nurse.open()
    assert "A4" in nurse.answers()
    name = nurse.dialog.choices.blanks.fields[0].accessibleName()
    nurse.fill(name, "3")
    nurse.press("Clinic settings…")
    page = clinic_page()
    letter = next(b for b in page.papers.buttons() if b.property("paper") == "letter")
    letter.click()
    names = {one.accessibleName(): one for one in page.findChildren(QAbstractButton)}
    names["Offer Español"].click()
    QTest.mouseClick(page.save, Qt.MouseButton.LeftButton)
    nurse.wait()
    assert "Letter" in nurse.answers()
    assert not nurse.picker("Second language beside it").isEnabled()
    assert nurse.picker("Language").count() == 1
    assert nurse.field(name).text() == "3"


def test_a_paper_that_was_chosen_stays(nurse: Nurse) -> None:
    nurse.open()
    nurse.choose("Letter")
    nurse.choose("A4")
    nurse.press("Clinic settings…")
    page = clinic_page()
    QTest.keyClicks(page.name, "Elm Street")
    QTest.mouseClick(page.save, Qt.MouseButton.LeftButton)
    nurse.wait()
    assert "A4" in nurse.answers()
    assert "Elm Street" in nurse.text
    QTest.keyClick(nurse.dialog, Qt.Key.Key_S, CONTROL)
    nurse.system_dialog(QFileDialog).reject()


def test_the_line_that_is_filled_in_is_seen_on_the_page(nurse: Nurse) -> None:
    nurse.open()
    preview = nurse.dialog.preview
    assert preview.page_number == 1
    nurse.fill("My limit a day", "47 spoons")
    QApplication.processEvents()
    page = preview.document.getAllText(preview.page_number - 1).text()
    assert "47 spoons" in page
    preview.paper.go_to(0, 0)
    nurse.choose("Letter")
    assert preview.page_number == 1, "the pages do not move while other things are chosen"
    field = nurse.dialog.choices.blanks.fields[-1]
    nurse.bring(field)
    field.setFocus()
    QApplication.processEvents()
    assert preview.page_number >= preview.page_count - 1, "where it is to be written"
    assert "Given by" in preview.document.getAllText(preview.page_number - 1).text()


def test_a_line_that_is_seen_already_stays_where_it_is(nurse: Nurse) -> None:
    nurse.open()
    paper = nurse.dialog.preview.paper
    limit = nurse.field("My limit a day")
    nurse.fill("My limit a day", "2")
    place = paper.verticalScrollBar().value()
    assert place
    QTest.keyClicks(limit, "5")
    nurse.wait()
    assert paper.verticalScrollBar().value() == place
