"""Care guidance of any kinds, in any number: nothing about four of them is in the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import OpenViewer
from tests.ui.packs import PackWriter, care_section, section
from tests.ui.reader import Reader
from viewer.core.installation import find_installation

KINDS = {
    3: ["breathing", "sleep", "food"],
    7: ["rest", "noise", "feet", "teeth", "light", "company", "air"],
}


def card_titles(reader: Reader) -> list[str]:
    return [words for level, words in reader.headings() if level == 2]


@pytest.mark.parametrize("count", KINDS)
def test_the_care_page_and_the_sidebar_follow_the_topic(
    open_viewer: OpenViewer, packs: PackWriter, count: int
) -> None:
    kinds = KINDS[count]
    files = {f"s-{kind}": care_section(kind) for kind in sorted(kinds)}
    packs.topic("topic", files, care=kinds)
    reader = open_viewer("--plain", library=packs.folder, size=(1280, 800))
    questions = [f"What about {kind}?" for kind in kinds]
    assert reader.title == "Caring for yourself at home"
    assert [title for title in card_titles(reader) if title in questions] == questions
    assert reader.rows == ["Caring for yourself", *questions]
    for kind in kinds:
        for words in ("The message of", "First", "Second", "Rule of", "Never forget"):
            assert f"{words} {kind}" in reader.text
        assert f"Third {kind}" not in reader.text
    reader.click_link(questions[-1])
    assert reader.title == questions[-1]
    assert f"Third {kinds[-1]}" in reader.text


def test_kinds_that_the_topic_does_not_list_come_last(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    files = {kind: care_section(kind) for kind in ("alpha", "beta", "gamma")}
    packs.topic("topic", files, care=["gamma"])
    reader = open_viewer("--plain", library=packs.folder)
    assert reader.rows[1] == "What about gamma?"
    assert sorted(reader.rows[2:]) == ["What about alpha?", "What about beta?"]


def test_two_sections_of_one_kind(open_viewer: OpenViewer, packs: PackWriter) -> None:
    files = {
        "one": care_section("sleep", question="How do I sleep?"),
        "two": care_section("sleep", question="How do I nap?"),
    }
    packs.topic("topic", files, care=["sleep"])
    reader = open_viewer("--plain", library=packs.folder)
    assert set(reader.rows[1:]) == {"How do I sleep?", "How do I nap?"}
    assert {"How do I sleep?", "How do I nap?"} <= set(card_titles(reader))


def test_care_in_two_topics_is_on_one_page(open_viewer: OpenViewer, packs: PackWriter) -> None:
    packs.topic("heart", {"rest": care_section("rest")}, care=["rest"])
    packs.topic("lungs", {"air": care_section("air")}, care=["air"])
    reader = open_viewer("--plain", library=packs.folder)
    assert reader.title == "Caring for yourself at home"
    titles = reader.headings()
    order = [words for _, words in titles]
    for before, after in (("Heart", "What about rest?"), ("Lungs", "What about air?")):
        assert order.index(before) < order.index(after)
    assert order.index("What about rest?") < order.index("Lungs")
    assert reader.rows == ["Caring for yourself", "Heart", "Lungs"]

    reader.click_link("What about air?")
    assert reader.title == "What about air?"
    assert reader.topic_title == "Lungs"
    assert reader.rows == ["Caring for yourself", "What about air?"]
    reader.open_row("Caring for yourself")
    assert "What about air?" in reader.text
    assert "What about rest?" not in reader.text, "of this topic"


def test_a_card_without_an_icon_opens_wherever_it_is_clicked(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    packs.topic("heart", {"rest": care_section("rest")}, most_important={"en": "Rest a lot."})
    packs.topic("lungs", {"air": care_section("air")}, most_important={"en": "Breathe well."})
    reader = open_viewer("--clinical", library=packs.folder)
    assert reader.title == "Topics"
    reader.click_at(reader.point_in("Breathe well."))
    assert reader.title == "Title of air"


def test_the_help_section_is_never_more_than_one_step_away(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    urgent = section("Help", "Call.", "Call now.", question="When do I call?")
    files = {"rest": care_section("rest"), "help": urgent, "more": care_section("more")}
    packs.topic("topic", files, care=["rest", "more"], help="help")
    reader = open_viewer("--plain", library=packs.folder)
    assert reader.rows == [
        "Caring for yourself",
        "What about rest?",
        "What about more?",
        "When do I call?",
    ]
    reader.click_link("When do I call?")
    assert reader.title == "When do I call?"


def test_a_topic_without_care_opens_its_first_plain_text(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    packs.topic(
        "topic",
        {"a": section("A", "Clinical."), "b": section("B", "x", "Simple.", question="What is b?")},
    )
    reader = open_viewer("--plain", library=packs.folder)
    assert reader.title == "What is b?"
    assert reader.rows == ["What is b?"]


def test_no_kind_of_care_is_named_in_the_program() -> None:
    root = find_installation().content.parent
    kinds = ("temperature", "pressure", "mobility", "hydration", "calciphylaxis")
    shown = [p for p in Path(root, "resources").rglob("*.yaml") if p.parent.name != "skeleton"]
    found = [  # but in the words that authors are offered for a new topic
        f"{path.relative_to(root)}: {kind}"
        for path in [*Path(root, "viewer").rglob("*.py"), *shown]
        for kind in kinds
        if kind in path.read_text("utf-8").lower()
    ]
    assert found == []
