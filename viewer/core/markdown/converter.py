"""Blocks: elements of the HTML tree to the blocks of ``viewer.core.blocks``."""

from __future__ import annotations

import re
from collections.abc import Callable

from viewer.core.blocks import (
    Align,
    Block,
    Callout,
    CalloutKind,
    DefinitionItem,
    Definitions,
    Heading,
    ListBlock,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Run,
    Table,
    Text,
)
from viewer.core.markdown.element_tree import Element
from viewer.core.markdown.inlines import InlineReader
from viewer.core.markdown.marks import Marks
from viewer.core.problems import Reporter
from viewer.core.problems import Rule as RuleId

MARKERS = frozenset({"plain", "do", "dont", "safety", "teach-back"})
"""The heading markers of the pack format."""

OWN_ID = "own-id"
"""The class by which the parser tells ids that an author wrote from ids that it made."""

_BLOCK_TAGS = frozenset(
    [
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "ul",
        "ol",
        "dl",
        "div",
        "blockquote",
        "pre",
        "hr",
        "table",
    ]
)
_INLINE_TAGS = frozenset(["em", "strong", "code", "a", "sub", "sup", "img", "abbr"])
_GLUED_LIST = re.compile(r"\n[ \t]*(?:[-*+]|[0-9]{1,3}\.)[ \t]+[^\n]")
_LEFT_MARKER = re.compile(r"\{:?[^{}]*\.(" + "|".join(sorted(MARKERS)) + r")\b[^{}]*\}")
_ALIGNMENT = {"center": Align.CENTER, "right": Align.END}


class Converter:
    """Converts the elements of one text, in one language."""

    def __init__(self, marks: Marks, language: str, first_line: int, reporter: Reporter) -> None:
        self._marks = marks
        self._language = language
        self._reporter = reporter
        self._inlines = InlineReader(marks, first_line)
        self._readers: dict[str, Callable[[Element], Block | None]] = {
            "p": self._paragraph,
            "ul": self._list,
            "ol": self._list,
            "dl": self._definitions,
            "div": self._callout,
            "blockquote": self._quote,
            "pre": self._preformatted,
            "hr": self._rule,
            "table": self._table,
        }

    def blocks(self, parent: Element, *, top: bool = False) -> tuple[Block, ...]:
        """The blocks in ``parent``; loose text between them becomes paragraphs."""
        found: list[Block] = []
        loose: list[Element | str] = []
        for child in parent.children:
            if isinstance(child, Element) and child.tag in _BLOCK_TAGS:
                self._end_paragraph(loose, found)
                if block := self._block(child, top):
                    found.append(block)
            else:
                loose.append(child)
        self._end_paragraph(loose, found)
        return tuple(found)

    def _end_paragraph(self, loose: list[Element | str], found: list[Block]) -> None:
        words = Element("p", children=list(loose))
        self._inlines.see(words.text())
        paragraph = self._paragraph(words)
        loose.clear()
        if paragraph:
            found.append(paragraph)

    def _block(self, element: Element, top: bool) -> Block | None:
        self._inlines.see(element.text())
        if element.tag[0] == "h" and element.tag != "hr":
            return self._heading(element, top)
        self._misplaced(element, self._inlines.line)
        return self._readers[element.tag](element)

    def _heading(self, element: Element, top: bool) -> Block | None:
        line = self._inlines.line
        classes = element.classes
        children = self._inlines.read(element.children)
        if not children:
            return None
        if not top or not classes & MARKERS:
            self._misplaced(element, line)
        for marker in sorted(MARKERS & element.attributes.keys()):  # written without its dot
            self._reporter.report(RuleId.STRAY_MARKUP, line, words=f"{{: {marker} }}")
        for marker in sorted(classes - MARKERS - {OWN_ID}):
            self._reporter.report(RuleId.UNKNOWN_MARKER, line, marker=marker)
        return Heading(
            language=self._language,
            line=line,
            level=int(element.tag[1]),
            id=element.attributes.get("id", ""),
            children=children,
            markers=classes & MARKERS if top else frozenset(),
            own_id=OWN_ID in classes,
        )

    def _paragraph(self, element: Element) -> Block | None:
        line = self._inlines.line
        children = self._inlines.read(element.children)
        if not children:
            return None
        glued = _GLUED_LIST.search(element.text())
        if glued:
            at = self._marks.line_of(glued[0] + element.text()[glued.end() :])
            self._reporter.report(RuleId.GLUED_LIST, at or line)
        return Paragraph(language=self._language, line=line, children=children)

    def _list(self, element: Element) -> Block | None:
        line = self._inlines.line
        items = tuple(self._item(item) for item in element.elements("li"))
        start = element.attributes.get("start", "1")
        return ListBlock(
            language=self._language,
            line=line,
            items=tuple(item for item in items if item),
            ordered=element.tag == "ol",
            start=int(start) if start.isdecimal() and len(start) < 6 else 1,
        )

    def _item(self, element: Element) -> tuple[Block, ...]:
        self._inlines.see(element.text())
        self._misplaced(element, self._inlines.line)
        return self.blocks(element)

    def _misplaced(self, element: Element, line: int) -> None:
        """Report markers where they do not count, and those that are left among the words."""
        words = "".join(child for child in element.children if isinstance(child, str))
        for marker in sorted(element.classes & MARKERS) or _LEFT_MARKER.findall(words):
            self._reporter.report(RuleId.MISPLACED_MARKER, line, marker=marker)
        for child in element.children:
            if isinstance(child, Element) and child.tag in _INLINE_TAGS:
                self._misplaced(child, line)

    def _definitions(self, element: Element) -> Block:
        line = self._inlines.line
        items: list[DefinitionItem] = []
        terms: list[Run] = []
        meanings: list[tuple[Block, ...]] = []
        for child in element.elements("dt", "dd"):
            self._inlines.see(child.text())
            if child.tag == "dt":
                if meanings:
                    items.append((tuple(terms), tuple(meanings)))
                    terms, meanings = [], []
                terms.append(self._inlines.read(child.children))
            else:
                meanings.append(self.blocks(child))
        items.append((tuple(terms), tuple(meanings)))
        return Definitions(language=self._language, line=line, items=tuple(items))

    def _callout(self, element: Element) -> Block:
        if "admonition" not in element.classes:
            return Quote(language=self._language, blocks=self.blocks(element))
        line = self._inlines.line
        words = element.attributes.get("class", "").split()
        name = next((w for w in words if w != "admonition"), "")
        kind = next((k for k in CalloutKind if k == name), None)
        if kind is None:
            self._reporter.report(RuleId.UNKNOWN_CALLOUT, line, kind=name)
            kind = CalloutKind.NOTE
        title: Run = ()
        rest = element.children
        for at, child in enumerate(rest):
            if isinstance(child, Element):
                if "admonition-title" in child.classes:
                    rest = rest[at + 1 :]
                    title = self._inlines.read(child.children)
                break
        blocks = self.blocks(Element("div", children=rest))
        return Callout(language=self._language, line=line, kind=kind, title=title, blocks=blocks)

    def _quote(self, element: Element) -> Block:
        return Quote(language=self._language, line=self._inlines.line, blocks=self.blocks(element))

    def _preformatted(self, element: Element) -> Block:
        text = self._marks.words_of(element.text()).rstrip("\n")
        return Preformatted(language=self._language, line=self._inlines.line, text=text)

    def _rule(self, element: Element) -> Block:
        return Rule(language=self._language)  # no word in it carries the mark of its line

    def _table(self, element: Element) -> Block | None:
        line = self._inlines.line
        rows = [row for part in element.elements("thead", "tbody") for row in part.elements("tr")]
        cells = [tuple(self._cell(cell) for cell in row.elements("th", "td")) for row in rows]
        if not cells:
            return None
        width = len(cells[0])
        alignment = tuple(
            _ALIGNMENT.get(_text_align(cell), Align.START) for cell in rows[0].elements("th", "td")
        )
        filled = tuple((*row[:width], *[(Text(""),)] * (width - len(row))) for row in cells[1:])
        return Table(
            language=self._language, line=line, header=cells[0], rows=filled, alignment=alignment
        )

    def _cell(self, cell: Element) -> Run:
        self._inlines.see(cell.text())
        self._misplaced(cell, self._inlines.line)
        return self._inlines.read(cell.children)


def _text_align(cell: Element) -> str:
    return cell.attributes.get("align", "")
