"""Libraries of several topics, and libraries elsewhere."""

from __future__ import annotations

from tests.conftest import OpenViewer
from tests.ui.packs import PackWriter, care_section, section


def three_topics(packs: PackWriter) -> None:
    packs.topic("asthma", {"a": section("About asthma", "Airways.")})
    packs.topic(
        "gout",
        {"g": section("About gout", "Joints. See [asthma](section:asthma/a#more).")},
        most_important={"en": "Drink as agreed."},
    )
    packs.topic("kidney-stones", {"k": care_section("stones")}, title={"en": "Stones"})


def test_home_lists_the_topics(open_viewer: OpenViewer, packs: PackWriter) -> None:
    three_topics(packs)
    reader = open_viewer(library=packs.folder)
    assert reader.title == "Topics"
    titles = [words for level, words in reader.headings() if level == 2]
    assert titles[:3] == ["Asthma", "Gout", "Stones"]
    assert "Drink as agreed." in reader.text
    assert reader.rows == ["Asthma", "Gout", "Stones"]
    assert reader.topic_title == "Topics"
    assert reader.row_shown == ""

    reader.click_link("Gout")
    assert reader.title == "About gout"
    assert reader.topic_title == "Gout"
    assert reader.rows == ["All of it", "About gout"]


def test_the_sidebar_shows_the_topic_that_is_open(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    three_topics(packs)
    reader = open_viewer(library=packs.folder)
    reader.open_row("Stones")
    assert (reader.title, reader.topic_title) == ("Title of stones", "Stones")
    reader.press("Home")
    assert (reader.title, reader.topic_title) == ("Topics", "Topics")
    reader.open_row("Gout")
    reader.click_link("asthma")
    assert (reader.title, reader.topic_title) == ("About asthma", "Asthma")
    reader.press("Back")
    assert (reader.title, reader.topic_title) == ("About gout", "Gout")
    assert reader.row_shown == "About gout"


def test_one_topic_needs_no_list(open_viewer: OpenViewer, packs: PackWriter) -> None:
    packs.topic("gout", {"g": section("About gout", "Joints.")})
    reader = open_viewer(library=packs.folder)
    assert reader.title == "About gout"
    reader.press("Home")
    assert reader.title == "About gout"


def test_topics_of_two_libraries_stand_together(open_viewer: OpenViewer, packs: PackWriter) -> None:
    three_topics(packs)
    other = PackWriter(packs.folder.parent / "other library")
    other.topic("zoster", {"z": section("About zoster", "Rash.")})
    other.topic("gout", {"g": section("Another gout", "Never shown.")})
    reader = open_viewer("--library", str(packs.folder), "--library", str(other.folder))
    assert reader.rows == ["Asthma", "Gout", "Stones", "Zoster"]
    reader.open_row("Gout")
    assert reader.title == "About gout"


def test_the_switch_on_the_list_of_topics(open_viewer: OpenViewer, packs: PackWriter) -> None:
    packs.topic("heart", {"rest": care_section("rest")})
    packs.topic("lungs", {"air": care_section("air")})
    reader = open_viewer(library=packs.folder)
    assert reader.title == "Topics"
    reader.press("Plain language")
    assert reader.title == "Caring for yourself at home"
    reader.press("Plain language")
    assert reader.title == "Topics"


def test_home_keeps_the_level(open_viewer: OpenViewer, packs: PackWriter) -> None:
    packs.topic("heart", {"rest": care_section("rest")})
    packs.topic("lungs", {"air": care_section("air")})
    reader = open_viewer("--topic", "heart", "--plain", library=packs.folder)
    reader.press("Home")
    assert reader.switch_is_on
    assert "Heart" in reader.rows
    reader.open_row("Lungs")
    assert reader.title == "Caring for yourself at home"
    assert "What about air?" in reader.text


def test_many_topics_are_all_in_the_sidebar(open_viewer: OpenViewer, packs: PackWriter) -> None:
    for number in range(80):
        packs.topic(f"topic-{number:02}", {"a": section(f"About {number:02}", "Words.")})
    reader = open_viewer(library=packs.folder)
    assert len(reader.rows) == 80
    reader.open_row("Topic 79")
    assert reader.title == "About 79"


def test_a_topic_without_any_readable_file_costs_only_itself(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    three_topics(packs)
    (packs.folder / "gout" / "topic.yaml").write_bytes(b"\xff\xfe: [broken")
    (packs.folder / "empty").mkdir()
    (packs.folder / "Wrong Name").mkdir()
    reader = open_viewer(library=packs.folder)
    assert {"Asthma", "Stones"} <= set(reader.rows)
    reader.open_row("Asthma")
    assert "Airways." in reader.text
    reader.press("Home")
    for index in range(len(reader.rows)):
        reader.open_row(reader.rows[index])
        assert reader.title
        reader.press("Home")
