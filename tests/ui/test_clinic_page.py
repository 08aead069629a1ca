"""The page of the clinic's settings: what a nurse sees, types and saves, by keys and clicks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QToolButton,
    QWidget,
)

from tests.conftest import OpenViewer, Remember
from tests.ui.measuring import strongest_contrast
from tests.ui.packs import PackWriter, section
from tests.ui.reader import CONTROL, LEFT, Reader
from viewer.core.files import can_write
from viewer.core.policy import LAPTOP, Action, Policy
from viewer.folders import Folders
from viewer.ui.clinic_page import ClinicPage

WriteClinic = Callable[[str], None]
TEXT = '!!! danger "Call {{emergency_number}} now"\n    or {{care_team_phone}}, {{clinic_name}}.\n'
OURS = '# ours\nclinic_name: Riverside\nemergency_number: "112"\nkiosk: {printer: "x"}\n'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"/>'


@pytest.fixture
def library(packs: PackWriter) -> Path:
    packs.topic("topic", {"a": section("A", TEXT)})
    packs.section("topic", "a", section("A en español", "Hola."), "es")
    return packs.folder


@pytest.fixture(autouse=True)
def _close_the_page() -> Iterator[None]:
    yield
    page = shown()
    if page is not None:
        page.close()


def opened(reader: Reader) -> ClinicPage:
    """Press the key that opens the page."""
    reader.window.activateWindow()
    reader.qtbot.waitUntil(reader.window.isActiveWindow)
    reader.key(Qt.Key.Key_Comma, CONTROL)
    page = shown()
    assert page is not None
    page.activateWindow()
    reader.qtbot.waitUntil(page.isActiveWindow)
    return page


def shown() -> ClinicPage | None:
    pages = [w for w in QApplication.topLevelWidgets() if isinstance(w, ClinicPage)]
    return next((page for page in pages if page.isVisible()), None)


def named(page: QWidget, name: str) -> QWidget:
    """The control that a screen reader calls so."""
    every = page.findChildren(QWidget)
    found = [w for w in every if w.accessibleName() == name]
    found = found or [w for w in every if isinstance(w, QAbstractButton) and w.text() == name]
    assert len(found) == 1, (name, found)
    return found[0]


def write(page: ClinicPage, name: str, text: str) -> None:
    """Go to a field with a click, and type over what it has."""
    field = named(page, name)
    assert isinstance(field, QLineEdit)
    QTest.mouseClick(field, LEFT)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClicks(field, text)


def press(page: QWidget, name: str) -> None:
    control = named(page, name)
    assert control.isEnabled(), name
    QTest.mouseClick(control, LEFT)


def reason(page: ClinicPage) -> str:
    label = page.findChild(QLabel, "reason")
    assert isinstance(label, QLabel)
    return label.text() if label.isVisible() else ""


def can_be_saved(page: ClinicPage) -> bool:
    return named(page, "Save").isEnabled()


def words_on(page: ClinicPage) -> str:
    labels = page.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_what_is_saved_counts_at_once_and_at_the_next_start(
    open_viewer: OpenViewer, library: Path, folders: Folders
) -> None:
    reader = open_viewer("--topic", "topic", library=library)
    assert "Call your local emergency number now" in reader.text
    page = opened(reader)
    assert reason(page) == "Nothing has been changed."
    write(page, "Name of the clinic", "Riverside: Kidney # Care")
    write(page, "Care team's telephone", "555-0100")
    write(page, "Emergency number", "112")
    press(page, "Yes, 112 is right here")
    press(page, "A4")
    press(page, "Save")
    assert shown() is None
    assert "Call 112 now" in reader.text
    assert "or 555-0100, Riverside: Kidney # Care." in reader.text
    assert (folders.config / "clinic.yaml").read_text() == (
        'clinic_name: "Riverside: Kidney # Care"\nemergency_number: "112"\n'
        'care_team_phone: "555-0100"\npaper: a4\n'
    )
    reader.close()
    assert "Call 112 now" in open_viewer("--topic", "topic", library=library).text


def test_the_first_screen_that_is_kept_has_the_new_number(
    open_viewer: OpenViewer, library: Path, clinic: WriteClinic, folders: Folders
) -> None:
    clinic(OURS)
    for number in ("113", "114"):
        reader = open_viewer(library=library)
        page = opened(reader)
        write(page, "Emergency number", number)
        press(page, f"Yes, {number} is right here")
        press(page, "Save")
        reader.close()
        kept = (folders.cache / "first-screen.json").read_text()
        assert f"Call {number} now" in kept
        reader = open_viewer(library=library)
        assert f"Call {number} now" in reader.text
        reader.close()


def test_only_what_was_changed_is_changed_in_the_file(
    open_viewer: OpenViewer, library: Path, clinic: WriteClinic, folders: Folders
) -> None:
    clinic(OURS)
    page = opened(open_viewer(library=library))
    write(page, "Name of the clinic", "Seaside")
    QTest.keyClick(named(page, "Name of the clinic"), Qt.Key.Key_Return)
    assert shown() is None, "Enter saves"
    assert (folders.config / "clinic.yaml").read_text() == OURS.replace("Riverside", "Seaside")


def test_cancel_changes_nothing(
    open_viewer: OpenViewer, library: Path, clinic: WriteClinic, folders: Folders
) -> None:
    clinic(OURS)
    reader = open_viewer(library=library)
    for leave in ("Cancel", "Discard changes"):
        page = opened(reader)
        write(page, "Emergency number", "911")
        press(page, "Yes, 911 is right here")
        if leave == "Cancel":
            press(page, leave)
        else:
            QTest.keyClick(page, Qt.Key.Key_Escape)
            answer(page, leave)
        assert shown() is None
        assert "Call 112 now" in reader.text
    assert (folders.config / "clinic.yaml").read_text() == OURS


def answer(page: ClinicPage, words: str) -> None:
    """Answer what the page asks before it closes."""
    (box,) = [box for box in page.findChildren(QMessageBox) if box.isVisible()]
    assert box.text() == "Your changes are not saved yet."
    (button,) = [button for button in box.buttons() if button.text() == words]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("how", ["Escape", "the window's own button"])
def test_what_was_typed_is_not_lost_without_a_word(
    open_viewer: OpenViewer, library: Path, clinic: WriteClinic, how: str
) -> None:
    clinic(OURS)
    page = opened(open_viewer(library=library))
    write(page, "Name of the clinic", "Hillside")
    for words in ("Keep editing", ""):
        if how == "Escape":
            QTest.keyClick(page, Qt.Key.Key_Escape)
        else:
            page.close()
        assert shown() is page
        if words:
            answer(page, words)
        else:
            press_enter(page)
        assert shown() is page, "the answer that is chosen beforehand keeps the page"
        assert page.name.text() == "Hillside"
    page.done(0)


def press_enter(page: ClinicPage) -> None:
    (box,) = [box for box in page.findChildren(QMessageBox) if box.isVisible()]
    QTest.keyClick(box, Qt.Key.Key_Return)


def test_a_page_without_changes_closes_at_once(
    open_viewer: OpenViewer, library: Path, clinic: WriteClinic
) -> None:
    clinic(OURS)
    page = opened(open_viewer(library=library))
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert shown() is None


def test_another_emergency_number_has_to_be_said_to_be_right(
    open_viewer: OpenViewer, library: Path, clinic: WriteClinic
) -> None:
    clinic(OURS)
    page = opened(open_viewer(library=library))
    write(page, "Emergency number", "911")
    assert "Pages and handouts will say: “Call 911 now”." in words_on(page)
    assert not can_be_saved(page)
    assert reason(page) == "Cannot be saved yet. Say that the emergency number is right."
    answer = named(page, "Yes, 911 is right here")
    assert "Is it the right number" in answer.accessibleDescription()
    answer.setFocus()
    QTest.keyClick(answer, Qt.Key.Key_Space)
    assert can_be_saved(page)
    QTest.keyClicks(named(page, "Emergency number"), "2")
    assert not can_be_saved(page), "a yes counts for the number that it was said of"
    write(page, "Emergency number", "")
    assert "“Call your local emergency number now”" in words_on(page)
    assert not can_be_saved(page)
    press(page, "Yes, name no number")
    assert can_be_saved(page)
    write(page, "Emergency number", "112")
    assert "Is it the right number" not in words_on(page)
    assert reason(page) == "Nothing has been changed."


@pytest.mark.parametrize("number", ["911 or 112", "ask", "1", "112;", "++1"])
@pytest.mark.parametrize("field", ["Emergency number", "Care team's telephone"])
def test_what_nobody_can_dial_is_said_beside_the_field(
    open_viewer: OpenViewer, library: Path, field: str, number: str
) -> None:
    page = opened(open_viewer(library=library))
    write(page, field, number)
    error = "Nobody can dial this. Write one number and nothing else, such as 555-0100."
    assert error in words_on(page)
    assert named(page, field).accessibleDescription().startswith(error)
    assert not can_be_saved(page)
    assert reason(page) == f"Cannot be saved yet. Look at: {field}"
    assert named(page, "Save").accessibleDescription() == reason(page)
    write(page, field, "")
    assert error not in words_on(page)


def test_a_number_in_the_file_that_is_refused_is_there_to_be_mended(
    open_viewer: OpenViewer, library: Path, clinic: WriteClinic, folders: Folders
) -> None:
    clinic("emergency_number: 911 or 112\npapers: a4\n")
    page = opened(open_viewer(library=library))
    assert 'Line 1: "911 or 112" is not a value that "emergency_number" can have.' in words_on(page)
    assert 'Line 2: There is no key "papers" here. Did you mean "paper"?' in words_on(page)
    write(page, "Emergency number", "112")
    press(page, "Yes, 112 is right here")
    press(page, "Save")
    assert (folders.config / "clinic.yaml").read_text() == 'emergency_number: "112"\npapers: a4\n'


def test_languages_are_offered_in_the_order_that_is_chosen(
    open_viewer: OpenViewer, library: Path, folders: Folders
) -> None:
    reader = open_viewer("--topic", "topic", library=library)
    assert list(reader.menu_of("Language")) == ["English", "Español"]
    page = opened(reader)
    press(page, "Move Español up")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Move Español down", "it can go no further up"
    press(page, "Save")
    assert (folders.config / "clinic.yaml").read_text() == "languages: [es, en]\n"
    assert list(reader.menu_of("Language")) == ["Español", "English"]
    page = opened(reader)
    press(page, "Offer English")
    press(page, "Save")
    assert list(reader.menu_of("Language")) == ["Español", "English"], "the one in use stays"
    assert "Call your local emergency number now" in reader.text
    page = opened(reader)
    press(page, "Offer Español")
    assert "Offer at least one." in words_on(page)
    assert not can_be_saved(page)


def test_a_logo_is_chosen_shown_and_removed(
    open_viewer: OpenViewer, library: Path, folders: Folders, tmp_path: Path
) -> None:
    (tmp_path / "our logo.svg").write_text(SVG)
    (tmp_path / "bad.png").write_text("GIF89a")
    reader = open_viewer(library=library)
    page = opened(reader)
    choose_file(page, tmp_path / "bad.png")
    assert "bad.png cannot be used as a logo." in words_on(page)
    assert not can_be_saved(page)
    choose_file(page, tmp_path / "our logo.svg")
    assert not page.logo.picture.pixmap().isNull()
    press(page, "Save")
    assert (folders.config / "our-logo.svg").read_text() == SVG
    page = opened(reader)
    assert page.logo.picture.accessibleName() == "Logo: our-logo.svg"
    press(page, "Remove the logo")
    assert "No logo" in words_on(page)
    press(page, "Save")
    assert "logo" not in (folders.config / "clinic.yaml").read_text()


def choose_file(page: ClinicPage, file: Path) -> None:
    press(page, "Choose a logo")
    dialog = next(d for d in page.findChildren(QFileDialog) if d.isVisible())
    dialog.selectFile(str(file))
    dialog.setDirectory(str(file.parent))
    dialog.findChildren(QLineEdit)[0].setText(str(file))
    QTest.keyClick(dialog.findChildren(QLineEdit)[0], Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_a_broken_file_is_shown_and_not_written_over(
    open_viewer: OpenViewer, library: Path, clinic: WriteClinic, folders: Folders
) -> None:
    clinic("paper: a4\nclinic_name: [A\n")
    page = opened(open_viewer(library=library))
    assert "Line 2: This is not well-formed YAML" in words_on(page)
    write(page, "Name of the clinic", "B")
    assert not can_be_saved(page)
    assert reason(page).startswith("This file has to be mended in an editor first")
    assert (folders.config / "clinic.yaml").read_text() == "paper: a4\nclinic_name: [A\n"


def test_what_somebody_else_has_written_meanwhile_is_not_lost(
    open_viewer: OpenViewer, library: Path, clinic: WriteClinic, folders: Folders
) -> None:
    clinic(OURS)
    page = opened(open_viewer(library=library))
    write(page, "Name of the clinic", "B")
    clinic(OURS + "paper: a4\n")
    press(page, "Save")
    assert shown() is page
    assert reason(page).startswith("Somebody else has changed these settings")
    assert (folders.config / "clinic.yaml").read_text() == OURS + "paper: a4\n"


def test_a_full_disk_is_a_sentence(
    open_viewer: OpenViewer,
    library: Path,
    clinic: WriteClinic,
    folders: Folders,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clinic(OURS)
    page = opened(open_viewer(library=library))
    write(page, "Name of the clinic", "B")

    def full(path: Path, data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("viewer.core.packs.clinic_store.write_whole", full)
    press(page, "Save")
    assert "could not be written: No space left on device." in reason(page)
    monkeypatch.undo()
    press(page, "Save")
    assert shown() is None
    assert (folders.config / "clinic.yaml").read_text() == OURS.replace("Riverside", "B")


def test_settings_of_the_computer_become_the_nurses_own(
    open_viewer: OpenViewer, library: Path, folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders.system_config.mkdir(parents=True)
    (folders.system_config / "clinic.yaml").write_text(OURS)
    monkeypatch.setattr(
        "viewer.core.packs.clinic_store.can_write",
        lambda path: path.parent != folders.system_config and can_write(path),
    )
    reader = open_viewer("--topic", "topic", library=library)
    page = opened(reader)
    place = named(page, "Where this is kept")
    assert isinstance(place, QLineEdit)
    assert place.text() == str(folders.config / "clinic.yaml")
    assert "belong to the whole computer" in place.accessibleDescription()
    write(page, "Name of the clinic", "Seaside")
    press(page, "Save")
    assert "Seaside" in reader.text
    assert (folders.config / "clinic.yaml").read_text() == OURS.replace("Riverside", "Seaside")
    assert (folders.system_config / "clinic.yaml").read_text() == OURS
    page = opened(reader)
    assert "These settings are your own. Those of the whole computer, in " in words_on(page)
    assert str(folders.system_config / "clinic.yaml") in words_on(page)


def test_the_page_closes_with_its_window(open_viewer: OpenViewer, library: Path) -> None:
    reader = open_viewer(library=library)
    opened(reader)
    reader.close()
    assert shown() is None


def test_a_named_file_that_may_not_be_written_says_so(
    open_viewer: OpenViewer, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "named.yaml").write_text(OURS)
    monkeypatch.setattr("viewer.core.packs.clinic_store.can_write", lambda _: False)
    page = opened(open_viewer("--clinic", str(tmp_path / "named.yaml"), library=library))
    write(page, "Name of the clinic", "B")
    assert reason(page) == "You may not write this file, so nothing can be changed here."
    assert not can_be_saved(page)


def test_results_of_a_search_have_the_new_values(
    open_viewer: OpenViewer, packs: PackWriter, clinic: WriteClinic
) -> None:
    packs.topic("topic", {"a": section("A", "Dialysis at {{clinic_name}}.")})
    clinic(OURS)
    reader = open_viewer(library=packs.folder)
    reader.look_for("dialysis")
    assert "Riverside" in "".join(reader.found)
    page = opened(reader)
    write(page, "Name of the clinic", "Seaside")
    press(page, "Save")
    reader.search.clear()
    reader.look_for("dialysis")
    assert "Seaside" in "".join(reader.found)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_every_control_can_be_hit_named_and_reached(
    open_viewer: OpenViewer,
    library: Path,
    clinic: WriteClinic,
    remember: Remember,
    percent: int,
    language: str,
) -> None:
    clinic(OURS)
    remember(text_percent=percent)
    reader = open_viewer("--language", language, library=library)
    page = opened(reader)
    page.emergency.setText("911")
    reader.qtbot.wait(50)  # until all have their places
    assert page.isRightToLeft() == (language == "ar")
    kinds = (QAbstractButton, QLineEdit)
    controls = [
        c for kind in kinds for c in page.findChildren(kind) if c.isVisible() and c.isEnabled()
    ]
    assert len(controls) > 10
    for control in controls:
        spoken = control.accessibleName() or getattr(control, "text", str)()
        assert spoken, control
        assert min(control.width(), control.height()) >= 44, (spoken, control.size())
    reached = set()
    page.name.setFocus()
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    unreached = [c for c in controls if c not in reached and c.property("paper") is None]
    assert unreached == []
    assert page.width() <= page.screen().availableSize().width()
    assert page.height() <= page.screen().availableSize().height()


def test_spanish_speaks_spanish(open_viewer: OpenViewer, library: Path) -> None:
    page = opened(open_viewer("--language", "es", library=library))
    assert page.windowTitle() == "Configuración de la clínica"
    assert "Número de emergencias" in words_on(page)
    assert {"Guardar", "Cancelar"} <= {b.text() for b in page.findChildren(QPushButton)}


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_words_can_be_read_in_every_theme(
    open_viewer: OpenViewer, library: Path, clinic: WriteClinic, theme: str
) -> None:
    clinic("emergency_number: 911 or 112\npapers: a4\n")
    reader = open_viewer("--theme", theme, library=library)
    page = opened(reader)
    reader.qtbot.wait(50)
    picture = page.grab().toImage()
    seen = [label for label in page.findChildren(QLabel) if label.text() and label.isVisible()]
    assert len(seen) > 8
    for label in seen:
        rect = QRect(label.mapTo(page, QPoint(0, 0)), label.size())
        if page.rect().contains(rect) and page.childAt(rect.center()) is label:
            assert strongest_contrast(picture, rect) >= 7, label.text()


def test_a_visitor_without_leave_has_no_such_page(
    open_viewer: OpenViewer, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    allowed = [action for action in Action if action is not Action.CHANGE_SETTINGS]
    assert LAPTOP.allows(Action.CHANGE_SETTINGS)
    monkeypatch.setattr("viewer.core.policy.LAPTOP", Policy(allowed))
    reader = open_viewer(library=library)
    reader.key(Qt.Key.Key_Comma, CONTROL)
    assert shown() is None
    assert not [b for b in reader.window.findChildren(QToolButton) if "ettings" in b.text()]
