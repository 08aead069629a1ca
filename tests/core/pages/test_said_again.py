"""Words of a page by themselves: said as they are where the page is read, and never with less."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.library import words
from tests.core.pages.test_spoken import page_of
from viewer.core.pages.said_again import as_said
from viewer.core.pages.spoken import Utterance, said_of, utterances

TEXT = """
Alcohol. Yes.

| Sign | What to do |
|---|---|
| Fever | Yes |

### Alcohol {: .dont }

- Take ibuprofen
- Buy pills at [a shop](https://example.org/pills)
- Call [the shop](tel:5550100) at 555-0100
- Alcohol
"""


@pytest.fixture
def page(tmp_path: Path) -> tuple[Utterance, ...]:
    return utterances(page_of(tmp_path, TEXT), words)


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        ("Take ibuprofen", "Do not: Take ibuprofen"),
        ("Take ibuprofen.", "Do not: Take ibuprofen"),
        ("Alcohol", "Do not: Alcohol"),
        ("Yes", "Yes."),
        (
            "Buy pills at a shop (https://example.org/pills)",
            "Do not: Buy pills at a shop (https://example.org/pills)",
        ),
        ("Call the shop at 555\N{NO-BREAK SPACE}0100", "Do not: Call the shop at 5 5 5, 0 1 0 0"),
        ("Something else", "Something else"),
    ],
)
def test_words_of_a_page_keep_what_is_said_before_them(
    page: tuple[Utterance, ...], seen: str, said: str
) -> None:
    assert [one.text for one in as_said(said_of((seen,), "en"), page)] == [said]


def test_a_heading_takes_nothing_from_an_item_of_the_same_words(
    page: tuple[Utterance, ...],
) -> None:
    heard = as_said(said_of(("Alcohol",), "en"), page, is_heading=True)
    assert [one.text for one in heard] == ["Alcohol"]
