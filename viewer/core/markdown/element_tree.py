"""Python-Markdown's own tree, as a small tree of elements that blocks are made from.

Its tree is taken before it is written as HTML: what is never written needs no
cleaning and no second parser, and the blocks that are made from it have no
place for a script or a style, whatever a hostile text puts there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from xml.etree import ElementTree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, HTML_PLACEHOLDER_RE, STX, AtomicString


@dataclass(slots=True)
class Element:
    """An element with its attributes and, in order, its text and elements."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> frozenset[str]:
        """The words of the class attribute."""
        return frozenset(self.attributes.get("class", "").split())

    def elements(self, *tags: str) -> list[Element]:
        """The child elements with one of these tags."""
        return [c for c in self.children if isinstance(c, Element) and c.tag in tags]

    def text(self) -> str:
        """All text in the element."""
        return "".join(c if isinstance(c, str) else c.text() for c in self.children)


def parse_elements(parser: Markdown, source: str) -> Element:
    """Parse ``source``: the steps of ``Markdown.convert`` but the last, which writes HTML."""
    lines = source.split("\n")
    for preprocessor in parser.preprocessors:
        lines = preprocessor.run(lines)
    root = parser.parser.parseDocument(lines).getroot()
    if root is None:
        return Element("")
    for processor in parser.treeprocessors:
        replaced = processor.run(root)
        root = root if replaced is None else replaced
    return _Reader(parser).element(root)


class PlainRuns(Treeprocessor):
    """Takes text without any markup out of the search for it, which is half of a parse."""

    _MARKUP = re.compile(r"[\\`*_<\[&{]|  \n")

    def run(self, root: ElementTree.Element) -> None:
        """Mark such text as atomic; it must run before the inline patterns."""
        for element in root.iter():
            if element.text and not self._MARKUP.search(element.text):
                element.text = AtomicString(element.text)


class _Reader:
    """Reads the tree with what the parser has put aside in its stash."""

    def __init__(self, parser: Markdown) -> None:
        self._stash = parser.htmlStash.rawHtmlBlocks

    def element(self, node: ElementTree.Element) -> Element:
        found = Element(str(node.tag), {k: unescape(self._words(str(v))) for k, v in node.items()})
        is_code = node.tag == "code"
        if node.text:
            found.children.append(unescape(node.text) if is_code else self._words(node.text))
        for child in node:
            found.children.append(self.element(child))
            if child.tail:
                found.children.append(self._words(child.tail))
        return found

    def _words(self, text: str) -> str:
        """The text with the characters that the parser put aside."""
        if STX not in text:
            return text
        whole = HTML_PLACEHOLDER_RE.sub(self._stashed, text)
        if AMP_SUBSTITUTE in whole:
            whole = unescape(whole.replace(AMP_SUBSTITUTE, "&"))
        return whole

    def _stashed(self, match: re.Match[str]) -> str:
        """A character reference, the only thing that is left to be stashed."""
        at = int(match[1])
        raw = self._stash[at] if at < len(self._stash) else ""
        return unescape(raw) if isinstance(raw, str) else ""
