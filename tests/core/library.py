"""Small libraries of packs for tests: written by hand, read as the program reads them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from viewer.core.checks import topic_check
from viewer.core.installation import find_installation
from viewer.core.level import Level
from viewer.core.model import Section, Topic
from viewer.core.packs.clinic import Clinic
from viewer.core.packs.library import Library
from viewer.core.pages.builder import PageBuilder
from viewer.core.problems import Problem, Severity
from viewer.core.words import Words, read_words

Files = Mapping[str, str | bytes]
"""What is in a folder: a text or bytes by path."""

TODAY = datetime.date(2026, 11, 22)

TOPIC = """\
format: 1
language: en
title: {en: Hand care}
groups:
  - id: care
    title: {en: Care}
    sections: [warmth, washing]
care: [hygiene]
sources:
  - {id: book, title: A book}
"""
"""The topic.yaml of a pack without a fault; a test adds lines from line 11 on."""

WARMTH = """\
---
title: Warmth
plain_title: How warm?
sources: [book]
---
Clinical text.

## In plain words {: .plain }

Keep warm.
"""
WASHING = """\
---
title: Washing
plain_title: How do I wash?
care: hygiene
sources: [book]
---
## In plain words {: .plain }

Wash your hands.
"""
HANDS: Files = {"topic.yaml": TOPIC, "en/warmth.md": WARMTH, "en/washing.md": WASHING}
"""A pack of two sections without a fault."""

FRONT = "---\ntitle: Warmth\nsources: [book]\n---\n"
"""Front matter of four lines, so that the text begins on line 5."""


def write(folder: Path, files: Files) -> Path:
    """Write files into ``folder``, which is made, and give it back."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = content.encode() if isinstance(content, str) else content
        path.write_bytes(data)
    return folder


def write_hands(library: Path, files: Files | None = None) -> Path:
    """A library with the topic ``hands``, which differs from ``HANDS`` by ``files``."""
    write(library / "hands", {**HANDS, **(files or {})})
    return library


def hands(tmp_path: Path, files: Files | None = None) -> Topic:
    """The topic ``hands`` of ``write_hands``."""
    return Library([write_hands(tmp_path / "library", files)]).topic("hands")


def warmth(tmp_path: Path, body: str, **more: str) -> tuple[Topic, Section]:
    """The topic ``hands`` whose section ``warmth`` has this text, and that section."""
    front = "".join(f"{key}: {value}\n" for key, value in more.items())
    text = f"---\ntitle: Warmth\nsources: [book]\n{front}---\n{body}"
    topic = hands(tmp_path, {"en/warmth.md": text})
    return topic, section_of(topic, "warmth")


def section_of(
    topic: Topic, section_id: str, language: str = "en", level: Level | None = None
) -> Section:
    """A section that is there, with text at ``level`` where one has it."""
    section = topic.section(section_id, language, level)
    assert section is not None
    return section


@cache
def words(language: str = "en") -> Words:
    """The words that come with the program."""
    return read_words(find_installation().words, language)


@cache
def icons() -> frozenset[str]:
    """The names of the icons that come with the program."""
    return frozenset(path.stem for path in find_installation().icons.glob("*.svg"))


def builder(language: str = "en", clinic: Clinic | None = None) -> PageBuilder:
    """Builds pages for readers of ``language``."""
    return PageBuilder(words(language), clinic or Clinic(), language, lambda: TODAY)


def problems_of(folders: Sequence[Path]) -> list[Problem]:
    """What ``careleaf check`` finds in these libraries, but for the style of plain text."""
    library = Library(folders)
    found = list(library.problems)
    for topic in library.topics():
        for problems in topic_check.findings(topic, library, icons(), TODAY):
            found.extend(problems)
    return sorted(found, key=lambda p: (str(p.path), p.line, p.rule))


def findings(library: Path) -> list[tuple[str, str, int]]:
    """Rule, file and line of each finding above a note; files as seen from the library."""
    return [
        (str(p.rule), shown_path(p.path, library), p.line)
        for p in problems_of([library])
        if p.severity is not Severity.NOTE
    ]


def shown_path(path: Path, library: Path) -> str:
    """A path as seen from the library."""
    return str(path.relative_to(library)) if path.is_relative_to(library) else str(path)
