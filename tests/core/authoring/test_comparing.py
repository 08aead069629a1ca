"""Each kind of change in a topic is told, at its section, level and language."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest

from viewer.core.authoring.aligning import MOST_PAIRS, Kind, Piece, compare, pieces
from viewer.core.authoring.changes import Change, Comparison, What
from viewer.core.authoring.comparing import compare_topics
from viewer.core.authoring.units import Unit, UnitKind
from viewer.core.installation import find_installation
from viewer.core.model import Topic
from viewer.core.packs.topic import read_topic
from viewer.core.pages.version import text_version

SHIPPED = find_installation().content / "calciphylaxis"
ROOM, ROOM_ES = "en/temperature.md", "es/temperature.md"
HELP, HELP_ES = "en/when-to-get-help.md", "es/when-to-get-help.md"
Edit = tuple[str, str, str]
"""A file, and what becomes what in it; nothing becomes: a line at its end."""
Edited = Callable[..., Comparison]


@cache
def shipped() -> Topic:
    return read_topic(SHIPPED)


@pytest.fixture
def edited(tmp_path: Path) -> Edited:
    """The shipped topic compared with itself after some edits."""

    def compared(*edits: Edit) -> Comparison:
        copy = tmp_path / "after" / "calciphylaxis"
        if not copy.exists():
            shutil.copytree(SHIPPED, copy)
        for file, old, new in edits:
            path = copy / file
            path.parent.mkdir(exist_ok=True)
            text = path.read_text("utf-8") if path.exists() else ""
            assert old in text, f"{old} is not in {file}"
            path.write_text(text.replace(old, new, 1) if old else text + new, "utf-8")
        return compare_topics(shipped(), read_topic(copy))

    return compared


def told(changes: Sequence[Change]) -> list[tuple[str, str, str, str, str]]:
    """What, kind, section, language and level of each."""
    return [(str(c.what), str(c.kind), c.section, c.language, c.level) for c in changes]


WARM = "- Keep your room mild all day and night.\n"
SOFT = "- Wear soft layers that you can take off.\n"
TEXT_CHANGES: list[tuple[Edit, tuple[str, str, str, str, str]]] = [
    (
        (ROOM, WARM, "- Keep your room cool all day and night.\n"),
        ("item", "changed", "temperature", "en", "plain"),
    ),
    ((ROOM, WARM, ""), ("item", "removed", "temperature", "en", "plain")),
    ((ROOM, WARM, WARM + "- Call a friend.\n"), ("item", "added", "temperature", "en", "plain")),
    ((ROOM, WARM + SOFT, SOFT + WARM), ("item", "moved", "temperature", "en", "plain")),
    (
        (ROOM, "no figure is set", "20 is usual"),
        ("paragraph", "changed", "temperature", "en", "clinical"),
    ),
    (
        (ROOM, "## Why it matters", "## Reasons"),
        ("heading", "changed", "temperature", "en", "clinical"),
    ),
    (
        (ROOM, '!!! note "In short"', '!!! tip "In short"'),
        ("box", "changed", "temperature", "en", "clinical"),
    ),
    (
        (HELP, "| New confusion | Sepsis |", "| New confusion | Illness |"),
        ("row", "changed", "when-to-get-help", "en", "clinical"),
    ),
    ((HELP_ES, "- fiebre\n", ""), ("item", "removed", "when-to-get-help", "es", "plain")),
    (
        (ROOM, "(section:when-to-get-help)", "(section:prognosis)"),
        ("paragraph", "changed", "temperature", "en", "clinical"),
    ),
    (
        ("en/hydration.md", "{{blank:my limit a day}}", "{{blank:my limit}}"),
        ("paragraph", "changed", "hydration", "en", "plain"),
    ),
    (
        ("en/background.md", "Uremic calciphylaxis\n:", "Renal calciphylaxis\n:"),
        ("term", "changed", "background", "en", "clinical"),
    ),
]
FIELD_CHANGES: list[tuple[Edit, tuple[str, str, str, str, str]]] = [
    (
        (ROOM, "title: Temperature control", "title: Warmth"),
        ("title", "changed", "temperature", "en", ""),
    ),
    (
        (ROOM, "How warm should", "How cool should"),
        ("plain-title", "changed", "temperature", "en", ""),
    ),
    (
        (ROOM_ES, "short_title: Mantenga su cuarto templado", "short_title: Calor"),
        ("short-title", "changed", "temperature", "es", ""),
    ),
    ((ROOM, "temprature, ", ""), ("keywords", "changed", "temperature", "en", "")),
    ((ROOM, "icon: temperature\n", ""), ("icon", "removed", "temperature", "en", "")),
    ((ROOM, ", unsourced]", "]"), ("sources", "changed", "temperature", "en", "")),
    (
        (ROOM, "No one setting", "No **one** setting"),
        ("layout", "changed", "temperature", "en", ""),
    ),
    (("topic.yaml", "en: Calciphylaxis", "en: CUA"), ("title", "changed", "", "en", "")),
    (
        ("topic.yaml", "Proteja su piel", "Cuide su piel"),
        ("most-important", "changed", "", "es", ""),
    ),
    (
        (
            "topic.yaml",
            "[temperature, pressure, mobility, hydration]\nhelp",
            "[pressure, temperature, mobility, hydration]\nhelp",
        ),
        ("care", "changed", "", "", ""),
    ),
    (
        (
            "topic.yaml",
            "sections: [presentation, differential-diagnosis]",
            "sections: [differential-diagnosis, presentation]",
        ),
        ("order", "changed", "", "", ""),
    ),
    (("topic.yaml", "en: Finding it", "en: Signs"), ("group", "changed", "", "en", "")),
    (("topic.yaml", "[E83.59]", "[E83.59, I77.89]"), ("codes", "changed", "", "", "")),
    (("topic.yaml", "About Sepsis", "Sepsis"), ("source", "changed", "", "", "")),
    (("topic.yaml", "es: draft", "es: reviewed"), ("translation", "changed", "", "", "")),
    (("topic.yaml", "date: 2026-11-22", "date: 2026-12-01"), ("date", "changed", "", "", "")),
    (
        ("topic.yaml", "help: when-to-get-help", "help: skin-and-pain"),
        ("help", "changed", "", "", ""),
    ),
    (("topic.yaml", "", "scores: {en: {by: me}}\n"), ("scores", "added", "", "", "")),
    (
        ("glossary.yaml", "A small change in a protein that", "What"),
        ("glossary-term", "changed", "", "en", ""),
    ),
]


@pytest.mark.parametrize(("edit", "expected"), [*TEXT_CHANGES, *FIELD_CHANGES])
def test_an_edit_is_one_change_at_its_place(
    edit: Edit, expected: tuple[str, str, str, str, str], edited: Edited
) -> None:
    comparison = edited(edit)
    assert told(comparison.changes) == [expected]
    assert not comparison.is_same
    assert comparison.unread == ()


def test_a_topic_is_the_same_as_its_copy(edited: Edited) -> None:
    comparison = edited()
    assert comparison.changes == ()
    assert comparison.is_same
    assert all(version.before == version.after for version in comparison.versions)


def test_a_changed_item_tells_its_words_and_its_heading(edited: Edited) -> None:
    (change,) = edited((ROOM, "room mild all day", "room very cool all day")).changes
    assert change.before == "Keep your room mild all day and night."
    assert change.after == "Keep your room very cool all day and night."
    assert change.pieces == (Piece("mild", "very cool"),)
    assert change.under == "Do this"
    assert change.counts == ("do",)
    assert not change.is_safety


def test_safety_text_comes_first_whatever_else_has_changed(edited: Edited) -> None:
    changes = edited(
        ("topic.yaml", "en: Calciphylaxis", "en: CUA"),
        (ROOM, WARM, ""),
        ("es/hydration.md", "Siga el plan de líquidos de su equipo", "Siga su plan de líquidos"),
        ("en/mobility.md", "### Stand up slowly", "### Stand up quickly"),
    ).changes
    assert [change.is_safety for change in changes] == [True, True, False, False]
    places = [(change.section, change.language) for change in changes[:2]]
    assert places == [("mobility", "en"), ("hydration", "es")]


def test_safety_text_that_is_no_longer_marked_so_is_told_as_safety(edited: Edited) -> None:
    changes = edited((ROOM_ES, "{: #no-heat-or-ice .safety }", "{: #no-heat-or-ice }")).changes
    assert {change.kind for change in changes} == {Kind.REMARKED}
    assert all(change.is_safety and change.counts == () for change in changes)
    assert [change.what for change in changes] == ["heading", "paragraph", "paragraph"]


def test_what_not_to_do_that_becomes_what_to_do_is_told(edited: Edited) -> None:
    changes = edited((ROOM, "### Do not {: .dont }", "### Do not {: .do }")).changes
    assert {(c.kind, c.counted, c.counts) for c in changes} == {(Kind.REMARKED, ("dont",), ("do",))}
    assert len(changes) == 4


def test_figures_and_values_that_differ_are_told(edited: Edited) -> None:
    changes = edited(
        ("en/prognosis.md", "45 to 80 percent", "45 to 90 percent"),
        (HELP, "Call {{emergency_number}} now", "Call {{care_team_phone}} now"),
    ).changes
    assert [c.figures for c in changes] == [("", ""), ("80", "90")]
    assert changes[0].values == ("{{emergency_number}}", "{{care_team_phone}}")


def test_a_section_that_is_new_is_told_with_all_its_text(edited: Edited) -> None:
    text = "---\ntitle: Sleep\nsources: [medtigo]\n---\nA.\n\n## B {: #b .safety }\n\nC.\n"
    changes = edited(
        ("en/sleep.md", "", text),
        ("topic.yaml", "skin-and-pain]", "skin-and-pain, sleep]"),
    ).changes
    assert told(changes) == [
        ("heading", "added", "sleep", "en", "clinical"),
        ("paragraph", "added", "sleep", "en", "clinical"),
        ("section", "added", "sleep", "en", ""),
        ("paragraph", "added", "sleep", "en", "clinical"),
    ]
    assert [change.is_safety for change in changes] == [True, True, False, False]


def test_a_section_that_is_gone_is_told_with_the_safety_text_that_is_lost(
    edited: Edited, tmp_path: Path
) -> None:
    edited()
    (tmp_path / "after/calciphylaxis/es/temperature.md").unlink()
    changes = edited().changes
    assert changes[0].is_safety
    places = {(change.kind, change.section, change.language) for change in changes}
    assert places == {(Kind.REMOVED, "temperature", "es")}
    assert "section" in {change.what for change in changes}


def test_another_page_of_help_is_told_first(edited: Edited) -> None:
    changes = edited(
        ("topic.yaml", "help: when-to-get-help", "help: skin-and-pain"),
        (ROOM, "Temperature control", "Room temperature"),
    ).changes
    assert changes[0].what is What.HELP
    assert changes[0].is_safety


def test_a_section_in_another_group_is_told(edited: Edited) -> None:
    (change,) = edited(
        ("topic.yaml", "[presentation, differential-diagnosis]", "[differential-diagnosis]"),
        ("topic.yaml", "skin-and-pain]", "skin-and-pain, presentation]"),
    ).changes
    assert told([change]) == [("group-of-section", "changed", "presentation", "", "")]
    assert (change.before, change.after) == ("finding", "help")


def test_another_file_of_a_picture_is_told(edited: Edited, tmp_path: Path) -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="9"/>'
    edited((ROOM, "", "\n![A room](images/room.svg)\n"), ("images/room.svg", "", svg.format(9)))
    copy = tmp_path / "after/calciphylaxis"
    shutil.copytree(copy, tmp_path / "older")
    (copy / "images/room.svg").write_text(svg.format(8), "utf-8")
    (change,) = compare_topics(read_topic(tmp_path / "older"), read_topic(copy)).changes
    assert told([change]) == [("picture", "changed", "temperature", "en", "")]
    assert change.name == "images/room.svg"


@pytest.fixture
def reviewed(tmp_path: Path) -> Path:
    """A copy of the topic whose English text has been reviewed."""
    folder = tmp_path / "reviewed" / "calciphylaxis"
    shutil.copytree(SHIPPED, folder)
    version = text_version(read_topic(SHIPPED), "en")
    with (folder / "topic.yaml").open("a", encoding="utf-8") as file:
        file.write(f"reviews: {{en: {{by: A. Nurse, at: 2026-11-01, text: {version}}}}}\n")
    return folder


def test_a_review_that_holds_no_more_is_told(reviewed: Path, tmp_path: Path) -> None:
    after = tmp_path / "after"
    shutil.copytree(reviewed, after)
    room = after / ROOM
    room.write_text(room.read_text("utf-8").replace("mild", "cool", 1), "utf-8")
    english, spanish = compare_topics(read_topic(reviewed), read_topic(after)).versions
    assert english.lost is not None
    assert (english.lost.by, english.lost.text) == ("A. Nurse", english.before)
    assert english.before != english.after
    assert english.holds is None
    assert (spanish.lost, spanish.before) == (None, spanish.after)


def test_a_review_that_is_new_is_told(reviewed: Path) -> None:
    comparison = compare_topics(read_topic(SHIPPED), read_topic(reviewed))
    assert told(comparison.changes) == [("review", "added", "", "", "")]
    assert comparison.changes[0].name == "en"
    assert comparison.versions[0].holds is not None
    assert comparison.versions[0].lost is None


def test_a_file_that_cannot_be_read_is_told(edited: Edited) -> None:
    comparison = edited(("glossary.yaml", "", "a: {b: [\n"))
    assert {str(problem.rule) for problem in comparison.unread} == {"yaml-syntax"}


def test_a_line_of_the_authors_notes_is_told(edited: Edited) -> None:
    """The reviewer signs what stands there."""
    (change,) = edited(
        ("NOTES.md", "## Lines to sign\n", "## Lines to sign\n\nOne more.\n")
    ).changes
    assert told([change]) == [("notes", "added", "", "", "")]
    assert change.after == "One more."


def test_a_text_that_cannot_be_parsed_is_compared_by_its_lines(edited: Edited) -> None:
    comparison = edited((ROOM, WARM, WARM + "[" * 500 + "\n"))
    assert {(p.rule, p.path.name) for p in comparison.unread} == {("too-complex", "temperature.md")}
    changes = comparison.changes
    assert {(c.what, c.section, c.level) for c in changes} == {("lines", "temperature", "")}
    assert any(change.after == "[" * 500 for change in changes)


# --- aligning ---------------------------------------------------------------------


def units(*texts: str) -> list[Unit]:
    return [Unit(UnitKind.ITEM, text) for text in texts]


def kinds(before: Sequence[str], after: Sequence[str]) -> list[tuple[str, str, str]]:
    return [
        (str(c.kind), c.before.text if c.before else "", c.after.text if c.after else "")
        for c in compare(units(*before), units(*after))
    ]


def test_the_unit_that_is_most_alike_is_the_one_that_changed() -> None:
    before = ["Walk a little each day.", "Rest when you are tired."]
    after = ["Eat well.", "Rest as soon as you are tired.", "Sleep."]
    assert kinds(before, after) == [
        ("removed", before[0], ""),
        ("added", "", after[0]),
        ("changed", before[1], after[1]),
        ("added", "", after[2]),
    ]


def test_a_paragraph_that_becomes_an_item_is_another_unit() -> None:
    before, after = Unit(UnitKind.PARAGRAPH, "Wash your hands."), units("Wash your hands.")
    found = compare([before], after)
    assert [change.kind for change in found] == [Kind.REMOVED, Kind.ADDED]


def test_units_that_repeat_are_counted() -> None:
    assert kinds(["a", "b", "b"], ["a", "b"]) == [("removed", "b", "")]
    assert kinds(["a"], ["a", "a"]) == [("added", "", "a")]


def test_far_too_many_units_are_counted_and_none_is_lost() -> None:
    size = int(MOST_PAIRS**0.5) + 50
    before = [f"one {n % 7}" for n in range(size)] + ["gone", "x"]
    after = ["new"] + [f"one {n % 7}" for n in reversed(range(size))] + ["x"]
    assert kinds(["begin", *before], ["start", *after]) == [
        ("removed", "begin", ""),
        ("removed", "gone", ""),
        ("added", "", "start"),
        ("added", "", "new"),
    ]


def test_words_of_far_too_long_texts_are_not_compared() -> None:
    assert pieces("a " * 10_000, "b " * 10_000) is None
    assert pieces("a b c", "a x c d") == (Piece("b", "x"), Piece("", "d"))
