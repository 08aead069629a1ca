"""A page of text as the draft of a pack: its words, no others, and notes on what is doubtful."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from viewer.core.importing.escaping import at_start, escaped
from viewer.core.importing.mending import Damage, Mended
from viewer.core.importing.pack_files import Pack, id_of, section_file, yaml_file
from viewer.core.importing.page_text import Line, PageText, Part
from viewer.core.words import Words

SOURCE = "source"
"""The id of the page in ``topic.yaml``."""
WITHOUT_HEADING = "text"
"""The section of what stands before the first heading."""
_LONG_LIST = 7
_LABEL_INSIDE = re.compile(r"[.!?] (?=[A-Z][\w'-]*(?: [\w'-]+){0,2}: )")
_AN_ADDRESS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){2,}\Z")


class Subject(NamedTuple):
    """What the person who imports says of the page."""

    id: str
    title: str
    language: str
    publisher: str = ""
    url: str = ""


def page_pack(subject: Subject, page: PageText, mended: Mended, words: Words, notes: Words) -> Pack:
    """The draft; ``words`` are for readers of its language, ``notes`` for its authors."""
    files: dict[str, bytes] = {}
    sections: list[str] = []
    for part in page.parts:
        if part.lines:
            name = _section_id(part, sections)
            sections.append(name)
            title = part.heading.text if part.heading else subject.title
            front = {"title": title, "sources": [SOURCE]}
            files[f"{subject.language}/{name}.md"] = section_file(front, _markdown(part.lines))
    topic = _topic(subject, page, sections, words("import_pack.text_group"))
    return Pack(
        subject.id,
        files
        | {
            "topic.yaml": yaml_file(topic),
            "NOTES.md": _notes(page, mended, notes).encode(),
        },
    )


def _topic(
    subject: Subject, page: PageText, sections: Sequence[str], group: str
) -> Mapping[str, object]:
    source: dict[str, object] = {"id": SOURCE, "title": subject.title}
    if subject.publisher:
        source["publisher"] = subject.publisher
    if subject.url:
        source["url"] = subject.url
    if page.empty:
        source["empty"] = [line.text for line in page.empty]
    title = {subject.language: group}
    return {
        "format": 1,
        "language": subject.language,
        "title": {subject.language: subject.title},
        "groups": [{"id": "source", "title": title, "sections": list(sections)}],
        "sources": [source],
    }


def _section_id(part: Part, taken: Sequence[str]) -> str:
    name = id_of(part.heading.text) if part.heading else WITHOUT_HEADING
    if not name or name in taken:
        name = f"{name or 'part'}-{len(taken) + 1}"
    return name


def _markdown(lines: Sequence[Line]) -> str:
    """Prose as paragraphs, and short lines in a row as a list."""
    blocks: list[str] = []
    for run in runs_of(lines):
        if is_list(run):
            blocks.append("\n".join(f"- {at_start(escaped(line.text))}" for line in run))
        else:
            blocks += [at_start(escaped(line.text)) for line in run]
    return "\n\n".join(blocks) + "\n"


def runs_of(lines: Sequence[Line]) -> list[list[Line]]:
    """Neighbouring items together, and each other line alone."""
    found: list[list[Line]] = []
    for line in lines:
        if found and _is_item(line) and _is_item(found[-1][-1]):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def is_list(run: Sequence[Line]) -> bool:
    """Whether these lines are items of one list."""
    return len(run) > 1


def _is_item(line: Line) -> bool:
    return line.is_short and not line.text.endswith(":")


def damage_lines(mended: Mended, words: Words) -> list[str]:
    """What was wrong with the text's characters, a sentence for each kind."""
    return [
        words(f"import_text.damage.{kind}", count=str(mended.damage[kind]))
        for kind in Damage
        if mended.damage[kind]
    ]


def _notes(page: PageText, mended: Mended, words: Words) -> str:
    lost = "\N{REPLACEMENT CHARACTER}"
    kept = [line for part in page.parts for line in part.lines]
    headings = [part.heading for part in page.parts if part.heading]
    lists = [run for part in page.parts for run in runs_of(part.lines) if len(run) > _LONG_LIST]
    told = {
        "copies": [f"{copy.first}-{copy.last}" for copy in page.copies],
        "strays": _told(page.strays),
        "empty": _told(page.empty),
        "doubtful": _told(page.doubtful),
        "addresses": _told(line for line in headings if _AN_ADDRESS.match(line.text)),
        "glued": _told(line for line in kept if _LABEL_INSIDE.search(line.text)),
        "long_lists": [f"{run[0].number}-{run[-1].number}" for run in lists],
        "lost": _told(line for line in (*headings, *kept) if lost in line.text),
    }
    lines = [words("import_text.notes.head"), ""]
    damage = damage_lines(mended, words)
    if damage:
        lines += [*(f"- {line}" for line in damage), ""]
    for key, what in told.items():
        if what:
            lines += [words(f"import_text.notes.{key}"), "", *(f"- {one}" for one in what), ""]
    return "\n".join(lines)


def _told(lines: Iterable[Line]) -> list[str]:
    return [f"{line.number}: {escaped(line.text)}" for line in lines]
