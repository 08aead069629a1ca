"""Telephone numbers are heard digit by digit, and no other number is."""

from __future__ import annotations

import pytest

from viewer.core.pages.dialled import link_spelled, said_digit_by_digit


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Call 911 now.", "Call 9 1 1 now."),
        ("Llame al 112.", "Llame al 1 1 2."),
        ("Call (988), or 999!", "Call (9 8 8), or 9 9 9!"),
        ("Call 555-0100 today.", "Call 5 5 5, 0 1 0 0 today."),
        ("(555) 555-0100", "5 5 5, 5 5 5, 0 1 0 0"),
        ("1-800-555-0100.", "1, 8 0 0, 5 5 5, 0 1 0 0."),
        ("+34 600 123 456", "+3 4, 6 0 0, 1 2 3, 4 5 6"),
        ("555.555.0100", "5 5 5, 5 5 5, 0 1 0 0"),
        ("0800123456", "0 8 0 0 1 2 3 4 5 6"),
        ("Phone:555-0100", "Phone:5 5 5, 0 1 0 0"),
    ],
)
def test_a_number_to_dial_is_spelled(text: str, said: str) -> None:
    assert said_digit_by_digit(text) == said
    assert said_digit_by_digit(said) == said, "once is enough"


@pytest.mark.parametrize(
    "text",
    [
        "Drink 1.5 to 2 cups.",
        "In 2026-11-22 and on 24.12.2026.",
        "From 2019-2020, or 1200 - 1500 mg",
        "It costs 1.000.000 or 10 000 000.",
        "At 112.5 or 911% or 999,99 or 112°.",
        "Some 1500000 people, 120/80, 10:30, 1-2 days.",
        "B12, H1N1 and COVID-19",
        "A 9110 and a 1911",
    ],
)
def test_any_other_number_is_read_as_it_stands(text: str) -> None:
    assert said_digit_by_digit(text) == text


def test_the_clinics_own_numbers_are_known() -> None:
    assert said_digit_by_digit("Call 15 or 0 61.", ("15", "061", "0 61", "")) == (
        "Call 1 5 or 0, 6 1."
    )
    assert said_digit_by_digit("Take 15.5 of 150.", ("15",)) == "Take 15.5 of 150."
    extension = "555-0100 ext. 12"
    assert said_digit_by_digit(extension, (extension,)) == "5 5 5, 0 1 0 0, ext, 1 2"


def test_every_number_of_a_telephone_link_is_one_to_dial() -> None:
    assert link_spelled("Call 15") == "Call 1 5"
    assert link_spelled("the team (555-0100)") == "the team 5 5 5, 0 1 0 0"
