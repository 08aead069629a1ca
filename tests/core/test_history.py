"""Back and forward, the place on each page, and the way back from a switch of level."""

from __future__ import annotations

from viewer.core.history import MAX_LENGTH, History
from viewer.core.level import Level
from viewer.core.place import PageKind, Place

HOME = Place(PageKind.HOME, Level.CLINICAL)
CARE = Place(PageKind.CARE, Level.PLAIN, "hands")


def section(name: str, level: Level = Level.CLINICAL) -> Place:
    return Place(PageKind.SECTION, level, "hands", name)


def test_a_new_history_leads_nowhere() -> None:
    history = History(HOME)
    assert history.place == HOME
    assert not history.can_go_back
    assert not history.can_go_forward
    history.back()
    history.forward()
    assert history.place == HOME


def test_back_and_forward_go_over_the_same_pages() -> None:
    history = History(HOME)
    for name in ("a", "b"):
        history.visit(section(name))
    seen = [history.place]
    while history.can_go_back:
        history.back()
        seen.append(history.place)
    assert seen == [section("b"), section("a"), HOME]
    history.forward()
    history.forward()
    assert history.place == section("b")
    assert not history.can_go_forward


def test_a_new_page_forgets_the_pages_that_forward_led_to() -> None:
    history = History(HOME)
    history.visit(section("a"))
    history.back()
    history.visit(section("b"))
    assert not history.can_go_forward
    history.back()
    assert history.place == HOME


def test_the_same_page_again_is_no_new_page() -> None:
    history = History(HOME)
    history.visit(section("a"))
    history.back()
    history.visit(HOME)
    assert history.can_go_forward
    assert not history.can_go_back


def test_the_oldest_pages_are_forgotten() -> None:
    history = History(HOME)
    for number in range(MAX_LENGTH + 10):
        history.visit(section(f"s-{number}"))
    steps = 0
    while history.can_go_back:
        history.back()
        steps += 1
    assert steps == MAX_LENGTH - 1
    assert history.place == section("s-10")


def test_each_page_keeps_its_own_place() -> None:
    history = History(section("a"))
    history.remember_scroll(0.5)
    history.visit(section("b"))
    assert history.scroll() == 0.0
    history.remember_scroll(0.25)
    history.back()
    assert history.scroll() == 0.5
    history.forward()
    assert history.scroll() == 0.25


def test_the_two_levels_of_a_section_are_two_places() -> None:
    history = History(section("a"))
    history.remember_scroll(0.5)
    history.switch(section("a", Level.PLAIN))
    assert history.scroll() == 0.0


def test_a_switch_remembers_where_it_came_from() -> None:
    history = History(section("a"))
    history.switch(CARE)
    assert history.place == CARE
    assert history.switched_from(Level.CLINICAL) == section("a")
    assert history.switched_from(Level.PLAIN) is None


def test_a_switch_is_forgotten_once_another_page_is_shown() -> None:
    history = History(section("a"))
    history.switch(CARE)
    history.visit(section("b", Level.PLAIN))
    assert history.switched_from(Level.CLINICAL) is None
    history.back()
    assert history.switched_from(Level.CLINICAL) == section("a")


def test_back_undoes_a_switch() -> None:
    history = History(section("a"))
    history.switch(section("a", Level.PLAIN))
    history.back()
    assert history.place == section("a")
