"""Where plain text stands, told without parsing: it must agree with the parsed text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.library import warmth
from viewer.core.blocks import Heading
from viewer.core.installation import find_installation
from viewer.core.level import Level
from viewer.core.model import Section
from viewer.core.packs.levels import levels_of
from viewer.core.packs.library import Library
from viewer.core.pages.section_text import section_text

SHIPPED = [
    pytest.param(section, id=f"{topic.id}/{section.language}/{section.id}")
    for topic in Library([find_installation().content]).topics()
    for sections in topic.sections.values()
    for section in sections.values()
]
BOTH = {Level.CLINICAL, Level.PLAIN}
TRICKY = {
    "clinical alone": ("A.", {Level.CLINICAL}),
    "plain alone": ("## A {: .plain }\n\nB.", {Level.PLAIN}),
    "both": ("A.\n\n## B {: .plain }\n\nC.", BOTH),
    "nothing": ("", set()),
    "headings alone": ("# A\n\n## B {: .plain }\n\n### C", set()),
    "a clinical heading without text": ("## A\n\n## B {: .plain }\n\nC.", {Level.PLAIN}),
    "a plain heading without text": ("A.\n\n## B {: .plain }", {Level.CLINICAL}),
    "after plain text": ("## A {: .plain }\n\nB.\n\n## C\n\nD.", BOTH),
    "after plain text, higher": ("### A {: .plain }\n\nB.\n\n## C\n\nD.", BOTH),
    "under plain text": ("## A {: .plain }\n\nB.\n\n### C\n\nD.", {Level.PLAIN}),
    "plain at the top": ("# A {: .plain }\n\nB.\n\n## C\n\nD.", {Level.PLAIN}),
    "twice": ("## A {: .plain }\n\nB.\n\n## C {: .plain }\n\nD.", {Level.PLAIN}),
    "with an id": ("A.\n\n## B {: #b .plain }\n\nC.", BOTH),
    "without a colon": ("A.\n\n## B { .plain }\n\nC.", BOTH),
    "as a class": ('A.\n\n## B {: class="plain" }\n\nC.', BOTH),
    "with closing signs": ("A.\n\n## B {: .plain } ##\n\nC.", BOTH),
    "without a space": ("A.\n\n## B{: .plain }\n\nC.", {Level.CLINICAL}),
    "no space after the sign": ("A.\n\n##B {: .plain }\n\nC.", BOTH),
    "of seven signs": ("A.\n\n####### B {: .plain }\n\nC.", BOTH),
    "underlined": ("A.\n\nB {: .plain }\n---\n\nC.", BOTH),
    "underlined twice": ("A.\n\nB {: .plain }\n===\nC.\n\nD\n---\n\nE.", BOTH),
    "underlined in a paragraph": ("A.\nB {: .plain }\n---\n\nC.", {Level.CLINICAL}),
    "in a quote": ("A.\n\n> ## B {: .plain }\n>\n> C.", {Level.CLINICAL}),
    "in a list": ("- a\n\n    ## B {: .plain }\n\n    C.", {Level.CLINICAL}),
    "in a callout": ("!!! tip\n    ## B {: .plain }\n\n    C.", {Level.CLINICAL}),
    "in a block of code": ("A.\n\n    ## B {: .plain }", {Level.CLINICAL}),
    "in a comment": ("A.\n\n<!--\n\n## B {: .plain }\n\nC.\n\n-->\n\nD.", {Level.CLINICAL}),
    "a comment alone": ("<!-- A. -->", set()),
    "a script alone": ("<script>\n\na()\n\n</script>", set()),
    "tags alone": ("<div>\n\n</div>", set()),
    "definitions of links alone": ("[a]: https://example.org\n*[A]: b", set()),
    "a picture alone": ("![A](a.svg)", {Level.CLINICAL}),
    "a line alone": ("---", {Level.CLINICAL}),
    "right under a paragraph": ("A.\n## B {: .plain }\nC.", BOTH),
    "right under a list": ("- a\n## B {: .plain }\nC.", BOTH),
    "another marker": ("## A {: .plainly }\n\nB.", {Level.CLINICAL}),
    "words in braces": ("## A {plain}\n\nB.", {Level.CLINICAL}),
    "a line that is no line end": ("A.\u2028## B {: .plain }\n\nC.", {Level.CLINICAL}),
}


def parsed_levels(section: Section) -> set[Level]:
    """The levels in whose parsed text there is more than headings."""
    text = section_text(section)
    levels = {Level.CLINICAL: text.clinical, Level.PLAIN: text.plain}
    return {
        level for level, blocks in levels.items() if any(not isinstance(b, Heading) for b in blocks)
    }


@pytest.mark.parametrize("name", TRICKY)
def test_the_levels_of_a_tricky_text_are_known_without_parsing(name: str, tmp_path: Path) -> None:
    body, levels = TRICKY[name]
    _, section = warmth(tmp_path, body)
    assert parsed_levels(section) == levels
    assert levels_of(body) == levels


@pytest.mark.parametrize("section", SHIPPED)
def test_the_levels_of_a_shipped_section_are_those_of_its_text(section: Section) -> None:
    assert levels_of(section.body) == section.levels == parsed_levels(section)


def test_windows_line_ends_change_no_level(tmp_path: Path) -> None:
    _, section = warmth(tmp_path, "A.\r\n\r\n## B {: .plain }\r\n\r\nC.\r\n")
    assert section.levels == parsed_levels(section) == BOTH
