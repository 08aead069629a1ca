"""Markdown to the frozen tree: the one place in which text is parsed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.admonition import AdmonitionExtension
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from markdown.treeprocessors import Treeprocessor

from viewer.core.blocks import Block
from viewer.core.hidden import without_hidden
from viewer.core.markdown.bounds import within_bounds
from viewer.core.markdown.converter import OWN_ID, Converter
from viewer.core.markdown.element_tree import PlainRuns, parse_elements
from viewer.core.markdown.marks import Marks
from viewer.core.markdown.raw_html import restrict_raw_html
from viewer.core.problems import Problem, Reporter, Rule


@dataclass(frozen=True, slots=True)
class ParsedText:
    """A text as blocks, or None where it was not safe to parse, with what is wrong with it."""

    blocks: tuple[Block, ...] | None
    problems: tuple[Problem, ...]


def read_markdown(text: str, language: str, path: Path, first_line: int = 1) -> ParsedText:
    """Parse ``text``, which begins on ``first_line`` of ``path``."""
    problems: list[Problem] = []
    reporter = Reporter(path, problems)
    if not within_bounds(text, reporter, first_line):
        return ParsedText(None, tuple(problems))
    shown = without_hidden(text)
    for line, html in shown.hidden:
        reporter.report(Rule.RAW_HTML, first_line + line, html=html)
    marks = Marks(reporter, first_line)
    parser = _parser()
    restrict_raw_html(parser, marks, reporter)
    if "*[" in shown.text:  # abbreviations are looked for in plain text too
        parser.treeprocessors.deregister("plain_runs")
    try:
        root = parse_elements(parser, marks.set(shown.text))
        blocks = Converter(marks, language, first_line, reporter).blocks(root, top=True)
    except (RecursionError, ValueError, IndexError, AssertionError, AttributeError) as error:
        # Python-Markdown has known inputs that break it; they are the author's to mend.
        reporter.report(Rule.TOO_COMPLEX, first_line, what=type(error).__name__, most="-")
        return ParsedText(None, tuple(problems))
    return ParsedText(blocks, tuple(problems))


class _OwnIds(Treeprocessor):
    """Tells headings with an id of the author's from those that are given one later."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag in _HEADINGS and element.get("id"):
                element.set("class", f"{element.get('class', '')} {OWN_ID}".strip())


def _parser() -> markdown.Markdown:
    """A new parser: one that is kept remembers the abbreviations and ids of the last text."""
    parser = markdown.Markdown(
        extensions=[
            AttrListExtension(),
            DefListExtension(),
            TableExtension(use_align_attribute=True),
            AdmonitionExtension(),
            AbbrExtension(),
            SaneListExtension(),
            TocExtension(),
        ],
        output_format="html",
    )
    parser.treeprocessors.register(PlainRuns(parser), "plain_runs", 25)  # inline 20
    parser.treeprocessors.register(_OwnIds(parser), "own_ids", 7)  # attr_list 8, toc 5
    return parser


_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
