"""Raw HTML in Markdown: a small safe list is read, all else is dropped and reported.

Blocks of HTML are not recognised at all, so a stray ``<div>`` cannot swallow the
text after it; its tags are dropped and its words stay.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from viewer.core.markdown.marks import Marks
from viewer.core.problems import Reporter, Rule

_PAIR = r"<(sub|sup|b|strong|i|em)>([^<>]{1,200})</\1>"
_BREAK = r"<br[ ]?/?>"
_DROPPED = r"<!--|</?[a-zA-Z][^<>]{0,2000}>"


class _Pair(InlineProcessor):
    """``H<sub>2</sub>O``: a whole pair without anything inside it but words."""

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        element = Element(m[1])
        element.text = m[2]
        return element, m.start(), m.end()


class _Break(InlineProcessor):
    """``<br>``: a forced end of line."""

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        return Element("br"), m.start(), m.end()


class _Dropped(InlineProcessor):
    """Any other tag, or a comment without an end: gone from the page, a problem for the author."""

    def __init__(self, pattern: str, md: Markdown, marks: Marks, reporter: Reporter) -> None:
        super().__init__(pattern, md)
        self._marks = marks
        self._reporter = reporter

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[str, int, int]:
        line = self._marks.last_line_of(data[: m.start()]) or self._marks.first_line
        self._reporter.report(Rule.RAW_HTML, line, html=self._marks.words_of(m[0]))
        return "", m.start(), m.end()


def restrict_raw_html(md: Markdown, marks: Marks, reporter: Reporter) -> None:
    """Put the safe list in the place of Python-Markdown's own handling of HTML."""
    md.preprocessors.deregister("html_block")
    md.inlinePatterns.deregister("html")
    md.inlinePatterns.register(_Pair(_PAIR, md), "safe_pair", 92)
    md.inlinePatterns.register(_Break(_BREAK, md), "safe_break", 91)
    md.inlinePatterns.register(_Dropped(_DROPPED, md, marks, reporter), "dropped_html", 90)
