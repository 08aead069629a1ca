"""Large rows in pages: with fingers, keys, and any number of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.kiosk.stand import Finger, click, icons, stand, theme
from tests.ui.measuring import colours_of
from tests.ui.spoken import spoken
from viewer.ui.fonts import control_font
from viewer.ui.kiosk.row import Row
from viewer.ui.kiosk.row_button import RowButton, detail_pixels, words_width
from viewer.ui.kiosk.rows import Rows
from viewer.ui.kiosk.scale import TARGET

LONG = "Kidney failure and dialysis: what to expect in the first year of treatment at home"
SPANISH = "Insuficiencia renal y diálisis: qué esperar del primer año de tratamiento en casa"
ARABIC = "الفشل الكلوي وغسيل الكلى في المنزل"


def topics(count: int, text: str = "Topic", detail: str = "") -> tuple[Row, ...]:
    return tuple(Row(f"{text} {n}", f"topic:t{n}", detail) for n in range(count))


class Stand:
    """Rows in a window, and what a visitor sees of them."""

    def __init__(self, qtbot: QtBot, size: tuple[int, int], pixels: int = 27) -> None:
        self.rows = Rows(icons())
        self.rows.set_scale(theme(), pixels, 1.0)
        self.pixels = pixels
        self.asked: list[str] = []
        self.rows.row_requested.connect(self.asked.append)
        self.window = stand(qtbot, self.rows, size)

    @property
    def buttons(self) -> list[RowButton]:
        found = [b for b in self.rows.findChildren(RowButton) if b.isVisible()]
        return sorted(found, key=lambda b: b.row.target)

    @property
    def seen(self) -> list[str]:
        return [row.text for row in self.rows.in_sight]

    def pager(self, name: str) -> QPushButton:
        return next(b for b in self.rows.findChildren(QPushButton) if b.text() == name)

    @property
    def where(self) -> str:
        return next(x.text() for x in self.rows.pager.findChildren(QLabel) if x.isVisible())


def test_sixteen_thousand_cost_no_more_widgets_than_ten(qtbot: QtBot) -> None:
    one = Stand(qtbot, (1000, 700))
    one.rows.show_rows(topics(16_000))
    assert one.where == f"Page 1 of {one.rows.pages:,}"
    assert len(one.rows.findChildren(QWidget)) < 20
    while one.rows.turn(1000):
        pass
    assert one.seen[-1] == "Topic 15999"
    assert len(one.rows.findChildren(QWidget)) < 20


def test_more_and_previous_turn_the_page(qtbot: QtBot) -> None:
    one = Stand(qtbot, (1000, 700))
    one.rows.show_rows(topics(20))
    first = one.seen
    assert first[0] == "Topic 0"
    assert not one.pager("Previous").isEnabled()
    click(one.pager("More"))
    assert one.where == "Page 2 of 4"
    assert not set(one.seen) & set(first)
    click(one.pager("Previous"))
    assert one.seen == first
    for _ in range(3):
        click(one.pager("More"))
    assert one.seen[-1] == "Topic 19"
    assert not one.pager("More").isEnabled()


def test_few_rows_have_no_pager(qtbot: QtBot) -> None:
    one = Stand(qtbot, (1000, 700))
    one.rows.show_rows(topics(3))
    assert not one.rows.pager.isVisible()
    assert one.rows.pages == 1


def test_a_finger_chooses_a_row(qtbot: QtBot) -> None:
    one = Stand(qtbot, (1000, 700))
    one.rows.show_rows(topics(20))
    Finger(one.window).tap(one.buttons[1])
    assert one.asked == ["topic:t1"]
    click(one.buttons[0])
    assert one.asked == ["topic:t1", "topic:t0"]
    assert QApplication.focusWidget() not in one.buttons


@pytest.mark.parametrize("by_touch", [True, False])
def test_a_flick_turns_the_page_and_presses_nothing(qtbot: QtBot, by_touch: bool) -> None:
    one = Stand(qtbot, (1000, 700))
    one.rows.show_rows(topics(20))

    def flick(by: int) -> None:
        row = one.buttons[2]
        if by_touch:
            Finger(one.window).flick(row, by)
            return
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        middle = row.rect().center()
        QTest.mousePress(row, button, none, middle)
        for part in (2, 1):
            QTest.mouseMove(row, middle + QPoint(0, by // part))
        QTest.mouseRelease(row, button, none, middle + QPoint(0, by))

    flick(-180)
    assert one.rows.page == 2
    flick(180)
    assert one.rows.page == 1
    flick(180)
    assert one.rows.page == 1
    flick(-18)  # a finger that trembles has pressed
    assert one.rows.page == 1
    assert one.asked == ["topic:t2"]
    assert not any(button.isDown() for button in one.buttons)


def test_keys_reach_all_of_it(qtbot: QtBot) -> None:
    one = Stand(qtbot, (1000, 700))
    one.rows.show_rows(topics(20))
    per_page = len(one.seen)
    one.rows.focus_first()

    def press(key: Qt.Key) -> str:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        now = QApplication.focusWidget()
        return now.row.text if isinstance(now, RowButton) else spoken(now).name if now else ""

    keys = Qt.Key
    assert [press(keys.Key_Down) for _ in range(per_page)][-1] == f"Topic {per_page}"
    assert one.rows.page == 2
    assert press(keys.Key_Up) == f"Topic {per_page - 1}"
    assert one.rows.page == 1
    assert press(keys.Key_PageDown) == f"Topic {per_page}"
    press(keys.Key_Return)
    press(keys.Key_Space)
    assert one.asked == [f"topic:t{per_page}"] * 2
    names = [press(keys.Key_Tab) for _ in range(per_page + 1)]
    assert names[-2:] == ["Previous", "More"]
    press(keys.Key_Return)
    assert one.rows.page == 3
    press(keys.Key_Return)
    assert one.rows.page == 4
    assert QApplication.focusWidget() is one.pager("Previous")  # More has nothing more to do


def test_two_columns_are_read_down_the_first(qtbot: QtBot) -> None:
    one = Stand(qtbot, (1800, 700))
    one.rows.show_rows(topics(40))
    boxes = {button.row.text: button.geometry() for button in one.buttons}
    half = len(boxes) // 2
    assert boxes["Topic 0"].left() == boxes["Topic 1"].left()
    assert boxes["Topic 0"].top() == boxes[f"Topic {half}"].top()
    one.rows.focus_first()
    QTest.keyClick(one.buttons[0], Qt.Key.Key_Right)
    focused = QApplication.focusWidget()
    assert isinstance(focused, RowButton)
    assert focused.row.text == f"Topic {half}"


@pytest.mark.parametrize("pixels", [27, 54])
@pytest.mark.parametrize("size", [(1008, 470), (1792, 600), (1008, 290)])
@pytest.mark.parametrize("text", [LONG, SPANISH, ARABIC, "Sleep"])
def test_nothing_is_cut(qtbot: QtBot, pixels: int, size: tuple[int, int], text: str) -> None:
    one = Stand(qtbot, size, pixels)
    one.rows.show_rows(tuple(Row(text, f"topic:{n}", "Kidney failure") for n in range(30)))
    assert one.buttons
    for button in one.buttons:
        assert button.height() >= TARGET
        assert button.width() >= TARGET
        assert one.rows.rect().contains(button.geometry())
        words, detail = button.words()
        assert (" ".join(words), " ".join(detail)) == (text, "Kidney failure")
        wide = words_width(button.width(), pixels, icon=False)
        bold, plain = (
            QFontMetrics(control_font(pixels, bold=True)),
            QFontMetrics(control_font(detail_pixels(pixels))),
        )
        assert all(bold.horizontalAdvance(line) <= wide + 1 for line in words)
        high = len(words) * bold.lineSpacing() + len(detail) * plain.lineSpacing()
        assert high <= button.height()
    if one.rows.pager.isVisible():
        boxes = [button.geometry() for button in one.buttons]
        assert not any(box.intersects(one.rows.pager.geometry()) for box in boxes)
        for turn in (one.pager("Previous"), one.pager("More")):
            assert min(turn.width(), turn.height()) >= TARGET
            assert turn.width() >= turn.sizeHint().width()


def test_with_hardly_any_room_a_row_has_two_lines_before_it_is_cut(qtbot: QtBot) -> None:
    """On an upright screen, over the keyboard, in the largest letters."""
    one = Stand(qtbot, (1008, 220), 54)
    one.rows.show_rows(tuple(Row(LONG, f"topic:{n}", "Kidney failure") for n in range(30)))
    words, detail = one.buttons[0].words()
    assert (len(words), words[-1][-1], detail) == (2, "…", ["Kidney failure"])
    assert spoken(one.buttons[0]).name == f"{LONG}, Kidney failure"


def test_one_long_title_takes_no_room_from_others(qtbot: QtBot) -> None:
    one = Stand(qtbot, (1008, 470), 54)
    one.rows.show_rows((*topics(3), Row(LONG, "topic:t3"), *topics(40)))
    assert one.seen == ["Topic 0", "Topic 1", "Topic 2"]
    click(one.pager("More"))
    assert LONG in one.seen
    seen = list(one.seen)
    while one.rows.turn(1):
        seen += one.seen
    assert seen == [LONG, *(f"Topic {n}" for n in range(40))], "each row is on one page"


def test_a_title_without_end_is_cut_with_a_sign(qtbot: QtBot) -> None:
    one = Stand(qtbot, (1000, 700))
    one.rows.show_rows((Row("word " * 400, "topic:a"),))
    words, _ = one.buttons[0].words()
    assert len(words) == 3
    assert words[-1].endswith("…")


def test_the_first_row_in_sight_stays_when_there_is_less_room(qtbot: QtBot) -> None:
    one = Stand(qtbot, (1000, 700))
    one.rows.show_rows(topics(60))
    one.rows.turn(2)
    kept = one.seen[0]
    one.window.resize(1000, 300)
    qtbot.waitUntil(lambda: len(one.seen) < 3)
    assert kept in one.seen
    one.window.resize(1000, 700)
    qtbot.waitUntil(lambda: len(one.seen) > 3)
    assert kept in one.seen


def test_a_heading_cannot_be_pressed(qtbot: QtBot) -> None:
    one = Stand(qtbot, (1000, 700))
    one.rows.show_rows((Row("Care", "", heading=True), *topics(2)))
    label = next(x for x in one.rows.findChildren(QLabel) if x.text() == "Care")
    Finger(one.window).tap(label)
    assert one.asked == []
    assert [spoken(button).description for button in one.buttons] == ["1 of 2", "2 of 2"]
    one.rows.focus_first()
    QTest.keyClick(one.buttons[0], Qt.Key.Key_Return)
    assert one.asked == ["topic:t0"]


@pytest.mark.parametrize("size", [(1000, 420), (1000, 520), (1000, 620), (2000, 420), (2000, 520)])
def test_a_heading_never_ends_a_page_or_a_column(qtbot: QtBot, size: tuple[int, int]) -> None:
    one = Stand(qtbot, size)
    groups = [(Row(f"Group {n}", "", heading=True), *topics(1 + n % 3)) for n in range(9)]
    one.rows.show_rows(tuple(row for group in groups for row in group))
    assert one.rows.pages > 1
    while True:
        columns: dict[int, tuple[int, bool]] = {}
        labels = [x for x in one.rows.findChildren(QLabel) if x.text().startswith("Group")]
        for widget in (*labels, *one.buttons):
            if widget.isVisible():
                box = widget.geometry()
                lowest = columns.get(box.left(), (-1, False))
                columns[box.left()] = max(lowest, (box.top(), widget in labels))
        assert not any(heading for _, heading in columns.values()), one.where
        if not one.rows.turn(1):
            break


def test_a_screen_reader_hears_a_row_and_where_it_stands(qtbot: QtBot) -> None:
    one = Stand(qtbot, (1000, 700))
    one.rows.show_rows(topics(1_200, detail="Kidney failure"))
    heard = spoken(one.buttons[0])
    assert (heard.name, heard.description) == ("Topic 0, Kidney failure", "1 of 1,200")
    one.rows.set_language("es")
    assert spoken(one.buttons[0]).description == "1 of 1.200"


def test_right_to_left_all_of_it_is_mirrored(qtbot: QtBot) -> None:
    one = Stand(qtbot, (1800, 700))
    one.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    one.rows.show_rows(tuple(Row(ARABIC, f"topic:t{n}") for n in range(40)))
    first = one.buttons[0]
    assert first.geometry().left() > 800
    assert one.pager("Previous").mapTo(one.rows, QPoint()).x() > one.pager("More").x()
    picture = first.grab().toImage()
    ink = theme().accent
    end = QRect(first.width() - 120, 20, 90, first.height() - 40)
    middle = QRect(60, 20, 200, first.height() - 40)
    assert ink in colours_of(picture, end), "the words begin at the right"
    assert ink not in colours_of(picture, middle)
    assert ink in colours_of(picture, QRect(10, 20, 50, first.height() - 40)), "the arrow"


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_the_focus_is_to_be_seen(qtbot: QtBot, name: str) -> None:
    one = Stand(qtbot, (1000, 700))
    one.rows.set_scale(theme(name), 27, 1.0)
    one.rows.show_rows(topics(20))
    row = one.buttons[0]
    edge = QRect(100, 0, 200, 4)
    assert theme(name).focus not in colours_of(row.grab().toImage(), edge)
    one.rows.focus_first()
    assert theme(name).focus in colours_of(row.grab().toImage(), edge)
