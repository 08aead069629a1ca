"""Somebody wants to know what to do at home, and asks for plain language: ``careleaf --plain``."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from tests.conftest import OpenViewer
from tests.journeys.hands import both_ways
from tests.ui.reader import LEFT
from tests.ui.shipped import Shipped, care_sections

CARDS = [section.question for section in care_sections()]
HELP = "When do I get help right away?"


def test_the_first_page_is_the_care_that_needs_no_medicine(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain", size=(1280, 800))
    assert reader.title == "Caring for yourself at home"
    assert reader.switch_is_on
    assert reader.row_shown == "Caring for yourself"
    titles = [words for level, words in reader.headings() if level == 2]
    assert titles[:5] == [
        "How warm should my room be?",
        "How do I keep pressure off my skin?",
        "How can I move safely?",
        "How much should I drink?",
        HELP,
    ]


def test_a_card_shows_the_message_two_actions_and_all_safety_text(
    open_viewer: OpenViewer,
) -> None:
    reader = open_viewer("--plain")
    for section, following in zip(care_sections(), [*CARDS[1:], HELP], strict=True):
        start = reader.text.index(f"\n{section.question}\n")
        card = reader.text[start : reader.text.index(f"\n{following}\n")]
        first, second, third, *_ = section.actions
        assert section.safety
        wanted = (*section.message, *first, *second, section.safety[0])
        at = [card.find(words) for words in wanted]
        assert -1 not in at
        assert at == sorted(at), f"in this order: {card}"
        for words in section.safety:
            assert words in card
        assert third[0] not in card


@both_ways
def test_the_help_box_says_it_all_and_leads_to_its_page(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain")
    box = reader.text[reader.text.index(f"\n{HELP}\n") :]
    for words in Shipped("when-to-get-help").safety:
        assert words in box
    reader.click_link(HELP)
    assert reader.title == HELP
    assert reader.row_shown == HELP
    assert reader.switch_is_on
    reader.press("Back")
    assert reader.title == "Caring for yourself at home"


@both_ways
def test_a_card_opens_by_its_title(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain")
    for title in CARDS:
        reader.click_link(title)
        assert reader.title == title
        assert reader.row_shown == title
        reader.press("Back")


def test_a_card_opens_wherever_it_is_clicked(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain", size=(1280, 800))
    for section in care_sections():
        reader.click_at(reader.point_in(section.actions[1][0][:12]))
        assert reader.title == section.question
        reader.press("Back")


@pytest.mark.slow
@pytest.mark.parametrize("size", [(1280, 800), (800, 600)])
def test_a_card_opens_by_the_empty_room_beside_its_words(
    open_viewer: OpenViewer, size: tuple[int, int]
) -> None:
    reader = open_viewer("--plain", size=size)
    for section in care_sections():
        title = section.safety[0]
        reader.point_in(title)
        top = reader.page.verticalScrollBar().value()
        rect = [x for x in reader.lines() if x.block.text().endswith(title)][-1].rect
        reader.click_at(QPoint(int(rect.right()) + 20, int(rect.center().y()) - top))
        assert reader.title == section.question
        reader.press("Back")


def test_a_click_between_the_cards_opens_nothing(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain", size=(1280, 800))
    left, right = (reader.point_in(title[:12]) for title in CARDS[:2])
    lead = reader.point_in("What you can do each day, along with your medicines.")
    reader.scroll_to(0)
    assert left.x() < right.x(), "two cards in a row"
    reader.click_at(QPoint(lead.x(), lead.y()))
    reader.click_at(QPoint(8, reader.page.viewport().height() // 2))
    assert reader.title == "Caring for yourself at home"


def test_words_of_a_card_can_be_selected(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain", size=(1280, 800))
    start = reader.point_in(care_sections()[2].actions[0][0][:12])
    viewport = reader.page.viewport()
    QTest.mousePress(viewport, LEFT, pos=start)
    QTest.mouseMove(viewport, start + QPoint(60, 0))
    QTest.mouseMove(viewport, start + QPoint(90, 0))
    QTest.mouseRelease(viewport, LEFT, pos=start + QPoint(90, 0))
    assert reader.page.textCursor().hasSelection()
    assert reader.title == "Caring for yourself at home"


def test_the_lead_and_the_first_cards_are_seen_without_scrolling(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain", size=(1280, 800))
    for title in CARDS[:2]:
        assert title in " ".join(reader.words_in_sight.split("\n"))
