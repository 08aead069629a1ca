"""The clinic's values: put where the text names them, and never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.library import builder, hands, section_of, warmth, words
from tests.core.pages_of import help_boxes_on, text_on, words_on
from tests.core.shelf import feet
from viewer.core.blocks import Abbreviation, Blank, Image, Linked, Value
from viewer.core.level import Level
from viewer.core.packs.clinic import Clinic
from viewer.core.pages.page import Page
from viewer.core.pages.values import fill_text
from viewer.core.tree import runs, walk, walk_inlines

CLINIC = Clinic(clinic_name="Riverside", emergency_number="112", care_team_phone="+1-555-0100")
EVERYWHERE = """\
Call {{emergency_number}}.

## At {{clinic_name}}

!!! danger "Call {{emergency_number}} now"
    - **{{care_team_phone}}**

| {{clinic_name}} | b |
|---|---|
| c | {{ clinic_name }} |

{{clinic_name}}
:   {{emergency_number}}
"""


def page_of(tmp_path: Path, body: str, clinic: Clinic, title: str = "Warmth") -> Page:
    text = f'---\ntitle: "{title}"\nsources: [book]\n---\n{body}'
    topic = hands(tmp_path, {"en/warmth.md": text})
    return builder(clinic=clinic).section(topic, section_of(topic, "warmth"), Level.CLINICAL)


def links_on(page: Page) -> list[Linked]:
    found = (i for b in walk(page.blocks) for run in runs(b) for i in walk_inlines(run))
    return [inline for inline in found if isinstance(inline, Linked)]


def test_values_are_put_wherever_text_stands(tmp_path: Path) -> None:
    words = words_on(page_of(tmp_path, EVERYWHERE, CLINIC).blocks)
    assert words == [
        "Call 112.",
        "At Riverside",
        "Call 112 now",
        "+1-555-0100",
        *("Riverside", "b", "c", "Riverside"),
        *("Riverside", "112"),
    ]


def test_unset_values_are_words_and_no_number_is_guessed(tmp_path: Path) -> None:
    text = text_on(page_of(tmp_path, EVERYWHERE, Clinic()).blocks)
    assert "Call your local emergency number now" in text
    assert "At your clinic" in text
    assert "your care team" in text
    assert not any(character.isdigit() for character in text)


@pytest.mark.parametrize("clinic", [CLINIC, Clinic()])
def test_no_value_is_left_unfilled(clinic: Clinic, tmp_path: Path) -> None:
    page = page_of(tmp_path, EVERYWHERE, clinic)
    inlines = [i for b in walk(page.blocks) for run in runs(b) for i in walk_inlines(run)]
    assert not [inline for inline in inlines if isinstance(inline, Value)]
    assert "{{" not in text_on(page.blocks)


def test_values_stand_in_titles_too(tmp_path: Path) -> None:
    title = "When to call {{emergency_number}}"
    assert page_of(tmp_path, "A.", CLINIC, title).title == "When to call 112"
    unset = page_of(tmp_path, "A.", Clinic(), title).title
    assert unset == "When to call your local emergency number"


def test_an_unknown_value_in_a_title_is_a_line_to_write_on(tmp_path: Path) -> None:
    assert page_of(tmp_path, "A.", CLINIC, "Call {{nobody}}").title == "Call ____"


def test_a_blank_stays_with_its_label(tmp_path: Path) -> None:
    page = page_of(tmp_path, "At most {{blank:my limit a day}} or {{blank}}.", CLINIC)
    inlines = [i for b in walk(page.blocks) for run in runs(b) for i in walk_inlines(run)]
    blanks = [inline.label for inline in inlines if isinstance(inline, Blank)]
    assert blanks == ["my limit a day", ""]


def test_an_unknown_value_is_a_line_to_write_on(tmp_path: Path) -> None:
    assert text_on(page_of(tmp_path, "Call {{doctor}}.", CLINIC).blocks) == "Call ____."


def test_a_telephone_link_dials_the_clinics_number(tmp_path: Path) -> None:
    (link,) = links_on(page_of(tmp_path, "[Call](tel:{{care_team_phone}})", CLINIC))
    assert link.link.href == "tel:+1-555-0100"


@pytest.mark.parametrize(
    "clinic", [Clinic(), Clinic(care_team_phone="ask at the desk"), Clinic(care_team_phone="x:1")]
)
def test_a_telephone_link_without_a_number_is_words(clinic: Clinic, tmp_path: Path) -> None:
    page = page_of(tmp_path, "[Call us](tel:{{care_team_phone}}) today.", clinic)
    assert links_on(page) == []
    assert text_on(page.blocks) == "Call us today."


def test_values_stand_in_what_a_picture_shows_and_an_abbreviation_means(tmp_path: Path) -> None:
    body = "*[RKC]: {{clinic_name}} care\n\nRKC ![The door of {{clinic_name}}](a.svg)"
    page = page_of(tmp_path, body, CLINIC)
    inlines = [i for b in walk(page.blocks) for run in runs(b) for i in walk_inlines(run)]
    assert [i.meaning for i in inlines if isinstance(i, Abbreviation)] == ["Riverside care"]
    assert [i.alternative for i in inlines if isinstance(i, Image)] == ["The door of Riverside"]


def test_a_value_is_words_and_no_markup(tmp_path: Path) -> None:
    clinic = Clinic(clinic_name="<b>A & B</b> {{emergency_number}} [c](d)")
    text = text_on(page_of(tmp_path, "At {{clinic_name}}.", clinic).blocks)
    assert text == "At <b>A & B</b> {{emergency_number}} [c](d)."


def test_the_help_box_names_the_clinics_numbers() -> None:
    (box,) = help_boxes_on(builder(clinic=CLINIC).care([feet()], "feet"))
    assert "Call +1-555-0100 at Riverside." in words_on([box])


def test_the_same_section_can_be_shown_for_two_clinics(tmp_path: Path) -> None:
    topic, section = warmth(tmp_path, "At {{clinic_name}}.")
    pages = [
        builder(clinic=Clinic(clinic_name=name)).section(topic, section, Level.CLINICAL)
        for name in ("One", "Two")
    ]
    assert [text_on(page.blocks) for page in pages] == ["At One.", "At Two."]


def test_a_value_keeps_its_order_among_words_from_right_to_left() -> None:
    clinic = Clinic(care_team_phone="555-0100")
    for language, filled in (("en", "Call 555-0100"), ("ar", "Call \u2068555-0100\u2069")):
        assert fill_text("Call {{care_team_phone}}", clinic, words(language)) == filled
