"""What is heard of a page knows which of its letters can be seen there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.library import words
from tests.core.pages.test_spoken import CLINIC, page_of
from viewer.core.pages.heard import Heard, Row, Seen, letters_of
from viewer.core.pages.spoken import Utterance, utterances


def said(tmp_path: Path, markdown: str) -> list[Utterance]:
    """What is said of a section between its title and the foot."""
    every = utterances(page_of(tmp_path, markdown, CLINIC), words, ("15", "555-0100"))
    return [each for each in every if each.block >= 0]


@pytest.mark.parametrize(
    ("markdown", "seen"),
    [
        ("Keep **warm**. Rest.", ["Keepwarm", "Rest"]),
        ("Call {{care_team_phone}} now.", ["Call5550100now"]),
        ("[Call 1 555 0100](tel:15550100).", ["Call15550100"]),
        ("![A hand](images/hand.svg) Warm it.", ["Warmit"]),
        ("Weigh {{blank: in kg}} daily.", ["Weighinkgdaily"]),
        ("Weigh {{blank}} daily.", ["Weighdaily"]),
        ("### Not {: .dont }\n\n1. Rub it. Ever.", ["Not", "Rubit", "Ever"]),
    ],
)
def test_only_what_stands_on_the_page_is_seen(
    tmp_path: Path, markdown: str, seen: list[str]
) -> None:
    found = ["".join(piece.letters for piece in each.seen) for each in said(tmp_path, markdown)]
    assert found == seen


def test_a_picture_alone_is_heard_and_has_no_letters(tmp_path: Path) -> None:
    (only,) = said(tmp_path, "![A warm hand](images/hand.svg)")
    assert (only.text, only.seen) == ("A warm hand", ())


def test_a_rows_cells_are_seen_apart_and_its_headers_are_not(tmp_path: Path) -> None:
    rows = said(tmp_path, "| Sign | Do it |\n|---|---|\n| Fever | Call. Wait. |\n| | Rest |")
    assert [each.seen for each in rows] == [
        (Seen("Fever", 0), Seen("Call", 1)),
        (Seen("Wait", 1),),
        (Seen("Rest", 1),),
    ]
    header = ("Sign", "Doit")
    assert [each.row for each in rows] == [Row(0, header), Row(0, header), Row(1, header)]


def test_letters_keep_their_places_whatever_stands_between_them() -> None:
    heard = Heard("Call ")
    heard += Heard("now ", None)
    heard += Heard("9-1-1")
    heard.said_as("Call now 9 1 1")
    places = iter(heard.places)
    assert heard.seen("Call now 9", places) == (Seen("Call9"),)
    assert heard.seen("1 1", places) == (Seen("11"),)
    assert letters_of("¡Sí, 2½ m²!") == "Sí2½m²"
