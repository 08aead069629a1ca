"""HTML to a small tree of elements; only for what ``nh3`` has made clean and well nested."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"br", "hr", "img"})


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


def parse_html(html: str) -> Element:
    """The tree of ``html``, under a root element without a tag."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.root


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if len(self._open) > 1 and self._open[-1].tag == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)
