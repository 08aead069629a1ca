"""All topics: heading, field, rows and keyboard, upright and lying."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QDragEnterEvent,
    QGuiApplication,
    QKeyEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.kiosk.stand import BAR, INSTALLATION, LYING, UPRIGHT, Finger, click, icons, stand
from tests.ui.kiosk.stand import theme as theme_named
from tests.ui.kiosk.traces import words_of
from tests.ui.measuring import rect_in
from tests.ui.spoken import Listener, spoken
from viewer.ui.interface_language import use_language
from viewer.ui.kiosk.field import MOST_LETTERS
from viewer.ui.kiosk.key import Key
from viewer.ui.kiosk.row import Row
from viewer.ui.kiosk.row_button import RowButton
from viewer.ui.kiosk.scale import TARGET
from viewer.ui.kiosk.topics import TopicsPanel

TITLES = ("Calciphylaxis", "Low blood pressure", "Bed sores", "Eating with kidney disease")
TOPICS = tuple(Row(f"{TITLES[n % 4]} {n}", f"topic:t{n}") for n in range(200))
ARABIC = tuple(Row("الفشل الكلوي", f"topic:t{n}") for n in range(200))


class Stand:
    """The panel in a kiosk's window, with a search as simple as can be."""

    def __init__(
        self,
        qtbot: QtBot,
        size: tuple[int, int] = LYING,
        pixels: int = 27,
        language: str = "en",
        theme: str = "light",
    ) -> None:
        use_language(INSTALLATION.translations, language)
        self.panel = TopicsPanel(icons(), INSTALLATION.keyboards)
        self.panel.set_language(language)
        self.panel.set_scale(theme_named(theme), pixels, 1.0)
        self.panel.show_rows("All topics", ARABIC if language == "ar" else TOPICS)
        self.searched: list[str] = []
        self.asked: list[str] = []
        self.panel.searched.connect(self._search)
        self.panel.row_requested.connect(self.asked.append)
        self.window = stand(qtbot, self.panel, size, bar=BAR if size == UPRIGHT else 120)
        self.finger = Finger(self.window)

    def _search(self, text: str) -> None:
        self.searched.append(text)
        found = [row for row in TOPICS if text.lower() in row.text.lower()]
        if text.strip():
            self.panel.show_results(found)

    @property
    def field(self) -> QLineEdit:
        return next(iter(self.panel.findChildren(QLineEdit)))

    @property
    def keys(self) -> list[Key]:
        return [key for key in self.panel.findChildren(Key) if key.isVisible()]

    @property
    def rows(self) -> list[RowButton]:
        return [row for row in self.panel.findChildren(RowButton) if row.isVisible()]

    @property
    def words(self) -> list[str]:
        labels = [label for label in self.panel.findChildren(QLabel) if label.isVisible()]
        return [label.text() for label in labels if label.text()]

    @property
    def controls(self) -> list[QWidget]:
        buttons = self.panel.findChildren(QAbstractButton)
        return [it for it in (*buttons, self.field) if it.isVisible()]

    def button(self, name: str) -> QAbstractButton:
        return next(b for b in self.panel.findChildren(QAbstractButton) if spoken(b).name == name)

    def type(self, text: str) -> None:
        for letter in text:
            self.finger.tap(self.button("Space" if letter == " " else letter))


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    use_language(INSTALLATION.translations, "en")
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        QGuiApplication.clipboard().clear(mode)


# --- searching ------------------------------------------------------------------------


def test_a_visitor_searches_and_chooses(qtbot: QtBot) -> None:
    one = Stand(qtbot)
    assert not one.keys
    before = len(one.rows)
    one.finger.tap(one.field)
    assert one.keys
    assert len(one.rows) < before
    one.type("bed s")
    assert one.field.text() == "bed s"
    assert one.searched == ["b", "be", "bed", "bed ", "bed s"]
    assert "50 found" in one.words
    assert all("Bed sores" in row.row.text for row in one.rows)
    one.finger.tap(one.rows[0])
    assert one.asked == ["topic:t2"]
    assert not one.keys, "the keyboard goes when a row is chosen"


def test_nothing_found_is_said_to_eyes_and_ears(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    listener = Listener(monkeypatch)
    one = Stand(qtbot)
    one.finger.tap(one.field)
    one.type("zz")
    assert "Nothing found. Try fewer letters." in one.words
    assert not one.rows
    listener.wait_for("Nothing found", qtbot)
    one.finger.tap(one.button("Delete one letter"))
    one.finger.tap(one.button("Delete one letter"))
    assert one.field.text() == ""
    assert one.rows[0].row == TOPICS[0], "all topics are back"
    assert not any("ound" in words for words in one.words)


def test_the_clear_button_and_the_clear_key(qtbot: QtBot) -> None:
    one = Stand(qtbot)
    assert not one.button("Clear the search").isVisible()
    for name in ("Clear the search", "Clear all"):
        one.finger.tap(one.field)
        one.type("bed")
        one.finger.tap(one.button(name))
        assert one.field.text() == ""
        assert one.searched[-1] == ""
        assert one.rows[0].row == TOPICS[0]


def test_hide_and_a_touch_bring_the_keyboard_and_take_it(qtbot: QtBot) -> None:
    one = Stand(qtbot)
    one.finger.tap(one.field)
    one.finger.tap(one.button("Hide keyboard"))
    assert not one.keys
    assert QApplication.focusWidget() is one.field
    one.finger.tap(one.field)
    assert one.keys
    QTest.keyClick(one.field, Qt.Key.Key_Escape)
    assert not one.keys


def test_an_answer_that_comes_late_is_not_shown(qtbot: QtBot) -> None:
    one = Stand(qtbot)
    one.panel.show_results(TOPICS[:1], "1 found")
    assert one.rows[0].row == TOPICS[0]
    assert len(one.rows) > 1


def test_forget_wipes_what_a_visitor_left(qtbot: QtBot) -> None:
    one = Stand(qtbot)
    click(one.button("More"))
    one.finger.tap(one.field)
    one.type("bed")
    one.panel.forget()
    assert one.field.text() == ""
    assert not one.field.isUndoAvailable()
    assert not one.keys
    assert not one.rows
    assert TOPICS[0].text not in words_of(one.panel)
    assert not any("found" in words for words in one.words)
    assert QApplication.focusWidget() is not one.field
    assert one.searched[-1] == "bed", "wiping asks for nothing"


def test_keys_of_a_real_keyboard(qtbot: QtBot) -> None:
    one = Stand(qtbot)
    one.button("More").setFocus()
    assert not one.keys
    one.field.setFocus(Qt.FocusReason.OtherFocusReason)
    assert not one.keys, "a panel that comes into sight may be given the focus"
    one.button("More").setFocus()
    one.field.setFocus(Qt.FocusReason.TabFocusReason)
    assert one.keys, "the focus brings the keyboard too"
    QTest.keyClicks(one.field, "Bd")
    QTest.keyClick(one.field, Qt.Key.Key_Left)
    QTest.keyClicks(one.field, "ex")
    QTest.keyClick(one.field, Qt.Key.Key_Backspace)
    assert one.field.text() == "Bed"
    QTest.keyClick(one.field, Qt.Key.Key_Home)
    QTest.keyClick(one.field, Qt.Key.Key_Delete)
    QTest.keyClick(one.field, Qt.Key.Key_End)
    QTest.keyClicks(one.field, "!")
    assert one.field.text() == "ed!"
    QTest.keyClick(one.field, Qt.Key.Key_Backspace)
    QTest.keyClick(one.field, Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert isinstance(focused, RowButton)
    assert not one.keys
    QTest.keyClick(focused, Qt.Key.Key_Return)
    assert one.asked == [TOPICS[2].target]


# --- the field gives nothing away ----------------------------------------------------------


def clipboards() -> list[str]:
    board = QGuiApplication.clipboard()
    modes = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)
    return [board.text(mode) for mode in modes if mode.value == 0 or board.supportsSelection()]


def test_nothing_is_ever_selected(qtbot: QtBot) -> None:
    one = Stand(qtbot)
    one.finger.tap(one.field)
    one.type("calci")
    field, left = one.field, Qt.MouseButton.LeftButton
    QTest.mouseDClick(field, left, Qt.KeyboardModifier.NoModifier, QPoint(20, 20))
    QTest.mouseClick(field, left, Qt.KeyboardModifier.NoModifier, QPoint(20, 20))
    assert not field.hasSelectedText()
    QTest.mousePress(field, left, Qt.KeyboardModifier.NoModifier, QPoint(4, 20))
    QTest.mouseMove(field, QPoint(300, 20))
    assert not field.hasSelectedText()
    QTest.mouseRelease(field, left, Qt.KeyboardModifier.NoModifier, QPoint(300, 20))
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(field, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert not field.hasSelectedText()
    field.selectAll()
    assert not field.hasSelectedText()
    one.panel.setFocus()
    field.setFocus(Qt.FocusReason.TabFocusReason)
    assert not field.hasSelectedText()
    assert not any(clipboards())


CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
SHORTCUTS = (
    *((key, CONTROL) for key in (Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_V, Qt.Key.Key_K)),
    *((key, CONTROL) for key in (Qt.Key.Key_U, Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_Insert)),
    (Qt.Key.Key_Z, CONTROL | SHIFT),
    *((key, SHIFT) for key in (Qt.Key.Key_Insert, Qt.Key.Key_Delete, Qt.Key.Key_F10)),
    *((key, PLAIN) for key in (Qt.Key.Key_Copy, Qt.Key.Key_Cut, Qt.Key.Key_Paste)),
    *((key, PLAIN) for key in (Qt.Key.Key_Undo, Qt.Key.Key_Redo, Qt.Key.Key_Menu)),
)


def test_no_key_copies_pastes_or_undoes(qtbot: QtBot) -> None:
    one = Stand(qtbot)
    one.finger.tap(one.field)
    one.type("bed")
    one.finger.tap(one.button("Delete one letter"))
    QGuiApplication.clipboard().setText("secret")
    for key, modifier in SHORTCUTS:
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(one.field, QKeyEvent(kind, key, modifier))
        assert one.field.text() == "be", key
        assert clipboards()[0] == "secret", key
        assert QApplication.activePopupWidget() is None, key


def test_no_undo_no_menu_no_drop_no_middle_button(qtbot: QtBot) -> None:
    one = Stand(qtbot)
    one.finger.tap(one.field)
    one.type("bed")
    one.finger.tap(one.button("Clear all"))
    one.type("so")
    assert not one.field.isUndoAvailable()
    assert not one.field.isRedoAvailable()
    one.field.undo()
    assert one.field.text() == "so"
    board = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        board.setText("secret", mode)
    QTest.mouseClick(one.field, Qt.MouseButton.MiddleButton)
    QTest.mouseClick(one.field, Qt.MouseButton.RightButton)
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        at = QPoint(9, 9)
        asked = QContextMenuEvent(reason, at, one.field.mapToGlobal(at))
        QApplication.sendEvent(one.field, asked)
    assert QApplication.activePopupWidget() is None
    data = QMimeData()
    data.setText("secret")
    none = Qt.KeyboardModifier.NoModifier
    drag = QDragEnterEvent(
        QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none
    )
    QApplication.sendEvent(one.field, drag)
    assert not one.field.acceptDrops()
    assert one.field.text() == "so"


def test_a_hundred_letters_are_enough(qtbot: QtBot) -> None:
    one = Stand(qtbot)
    one.finger.tap(one.field)
    QTest.keyClicks(one.field, "ab" * 60)
    assert len(one.field.text()) == MOST_LETTERS == 100


def test_two_thumbs_type_while_a_palm_rests_on_the_panel(qtbot: QtBot) -> None:
    one = Stand(qtbot, UPRIGHT)
    one.finger.tap(one.field)
    palm, a, b = (Finger(one.window) for _ in range(3))
    palm.press(one.panel, QPoint(500, 700))
    a.press(one.button("s"))
    b.press(one.button("o"))
    a.release()
    a.press(one.button("r"))
    b.release()
    b.press(one.button("e"))
    a.release()
    b.release()
    palm.release()
    assert one.field.text() == "sore"
    assert one.asked == []


# --- where all stands -----------------------------------------------------------------------


def texts_of(window: QWidget) -> list[QLabel]:
    return [label for label in window.findChildren(QLabel) if label.isVisible() and label.text()]


@pytest.mark.slow
@pytest.mark.parametrize("size", [LYING, UPRIGHT])
@pytest.mark.parametrize("pixels", [27, 54])
@pytest.mark.parametrize("language", ["es", "ar"])
@pytest.mark.parametrize("typing", [False, True])
def test_all_is_in_its_place(
    qtbot: QtBot, size: tuple[int, int], pixels: int, language: str, typing: bool
) -> None:
    one = Stand(qtbot, size, pixels, language)
    if typing:
        one.finger.tap(one.field)
        one.field.insert("e")
    assert bool(one.keys) is typing
    assert one.rows
    room = QRect(QPoint(), one.panel.size())
    for control in one.controls:
        box = rect_in(control, one.panel)
        assert room.contains(box), spoken(control).name
        if size == UPRIGHT:
            assert rect_in(control, one.window).top() >= size[1] // 2, spoken(control).name
        if isinstance(control, QAbstractButton):
            face = control.face.size() if isinstance(control, Key) else control.size()
            assert min(face.width(), face.height()) >= TARGET, spoken(control).name
    for label in texts_of(one.panel):
        assert room.contains(rect_in(label, one.panel))
        assert label.height() >= label.heightForWidth(label.width()), label.text()
    if size == UPRIGHT:  # the heading is beside what it names, not at the far end of the screen
        lowest = max(rect_in(label, one.panel).bottom() for label in texts_of(one.panel)[:1])
        assert rect_in(one.field, one.panel).top() - lowest < 6 * pixels
    parts = [it for it in one.panel.children() if isinstance(it, QWidget) and it.isVisible()]
    boxes = [part.geometry() for part in parts if part.objectName() or not part.isHidden()]
    for number, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in boxes[number + 1 :])


def test_in_arabic_all_is_mirrored_but_the_letters(qtbot: QtBot) -> None:
    one = Stand(qtbot, LYING, language="ar")
    one.finger.tap(one.field)
    one.type("كل")
    assert one.field.text() == "كل"
    clear = rect_in(one.button("Clear the search"), one.panel)
    assert clear.right() < one.panel.width() // 4
    assert one.field.cursorRect().left() > one.field.width() - 200
    more, previous = (rect_in(one.button(name), one.panel) for name in ("More", "Previous"))
    assert more.right() < previous.left()


def test_in_spanish_it_speaks_spanish(qtbot: QtBot) -> None:
    one = Stand(qtbot, language="es")
    assert spoken(one.field).name == "Buscar"
    one.finger.tap(one.field)
    one.type("ñ")
    assert "No se encontró nada. Pruebe con menos letras." in one.words
    one.finger.tap(one.button("Borrar todo"))
    assert "Página 1 de 50" in one.words
    one.type("ed")
    assert "Resultados: 50" in one.words
    use_language(INSTALLATION.translations, "en")
    one.panel.set_language("en")
    one.panel.show_rows("Every topic", TOPICS)
    assert one.searched[-2:] == ["ed", "ed"], "what was typed is searched for again"
    assert {"Every topic", "50 found", "Page 1 of 13"} <= set(one.words)
    assert "ñ" not in [key.text() for key in one.keys]


def test_the_same_list_again_stays_where_it_was(qtbot: QtBot) -> None:
    one = Stand(qtbot)
    click(one.button("More"))
    seen = [row.row for row in one.rows]
    one.panel.show_rows("All topics", tuple(TOPICS))
    assert [row.row for row in one.rows] == seen


def test_a_finger_on_the_lens_or_the_edge_means_the_field(qtbot: QtBot) -> None:
    one = Stand(qtbot)
    box = one.field.parentWidget()
    assert box is not None
    assert box.height() >= TARGET
    assert one.field.height() >= TARGET - 4
    for at in (QPoint(30, box.height() // 2), QPoint(box.width() // 2, 1)):
        one.finger.tap(box, at)
        assert one.keys
        assert QApplication.focusWidget() is one.field
        one.finger.tap(one.button("Hide keyboard"))
