"""The language of the window: chosen by its button, by an option, or found for the reader."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.conftest import OpenViewer, Remember
from tests.ui.packs import PackWriter, section
from tests.ui.reader import Reader
from tests.ui.sight import SPANISH
from tests.ui.spoken import Listener
from viewer.folders import Folders
from viewer.ui.reader_settings import FILE_NAME, read_settings

WriteClinic = Callable[[str], None]
PARTS = ("one", "two", "three", "four", "five")


def long_text(words: str, each: int) -> str:
    """Headings with paragraphs under them; ``each`` is how often the words stand in each."""
    return "\n\n".join(
        f"## {words} {part}\n\n{f'{words}, {part}. ' * each}\n\n{f'{part} and more. ' * each}"
        for part in PARTS
    )


@pytest.fixture
def library(packs: PackWriter) -> Path:
    """A topic in English and Spanish, and one section of it in English only."""
    english = {
        "first": section("First", "Clinical words.", "Plain words.", question="What is first?"),
        "long": section("Long", long_text("English", 60)),
        "alone": section("Alone", "Nobody has translated this."),
    }
    packs.topic("topic", english, title={"en": "Topic", "es": "Tema uno"})
    spanish = {
        "first": section("Primero", "Texto clínico.", "Texto sencillo.", question="¿Qué es esto?"),
        "long": section("Largo", long_text("Palabras españolas", 85)),
    }
    for name, text in spanish.items():
        packs.section("topic", name, text, "es")
    return packs.folder


@pytest.fixture
def start(open_viewer: OpenViewer, library: Path) -> Callable[..., Reader]:
    return lambda *arguments, **choices: open_viewer(*arguments, library=library, **choices)


Start = Callable[..., Reader]


def controls(reader: Reader) -> list[str]:
    """The names of the toolbar's controls, and of the window's other parts."""
    window = reader.window
    named = [*window.toolbar.controls, window.toolbar, window.status]
    named += [window.view, window.sidebar.view]
    hidden = (window.toolbar.help,)
    return [w.accessibleName() or getattr(w, "text", str)() for w in named if w not in hidden]


def test_another_language_is_told_by_its_own_name(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = start()
    reader.open_row("First")
    heard = Listener(monkeypatch)
    reader.choose_language("Español")
    assert heard.said == ["Español. Primero"]


def test_every_word_changes_at_once_and_the_place_is_kept(start: Start) -> None:
    reader = start()
    reader.open_row("First")
    assert "Clinical words." in reader.text
    english = controls(reader)
    reader.choose_language("Español")
    assert controls(reader) == [SPANISH[name] for name in english]
    assert "Texto clínico." in reader.text
    assert reader.title == "Primero"
    assert reader.rows == ["All of it", "Primero", "Largo", "Alone"]
    assert reader.row_shown == "Primero"
    assert reader.topic_title == "Tema uno"
    assert "Borrador" in reader.status_text
    assert "Draft" not in reader.status_text
    assert reader.window.windowTitle().startswith("Primero")
    assert "Alt+" in reader.button("Atrás").toolTip()
    assert reader.button("Atrás").toolTip().startswith("Atrás (")
    reader.choose_language("English")
    assert controls(reader) == english
    assert "Clinical words." in reader.text


def test_nothing_of_the_old_language_is_painted(start: Start) -> None:
    """All of it changes before the window paints again."""
    reader = start()
    painted: list[set[str]] = []

    def note(*_: object) -> None:
        names = controls(reader)
        painted.append({names[0], names[-1], reader.status_text[:8], reader.title})

    reader.window.toolbar.language_requested.connect(note)
    reader.choose_language("Español")
    assert painted, "directly after the click, with no event in between"
    assert painted[0] == {"Atrás", "Secciones", "Fuente: ", "Primero"}


def test_back_leads_over_the_change_of_language(start: Start) -> None:
    reader = start()
    reader.open_row("Alone")
    reader.choose_language("Español")
    reader.open_row("Largo")
    reader.press("Atrás")
    assert reader.title == "Alone"
    reader.press("Atrás")
    assert reader.title == "Primero"
    assert not reader.button("Atrás").isEnabled()


def test_the_menu_has_each_language_by_its_own_name_and_ticks_one(start: Start) -> None:
    reader = start()
    assert reader.menu_of("Language") == {"English": True, "Español": False}
    reader.choose_language("Español")
    assert reader.menu_of("Idioma") == {"English": False, "Español": True}
    themes = ["Como el sistema", "Claro", "Oscuro", "Alto contraste"]
    assert list(reader.menu_of("Colores")) == [*themes, "Espaciado…", "", "Ayuda\tF1"]


def test_the_language_is_chosen_by_keys(start: Start) -> None:
    reader = start()

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)

    QTimer.singleShot(0, choose)
    QTest.keyClick(reader.button("Language"), Qt.Key.Key_Space)
    assert reader.title == "Primero"


@pytest.mark.parametrize("part", PARTS[1:])
def test_the_same_part_of_the_text_is_at_the_top(start: Start, part: str) -> None:
    """The Spanish text is longer, so the same fraction of the page would be another part."""
    reader = start("--section", "long")
    reader.scroll_to_line(f"English {part}")
    reader.choose_language("Español")
    assert reader.line_at_top.startswith(f"Palabras españolas {part}")
    reader.choose_language("English")
    assert reader.line_at_top.startswith(f"English {part}")


def test_the_place_inside_a_part_is_kept_too(start: Start) -> None:
    reader = start("--section", "long")
    reader.scroll_to_line("three and more.")
    reader.choose_language("Español")
    assert "three and more." in reader.line_at_top


def test_the_top_of_a_page_stays_the_top(start: Start) -> None:
    reader = start("--section", "long")
    reader.choose_language("Español")
    assert reader.page.verticalScrollBar().value() == 0


def test_a_section_that_is_not_translated_says_so(start: Start) -> None:
    reader = start("--section", "alone", "--language", "es")
    assert "Esta página aún no está traducida. La ve en otro idioma." in reader.text
    assert "Nobody has translated this." in reader.text


def test_a_draft_translation_is_told_in_the_foot_and_in_the_status_line(start: Start) -> None:
    words = "Traducción en borrador: ningún traductor la ha revisado todavía"
    reader = start("--language", "es")
    assert words in reader.text
    assert words in reader.status_text
    reader.open_row("Alone")
    assert words not in reader.text
    assert words not in reader.status_text


# --- where a language comes from ---------------------------------------------------


def test_the_choice_is_remembered(start: Start, folders: Folders) -> None:
    reader = start()
    reader.choose_language("Español")
    reader.close()
    assert json.loads((folders.config / FILE_NAME).read_text("utf-8"))["language"] == "es"
    assert start().title == "Primero"


def test_an_option_counts_before_what_is_remembered_and_is_not(
    start: Start, remember: Remember, folders: Folders
) -> None:
    remember(language="es")
    reader = start("--language", "en")
    assert reader.title == "First"
    reader.close()
    assert read_settings(folders.config).language == "es"


def test_the_clinics_first_language_is_home(start: Start, clinic: WriteClinic) -> None:
    clinic("languages: [es, en]\n")
    reader = start()
    assert reader.title == "Primero"
    assert list(reader.menu_of("Idioma")) == ["Español", "English"]


def test_what_was_chosen_counts_before_the_clinics(
    start: Start, clinic: WriteClinic, remember: Remember
) -> None:
    clinic("languages: [es, en]\n")
    remember(language="en")
    assert start().title == "First"


@pytest.mark.parametrize(
    ("system", "title"),
    [
        (("es-MX", "en-US"), "Primero"),
        (("es",), "Primero"),
        (("fr-FR", "es-ES"), "Primero"),
        (("de", "fr"), "First"),
        (("C",), "First"),
        (("es_MX",), "First"),
        ((), "First"),
    ],
)
def test_else_the_systems_language_counts_if_the_library_has_it(
    start: Start, monkeypatch: pytest.MonkeyPatch, system: tuple[str, ...], title: str
) -> None:
    monkeypatch.setattr("viewer.ui.interface_language.system_languages", lambda: system)
    reader = start()
    assert reader.title == title
    assert list(reader.menu_of("Language")) == ["English", "Español"]


def test_a_library_without_english_is_read_in_its_own_language(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    packs.topic("tema", {}, language="es")
    packs.section("tema", "uno", section("Uno", "Texto."), "es")
    reader = open_viewer(library=packs.folder)
    assert reader.title == "Uno"
    assert reader.button("Idioma").isVisible()


@pytest.mark.parametrize("tag", ["es-MX", "es-419"])
def test_spanish_of_any_country_gets_spanish(start: Start, tag: str) -> None:
    reader = start("--language", tag)
    assert reader.title == "Primero"
    assert reader.button("Atrás").isVisible()
    assert "Borrador" in reader.status_text
    assert reader.menu_of("Idioma") == {"English": False, "Español": True}


def test_a_language_that_nobody_has_is_offered_while_it_is_used(start: Start) -> None:
    reader = start("--language", "fr")
    assert reader.button("Back").isVisible()
    assert "This page is not translated yet." in reader.text
    assert reader.menu_of("Language") == {"English": False, "Español": False, "Français": True}


def test_a_language_of_the_settings_that_is_none_is_left_out(
    start: Start, folders: Folders
) -> None:
    folders.config.mkdir(parents=True, exist_ok=True)
    (folders.config / FILE_NAME).write_text('{"language": "../../etc"}', "utf-8")
    assert start().title == "First"


def test_the_kept_screen_knows_its_language(start: Start, clinic: WriteClinic) -> None:
    clinic("languages: [es]\n")
    start().close()
    start().close()
    reader = start(show=False)
    assert reader.title == "Primero"
    assert reader.button("Atrás").text() == ""
    assert reader.button("Inicio").text() == "Inicio"
    reader.close()
    clinic("languages: [en]\n")
    reader = start(show=False)
    assert reader.title == "First"
    assert reader.button("Home").text() == "Home"


# --- Qt's own words ------------------------------------------------------------------


def test_qts_own_menu_and_questions_are_spanish_too(start: Start) -> None:
    reader = start("--language", "es")
    reader.page.selectAll()
    menu = reader.page.createStandardContextMenu()
    words = [action.text().split("\t")[0].replace("&", "") for action in menu.actions()]
    menu.deleteLater()
    assert words[0] == "Copiar"
    assert "Seleccionar todo" in words
    reader.window._session.web_requested.emit("https://example.org/")
    question = reader.question()
    assert question is not None
    assert question.windowTitle() == "¿Abrir una página web?"
    assert {button.text() for button in question.buttons()} == {
        "Abrir en el navegador",
        "Quedarme aquí",
    }
    question.close()


def test_english_comes_back_after_a_spanish_window(start: Start) -> None:
    start("--language", "es").close()
    assert start("--language", "en").button("Back").isVisible()


def test_who_has_chosen_no_level_begins_in_the_text_that_is_translated(
    open_viewer: OpenViewer,
) -> None:
    reader = open_viewer("--language", "es")
    assert reader.button("Plain language").isChecked()
    assert reader.title == "Cómo cuidarse en casa"
    english = open_viewer("--language", "en")
    assert not english.button("Plain language").isChecked()
    clinical = open_viewer("--language", "es", "--clinical")
    assert not clinical.button("Plain language").isChecked()
