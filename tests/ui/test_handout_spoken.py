"""The handout dialog as somebody hears it who does not see it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from tests.conftest import OpenViewer
from tests.ui.nurse import Nurse
from tests.ui.reader import CONTROL, LEFT
from tests.ui.spoken import Listener, Role, spoken
from viewer.ui.clinic_page import ClinicPage
from viewer.ui.typesetting import Fault

pytestmark = pytest.mark.slow  # the whole dialog, word by word

FLUIDS = "How much should I drink?"
MAKING = "Making the pages"


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Listener:
    return Listener(monkeypatch)


@pytest.fixture
def nurse(open_viewer: OpenViewer) -> Nurse:
    one = Nurse(open_viewer("--plain", size=(1280, 800)))
    one.open()
    return one


def controls(nurse: Nurse) -> list[QWidget]:
    kinds = (QAbstractButton, QComboBox, QLineEdit)
    return [w for kind in kinds for w in nurse.dialog.findChildren(kind) if w.isVisible()]


def test_every_answer_stands_in_the_group_of_its_question(nurse: Nurse) -> None:
    nurse.choose("Chosen sections")
    wanted = {
        "Whole topic": "What to print",
        FLUIDS: "Chosen sections",
        "For health workers": "Text",
        "Large, 18 pt": "Print size",
        "A4": "Paper",
    }
    for name, group in wanted.items():
        answer = spoken(nurse.button(name))
        assert answer.groups == (group,), name
        assert answer.description == "", "the group says it once"
        assert answer.role in (Role.RadioButton, Role.CheckBox)
    assert spoken(nurse.button("A4")).checked
    assert not spoken(nurse.button("Letter")).checked


def test_a_list_that_opens_says_its_question_and_its_answer(nurse: Nurse) -> None:
    language = spoken(nurse.picker("Language"))
    assert (language.name, language.value, language.role) == ("Language", "English", Role.ComboBox)
    beside = spoken(nurse.picker("Second language beside it"))
    assert (beside.name, beside.value) == ("Second language beside it", "None")


def test_a_field_says_its_sentence_once_and_no_row_of_signs(nurse: Nurse) -> None:
    fields = [spoken(field) for field in nurse.dialog.choices.blanks.fields]
    assert [(field.name, field.description) for field in fields][:4] == [
        ("Phone of the care team", "Most important: Phone of your care team: …"),
        ("In bed: every … hours.", "How do I keep pressure off my skin?"),
        ("In a chair: every ….", "How do I keep pressure off my skin?"),
        ("My limit a day", "How much should I drink? Write yours here: …"),
    ]
    for field in fields:
        assert "_" not in field.name + field.description
        assert field.groups == ("Fill in",)
        assert field.role is Role.EditableText


def test_every_control_has_a_name_in_both_languages(open_viewer: OpenViewer) -> None:
    nurse = Nurse(open_viewer("--plain", "--language", "es", size=(1280, 800)))
    nurse.reader.window.toolbar.handout.click()
    nurse.wait()
    assert spoken(nurse.picker("Idioma")).name == "Idioma"
    assert spoken(nurse.dialog.choices.paper.pills[0]).groups == ("Papel",)
    assert all(spoken(control).name for control in controls(nurse))


def test_buttons_that_cannot_be_pressed_say_why(nurse: Nurse) -> None:
    assert spoken(nurse.button("Print…")).description == ""
    nurse.choose("Chosen sections")
    for name in ("Print…", "Save as PDF…"):
        button = spoken(nurse.button(name))
        assert button.disabled
        assert button.description == "Choose at least one section."
    nurse.choose(FLUIDS)
    assert spoken(nurse.button("Print…")).description == ""


def test_new_pages_are_announced_once_when_all_is_quiet(nurse: Nurse, heard: Listener) -> None:
    heard.wait_for("Preview", nurse.qtbot)
    heard.said.clear()
    for name in ("Letter", "A4", "Large, 18 pt", "Extra large, 24 pt"):
        nurse.button(name).click()
    nurse.wait()
    heard.wait_for("Preview", nurse.qtbot)
    count = nurse.dialog.preview.page_count
    assert [s for s in heard.said if s != MAKING] == [f"Preview of the handout, page 1 of {count}"]


def test_typing_is_not_talked_over(nurse: Nurse, heard: Listener) -> None:
    heard.wait_for("Preview", nurse.qtbot)
    heard.said.clear()
    field = nurse.dialog.choices.blanks.fields[0]
    field.setFocus()
    for key in "two":
        QTest.keyClicks(field, key)
        nurse.wait()
    nurse.qtbot.wait(1_500)
    assert heard.said == [], "as many pages as before"


def test_turning_pages_says_the_last_one_only(nurse: Nurse, heard: Listener) -> None:
    heard.wait_for("Preview", nurse.qtbot)
    heard.said.clear()
    paper = nurse.dialog.preview.paper
    paper.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(4):
        QTest.keyClick(paper, Qt.Key.Key_PageDown)
    number = nurse.dialog.preview.page_number
    assert number > 1
    heard.wait_for("Page", nurse.qtbot)
    assert heard.said == [nurse.dialog.preview.page.text()]
    assert f"page {number} of" in spoken(paper).name
    assert "save" in spoken(paper).description


def test_what_takes_long_and_what_fails_is_announced(nurse: Nurse, heard: Listener) -> None:
    dialog = nurse.dialog
    dialog.typesetting.slow.emit(True)
    assert heard.said == [MAKING]
    assert spoken(dialog.strip.cancel).description == "Making the pages"
    dialog.typesetting.slow.emit(False)
    heard.said.clear()
    for page in range(3):
        dialog.output.progressed.emit(page, 3)
    assert heard.said == ["Printing page 1 of 3"]
    dialog.strip.cancel.setFocus()
    dialog.output.ended.emit()
    assert dialog.focusWidget() is dialog.print_button
    dialog.typesetting.failed.emit(Fault.TIME)
    assert "longer than a minute" in heard.said[-1]
    assert dialog.focusWidget() is dialog.preview.problem, "where it says why"
    dialog.output.said.emit("Saved as x", True)
    assert heard.said[-1] == "Saved as x"


def test_arrows_go_round_the_answers(nurse: Nurse) -> None:
    standard = nurse.button("Standard, 14 pt")
    standard.setFocus(Qt.FocusReason.TabFocusReason)
    met = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left):
        QTest.keyClick(nurse.dialog.focusWidget(), key)
        focused = nurse.dialog.focusWidget()
        assert spoken(focused).checked
        met.append(focused.accessibleName().partition(",")[0])
    assert met == ["Large", "Extra large", "Standard", "Extra large", "Large"]


def test_the_whole_of_an_answer_can_be_pressed(nurse: Nurse) -> None:
    nurse.choose("Chosen sections")
    tick = nurse.button(FLUIDS)
    nurse.bring(tick)
    QTest.mouseClick(tick, LEFT, pos=QPoint(tick.width() - 3, 3))
    assert tick.isChecked()
    assert spoken(tick).checked
    pill = nurse.button("Whole topic")
    QTest.mouseClick(pill, LEFT, pos=QPoint(3, 3))
    assert pill.isChecked()


def test_the_focus_goes_back_to_where_it_was(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain", size=(1280, 800))
    nurse = Nurse(reader)
    for place in (reader.page, reader.sections, reader.window.toolbar.handout):
        place.setFocus(Qt.FocusReason.TabFocusReason)
        reader.window.activateWindow()
        reader.qtbot.waitUntil(reader.window.isActiveWindow)
        reader.key(Qt.Key.Key_P, CONTROL)
        nurse.wait()
        QTest.keyClick(nurse.dialog, Qt.Key.Key_Escape)
        assert reader.window.focusWidget() is place


def test_clinic_settings_are_a_key_away_and_come_back(nurse: Nurse) -> None:
    field = nurse.dialog.choices.blanks.fields[1]
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Comma, CONTROL)

    def opened() -> list[ClinicPage]:
        tops = QApplication.topLevelWidgets()
        return [top for top in tops if isinstance(top, ClinicPage) and top.isVisible()]

    nurse.qtbot.waitUntil(lambda: len(opened()) == 1)
    QTest.keyClick(opened()[0], Qt.Key.Key_Escape)
    assert opened() == []
    assert nurse.dialog.focusWidget() is field
