"""The page of the clinic's settings as somebody hears it, and by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit

from tests.conftest import OpenViewer, Remember
from tests.ui.measuring import rect_in
from tests.ui.packs import PackWriter, section
from tests.ui.reader import CONTROL
from tests.ui.spoken import Listener, Role, interface, spoken
from tests.ui.test_clinic_page import SVG, named, opened, shown
from viewer.ui.clinic_page import ClinicPage


@pytest.fixture
def library(packs: PackWriter) -> Path:
    packs.topic("topic", {"a": section("A", "Words.")})
    packs.section("topic", "a", section("A en español", "Hola."), "es")
    return packs.folder


@pytest.fixture
def page(open_viewer: OpenViewer, library: Path) -> ClinicPage:
    return opened(open_viewer("--topic", "topic", library=library))


def test_groups_have_the_names_of_their_rows(page: ClinicPage) -> None:
    assert spoken(page.papers.buttons()[2]).groups == ("Paper",)
    assert spoken(page.logo.choose).groups == ("Logo, for handouts",)
    assert spoken(named(page, "Move Español up")).groups == ("Languages",)
    assert spoken(named(page, "Offer English")).checked


def test_an_error_is_said_with_its_field(page: ClinicPage) -> None:
    page.phone.setText("call us")
    said = spoken(page.phone)
    assert said.name == "Care team's telephone"
    assert said.description.startswith("Nobody can dial this.")
    assert "Care team's telephone" in spoken(page.save).description
    page.phone.setText("555-0100")
    assert spoken(page.phone).description == ""


def test_the_logo_says_what_it_is(
    page: ClinicPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = Listener(monkeypatch)
    (tmp_path / "ours.svg").write_text(SVG)
    (tmp_path / "bad.png").write_text("GIF89a")
    assert spoken(page.logo.choose).description == "No logo"
    page.logo.take(tmp_path / "ours.svg")
    assert spoken(page.logo.choose).description == "Logo: ours.svg"
    assert heard.said == ["Logo: ours.svg"]
    page.logo.take(tmp_path / "bad.png")
    assert spoken(page.logo.choose).description.startswith("bad.png cannot be used as a logo.")
    assert spoken(page.logo.choose).description.endswith("Logo: ours.svg")
    page.logo.remove.setFocus()
    QTest.keyClick(page.logo.remove, Qt.Key.Key_Space)
    assert page.focusWidget() is page.logo.choose, "nothing is left to remove"
    assert heard.said[-1] == "No logo"


def test_tab_goes_through_the_page_as_the_eye_does(page: ClinicPage) -> None:
    page.emergency.setText("911")
    page.papers.buttons()[2].click()
    page.name.setFocus()
    met = []
    for _ in range(30):
        focused = QApplication.focusWidget()
        assert focused is not None
        if (name := spoken(focused).name) in met:
            break
        met.append(name)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert met == [
        *("Name of the clinic", "Emergency number", "Yes, 911 is right here"),
        *("Care team's telephone", "Choose a logo", "A4", "Offer English", "Move English down"),
        *("Offer Español", "Move Español up", "Where this is kept", "Cancel"),
    ], "and so to the first one again; there is nothing to save yet"


def test_arrows_choose_the_paper(page: ClinicPage) -> None:
    first, second, third = page.papers.buttons()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.isChecked()
    QTest.keyClick(second, Qt.Key.Key_Right)
    assert third.isChecked()
    assert spoken(third).role is Role.RadioButton


def test_it_is_saved_by_its_key_and_the_focus_goes_back(
    open_viewer: OpenViewer, library: Path
) -> None:
    reader = open_viewer("--topic", "topic", library=library)
    reader.sections.setFocus(Qt.FocusReason.TabFocusReason)
    page = opened(reader)
    QTest.keyClick(page, Qt.Key.Key_S, CONTROL)
    assert shown() is page, "nothing has been changed"
    QTest.keyClicks(page.name, "Riverside")
    QTest.keyClick(page.name, Qt.Key.Key_S, CONTROL)
    reader.qtbot.waitUntil(lambda: shown() is None)
    assert reader.window.focusWidget() is reader.sections


def test_what_is_wrong_with_the_file_is_said_first(
    open_viewer: OpenViewer, library: Path, clinic: Callable[[str], None]
) -> None:
    clinic("paper: a4\nclinic_name: [A\n")
    page = opened(open_viewer(library=library))
    said = spoken(page).description
    assert said.startswith("This was found in the file: Line 2:")
    assert "has to be mended in an editor" in said
    page.done(0)


def test_a_moved_language_stays_in_sight(page: ClinicPage) -> None:
    page.resize(360, 300)
    up = named(page, "Move Español up")
    up.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(up, Qt.Key.Key_Return)
    focused = page.focusWidget()
    assert interface(focused).state().focused
    assert not focused.visibleRegion().isEmpty()


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    ("size", "percent"), [((320, 480), 100), ((480, 600), 200), ((480, 600), 300)]
)
def test_nothing_is_cut_off_in_a_small_page(
    open_viewer: OpenViewer,
    library: Path,
    remember: Remember,
    size: tuple[int, int],
    language: str,
    percent: int,
) -> None:
    remember(text_percent=percent)
    reader = open_viewer("--language", language, library=library)
    page = opened(reader)
    page.emergency.setText("911")
    page.resize(*size)
    reader.qtbot.wait(50)  # until all have their places
    assert page.width() <= size[0]
    kinds = (QAbstractButton, QLineEdit, QLabel)
    for control in (c for kind in kinds for c in page.findChildren(kind) if c.isVisible()):
        name = control.accessibleName() or getattr(control, "text", str)()
        rect = rect_in(control, page)
        assert rect.left() >= 0, name
        assert rect.right() < size[0], name
        if isinstance(control, QAbstractButton) and control.text():
            assert control.width() >= control.fontMetrics().size(0, control.text()).width(), name
            assert min(control.width(), control.height()) >= 44, name
    page.done(0)
