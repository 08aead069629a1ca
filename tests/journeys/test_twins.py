"""Every journey can be made without a mouse: it is made both ways, or says by whom it is instead.

What a start alone shows needs no hand. The rest that is made with a mouse names its twin.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

HERE = Path(__file__).parent
NO_HAND = "nothing is pressed or typed in the window"
BY_KEYS = ("test_keyboard_only", "test_listening_by_keyboard")
"""Whole files of journeys by keys; so is each that ends in ``_keyboard``."""
CARDS = "test_at_home.test_a_card_opens_by_its_title"
TWINS = {
    "test_at_home.test_the_first_page_is_the_care_that_needs_no_medicine": NO_HAND,
    "test_at_home.test_a_card_shows_the_message_two_actions_and_all_safety_text": NO_HAND,
    "test_at_home.test_the_lead_and_the_first_cards_are_seen_without_scrolling": NO_HAND,
    "test_at_home.test_a_card_opens_wherever_it_is_clicked": CARDS,
    "test_at_home.test_a_card_opens_by_the_empty_room_beside_its_words": CARDS,
    "test_at_home.test_a_click_between_the_cards_opens_nothing": CARDS,
    "test_at_home.test_words_of_a_card_can_be_selected": (
        "test_keyboard_only.test_words_of_a_card_are_selected_with_the_caret"
    ),
    "test_in_spanish.test_a_visitor_in_spanish_by_an_option": NO_HAND,
    "test_kiosk_visit.test_a_visitor_leaves_no_trace": (
        "test_kiosk_visit.test_a_visitor_with_keys_alone_leaves_no_trace"
    ),
    "test_kiosk_visit.test_a_visitor_with_keys_alone_leaves_no_trace": "by keys",
    "test_nurse_handout.test_from_the_page_to_a_file_with_her_patients_limit": (
        "test_nurse_handout_keyboard.test_a_handout_without_a_mouse"
    ),
}
PROCESSES = ("test_second_start",)
"""Files that start processes and touch no window at all."""


def _journeys() -> dict[str, bool]:
    """All of them, and whether each is made both ways."""
    found = {}
    for file in HERE.glob("test_*.py"):
        if file != Path(__file__):
            for part in ast.parse(file.read_text(encoding="utf-8")).body:
                if isinstance(part, ast.FunctionDef) and part.name.startswith("test_"):
                    marks = [ast.unparse(mark) for mark in part.decorator_list]
                    found[f"{file.stem}.{part.name}"] = "both_ways" in marks
    return found


JOURNEYS = _journeys()


@pytest.mark.parametrize("journey", JOURNEYS)
def test_a_journey_has_a_twin_without_a_mouse(journey: str) -> None:
    file = journey.partition(".")[0]
    if JOURNEYS[journey] or file in (*BY_KEYS, *PROCESSES) or file.endswith("_keyboard"):
        return
    assert journey in TWINS, "put @both_ways over it, or name its twin"
    twin = TWINS[journey]
    assert twin in (NO_HAND, "by keys") or twin in JOURNEYS


def test_the_table_names_journeys_that_there_are() -> None:
    assert set(TWINS) <= set(JOURNEYS)
