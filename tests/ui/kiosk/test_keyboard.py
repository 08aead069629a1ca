"""The keyboard on the screen: its letters, its sizes, and two quick thumbs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.kiosk.stand import INSTALLATION, Finger, click, icons, stand, theme
from tests.ui.spoken import spoken
from viewer.core.keyboards import DELETE, keyboard_layout
from viewer.ui.interface_language import use_language
from viewer.ui.kiosk.key import Key
from viewer.ui.kiosk.keyboard import Keyboard
from viewer.ui.kiosk.scale import TARGET

LANGUAGES = ("en", "es", "fr", "ar")
ALPHABETS = {
    "en": "abcdefghijklmnopqrstuvwxyz",
    "es": "abcdefghijklmnñopqrstuvwxyz",
    "fr": "abcdefghijklmnopqrstuvwxyzç",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىء",
}
UPRIGHT, LYING = 1012, 1796
"""Pixels of width that the panel gives it."""


class Stand:
    """A keyboard in a window, and what was typed on it."""

    def __init__(
        self, qtbot: QtBot, language: str = "en", width: int = UPRIGHT, pixels: int = 27
    ) -> None:
        self.keyboard = Keyboard(icons(), INSTALLATION.keyboards, language)
        self.keyboard.set_scale(theme(), pixels, 1.0)
        self.said: list[str] = []
        self.keyboard.typed.connect(self.said.append)
        self.keyboard.deleted.connect(lambda: self.said.append("<delete>"))
        self.keyboard.cleared.connect(lambda: self.said.append("<clear>"))
        self.keyboard.hidden.connect(lambda: self.said.append("<hide>"))
        size = self.keyboard.size_within(width)
        self.window = stand(qtbot, self.keyboard, (size.width(), size.height()))

    @property
    def keys(self) -> list[Key]:
        return [key for key in self.keyboard.findChildren(Key) if key.isVisible()]

    def key(self, name: str) -> Key:
        return next(key for key in self.keys if spoken(key).name == name)

    def face(self, key: Key) -> QRect:
        return key.face.translated(key.pos())


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    use_language(INSTALLATION.translations, "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [UPRIGHT, LYING])
@pytest.mark.parametrize("pixels", [27, 54])
def test_keys_are_large_and_leave_no_gap_for_a_finger(
    qtbot: QtBot, language: str, width: int, pixels: int
) -> None:
    one = Stand(qtbot, language, width, pixels)
    for name in ("Numbers", "Letters"):
        for key in one.keys:
            assert min(key.face.width(), key.face.height()) >= TARGET, spoken(key).name
            assert key.rect().contains(key.face)
            metrics = QFontMetrics(key.font())
            assert metrics.horizontalAdvance(key.text()) <= key.face.width() - 8, key.text()
            assert metrics.height() <= key.face.height()
        for a, b in combinations(one.keys, 2):
            assert not a.geometry().intersects(b.geometry())
        covered = sum(key.width() * key.height() for key in one.keys)
        assert covered == one.keyboard.width() * one.keyboard.height()
        click(one.key(name))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_of_the_language_is_there(qtbot: QtBot, language: str) -> None:
    one = Stand(qtbot, language)
    for letter in ALPHABETS[language]:
        click(one.key(letter))
    assert "".join(one.said) == ALPHABETS[language]


def test_the_layout_is_that_of_the_nearest_language(qtbot: QtBot) -> None:
    folder = INSTALLATION.keyboards
    assert keyboard_layout(folder, "es-MX") == keyboard_layout(folder, "es")
    assert keyboard_layout(folder, "zh-Hant") == keyboard_layout(folder, "en")
    one = Stand(qtbot)
    assert "ñ" not in [key.text() for key in one.keys]
    one.keyboard.set_language("es-419")
    click(one.key("ñ"))
    one.keyboard.set_language("zh")
    assert "ñ" not in [key.text() for key in one.keys]
    click(one.key("q"))
    assert one.said == ["ñ", "q"]


def test_the_other_keys(qtbot: QtBot) -> None:
    one = Stand(qtbot)
    click(one.key("Numbers"))
    for digit in "0123456789-":
        click(one.key(digit))
    click(one.key("Delete one letter"))
    click(one.key("Letters"))
    for name in ("Space", "Delete one letter", "Clear all", "Hide keyboard"):
        click(one.key(name))
    ends = ["<delete>", " ", "<delete>", "<clear>", "<hide>"]
    assert one.said == [*"0123456789-", *ends]


def test_an_accent_is_for_the_next_letter(qtbot: QtBot) -> None:
    one = Stand(qtbot, "es")
    accent = one.key("Accent on the next letter")
    click(accent)
    assert {"á", "é", "í", "ó", "ú"} <= {key.text() for key in one.keys}, "the keys say so"
    click(one.key("é"))
    click(one.key("e"))
    click(accent)
    click(one.key("n"))  # has none
    click(accent)
    click(accent)  # a second press takes it back
    click(one.key("a"))
    assert one.said == ["é", "e", "n", "a"]


def test_two_thumbs_lose_no_letter(qtbot: QtBot) -> None:
    """Each comes down before the other has gone up."""
    one = Stand(qtbot)
    word = "calciphylaxis treatment"
    fingers = [Finger(one.window), Finger(one.window)]
    held: Finger | None = None
    for at, letter in enumerate(word):
        finger = fingers[at % 2]
        finger.press(one.key("Space" if letter == " " else letter))
        if held is not None:
            held.release()
        held = finger
    assert held is not None
    held.release()
    assert "".join(one.said) == word
    assert not any(key.isDown() for key in one.keys)


def test_two_fingers_at_once_on_one_key_and_on_two(qtbot: QtBot) -> None:
    one = Stand(qtbot)
    a, b, c = (Finger(one.window) for _ in range(3))
    a.press(one.key("s"))
    b.press(one.key("s"))
    c.press(one.key("o"))
    for finger in (b, a, c):
        finger.release()
    assert one.said == ["s", "s", "o"]
    assert not any(key.isDown() for key in one.keys)


def test_a_tap_beside_a_key_is_a_tap_on_it(qtbot: QtBot) -> None:
    one = Stand(qtbot)
    a, z = one.key("a"), one.key("z")
    Finger(one.window).tap(one.keyboard, a.pos())
    Finger(one.window).tap(one.keyboard, z.pos())
    assert one.said == ["a", "z"]


def test_quick_clicks_count_each(qtbot: QtBot) -> None:
    one = Stand(qtbot)
    for _ in range(3):
        click(one.key("l"))
    QTest.mouseDClick(one.key("l"), Qt.MouseButton.LeftButton)
    assert one.said == ["l"] * 4


@pytest.mark.parametrize("by_touch", [True, False])
def test_delete_repeats_while_it_is_held(qtbot: QtBot, by_touch: bool) -> None:
    one = Stand(qtbot)
    key, finger = one.key("Delete one letter"), Finger(one.window)
    if by_touch:
        finger.press(key)
    else:
        QTest.mousePress(key, Qt.MouseButton.LeftButton)
    assert one.said == ["<delete>"]
    qtbot.waitUntil(lambda: len(one.said) >= 4, timeout=3000)
    if by_touch:
        finger.release()
    else:
        QTest.mouseRelease(key, Qt.MouseButton.LeftButton)
    count = len(one.said)
    qtbot.wait(250)  # nothing more comes: there is no condition to wait for
    assert len(one.said) == count
    assert not key.isDown()


def test_a_finger_that_slides_off_hide_has_not_pressed_it(qtbot: QtBot) -> None:
    one = Stand(qtbot)
    finger = Finger(one.window)
    finger.press(one.key("Hide keyboard"))
    finger.move(one.key("q").geometry().center() - one.key("Hide keyboard").geometry().center())
    finger.release()
    assert one.said == []
    finger.tap(one.key("Hide keyboard"))
    assert one.said == ["<hide>"]


def test_keys_leave_the_focus_in_the_field(qtbot: QtBot) -> None:
    one = Stand(qtbot)
    field = QLineEdit(one.window)
    field.show()
    field.setFocus()
    click(one.key("q"))
    Finger(one.window).tap(one.key("w"))
    assert QApplication.focusWidget() is field
    assert one.said == ["q", "w"]


def test_what_is_held_when_it_is_hidden_is_let_go(qtbot: QtBot) -> None:
    one = Stand(qtbot)
    finger = Finger(one.window)
    finger.press(one.key("Delete one letter"))
    one.keyboard.hide()
    finger.release()
    count = len(one.said)
    one.keyboard.show()
    qtbot.wait(650)  # longer than a key takes to repeat
    assert len(one.said) == count
    assert not any(key.isDown() for key in one.keys)


def test_keys_have_spoken_names_in_the_language_shown(qtbot: QtBot) -> None:
    one = Stand(qtbot, "es")
    use_language(INSTALLATION.translations, "es")
    one.keyboard.retranslate()
    names = {spoken(key).name for key in one.keys}
    assert {"Espacio", "Borrar una letra", "Borrar todo", "Ocultar el teclado"} <= names
    assert all(names)


def test_arabic_letters_lie_as_on_a_desk(qtbot: QtBot) -> None:
    use_language(INSTALLATION.translations, "ar")
    assert QGuiApplication.isRightToLeft()
    one = Stand(qtbot, "ar")
    assert one.key("ض").x() < one.key("ص").x() < one.key("ج").x()
    assert DELETE not in {key.text() for key in one.keys}
