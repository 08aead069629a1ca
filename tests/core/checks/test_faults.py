"""Every fault of a pack: one finding with its rule and line, and the rest opens as usual."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.checks.faults import Fault
from tests.core.checks.faults_of_texts import (
    IMAGE_FAULTS,
    LINK_FAULTS,
    MARKDOWN_FAULTS,
    NESTING_FAULTS,
)
from tests.core.checks.faults_of_topics import (
    FOLDER_FAULTS,
    FRONT_MATTER_FAULTS,
    GLOSSARY_FAULTS,
    TOPIC_FAULTS,
)
from tests.core.library import (
    builder,
    findings,
    problems_of,
    section_of,
    shown_path,
    words,
    write_hands,
)
from viewer.core.level import Level
from viewer.core.packs.library import Library
from viewer.core.problems import Severity
from viewer.core.tree import plain_text, runs, walk
from viewer.core.wording import sentence

TABLES = {
    "topic": TOPIC_FAULTS,
    "front matter": FRONT_MATTER_FAULTS,
    "glossary": GLOSSARY_FAULTS,
    "folder": FOLDER_FAULTS,
    "link": LINK_FAULTS,
    "image": IMAGE_FAULTS,
    "Markdown": MARKDOWN_FAULTS,
    "nesting": NESTING_FAULTS,
}
FAULTS = [
    pytest.param(fault, id=f"{where}: {fault.name}")
    for where, faults in TABLES.items()
    for fault in faults
]


def test_the_pack_that_the_faults_are_put_into_has_none(tmp_path: Path) -> None:
    assert findings(write_hands(tmp_path)) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_one_finding_with_its_line_and_a_sentence(fault: Fault, tmp_path: Path) -> None:
    library = write_hands(tmp_path, fault.files)
    found = [
        (p.severity is Severity.NOTE, (str(p.rule), shown_path(p.path, library), p.line), p)
        for p in problems_of([library])
    ]
    assert [where for is_note, where, _ in found if not is_note] == list(fault.found)
    assert set(fault.notes) <= {where for _, where, _ in found}
    for _, _, problem in found:
        said = sentence(problem, words())
        assert said.endswith((".", "?"))
        assert "\n" not in said
        assert '""' not in said, "a detail is empty"


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_stops_no_page(fault: Fault, tmp_path: Path) -> None:
    topic = Library([write_hands(tmp_path, fault.files)]).topic("hands")
    for level in Level:
        page = builder().section(topic, section_of(topic, "warmth"), level)
        assert page.title
        assert page.blocks
    other = builder().section(topic, section_of(topic, "washing"), Level.PLAIN)
    said = [plain_text(run) for block in walk(other.blocks) for run in runs(block)]
    assert other.title == "How do I wash?"
    assert "Wash your hands." in said
