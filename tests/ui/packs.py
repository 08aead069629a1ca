"""A small writer of packs, to the page of ``pack-format.md``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

SOURCE = {"id": "book", "title": "A book", "publisher": "A publisher"}


def section(
    title: str,
    clinical: str = "",
    plain: str = "",
    *,
    question: str = "",
    care: str = "",
    icon: str = "",
) -> str:
    """A section's file; ``question`` is its plain title."""
    lines = {"title": title, "plain_title": question, "care": care, "icon": icon}
    front = [f"{key}: {json.dumps(value)}" for key, value in lines.items() if value]
    text = f"{clinical}\n\n## In plain words {{: .plain }}\n\n{plain}" if plain else clinical
    return "\n".join(["---", *front, "sources: [book]", "---", text, ""])


def care_section(kind: str, *, question: str = "") -> str:
    """Care guidance of a kind, with a message, three actions and safety text."""
    plain = (
        f"The message of {kind}.\n\n"
        f"### Do this {{: .do }}\n\n- First {kind}.\n- Second {kind}.\n- Third {kind}.\n\n"
        f"### Rule of {kind} {{: #rule-{kind} .safety }}\n\nNever forget {kind}."
    )
    return section(
        f"Title of {kind}",
        f"Clinical {kind}.",
        plain,
        question=question or f"What about {kind}?",
        care=kind,
    )


class PackWriter:
    """Writes topics into one library."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def topic(self, topic_id: str, sections: Mapping[str, str], **entries: Any) -> Path:
        """Write a topic; ``entries`` are those of topic.yaml that are not the usual ones."""
        topic = {
            "format": 1,
            "language": "en",
            "title": {"en": topic_id.replace("-", " ").capitalize()},
            "groups": [{"id": "all", "title": {"en": "All of it"}, "sections": [*sections]}],
            "sources": [SOURCE],
        } | entries
        place = self.folder / topic_id
        (place / "en").mkdir(parents=True, exist_ok=True)
        (place / "topic.yaml").write_text(json.dumps(topic), "utf-8")
        for section_id, text in sections.items():
            self.section(topic_id, section_id, text)
        return place

    def section(self, topic_id: str, section_id: str, text: str, language: str = "en") -> None:
        """Write one section's file anew."""
        folder = self.folder / topic_id / language
        folder.mkdir(exist_ok=True)
        (folder / f"{section_id}.md").write_text(text, "utf-8")
