"""The kiosk's home: what is on it, how large it is, and where it can be reached from."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.ui.kiosk.conftest import LANDSCAPE, PORTRAIT, OpenKiosk
from tests.ui.packs import PackWriter, care_section, section
from viewer.request import RequestError

SIZES = pytest.mark.parametrize("size", [LANDSCAPE, PORTRAIT, (1280, 800), (800, 1280)])
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


@pytest.mark.parametrize("tile", range(6))
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
@pytest.mark.parametrize("percent", [100, 150, 300])
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
