"""Reads a PDF back as a screen reader would: its structure tree, with the words of each element.

The tree comes from pikepdf, the words of marked content from ``pdf_content``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.handout.pdf_content import Content, FontTables, Marked, Node, PageContent

HEADINGS = frozenset({"H1", "H2", "H3", "H4", "H5", "H6"})


@dataclass(slots=True)
class Element:
    """An element of the structure tree."""

    tag: str
    """The standard tag, after the role map."""
    depth: int
    language: str
    """Its own or inherited; that of the document at the top."""
    alternative: str | None = None
    actual: str | None = None
    """What is read aloud instead of its contents."""
    attributes: dict[str, Any] = field(default_factory=dict)
    children: list[Element] = field(default_factory=list)
    pieces: list[Marked | Element] = field(default_factory=list)
    """Words and elements in the order of reading."""
    links: list[Node] = field(default_factory=list)
    """Annotations that the element holds."""
    pages: list[int] = field(default_factory=list)
    contents: list[Content] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All the words in it, in the order of reading, with plain single spaces."""
        return " ".join(self._words().split())

    def _words(self) -> str:
        if self.actual is not None:
            return self.actual
        said = []
        for piece in self.pieces:
            if isinstance(piece, Marked):
                said.append(piece.said)
            elif piece.tag in INLINE:
                said.append(piece._words())
            else:
                said.append(f" {piece._words()} ")
        return "".join(said)

    @property
    def own_text(self) -> str:
        """The words that stand in it and in its inline parts, not those of blocks within."""
        pieces = [p for p in self.pieces if isinstance(p, Marked) or p.tag in INLINE]
        words = "".join(p.said if isinstance(p, Marked) else p._words() for p in pieces)
        return " ".join(words.split())

    @property
    def level(self) -> int:
        """Of a heading; 0 for anything else."""
        return int(self.tag[1]) if self.tag in HEADINGS else 0

    def walk(self) -> Iterator[Element]:
        """It and all below it, in the order of reading."""
        yield self
        for child in self.children:
            yield from child.walk()

    def all(self, *tags: str) -> list[Element]:
        """Those with one of the tags, in the order of reading."""
        return [element for element in self.walk() if element.tag in tags]

    def first_content(self) -> Content | None:
        """The first words of it."""
        return next((c for e in self.walk() for c in e.contents), None)


INLINE = frozenset({"Span", "Link", "Em", "Strong", "Quote", "Code", "Reference", "Figure"})


class PdfReader:
    """A PDF, read once."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.pdf = Pdf.open(BytesIO(data))
        root: Node = self.pdf.Root
        self.roles = {str(k): str(v) for k, v in self._tree_root().get("/RoleMap", {}).items()}
        self.language = str(root.get("/Lang", ""))
        self._pages = {page.obj.objgen: n for n, page in enumerate(self.pdf.pages)}
        self.marked: dict[Content, Marked] = {}
        self.artifacts: list[Marked] = []
        self.untagged: list[str] = []
        tables = FontTables()
        for number, page in enumerate(self.pdf.pages):
            content = PageContent(number, page, tables)
            content.read()
            self.marked |= content.marked
            self.artifacts += content.artifacts
            self.untagged += content.untagged

    def _tree_root(self) -> Node:
        return self.pdf.Root.get("/StructTreeRoot", Dictionary())

    # --- the document ---------------------------------------------------------------

    @cached_property
    def metadata(self) -> dict[str, str]:
        """Title, part of PDF/UA, dates and so on, by their qualified names."""
        with self.pdf.open_metadata() as metadata:
            names = ("dc:title", "dc:language", "pdfuaid:part", "xmp:CreateDate", "xmp:ModifyDate")
            spaces = {"pdfuaid": "{http://www.aiim.org/pdfua/ns/id/}"}
            found = {}
            for name in names:
                prefix, _, local = name.partition(":")
                key = spaces[prefix] + local if prefix in spaces else name
                value = metadata.get(key, "")
                found[name] = value if isinstance(value, str) else ", ".join(value)
        return found

    @property
    def shows_title(self) -> bool:
        """Whether a viewer shows the title instead of the file's name."""
        root: Node = self.pdf.Root
        return bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False))

    @property
    def is_marked(self) -> bool:
        """Whether the file says that it is tagged."""
        root: Node = self.pdf.Root
        return bool(root.get("/MarkInfo", {}).get("/Marked", False))

    @cached_property
    def boxes(self) -> list[tuple[float, float]]:
        """Width and height of each page."""
        boxes = [[float(x) for x in page.mediabox] for page in self.pdf.pages]
        return [(right - left, top - bottom) for left, bottom, right, top in boxes]

    @property
    def tab_orders(self) -> list[str]:
        """How Tab goes over each page."""
        return [str(page.obj.get("/Tabs", "")) for page in self.pdf.pages]

    def fonts(self) -> list[tuple[str, bool, bool]]:
        """Of each font: its name, whether it is embedded, whether it has a ToUnicode table."""
        found: dict[Any, tuple[str, bool, bool]] = {}
        for page in self.pdf.pages:
            for font in page.resources.get("/Font", {}).values():
                inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
                file: Node = inner.get("/FontDescriptor", {})
                embedded = any(key in file for key in ("/FontFile", "/FontFile2", "/FontFile3"))
                embedded = embedded or str(font.get("/Subtype")) == "/Type3"
                found[font.objgen] = (
                    str(font.get("/BaseFont", "")),
                    embedded,
                    "/ToUnicode" in font,
                )
        return list(found.values())

    def annotations(self) -> list[tuple[int, Node]]:
        """Each annotation and its page."""
        return [
            (number, annotation)
            for number, page in enumerate(self.pdf.pages)
            for annotation in page.obj.get("/Annots", [])
        ]

    def outline(self) -> list[str]:
        """The titles of the bookmarks."""
        with self.pdf.open_outline() as outline:
            found: list[str] = []
            waiting = list(outline.root)
            while waiting:
                item = waiting.pop(0)
                found.append(item.title)
                waiting[:0] = list(item.children)
            return found

    # --- its tree -------------------------------------------------------------------

    @cached_property
    def tree(self) -> Element:
        """The element at the top."""
        top = Element("Root", 0, self.language)
        self._add_kids(top, self._tree_root(), None)
        return top

    def _add_kids(self, element: Element, node: Node, page: int | None) -> None:
        for kid in _several(node.get("/K")):
            if isinstance(kid, Dictionary) and "/S" in kid:
                child = self._element(kid, element, page)
                element.children.append(child)
                element.pieces.append(child)
            elif isinstance(kid, Dictionary) and kid.get("/Type") == "/OBJR":
                element.links.append(kid.Obj)
            elif isinstance(kid, Dictionary):
                self._add_content(element, self._page_of(kid, page), int(kid.MCID))
            else:
                self._add_content(element, page, int(kid))

    def _page_of(self, node: Node, inherited: int | None) -> int | None:
        return self._pages[node.Pg.objgen] if "/Pg" in node else inherited

    def _add_content(self, element: Element, page: int | None, mcid: int) -> None:
        assert page is not None, f"an MCID {mcid} of {element.tag} without a page"
        element.contents.append((page, mcid))
        element.pages.append(page)
        marked = self.marked.get((page, mcid))
        if marked is not None:
            element.pieces.append(marked)

    def _element(self, node: Node, parent: Element, page: int | None) -> Element:
        tag = str(node.S)
        tag = self.roles.get(tag, tag).removeprefix("/")
        alternative = str(node.Alt) if "/Alt" in node else None
        language = str(node.get("/Lang", parent.language))
        actual = str(node.ActualText) if "/ActualText" in node else None
        element = Element(tag, parent.depth + 1, language, alternative, actual)
        for entry in _several(node.get("/A")):
            element.attributes |= {str(k).removeprefix("/"): _plain(v) for k, v in entry.items()}
        self._add_kids(element, node, self._page_of(node, page))
        return element


def _several(value: Any) -> list[Any]:
    """What stands at a key that takes one or more."""
    if value is None:
        return []
    return list(value) if isinstance(value, Array) else [value]


def _plain(value: Any) -> Any:
    if isinstance(value, Array):
        return [_plain(v) for v in value]
    return str(value).removeprefix("/") if isinstance(value, Name | String) else value
