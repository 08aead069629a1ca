"""Blocks as the template's data."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from tests.handout.sample import data_of, given, handout, part
from viewer.core.blocks import Blank, Card, HelpBox, Paragraph, Text
from viewer.core.images import ImageData
from viewer.core.links import Link, LinkKind
from viewer.handout.model import PartKind
from viewer.handout.order import Order
from viewer.handout.runs_data import plain_text


def nodes(markdown: str, language: str = "en", **more: Any) -> list[Any]:
    data = data_of(handout(part(markdown, "T", language=language)), **more)
    return [row[0][0] for row in data["parts"][0]["rows"]]


def runs(markdown: str, **more: Any) -> list[Any]:
    found: list[Any] = nodes(markdown, **more)[0]["runs"]
    return found


def test_it_is_plain_data() -> None:
    data = data_of(handout(part("- a\n- b", "T"), given()), logo=ImageData("svg", b"<svg/>"))
    assert json.loads(json.dumps(data)) == data


def test_an_abbreviation_is_explained_where_it_first_stands() -> None:
    text = "HD and HD.\n\n*[HD]: hemodialysis"
    assert plain_text(runs(text)) == "HD (hemodialysis) and HD."


def test_a_web_link_prints_its_address_too() -> None:
    link, *rest = runs("[CDC](https://cdc.gov/a)")
    assert link == {"k": "link", "url": "https://cdc.gov/a", "runs": ["CDC"]}
    assert "https://cdc.gov/a" in str(rest)


@pytest.mark.parametrize("target", ["section:x", "#y"])
def test_other_links_are_words(target: str) -> None:
    assert runs(f"[words]({target})") == ["words"]


def test_a_number_to_call_is_on_paper_too() -> None:
    assert "".join(map(str, runs("[our nurse](tel:112)"))) == "our nurse (112)"
    assert "".join(map(str, runs("[the 112](tel:112)"))) == "the 112", "said once"


def test_a_line_to_write_on_stays_with_the_word_before_it() -> None:
    before, blank, after = runs("every {{blank}} hours")
    assert (before, after) == ("every\u00a0", " hours")
    assert blank["k"] == "blank"


def test_what_the_nurse_typed_stands_on_the_line() -> None:
    order = Order(topic="t", blanks={"given:1": "Ana"})
    data = data_of(handout(given()), order=order)
    assert {"k": "filled", "text": "Ana"} in data["parts"][0]["rows"][0][0][0]["runs"]


def test_a_safety_text_is_a_box() -> None:
    text = "a\n\n### S {: #s .safety }\n\nb\n\n#### inner\n\nc\n\n### Next\n\nd"
    found = nodes(text)
    assert [node["k"] for node in found] == ["paragraph", "safety", "heading", "paragraph"]
    assert len(found[1]["blocks"]) == 4


def test_a_safety_text_of_two_languages_is_one_box() -> None:
    text = "### S {: #s .safety }\n\nb\n\nc\n\n### Next\n\nd"
    two = [handout(part(text, "T", language=tag), language=tag) for tag in ("en", "es")]
    box, *rest = data_of(*two)["parts"][0]["rows"]
    assert box["k"] == "safety"
    assert len(box["rows"]) == 3
    assert len(rest) == 2


def test_the_box_at_the_top_says_on_which_page_getting_help_is() -> None:
    top = part("Be well.", "Most important:", PartKind.MOST_IMPORTANT)
    aid = part("Call.", "Getting help", PartKind.HELP)
    said, line = data_of(handout(top, part("text", "T"), aid))["parts"][0]["rows"]
    assert said[0][0]["runs"] == ["Be well."]
    mark = {"k": "reference", "to": "part-help", "runs": ["Getting help"]}
    assert line == [[{"k": "paragraph", "runs": [mark]}]]
    contents = part("", "In this handout", PartKind.CONTENTS)
    with_contents = data_of(handout(top, contents, aid))["parts"][0]["rows"]
    assert len(with_contents) == 1  # they say it


def test_the_words_of_the_paper_tell_their_language_where_it_is_another() -> None:
    one = handout(part("text", "T"), language="ar")
    words = replace(one.words, languages={"questions_call": "en", "source": "en"})
    (column,) = data_of(replace(one, words=words))["columns"]
    assert (column["call"]["lang"], column["call"]["rtl"]) == ("en", False)
    assert [piece["lang"] for piece in column["foot"]] == ["en", "ar", "ar", "ar"]
    (own,) = data_of(one)["columns"]
    assert "lang" not in own["call"]
    assert not any("lang" in piece for piece in own["foot"])


def test_levels_are_never_skipped() -> None:
    found = nodes("##### deep\n\n## flat\n\n###### deep")
    assert [node["level"] for node in found] == [3, 2, 3]


def test_a_language_is_told_where_it_changes() -> None:
    data = data_of(handout(part("text", "T", language="ar")))
    node = data["parts"][0]["rows"][0][0][0]
    assert (node["lang"], node["rtl"]) == ("ar", True)
    assert "lang" not in nodes("text")[0]


def test_cards_and_boxes_of_the_screen_do_no_harm() -> None:
    inner = (Paragraph(language="en", children=(Text("x"), Blank("l"))),)
    link = Link(LinkKind.SECTION, "s")
    card = Card(language="en", icon="", title=(Text("C"),), link=link, blocks=inner)
    box = HelpBox(language="en", title=(Text("H"),), link=link, blocks=inner)
    found = data_of(handout(replace(part("", "T"), blocks=(card, box))))["parts"][0]["rows"]
    assert [row[0][0]["k"] for row in found] == ["callout", "callout"]


def test_spaces_and_control_characters_do_not_reach_the_paper() -> None:
    one = part("a\nb", "T\x07\n t")
    assert data_of(handout(one))["parts"][0]["titles"][0]["runs"] == ["T t"]
    assert runs("a\nb") == ["a b"]


def test_a_picture_of_dots_becomes_a_drawing() -> None:
    png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x04\0\0\0\x02rest"
    data = data_of(handout(part("![a](a.png)", "T")), pictures=lambda _: ImageData("png", png))
    (drawing,) = data["pictures"].values()
    assert 'width="2.0pt" height="1.0pt"' in drawing


def test_the_kind_of_each_part_is_told() -> None:
    data = data_of(handout(*(part("", "T", kind) for kind in PartKind)))
    assert [part["kind"] for part in data["parts"]] == [str(kind) for kind in PartKind]
