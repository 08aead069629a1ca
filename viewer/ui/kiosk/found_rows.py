"""The results of a search as a kiosk's rows."""

from __future__ import annotations

from collections.abc import Callable

from viewer.core.links import Link, LinkKind
from viewer.core.search.results import Result, ResultKind, Results
from viewer.ui.kiosk.row import Row

Fill = Callable[[str, str], str]
"""Puts the clinic's own values into a text of a language."""


def found_rows(results: Results, fill: Fill) -> tuple[Row, ...]:
    """A row for each page that was found, the best first; two hits on one page are one row.

    Where several topics have been found, each row says which it belongs to.
    """
    several = len(results.groups) > 1
    rows: dict[str, Row] = {}
    for group in results.groups:
        topic = _filled(group.title, group.language, fill) if several else ""
        for result in group.results:
            target = _link(result).href
            title = "".join(segment.text for segment in result.title)
            text = _filled(title, result.title_language, fill)
            detail = "" if result.kind is ResultKind.TOPIC else topic
            rows.setdefault(target, Row(text, target, detail))
    return tuple(rows.values())


def _link(result: Result) -> Link:
    if result.kind is ResultKind.TOPIC:
        return Link(LinkKind.TOPIC, result.topic)
    if result.kind is ResultKind.GLOSSARY:
        return Link(LinkKind.TERM, result.anchor, result.topic)
    return Link(LinkKind.SECTION, result.section, result.topic)


def _filled(text: str, language: str, fill: Fill) -> str:
    return fill(text, language) if "{{" in text else text
