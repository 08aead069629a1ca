"""The form of the tables of faults: what an author did, and what they are told."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.core.library import FRONT, Files

Finding = tuple[str, str, int]
"""Rule, file (as seen from the library) and line."""


@dataclass(frozen=True)
class Fault:
    """A pack with one fault. ``files`` are those in which it differs from a good one."""

    name: str
    files: Files
    found: tuple[Finding, ...]
    """All findings above a note."""
    notes: tuple[Finding, ...] = field(default=())
    """Notes that must be among the findings."""


def in_text(name: str, body: str, rule: str, line: int) -> Fault:
    """A fault in a section's text; ``line`` is counted from the first line of the text."""
    text = {"en/warmth.md": FRONT + body}
    return Fault(name, text, ((rule, "hands/en/warmth.md", line + 4),))


def in_topic(name: str, topic: str, rule: str, line: int) -> Fault:
    """A fault in topic.yaml."""
    return Fault(name, {"topic.yaml": topic}, ((rule, "hands/topic.yaml", line),))
