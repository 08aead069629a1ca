"""The content that comes with the program, read simply, so that its authors may mend any word."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import yaml

from viewer.core.installation import find_installation

TOPIC = "calciphylaxis"
FOLDER = find_installation().content / TOPIC
PHRASES = {
    "emergency_number": "your local emergency number",
    "clinic_name": "your clinic",
    "care_team_phone": "your care team",
}
_HEADING = re.compile(r"^(#+) +(.*?) *(?:\{: *(.*?) *\})?$")
_LINK = re.compile(r"\[([^]]*)\]\([^)]*\)")
_CALLOUT = re.compile(r'!!! +\w+ *(?:"(.*)")?')
_VALUE = re.compile(r"\{\{ *(\w+) *\}\}")
_BLANK = re.compile(r"\{\{ *blank *(?::[^}]*)?\}\}")


class Shipped:
    """A shipped section, as its author wrote it."""

    def __init__(self, section_id: str) -> None:
        text = (FOLDER / "en" / f"{section_id}.md").read_text("utf-8")
        front, body = text.split("---\n", 2)[1:]
        entries: dict[str, Any] = yaml.safe_load(front)
        self.id = section_id
        self.title: str = entries["title"]
        self.question: str = entries.get("plain_title", "")
        self.care: str = entries.get("care", "")
        self.clinical, _, self.plain = body.partition("{: .plain }\n")
        self._body = body

    @property
    def message(self) -> list[str]:
        """The main message, in pieces of words."""
        return _pieces(self.plain.strip().split("\n\n")[0])

    @property
    def actions(self) -> list[list[str]]:
        """What to do, each action in pieces of words."""
        doing = next(part for marks, part in _parts(self.plain) if ".do" in marks)
        return [_pieces(line) for line in doing.splitlines() if line.startswith("- ")]

    @property
    def safety(self) -> list[str]:
        """All words of the safety text of both levels, in pieces."""
        return [
            piece
            for marks, part in _parts(self._body)
            if ".safety" in marks
            for piece in _pieces(part)
        ]


@cache
def section_ids() -> tuple[str, ...]:
    """The ids of all sections, in the sidebar's order."""
    return tuple(s for group in topic_file()["groups"] for s in group["sections"])


@cache
def topic_file() -> dict[str, Any]:
    """What topic.yaml says."""
    found: dict[str, Any] = yaml.safe_load((FOLDER / "topic.yaml").read_text("utf-8"))
    return found


def sections() -> list[Shipped]:
    """All sections, in the sidebar's order."""
    return [Shipped(section_id) for section_id in section_ids()]


def care_sections() -> list[Shipped]:
    """The care guidance, in the topic's order."""
    found = {section.care: section for section in sections() if section.care}
    return [found[kind] for kind in topic_file()["care"]]


def _parts(text: str) -> list[tuple[str, str]]:
    """The text under each marked heading, to the next heading of its own or a higher level."""
    found: list[tuple[str, str]] = []
    lines = text.splitlines()
    for number, line in enumerate(lines):
        match = _HEADING.match(line)
        if match is None or not match[3]:
            continue
        part = [match[2]]
        for following in lines[number + 1 :]:
            other = _HEADING.match(following)
            if other and len(other[1]) <= len(match[1]):
                break
            part.append(other[2] if other else following)
        found.append((match[3], "\n".join(part)))
    return found


def _pieces(text: str) -> list[str]:
    """The words of Markdown as a reader sees them, line by line, cut where a blank stands."""
    found: list[str] = []
    for written in text.splitlines():
        line = written.strip().removeprefix("- ")
        if callout := _CALLOUT.fullmatch(line):
            line = callout[1] or ""
        line = _LINK.sub(r"\1", line).replace("**", "")
        for part in _BLANK.split(line):
            words = _VALUE.sub(lambda match: PHRASES[match[1]], part)
            if words.strip(" ."):
                found.append(" ".join(words.split()))
    return found
