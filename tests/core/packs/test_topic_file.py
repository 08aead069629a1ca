"""``topic.yaml``: each key of the contract becomes its typed value."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.core.library import TOPIC, findings, hands, write_hands
from tests.core.shelf import feet
from viewer.core.model import Review, Source
from viewer.core.pages.version import text_version


def test_titles_are_read_in_every_language() -> None:
    assert feet().title_in("en") == "Foot care"
    assert feet().title_in("es") == "Cuidado de los pies"
    assert feet().title_in("es-MX") == "Cuidado de los pies"
    assert feet().title_in("fr") == "Foot care"


def test_the_most_important_sentence_is_read() -> None:
    assert feet().most_important.get("es", "en") == "Mire sus pies cada día."


def test_codes_are_words_by_system() -> None:
    assert feet().codes == {"icd10cm": ("Z00.0", "Z00.1")}


def test_groups_keep_their_order_and_their_sections() -> None:
    about, care = feet().groups
    assert (about.id, about.sections) == ("about", ("why",))
    assert (care.id, care.sections) == ("care", ("wash", "shoes", "help"))
    assert care.title.get("es", "en") == "Cuidar"
    assert (about.line, care.line) == (7, 10)


def test_care_and_help_are_read() -> None:
    assert feet().care == ("wash", "shoes")
    assert feet().help == "help"


def test_sources_are_read_with_and_without_the_optional_keys() -> None:
    book, leaflet = feet().sources.values()
    assert book == Source(
        id="book",
        title="The foot book",
        publisher="A publisher",
        url="https://example.org/feet",
        empty=("Toes",),
        line=16,
    )
    assert (leaflet.title, leaflet.publisher, leaflet.url, leaflet.empty) == (
        "A leaflet",
        "",
        "",
        (),
    )


def test_states_of_translations_are_read() -> None:
    assert feet().translations == {"es": "reviewed", "es-MX": "draft"}


def test_a_review_is_read_with_its_days() -> None:
    assert feet().reviews["en"] == Review(
        by="A nurse, RN",
        at=datetime.date(2026, 1, 15),
        due=datetime.date(2099, 1, 15),
        text="e97b6246",
        line=25,
    )


def test_scores_keep_the_names_that_the_scorer_gave() -> None:
    assert feet().scores == {"en": {"pemat_understandability": "92", "by": "A nurse"}}


@pytest.mark.parametrize(
    "word", ["on", "off", "yes", "no", "true", "False", "12", "1_0", "0x1f", "1.50"]
)
def test_what_other_yaml_takes_for_a_value_is_a_word(word: str, tmp_path: Path) -> None:
    topic = hands(tmp_path, {"topic.yaml": TOPIC.replace("Hand care", word)})
    assert topic.title_in("en") == word
    assert not topic.problems


def test_words_may_be_codes_ids_and_kinds(tmp_path: Path) -> None:
    text = TOPIC.replace("[hygiene]", "[hygiene, no]") + "codes: {on: [yes, 1]}\n"
    topic = hands(tmp_path, {"topic.yaml": text})
    assert topic.care == ("hygiene", "no")
    assert topic.codes == {"on": ("yes", "1")}


@pytest.mark.parametrize("text", ["\ufeff" + TOPIC, TOPIC.replace("\n", "\r\n")])
def test_a_byte_order_mark_and_windows_line_ends_are_no_findings(text: str, tmp_path: Path) -> None:
    library = write_hands(tmp_path, {"topic.yaml": text})
    assert findings(library) == []


def test_lines_are_right_with_windows_line_ends(tmp_path: Path) -> None:
    text = "\ufeff" + (TOPIC + "colour: red\n").replace("\n", "\r\n")
    library = write_hands(tmp_path, {"topic.yaml": text})
    assert findings(library) == [("unknown-key", "hands/topic.yaml", 11)]


def test_of_a_doubled_key_the_first_counts(tmp_path: Path) -> None:
    topic = hands(tmp_path, {"topic.yaml": TOPIC + "title: {en: Other}\n"})
    assert topic.title_in("en") == "Hand care"


def test_a_topic_without_a_title_is_called_by_its_id(tmp_path: Path) -> None:
    topic = hands(tmp_path, {"topic.yaml": "format: 1\n"})
    assert topic.title_in("en") == "hands"


def test_only_format_title_and_groups_are_needed(tmp_path: Path) -> None:
    front = "---\ntitle: A\nsources: [unsourced]\n---\nText.\n"
    group = "{id: a, title: {en: A}, sections: [warmth, washing]}"
    text = f"format: 1\ntitle: {{en: A}}\ngroups: [{group}]\n"
    files = {"topic.yaml": text, "en/warmth.md": front, "en/washing.md": front}
    assert findings(write_hands(tmp_path, files)) == []


def test_many_faults_are_all_told_at_once(tmp_path: Path) -> None:
    text = TOPIC.replace("title: {en: Hand care}\n", "") + "a: 1\nb: 2\nhelp: [x]\n"
    found = findings(write_hands(tmp_path, {"topic.yaml": text}))
    assert found == [
        ("missing-key", "hands/topic.yaml", 1),
        ("unknown-key", "hands/topic.yaml", 10),
        ("unknown-key", "hands/topic.yaml", 11),
        ("wrong-type", "hands/topic.yaml", 12),
    ]


def test_the_date_of_the_text_is_read(tmp_path: Path) -> None:
    topic = hands(tmp_path, {"topic.yaml": f"{TOPIC}date: 2026-11-22\n"})
    assert topic.date == datetime.date(2026, 11, 22)
    assert findings(tmp_path / "library") == []


def test_a_date_that_is_none_is_a_problem(tmp_path: Path) -> None:
    topic = hands(tmp_path, {"topic.yaml": f"{TOPIC}date: last spring\n"})
    assert topic.date is None
    assert findings(tmp_path / "library") == [("bad-value", "hands/topic.yaml", 11)]


def test_the_date_is_no_part_of_the_text_that_a_review_names(tmp_path: Path) -> None:
    dated = hands(tmp_path / "a", {"topic.yaml": f"{TOPIC}date: 2026-11-22\n"})
    assert text_version(dated, "en") == text_version(hands(tmp_path / "b"), "en")
