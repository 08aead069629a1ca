"""What a kiosk paints: words 7:1, the parts of controls and the focus 3:1, in every theme."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from tests.ui.kiosk.conftest import OpenKiosk
from tests.ui.kiosk.visitor import Visitor
from tests.ui.measuring import contrast, pixels_of, rect_in, strongest_contrast
from viewer.ui.kiosk.attract import Attract
from viewer.ui.kiosk.staff import StaffPanel
from viewer.ui.kiosk.still_there import StillThere

pytestmark = pytest.mark.slow

TEXT, PART = 7.0, 3.0
INSIDE = 12
"""Pixels that a control's edge and its ring take at most."""
each_theme = pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
SETTINGS = "kiosk:\n  printer: Front desk\n"


@pytest.fixture
def open_one(open_kiosk: OpenKiosk, clinic: Callable[[str], None]) -> Callable[[str], Visitor]:
    """A kiosk in a theme, with all that a bar can have."""
    clinic(SETTINGS)
    return lambda theme: open_kiosk("--theme", theme)


def shown(inside: QWidget) -> list[QAbstractButton]:
    """The buttons in sight that can be pressed."""
    every = inside.findChildren(QAbstractButton)
    return [b for b in every if b.isVisible() and b.isEnabled() and b.accessibleName()]


def in_sight(widget: QWidget, window: QWidget) -> QRect:
    """The part of a widget that is not scrolled away."""
    shown_part = widget.visibleRegion().boundingRect()
    return shown_part.translated(rect_in(widget, window).topLeft())


def words_faults(inside: QWidget, window: QWidget) -> list[str]:
    """The words, and drawings, that stand out too little."""
    image = window.grab().toImage()
    found = []
    labels = [w for w in inside.findChildren(QLabel) if w.isVisible() and w.text()]
    for widget in (*shown(inside), *labels):
        edge = 0 if isinstance(widget, QLabel) else INSIDE
        reached = strongest_contrast(
            image, in_sight(widget, window).adjusted(edge, edge, -edge, -edge)
        )
        words = widget.property("text") or widget.accessibleName()
        if reached < (TEXT if widget.property("text") else PART):
            found.append(f"{words}: {reached:.2f}")
    return found


def edge_faults(inside: QWidget, window: QWidget) -> list[str]:
    """The controls whose edge stands out too little from what is about them."""
    image = window.grab().toImage()
    found = []
    for button in shown(inside):
        rect = in_sight(button, window)
        middle = QRect(rect.left() - 3, rect.center().y() - 4, 18, 8) & image.rect()
        if strongest_contrast(image, middle) < PART:
            found.append(button.accessibleName())
    return found


def focus_faults(widgets: Sequence[QWidget], window: QWidget) -> list[str]:
    """The controls that show too little that they have the focus."""
    found = []
    for widget in widgets:
        window.setFocus()
        QApplication.processEvents()
        rect = in_sight(widget, window)
        before = window.grab(rect).toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert in_sight(widget, window) == rect
        after = window.grab(rect).toImage()
        around = 2 * (rect.width() + rect.height())
        if changed(before, after) < 1.6 * around:  # a line of two pixels, less its corners
            found.append(widget.accessibleName())
    return found


def changed(before: QImage, after: QImage) -> int:
    """How many pixels are clearly other than before."""
    kind = QImage.Format.Format_RGB32
    pictures = [i.convertToFormat(kind) for i in (before, after)]  # their bits go with them
    one, other = (memoryview(picture.constBits()).cast("I") for picture in pictures)
    return sum(a != b and contrast(a, b) >= PART for a, b in zip(one, other, strict=True))


@each_theme
def test_home_and_its_bar(open_one: Callable[[str], Visitor], theme: str) -> None:
    window = open_one(theme).window
    assert words_faults(window, window) == []
    assert edge_faults(window, window) == []
    assert focus_faults(shown(window), window) == []


@each_theme
def test_a_page(open_one: Callable[[str], Visitor], theme: str) -> None:
    visitor = open_one(theme)
    visitor.touch("What is calciphylaxis?")
    window, view = visitor.window, visitor.window.view
    assert words_faults(window, window) == []
    assert edge_faults(window, window) == []
    assert focus_faults(shown(window), window) == []
    bar = view.verticalScrollBar()
    image = window.grab().toImage()
    assert strongest_contrast(image, rect_in(bar, window)) >= PART
    for part in (0.0, 0.5, 1.0):
        bar.setValue(round(part * bar.maximum()))
        image = view.viewport().grab().toImage()
        block, lines = view.document().begin(), 0
        while block.isValid():
            box = view.document().documentLayout().blockBoundingRect(block)
            place = box.translated(0, -bar.value()).toAlignedRect()
            if block.text().strip("\N{NO-BREAK SPACE} ") and image.rect().contains(place):
                lines += 1
                assert strongest_contrast(image, place) >= TEXT, block.text()
            block = block.next()
        assert lines > 3


@each_theme
def test_a_link_shows_that_it_has_the_focus(open_one: Callable[[str], Visitor], theme: str) -> None:
    visitor = open_one(theme)
    visitor.touch("What is calciphylaxis?")
    view = visitor.window.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(60):
        visitor.key(Qt.Key.Key_Tab)
        if view.textCursor().selectedText() == "Who can get it?":
            break
    assert QApplication.focusWidget() is view
    cursor = view.textCursor()
    end = view.cursorRect(cursor)
    cursor.setPosition(cursor.selectionStart())
    rect = view.cursorRect(cursor).united(end)
    image = view.viewport().grab().toImage()
    assert strongest_contrast(image, rect) >= TEXT
    ground = image.pixel(rect.left() - 40, rect.center().y())
    inside = pixels_of(image, rect).most_common(1)[0][0]
    edges = pixels_of(image, rect.adjusted(-3, -3, 3, 3))
    ring = max(contrast(pixel, ground) for pixel, count in edges.items() if count > rect.width())
    assert max(contrast(inside, ground), ring) >= PART


@each_theme
def test_a_list_and_its_keyboard(open_one: Callable[[str], Visitor], theme: str) -> None:
    visitor = open_one(theme)
    visitor.touch("All topics")
    window = visitor.window
    assert words_faults(window, window) == []
    assert edge_faults(window, window) == []
    assert focus_faults(shown(window), window) == []
    field = window.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    visitor.touch_at(visitor.rect(field).center())
    visitor.touch("q")
    assert words_faults(window, window) == []
    keys = [b for b in shown(window) if b.accessibleName() in ("a", "Space", "Numbers")]
    assert focus_faults(keys, window) == []


@each_theme
def test_what_is_said_above_the_bar(open_one: Callable[[str], Visitor], theme: str) -> None:
    window = open_one(theme).window
    for good in (True, False):
        window.say("Your page is printing.", good=good)
        image = window.grab().toImage()
        rect = rect_in(window.said, window)
        assert strongest_contrast(image, rect.adjusted(8, 8, -8, -8)) >= TEXT
        assert strongest_contrast(image, QRect(rect.left() - 3, rect.center().y(), 9, 8)) >= PART


@each_theme
def test_the_question_whether_anybody_is_there(
    open_one: Callable[[str], Visitor], theme: str
) -> None:
    window = open_one(theme).window
    asks = window.findChild(StillThere)
    assert isinstance(asks, StillThere)
    asks.begin(20)
    assert words_faults(asks, window) == []
    assert strongest_contrast(window.grab().toImage(), rect_in(asks.ring, window)) >= TEXT
    asks.close_panel()


@each_theme
def test_the_staffs_page(open_one: Callable[[str], Visitor], theme: str) -> None:
    window = open_one(theme).window
    staff = window.findChild(StaffPanel)
    assert isinstance(staff, StaffPanel)
    staff.begin()
    assert words_faults(staff, window) == []
    assert edge_faults(staff, window) == []
    staff.close_panel()


@each_theme
def test_the_tiles_in_turn(open_one: Callable[[str], Visitor], theme: str) -> None:
    visitor = open_one(theme)
    window = visitor.window
    attract = window.findChild(Attract)
    assert isinstance(attract, Attract)
    attract.begin()

    def reached() -> float:
        image = window.grab().toImage()
        return strongest_contrast(image, image.rect())

    visitor.qtbot.waitUntil(lambda: reached() >= TEXT)  # it fades in
    attract.close_panel()
