"""One section's Markdown file: front matter to typed values, the text kept as it is."""

from __future__ import annotations

import re
from pathlib import Path

from viewer.core.files import is_inside, read_text
from viewer.core.level import Level
from viewer.core.model import Section
from viewer.core.packs.fields import IDENTIFIER, Fields
from viewer.core.packs.levels import levels_of
from viewer.core.packs.yaml_nodes import read_yaml
from viewer.core.problems import Problem, Reporter, Rule, printable

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


def read_section(
    path: Path, language: str, topic_folder: Path, problems: list[Problem], *, translation: bool
) -> Section:
    """Read a section; whatever is broken becomes a problem, and the section still exists.

    A section whose file cannot be read at all has no levels, and is shown as a notice.
    ``translation`` tells that ``sources`` and text may be left to the fallback language's section.
    """
    reporter = Reporter(path, problems)
    section_id = printable(path.stem)  # a name may hold anything, even bytes that are no text
    broken = Section(id=section_id, language=language, path=path, title=section_id)
    if not IDENTIFIER.match(section_id):
        reporter.report(Rule.SECTION_ID, name=path.name)
    if not is_inside(path, topic_folder):
        reporter.report(Rule.OUTSIDE_PACK, name=path.name)
        return broken
    text = read_text(path, reporter)
    if text is None:
        return broken
    front, body, body_line = _split(text)
    levels = levels_of(body)
    if not levels and not translation:
        reporter.report(Rule.NO_TEXT, body_line)
    fields = _front_matter(front, reporter)
    if fields.readable and Level.PLAIN in levels and "plain_title" not in fields.lines:
        reporter.report(Rule.NO_PLAIN_TITLE, fields.line)
    section = Section(
        id=section_id,
        language=language,
        path=path,
        title=fields.text("title", required=True) or section_id,
        plain_title=fields.text("plain_title"),
        short_title=fields.text("short_title"),
        care=fields.identifier("care"),
        icon=fields.identifier("icon"),
        keywords=fields.texts("keywords"),
        sources=fields.identifiers("sources", required=not translation),
        body=body,
        body_line=body_line,
        levels=levels,
        lines=fields.lines,
    )
    fields.finish()
    return section


def _front_matter(front: str | None, reporter: Reporter) -> Fields:
    """The keys and values; where they cannot be read at all, none of them is missing."""
    if front is None:
        reporter.report(Rule.NO_FRONT_MATTER)
    before = reporter.count
    node = read_yaml(front, reporter, 2) if front else None
    fields = Fields(node, reporter)
    if front is None or (node is None and reporter.count > before):
        fields.readable = False
    return fields


def _split(text: str) -> tuple[str | None, str, int]:
    """Front matter, body, and the line on which the body begins."""
    opening = _FENCE.match(text)
    closing = _FENCE.search(text, opening.end() + 1) if opening else None
    if opening is None or closing is None:
        return None, text, 1
    body = text[closing.end() :].lstrip("\n")
    body_line = text.count("\n") - body.count("\n") + 1
    return text[opening.end() + 1 : closing.start()], body, body_line
