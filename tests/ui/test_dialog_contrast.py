"""What is painted in the dialogs: words 7:1, edges and the focus 3:1, in every theme."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDialog, QLineEdit, QScrollArea, QWidget

from tests.conftest import OpenViewer
from tests.ui.nurse import Nurse
from tests.ui.painted import Seen
from tests.ui.painted_controls import all_of, focus_seen, report
from tests.ui.test_clinic_page import opened

pytestmark = pytest.mark.slow
each_theme = pytest.mark.parametrize("theme", ["light", "dark", "contrast"])


@each_theme
def test_the_handout_dialog(open_viewer: OpenViewer, theme: str) -> None:
    nurse = Nurse(open_viewer("--plain", "--theme", theme, size=(1280, 800)))
    nurse.open()
    nurse.choose("Chosen sections")
    nurse.choose("How much should I drink?")
    nurse.dialog.choices.blanks.fields[0].setText("two litres")
    nurse.wait()
    area = nurse.dialog.findChildren(QScrollArea)[0].verticalScrollBar()
    for part in (0, area.maximum() // 2, area.maximum()):
        area.setValue(part)
        report(theme, f"handout at {part}", all_of(nurse.dialog))
    report(theme, "handout, focus", dialog_focus(nurse.dialog, nurse.bring))


def dialog_focus(dialog: QDialog, bring: Callable[[QWidget], None]) -> list[Seen]:
    """The focus on each control of a dialog, scrolled to."""
    kinds = (QAbstractButton, QLineEdit, QComboBox)
    every = [w for kind in kinds for w in dialog.findChildren(kind)]
    controls = [w for w in every if w.isVisible() and w.isEnabled()]
    return focus_seen(controls, dialog, controls[0], bring)


@each_theme
def test_the_clinics_page(
    open_viewer: OpenViewer, clinic: Callable[[str], None], theme: str
) -> None:
    clinic("clinic_name: Riverside\nemergency_number: 911 or 112\npapers: a4\n")
    reader = open_viewer("--theme", theme)
    page = opened(reader)
    page.resize(700, 900)
    page.emergency.setText("112")
    page.phone.setText("call us")
    reader.qtbot.wait(50)  # until all have their places
    bar = page._area.verticalScrollBar()
    for part in (0, bar.maximum() // 2, bar.maximum()):
        bar.setValue(part)
        report(theme, f"settings at {part}", all_of(page))
    report(theme, "settings, focus", dialog_focus(page, page._area.ensureWidgetVisible))
    page.done(0)
