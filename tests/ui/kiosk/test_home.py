"""The kiosk's home: what is on it, how large it is, and where it can be reached from."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from tests.ui.kiosk.conftest import LANDSCAPE, PORTRAIT, OpenKiosk
from tests.ui.packs import PackWriter, care_section, section
from viewer.folders import Folders
from viewer.request import RequestError
from viewer.ui.kiosk.attract import Attract
from viewer.ui.kiosk.idle import Idle

SIZES = pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT, (1280, 800), (800, 1280)])
SLOW = pytest.mark.slow
CARE = ("temperature", "pressure", "mobility", "hydration")


def test_home_asks_and_its_tiles_answer(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    assert visitor.title == "What would you like to know?"
    assert visitor.tiles == [
        "Keep your room mild",
        "Take pressure off your skin",
        "Move safely",
        "Follow your fluid plan",
        "When do I get help right away?",
        "What is calciphylaxis?",
        "All topics",
    ]
    assert "How much should I drink?" in visitor.button("Follow your fluid plan").accessibleName()
    assert "Draft: not yet reviewed by a clinician" in visitor.window.home.note.text()


@pytest.mark.parametrize("tile", [0, 5, *(pytest.param(n, marks=SLOW) for n in range(1, 5))])
def test_each_tile_opens_its_page(open_kiosk: OpenKiosk, tile: int) -> None:
    visitor = open_kiosk()
    button = visitor.window.home.tiles[tile]
    assert button.tile is not None
    words = button.tile.question or button.tile.title
    visitor.touch_at(visitor.rect(button).center())
    assert visitor.title == words
    visitor.touch("Home")
    assert visitor.is_home


@SIZES
@pytest.mark.parametrize("percent", [100, *(pytest.param(n, marks=SLOW) for n in (150, 300))])
def test_nothing_is_smaller_than_a_finger_or_cut_off(
    open_kiosk: OpenKiosk, size: tuple[int, int], percent: int
) -> None:
    visitor = open_kiosk(size=size)
    while visitor.window._session.percent < percent:
        visitor.touch("Larger text")
    for button in visitor.buttons:
        rect = visitor.rect(button)
        assert min(rect.width(), rect.height()) >= 88, button.accessibleName()
        assert rect.left() >= 0, button.accessibleName()
        assert rect.right() < size[0], button.accessibleName()
    for tile in visitor.window.home.tiles:
        needed = tile.needed_height(tile.width(), upright=False)
        assert tile.height() >= needed, tile.text()


@pytest.mark.slow
@pytest.mark.parametrize("size", [PORTRAIT, (800, 1280)])
@pytest.mark.parametrize("inner", [False, True])
def test_somebody_who_sits_reaches_every_control(
    open_kiosk: OpenKiosk, size: tuple[int, int], inner: bool
) -> None:
    """The lower half of a screen in portrait is below 48 inches from the floor."""
    visitor = open_kiosk(size=size)
    if inner:
        visitor.touch("Move safely")
    assert visitor.buttons
    for button in visitor.buttons:
        assert visitor.rect(button).top() >= size[1] // 2, button.accessibleName()


def test_getting_help_is_one_touch_away_even_where_its_tile_is_out_of_sight(
    open_kiosk: OpenKiosk,
) -> None:
    visitor = open_kiosk(size=(1280, 800))
    for _ in range(5):
        visitor.touch("Larger text")
    visitor.touch("Get help")
    assert visitor.title == "When do I get help right away?"


def test_tiles_of_the_topics_that_the_settings_name(
    open_kiosk: OpenKiosk, packs: PackWriter, clinic: Callable[[str], None]
) -> None:
    packs.topic("one", {"heat": care_section("temperature")})
    packs.topic("two", {"cold": care_section("pressure")})
    clinic("kiosk:\n  topics: [two]\n")
    visitor = open_kiosk(library=packs.folder)
    assert visitor.tiles == ["What about pressure?", "What about pressure?", "All topics"]


def test_tiles_of_the_topic_that_the_start_asks_for_come_before_the_settings(
    open_kiosk: OpenKiosk, packs: PackWriter, clinic: Callable[[str], None]
) -> None:
    packs.topic("one", {"heat": care_section("temperature")})
    packs.topic("two", {"cold": care_section("pressure")})
    clinic("kiosk:\n  topics: [two]\n")
    visitor = open_kiosk("--topic", "one", library=packs.folder)
    assert visitor.tiles == ["What about temperature?", "What about temperature?", "All topics"]


def test_without_settings_the_start_may_ask_for_a_topic_too(
    open_kiosk: OpenKiosk, packs: PackWriter
) -> None:
    packs.topic("one", {"heat": care_section("temperature")})
    packs.topic("two", {"cold": care_section("pressure")})
    visitor = open_kiosk("--topic", "two", library=packs.folder)
    assert visitor.tiles == ["What about pressure?", "What about pressure?", "All topics"]


def test_a_topic_that_is_not_there_is_a_sentence_and_no_kiosk(open_kiosk: OpenKiosk) -> None:
    with pytest.raises(RequestError, match=r'no topic "gout" in the library. It has: calci'):
        open_kiosk("--topic", "gout")


def test_a_kind_of_care_that_several_topics_have_is_one_tile(
    open_kiosk: OpenKiosk, packs: PackWriter
) -> None:
    for topic in ("asthma", "burns"):
        sections = {kind: care_section(kind) for kind in CARE}
        help_text = {"help": section("Help", "Call.", f"Call for {topic}.", question="Get help?")}
        packs.topic(topic, sections | help_text, help="help")
    visitor = open_kiosk(library=packs.folder)
    assert visitor.tiles[:5] == [*(f"What about {kind}?" for kind in CARE), "Get help?"]

    visitor.touch("What about mobility?")
    assert [t for t in ("Asthma", "Burns", "Never forget mobility.") if t not in visitor.page] == []
    visitor.touch("Back")
    assert visitor.is_home

    visitor.touch("Get help?")
    assert "Call for asthma." in visitor.page
    assert "Call for burns." in visitor.page


def test_body_text_is_24_points_and_grows_with_the_distance(
    open_kiosk: OpenKiosk, clinic: Callable[[str], None]
) -> None:
    near = open_kiosk()
    near.touch("Move safely")
    size = near.window.view.document().defaultFont().pixelSize()
    assert size >= 32, "24 points at 96 an inch"
    clinic("kiosk:\n  viewing_distance_mm: 1200\n")
    far = open_kiosk()
    far.touch("Move safely")
    assert abs(far.window.view.document().defaultFont().pixelSize() - 2 * size) <= 1


def test_a_topic_that_the_settings_name_a_hundred_times_is_one(
    open_kiosk: OpenKiosk, packs: PackWriter, clinic: Callable[[str], None]
) -> None:
    packs.topic("one", {"heat": care_section("temperature")})
    clinic(f"kiosk:\n  topics: [{', '.join(['one'] * 100)}, nowhere]\n")
    visitor = open_kiosk(library=packs.folder)
    assert visitor.tiles == ["What about temperature?", "What about temperature?", "All topics"]


def test_whoever_only_scrolls_home_is_a_visitor_too(
    open_kiosk: OpenKiosk, packs: PackWriter, qtbot: QtBot
) -> None:
    packs.topic("one", {f"care-{n}": care_section(f"kind-{n}") for n in range(40)})
    visitor = open_kiosk(library=packs.folder)
    idle = visitor.window.findChild(Idle)
    assert isinstance(idle, Idle)
    assert not idle.is_started
    qtbot.waitUntil(lambda: "Down" in visitor.names)
    visitor.touch("Down")
    assert idle.is_started
    visitor.window.visit.wipe()
    assert (visitor.window.home.scroll_bar.value(), idle.is_started) == (0, False)


def test_the_tiles_come_again_after_a_touch_that_nothing_follows(
    open_kiosk: OpenKiosk, qtbot: QtBot
) -> None:
    visitor = open_kiosk()
    attract = visitor.window.findChild(Attract)
    assert isinstance(attract, Attract)
    attract.begin()
    visitor.touch_at(QPoint(900, 500))
    assert not attract.is_open
    assert visitor.is_home
    attract._waiting.setInterval(30)  # of a wait that has begun; it begins none
    qtbot.waitUntil(lambda: attract.is_open)


def test_hundreds_of_languages_and_tiles_take_turns_within_bounds(
    open_kiosk: OpenKiosk, packs: PackWriter, clinic: Callable[[str], None]
) -> None:
    packs.topic("one", {f"care-{n}": care_section(f"kind-{n}") for n in range(60)})
    tags = ["en", "es", *(f"a{chr(97 + n)}" for n in range(26))]
    clinic(f"languages: [{', '.join(tags)}]\n")
    visitor = open_kiosk(library=packs.folder)
    attract = visitor.window.findChild(Attract)
    assert isinstance(attract, Attract)
    assert 0 < len(attract._slides) <= 12 * 24


@pytest.mark.slow
@SIZES
def test_a_long_name_and_a_wide_logo_leave_room_for_the_question_and_the_tiles(
    open_kiosk: OpenKiosk, clinic: Callable[[str], None], folders: Folders, size: tuple[int, int]
) -> None:
    folders.config.mkdir(parents=True, exist_ok=True)
    line = '<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="2" viewBox="0 0 4000 2">'
    rect = '<rect width="4000" height="2" fill="red"/></svg>'
    (folders.config / "logo.svg").write_text(line + rect)
    clinic(f"clinic_name: '{'Kidney Care of the Valley ' * 100}'\nlogo: logo.svg\n")
    visitor = open_kiosk(size=size)
    home = visitor.window.home
    assert home.clinic.text().endswith("\N{HORIZONTAL ELLIPSIS}")
    shown = [home.title, home.clinic, home.logo]
    for label in shown:
        assert label.isVisible()
        assert label.height() >= 1
        assert home.rect().contains(label.geometry()), label.objectName()
    for one, other in ((0, 1), (0, 2), (1, 2)):
        assert not shown[one].geometry().intersects(shown[other].geometry())
    assert home.title.width() >= size[0] // 4
    tiles = visitor.rect(home.tiles[0])
    assert tiles.top() > visitor.rect(home.clinic).bottom()
    assert tiles.top() < size[1] - 200


@pytest.mark.slow
@SIZES
def test_without_help_the_other_tiles_are_alike(
    open_kiosk: OpenKiosk, packs: PackWriter, size: tuple[int, int]
) -> None:
    for topic in ("asthma", "gout"):
        packs.topic(topic, {"what": section("What", "It.", "It.", question=f"What is {topic}?")})
    visitor = open_kiosk(library=packs.folder, size=size)
    rects = [visitor.rect(tile) for tile in visitor.window.home.tiles]
    assert abs(rects[0].width() - rects[1].width()) <= 1
    assert rects[0].top() == rects[1].top()


def test_tiles_that_are_few_do_not_fill_the_screen(
    open_kiosk: OpenKiosk, packs: PackWriter
) -> None:
    packs.topic("gout", {"what": section("What", "It.", "It.", question="What is gout?")})
    visitor = open_kiosk(library=packs.folder)
    for tile in visitor.window.home.tiles:
        assert tile.height() < LANDSCAPE[1] / 2


def test_five_kinds_of_care_stand_in_even_rows(open_kiosk: OpenKiosk, packs: PackWriter) -> None:
    packs.topic("one", {kind: care_section(kind) for kind in (*CARE, "sleep")})
    visitor = open_kiosk(library=packs.folder)
    care = visitor.window.home.tiles[:5]
    widths = [visitor.rect(tile).width() for tile in care]
    assert max(widths) < 2 * min(widths)


def test_a_kind_of_care_without_an_icon_has_a_common_one(
    open_kiosk: OpenKiosk, packs: PackWriter
) -> None:
    packs.topic("one", {"sleep": care_section("sleep"), "what": section("What", "It.", "It.")})
    visitor = open_kiosk(library=packs.folder)
    tile = visitor.window.home.tiles[0]
    picture = tile.grab().toImage()
    start = picture.copy(20, 20, 160, 120)
    assert len({start.pixel(x, y) for x in range(160) for y in range(120)}) > 1


@pytest.mark.slow
@pytest.mark.parametrize("percent", [100, 150, 300])
def test_at_any_size_the_question_is_one_line_on_a_wide_screen(
    open_kiosk: OpenKiosk, clinic: Callable[[str], None], percent: int
) -> None:
    clinic("clinic_name: Riverside Kidney Care and Dialysis Center of the North\n")
    visitor = open_kiosk()
    while visitor.window._session.percent < percent:
        visitor.touch("Larger text")
    visitor.qtbot.wait(50)
    title = visitor.window.home.title
    assert title.height() < 2 * title.fontMetrics().height()
    assert not title.geometry().intersects(visitor.window.home.clinic.geometry())
