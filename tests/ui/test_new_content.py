"""A kiosk's page, its search and its pictures follow the library and the settings when it idles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.packs import PackWriter, section
from viewer.core.accepted import source, watch
from viewer.core.accepted.news import News, What, Why
from viewer.core.installation import Installation
from viewer.core.level import Level
from viewer.core.policy import LAPTOP
from viewer.folders import CLINIC_FILE, Folders
from viewer.opening import Opening
from viewer.options import Options
from viewer.ui.desk import Choices
from viewer.ui.icons import Icons
from viewer.ui.idle_steps import IdleSteps
from viewer.ui.page_view import PageView
from viewer.ui.reader_settings import ReaderSettings
from viewer.ui.session import Session
from viewer.ui.themes import Themes

QUIET = 0.02
"""Seconds, in place of half a minute."""
PLAIN = "Call {{emergency_number}}. Wash your hands."


class Kiosk:
    """A page in a window, with what opens it; taken up as the kiosk does, a step at a time."""

    def __init__(
        self, library: Path, installation: Installation, folders: Folders, qtbot: QtBot
    ) -> None:
        self.qtbot = qtbot
        self.reports: list[str] = []
        options = Options(library=(library,), plain=True, kiosk=True)
        settings = ReaderSettings()
        report = self.reports.append
        self.opening = Opening(options, settings, installation, folders, report, remembers=False)
        self.view = PageView(Icons(installation.icons), self.opening.picture, context_menu=False)
        choices = Choices("light", 100, self.opening.language)
        themes = Themes(installation.themes)
        self.session = Session(self.opening.desk, LAPTOP, self.view, themes, choices)
        self.opening.begin(self.session)
        self.news: list[News] = []
        self.renewed = 0
        self.steps = IdleSteps(self.view, 1)

    def take_up(self) -> list[News]:
        """Two rounds, between which everything has been quiet."""
        self.news = []
        for _ in range(2):
            with self.qtbot.waitSignal(self.steps.finished):
                self.steps.begin(self.look())
            self.qtbot.wait(int(QUIET * 1_500))
        return self.news

    def look(self) -> Iterator[None]:
        """One round."""
        return self.opening.take_up(self.session, self.news.extend, self._renew)

    def _renew(self) -> None:
        self.renewed += 1

    @property
    def page(self) -> str:
        assert self.session.screen is not None
        return self.session.screen.html

    def finds(self, text: str) -> list[str]:
        """What the search finds once it is ready."""
        finder = self.session.desk.finder
        finder.begin()
        self.qtbot.waitUntil(lambda: finder.is_complete)
        found = finder.search(text, "en", Level.PLAIN)
        return [group.topic for group in found.groups]

    @property
    def why(self) -> dict[str, Why]:
        return {Path(waiting.name).name: waiting.why for waiting in self.opening.reading.waiting}


OpenKiosk = Callable[[], Kiosk]


@pytest.fixture
def open_kiosk(
    qapp: QApplication,
    qtbot: QtBot,
    packs: PackWriter,
    installation: Installation,
    folders: Folders,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[OpenKiosk]:
    monkeypatch.setattr(watch, "QUIET", QUIET)
    opened: list[Kiosk] = []

    def start() -> Kiosk:
        opened.append(Kiosk(packs.folder, installation, folders, qtbot))
        return opened[-1]

    yield start
    for kiosk in opened:
        kiosk.steps.stop()
        kiosk.view.deleteLater()


@pytest.fixture
def hands(packs: PackWriter) -> PackWriter:
    """A library of one topic."""
    packs.topic("hands", {"wash": section("Wash", "", PLAIN, question="How?")})
    return packs


def rewrite(packs: PackWriter, plain: str) -> None:
    packs.section("hands", "wash", section("Wash", "", plain, question="How?"))


def test_new_content_is_on_the_page_and_found(
    open_kiosk: OpenKiosk, hands: PackWriter, folders: Folders
) -> None:
    kiosk = open_kiosk()
    assert "Wash your hands" in kiosk.page
    assert kiosk.take_up() == [News(What.TAKEN_UP, "hands")]
    assert kiosk.finds("hands") == ["hands"]
    assert kiosk.finds("elbows") == []
    rewrite(hands, "Wash your elbows.")
    hands.topic("feet", {"walk": section("Walk", "", "Walk about.", question="Where?")})
    assert set(kiosk.take_up()) == {News(What.TAKEN_UP, "hands"), News(What.TAKEN_UP, "feet")}
    assert "Wash your elbows" in kiosk.page
    assert kiosk.finds("elbows") == ["hands"]
    assert kiosk.finds("walk") == ["feet"]
    titles = kiosk.session.desk.presenter.rows(kiosk.session.history.place)
    assert titles
    assert kiosk.take_up() == []
    again = open_kiosk()
    again.session.open_link("section:hands/wash")
    assert "Wash your elbows" in again.page
    assert (folders.state / "kiosk" / "topics" / "store").is_dir()


def test_a_new_error_leaves_the_page(open_kiosk: OpenKiosk, hands: PackWriter) -> None:
    open_kiosk().take_up()
    kiosk = open_kiosk()
    rewrite(hands, "Wash your elbows. [There](section:nowhere)")
    assert kiosk.take_up() == []
    assert kiosk.why == {"hands": Why.ERRORS}
    assert "Wash your hands" in kiosk.page
    again = open_kiosk()
    assert "Wash your hands" in again.page
    rewrite(hands, "Wash your elbows.")
    assert again.take_up() == [News(What.TAKEN_UP, "hands")]
    assert "Wash your elbows" in again.page


def test_a_page_whose_topic_goes_becomes_another(open_kiosk: OpenKiosk, hands: PackWriter) -> None:
    hands.topic("feet", {"walk": section("Walk", "", "Walk about.", question="Where?")})
    kiosk = open_kiosk()
    kiosk.take_up()
    kiosk.session.open_link("section:hands/wash")
    (hands.folder / "hands").rename(hands.folder.parent / "away")
    assert kiosk.take_up() == [News(What.DROPPED, "hands")]
    assert "Wash your hands" not in kiosk.page
    assert kiosk.finds("hands") == []


def test_a_new_language_is_offered(open_kiosk: OpenKiosk, hands: PackWriter) -> None:
    kiosk = open_kiosk()
    kiosk.take_up()
    assert "es" not in kiosk.session.desk.languages
    text = section("Lavar", "", "Lave sus manos.", question="¿Cómo?")
    hands.section("hands", "wash", text, language="es")
    kiosk.take_up()
    assert kiosk.session.desk.languages == ("en", "es")


def test_a_library_that_vanishes_leaves_all_of_it(open_kiosk: OpenKiosk, hands: PackWriter) -> None:
    open_kiosk().take_up()
    hands.folder.rename(hands.folder.parent / "away")
    kiosk = open_kiosk()
    assert "Wash your hands" in kiosk.page
    assert kiosk.take_up() == []
    assert kiosk.why == {"library": Why.NO_LIBRARY}
    assert kiosk.finds("hands") == ["hands"]
    assert kiosk.reports == []


def test_new_settings_are_on_the_page(
    open_kiosk: OpenKiosk, hands: PackWriter, folders: Folders, clinic: Callable[[str], None]
) -> None:
    clinic('emergency_number: "911"\n')
    kiosk = open_kiosk()
    kiosk.take_up()
    assert "911" in kiosk.page
    clinic('emergency_number: "112"\n')
    assert [news.what for news in kiosk.take_up()] == [What.SETTINGS]
    assert "112" in kiosk.page
    assert kiosk.opening.clinic.emergency_number == "112"
    for broken in ("emergency_number: [\n", 'emergency_number: "call"\n', "prnter: x\n"):
        clinic(broken)
        assert kiosk.take_up() == []
        assert kiosk.why == {CLINIC_FILE: Why.SETTINGS_ERRORS}
        assert "112" in kiosk.page
        kiosk = open_kiosk()
        assert "112" in kiosk.page, "nor after a start"
        assert any(CLINIC_FILE in line for line in kiosk.reports)
    clinic('emergency_number: "999"\n')
    kiosk.take_up()
    assert "999" in kiosk.page


def test_it_may_be_interrupted_and_begin_anew(open_kiosk: OpenKiosk, hands: PackWriter) -> None:
    kiosk = open_kiosk()
    kiosk.take_up()
    rewrite(hands, "Wash your elbows.")
    for count in range(0, 60, 7):
        steps = kiosk.look()
        for _, _ in zip(range(count), steps, strict=False):
            pass
        assert ("elbows" in kiosk.page) is (News(What.TAKEN_UP, "hands") in kiosk.news[1:])
    kiosk.take_up()
    assert "Wash your elbows" in kiosk.page


def test_a_topic_that_never_counts_goes_from_the_screen_without_news(
    open_kiosk: OpenKiosk, hands: PackWriter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a first start it is shown where it lies; then it grows too large to be copied."""
    monkeypatch.setattr(watch, "QUIET", 1.0)
    feet = hands.topic("feet", {"wash": section("Wash", "", PLAIN, question="How?")})
    kiosk = open_kiosk()

    def look(size: int) -> list[News]:
        (feet / "video.bin").write_bytes(bytes(size))
        kiosk.news = []
        with qtbot.waitSignal(kiosk.steps.finished):
            kiosk.steps.begin(kiosk.look())
        return kiosk.news

    def topics() -> list[str]:
        titles = kiosk.session.desk.presenter._titles.of("en")
        return sorted(topic for topic, _, _ in titles)

    news = look(1)
    qtbot.wait(1_100)
    assert [*news, *look(2)] == [News(What.TAKEN_UP, "hands")]
    assert topics() == ["feet", "hands"]
    before = kiosk.renewed
    monkeypatch.setattr(source, "MAX_BYTES", 99_999)
    assert look(100_000) == []
    assert topics() == ["hands"]
    assert kiosk.renewed == before + 1
