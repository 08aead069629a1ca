"""A new topic is whole, passes the checker but for its TODOs, and passes all of it once written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.core.library import TODAY, icons, write
from viewer.core.authoring.skeleton import DEFAULT_CARE, NewTopic, skeleton
from viewer.core.checks.topic_check import check_topic
from viewer.core.installation import find_installation
from viewer.core.level import Level
from viewer.core.packs.library import Library
from viewer.core.pages.section_text import section_text
from viewer.core.problems import Problem, Rule, Severity
from viewer.core.tree import parts_marked

FOLDER = find_installation().skeleton
TODO = re.compile(r'TODO: [^"{}\n]*[^"{}\n ]')
WORDS = {"en": "Ask your team.", "es": "Pregunte a su equipo.", "fr": "Demandez."}
KINDS = ("temperature", "pressure", "mobility", "hydration", "foot-care")
CHOICES = [
    NewTopic(),
    NewTopic(languages=("en", "es"), title='Hands: "clean"'),
    NewTopic(languages=("es", "en"), title="Lavarse las manos", care=KINDS),
    NewTopic(languages=("es",), care=("hydration",)),
    NewTopic(languages=("en-GB", "es-MX"), care=KINDS),
    NewTopic(languages=("en", "ar", "fr"), care=("mobility", "foot-care")),
    NewTopic(languages=("fr",)),
]
each_choice = pytest.mark.parametrize("wanted", CHOICES, ids=lambda w: ",".join(w.languages))


def made(wanted: NewTopic) -> dict[str, str]:
    return skeleton(wanted, FOLDER, icons())


def problems(tmp_path: Path, files: dict[str, str]) -> list[Problem]:
    """All findings above a note."""
    library = Library([write(tmp_path / "topics" / "mine", files).parent])
    found = [
        *library.problems,
        *check_topic(library.topic("mine"), library, icons(), TODAY).problems,
    ]
    return [p for p in found if p.severity is not Severity.NOTE]


def written(files: dict[str, str]) -> dict[str, str]:
    """The files with words in the place of each TODO."""
    found = {}
    for name, text in files.items():
        tag = name.partition("/")[0].partition("-")[0] if "/" in name else "en"
        found[name] = TODO.sub(WORDS.get(tag, WORDS["en"]), text)
    return found


@each_choice
def test_only_todos_are_found(wanted: NewTopic, tmp_path: Path) -> None:
    files = made(wanted)
    found = problems(tmp_path, files)
    assert {p.rule for p in found} == {Rule.TODO}
    lines = {(p.path.relative_to(tmp_path / "topics/mine").as_posix(), p.line) for p in found}
    everywhere = {
        (name, line)
        for name, text in files.items()
        if name != "NOTES.md"
        for line, words in enumerate(text.split("\n"), 1)
        if "TODO" in words
    }
    assert lines == everywhere


@each_choice
def test_once_written_it_passes_the_strict_check(wanted: NewTopic, tmp_path: Path) -> None:
    assert problems(tmp_path, written(made(wanted))) == []


@each_choice
def test_it_has_all_that_a_topic_has(wanted: NewTopic, tmp_path: Path) -> None:
    library = Library([write(tmp_path / "mine", made(wanted)).parent])
    topic = library.topic("mine")
    assert topic.languages == tuple(wanted.languages)
    assert topic.help == "when-to-get-help"
    assert topic.care == tuple(wanted.care)
    assert topic.sources
    assert topic.reviews == {}
    assert topic.glossary
    assert all(topic.is_draft_translation(tag) for tag in wanted.languages[1:])
    for tag in wanted.languages:
        assert set(topic.sections[tag]) == {"about", "when-to-get-help", *wanted.care}
        for section in topic.sections[tag].values():
            assert section.levels == set(Level)
            text = section_text(section).plain
            markers = ["safety"]
            if section.care:
                markers += ["do", "dont", "teach-back"]
            assert all(list(parts_marked(text, marker)) for marker in markers)
        assert "{{emergency_number}}" in topic.sections[tag]["when-to-get-help"].body
        assert "{{care_team_phone}}" in topic.sections[tag]["when-to-get-help"].body


def test_the_title_is_the_first_languages(tmp_path: Path) -> None:
    topic = Library([write(tmp_path / "mine", made(CHOICES[1])).parent]).topic("mine")
    assert topic.title.by_language["en"] == 'Hands: "clean"'
    assert topic.title.by_language["es"].startswith("TODO: ")


def test_care_for_fluids_has_the_fluid_plan(tmp_path: Path) -> None:
    files = made(CHOICES[2])
    assert "{: #fluid-plan .safety }" in files["en/hydration.md"]
    assert "Siga el plan de líquidos" in files["es/hydration.md"]
    assert "{: #own-plan .safety }" in files["en/foot-care.md"]


def test_a_language_without_words_of_ours_is_all_to_be_written() -> None:
    files = made(NewTopic(languages=("fr",), care=("hydration",)))
    for name in ("about", "hydration", "when-to-get-help"):
        body = files[f"fr/{name}.md"].split("---\n", 2)[2]
        for line in filter(str.strip, body.split("\n")):
            assert "TODO: " in line or line.startswith("---")


def test_every_language_has_the_same_words_to_fill_in() -> None:
    keys = [
        re.findall(r"^ *([a-z_]+):", (FOLDER / f"{tag}.yaml").read_text("utf-8"), re.M)
        for tag in ("en", "es")
    ]
    assert keys[0] == keys[1]
    assert DEFAULT_CARE == ("daily-care",)


def test_no_figure_is_offered() -> None:
    """A figure would be a fact."""
    for name, text in made(CHOICES[2]).items():
        if name.endswith(".md") and "/" in name:
            assert not re.search(r"[0-9]", text), name
