"""What the staff are told of a kiosk: plain facts in, rows of words out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from viewer.core.locales import format_duration, format_megabytes, format_number

Rows = tuple[tuple[str, str], ...]
"""A name and what there is to say, row by row."""
MOST_SHOWN = 10
"""Topics and problems that are named; the rest are counted."""


class Facts(NamedTuple):
    """What is known of a kiosk now. Nothing of it is about a visitor."""

    version: str
    content: Sequence[str]
    """Each topic with the version of its text."""
    problems: Sequence[str]
    """Sentences."""
    printer: str
    """What there is to say of it; empty where there is none."""
    uptime: float
    """Seconds since the program started."""
    memory: int | None
    """Bytes; None where the system does not say."""


def status_rows(facts: Facts, language: str) -> Rows:
    """The rows of the staff's panel, for readers of this language."""
    translate = QCoreApplication.translate
    unknown = translate("KioskStatus", "not known")
    none = translate("KioskStatus", "none")
    memory = format_megabytes(facts.memory, language) if facts.memory is not None else unknown
    return (
        (translate("KioskStatus", "Version"), facts.version),
        (translate("KioskStatus", "Content"), _listed(facts.content, language) or none),
        (translate("KioskStatus", "Problems"), _listed(facts.problems, language) or none),
        (translate("KioskStatus", "Printer"), facts.printer or none),
        (translate("KioskStatus", "Running for"), format_duration(facts.uptime, language)),
        (translate("KioskStatus", "Memory"), memory),
    )


def _listed(lines: Sequence[str], language: str) -> str:
    shown = list(lines[:MOST_SHOWN])
    if rest := len(lines) - len(shown):
        more = QCoreApplication.translate("KioskStatus", "and {count} more")
        shown.append(more.format(count=format_number(rest, language)))
    return "\n".join(shown)
