"""The care page, Home, and the box about getting help."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.core.library import TODAY, Files, builder, warmth, write
from tests.core.pages_of import (
    actions_on,
    callouts_on,
    cards_on,
    help_boxes_on,
    outline,
    skips,
    text_on,
    words_on,
)
from tests.core.shelf import GOOD, feet
from viewer.core.blocks import Heading
from viewer.core.installation import find_installation
from viewer.core.level import Level
from viewer.core.model import Topic
from viewer.core.packs.clinic import Clinic
from viewer.core.packs.library import Library
from viewer.core.pages.builder import PageBuilder
from viewer.core.place import PageKind
from viewer.core.words import read_words

KINDS = ("temperature", "pressure", "mobility", "hydration", "food", "sleep", "wounds")


def care_text(kind: str) -> str:
    return (
        f"---\ntitle: T {kind}\nplain_title: What about {kind}?\ncare: {kind}\n"
        "sources: [book]\n---\n"
        f"## P {{: .plain }}\n\nMessage of {kind}.\n\n"
        f"### Do {{: .do }}\n\n- one {kind}\n- two {kind}\n- three {kind}\n\n"
        f"### Never {{: .dont }}\n\n- ice\n\n"
        f"### Rule {{: #rule-{kind} .safety }}\n\nSafety of {kind}.\n"
    )


def topic_with(
    folder: Path, kinds: Iterable[str], care: Iterable[str], more: Files | None = None
) -> Topic:
    """A topic with a section of each kind, and an order of them."""
    kinds = list(kinds)
    sections = ", ".join(kinds)
    text = (
        f"format: 1\ntitle: {{en: Topic {folder.name}}}\ncare: [{', '.join(care)}]\n"
        f"groups: [{{id: a, title: {{en: A}}, sections: [{sections}]}}]\n"
        "sources: [{id: book, title: A book}]\n"
    )
    files = {f"en/{kind}.md": care_text(kind) for kind in kinds}
    write(folder, {"topic.yaml": text, **files, **(more or {})})
    return Library([folder.parent]).topic(folder.name)


def kinds_on(topics: list[Topic]) -> list[str]:
    return [card.link.target for card in cards_on(builder().care(topics))]


@pytest.mark.parametrize("count", [1, 3, 4, 7])
def test_there_is_a_card_for_each_kind(count: int, tmp_path: Path) -> None:
    topic = topic_with(tmp_path / "a", KINDS[:count], KINDS[:count])
    assert kinds_on([topic]) == list(KINDS[:count])


def test_cards_stand_in_the_order_of_care(tmp_path: Path) -> None:
    topic = topic_with(tmp_path / "a", KINDS[:4], reversed(KINDS[:4]))
    assert kinds_on([topic]) == list(reversed(KINDS[:4]))


def test_a_kind_that_is_not_listed_comes_last(tmp_path: Path) -> None:
    topic = topic_with(tmp_path / "a", ["sleep", "food", "hydration"], ["hydration"])
    assert kinds_on([topic]) == ["hydration", "sleep", "food"]


def test_a_care_section_without_plain_text_has_no_card(tmp_path: Path) -> None:
    clinical = "---\ntitle: A\ncare: food\nsources: [book]\n---\nText.\n"
    topic = topic_with(tmp_path / "a", KINDS[:2], KINDS[:2], {"en/food.md": clinical})
    assert kinds_on([topic]) == list(KINDS[:2])


def test_several_sections_of_one_kind_stand_together(tmp_path: Path) -> None:
    more = {"en/air.md": care_text("temperature")}
    topic = topic_with(tmp_path / "a", KINDS[:3], KINDS[:3], more)
    assert kinds_on([topic]) == ["temperature", "air", "pressure", "mobility"]


def test_kinds_of_two_topics_stand_under_their_topics(tmp_path: Path) -> None:
    one = topic_with(tmp_path / "one", KINDS[:2], KINDS[:2])
    two = topic_with(tmp_path / "two", KINDS[:3], KINDS[:3])
    page = builder().care([one, two])
    headings = [text_on([b]) for b in page.blocks if isinstance(b, Heading)]
    assert headings == ["Topic one", "Topic two"]
    assert [card.link.topic for card in cards_on(page)] == ["one"] * 2 + ["two"] * 3
    assert page.provenance is not None
    assert page.provenance.review.state == "draft"
    assert (page.place.kind, page.place.topic) == (PageKind.CARE, "")


def test_a_card_shows_message_first_actions_and_safety(tmp_path: Path) -> None:
    topic = topic_with(tmp_path / "a", ["food"], ["food"])
    (card,) = cards_on(builder().care([topic]))
    assert text_on([card]).split()[:3] == ["What", "about", "food?"]
    assert "Message of food." in words_on([card])
    assert actions_on(card) == ["one food", "two food"]
    assert words_on([card]).count("Safety of food.") == 1
    assert card.icon == "food"


def test_what_not_to_do_is_never_an_action_on_a_card(tmp_path: Path) -> None:
    text = care_text("food").replace("### Do {: .do }", "### Also").replace("- one food\n", "")
    text = text.replace("- two food\n- three food\n", "Words.\n")
    topic = topic_with(tmp_path / "a", [], [], {"en/food.md": text})
    (card,) = cards_on(builder().care([topic]))
    assert actions_on(card) == []
    assert "ice" not in words_on([card])


def test_safety_text_of_the_clinical_level_is_on_the_card(tmp_path: Path) -> None:
    text = care_text("food").replace("## P", "## Dose {: #dose .safety }\n\nHalf.\n\n## P")
    topic = topic_with(tmp_path / "a", [], [], {"en/food.md": text})
    (card,) = cards_on(builder().care([topic]))
    assert {"Half.", "Safety of food."} <= set(words_on([card]))


def test_a_card_with_safety_inside_safety_says_it_once(tmp_path: Path) -> None:
    text = care_text("food") + "\n#### Inner {: #inner .safety }\n\nInner safety.\n"
    topic = topic_with(tmp_path / "a", [], [], {"en/food.md": text})
    (card,) = cards_on(builder().care([topic]))
    assert words_on([card]).count("Inner safety.") == 1


def test_a_broken_care_section_is_a_notice_on_its_card(tmp_path: Path) -> None:
    more = {"en/food.md": care_text("food") + "[" * 500}
    topic = topic_with(tmp_path / "a", KINDS[:2], KINDS[:2], more)
    page = builder().care([topic])
    assert "This page cannot be shown" in words_on([cards_on(page)[2]])
    assert "Message of temperature." in words_on(page.blocks)


def test_the_help_box_has_all_of_the_help_section_but_the_questions() -> None:
    page = builder().care([feet()], "feet")
    (box,) = help_boxes_on(page)
    assert page.blocks[-1] is box
    assert text_on([box]).startswith("When do I call?")
    assert "Call early." in words_on([box])
    assert "My doctor is ____." in words_on([box])
    assert "When will you call?" not in words_on([box])


def test_a_topic_without_help_has_no_box(tmp_path: Path) -> None:
    topic = topic_with(tmp_path / "a", KINDS[:1], KINDS[:1])
    assert help_boxes_on(builder().care([topic])) == []


def test_a_broken_help_section_still_has_its_box(tmp_path: Path) -> None:
    topic_with(tmp_path / "a", ["food"], ["food"], {"en/help.md": ""})
    text = (tmp_path / "a/topic.yaml").read_text("utf-8")
    write(tmp_path / "a", {"topic.yaml": text + "help: help\n"})
    topic = Library([tmp_path]).topic("a")
    (box,) = help_boxes_on(builder().care([topic]))
    assert "This page cannot be shown" in words_on([box])


@pytest.mark.parametrize("language", ["en", "es", "es-MX", "fr"])
def test_the_care_page_is_in_the_readers_language_where_there_is_one(language: str) -> None:
    page = builder(language).care([feet()], "feet")
    wanted = {"es": ["es", "es"], "es-MX": ["es", "es-MX"]}.get(language, ["en", "en"])
    assert [card.language for card in cards_on(page)] == wanted


def test_no_heading_level_is_skipped_on_any_care_page(tmp_path: Path) -> None:
    deep = care_text("food") + "\n#### A\n\n##### B {: #b .safety }\n\nC.\n\n###### D\n\nE.\n"
    topic = topic_with(tmp_path / "a", KINDS[:3], KINDS[:3], {"en/food.md": deep})
    shipped = list(Library([find_installation().content]).topics())
    for topics in ([topic], [topic, feet()], shipped):
        assert skips(outline(builder().care(topics))) == []


def test_the_shipped_care_page_has_its_four_kinds_and_help() -> None:
    topic = Library([find_installation().content]).topic("calciphylaxis")
    page = builder().care([topic], topic.id)
    kinds = [card.link.target for card in cards_on(page)]
    assert kinds == ["temperature", "pressure", "mobility", "hydration"]
    assert all(actions_on(card) for card in cards_on(page))
    assert len(help_boxes_on(page)) == 1


def test_callouts_without_a_title_are_called_by_their_kind() -> None:
    topic = feet()
    section = topic.section("help", "en")
    assert section is not None
    assert callouts_on(builder().section(topic, section, Level.CLINICAL)) == ["Note"]


def test_a_callout_is_called_by_its_kind_in_the_readers_language(tmp_path: Path) -> None:
    english = "callout: {note: Note, tip: Tip, warning: Warning, danger: Danger}\n"
    spanish = "callout: {note: Nota, tip: Consejo, warning: Aviso}\n"
    words = read_words(write(tmp_path / "words", {"en.yaml": english, "es.yaml": spanish}), "es")
    body = "".join(f"!!! {kind}\n    A.\n\n" for kind in ("note", "tip", "warning", "danger"))
    topic, section = warmth(tmp_path, body + '!!! tip "Own"\n    A.\n')
    spanish_builder = PageBuilder(words, Clinic(), "en", lambda: TODAY)
    page = spanish_builder.section(topic, section, Level.CLINICAL)
    assert callouts_on(page) == ["Nota", "Consejo", "Aviso", "Danger", "Own"]


def test_home_lists_every_topic() -> None:
    page = builder("es").home(list(Library([GOOD]).topics()), Level.PLAIN)
    breath, foot, _ = cards_on(page)
    assert words_on([breath]) == ["Breathing"]
    assert words_on([foot]) == ["Cuidado de los pies", "Mire sus pies cada día."]
    assert (breath.language, foot.language) == ("en", "es")
    assert foot.link.href == "topic:feet"


def test_home_without_topics_says_so() -> None:
    page = builder().home([], Level.PLAIN)
    assert words_on(page.blocks) == ["There are no topics in this library."]


def test_home_with_one_topic_is_a_list_of_one() -> None:
    page = builder().home([feet()], Level.CLINICAL)
    assert len(cards_on(page)) == 1
    assert (page.place.kind, page.place.level) == (PageKind.HOME, Level.CLINICAL)
