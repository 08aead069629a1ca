"""On every screen of the laptop, at every size: nothing is cut or covered, and a finger hits it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QTextBrowser, QWidget

from tests.conftest import OpenViewer, Remember
from tests.core.shelf import GOOD
from tests.ui.nurse import Nurse
from tests.ui.packs import PackWriter, section
from tests.ui.reader import Reader
from tests.ui.room import faults, menu_faults, settle
from viewer.ui.clinic_page import ClinicPage
from viewer.ui.index_bar import IndexBar
from viewer.ui.listening_bar import ListeningBar
from viewer.ui.metrics import SPACINGS, TextSpacing

pytestmark = pytest.mark.slow

Look = Callable[[str, QWidget | None], None]
SIZES = [(320, 640), (320, 320), (800, 600), (1280, 800)]
LONG = "Pneumonoultramicroscopic lung disease of people who work in mines"
SHORT = "clinic_name: Riverside Kidney Care\nemergency_number: '112'\n"


class Looker:
    """Looks at one screen after the other, and keeps what is wrong with each."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.window = reader.window
        self.found: list[str] = []
        self.shares: dict[str, float] = {}

    def look(self, what: str, inside: QWidget | None = None) -> None:
        """Look at the window, or at a part of it or a dialog."""
        session = self.window._session
        self.reader.qtbot.waitUntil(
            lambda: (
                not self.page.isVisible()
                or (session.drawn is not None and session.drawn.layout == session.metrics.layout)
            )
        )
        settle(self.reader.qtbot, inside or self.window)
        text = self.page if inside is None else None
        percent = self.window._session.percent
        breaks = self.window.width() < percent * 1.5  # some six letters' room in a box
        wrong = faults(inside or self.window, text=text, breaks=breaks)
        self.found += [f"{percent} %, {what}: {fault}" for fault in wrong]

    @property
    def page(self) -> QTextBrowser:
        return self.window.view

    def look_at_share(self) -> None:
        """At least half of the window is the page's."""
        share = self.page.height() / self.window.height()
        if share < 0.5:
            self.found.append(f"{self.window._session.percent} %: the page has {share:.2f}")

    def press(self, button: QWidget) -> None:
        """Press a control, wherever it is to be had."""
        button.click()  # type: ignore[attr-defined]


def wake(reader: Reader) -> None:
    """A menu has closed: the window has the keys again."""
    reader.window.activateWindow()
    reader.qtbot.waitUntil(reader.window.isActiveWindow)


def each_percent(looker: Looker, percents: tuple[int, ...]) -> Iterator[int]:
    for percent in percents:
        looker.window._session.set_percent(percent)
        yield percent


def look_at_pages(looker: Looker, topic: str, places: tuple[str, ...]) -> None:
    """Pages, plain and clinical, and the sidebar in its place."""
    session, toolbar = looker.window._session, looker.window.toolbar
    session.home()
    looker.look("home")
    looker.look_at_share()
    session.open_link(f"topic:{topic}")
    for place in places:
        session.open_row(place)
        for plain in (True, False):
            session.set_plain(plain)
            looker.look(f"{place}, {'plain' if plain else 'clinical'}")
            looker.look_at_share()
    if not looker.window.sidebar.isVisible():
        toolbar.sections.click()
        looker.look("sidebar")
        toolbar.sections.click()


def look_at_finding(looker: Looker, word: str) -> None:
    """The search with and without results, and the find bar."""
    reader, tools = looker.reader, looker.window.tools
    assert tools is not None
    for typed in (word, "zzzzqqq"):
        reader.look_for(typed)
        looker.look(f"search for {typed}", tools.search.panel)
        tools.search.panel.hide()
        reader.search.clear()
    tools.finding.begin()
    for typed in (word, "zzzzqqq"):
        tools.finding.bar.field.setText(typed)
        looker.look(f"find {typed}")
    tools.finding.close()


def look_at_menus(looker: Looker) -> None:
    toolbar = looker.window.toolbar
    for button in (toolbar.theme, toolbar.language, toolbar.more):
        menu = button.menu()
        menu.aboutToShow.emit()
        menu.ensurePolished()
        wrong = menu_faults(menu)
        if menu.sizeHint().width() > looker.window.width():
            wrong.append(f"is {menu.sizeHint().width()} wide")
        percent = looker.window._session.percent
        looker.found += [f"{percent} %, menu {button.accessibleName()}: {x}" for x in wrong]


def look_at_questions(looker: Looker) -> None:
    """Where a web link leads, a telephone number, and what a word means."""
    session, window = looker.window._session, looker.window
    for signal, value in (
        (session.web_requested, "https://www.example.org/a/very/long/address/of-a-page?of=one"),
        (session.telephone_requested, "+44 20 7946 0958"),
    ):
        signal.emit(value)
        box = next(b for b in window.findChildren(QMessageBox) if b.isVisible())
        looker.look(value, box)
        box.close()


def look_at_handout(looker: Looker) -> None:
    """Every part of the dialog, a fault and work going on."""
    nurse = Nurse(looker.reader)
    looker.window.toolbar.handout.click()
    dialog = nurse.dialog
    for at, pill in enumerate(dialog.choices.what.pills):
        pill.click()
        looker.look(f"handout {at}", dialog)
    dialog._show_slow(True)
    looker.look("handout, making", dialog)
    dialog._show_printing(1, 12)
    looker.look("handout, printing", dialog)
    dialog._hide_strip()
    dialog._say("Saved as /home/nurse/Documents/handouts/calciphylaxis.pdf", True)
    looker.look("handout, saved", dialog)
    dialog._show_problem("The printer did not take the handout. See that it is switched on.")
    looker.look("handout, fault", dialog)
    dialog.close()


def look_at_listening(looker: Looker) -> None:
    """The strip under the page that is read aloud, and why nothing is heard."""
    bar = ListeningBar()
    looker.window._page_place.addWidget(bar)
    bar.set_scale(looker.window.scale[1])
    bar.show_place(12, 140, paused=True)
    looker.look("listening")
    bar.show_message("This computer has no voice for this language. Ask whoever looks after it.")
    bar.show_end()
    looker.look("no voice")
    bar.hide()
    bar.deleteLater()


def look_at_settings(looker: Looker) -> None:
    """The clinic's settings, as they are, with faults, and with a question."""
    window = looker.window
    window.clinic_settings_requested.emit()
    tops = (w for w in QApplication.topLevelWidgets() if isinstance(w, ClinicPage))
    page = next(page for page in tops if page.isVisible())
    page.resize(min(page.width(), window.width()), min(page.height(), window.height()))
    looker.look("settings", page)
    page.emergency.setText("911")
    looker.look("settings, question", page)
    page.emergency.setText("call us")
    page.phone.setText("nobody")
    for row in page.languages.rows:
        row.offered.setChecked(False)
    looker.look("settings, faults", page)
    page.show_failure("The file cannot be written: there is no room on the disk.")
    looker.look("settings, failure", page)
    page.done(0)


def sweep(
    open_viewer: OpenViewer, size: tuple[int, int], language: str, percents: tuple[int, ...]
) -> None:
    library = GOOD if language == "ar" else None
    topic = "feet" if language == "ar" else "calciphylaxis"
    arguments = ("--language", language, "--topic", topic, "--plain")
    looker = Looker(open_viewer(*arguments, library=library, size=size))
    sections = [
        row.target
        for row in looker.window._session.screen.rows  # type: ignore[union-attr]
        if row.target
    ]
    places = (*sections[:3], *sections[-3:])
    for _ in each_percent(looker, percents):
        look_at_pages(looker, topic, places)
        look_at_finding(looker, looker.reader.title.split()[-1].strip("?¿"))
        look_at_menus(looker)
        look_at_questions(looker)
        look_at_listening(looker)
        look_at_handout(looker)
        look_at_settings(looker)
    assert not looker.found, "\n" + "\n".join(dict.fromkeys(looker.found))


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_all_has_room(
    open_viewer: OpenViewer, clinic: Callable[[str], None], size: tuple[int, int], language: str
) -> None:
    clinic(SHORT + f"languages: [{language}, en]\n" if language == "ar" else SHORT)
    sweep(open_viewer, size, language, (100, 200, 300))


@pytest.fixture
def many(packs: PackWriter) -> PackWriter:
    """Topics enough for a filter; some have long names, and one has a word that it explains."""
    for number, title in enumerate(["Feet", LONG, *(f"Care of part {n}" for n in range(14))]):
        packs.topic(f"t{number}", {"a": section(title, "Rest well.")}, title={"en": title})
    return packs


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("language", ["en", "es"])
def test_lists_and_what_comes_up_have_room(
    open_viewer: OpenViewer, many: PackWriter, size: tuple[int, int], language: str
) -> None:
    """The answer to a code that no topic has, many topics, the index, and the meaning of a word."""
    arguments = ("--code", "icd10cm:Z99.9", "--language", language)
    looker = Looker(open_viewer(*arguments, library=many.folder, size=size))
    window, session = looker.window, looker.window._session
    tools = window.tools
    assert tools is not None
    index = IndexBar()
    index.setParent(window)
    window._page_place.addWidget(index)
    for _ in each_percent(looker, (100, 200, 300)):
        looker.look("no topic for a code")
        looker.look_at_share()
        if not window.sidebar.isVisible():
            window.toolbar.sections.click()
        looker.look("many topics")
        assert window.sidebar._filter is not None
        for typed in ("zzzz", "part", ""):
            window.sidebar._filter.field.setText(typed)
            looker.look(f"topics with {typed!r}")
        if window.toolbar.sections.isChecked():
            window.toolbar.sections.click()
        index.set_scale(window.scale[1])
        index.show_progress(12, 16_000)
        looker.look("index")
        index.show_unavailable()
        looker.look("no index")
        index.hide()
        popup = tools.explaining.popup
        pixels = window.view.document().defaultFont().pixelSize()
        words = [QRect(30, window.height() // 3, 80, pixels)]
        for spacing in (TextSpacing(), TextSpacing(*(steps[-1] for steps in SPACINGS))):
            look = pixels, spacing
            popup.explain("Pneumoconiosis", "What dust does to lungs. " * 5, look, words)
            looker.look(f"a word, spaced by {spacing.lines}", popup)
        popup.hide()
        session.refresh()
    assert not looker.found, "\n" + "\n".join(dict.fromkeys(looker.found))


@pytest.mark.parametrize(
    ("size", "percent", "language"),
    [((320, 640), 100, "es"), ((800, 600), 300, "en"), ((320, 640), 300, "en")],
    ids=["narrow", "large", "both"],
)
def test_the_page_keeps_its_room(
    open_viewer: OpenViewer, size: tuple[int, int], percent: int, language: str
) -> None:
    """A short look; the others take every screen."""
    arguments = ("--language", language, "--topic", "calciphylaxis", "--plain")
    looker = Looker(open_viewer(*arguments, size=size))
    looker.window._session.set_percent(percent)
    looker.look("home")
    looker.look_at_share()
    looker.window.toolbar.sections.click()
    looker.look("sidebar")
    looker.window.toolbar.sections.click()
    look_at_menus(looker)
    assert looker.window.toolbar.more.isVisible()
    assert looker.window.toolbar.help.text(), "help says what it is"
    assert not looker.found, "\n" + "\n".join(looker.found)


def test_what_has_no_room_is_under_more(open_viewer: OpenViewer, remember: Remember) -> None:
    """Nothing is lost in a narrow window, and a key does what the mouse does."""
    remember(text_percent=200)
    reader = open_viewer("--topic", "calciphylaxis", "--plain", size=(320, 640))
    toolbar = reader.window.toolbar
    away = [w for w in toolbar.controls if not w.isVisible()]
    names = [w.accessibleName() or getattr(w, "text", str)() for w in away]
    entries = reader.menu_of("More")
    assert list(entries) == names
    assert entries["Plain language"], "the switch is on, and says so"
    wake(reader)
    reader.page.setFocus(Qt.FocusReason.TabFocusReason)
    reader.key(Qt.Key.Key_F6)
    assert reader.focus == "More"
    reader.press("Plain language")
    wake(reader)
    assert not reader.switch_is_on
    assert reader.title == "Background"
    assert reader.focus == "More", "where it was"
    reader.press("Sections")
    wake(reader)
    assert reader.sections.isVisible()
    reader.key(Qt.Key.Key_Escape)
    assert reader.page.isVisible()
    assert reader.focus == "More"
    reader.window._session.normal()
    reader.resize(1280, 800)
    unfolded = (toolbar.more, toolbar.help, toolbar.sections)
    assert all(w.isVisible() for w in toolbar.controls if w not in unfolded)
    assert not toolbar.more.isVisible()
