"""The handout dialog: what is chosen is what is seen, saved and printed."""

from __future__ import annotations

import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.conftest import OpenViewer
from tests.ui.nurse import Nurse
from tests.ui.packs import PackWriter, care_section, section
from tests.ui.reader import CONTROL
from viewer.core import policy
from viewer.folders import Folders
from viewer.ui.clinic_page import ClinicPage

FLUIDS = "How much should I drink?"
OTHER = "Keep your room mild all day and night."
"""From another section."""


@pytest.fixture
def nurse(open_viewer: OpenViewer) -> Nurse:
    """In front of the care page of the shipped topic."""
    return Nurse(open_viewer("--plain", size=(1280, 800)))


def test_the_button_opens_what_is_on_the_screen(nurse: Nurse) -> None:
    nurse.open()
    assert "Calciphylaxis: caring for yourself at home" in nurse.text
    assert nurse.answers()[:2] == ["Caring for yourself at home", "Plain language"]
    assert nurse.dialog.windowTitle() == "Handout: Calciphylaxis"
    assert nurse.dialog.focusWidget() is nurse.button("Caring for yourself at home")
    assert nurse.dialog.isModal()


def test_control_p_opens_the_section_that_is_read(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--section", "hydration", "--plain")
    nurse = Nurse(reader)
    reader.key(Qt.Key.Key_P, CONTROL)
    nurse.wait()
    assert nurse.answers()[0] == "This page"
    assert nurse.text.startswith(FLUIDS)
    assert OTHER not in nurse.text


@pytest.mark.slow
def test_each_choice_changes_the_pages(nurse: Nurse) -> None:
    nurse.open()
    preview = nurse.dialog.preview
    before = preview.page_count
    nurse.choose("Extra large, 24 pt")
    assert preview.page_count > before
    nurse.choose("Letter")
    assert round(preview.document.pagePointSize(0).width()) == 612
    nurse.choose("A4")
    assert round(preview.document.pagePointSize(0).width()) == 595
    nurse.choose("Standard, 14 pt")
    nurse.pick("Language", "Español")
    assert "cuidarse en casa" in nurse.text
    nurse.pick("Second language beside it", "English")
    assert "caring for yourself at home" in nurse.text
    nurse.choose("Whole topic")
    assert "What is calciphylaxis?" in nurse.text
    nurse.choose("For health workers")
    assert "Pathophysiology" in nurse.text


def test_sections_are_chosen_by_their_titles(nurse: Nurse) -> None:
    nurse.open()
    nurse.choose("Chosen sections")
    assert nurse.problem == "Choose at least one section."
    assert not nurse.button("Print…").isEnabled()
    nurse.choose(FLUIDS)
    assert nurse.problem == ""
    assert FLUIDS in nurse.text
    assert OTHER not in nurse.text
    nurse.choose("How warm should my room be?")
    assert OTHER in nurse.text
    assert nurse.button("Print…").isEnabled()


@pytest.mark.slow
def test_the_second_language_is_never_the_first(nurse: Nurse) -> None:
    nurse.open()
    beside = nurse.picker("Second language beside it")
    assert [beside.itemText(i) for i in range(beside.count())] == ["None", "Español"]
    nurse.pick("Second language beside it", "Español")
    nurse.pick("Language", "Español")
    assert [beside.itemText(i) for i in range(beside.count())] == ["None", "English"]
    assert beside.currentText() == "None"


@pytest.mark.slow
def test_a_new_page_count_keeps_the_place(nurse: Nurse) -> None:
    nurse.open()
    paper = nurse.dialog.preview.paper
    paper.verticalScrollBar().setValue(paper.verticalScrollBar().maximum() // 2)
    page = nurse.dialog.preview.page_number
    assert page > 2
    nurse.choose("Letter")
    assert abs(nurse.dialog.preview.page_number - page) <= 1
    name = f"Preview of the handout, page {nurse.dialog.preview.page_number} of "
    assert paper.accessibleName().startswith(name)


@pytest.mark.slow
def test_the_last_print_size_paper_and_second_language_come_back(
    open_viewer: OpenViewer, folders: Folders
) -> None:
    nurse = Nurse(open_viewer("--plain"))
    nurse.open()
    nurse.choose("Large, 18 pt")
    nurse.choose("Letter")
    nurse.pick("Second language beside it", "Español")
    nurse.press("Close")
    assert not nurse.has_dialog
    assert nurse.reader.window.focusWidget() is nurse.reader.button("Handout")
    nurse.reader.close()
    kept = folders.config / "handout.json"
    assert sys.platform == "win32" or stat.S_IMODE(kept.stat().st_mode) == 0o600

    again = Nurse(open_viewer("--plain"))
    again.open()
    assert {"Large, 18 pt", "Letter"} <= set(again.answers())
    assert again.picker("Second language beside it").currentText() == "Español"


@pytest.mark.slow
@pytest.mark.parametrize(
    "damaged",
    ["", "{", "[]", '{"print_size": 7, "paper": "a0", "beside": "../x", "folder": "\\u0000"}'],
)
def test_damaged_choices_cost_only_themselves(
    open_viewer: OpenViewer, folders: Folders, damaged: str
) -> None:
    folders.config.mkdir(parents=True)
    (folders.config / "handout.json").write_text(damaged, "utf-8")
    nurse = Nurse(open_viewer("--plain"))
    nurse.open()
    assert {"Standard, 14 pt", "A4"} <= set(nurse.answers())


def test_the_clinics_sheet_comes_first(
    open_viewer: OpenViewer, clinic: Callable[[str], None]
) -> None:
    clinic("paper: letter\n")
    nurse = Nurse(open_viewer("--plain"))
    nurse.open()
    assert "Letter" in nurse.answers()


def test_what_is_filled_in_is_printed_and_kept_nowhere(
    nurse: Nurse, folders: Folders, tmp_path: Path
) -> None:
    nurse.open()
    name = nurse.dialog.choices.blanks.fields[0].accessibleName()
    nurse.fill(name, "Wobblegong 47")
    assert "Wobblegong 47" in nurse.text
    nurse.choose("Letter")
    assert "Wobblegong 47" in nurse.text, "a change of paper keeps it"
    nurse.press("Close")
    nurse.open()
    assert nurse.field(name).text() == ""
    assert "Wobblegong" not in nurse.text
    nurse.press("Close")
    nurse.reader.close()
    written = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert any(file.name == "handout.json" for file in written)
    assert not [file for file in written if b"Wobblegong" in file.read_bytes()]


def test_a_blank_says_what_belongs_there(nurse: Nurse) -> None:
    nurse.open()
    assert nurse.dialog.choices.blanks.fields
    for field in nurse.dialog.choices.blanks.fields:
        assert field.accessibleName()
        assert field.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData


def test_enter_in_a_field_prints_nothing(nurse: Nurse) -> None:
    nurse.open()
    first, second, *_ = nurse.dialog.choices.blanks.fields
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert second.hasFocus()
    assert nurse.has_dialog


def test_escape_closes(nurse: Nurse) -> None:
    nurse.open()
    QTest.keyClick(nurse.dialog, Qt.Key.Key_Escape)
    assert not nurse.has_dialog
    nurse.open()
    assert "caring for yourself" in nurse.text


def test_tab_comes_by_every_control(nurse: Nurse) -> None:
    nurse.open()
    dialog, preview, seen = nurse.dialog, nurse.dialog.preview, []
    for _ in range(60):
        focused = dialog.focusWidget()
        assert focused.isVisible()
        seen.append(focused.accessibleName())
        assert not focused.visibleRegion().isEmpty(), "it is scrolled to"
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        QApplication.processEvents()
        if seen.count(seen[0]) > 1:
            break
    order = [
        *("Caring for yourself at home", "Plain language", "Language", "Second language beside it"),
        "Standard, 14 pt",
        *(field.accessibleName() for field in dialog.choices.blanks.fields),
        "A4",
        f"Preview of the handout, page {preview.page_number} of {preview.page_count}",
        *("Print…", "Save as PDF…", "Clinic settings…", "Close", "Caring for yourself at home"),
    ]
    assert seen == order


def test_other_clinic_settings_are_on_the_pages_at_once(nurse: Nurse) -> None:
    nurse.open()
    assert "555-0100" not in nurse.text
    QTest.mouseClick(nurse.button("Clinic settings…"), Qt.MouseButton.LeftButton)
    page = next(w for w in QApplication.allWidgets() if isinstance(w, ClinicPage))
    assert page.isVisible()
    page.phone.setFocus()
    QTest.keyClicks(page.phone, "555-0100")
    QTest.mouseClick(page.save, Qt.MouseButton.LeftButton)
    nurse.wait()
    assert "Questions? Call 555-0100" in nurse.text


def test_a_list_of_topics_has_nothing_to_hand_out(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    for topic in ("gout", "asthma"):
        packs.topic(topic, {"what": section("What", "A clinical text.", "A plain text.")})
    reader = open_viewer(library=packs.folder)
    button = reader.button("Handout")
    assert not button.isEnabled()
    assert button.toolTip() == "Open a topic first."
    reader.key(Qt.Key.Key_P, CONTROL)
    assert not Nurse(reader).has_dialog
    reader.open_row("Gout")
    assert button.isEnabled()
    assert button.toolTip() == "Handout (Ctrl+P)"
    reader.press("Home")
    assert not button.isEnabled()


def test_without_leave_there_is_no_button(
    open_viewer: OpenViewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = set(policy.Action) - {policy.Action.MAKE_HANDOUT}
    monkeypatch.setattr(policy, "LAPTOP", policy.Policy(everything))
    reader = open_viewer("--plain")
    assert not reader.window.toolbar.handout.isVisible()
    reader.key(Qt.Key.Key_P, CONTROL)
    assert not Nurse(reader).has_dialog


def test_without_leave_nothing_is_printed_or_saved(
    open_viewer: OpenViewer, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = set(policy.Action) - {policy.Action.PRINT, policy.Action.SAVE_FILE}
    monkeypatch.setattr(policy, "LAPTOP", policy.Policy(everything))
    nurse = Nurse(open_viewer("--plain"))
    nurse.open()
    assert not nurse.dialog.print_button.isVisible()
    assert not nurse.dialog.save_button.isVisible()
    for key in (Qt.Key.Key_P, Qt.Key.Key_S):
        QTest.keyClick(nurse.dialog, key, CONTROL)
    QTest.qWait(200)  # a press is drawn for a tenth of a second first
    assert nurse.status == ""
    assert not QApplication.activeModalWidget() or QApplication.activeModalWidget() is nurse.dialog


def test_a_topic_with_one_page_of_plain_text(open_viewer: OpenViewer, packs: PackWriter) -> None:
    packs.topic("gout", {"warmth": care_section("temperature")})
    nurse = Nurse(open_viewer("--plain", library=packs.folder))
    nurse.open()
    assert "Never forget temperature." in nurse.text
