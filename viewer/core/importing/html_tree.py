"""HTML of a summary as a small tree: paragraphs, headings and lists of marked words.

What is not known keeps its words and is counted, so that whoever imports can be told. The tags are
found here: Python's own HTML parser takes minutes over some texts of 200 KB, and dies of others.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html import unescape

from viewer.core.files import CONTROLS

MAX_HTML = 200_000
"""Characters of one text: a section's file may have 256 KiB, and the longest known have 20,000."""
_MAX_INLINE, _MAX_LISTS = 6, 4
"""So deep may marks and lists stand in one another; deeper ones keep their words alone."""

_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_BLOCKS = _HEADINGS | {"p", "div", "blockquote", "ul", "ol", "li"}
_MARKS = {"strong": "strong", "b": "strong", "em": "em", "i": "em", "sub": "sub", "sup": "sup"}
_NOT_ENDED = frozenset({"br", "img", "hr", "input", "meta", "link", "area", "base", "col", "wbr"})
_UNKNOWN_INLINE = frozenset({"u", "font", "small", "big", "abbr", "cite", "q", "mark", "code"})


@dataclass(slots=True)
class Marked:
    """Words that stand out: ``kind`` is strong, em, sub, sup, or a for a link to ``href``."""

    kind: str
    href: str = ""
    children: list[Marked | str] = field(default_factory=list)


BREAK = "\n"
"""A forced end of line; other white space is a space by then."""


@dataclass(slots=True)
class Words:
    """A paragraph, or with ``level`` 1 to 6 a heading."""

    children: list[Marked | str]
    level: int = 0


@dataclass(slots=True)
class Items:
    """A list; each item is blocks."""

    ordered: bool
    items: list[list[Words | Items]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Tree:
    """What an HTML text holds."""

    blocks: list[Words | Items]
    unknown: Counter[str]
    """Elements that are not known, by name: their words are there, their look is not."""


def read_html(html: str) -> Tree:
    """The tree of ``html``, which is at most ``MAX_HTML`` long; nothing in it is an error."""
    reader = _Reader()
    reader.read(html[:MAX_HTML].translate(CONTROLS))
    return Tree(reader.finished(), reader.unknown)


# Each is tried on what stands between two "<", and looks at none of it twice.
_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]*)(?P<rest>(?:[^\"'>]|\"[^\"]*\"|'[^']*')*)>"
)
_DECLARATION = re.compile(r"<[!?][^>]*>")
_ATTRIBUTE = re.compile(r"([a-zA-Z-]{1,40})\s{0,4}=\s{0,4}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_SILENT_END = {
    "script": re.compile(r"</script\s*>", re.IGNORECASE),
    "style": re.compile(r"</style\s*>", re.IGNORECASE),
    "!--": re.compile(r"-->"),
}


class _Reader:
    def __init__(self) -> None:
        self.unknown: Counter[str] = Counter()
        self._blocks: list[Words | Items] = []
        self._lists: list[Items] = []
        self._words = Words([])
        self._open: list[Marked] = []
        self._endless: set[str] = set()

    def read(self, html: str) -> None:
        """Read on to the end of ``html``."""
        at = html.find("<")
        self._data(html[:at] if at >= 0 else html)
        while 0 <= at < len(html):
            following = html.find("<", at + 1)
            stop = following if following >= 0 else len(html)
            hidden = self._hidden(html, at)
            if hidden > at:
                stop = html.find("<", hidden)
                stop = stop if stop >= 0 else len(html)
                self._data(html[hidden:stop])
            else:
                self._piece(html[at:stop])
            at = stop

    def _hidden(self, html: str, at: int) -> int:
        """Where a script, a style or a comment that begins here ends; ``at`` where none does."""
        for name, closing in _SILENT_END.items():
            if name in self._endless or html[at + 1 : at + 1 + len(name)].lower() != name:
                continue
            end = closing.search(html, at)
            if end is not None:
                self.unknown[name] += 1
                return end.end()
            self._endless.add(name)  # its words are text; looked for once
        return at

    def _piece(self, piece: str) -> None:
        """A tag and the words behind it."""
        tag = _TAG.match(piece)
        if tag is not None:
            name = tag["name"].lower()
            if tag["end"]:
                self._end(name)
            else:
                given = {
                    m[1].lower(): m[2] or m[3] or m[4] for m in _ATTRIBUTE.finditer(tag["rest"])
                }
                self._start(name, {k: unescape(v or "") for k, v in given.items()})
        elif tag := _DECLARATION.match(piece):
            self.unknown[piece[1]] += 1
        self._data(piece[tag.end() :] if tag else piece)

    def _data(self, text: str) -> None:
        self._add(unescape(text).translate(CONTROLS).replace(BREAK, " "))

    def finished(self) -> list[Words | Items]:
        self._end_words()
        return self._blocks

    def _start(self, tag: str, given: dict[str, str]) -> None:
        if tag in _MARKS or tag == "a":
            self._begin_mark(Marked(_MARKS.get(tag, "a"), given.get("href", "").strip()))
        elif tag == "br":
            self._add(BREAK)
        elif tag in _BLOCKS:
            self._begin_block(tag)
        elif tag != "span":
            self._begin_unknown(tag, given)

    def _end(self, tag: str) -> None:
        if tag in _MARKS or tag == "a":
            self._end_mark(_MARKS.get(tag, "a"))
        elif tag in ("ul", "ol"):
            self._end_words()
            if self._lists:
                self._lists.pop()
        elif tag not in _UNKNOWN_INLINE and tag not in _NOT_ENDED and tag != "span":
            self._end_words()

    def _begin_unknown(self, tag: str, given: dict[str, str]) -> None:
        self.unknown[tag[:20]] += 1
        if tag == "img":
            self._add(f" {given.get('alt', '')} ")
        elif tag not in _UNKNOWN_INLINE:
            self._end_words()

    def _begin_block(self, tag: str) -> None:
        self._end_words()
        if tag == "blockquote":
            self.unknown[tag] += 1
        elif tag in ("ul", "ol"):
            self._begin_list(Items(tag == "ol"))
        elif tag == "li":
            if not self._lists:
                self._begin_list(Items(ordered=False))
            self._lists[-1].items.append([])
        elif tag in _HEADINGS:
            self._words.level = int(tag[1])

    def _begin_list(self, found: Items) -> None:
        if len(self._lists) < _MAX_LISTS:
            self._place().append(found)
            self._lists.append(found)
        else:
            self._lists.append(self._lists[-1])  # its items become items of the one around it
            self.unknown["ul × ul"] += 1

    def _place(self) -> list[Words | Items]:
        """Where a block goes that begins now."""
        if not self._lists:
            return self._blocks
        items = self._lists[-1].items
        if not items:
            items.append([])
        return items[-1]

    def _begin_mark(self, mark: Marked) -> None:
        nested = len(self._open) >= _MAX_INLINE
        if nested or any(other.kind == mark.kind for other in self._open):
            self.unknown[f"{mark.kind} × …"] += 1
            return
        (self._open[-1].children if self._open else self._words.children).append(mark)
        self._open.append(mark)

    def _end_mark(self, kind: str) -> None:
        if any(mark.kind == kind for mark in self._open):
            while self._open.pop().kind != kind:
                pass

    def _add(self, text: str) -> None:
        if text:
            (self._open[-1].children if self._open else self._words.children).append(text)

    def _end_words(self) -> None:
        self._open.clear()
        words, self._words = self._words, Words([])
        if has_words(words.children):
            self._place().append(words)


def has_words(children: list[Marked | str]) -> bool:
    """Whether there is anything to read."""
    return any(
        bool(child.strip()) if isinstance(child, str) else has_words(child.children)
        for child in children
    )
