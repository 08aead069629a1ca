"""No handout has a number or a text that no longer counts, whoever has changed it, and when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.exceptions import capture_exceptions

from tests.conftest import OpenViewer
from tests.ui.nurse import Nurse
from tests.ui.packs import PackWriter, section
from viewer.folders import Folders
from viewer.handout.lack import Lack, OrderError
from viewer.handout.order import PrintSize

pytestmark = pytest.mark.slow

CLINIC = 'emergency_number: "{}"\n'


@pytest.fixture
def gout(packs: PackWriter) -> PackWriter:
    """A library of one topic."""
    packs.topic("gout", {"what": section("What", "Call {{emergency_number}}.", "The old text.")})
    return packs


def change(packs: PackWriter) -> None:
    for file in packs.folder.rglob("what.md"):
        file.write_text(file.read_text("utf-8").replace("The old text", "Another text"), "utf-8")


def test_settings_that_somebody_else_changes_are_on_the_next_handout(
    open_viewer: OpenViewer, clinic: Callable[[str], None], folders: Folders, gout: PackWriter
) -> None:
    clinic(CLINIC.format("911"))
    nurse = Nurse(open_viewer("--clinical", library=gout.folder))
    nurse.open()
    nurse.choose("For health workers")
    assert "Call 911" in nurse.text
    nurse.press("Close")
    clinic(CLINIC.format("112"))
    nurse.open()
    nurse.choose("For health workers")
    assert "Call 112" in nurse.text
    assert "112" in nurse.reader.text, "the page says the same"
    nurse.press("Close")
    (folders.config / "clinic.yaml").unlink()
    nurse.open()
    nurse.choose("For health workers")
    assert "your local emergency number" in nurse.text


def test_a_text_that_somebody_else_changes_is_on_the_next_handout(
    open_viewer: OpenViewer, gout: PackWriter
) -> None:
    nurse = Nurse(open_viewer("--plain", library=gout.folder))
    nurse.open()
    assert "The old text" in nurse.text
    nurse.press("Close")
    change(gout)
    nurse.open()
    assert "Another text" in nurse.text
    assert "The old text" not in nurse.text


def test_what_has_not_changed_is_not_read_again(open_viewer: OpenViewer, gout: PackWriter) -> None:
    nurse = Nurse(open_viewer("--plain", library=gout.folder))
    nurse.open()
    maker = nurse.dialog._maker
    nurse.press("Close")
    nurse.open()
    assert nurse.dialog._maker is maker


def test_a_library_that_changes_meanwhile_is_on_the_pages_at_once(
    open_viewer: OpenViewer, gout: PackWriter
) -> None:
    reader = open_viewer("--plain", library=gout.folder)
    nurse = Nurse(reader)
    nurse.open()
    change(gout)
    session = reader.window._session
    opening = session._make_desk.__self__  # type: ignore[attr-defined]
    opening.look_again(session)  # as when the index of a large library has changed
    nurse.wait()
    assert "Another text" in nurse.text


def test_what_cannot_be_made_is_not_followed_by_older_pages(
    open_viewer: OpenViewer, gout: PackWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    nurse = Nurse(open_viewer("--plain", library=gout.folder))
    nurse.open()
    dialog = nurse.dialog
    order = dialog.choices.order()
    dialog.drawing.draw(replace(order, print_size=PrintSize.LARGE))
    dialog.drawing.draw_now()  # on its way

    def gone(_: object) -> None:
        raise OrderError(Lack.SECTION, "gout", "what")

    monkeypatch.setattr(dialog._maker, "data", gone)
    dialog.drawing.draw(order)
    dialog.drawing.draw_now()
    nurse.qtbot.wait(1_000)
    assert nurse.problem.startswith("This handout could not be put together")
    assert not nurse.button("Print…").isEnabled()


@pytest.mark.parametrize("what", ["data", "blanks"])
def test_a_fault_of_ours_is_said_and_not_hidden(
    open_viewer: OpenViewer, gout: PackWriter, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    nurse = Nurse(open_viewer("--plain", library=gout.folder))
    nurse.open()

    def fails(_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(nurse.dialog._maker, what, fails)
    with capture_exceptions() as told:
        nurse.press("Letter")
        dialog = nurse.dialog
        assert not (dialog.drawing.is_current and dialog._pdf), "the old pages cannot be printed"
        nurse.wait()
    assert [kind for kind, *_ in told] == [ZeroDivisionError]
