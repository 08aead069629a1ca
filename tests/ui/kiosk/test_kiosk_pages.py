"""Pages on a kiosk: their links, the way back, their looks, and what a finger does to them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication

from tests.ui.kiosk.conftest import LANDSCAPE, PORTRAIT, OpenKiosk
from tests.ui.packs import PackWriter, section
from viewer.core.pages.kiosk_pages import MORE_ID

LINKS = (
    "See [the other page](section:other), [a site](https://example.org/a), "
    "[a file](file:///etc/passwd), [a letter](mailto:a@example.org) and [a number](tel:555-0100)."
)


def test_a_page_ends_with_its_links_as_rows(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.touch("What is calciphylaxis?")
    assert "Read more" in visitor.page
    visitor.touch_row("Who can get it?")
    assert visitor.title == "Who can get it?"
    visitor.touch("Back")
    assert visitor.title == "What is calciphylaxis?"
    visitor.touch("Back")
    assert visitor.is_home


def test_the_words_of_a_page_are_explained_at_its_end(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.touch("Move safely")
    assert "A treatment that cleans the blood" in visitor.page
    visitor.touch_row("A treatment that cleans the blood")
    assert visitor.title == "Words explained"
    visitor.touch("Back")
    assert visitor.title == "How can I move safely?"


def test_no_link_leads_out(open_kiosk: OpenKiosk, packs: PackWriter) -> None:
    packs.topic(
        "topic",
        {
            "first": section("First", "", LINKS, question="First?"),
            "other": section("Other", "", "The other text.", question="Other?"),
        },
    )
    visitor = open_kiosk(library=packs.folder)
    visitor.touch("First?")
    assert "a site (https://example.org/a)" in visitor.page, "an address is shown as text"
    html = visitor.window.view.toHtml()
    for scheme in ("https:", "file:", "mailto:", "tel:"):
        assert f'href="{scheme}' not in html
    visitor.touch_words("a site")
    visitor.touch_words("a number")
    assert visitor.title == "First?"
    visitor.touch_words("the other page")
    assert visitor.title == "Other?"


def test_the_sources_of_a_page_are_text(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.touch("When do I get help right away?")
    assert "(https://www.cdc.gov/sepsis/about/index.html)" in visitor.page
    assert 'href="https:' not in visitor.window.view.toHtml()


def test_rows_are_as_high_as_a_finger_needs(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.touch("What is calciphylaxis?")
    view = visitor.window.view
    layout = view.document().documentLayout()
    cards = visitor.window._session.screen
    assert cards is not None
    assert cards.cards
    heights = []
    for frame in view.document().rootFrame().childFrames():
        anchors = frame.firstCursorPosition().block().begin()
        if not anchors.atEnd() and anchors.fragment().charFormat().anchorHref() in cards.cards:
            heights.append(layout.frameBoundingRect(frame).height())
    assert min(heights, default=88) >= 88


def test_in_portrait_every_row_can_be_brought_within_reach(
    open_kiosk: OpenKiosk, packs: PackWriter
) -> None:
    texts = {"a": section("A", "", "See [b](section:b).", question="A?")}
    texts |= {"b": section("B", "", "Short.", question="B?")}
    packs.topic("topic", texts)
    visitor = open_kiosk(library=packs.folder, size=PORTRAIT)
    visitor.touch("A?")
    view = visitor.window.view
    view.verticalScrollBar().setValue(0)
    found = view.document().find("Read more")
    top = view.viewport().mapTo(visitor.window, view.cursorRect(found).topLeft()).y()
    assert top >= PORTRAIT[1] // 2 - 4
    assert MORE_ID in view.toHtml()


def test_languages_sizes_and_contrast(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.touch("Español")
    assert visitor.title == "¿Qué le gustaría saber?"
    assert visitor.button("Español").isChecked()
    visitor.touch("Muévase con seguridad")
    size = visitor.window.view.document().defaultFont().pixelSize()
    visitor.touch("Letra más grande")
    assert visitor.window.view.document().defaultFont().pixelSize() > size
    light = visitor.window.grab().toImage().pixelColor(10, 10).lightness()
    visitor.touch("Contraste")
    assert visitor.window.grab().toImage().pixelColor(10, 10).lightness() < light / 4
    visitor.touch("English")
    assert visitor.title == "How can I move safely?"
    visitor.touch("Contrast")
    assert visitor.window.grab().toImage().pixelColor(10, 10).lightness() == light


def test_start_over_brings_everything_back(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.touch("Español")
    visitor.touch("Letra más grande")
    visitor.touch("Contraste")
    visitor.touch("Muévase con seguridad")
    visitor.touch("Empezar de nuevo")
    assert visitor.title == "What would you like to know?"
    assert visitor.window._session.percent == 100
    assert not visitor.button("Contrast").isChecked()
    assert visitor.window.view.toPlainText() == ""


@pytest.mark.slow
@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_a_page_is_written_once(open_kiosk: OpenKiosk, size: tuple[int, int]) -> None:
    """A page that is written again takes the finger off that already moves it."""
    visitor = open_kiosk(size=size)
    written: list[int] = []
    visitor.window._session.screen_changed.connect(lambda _: written.append(1))
    visitor.touch("Move safely")
    visitor.qtbot.wait(200)
    assert len(written) == 1


def test_a_finger_scrolls_and_selects_nothing(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.touch("Move safely")
    view = visitor.window.view
    visitor.drag(QPoint(500, 700), QPoint(500, 200))
    visitor.qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 100)
    assert not view.textCursor().hasSelection()
    assert visitor.title == "How can I move safely?"


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_C])
def test_nothing_is_copied(open_kiosk: OpenKiosk, key: Qt.Key) -> None:
    visitor = open_kiosk()
    QApplication.clipboard().setText("before")
    visitor.touch("Move safely")
    visitor.window.view.setFocus()
    visitor.key(key, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() in ("before", "")
    assert not visitor.window.view.textCursor().hasSelection()


def test_up_and_down_are_there_where_a_page_is_longer_than_the_screen(
    open_kiosk: OpenKiosk,
) -> None:
    visitor = open_kiosk()
    visitor.touch("Move safely")
    bar = visitor.window.view.verticalScrollBar()
    assert not visitor.button("Up").isEnabled()
    visitor.touch("Down")
    assert bar.value() > 0
    while visitor.button("Down").isEnabled():
        visitor.touch("Down")
    assert bar.value() == bar.maximum()
    visitor.touch("Up")
    assert bar.value() < bar.maximum()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("word", "found"), [("yaga", "llagas"), ("rinon", "¿A quién le puede dar?")]
)
def test_a_search_that_is_not_ready_yet_finds_it_later(
    open_kiosk: OpenKiosk, word: str, found: str
) -> None:
    """She touches All topics and types at once, as she spells it."""
    visitor = open_kiosk()
    visitor.touch("Español")
    visitor.touch("Todos los temas")
    visitor.touch_at(visitor.rect(visitor.field).center())
    for letter in word:
        visitor.touch(letter)
    assert "No se encontró nada" not in visitor.words
    visitor.qtbot.waitUntil(lambda: any(found in name for name in visitor.names))
    assert "Todavía estamos buscando" not in visitor.words


def test_no_link_of_the_sources_leads_out(open_kiosk: OpenKiosk) -> None:
    """A web address is text: underlined, it would be touched, and nothing would happen."""
    visitor = open_kiosk()
    visitor.touch("Keep your room mild")
    assert "Centers for Disease Control" in visitor.page
    assert "https://" in visitor.page
    assert "https://" not in visitor.window.view.document().toHtml().replace("(https://", "")


@pytest.mark.slow
@pytest.mark.parametrize("percent", [100, 300])
def test_on_a_wide_screen_the_page_stands_in_the_middle(
    open_kiosk: OpenKiosk, percent: int
) -> None:
    visitor = open_kiosk()
    while visitor.window._session.percent < percent:
        visitor.touch("Larger text")
    visitor.touch("Keep your room mild")
    view = visitor.window.view
    frame = view.document().rootFrame().frameFormat()
    left = frame.leftMargin()
    right = visitor.window.width() - view.viewport().width() + frame.rightMargin()
    if percent == 100:
        assert abs(left - right) < 8
    assert left >= 16


@pytest.mark.slow
@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
def test_a_list_of_languages_is_not_searched(
    open_kiosk: OpenKiosk, clinic: Callable[[str], None], size: tuple[int, int]
) -> None:
    """Its field found topics, and a touch on one of them chose no language at all."""
    clinic("languages: [en, es, fr, de, vi]\n")
    visitor = open_kiosk(size=size)
    visitor.touch("All topics")
    field = visitor.field
    field.setText("pain")
    visitor.touch("Language")
    assert not field.isVisible()
    assert {"English", "Español", "Français"} <= set(visitor.names)
    visitor.touch("Español")
    assert visitor.field.isVisible()
    assert "Inicio" in visitor.names


def test_a_page_has_its_help_where_home_has_none(
    open_kiosk: OpenKiosk, packs: PackWriter, clinic: Callable[[str], None]
) -> None:
    """As in a large library, whose topics are not on the tiles."""
    sections = {name: section(name, "", f"About {name}.") for name in ("what", "help")}
    packs.topic("named", {"what": sections["what"]})
    packs.topic("other", sections, help="help")
    clinic("kiosk:\n  topics: [named]\n")
    visitor = open_kiosk(library=packs.folder)
    visitor.touch("All topics")
    assert "Get help" not in visitor.names
    visitor.touch("Other")
    visitor.touch("what")
    visitor.touch("Get help")
    assert visitor.title == "help"


def test_a_long_sentence_stays_longer(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    shown = []
    for words in ("Your page is printed.", "No se pudo imprimir. " * 8):
        visitor.window.say(words, good=True)
        shown.append(
            max(timer.remainingTime() for timer in visitor.window.said.findChildren(QTimer))
        )
    assert shown[0] > 8_000
    assert shown[1] > 2 * shown[0]
