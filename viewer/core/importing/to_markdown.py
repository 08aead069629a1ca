"""The tree of an HTML text as Markdown, read back to prove that every word and link is in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urljoin

from viewer.core.blocks import Linked
from viewer.core.importing.escaping import at_start, escaped
from viewer.core.importing.html_tree import BREAK, Items, Marked, Tree, Words, read_html
from viewer.core.links import Link, LinkKind, parse_link
from viewer.core.markdown.reader import read_markdown
from viewer.core.tree import plain_text, runs, walk, walk_inlines

TOP_HEADING = 2
"""The level of a text's widest headings: 1 is the section's title."""
_SPACES = re.compile(r"[^\S\n]+")
_AROUND = re.compile(r"(\s*)(.*?)(\s*)\Z", re.DOTALL)
_SIGNS = {"strong": ("**", "**"), "em": ("*", "*")}
_SIGNS |= {kind: (f"<{kind}>", f"</{kind}>") for kind in ("sub", "sup")}
_KEPT_IN_ADDRESSES = "/:?#@!$&+,;=%~-._"
MAX_ADDRESS = 300
"""Characters; the parser takes no word of more than 400."""

Resolve = Callable[[str], str]
"""Another target for a web address, or the address itself."""


@dataclass(slots=True)
class Converted:
    """A text as Markdown, and what of the original it could not keep."""

    text: str
    links: list[str] = field(default_factory=list)
    """The web addresses that its links had, as they were after ``base`` was put before them."""
    no_links: list[str] = field(default_factory=list)
    """Addresses that packs may not have: their words are text."""
    unknown: Counter[str] = field(default_factory=Counter)
    """Elements without a counterpart, by name: their words are text."""
    whole: bool = True
    """Read back, it has the words and links of the original, in their order."""


def markdown_of(html: str, base: str, resolve: Resolve = str) -> Converted:
    """HTML as Markdown without any HTML but ``<sub>`` and ``<sup>``.

    ``base`` is the address that the text stands at; ``resolve`` gives a link another target.
    """
    tree = read_html(html)
    levels = [block.level for block in tree.blocks if isinstance(block, Words) and block.level]
    shift = TOP_HEADING - min(levels, default=TOP_HEADING)
    found = _written(tree, _Writer(base, resolve, shift, marks=True))
    if found.whole:
        return found
    # A mark that is lost on the way back takes words with it: better no mark.
    found = _written(tree, _Writer(base, resolve, shift, marks=False))
    found.unknown = tree.unknown + Counter({"strong, em": 1})
    return found


def _written(tree: Tree, writer: _Writer) -> Converted:
    found = Converted("\n\n".join(writer.blocks(tree.blocks)) + "\n", unknown=tree.unknown)
    found.links, found.no_links = writer.links, writer.no_links
    words, targets = _read_back(found.text)
    found.whole = words == _words_of(tree.blocks) and targets == writer.targets
    return found


class _Writer:
    def __init__(self, base: str, resolve: Resolve, shift: int, *, marks: bool) -> None:
        self._base = base
        self._resolve = resolve
        self._marks = marks
        self._shift = shift
        self.links: list[str] = []
        self.no_links: list[str] = []
        self.targets: list[Link] = []

    def blocks(self, blocks: Sequence[Words | Items]) -> list[str]:
        written = [self._list(b) if isinstance(b, Items) else self._words(b) for b in blocks]
        return [block for block in written if block]

    def _words(self, words: Words) -> str:
        text = _SPACES.sub(" ", self._run(words.children)).strip(" \n")
        if words.level:
            level = min(6, words.level + self._shift)
            return f"{'#' * level} {' '.join(text.split())}"
        lines = (line.strip(" ") for line in text.split(BREAK))
        return "  \n".join(at_start(line) for line in lines if line)

    def _list(self, found: Items) -> str:
        items = list(_items(found))
        written = [blocks for blocks in map(self.blocks, items) if blocks]
        gap = "\n\n" if any(map(_is_loose, items)) else "\n"
        lines = []
        for number, blocks in enumerate(written, 1):
            sign = f"{number}." if found.ordered else "-"
            lines.append(f"{sign} {_indented(gap.join(blocks))}")
        return gap.join(lines)

    def _run(self, children: Sequence[Marked | str]) -> str:
        return "".join(
            escaped(child) if isinstance(child, str) else self._marked(child) for child in children
        )

    def _marked(self, mark: Marked) -> str:
        at = len(self.targets)
        before, inner, after = _around(self._run(mark.children))
        if not inner:
            return before + after
        if mark.kind == "a":
            return before + self._link(inner, mark.href, at) + after
        plain = mark.kind in ("sub", "sup") and ("<" in inner or len(inner) > 200)
        if not self._marks or plain:
            return before + inner + after
        left, right = _SIGNS[mark.kind]
        return f"{before}{left}{inner}{right}{after}"

    def _link(self, inner: str, href: str, at: int) -> str:
        address = quote(urljoin_or_empty(self._base, href), safe=_KEPT_IN_ADDRESSES)
        if len(address) > MAX_ADDRESS or parse_link(address).kind is not LinkKind.WEB:
            self.no_links.append(href)
            return inner
        self.links.append(address)
        target = self._resolve(address)
        self.targets.insert(at, parse_link(target))
        return f"[{inner}]({target.replace('&', '&amp;')})"


def urljoin_or_empty(base: str, href: str) -> str:
    """The whole address of a link; empty where it is none."""
    try:
        return urljoin(base, href) if href else ""
    except ValueError:  # such as https://[
        return ""


def _items(found: Items) -> Iterator[list[Words | Items]]:
    """The items as Markdown can write them: each begins with words, and no heading is among them.

    A list with which an item begins gives its items to the list around it.
    """
    for item in found.items:
        left = item
        while left and isinstance(left[0], Items):
            yield from _items(left[0])
            left = left[1:]
        if left:
            yield [b if isinstance(b, Items) else Words(b.children) for b in left]


def _is_loose(item: Sequence[Words | Items]) -> bool:
    """Whether an item needs empty lines around its parts."""
    inner = (b.items for b in item if isinstance(b, Items))
    several = len(item) > 2 or sum(isinstance(block, Words) for block in item) > 1
    return several or any(_is_loose(one) for items in inner for one in items)


def _indented(text: str) -> str:
    first, *rest = text.split("\n")
    return "\n".join([first, *(f"    {line}" if line else "" for line in rest)])


def _around(text: str) -> tuple[str, str, str]:
    """White space before, the words, and white space after: no mark may begin or end with it."""
    match = _AROUND.match(text)
    assert match is not None
    return match[1], match[2], match[3]


def _words_of(blocks: Sequence[Words | Items]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Items):
            for item in block.items:
                found += _words_of(item)
        else:
            found += _text_of(block.children).split()
    return found


def _text_of(children: Sequence[Marked | str]) -> str:
    return "".join(c if isinstance(c, str) else _text_of(c.children) for c in children)


def _read_back(text: str) -> tuple[list[str], list[Link]]:
    """The words and links of a Markdown text as a page has them; none where it is refused."""
    words: list[str] = []
    links: list[Link] = []
    for block in walk(read_markdown(text, "en", Path("summary.md")).blocks or ()):
        for run in runs(block):
            words += plain_text(run).split()
            links += [i.link for i in walk_inlines(run) if isinstance(i, Linked)]
    return words, links
