"""What the pages of a PDF draw, sorted under the marks that its structure tree names.

Words are decoded by each font's own ToUnicode table, so that what is read is what the file says
and not what a program guesses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

Content = tuple[int, int]
"""Marked content: the page's number from 0, and its MCID there."""
PAINTING = frozenset(
    ["f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "BI", "INLINE", "IMAGE", "EI"]
)
Node = Any
"""Any object of a PDF; pikepdf's own types say too little."""
SHOWING = frozenset(["Tj", "TJ", "'", '"'])


@dataclass(slots=True)
class Marked:
    """What stands under one MCID, or in one artifact."""

    page: int
    text: str = ""
    language: str = ""
    actual: str | None = None
    kind: str = ""
    """Of an artifact: Header, Footer … as the file says it."""
    paints: int = 0

    @property
    def said(self) -> str:
        """What is read aloud."""
        return self.text if self.actual is None else self.actual


class FontTables:
    """The ToUnicode tables of a PDF's fonts."""

    def __init__(self) -> None:
        self._tables: dict[Any, dict[int, str]] = {}

    def decoded(self, font: Node, data: bytes) -> list[str]:
        """What each code of a shown string stands for, by the font's own table."""
        table = self._tables.get(font.objgen)
        if table is None:
            table = read_cmap(font.ToUnicode.read_bytes()) if "/ToUnicode" in font else {}
            self._tables[font.objgen] = table
        width = 2 if str(font.get("/Subtype")) == "/Type0" else 1
        codes = (int.from_bytes(data[i : i + width], "big") for i in range(0, len(data), width))
        return [table.get(code, "\N{REPLACEMENT CHARACTER}") for code in codes]


class PageContent:
    """Goes through what a page draws, and sorts it under MCIDs and artifacts."""

    def __init__(self, number: int, page: pikepdf.Page, tables: FontTables) -> None:
        self.number, self.page, self.tables = number, page, tables
        self.marked: dict[Content, Marked] = {}
        self.artifacts: list[Marked] = []
        self.untagged: list[str] = []
        self.stack: list[Marked | None] = []
        self.font: Node = None
        self.fonts: list[Node] = []
        self.turned: list[bool] = []
        """Whether the strings of each sequence are written from their last character."""

    def read(self) -> None:
        for instruction in pikepdf.parse_content_stream(self.page):
            operands: Node = instruction.operands
            name = str(instruction.operator)
            if name in ("BDC", "BMC"):
                self.stack.append(self._begun(operands))
                self.turned.append(str(operands[0]) == "/ReversedChars")
            elif name == "EMC":
                self.stack.pop()
                self.turned.pop()
            elif name == "q":
                self.fonts.append(self.font)
            elif name == "Q":
                self.font = self.fonts.pop()
            elif name == "Tf":
                self.font = self.page.resources.Font[operands[0]]
            elif name in SHOWING:
                self._show(operands[-1])
            elif name in PAINTING:
                self._paint(name)

    def _begun(self, operands: Any) -> Marked | None:
        tag = str(operands[0])
        given = operands[1] if len(operands) > 1 else Dictionary()
        if isinstance(given, Name):
            given = self.page.resources.Properties[given]
        marked = Marked(self.number)
        marked.language = str(given.get("/Lang", ""))
        marked.actual = str(given.ActualText) if "/ActualText" in given else None
        if tag == "/Artifact":
            marked.kind = str(given.get("/Subtype", given.get("/Type", ""))).removeprefix("/")
            self.artifacts.append(marked)
            return marked
        if "/MCID" in given:
            return self.marked.setdefault((self.number, int(given.MCID)), marked)
        outer = self.stack[-1] if self.stack else None
        if outer is not None and marked.actual is not None:  # a word inside of what is tagged
            outer.text += marked.actual
            return Marked(-1)
        return outer

    def _show(self, operand: Any) -> None:
        assert self.font is not None
        parts = operand if isinstance(operand, Array) else [operand]
        shown = b"".join(bytes(part) for part in parts if isinstance(part, String))
        characters = self.tables.decoded(self.font, shown)
        text = "".join(reversed(characters) if any(self.turned) else characters)
        if self.stack and self.stack[-1] is not None:
            self.stack[-1].text += text
        else:
            self.untagged.append(f"page {self.number + 1}: text {text!r}")

    def _paint(self, name: str) -> None:
        if self.stack and self.stack[-1] is not None:
            self.stack[-1].paints += 1
        else:
            self.untagged.append(f"page {self.number + 1}: {name}")


def read_cmap(data: bytes) -> dict[int, str]:
    """The characters of each code, as a ToUnicode table has them."""
    table: dict[int, str] = {}
    text = data.decode("latin-1")
    for section in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        for code, target in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f ]+)>", section):
            table[int(code, 16)] = _utf16(target)
    for section in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        pattern = r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(<[0-9A-Fa-f ]+>|\[[^]]*\])"
        for first, last, target in re.findall(pattern, section):
            codes = range(int(first, 16), int(last, 16) + 1)
            targets = re.findall(r"<([0-9A-Fa-f ]+)>", target)
            if target.startswith("["):
                table.update(zip(codes, map(_utf16, targets), strict=True))
                continue
            start = _utf16(targets[0])
            table.update({c: start[:-1] + chr(ord(start[-1]) + n) for n, c in enumerate(codes)})
    return table


def _utf16(digits: str) -> str:
    return bytes.fromhex(digits.replace(" ", "")).decode("utf-16-be")
