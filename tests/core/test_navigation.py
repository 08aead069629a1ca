"""From where to where: levels, links, care pages and Home."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.library import HANDS, hands, write, write_hands
from tests.core.shelf import GOOD, feet
from viewer.core.history import History
from viewer.core.level import Level
from viewer.core.links import parse_link
from viewer.core.navigation import CARE_TOPICS, Navigator, has_care, visible_sections
from viewer.core.packs.library import Library
from viewer.core.place import PageKind, Place

CLINICAL, PLAIN = Level.CLINICAL, Level.PLAIN


def section(name: str, level: Level, topic: str = "feet") -> Place:
    return Place(PageKind.SECTION, level, topic, name)


@pytest.fixture
def shelf() -> Navigator:
    """Two topics, both with care guidance."""
    return Navigator(Library([GOOD]), "en")


@pytest.fixture
def single(tmp_path: Path) -> Navigator:
    """The hands alone."""
    return Navigator(Library([write_hands(tmp_path)]), "en")


def test_home_of_several_topics_is_their_list(shelf: Navigator) -> None:
    for level in Level:
        assert shelf.home(level) == Place(PageKind.HOME, level)


def test_home_of_one_topic_is_its_first_page(single: Navigator) -> None:
    assert single.home(CLINICAL) == section("warmth", CLINICAL, "hands")
    assert single.home(PLAIN) == Place(PageKind.CARE, PLAIN, "hands")


def test_home_of_one_topic_without_care_is_its_first_section(tmp_path: Path) -> None:
    text = str(HANDS["en/washing.md"]).replace("care: hygiene\n", "")
    library = Library([write_hands(tmp_path, {"en/washing.md": text})])
    assert Navigator(library, "en").home(PLAIN) == section("warmth", PLAIN, "hands")


def test_home_of_an_empty_library_is_an_empty_list(tmp_path: Path) -> None:
    navigator = Navigator(Library([tmp_path]), "en")
    assert navigator.home(PLAIN) == Place(PageKind.HOME, PLAIN)
    assert navigator.care() == Place(PageKind.HOME, PLAIN)


def test_a_topic_without_sections_has_no_page_but_home(tmp_path: Path) -> None:
    write(tmp_path / "hands", {"topic.yaml": "format: 1\n"})
    assert Navigator(Library([tmp_path]), "en").home(CLINICAL) == Place(PageKind.HOME, CLINICAL)


def test_a_section_switches_to_its_own_plain_text_and_back(shelf: Navigator) -> None:
    plain = shelf.at_level(section("wash", CLINICAL), PLAIN)
    assert plain == section("wash", PLAIN)
    assert shelf.at_level(plain, CLINICAL) == section("wash", CLINICAL)


def test_a_section_without_plain_text_switches_to_care_and_back_to_itself(
    shelf: Navigator,
) -> None:
    history = History(section("why", CLINICAL))
    history.switch(shelf.at_level(history.place, PLAIN))
    assert history.place == Place(PageKind.CARE, PLAIN, "feet")
    back = history.switched_from(CLINICAL) or shelf.at_level(history.place, CLINICAL)
    history.switch(back)
    assert history.place == section("why", CLINICAL)


def test_a_section_without_clinical_text_stays_where_it_is(shelf: Navigator) -> None:
    assert shelf.at_level(section("shoes", PLAIN), CLINICAL) == section("shoes", CLINICAL)


def test_the_care_page_switches_to_the_topics_first_section(shelf: Navigator) -> None:
    care = Place(PageKind.CARE, PLAIN, "feet")
    assert shelf.at_level(care, CLINICAL) == section("why", CLINICAL)


def test_the_list_of_topics_switches_to_the_care_of_all_and_back(shelf: Navigator) -> None:
    care = shelf.at_level(Place(PageKind.HOME, CLINICAL), PLAIN)
    assert care == Place(PageKind.CARE, PLAIN)
    assert shelf.at_level(care, CLINICAL) == Place(PageKind.HOME, CLINICAL)


def test_care_of_one_topic_is_its_own_page(single: Navigator) -> None:
    assert single.care() == Place(PageKind.CARE, PLAIN, "hands")


@pytest.mark.parametrize(
    ("more", "kind"), [(0, PageKind.CARE), (1, PageKind.HOME)], ids=["few", "many"]
)
def test_care_of_many_topics_is_their_list(more: int, kind: PageKind, tmp_path: Path) -> None:
    for number in range(CARE_TOPICS + more):
        write(tmp_path / f"topic-{number}", HANDS)
    assert Navigator(Library([tmp_path]), "en").care().kind is kind


@pytest.mark.parametrize(
    ("href", "wanted"),
    [
        ("section:wash", section("wash", PLAIN)),
        ("section:wash#dry-well", section("wash", PLAIN)),
        ("section:breath/air", section("air", PLAIN, "breath")),
        ("topic:breath", Place(PageKind.CARE, PLAIN, "breath")),
        ("section:nowhere", None),
        ("section:nowhere/wash", None),
        ("topic:nowhere", None),
        ("#dry-well", None),
        ("https://example.org", None),
        ("javascript:alert(1)", None),
    ],
)
def test_a_link_leads_to_a_page_of_the_library_or_nowhere(
    href: str, wanted: Place | None, shelf: Navigator
) -> None:
    assert shelf.link(parse_link(href), section("shoes", PLAIN)) == wanted


def test_a_link_keeps_the_level(shelf: Navigator) -> None:
    for level in Level:
        found = shelf.link(parse_link("section:wash"), section("why", level))
        assert found == section("wash", level)


def test_a_link_on_a_page_of_all_topics_needs_its_topic(shelf: Navigator) -> None:
    care = Place(PageKind.CARE, PLAIN)
    assert shelf.link(parse_link("section:wash"), care) is None
    assert shelf.link(parse_link("section:feet/wash"), care) == section("wash", PLAIN)


@pytest.mark.parametrize(
    ("place", "there"),
    [
        (Place(PageKind.HOME, PLAIN), True),
        (Place(PageKind.CARE, PLAIN), True),
        (Place(PageKind.CARE, PLAIN, "feet"), True),
        (Place(PageKind.CARE, PLAIN, "gone"), False),
        (section("why", PLAIN), True),
        (section("gone", PLAIN), False),
        (section("why", PLAIN, "gone"), False),
    ],
)
def test_a_page_that_was_taken_away_is_not_there(
    place: Place, there: bool, shelf: Navigator
) -> None:
    assert shelf.exists(place) is there


def test_the_sidebar_has_all_sections_or_those_with_plain_text() -> None:
    assert visible_sections(feet(), "en", CLINICAL) == ("why", "wash", "shoes", "help")
    assert visible_sections(feet(), "en", PLAIN) == ("wash", "shoes", "help")


def test_care_needs_plain_text_of_a_kind(tmp_path: Path) -> None:
    assert has_care(feet(), "es")
    text = str(HANDS["en/washing.md"]).replace("{: .plain }", "")
    assert not has_care(hands(tmp_path, {"en/washing.md": text}), "en")
