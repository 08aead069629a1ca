"""Runs of text: elements of the HTML tree to the inlines of ``viewer.core.blocks``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from viewer.core.blocks import (
    Abbreviation,
    Break,
    Image,
    Inline,
    Linked,
    Run,
    Style,
    Styled,
    Text,
)
from viewer.core.links import Link, LinkKind, parse_link
from viewer.core.markdown.element_tree import Element
from viewer.core.markdown.marks import Marks

_STYLES = {
    "strong": Style.STRONG,
    "b": Style.STRONG,
    "em": Style.EMPHASIS,
    "i": Style.EMPHASIS,
    "code": Style.CODE,
    "sub": Style.SUBSCRIPT,
    "sup": Style.SUPERSCRIPT,
}
_SPACE = re.compile(r"[ \t\n]+")


@dataclass(slots=True)
class InlineReader:
    """Reads runs of text; ``line`` follows the marks that it passes."""

    marks: Marks
    line: int

    def read(self, children: list[Element | str]) -> Run:
        """The run, without white space at its ends."""
        return _trimmed(self._run(children))

    def see(self, text: str) -> None:
        """Move on to the line that the first mark of ``text`` names."""
        self.line = self.marks.line_of(text) or self.line

    def _run(self, children: list[Element | str]) -> list[Inline]:
        found: list[Inline] = []
        for child in children:
            if isinstance(child, str):
                self.line = self.marks.last_line_of(child) or self.line
                found.extend(self.marks.inlines_of(_SPACE.sub(" ", child)))
            else:
                found.extend(self._element(child))
        return _merged(found)

    def _element(self, element: Element) -> list[Inline]:
        if element.tag == "br":
            return [Break()]
        if element.tag == "img":
            return [self._image(element)]
        if element.tag == "abbr":
            meaning = self.marks.words_of(element.attributes.get("title", ""))
            return [Abbreviation(self.marks.words_of(element.text()), meaning)]
        line = self.line
        inner = self._run(element.children)
        if element.tag == "a" and inner:
            href = self.marks.words_of(element.attributes.get("href", ""))
            return [Linked(_author_link(href), tuple(inner), line)]
        if element.tag in _STYLES and inner:
            return [Styled(_STYLES[element.tag], tuple(inner))]
        return inner

    def _image(self, element: Element) -> Image:
        source = self.marks.words_of(element.attributes.get("src", ""))
        alternative = self.marks.words_of(element.attributes.get("alt", "")).strip()
        return Image(source, alternative, self.line)


def _merged(inlines: list[Inline]) -> list[Inline]:
    """Neighbouring words as one."""
    found: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text) and found and isinstance(found[-1], Text):
            found[-1] = Text(found[-1].text + inline.text)
        elif inline != Text(""):
            found.append(inline)
    return found


def _trimmed(run: list[Inline]) -> Run:
    if run and isinstance(run[0], Text):
        run[0] = Text(run[0].text.lstrip(" "))
    if run and isinstance(run[-1], Text):
        run[-1] = Text(run[-1].text.rstrip(" "))
    return tuple(inline for inline in run if inline != Text(""))


def _author_link(href: str) -> Link:
    """A link that a text may hold; those to whole topics and to terms are the program's own."""
    link = parse_link(href)
    own = link.kind in (LinkKind.TOPIC, LinkKind.TERM, LinkKind.ABOUT)
    return Link(LinkKind.REFUSED, href) if own else link
