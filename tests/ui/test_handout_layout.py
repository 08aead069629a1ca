"""The handout dialog has room for its words in every size, window and direction."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from tests.conftest import OpenViewer, Remember
from tests.ui.nurse import Nurse

pytestmark = pytest.mark.slow

LEAST = 44
SIZES = [(1280, 800, 100), (800, 600, 200), (1280, 800, 300), (320, 480, 100), (320, 480, 300)]


def controls(nurse: Nurse) -> list[QWidget]:
    kinds = (QAbstractButton, QComboBox, QLineEdit)
    found = [w for kind in kinds for w in nurse.dialog.findChildren(kind) if w.isVisible()]
    return [w for w in found if w.accessibleName()]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("width", "height", "percent"), SIZES)
def test_every_control_can_be_seen_whole(
    open_viewer: OpenViewer,
    remember: Remember,
    width: int,
    height: int,
    percent: int,
    language: str,
) -> None:
    remember(text_percent=percent, language=language)
    nurse = Nurse(open_viewer("--plain", size=(width, height)))
    nurse.reader.window.toolbar.handout.click()
    nurse.wait()
    nurse.dialog.choices.what.pills[-1].click()
    dialog = nurse.dialog
    assert dialog.width() <= width
    assert dialog.height() <= height
    nurse.qtbot.waitUntil(lambda: all(t.isVisible() for t in dialog.choices.ticks.values()))
    nurse.qtbot.wait(50)
    for control in controls(nurse):
        name = control.accessibleName()
        assert control.height() >= LEAST, name
        assert control.width() >= LEAST, name
        nurse.bring(control)
        left = control.mapTo(dialog, QPoint()).x()
        assert left >= 0, name
        assert left + control.width() <= dialog.width(), name
        if isinstance(control, QAbstractButton):
            needed = control.fontMetrics().size(0, control.text())
            assert control.contentsRect().width() >= needed.width(), name
            assert control.height() >= needed.height(), name


def test_the_choices_stand_beside_the_pages_or_above_them(
    open_viewer: OpenViewer, remember: Remember
) -> None:
    nurse = Nurse(open_viewer("--plain", size=(1280, 800)))
    nurse.open()
    dialog = nurse.dialog

    def place(widget: QWidget) -> QPoint:
        return widget.mapTo(dialog, QPoint())

    assert place(dialog.preview).x() >= dialog.choices.width()
    dialog.resize(400, 600)
    nurse.qtbot.waitUntil(lambda: place(dialog.preview).x() < 20)
    assert place(dialog.preview).y() >= place(dialog.choices).y() + dialog.choices.height()
    assert dialog.choices.isVisible()
    dialog.resize(1000, 600)
    nurse.qtbot.waitUntil(lambda: place(dialog.preview).x() >= dialog.choices.width())


def test_arabic_runs_from_the_right(
    open_viewer: OpenViewer, remember: Remember, clinic: Callable[[str], None]
) -> None:
    clinic("languages: [ar, en]\n")
    nurse = Nurse(open_viewer("--plain", "--language", "ar", size=(1280, 800)))
    nurse.reader.window.toolbar.handout.click()
    nurse.wait()
    dialog = nurse.dialog
    assert dialog.isRightToLeft()
    assert dialog.choices.mapTo(dialog, QPoint()).x() > dialog.width() // 2
    assert nurse.problem == ""
