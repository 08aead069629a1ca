"""What nobody may miss at a kiosk: its safety texts, when to get help, and what not to do.

The safety texts are read from the files of the shipped topic here without the program's own
reading of them.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from tests.ui.kiosk.conftest import LANDSCAPE, PORTRAIT, OpenKiosk
from tests.ui.kiosk.visitor import Visitor
from tests.ui.packs import PackWriter, section
from viewer.core.installation import find_installation
from viewer.core.level import Level
from viewer.core.pages.spoken import utterances
from viewer.core.place import PageKind, Place
from viewer.handout.order import Paper
from viewer.ui.kiosk.field import Field
from viewer.ui.kiosk.print_order import order_for
from viewer.ui.kiosk.scale import SIZES, TARGET

pytestmark = pytest.mark.slow

TOPIC = "calciphylaxis"
CONTENT = find_installation().content
NUMBERS = 'emergency_number: "061"\ncare_team_phone: (02) 555 0100\nlanguages: [en, es]\n'
LANGUAGES = {"en": "English", "es": "Español"}
UNTRANSLATED = "no está traducida"
PARTLY = "Algunas partes de esta página"
_HEADING = re.compile(r"(#+) (.*?)(?: \{: (.*)\})?$")


def shipped(language: str, content: Path = CONTENT) -> dict[str, dict[str, list[str]]]:
    """The lines of each safety text, by its section and its id, as they stand in the files."""
    files = sorted((content / TOPIC / language).glob("*.md"))
    return {file.stem: found for file in files if (found := dict(_safety(file)))}


def _safety(file: Path) -> Iterator[tuple[str, list[str]]]:
    lines: list[str] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        heading = _HEADING.match(line)
        if heading:
            lines = []
            if ".safety" in (heading[3] or ""):
                lines.append(heading[2])
                yield heading[3].split()[0].lstrip("#"), lines
        elif lines and (words := line.strip()):
            lines.append(words)


def filled(line: str, values: dict[str, str]) -> list[str]:
    """The words of a line of Markdown, as far as they stand together on a page."""
    line = re.sub(r'^(!!! \w+ "|- )|"$', "", line)
    line = re.sub(r"\[([^]]*)\]\([^)]*\)|\*+", r"\1", line)
    for name, value in values.items():
        line = line.replace(f"{{{{{name}}}}}", value)
    return [part.strip() for part in re.split(r"\{\{blank.*?\}\}", line) if part.strip(" .")]


def plain(text: str) -> str:
    return " ".join(text.replace("\ufffc", " ").split())


def section_page(visitor: Visitor, section_id: str) -> str:
    visitor.window.visit.open_row(f"section:{TOPIC}/{section_id}")
    return plain(visitor.page)


WITHOUT = {
    "en": {"emergency_number": "your local emergency number", "care_team_phone": "your care team"},
    "es": {
        "emergency_number": "número local de emergencias",
        "care_team_phone": "teléfono de su equipo de atención",
    },
}
WITH = {"emergency_number": "061", "care_team_phone": "(02) 555 0100"}


# --- safety texts -----------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("numbers", [False, True])
def test_every_safety_text_is_on_its_page_whole(
    open_kiosk: OpenKiosk, clinic: Callable[[str], None], language: str, numbers: bool
) -> None:
    clinic(NUMBERS if numbers else "languages: [en, es]\n")
    values = WITH if numbers else WITHOUT[language]
    visitor = open_kiosk()
    visitor.touch(LANGUAGES[language])
    texts = shipped(language)
    assert sum(map(len, texts.values())) >= 14
    for section_id, safety in texts.items():
        page = section_page(visitor, section_id)
        for name, lines in safety.items():
            missing = [w for line in lines for w in filled(line, values) if w not in page]
            assert missing == [], (section_id, name)


def test_a_broken_translation_hides_no_safety_text_and_the_page_says_so(
    open_kiosk: OpenKiosk, clinic: Callable[[str], None], tmp_path: Path
) -> None:
    clinic(NUMBERS)
    shutil.copytree(CONTENT, tmp_path / "library")
    spanish = tmp_path / "library" / TOPIC / "es"
    (spanish / "when-to-get-help.md").unlink()
    (spanish / "skin-and-pain.md").write_bytes(b"---\ntitle: [\xff\n---\n")
    mobility = (spanish / "mobility.md").read_text(encoding="utf-8")
    (spanish / "mobility.md").write_text(mobility.replace(" .safety", ""), encoding="utf-8")
    hydration = (spanish / "hydration.md").read_text(encoding="utf-8")
    cut, rest = hydration.split("### Su plan de líquidos")[0], hydration.split("### Con sus")[1]
    (spanish / "hydration.md").write_text(f"{cut}### Con sus{rest}", encoding="utf-8")

    visitor = open_kiosk(library=tmp_path / "library")
    visitor.touch("Español")
    for section_id, safety in shipped("en").items():
        page = section_page(visitor, section_id)
        theirs = dict(_safety(CONTENT / TOPIC / "es" / f"{section_id}.md"))
        for name, lines in safety.items():
            either = [
                all(w in page for line in text for w in filled(line, WITH))
                for text in (lines, theirs[name])
            ]
            assert any(either), (section_id, name)
    assert UNTRANSLATED in section_page(visitor, "when-to-get-help")
    assert PARTLY in section_page(visitor, "hydration")
    assert PARTLY not in section_page(visitor, "pressure")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_printed_has_the_safety_texts_of_the_page(
    open_kiosk: OpenKiosk, clinic: Callable[[str], None], language: str
) -> None:
    clinic(NUMBERS)
    visitor = open_kiosk()
    maker = visitor.window._session.desk.maker()
    for section_id, safety in shipped(language).items():
        place = Place(PageKind.SECTION, Level.PLAIN, TOPIC, section_id)
        order = order_for(place, language, 100, Paper.A4)
        assert order is not None
        paper = plain(" ".join(_words(json.loads(json.dumps(maker.data(order))))))
        for name, lines in safety.items():
            words = [w for line in lines for w in filled(line, WITH)]
            missing = [w for w in words if _bare(w) not in _bare(paper)]
            assert missing == [], (section_id, name)


def _words(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _words(value) if key != "k" else ()
    elif isinstance(data, list):
        for value in data:
            yield from _words(value)


def _bare(text: str) -> str:
    """Letters and digits alone: a run is cut where a word is set off."""
    return "".join(filter(str.isalnum, text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_that_it_is_a_draft_and_no_care_team(
    open_kiosk: OpenKiosk, clinic: Callable[[str], None], language: str
) -> None:
    clinic(NUMBERS)
    draft, disclaimer = {
        "en": ("Draft: not yet reviewed by a clinician", "It does not replace your care team."),
        "es": ("Borrador: ningún profesional clínico", "No sustituye a su equipo de atención."),
    }[language]
    visitor = open_kiosk()
    visitor.touch(LANGUAGES[language])
    note = visitor.window.home.note
    assert note.isVisible()
    assert note.property("draft") is True
    assert note.font().bold(), "it stands out as it does in the line of a laptop's window"
    assert draft in note.text()
    assert disclaimer in note.text()
    rows = [row for row in visitor.window.visit.presenter.page_list(TOPIC) if row.target]
    for row in rows:
        visitor.window.visit.open_row(row.target)
        assert visitor.title == row.text, "a row is called as its page is"
        assert draft in visitor.page, row.text
        assert disclaimer in visitor.page, row.text


# --- getting help -----------------------------------------------------------------------


@pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT])
@pytest.mark.parametrize("percent", [SIZES[0], pytest.param(SIZES[-1], marks=pytest.mark.slow)])
def test_help_is_one_touch_from_every_front(
    open_kiosk: OpenKiosk,
    clinic: Callable[[str], None],
    size: tuple[int, int],
    percent: int,
) -> None:
    clinic(NUMBERS.replace("[en, es]", "[en, es, fr, ar, de, pt]"))

    def at_home() -> None: ...

    def at_a_page() -> None:
        visitor.window.visit.open_row(f"section:{TOPIC}/mobility")

    def in_a_list() -> None:
        visitor.window.visit.open_list(TOPIC)

    def typing() -> None:
        in_a_list()
        field = visitor.window.topics.findChild(Field)
        assert isinstance(field, Field)
        field.touched.emit()
        assert not visitor.window.bar.larger.isVisible(), "the keyboard is there"

    def among_languages() -> None:
        visitor.touch("Language")

    visitor = open_kiosk(size=size)
    for go in (at_home, at_a_page, in_a_list, typing, among_languages):
        visitor.window.visit.wipe()
        visitor.window.visit._set_percent(percent)
        visitor.qtbot.wait(20)
        go()
        visitor.qtbot.waitUntil(lambda: _help_in_sight(visitor) is not None)
        button = _help_in_sight(visitor)
        assert button is not None, go.__name__
        rect = visitor.rect(button)
        assert min(rect.width(), rect.height()) >= TARGET
        visitor.touch_at(rect.center())
        assert visitor.title == "When do I get help right away?", go.__name__
        assert "Call 061 now" in plain(visitor.page)


def _help_in_sight(visitor: Visitor) -> QWidget | None:
    """What leads to help and is on the screen, all of it."""
    title = "When do I get help right away?"
    tiles = [tile for tile in visitor.window.home.tiles if tile.text() == title]
    for button in (visitor.window.bar.help, *tiles):
        shown = button.visibleRegion().boundingRect() == button.rect()
        if shown and visitor.window.rect().contains(visitor.rect(button)):
            return button
    return None


def test_while_nobody_is_there_one_touch_brings_home_and_another_help(
    open_kiosk: OpenKiosk,
) -> None:
    visitor = open_kiosk()
    attract = next(o for o in visitor.window._overlays if type(o).__name__ == "Attract")
    attract.begin()  # type: ignore[attr-defined]
    assert attract.isVisible()  # type: ignore[attr-defined]
    visitor.touch_at(visitor.window.rect().center())
    assert visitor.is_home
    visitor.touch("When do I get help right away?")
    assert "Call your local emergency number now" in visitor.page


def test_where_the_text_about_help_is_missing_the_least_is_said(
    open_kiosk: OpenKiosk, packs: PackWriter, clinic: Callable[[str], None]
) -> None:
    clinic(NUMBERS)
    helps = section("Help", "", "Call for burns.", question="Get help?")
    packs.topic("asthma", {"a": section("A", "", "Text.", question="A?")}, help="help")
    visitor = open_kiosk(library=packs.folder)
    visitor.touch("When to get help")
    assert visitor.title == "When to get help"
    assert "do not wait. Call 061." in plain(visitor.page)
    packs.topic("burns", {"help": helps}, help="help")
    visitor = open_kiosk(library=packs.folder)
    visitor.touch("Get help?")
    assert "do not wait. Call 061." in plain(visitor.page)
    assert "Call for burns." in visitor.page


def test_pages_of_several_topics_say_what_is_not_translated(
    open_kiosk: OpenKiosk, packs: PackWriter, clinic: Callable[[str], None]
) -> None:
    clinic(NUMBERS)
    texts = {"help": section("Help", "", "Call.", question="Get help?")}
    texts["heat"] = section("Heat", "", "Keep cool.", question="Heat?", care="temperature")
    for topic in ("asthma", "burns"):
        packs.topic(topic, texts, help="help")
    visitor = open_kiosk(library=packs.folder)
    visitor.touch("Español")
    for tile in ("Get help?", "Heat?"):
        visitor.touch(tile)
        assert UNTRANSLATED in visitor.page
        visitor.touch("Atrás")


# --- numbers, addresses, words ----------------------------------------------------------


def test_a_telephone_number_is_whole_and_on_one_line(
    open_kiosk: OpenKiosk, clinic: Callable[[str], None], packs: PackWriter
) -> None:
    clinic(NUMBERS)
    text = (
        "[Call us](tel:{{care_team_phone}}), or [ring 061](tel:061). See "
        "[this site](https://example.org/a/), [example.org](https://www.example.org/)."
        + "".join(
            f"\n\n{'x' * n} call +34 91 555 01 00 or {{{{care_team_phone}}}}." for n in range(24)
        )
    )
    packs.topic("topic", {"first": section("First", "", text, question="First?")})
    visitor = open_kiosk(library=packs.folder, size=(1280, 800))
    visitor.touch("First?")
    assert plain(visitor.page).startswith(
        "First? Call us ((02) 555 0100), or ring 061. "
        "See this site (https://example.org/a/), example.org."
    )
    document = visitor.window.view.document()
    visitor.window.visit.larger()
    for number in ("555 01 00", "555 0100"):
        found = document.find(number.replace(" ", "\N{NO-BREAK SPACE}"))
        while not found.isNull():
            ends = [found.selectionStart(), found.selectionEnd()]
            assert len({_line(found, at) for at in ends}) == 1
            found = document.find(number.replace(" ", "\N{NO-BREAK SPACE}"), found)


def _line(cursor: QTextCursor, at: int) -> int:
    block = cursor.document().findBlock(at)
    return int(block.layout().lineForTextPosition(at - block.position()).lineNumber())


def test_words_are_called_as_the_page_calls_them_and_never_bury_it(
    open_kiosk: OpenKiosk,
) -> None:
    visitor = open_kiosk()
    page = section_page(visitor, "etiology")
    words = page.split("Words on this page")[1]
    assert "cancer Cells that grow" in words
    assert "malignancy" not in page
    assert len(visitor.window._session.screen.cards) <= 8  # type: ignore[union-attr]

    def shows_more_words() -> bool:
        visitor.touch_row("More words")
        return visitor.title == "Words explained"

    visitor.qtbot.waitUntil(shows_more_words)  # once the page has its place
    visitor.touch("Back")
    assert visitor.title == "What can raise the risk?"


# --- what is heard ----------------------------------------------------------------------


def heard(visitor: Visitor, place: Place) -> list[str]:
    language = visitor.window.visit.language
    presenter = visitor.window.visit.presenter
    words_of = presenter._builder._words_of
    return [each.text for each in utterances(presenter.heard(place), words_of, ("061",), language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_not_is_lost_to_who_listens(open_kiosk: OpenKiosk, language: str) -> None:
    """Each item under "Do not" says for itself that it is not to be done."""
    visitor = open_kiosk()
    visitor.touch(LANGUAGES[language]) if language != "en" else None
    heading, before = {"en": ("Do not", r"Do not\b|Never\b"), "es": ("No haga esto", r"No\b")}[
        language
    ]
    lists = 0
    for file in sorted((CONTENT / TOPIC / language).glob("*.md")):
        lines = file.read_text(encoding="utf-8").splitlines()
        starts = [at for at, line in enumerate(lines) if ".dont" in line]
        said = heard(visitor, Place(PageKind.SECTION, Level.PLAIN, TOPIC, file.stem))
        for at in starts:
            items = [line for line in lines[at + 2 : at + 9] if line.startswith("- ")]
            first = said.index(heading) + 1
            assert all(re.match(before, each) for each in said[first : first + len(items)])
            lists += 1
    assert lists >= 5


def test_what_is_heard_has_no_address_and_every_digit(
    open_kiosk: OpenKiosk, clinic: Callable[[str], None], packs: PackWriter
) -> None:
    clinic(NUMBERS)
    text = "See [a site](https://example.org/a). [Ring 144](tel:144), or {{emergency_number}}."
    packs.topic("topic", {"first": section("First", "", text, question="First?")})
    visitor = open_kiosk(library=packs.folder)
    said = heard(visitor, Place(PageKind.SECTION, Level.PLAIN, "topic", "first"))
    assert said[:3] == ["First?", "See a site.", "Ring 1 4 4, or 0 6 1."]
    assert said[-3:-1] == ["Draft: not yet reviewed by a clinician", "For education."]


def test_home_is_heard_tile_by_tile(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visit = visitor.window.visit
    said = visit.presenter.said(visit.stop)
    assert said[1:3] == ("Keep your room mild", "How warm should my room be?")
    assert said[-1] == "Draft: not yet reviewed by a clinician"
