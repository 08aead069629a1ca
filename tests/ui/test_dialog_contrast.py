"""What is painted in the dialogs: words 7:1, edges and the focus 3:1, in every theme."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from tests.conftest import OpenViewer
from tests.ui.measuring import contrast, pixels_of, rect_in, strongest_contrast
from tests.ui.nurse import Nurse
from tests.ui.test_clinic_page import opened

pytestmark = pytest.mark.slow

TEXT, PART = 7.0, 3.0
each_theme = pytest.mark.parametrize("theme", ["light", "dark", "contrast"])


def controls(dialog: QDialog) -> list[QWidget]:
    kinds = (QAbstractButton, QComboBox, QLineEdit)
    every = [w for kind in kinds for w in dialog.findChildren(kind) if w.isVisible()]
    return [w for w in every if w.isEnabled()]


def words_faults(dialog: QDialog, bring: Callable[[QWidget], None]) -> list[str]:
    """The words that cannot be read well enough."""
    found = []
    labels = [w for w in dialog.findChildren(QLabel) if w.isVisible() and w.text()]
    for widget in (*controls(dialog), *labels):
        if isinstance(widget, QToolButton):
            continue  # a drawing
        bring(widget)
        inner = rect_in(widget, dialog).adjusted(6, 6, -6, -6) & dialog.rect()
        if isinstance(widget, QLabel):
            inner = rect_in(widget, dialog) & dialog.rect()
        reached = strongest_contrast(dialog.grab().toImage(), inner)
        has_words = not isinstance(widget, QLineEdit) or bool(widget.text())
        if has_words and reached < TEXT:
            found.append(f"{widget.accessibleName() or widget.metaObject().className()} {reached}")
    return found


def edge_faults(dialog: QDialog, bring: Callable[[QWidget], None]) -> list[str]:
    """The controls whose edge, or drawing, does not stand out from what is about them."""
    found = []
    for widget in controls(dialog):
        bring(widget)
        rect = rect_in(widget, dialog).adjusted(-3, -3, 3, 3) & dialog.rect()
        if strongest_contrast(dialog.grab().toImage(), rect) < PART:
            found.append(widget.accessibleName())
    return found


def focus_faults(dialog: QDialog, bring: Callable[[QWidget], None]) -> list[str]:
    """The controls that do not show well enough that they have the focus."""
    found = []
    away = controls(dialog)[-1]
    for widget in controls(dialog):
        bring(widget)
        other = away if widget is not away else controls(dialog)[0]
        other.setFocus()
        bring(widget)
        before = dialog.grab().toImage()
        widget.setFocus(Qt.FocusReason.OtherFocusReason)  # as the program sets it
        bring(widget)
        after = dialog.grab().toImage()
        rect = rect_in(widget, dialog) & dialog.rect()
        changed = changes(before, after, rect)
        least = 2 * (rect.width() + rect.height()) * 0.8  # a line round it, less its corners
        if sum(1 for a, b in changed if contrast(a, b) >= PART) < least:
            found.append(widget.accessibleName() or widget.metaObject().className())
    return found


def changes(before: QImage, after: QImage, rect: QRect) -> Iterable[tuple[int, int]]:
    """The colours of each pixel that has changed."""
    for y in range(rect.top(), rect.bottom() + 1):
        for x in range(rect.left(), rect.right() + 1):
            one, other = before.pixel(x, y), after.pixel(x, y)
            if one != other:
                yield one, other


@each_theme
def test_the_handout_dialog(open_viewer: OpenViewer, theme: str) -> None:
    nurse = Nurse(open_viewer("--plain", "--theme", theme, size=(1280, 800)))
    nurse.open()
    nurse.choose("Chosen sections")
    nurse.choose("How much should I drink?")
    nurse.dialog.choices.blanks.fields[0].setText("two litres")
    nurse.wait()
    assert words_faults(nurse.dialog, nurse.bring) == []
    assert edge_faults(nurse.dialog, nurse.bring) == []
    assert focus_faults(nurse.dialog, nurse.bring) == []


@each_theme
def test_the_clinics_page(
    open_viewer: OpenViewer, clinic: Callable[[str], None], theme: str
) -> None:
    clinic("clinic_name: Riverside\nemergency_number: 911 or 112\npapers: a4\n")
    reader = open_viewer("--theme", theme)
    page = opened(reader)
    page.resize(700, 900)

    def bring(widget: QWidget) -> None:
        page._area.ensureWidgetVisible(widget)

    page.emergency.setText("112")
    page.phone.setText("call us")
    reader.qtbot.wait(50)  # until all have their places
    assert words_faults(page, bring) == []
    assert edge_faults(page, bring) == []
    assert focus_faults(page, bring) == []
    page.reject()


def test_a_pixel_is_compared_with_itself() -> None:
    image = QImage(2, 1, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    assert pixels_of(image, QRect(QPoint(0, 0), image.size())).most_common(1)[0][1] == 2
    assert list(changes(image, image, image.rect())) == []
